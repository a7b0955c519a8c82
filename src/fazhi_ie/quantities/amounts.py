"""Read the number that starts at a place in the text: digits, inline modifiers, multipliers.

    260 余 万 · 3.4万 余 · 21万1千 · 一千二百 余 · 千 余 · 十三四 · 3千

The result is an `Amount`, or None where the characters are no number that counts: codes with leading
zeros, digit strings such as 二〇二四, impossible scales such as 2024百.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ..packs import Packs
from ..packs.alternation import any_of
from .numerals import CHINESE, DIGITS, LARGE, SMALL, parse_numeral
from .units import UnitTable
from .words import by_bound

_DIGITS = "".join(c for c in DIGITS if c not in "零〇")
_APPROXIMATE = re.compile(rf"(.*十)?([{_DIGITS}])([{_DIGITS}])([十百千]?[万亿]?)")
_DIGIT_PAIR = re.compile(rf"[{_DIGITS}][{''.join(DIGITS)}]")
_ARABIC = r"((?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])|[0-9]+)(?:\.[0-9]+)?)"
_SCALE = "[百千]?(?:万?亿|万)?"
_LAST_DIGITS = "[0-9]{4}(?![0-9年月.,%])"
_TAIL = re.compile(rf"(?:零?[0-9]{{1,4}}(?:万?亿|[十百千万])){{1,3}}(?:{_LAST_DIGITS})?|{_LAST_DIGITS}")
_IMPOSSIBLE = re.compile("亿亿|万万|亿万")
_HALF = Decimal("0.5")
_SCALES = frozenset("万亿")
_LONGEST = 15  # characters of a written number; longer rows of digits are codes

StartsUnit = Callable[[str, int], object]


class Amount(NamedTuple):
    """A number as written. `number_end` stands before 余, `end` behind every multiplier and modifier.

    `power` is the power of ten of its last multipliers (4 in 5万): 3-5万 shares it. `bare` says that there
    was a multiplier without a digit (千余名), which counts only with a modifier.
    """

    value: Decimal
    value_max: Decimal | None
    number_end: int
    end: int
    bound: str
    power: int = 0
    chinese: bool = False
    bare: bool = False


@dataclass(frozen=True)
class AmountReader:
    """Patterns for numbers, compiled with the inline modifiers of the packs.

    `starts_unit` says whether a unit begins at a place: 千 is no multiplier in 3千瓦时.
    """

    arabic: re.Pattern[str]
    chinese: re.Pattern[str]
    modifiers: dict[str, str]
    not_modifiers: str
    starts_unit: StartsUnit

    @classmethod
    def from_packs(cls, packs: Packs, units: UnitTable) -> AmountReader:
        words = by_bound(packs, "quantity.bound.inline")
        modifiers = {word: bound for word, bound in words.items() if bound}
        not_modifiers = any_of(word for word, bound in words.items() if not bound)
        modified = rf"(?:(?!{not_modifiers})({any_of(modifiers)})({_SCALE}))?"
        return cls(
            re.compile(rf"{_ARABIC}({_SCALE}){modified}"),
            re.compile(rf"([{CHINESE}]+(?:点[{_DIGITS}零]+)?){modified}"),
            modifiers,
            not_modifiers,
            units.find,
        )

    def read(self, text: str, start: int) -> Amount | None:
        """The number whose first character stands at `start`."""
        if text[start] == "半":  # 半小时; 半数 is a fraction
            return Amount(_HALF, None, start + 1, start + 1, "", chinese=True)
        return self._arabic(text, start) if text[start].isascii() else self._chinese(text, start)

    def _arabic(self, text: str, start: int) -> Amount | None:
        found = self.arabic.match(text, start)
        if not found:
            return None
        digits, scale, modifier, _ = found.groups()
        if len(digits) > _LONGEST or (digits[0] == "0" and digits[1:2] not in ("", ".")):
            return None
        if text[found.end() : found.end() + 1] in _SCALES and scale:  # 9亿亿 is no number
            return None
        end = found.end(1)
        if not scale and not modifier:
            return Amount(parse_numeral(digits), None, end, end, "")
        if scale:
            if scale[0] in SMALL and (len(digits) > 3 or self.starts_unit(text, end)):
                return Amount(parse_numeral(digits), None, end, end, "")
            end = found.end(2)
            tail = None if modifier else _TAIL.match(text, end)
            if tail and (scale[-1] in LARGE or tail[0][-1] in SMALL):
                return Amount(parse_numeral(text[start : tail.end()]), None, tail.end(), tail.end(), "")
        amount = Amount(parse_numeral(digits + scale), None, end, end, "", _power(scale))
        return self._modify(text, amount, found, 3) if modifier else amount

    def _chinese(self, text: str, start: int, limit: int = sys.maxsize) -> Amount | None:
        found = self.chinese.match(text, start, limit)
        if not found or found.end(1) - start > _LONGEST:
            return None
        written, end = found[1], found.end(1)
        if written[0] in "零〇" or _IMPOSSIBLE.search(written):
            return None
        if len(written) > 1:
            if written[-1] in SMALL and self.starts_unit(text, end - 1):  # 两千米
                return self._chinese(text, start, end - 1)
            approximate = _APPROXIMATE.fullmatch(written)
            if approximate:
                return _approximate(approximate, end)
            if _DIGIT_PAIR.search(written):
                return None
        bare = written[0] in "百千万亿"
        scale = "" if bare else written[len(written.rstrip("万亿")) :]
        amount = Amount(parse_numeral(written), None, end, end, "", _power(scale), True, bare)
        return self._modify(text, amount, found, 2) if found[2] else amount

    def _modify(self, text: str, amount: Amount, found: re.Match[str], group: int) -> Amount:
        """Add 余, 多, 几, 来 and the multipliers behind them: 260余万, 三十多万亿, 十几万."""
        bound, scale = self.modifiers[found[group]], found[group + 1]
        end = found.end(group)
        if not scale or (scale[0] in SMALL and self.starts_unit(text, end)):
            return amount._replace(end=end, bound=bound)
        end, power = found.end(group + 1), _power(scale)
        value = parse_numeral(f"{amount.value:f}{scale}")
        return Amount(value, None, end, end, bound, amount.power + power, amount.chinese, amount.bare)


def _power(scale: str) -> int:
    return sum(SMALL.get(c) or LARGE[c] for c in scale)


def _approximate(found: re.Match[str], end: int) -> Amount | None:
    """Two neighbouring digits are a range: 十三四 is 13 to 14, 三五百 is 300 to 500."""
    tens, low, high, scale = found.groups(default="")
    if DIGITS[high] - DIGITS[low] not in (1, 2):
        return None
    base, power = parse_numeral(tens) if tens else Decimal(0), _power(scale)
    value, value_max = ((base + DIGITS[d]).scaleb(power).quantize(Decimal(1)) for d in (low, high))
    return Amount(value, value_max, end, end, "", power, True)
