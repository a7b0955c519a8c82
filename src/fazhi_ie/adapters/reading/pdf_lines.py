"""From the characters of a page, in the order in which they were set, to its lines and the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from .blocks import RAISED
from .tables import Cell, row_lines

_SMALL = 0.8  # of the size of the character before

LOST = "\ufffd"
"""Stands for a letter of which the document does not say what character it is."""


class Box(NamedTuple):
    """A rectangle in points from the bottom left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: Box) -> bool:
        """Whether the middle of another box lies inside."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Character(NamedTuple):
    """A character, its place, and the size of its type."""

    text: str
    box: Box
    size: float = 0


LINE_END = Character("\n", Box(-1, -1, -1, -1))


class Line(NamedTuple):
    """A line of text, or a row of a table; `height` is where on the page: 0 at the bottom, 1 at the top."""

    text: str
    height: float = 0.5
    is_row: bool = False


class Table(NamedTuple):
    """A ruled table: its outline and the boxes of its cells, None where a cell is part of another one."""

    outline: Box
    rows: list[list[Box | None]]


def lines_of(characters: Iterable[Character], tables: Sequence[Table], height: float) -> list[Line]:
    """The lines of a page of this height; a table stands where its first character does."""
    parts: list[Line | Table] = []
    inside: dict[int, list[Character]] = {}
    line: list[Character] = []
    for character in chain(_with_notes(characters), [LINE_END]):
        at = next((number for number, table in enumerate(tables) if table.outline.holds(character.box)), None)
        if line and (at is not None or character is LINE_END):
            parts.append(Line("".join(one.text for one in line).strip(), line[0].box.top / height))
            line = []
        if at is not None:
            if at not in inside:
                parts.append(tables[at])
            inside.setdefault(at, []).append(character)
        elif character is not LINE_END:
            line.append(character)
    rows = {id(tables[at]): _rows(tables[at], inside[at]) for at in inside}
    return [
        line for part in parts for line in ([part] if isinstance(part, Line) else rows[id(part)]) if line.text
    ]


def _with_notes(characters: Iterable[Character]) -> Iterator[Character]:
    """The characters with small digits above the line raised: 36 with a raised 1 must not become 361."""
    before = LINE_END
    for one in characters:
        if one.text.isdigit() and one.size < _SMALL * before.size and one.box.bottom > before.box.bottom:
            yield one._replace(text=one.text.translate(RAISED))
            continue
        if one.text.isalnum():
            before = one
        yield one


def _rows(table: Table, characters: list[Character]) -> list[Line]:
    rows = [[Cell(_cell_lines(box, characters)) for box in row] for row in table.rows]
    return [Line(line, is_row=True) for lines in row_lines(rows) for line in lines]


def _cell_lines(box: Box | None, characters: list[Character]) -> list[str]:
    """The text in a cell as one line: its breaks are those of the column's width."""
    text = "" if box is None else "".join(one.text for one in characters if box.holds(one.box)).strip()
    return [text] if text else []
