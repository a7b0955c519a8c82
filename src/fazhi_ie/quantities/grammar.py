"""The language of quantities, compiled once from packs.

Everything a report writer might say differently stands in YAML under `patterns/quantities/`; this object
only holds the lookup tables made from it. It is frozen and holds no text: one serves any number of threads.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..packs import Packs
from .amounts import AmountReader
from .bounds import BoundWords
from .change import ChangeWords
from .fractions import FractionReader
from .guards import Guards
from .per import PerWords
from .plain import PlainReader
from .tables import TableWords
from .units import UnitTable, unit_words
from .words import WordsAfter


@dataclass(frozen=True)
class QuantityGrammar:
    """All tables of the stage; make it with `from_packs`, give it to `find_quantities`."""

    plain: PlainReader
    amounts: AmountReader
    fractions: FractionReader
    units: UnitTable
    bounds: BoundWords
    guards: Guards
    per: PerWords
    change: ChangeWords
    tables: TableWords
    followers: frozenset[str]  # a Chinese numeral followed by anything else is a part of a word

    @classmethod
    def from_packs(cls, packs: Packs) -> QuantityGrammar:
        """Compile the units and the `quantity.*` word lists; raises `PackError` when a list is missing."""
        words = unit_words(packs)
        units = WordsAfter(words)
        amounts = AmountReader.from_packs(packs, units)
        bounds, guards = BoundWords.from_packs(packs), Guards.from_packs(packs)
        return cls(
            plain=PlainReader.of(words, amounts, bounds, guards),
            amounts=amounts,
            fractions=FractionReader.from_packs(packs),
            units=units,
            bounds=bounds,
            guards=guards,
            per=PerWords.from_packs(packs),
            change=ChangeWords.from_packs(packs),
            tables=TableWords.from_packs(packs),
            followers=units.first_characters().union("分成半点至到-~—", *amounts.modifiers),
        )
