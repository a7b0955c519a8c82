"""Edits: how a cleaning step says what it wants changed, so that nobody has to find out later by comparing
texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..errors import InputError


class Edit(NamedTuple):
    """Replace `text[start:end]` of a step's input by `text`.

    An edit that keeps the length replaces character by character (`(` by `（`); it moves no offsets.

    >>> Edit(2, 6, "")
    Edit(start=2, end=6, text='')
    """

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made; edits are in text order and do not overlap (else InputError FZ110).

    >>> apply_edits("建设(shè)年", [Edit(1, 7, "设")])
    '建设年'
    """
    pieces: list[str] = []
    position = 0
    for start, end, new in edits:
        if not position <= start <= end <= len(text):
            raise InputError(
                "FZ110",
                f"The edit of characters {start} to {end} cannot be made in a text of {len(text)} of which "
                f"{position} are done already. A step must give its edits in text order, inside the "
                "text and without overlaps.",
            )
        pieces += text[position:start], new
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
