"""Say which time a figure speaks of: the nearest expression before it, else the year of the report.

A frequency (每周2次) is its own period. A calendar year, 今年 or 明年 holds to the end of its paragraph, 去年 and
近三年 only in their clause; they are counted from the year of the report. Years in titles and names, and years that
a figure is compared with (比上年), say nothing of the figure. Plans are for the year after the report's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from ..structure import Heading
from .clauses import Masks, Slot
from .predicate import dates

Period = tuple[int | None, str]
REACH = 400
"""How many characters before a figure may tell its time."""

_EVERY = re.compile("每[0-9一两二三四半]?个?[周月年天日季]度?")


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
        expression = f"(?=[^0-9]{{0,2}}[0-9]){dates(packs)}(?![-—~至])|(?P<word>{words})"
        return cls(re.compile(expression), shift, packs.words("link.period.compared"))


class PeriodReader:
    """Tells the period of the quantities of one text; its expressions of time are found once."""

    def __init__(self, text: str, masks: Masks, report_year: int | None, rules: PeriodRules) -> None:
        self._text = text
        self._report_year = report_year
        self._rules = rules
        self._found = [
            found
            for found in rules.expression.finditer(text)
            if (found["year"] or found["word"] or "月" in found[0])
            and not masks.cover(found.start())
            and not text.startswith(rules.compared, max(0, found.start() - 1))
        ]
        self._starts = [found.start() for found in self._found]
        self._lasting = [
            found["year"] is not None or rules.shift.get(found["word"], -1) >= 0 for found in self._found
        ]

    def read(self, slot: Slot, section: Heading | None, named: re.Match[str] | None) -> Period | None:
        """Year and label of the time a quantity in this section speaks of, or None when the text gives none.

        `named` is the expression of time that `nearest` has found for it.
        """
        if slot.quantity.per and (every := _EVERY.search(self._text, slot.left_start, slot.quantity.end)):
            return self._report_year, every[0]
        if named is None and section:
            named = self._year_between(section.heading_start, section.heading_end)
        if named is not None:
            return _period(named, self._report_year, self._rules)
        if self._report_year is None:
            return None
        year = self._report_year + (section is not None and section.kind == "plans")
        return year, f"{year}年"

    def _year_between(self, start: int, end: int) -> re.Match[str] | None:
        """The year that a heading names (一、2023年工作情况)."""
        within = self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return next((found for found in within if found["year"]), None)

    def ahead(self, slot: Slot, named: re.Match[str] | None) -> tuple[int, int] | None:
        """The span of a whole year after the report's (2025年, 到2025年底) that the sentence speaks of, if any."""
        if self._report_year is None or named is None or not named["year"]:
            return None
        later = int(named["year"]) > self._report_year and "月" not in named[0]
        return named.span() if later and named.start() >= slot.sentence else None

    def nearest(self, slot: Slot) -> re.Match[str] | None:
        """The last expression before the number: of its clause, or of its paragraph if it lasts that long."""
        number = slot.quantity.start
        index = bisect_left(self._starts, number) - 1
        if index < 0 or self._starts[index] < number - REACH:
            return None
        begin = max(0, number - REACH)
        begin = max(begin, self._text.rfind("\n", begin, number) + 1)
        while index >= 0 and self._starts[index] >= begin:
            if self._lasting[index] or self._starts[index] >= slot.left_start:
                return self._found[index]
            index -= 1
        return None


def _period(found: re.Match[str], report_year: int | None, rules: PeriodRules) -> Period:
    if found["year"]:
        return int(found["year"]), found[0]
    offset = rules.shift.get(found["word"]) if found["word"] else 0  # 3月: a month of the report's year
    return (report_year + offset if report_year and offset is not None else None), found[0]
