"""Write a number as people write it: the inverse of `parse_numeral`, for property tests."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_FORMAL = str.maketrans("零一二三四五六七八九十百千万亿", "零壹贰叁肆伍陆柒捌玖拾佰仟萬億")
_SMALL = ("千", "百", "十", "")
_LARGE = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4), ("", 1))

STYLES = ("arabic", "thousands", "chinese", "formal", "mixed", "positional")


def spell(number: int, style: str) -> str:
    """`number`, from 0 up to 10^16 - 1, in one of `STYLES`.

    >>> [spell(10305, style) for style in STYLES]
    ['10305', '10,305', '一万零三百零五', '壹萬零叁佰零伍', '1万305', '一零三零五']
    """
    return {
        "arabic": str,
        "thousands": "{:,}".format,
        "chinese": _chinese,
        "formal": lambda n: _chinese(n).translate(_FORMAL),
        "mixed": _mixed,
        "positional": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    }[style](number)


def spell_scaled(value: Decimal, unit: str) -> str:
    """`value` as a decimal number of 万 or 亿: 18000 is 1.8万."""
    return f"{value.scaleb(-{'万': 4, '亿': 8}[unit]):f}{unit}"


def _chinese(number: int) -> str:
    if number == 0:
        return "零"
    out = ""
    for word, size in _LARGE:
        group, number = divmod(number, size)
        if group:
            gap = "零" if out and group < 1000 and not out.endswith("零") else ""
            out += gap + _group(group) + word
        elif out and number and not out.endswith("零"):
            out += "零"
    return out


def _group(number: int) -> str:
    out, digits = "", f"{number:04d}"
    for digit, word in zip(digits, _SMALL, strict=True):
        if digit != "0":
            out += _DIGITS[int(digit)] + word
        elif out and not out.endswith("零"):
            out += "零"
    return out.rstrip("零")


def _mixed(number: int) -> str:
    """Arabic digits with 万亿, 亿 and 万 as their multipliers."""
    out = ""
    for word, size in _LARGE:
        group, number = divmod(number, size)
        if group or not (out or word):
            out += f"{group}{word}"
    return out
