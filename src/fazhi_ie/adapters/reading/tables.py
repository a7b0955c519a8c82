"""Tables as text: one line a row, the cells between bars, so that a number keeps its column.

A cell that reaches over several columns or rows is written once, at its first place; the places it covers stay
empty, because a figure written twice would be counted twice. A row of one cell is no row but a line: pages and
documents set their text in such tables. Neither is a row with a cell longer than any figure needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_BETWEEN_LATIN = re.compile(r"(?<=[!-~])\n(?=[!-~])")
_LONGEST_CELL = 300
_MOST_PLACES = 60  # more columns or rows than a cell of a report's table covers


class Cell(NamedTuple):
    """The lines of a cell and how many columns and rows it covers."""

    lines: Sequence[str]
    across: int = 1
    down: int = 1


def row_lines(rows: Iterable[Sequence[Cell]]) -> Iterator[list[str]]:
    """For each row its lines: one with bars, or those of its cells where it is no row of a table.

    >>> rows = [[Cell(["事项"], down=2), Cell(["办理（件）"], across=2)], [Cell(["36"]), Cell(["9"])]]
    >>> [line for lines in row_lines(rows) for line in lines]
    ['|事项|办理（件）||', '||36|9|']
    """
    covered: dict[int, int] = {}  # column: rows further down that a cell above covers
    for row in rows:
        places: list[str] = []
        for cell in row:
            _skip(places, covered)
            across = min(max(cell.across, 1), _MOST_PLACES)
            for column in range(len(places), len(places) + across):
                if cell.down > 1:
                    covered[column] = min(cell.down, _MOST_PLACES) - 1
            places += [joined(cell.lines), *[""] * (across - 1)]
        _skip(places, covered)
        filled = [place for place in places if place.strip()]
        if len(filled) > 1 and max(map(len, filled)) <= _LONGEST_CELL:
            yield [f"|{'|'.join(place.replace('|', ' ').strip() for place in places)}|"]
        else:
            yield [line for cell in row for line in cell.lines]


def joined(lines: Iterable[str]) -> str:
    """The lines of a cell as one; a space parts what would run into another number or word.

    >>> joined(["行政", "复议"]), joined(["36", "9"])
    ('行政复议', '36 9')
    """
    return _BETWEEN_LATIN.sub(" ", "\n".join(line.strip() for line in lines)).replace("\n", "")


def _skip(places: list[str], covered: dict[int, int]) -> None:
    """Pass the places that cells of the rows above cover."""
    while covered.get(len(places), 0) > 0:
        covered[len(places)] -= 1
        places.append("")
