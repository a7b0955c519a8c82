"""When two values, names or phrases count as the same.

Numbers may differ by rounding alone. Names are compared without the spaces, punctuation and list marks that
pages put in and annotators leave out. A measure is a phrase, and two people seldom choose the same words, so it
only has to be mostly the same.
"""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import SequenceMatcher

_INSIGNIFICANT = re.compile("[\\s#*“”\"'‘’、，。；：:,.;（）()·•-]+")
_ROUNDED = Decimal("0.01")  # of a fraction below one: a third may be written 0.33
_BINARY = Decimal("1e-9")
_ALIKE = 0.6
_BRACKETS = str.maketrans("﹝﹞[]［］【】", "〔〕〔〕〔〕〔〕")


def squash(text: str | None) -> str:
    """A name without spaces and punctuation.

    >>> squash("“双随机、一公开” 监管")
    '双随机一公开监管'
    """
    return _INSIGNIFICANT.sub("", text or "")


def same_number(found: Decimal | None, wanted: Decimal | None) -> bool:
    """Whether two numbers are equal but for rounding; two that are not there are equal."""
    if found is None or wanted is None:
        return found is wanted
    tolerance = _ROUNDED if abs(wanted) < 1 else _BINARY * (abs(wanted) + 1)
    return abs(found - wanted) <= tolerance


def same_unit(found: str, wanted: str) -> bool:
    """Whether two units are equal, the classifier 个 before another unit aside."""
    return _unit(found) == _unit(wanted)


def _unit(unit: str) -> str:
    folded = unit.replace("％", "%")
    return folded if folded == "个" else folded.removeprefix("个")


def one_bracket(number: str) -> str:
    """A document number with the brackets of the standard, whichever the page uses.

    >>> one_bracket("青政发[2024] 3号")
    '青政发〔2024〕3号'
    """
    return "".join(number.split()).translate(_BRACKETS)


def nearly_same_name(one: str, other: str) -> bool:
    """Whether one mention holds the other and is less than twice as long.

    >>> nearly_same_name("双随机、一公开", "“双随机、一公开”监管"), nearly_same_name("执法", "行政执法监督")
    (True, False)
    """
    short, long = sorted((squash(one), squash(other)), key=len)
    return bool(short) and short in long and 2 * len(short) > len(long)


def alike(found: str, wanted: str) -> bool:
    """Whether two measures say the same: one holds the other, or most characters agree in order.

    >>> alike("受理行政复议案件", "行政复议案件受理"), alike("受理申请", "罚没款")
    (True, False)
    """
    a, b = squash(found), squash(wanted)
    if not a or not b:
        return not b
    short, long = sorted((a, b), key=len)
    if short in long and 2 * len(short) >= len(long):
        return True
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE
