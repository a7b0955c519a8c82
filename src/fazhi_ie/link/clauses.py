"""Cut the text around each quantity: what stands to its left and right within its clause.

A clause ends at ，；。：！？, at the bars of tables and at line ends, and a bracket is a clause of its own; commas
inside names and titles do not count. Within a clause the quantities before and after are borders as well, and 、
right behind a quantity starts the next item of a list. The slots are all that the later steps look at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..quantities import QuantityMention

_CLAUSE_END = re.compile("[，；。：！？|\n]")
LONGEST_LINK = 4
LONGEST_BRACKET = 80
SHORT_BRACKET = 7
"""A bracket of up to this length belongs to the name that it stands in: 县（市、区）."""
LONGEST_SENTENCE = 400
"""How far before a number its sentence is read, so that a text without full stops takes no more time."""
_CONNECTIVE = re.compile("[、和及共]{1,2}")
_JOINED = re.compile("[、和及]")
_RIGHT_END = re.compile("[，；。：、！？|\n（）]")


@dataclass(slots=True)
class Slot:
    """A quantity with the text beside it.

    `sentence` is where its sentence begins, and `near` the same unless that is endless: where the text begins that may
    tell something of the number; `opens` says that no quantity stands before it in its clause; `shared` is
    the noun that a chain of counts shares (8个方面37项任务, 4市11县开展试点) and that stands behind its last number;
    `runs_on` says that `right` reaches to the next number without a mark (9个部门权责清单350项).
    """

    quantity: QuantityMention
    sentence: int
    near: int
    left: str
    left_start: int
    right: str
    opens: bool
    runs_on: bool
    shared: str = ""


class Masks:
    """Names and titles, inside of which neither a comma nor a verb counts."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._spans = spans

    def cover(self, position: int) -> bool:
        """Whether a name or title reaches over this position."""
        number = bisect_right(self._starts, position) - 1
        return number >= 0 and position < self._spans[number][1]

    def at(self, position: int) -> tuple[int, int] | None:
        """The name that covers this position."""
        number = bisect_right(self._starts, position) - 1
        if number >= 0 and position < self._spans[number][1]:
            return self._spans[number]
        return None

    def ending_at(self, position: int) -> tuple[int, int] | None:
        """The name that ends exactly here."""
        span = self.at(position - 1)
        return span if span and span[1] == position else None


def cut_slots(text: str, quantities: Sequence[QuantityMention], masks: Masks) -> list[Slot]:
    """One slot a quantity, in text order."""
    slots = list(_cut(text, quantities, masks))
    for number in range(len(slots) - 2, -1, -1):
        slot, following = slots[number], slots[number + 1]
        if _chained(slot, following):
            slot.shared = following.shared or following.right
    return slots


def _chained(slot: Slot, following: Slot) -> bool:
    """Whether nothing but a short noun of its own stands between a number and the next."""
    if following.opens or len(slot.right) > LONGEST_LINK:
        return False
    if slot.right and _JOINED.match(slot.right[-1]):
        return False
    return following.left == slot.right or (
        not slot.right and _CONNECTIVE.fullmatch(following.left) is not None
    )


def _cut(text: str, quantities: Sequence[QuantityMention], masks: Masks) -> Iterator[Slot]:
    borders = _Borders(text, masks)
    previous_end = 0
    for number, quantity in enumerate(quantities):
        sentence = borders.sentence(quantity.start)
        border = max(borders.clause(quantity.start), _open_bracket(text, previous_end, quantity.start))
        opens = border >= previous_end
        start = max(border, previous_end)
        until = quantities[number + 1].start if number + 1 < len(quantities) else len(text)
        right = _right(text, quantity.end, until, masks)
        runs_on = quantity.end + len(right) == until < len(text)
        near = max(sentence, quantity.start - LONGEST_SENTENCE)
        left, start = _past_bracket(text, start, quantity.start, previous_end, borders)
        yield Slot(quantity, sentence, near, left, start, right, opens, runs_on)
        previous_end = quantity.end


def _past_bracket(text: str, start: int, end: int, previous_end: int, borders: _Borders) -> tuple[str, int]:
    """结案（含调解、撤回）86件: what stands before a bracket that closes right before the number, and its offset."""
    opened = text.rfind("（", max(previous_end, end - LONGEST_BRACKET), end)
    if not text.endswith("）", start, end) or opened < 0 or end - opened <= SHORT_BRACKET:
        return text[start:end], start
    start = max(borders.clause(opened), previous_end)
    return text[start:opened], start


class _Borders:
    """Where clauses and sentences begin: behind each mark that does not stand inside a name."""

    def __init__(self, text: str, masks: Masks) -> None:
        marks = [m for m in _CLAUSE_END.finditer(text) if not masks.cover(m.start())]
        self._clauses = [m.end() for m in marks]
        self._sentences = [m.end() for m in marks if m[0] in "。！？\n"]

    def clause(self, position: int) -> int:
        number = bisect_right(self._clauses, position)
        return self._clauses[number - 1] if number else 0

    def sentence(self, position: int) -> int:
        number = bisect_right(self._sentences, position)
        return self._sentences[number - 1] if number else 0


def _open_bracket(text: str, start: int, end: int) -> int:
    """Behind the last bracket between `start` and `end` that is still open, or 0."""
    opened = text.rfind("（", start, end)
    return opened + 1 if opened >= 0 and text.find("）", opened, end) < 0 else 0


def _right(text: str, start: int, until: int, masks: Masks) -> str:
    position = start
    while (found := _RIGHT_END.search(text, position, until)) is not None:
        if found[0] == "（" and (closing := text.find("）", found.end(), found.end() + 8)) > 0:
            position = closing + 1
        elif masks.cover(found.start()):
            position = found.end()
        else:
            return text[start : found.start()]
    return text[start:until]
