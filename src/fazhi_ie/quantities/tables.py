"""Numbers in tables have no unit beside them; the heading of their column or row gives it, if any does.

Two shapes are read. Rows with bars (`|行政复议|36|`) are tables for certain, and a number that fills a cell
counts. Rows that only end in numbers (行政复议 36) are believed when a heading above them has a unit in
brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of

_MOST_ROWS = 60  # how far above a row its heading is looked for
_LONGEST_ROW = 300
_UNIT = re.compile(r"（(?:单位：)?([^（）：]{1,4})）|单位：([^（）：]{1,4})\Z")
_ROW = re.compile(r"[^，。；：|0-9 ]+ ?[0-9][0-9.,%]*(?: [0-9][0-9.,%]*)*\Z")


@dataclass(frozen=True)
class TableWords:
    """Headings of columns that number or date the rows (序号, 年份)."""

    labels: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> TableWords:
        return cls(re.compile(any_of(packs.words("quantity.table.label"))))

    def unit(self, text: str, start: int, end: int) -> str | None:
        """The unit of the number in a cell ("" where the table names none), or None when this is no cell."""
        first = _row_start(text, start)
        if first is None:
            return None
        last = text.find("\n", end, end + _LONGEST_ROW)
        row = text[first : last if last >= 0 else end + _LONGEST_ROW]
        if "|" in row:
            return self._barred(text, first, row, start, end)
        return self._spaced(text, first, row, end) if _ROW.match(row) else None

    def _barred(self, text: str, first: int, row: str, start: int, end: int) -> str | None:
        if text[start - 1 : start] != "|" or text[end : end + 1] not in ("|", "\n", ""):
            return None
        heading = row
        for above in _rows_above(text, first):
            if "|" not in above:
                break
            heading = above
        cells, column = heading.split("|"), row[: start - first].count("|")
        title = cells[column] if column < len(cells) else ""
        if heading is row or self.labels.search(title):
            return None
        return _unit_in(title) or _unit_in(next(filter(None, row.split("|")), "")) or ""

    def _spaced(self, text: str, first: int, row: str, end: int) -> str | None:
        for above in _rows_above(text, first):
            if not _ROW.match(above):
                titles = above.split(" ")
                behind = row[end - first :].count(" ")
                return _unit_in(titles[-1 - behind]) if behind < len(titles) else None
        return None


def _rows_above(text: str, first: int) -> Iterator[str]:
    """The lines above the one that begins at `first`, nearest first."""
    for _ in range(_MOST_ROWS):
        begin = _row_start(text, first - 1) if first else None
        if begin is None:
            return
        yield text[begin : first - 1]
        first = begin


def _row_start(text: str, position: int) -> int | None:
    """Where the line around a position begins; None when that is too far away for a row."""
    reach = max(0, position - _LONGEST_ROW)
    found = text.rfind("\n", reach, position)
    return found + 1 if found >= 0 or not reach else None


def _unit_in(title: str) -> str | None:
    found = _UNIT.search(title)
    return (found[1] or found[2]) if found else None
