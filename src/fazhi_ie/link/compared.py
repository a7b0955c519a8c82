"""Recognise what a figure is compared with: 较2022年40件增加了20件, 比上年的36件减少."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from .clauses import Slot


@dataclass(frozen=True)
class ComparedRules:
    """The time before a value that is compared with, and the change behind it."""

    time: re.Pattern[str]
    change: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> ComparedRules:
        change = any_of((*packs.words("link.change"), *packs.words("link.change.how")))
        return cls(re.compile(f"{time_compared(packs)}的?$"), re.compile(change))

    def find(self, text: str, slot: Slot) -> tuple[int, int] | None:
        """The span of the time that the number of `slot` is a value of, when a change follows it."""
        if not self.change.match(text, slot.quantity.end):
            return None
        found = self.time.search(text, slot.left_start, slot.quantity.start)
        return found.span() if found else None


def time_compared(packs: Packs) -> str:
    """A pattern for 比上年度同期, 较2020年: the time that something is compared with."""
    than, then = (any_of(packs.words(f"link.change.{name}")) for name in ("than", "then"))
    point = any_of(packs.words("link.change.point"))
    return f"{than}(?:{then}|(?:19|20)\\d\\d年){point}*"
