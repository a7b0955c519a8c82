"""Tell from the words of a heading what kind of section follows.

Reports follow one outline: what was done, how the leaders did their part, what is wanting, what comes next.
The words are the packs' (`kind: sections`). The rule of highest priority wins, among equals the word that
stands first: 存在的问题和下一步打算 is about problems first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from ..records import SectionKind

_SHORT = 30


@dataclass(frozen=True)
class KindRules:
    """The words of each kind with their priority; `opening` are the words that introduce a whole report."""

    rules: tuple[tuple[int, SectionKind, re.Pattern[str]], ...]
    opening: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> KindRules:
        """Compile the section rules of the packs."""
        return cls(
            tuple((r.priority, r.section, re.compile(any_of(r.words))) for r in packs.sections),
            re.compile(any_of(packs.words("structure.opening"))),
        )

    def all_of(self, heading: str) -> list[SectionKind]:
        """Every kind that a heading names, the one that counts first."""
        found = [(-p, at.start(), kind) for p, kind, words in self.rules if (at := words.search(heading))]
        return [kind for _, _, kind in sorted(found)]

    def of(self, heading: str) -> SectionKind | None:
        """The kind that a heading names, or None.

        >>> from fazhi_ie.packs import load_packs
        >>> KindRules.from_packs(load_packs()).of("2024年存在的不足和原因")
        'problems'
        """
        return next(iter(self.all_of(heading)), None)

    def led_by(self, line: str) -> SectionKind | None:
        """The kind that an unnumbered line gives to the list under it: 下一步，重点做好以下工作："""
        introduces = line.endswith("：") or (len(line) <= _SHORT and "。" not in line)
        if not introduces or self.opening.search(line):
            return None
        kind = self.of(line.rstrip("：").rpartition("。")[2])
        return kind if kind in ("problems", "plans") else None
