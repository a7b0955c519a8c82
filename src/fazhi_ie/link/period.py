"""Say which time a figure speaks of: the nearest expression before it, else the year of the report.

A frequency (每周2次) is its own period. A calendar year or 今年 holds to the end of its paragraph, 去年 and 近三年 only
in their clause; 去年 and 今年 are counted from the year of the report. Years in titles and names, and years that a
figure is compared with (比上年), say nothing of the figure. Plans are for the year after the report's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from .clauses import Masks, Slot
from .predicate import any_of, dates

Period = tuple[int | None, str]
REACH = 400
"""How many characters before a figure may tell its time."""

_EVERY = re.compile("每[周月年天日季]度?")


@dataclass(frozen=True)
class PeriodRules:
    """Expressions of time, compiled from the packs."""

    expression: re.Pattern[str]
    shift: dict[str, int]
    compared: tuple[str, ...]

    @classmethod
    def from_packs(cls, packs: Packs) -> PeriodRules:
        shift = {
            word: offset
            for offset, name in ((0, "this_year"), (-1, "last_year"), (1, "next_year"))
            for word in packs.words(f"link.period.{name}")
        }
        words = any_of([*shift, *packs.words("link.period.open")])
        expression = f"(?=[^0-9]{{0,2}}[12]){dates(packs)}(?![-—~至])|(?P<word>{words})"
        return cls(re.compile(expression), shift, packs.words("link.period.compared"))


def read_period(
    text: str, slot: Slot, masks: Masks, *, report_year: int | None, planned: bool, rules: PeriodRules
) -> Period | None:
    """Year and label of the time a quantity speaks of, or None when the text gives none.

    `masks` are the spans of names and titles, `planned` says that the quantity stands in a plan section.
    """
    number = slot.quantity.start
    if slot.quantity.per and (every := _EVERY.search(text, slot.left_start, slot.quantity.end)):
        return report_year, every[0]
    paragraph = max(text.rfind("\n", 0, number) + 1, number - REACH)
    for found in reversed(list(rules.expression.finditer(text, paragraph, number))):
        if masks.cover(found.start()) or text.startswith(rules.compared, max(0, found.start() - 1)):
            continue
        lasting = found["year"] or rules.shift.get(found["word"]) == 0
        if lasting or found.start() >= slot.left_start:
            return _period(found, report_year, rules)
    if report_year is None:
        return None
    year = report_year + planned
    return year, f"{year}年"


def _period(found: re.Match[str], report_year: int | None, rules: PeriodRules) -> Period:
    if found["year"]:
        return int(found["year"]), found[0]
    offset = rules.shift.get(found["word"])
    return (report_year + offset if report_year and offset is not None else None), found[0]
