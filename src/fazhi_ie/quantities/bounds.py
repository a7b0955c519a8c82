"""Tell how sharp a number is: over, under, about, at least, at most.

A modifier stands directly before the number (近, 不少于), inside it (余: see `amounts`), behind the unit
(以上, 左右), or some words before it in the clause (至少开展2次). The first of these places that has one
decides: 近300余次 is under because of 近, 不少于2次以上 is at least because of 不少于.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from .numerals import CHINESE
from .units import UnitKind
from .words import WordsAfter, WordsBefore, by_bound

_FAR = 12


@dataclass(frozen=True)
class BoundWords:
    """Modifiers by the place where they stand."""

    adjacent: WordsBefore[str]
    multiplier: WordsBefore[str]
    after: WordsAfter[str]
    after_measure: WordsAfter[str]
    after_time: WordsAfter[str]
    after_fraction: WordsAfter[str]
    distant: re.Pattern[str]
    distant_bounds: dict[str, str]

    @classmethod
    def from_packs(cls, packs: Packs) -> BoundWords:
        def table(place: str) -> dict[str, str]:
            return by_bound(packs, f"quantity.bound.{place}")

        far = table("far")
        return cls(
            adjacent=WordsBefore(table("before")),
            multiplier=WordsBefore(table("before_multiplier")),
            after=WordsAfter(table("after")),
            after_measure=WordsAfter(table("after_measure")),
            after_time=WordsAfter(table("after_time")),
            after_fraction=WordsAfter(table("after_fraction")),
            distant=re.compile(rf"{any_of(far)}(?!的)(?=[^0-9{CHINESE}，。；：、！？\n]{{0,8}}\Z)"),
            distant_bounds=far,
        )

    def before(self, text: str, start: int, *, bare: bool) -> tuple[int, str]:
        """Where the mention begins, and its bound; 上 and 过 only before a `bare` multiplier (上千人)."""
        hit = self.adjacent.find(text, start)
        if bare and not (hit and hit[0]):
            hit = self.multiplier.find(text, start)
        return (hit[1], hit[0]) if hit and hit[0] else (start, "")

    def is_vague(self, text: str, start: int) -> bool:
        """Whether the multiplier at `start` belongs to 数百, 成千: no number is told."""
        hit = self.multiplier.find(text, start)
        return hit is not None and not hit[0]

    def behind(self, text: str, end: int, kind: UnitKind) -> tuple[int, str]:
        """Where the mention ends, and its bound; 内 only behind a unit of time, 多 only behind a measure."""
        hit = self.after.find(text, end)
        if hit is None and kind.is_time:
            hit = self.after_time.find(text, end)
        if hit is None and kind.is_measure:
            hit = self.after_measure.find(text, end)
        return (hit[1], hit[0]) if hit and hit[0] else (end, "")

    def behind_fraction(self, text: str, end: int) -> tuple[int, str]:
        """The same behind 三分之一 or 三成: 六分之一强."""
        hit = self.after.find(text, end) or self.after_fraction.find(text, end)
        return (hit[1], hit[0]) if hit and hit[0] else (end, "")

    def far(self, text: str, start: int, floor: int) -> str:
        """The bound some words away in the same clause, or ""."""
        found = self.distant.search(text, max(floor, start - _FAR), start)
        return self.distant_bounds[found[0]] if found else ""
