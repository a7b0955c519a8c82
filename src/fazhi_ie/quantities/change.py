"""Find the two ends of a change: 由20项增加到25项, 原来12天，现在仅需3天.

A change needs a word before its first number that says where it starts (由, 从, 原来, 改革前) and, between
the numbers, a verb with 到 or 至 (or a word such as 现在). Without the first word the number before the verb
is just reported: 80项要求细化为150项 has no baseline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..packs import Packs
from ..packs.alternation import any_of
from .mention import QuantityMention

_REACH = 30  # characters between the opening word and the first number
_VERB = 6
_GAP = 18  # characters between the two numbers


@dataclass(frozen=True)
class ChangeWords:
    """The words that open a change, and those that join its two numbers."""

    opening: re.Pattern[str]
    joint: re.Pattern[str]
    amount: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> ChangeWords:
        def either(name: str) -> str:
            return any_of(packs.words(f"quantity.change.{name}"))

        joint = rf"[到至]|[^。；\n]*?(?:{either('verb')}[^，。；\n]*?{either('to')}|{either('now')})"
        # 从立项到开工用时18天 tells a stretch, not where a change starts.
        opening = rf"(?!{either('from.none')}){either('from')}[^，。；\n到至]*\Z"
        amount = rf"{either('verb')}了?\Z"
        return cls(re.compile(opening), re.compile(joint), re.compile(amount))

    def opens(self, text: str, start: int) -> bool:
        """Whether a change may start at `start`: 从3天至5天 is no range."""
        return self.opening.search(text, max(0, start - 4), start) is not None

    def mark(self, text: str, mentions: Sequence[QuantityMention]) -> None:
        """Set `role` on the mentions that are ends of a change, and share the denominator of the first."""
        floor = 0
        for first, second in pairwise(mentions):
            if second.start - first.end <= _GAP and self._is_change(text, floor, first, second):
                first.role, second.role = "from", "to"
                second.per = second.per or first.per
            floor = first.end

    def _is_change(self, text: str, floor: int, first: QuantityMention, second: QuantityMention) -> bool:
        if not self.joint.match(text, first.end, second.start):
            return False
        if self.amount.search(text, max(floor, first.start - _VERB), first.start):
            return False  # 比法定时限压缩94%: the amount of a change, not where it starts
        return self.opening.search(text, max(floor, first.start - _REACH), first.start) is not None
