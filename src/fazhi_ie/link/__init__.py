"""From a quantity to a statistic: what it counts, in which state, when, and which indicator it is."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs
from ..quantities import QuantityMention
from ..structure import Heading
from .clauses import Masks, Slot, cut_slots
from .indicators import IndicatorRules
from .measure import MeasureReader
from .period import Period, PeriodReader, PeriodRules
from .rules import MeasureRules
from .status import Cue, StatusReader, StatusRules

__all__ = ["LinkRules", "StatisticDraft", "link"]


CONTEXT = 100
"""How many characters before the sentence may tell what a figure is about."""


class StatisticDraft(NamedTuple):
    """A statistic in the clean text; `cue` is the span of what makes it planned or a baseline."""

    quantity: QuantityMention
    measure: str
    indicator: str | None
    status: str
    cue: Cue | None
    period: Period | None


@dataclass(frozen=True)
class LinkRules:
    """All rules of this stage, compiled from packs."""

    measures: MeasureRules
    statuses: StatusRules
    periods: PeriodRules
    indicators: IndicatorRules

    @classmethod
    def from_packs(cls, packs: Packs) -> LinkRules:
        return cls(
            MeasureRules.from_packs(packs),
            StatusRules.from_packs(packs),
            PeriodRules.from_packs(packs),
            IndicatorRules.from_packs(packs),
        )


def link(
    text: str,
    quantities: Sequence[QuantityMention],
    *,
    sections: Sequence[Heading],
    names: Sequence[tuple[int, int]],
    year: int | None,
    issuers: Sequence[str],
    rules: LinkRules,
) -> list[StatisticDraft]:
    """One statistic for every quantity of the clean text.

    `names` are the spans of terms and citations, in order; `year` and `issuers` those of the report.
    """
    by_department = rules.indicators.by_department(text, issuers)
    masks = Masks(names)
    measures = MeasureReader(text, rules.measures, masks)
    statuses = StatusReader(text, rules.statuses)
    periods = PeriodReader(text, masks, year, rules.periods)
    starts = [s.start for s in sections]
    drafts: list[StatisticDraft] = []
    parts: dict[tuple[int, str], list[int]] = defaultdict(list)
    sentence, told = -1, set[str | None]()
    for slot in cut_slots(text, quantities, masks):
        number = bisect_right(starts, slot.quantity.start) - 1
        section = sections[number] if number >= 0 else None
        measure = measures.read(slot)
        time = periods.nearest(slot)
        status, cue = statuses.read(slot, section, periods.ahead(slot, time))
        indicator = None
        if not (measures.of_breakdown or rules.measures.rise.search(measure)):
            indicator = _indicator(text, slot, measure, status, by_department, rules.indicators)
        if slot.sentence != sentence:
            goes_on = text.startswith(rules.measures.part, slot.sentence)  # 收到60件。其中，市政府收到40件
            sentence, told = slot.sentence, told if goes_on else set()
        if not measures.of_part:
            told.add(indicator)
        elif indicator in told:
            indicator = None  # 调解纠纷860件，其中邻里纠纷310件: a part of the figure that is the indicator
        elif indicator is not None:
            parts[sentence, indicator].append(len(drafts))
        period = periods.read(slot, section, time)
        drafts.append(StatisticDraft(slot.quantity, measure, indicator, status, cue, period))
    for numbers in parts.values():
        # 其中撤销3件、确认违法1件: two parts of one indicator, and neither is its figure.
        for number in numbers if len(numbers) > 1 else ():
            drafts[number] = drafts[number]._replace(indicator=None)
    return drafts


def _indicator(
    text: str, slot: Slot, measure: str, status: str, by_department: bool, rules: IndicatorRules
) -> str | None:
    """Baselines are no indicator (they are what the figure was before), nor are frequencies and averages."""
    if status == "baseline" or slot.quantity.per:
        return None
    end = slot.quantity.end + len(slot.right)
    begin = max(0, slot.near - CONTEXT)
    begin = max(begin, text.rfind("\n", begin, slot.near) + 1)
    return rules.find(
        slot.quantity.unit,
        measure,
        context=text[begin:end],
        sentence=text[slot.near : end],
        by_department=by_department,
    )
