"""What the checks look for, compiled from packs: relations between indicators, and words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from ..packs.model import Relation

_NO_COUNT = ("duration", "measure", "period", "ratio")
"""Dimensions of units (`dimension` in the packs) in which nothing is counted."""


@dataclass(frozen=True)
class CheckRules:
    """Relations in the order of the packs, words for rates, changes and parts, units that do not count."""

    relations: tuple[Relation, ...]
    rate: re.Pattern[str]
    limited: re.Pattern[str]
    change: re.Pattern[str]
    modifier: re.Pattern[str]
    among: re.Pattern[str]
    rest: re.Pattern[str]
    not_counts: frozenset[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> CheckRules:
        def ending(name: str) -> re.Pattern[str]:
            return re.compile(f"{any_of(packs.words(f'check.{name}'))}$")

        def within(name: str) -> re.Pattern[str]:
            return re.compile(any_of(packs.words(f"check.{name}")))

        return cls(
            relations=packs.relations,
            rate=ending("rate"),
            limited=ending("limited_rate"),
            change=within("change"),
            modifier=ending("rate_modifier"),
            among=re.compile(rf"[，,：:（(]\s*{any_of(packs.words('check.among'))}"),
            rest=within("rest"),
            not_counts=frozenset(u.unit for u in packs.units if u.dimension in _NO_COUNT),
        )
