"""Cut a text at the edges of marks that may nest, overlap or touch.

HTML elements must nest; records of different kinds need not (a heading begins inside a sentence, a term
reaches into a cited title). So no mark becomes an element: the text is cut wherever a mark begins or ends, and
each piece says which marks cover it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """A half-open range of a text with what it is: a kind, and its number in the list of that kind."""

    start: int
    end: int
    kind: str
    number: int


class Piece(NamedTuple):
    """A stretch of text, and the positions in the list of marks of those that cover it."""

    text: str
    marks: tuple[int, ...]


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text in pieces, which together are the text; empty marks cover nothing.

    >>> for piece in pieces("办结41件", [Mark(0, 5, "sentence", 0), Mark(2, 5, "figure", 0)]):
    ...     print(piece)
    Piece(text='办结', marks=(0,))
    Piece(text='41件', marks=(0, 1))
    """
    opening: defaultdict[int, list[int]] = defaultdict(list)
    closing: defaultdict[int, list[int]] = defaultdict(list)
    for number, mark in enumerate(marks):
        if mark.start < mark.end:
            opening[mark.start].append(number)
            closing[mark.end].append(number)
    cuts = sorted({0, len(text), *opening, *closing})
    covering: dict[int, None] = {}
    for start, end in pairwise(cuts):
        for number in closing[start]:
            del covering[number]
        covering.update(dict.fromkeys(opening[start]))
        yield Piece(text[start:end], tuple(covering))
