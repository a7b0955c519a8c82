"""Recognise the plain case in one pattern: a number, perhaps 余 and 万, and a unit, nothing special around.

Most quantities of a report look like 办结41件，: no bound word in front, nothing behind that could change
the reading. The pattern proves that from the same tables the `Reader` uses, and declines everything else:
it never decides differently from the reader, it only decides sooner.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..packs.alternation import any_of
from .amounts import Amount, AmountReader
from .bounds import BoundWords
from .guards import Guards
from .units import UnitKind

_PLAIN = frozenset(("count", "event", "person", "money", "ratio"))
_SPECIAL = frozenset("-~—至到（半多余/")
_POWERS = {"": 0, "万": 4, "亿": 8}


@dataclass(frozen=True)
class PlainReader:
    """The pattern for plain quantities; `kinds` says what each unit in it is."""

    pattern: re.Pattern[str]
    kinds: Mapping[str, UnitKind]
    modifiers: Mapping[str, str]

    @classmethod
    def of(
        cls, units: Mapping[str, UnitKind | None], amounts: AmountReader, bounds: BoundWords, guards: Guards
    ) -> PlainReader:
        """Build the pattern from the tables of the grammar."""
        before = guards.suspects | guards.label_neighbours() | bounds.adjacent.last_characters()
        behind = _SPECIAL | bounds.after.first_characters() | guards.session_characters()
        kinds = {word: kind for word, kind in units.items() if kind and kind.dimension in _PLAIN}
        number = r"(?P<number>(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,4})?)"
        modifier = rf"(?:(?!{amounts.not_modifiers})(?P<{{}}>{any_of(amounts.modifiers)}))?"
        scaled = rf"{modifier.format('inner')}(?P<scale>[万亿]?)(?(inner)|{modifier.format('outer')})"
        pattern = rf"(?<!{_class(before)}){number}{scaled}(?P<unit>{_units(kinds, units, behind)})"
        return cls(re.compile(pattern), kinds, amounts.modifiers)

    def read(self, text: str, start: int) -> tuple[Amount, UnitKind, int] | None:
        """The amount, the unit and its end; None when a closer look is needed."""
        found = self.pattern.match(text, start)
        if not found:
            return None
        number, inner, scale, outer, unit = found.groups()
        kind, unit_start = self.kinds[unit], found.start(5)
        if "." in number and not scale and kind.dimension != "ratio":
            return None
        value = Decimal(number)
        if scale or "." in number:
            value = value.scaleb(_POWERS[scale])
            value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
        modifier = inner or outer
        number_end = unit_start - len(outer) if outer else found.end(3 if scale else 1)
        bound = self.modifiers[modifier] if modifier else ""
        return Amount(value, None, number_end, unit_start, bound), kind, found.end()


def _units(
    kinds: Mapping[str, UnitKind], units: Mapping[str, UnitKind | None], behind: Collection[str]
) -> str:
    """Every plain unit, not followed by what makes it a longer word or changes the reading."""
    longer: defaultdict[str, set[str]] = defaultdict(set)
    for word in units:
        for length in range(1, len(word)):
            longer[word[:length]].add(word[length])
    ordered = sorted(kinds, key=len, reverse=True)
    # One class for what all of them have in common: each class of Chinese characters takes time to compile.
    words = "|".join(re.escape(word) + _not_before(longer[word]) for word in ordered)
    return f"(?:{words}){_not_before(behind)}"


def _not_before(characters: Collection[str]) -> str:
    return f"(?!{_class(characters)})" if characters else ""


def _class(characters: Collection[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(characters))) + "]"
