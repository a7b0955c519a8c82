"""Read numbers that are written as parts of a whole: 三分之一, 百分之三, 半数, 三成, 1/5.

They have no classifier. 百分之 and 千分之 are the units % and ‰; all others are bare decimals, to
four places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import NamedTuple

from ..packs import Packs
from ..packs.alternation import any_of
from .numerals import parse_numeral
from .words import WordsBefore, by_bound

_D = "一二两三四五六七八九"
_NUMBER = (
    r"[0-9]+(?:\.[0-9]+)?"
    rf"|(?=[{_D}十百千万])[百千]万|(?=[{_D}十百千万])(?:[{_D}]?[千万])?(?:[{_D}]?百)?零?(?:[{_D}]?十)?[{_D}]?(?:点[零{_D}]+)?"
)
_HALF = re.compile("半数|一半")
_SLASH = re.compile(r"([1-9])/([1-9][0-9]?)(?![0-9/月日])")
_PLACES, _SMALL = Decimal("0.0001"), Decimal("0.001")
_FOUR_DIGITS = Context(prec=4)
_UNITS = {100: "%", 1000: "‰"}


class Fraction(NamedTuple):
    """A part of a whole: its value, its unit ("" or % or ‰), where it ends, and the bound inside it."""

    value: Decimal
    unit: str
    end: int
    bound: str = ""


@dataclass(frozen=True)
class FractionReader:
    """Patterns for fractions, compiled with the words that make them something else (三成员, 3/15)."""

    parts: re.Pattern[str]
    tenths: re.Pattern[str]
    whole: re.Pattern[str]
    before_slash: WordsBefore[bool]
    modifiers: dict[str, str]

    @classmethod
    def from_packs(cls, packs: Packs) -> FractionReader:
        modifiers = {w: bound for w, bound in by_bound(packs, "quantity.bound.inline").items() if bound}
        more = rf"(?P<more>{any_of(modifiers)})?"
        other = any_of(packs.words("quantity.fraction.tenths.not"))
        return cls(
            parts=re.compile(rf"(?P<whole>{_NUMBER})分之(?P<part>{_NUMBER}){more}"),
            tenths=re.compile(rf"(?P<part>[1-9](?:\.[0-9])?|[{_D}])(?!{other})成{more}"),
            whole=re.compile(any_of(packs.words("quantity.fraction.whole"))),
            before_slash=WordsBefore(dict.fromkeys(packs.words("quantity.fraction.slash.before"), True)),
            modifiers=modifiers,
        )

    def read(self, text: str, start: int) -> Fraction | None:
        """The fraction whose numeral starts at `start`."""
        if found := self.parts.match(text, start):
            whole, part = parse_numeral(found["whole"]), parse_numeral(found["part"])
            return self._of(part, whole, found.end(), found["more"])
        if found := self.tenths.match(text, start):
            return self._of(parse_numeral(found["part"]), Decimal(10), found.end(), found["more"])
        if found := self.whole.match(text, start):
            return Fraction(Decimal(100), "%", found.end())
        if found := _HALF.match(text, start):
            return Fraction(Decimal("0.5"), "", found.end())
        if (found := _SLASH.match(text, start)) and self.before_slash.find(text, start):
            return self._of(Decimal(found[1]), Decimal(found[2]), found.end(), None)
        return None

    def _of(self, part: Decimal, whole: Decimal, end: int, more: str | None) -> Fraction | None:
        bound = self.modifiers[more] if more else ""
        if int(whole) in _UNITS:
            return Fraction(part, _UNITS[int(whole)], end, bound)
        if not 0 < part < whole:
            return None
        ratio = part / whole
        told = ratio.quantize(_PLACES) if ratio >= _SMALL else _FOUR_DIGITS.plus(ratio)
        return Fraction(told.normalize(), "", end, bound)
