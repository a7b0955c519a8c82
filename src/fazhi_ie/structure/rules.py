"""All rules of this stage, compiled once from the packs."""

from __future__ import annotations

from dataclasses import dataclass

from ..packs import Packs
from .dates import DateRules
from .kinds import KindRules
from .places import PlaceRules
from .title import TitleRules


@dataclass(frozen=True)
class StructureRules:
    """What the packs say about sections and headers, ready for use."""

    kinds: KindRules
    title: TitleRules
    places: PlaceRules
    dates: DateRules

    @classmethod
    def from_packs(cls, packs: Packs) -> StructureRules:
        """Compile the rules; raises `PackError` FZ202 where a list of words is missing."""
        return cls(
            kinds=KindRules.from_packs(packs),
            title=TitleRules.from_packs(packs),
            places=PlaceRules.from_packs(packs),
            dates=DateRules.from_packs(packs),
        )
