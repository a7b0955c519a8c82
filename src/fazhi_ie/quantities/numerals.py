"""Read one written number: Arabic, Chinese, formal, or mixed, always as an exact `Decimal`.

A written number is a row of digits, small multipliers (十百千, which scale one digit) and large ones (万亿兆,
which scale everything before them). That is the whole grammar; 21万1千 and 一亿二千万 need no rule of their
own. Values never pass through a float, so that 5.07亿 is 507000000 and nothing else.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NoReturn

from ..errors import InputError

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 1, "百": 2, "千": 3}
LARGE = {"万": 4, "亿": 8, "兆": 12}
CHINESE = "".join([*DIGITS, *SMALL, "万亿"])
"""The characters a Chinese number in running text is made of."""

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億", "一二三四五六七八九十百千万亿")
_ARABIC = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_SCALED = re.compile(r"([0-9.,]+)([万亿]*)")
_ONE = Decimal(1)
_MOST_DIGITS = 28


def parse_numeral(text: str) -> Decimal:
    """The value of a written number.

    Raises `InputError` (FZ120) when the text is not one whole number: fractions, ranges and units are not
    part of it.

    >>> parse_numeral("1.8万"), parse_numeral("2,360"), parse_numeral("21万1千")
    (Decimal('18000'), Decimal('2360'), Decimal('211000'))
    >>> parse_numeral("一千三百"), parse_numeral("二〇二四"), parse_numeral("叁佰伍拾")
    (Decimal('1300'), Decimal('2024'), Decimal('350'))
    """
    if text.isdecimal() and text.isascii():
        return Decimal(text)
    if text in DIGITS:
        return Decimal(DIGITS[text])
    simple = _SCALED.fullmatch(text)
    if simple and _ARABIC.fullmatch(simple[1]):
        scale = sum(LARGE[c] for c in simple[2])
        return _shift(Decimal(simple[1].replace(",", "")), scale)
    plain = text.translate(_FORMAL).replace("廿", "二十").replace("卅", "三十")
    if plain in ("半", "一半"):
        return Decimal("0.5")
    whole, _, decimals = plain.partition("点")
    value = _digit_string(whole) or _evaluate(whole)
    if decimals:
        value += Decimal("0." + "".join(str(_digit(c, text)) for c in decimals))
    return value


def _shift(value: Decimal, power: int) -> Decimal:
    """Move the decimal point to the right, and drop zeros behind it: 1.80万 is 18000, not 18000.00."""
    moved = value.scaleb(power) if power else value
    if moved.adjusted() >= _MOST_DIGITS:
        raise InputError("FZ120", f"A number of more than {_MOST_DIGITS} digits cannot be told exactly.")
    if moved == moved.to_integral_value():
        return moved.quantize(_ONE)
    return moved.normalize()


def _digit_string(text: str) -> Decimal | None:
    """Digits read one after the other, as in 二〇二四; a single digit is one too."""
    if text and all(c in DIGITS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    return None


def _digit(char: str, text: str) -> int:
    return DIGITS[char] if char in DIGITS else _refuse(text)


def _refuse(text: str) -> NoReturn:
    raise InputError("FZ120", f"{text!r} is not one written number; give only its digits and multipliers.")


def _tokens(text: str) -> list[str]:
    tokens = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?|.", text, re.DOTALL)
    return tokens or _refuse(text)


def _evaluate(text: str) -> Decimal:
    """Sum up a number with multipliers.

    `total` holds what 万 and 亿 have closed, `section` what 十, 百 and 千 have.
    """
    total = section = Decimal(0)
    number: Decimal | None = None
    closed = last = 0  # the power of the largest multiplier in `total`, and of the multiplier read last
    for token in _tokens(text):
        if token in SMALL:
            last = SMALL[token]
            section += (_ONE if number is None else number).scaleb(last)
            number = None
        elif token in LARGE:
            last = LARGE[token]
            section += number or 0
            if closed and not section:  # 万亿: the second multiplier scales the first
                total = total.scaleb(last)
            elif closed and closed < last:  # 二万三千亿
                total = (total + section).scaleb(last)
            else:
                total += (section or _ONE).scaleb(last)
            closed, section, number = max(closed, last), Decimal(0), None
        elif number:  # two numbers in a row
            _refuse(text)
        elif token in DIGITS:
            number = Decimal(DIGITS[token])
            last = last if number else 0
        else:
            number, last = _arabic(token, text), 0
    if number and last > 1:  # 一百五 is 150, 三万五 is 35000; but 一百零五 is 105
        number = number.scaleb(last - 1)
    return _shift(total + section + (number or 0), 0)


def _arabic(token: str, text: str) -> Decimal:
    return Decimal(token.replace(",", "")) if _ARABIC.fullmatch(token) else _refuse(text)
