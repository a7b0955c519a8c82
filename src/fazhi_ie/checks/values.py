"""Which values a number may stand for, as it is written.

12.9% is anything that rounds or is cut to 12.9; 1.8万 anything near 18000; 50余件 anything from 50 up. Two
figures disagree only when no value of one goes with any value of the other.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ..records import Quantity, Statistic

_NUMERAL = re.compile(r"\d[\d,，]*(?:[.．](\d+))?")
_ENDLESS = Decimal("Infinity")
_NEARLY = Decimal("0.8")
"""近 and 不足 are said of numbers a little below; how little, nobody says."""


class Interval(NamedTuple):
    """All values from `low` to `high`."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: Interval) -> Interval:
        """All sums of a value of each."""
        return Interval(self.low + other.low, self.high + other.high)


NOTHING = Interval(Decimal(0), Decimal(0))


def values_of(quantity: Quantity) -> Interval:
    """The values that a quantity may stand for.

    >>> from fazhi_ie import extract
    >>> for s in extract("受理52件，纠错率12.9%，发放资料1.8万份，参加人员50余人。").statistics:
    ...     print(*values_of(s.quantity))
    52 52
    12.8 13.0
    17000 19000
    50 Infinity
    """
    step, value = _step(quantity), quantity.value
    high = quantity.value_max if quantity.value_max is not None else value
    match quantity.bound:
        case "over" | "at_least":
            return Interval(value - step, _ENDLESS)
        case "under":
            return Interval(value * _NEARLY, high + step)
        case "at_most":
            return Interval(Decimal(0), high + step)
        case "about":
            return Interval(value * _NEARLY, high * (2 - _NEARLY))
    return Interval(value - step, high + step)


def _step(quantity: Quantity) -> Decimal:
    """How far a number may be from what it stands for: one of the last digit written; a count is exact."""
    found = _NUMERAL.search(quantity.text)
    rate = quantity.unit == "%"
    if found is None:
        return Decimal(1) if rate else Decimal(0)
    written = Decimal(re.sub("[,，]", "", found[0]).replace("．", "."))
    scale = abs(quantity.value / written) if written else Decimal(1)
    if scale == 1 and not found[1] and not rate:
        return Decimal(0)
    return scale.scaleb(-len(found[1] or ""))


def percentage(part: Interval, whole: Interval) -> Interval:
    """The percentages that a part can be of a whole above zero."""
    high = part.high * 100 / whole.low if whole.low > 0 else _ENDLESS
    return Interval(part.low * 100 / whole.high if whole.high.is_finite() else Decimal(0), high)


def shown(value: Decimal) -> str:
    """A number for people: no exponent, no idle zeros."""
    return f"{value.normalize():f}"


def named(statistic: Statistic) -> str:
    """A figure with what it counts: `纠错 44件`."""
    quantity = statistic.quantity
    upper = "" if quantity.value_max is None else f"–{shown(quantity.value_max)}"
    return f"{statistic.measure} {shown(quantity.value)}{upper}{quantity.unit}"
