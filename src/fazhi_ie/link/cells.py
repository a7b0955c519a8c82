"""Say what a number in a table counts: the titles of its column and its row.

Two shapes are read. In rows with bars (`|行政处罚|40件|`) the first row of the table has the titles. In a table that a
page has left with one cell a line (撤回, 31件, 14%) the nearest line above that is no number is the label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs
from ..packs.alternation import any_of

_MOST_ROWS = 60
_LONGEST_ROW = 400
_LONGEST_STACK = 60
_LONGEST_LABEL = 24
_BRACKET = re.compile("（[^）]*）")
_NUMBER = re.compile("[-0-9.,%‰ ]*|[0-9][0-9.,]*[^0-9]{1,2}")
_PROSE = re.compile("[，；。：！？（）]")


@dataclass(frozen=True)
class CellRules:
    """Titles that say no more than that something is counted (数量, 件数), and those of attributes (…率, 占…)."""

    generic: re.Pattern[str]
    attribute: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> CellRules:
        rate, share = (any_of(packs.words(f"link.{name}")) for name in ("rate", "share"))
        return cls(
            re.compile(f"(?:{any_of(packs.words('link.cell.generic'))})?"), re.compile(f"{share}.|{rate}$")
        )


class Cell(NamedTuple):
    """What the number in a cell counts; `of_breakdown` says that its column alone tells that (数量|12件|7件)."""

    measure: str
    of_breakdown: bool


def barred_cell(text: str, position: int, rules: CellRules) -> Cell | None:
    """What the number at `position` counts by the titles of its row and column; None outside a barred table."""
    reach = position - _LONGEST_ROW
    start = text.rfind("\n", max(0, reach), position) + 1
    column = text.count("|", start, position) if start or reach <= 0 else 0
    if not column:
        return None
    row, titles = text[start:position].split("|"), _heading(text, start).split("|")
    label = next((title for cell in row[:-1] if (title := _title(cell))), "")
    title = _title(titles[column]) if column < len(titles) else ""
    if rules.generic.fullmatch(title):
        return Cell(label, of_breakdown=False)
    if rules.generic.fullmatch(label):
        return Cell(title, of_breakdown=True)
    by_column = rules.attribute.search(label) is not None
    return Cell(title + label if by_column else label + title, of_breakdown=by_column)


def _heading(text: str, start: int) -> str:
    """The first row of the table that has a row at `start`; empty when that is the first."""
    heading = ""
    for _ in range(_MOST_ROWS):
        above = text.rfind("\n", max(0, start - _LONGEST_ROW), start - 1) + 1
        if not start or "|" not in text[above : start - 1]:
            break
        heading, start = text[above : start - 1], above
    return heading


def _title(cell: str) -> str:
    words = _BRACKET.sub("", cell).strip()
    return "" if _NUMBER.fullmatch(words) else words


def stacked_cell(text: str, position: int) -> str:
    """The label above a number that fills its line, past other numbers; empty when there is none."""
    reach = position - _LONGEST_STACK
    lines = text[max(0, reach) : position].split("\n")[reach > 0 :]
    if not lines or lines.pop():
        return ""
    label = next((line for line in reversed(lines) if not _NUMBER.fullmatch(line)), "")
    return label if len(label) <= _LONGEST_LABEL and not _PROSE.search(label) else ""
