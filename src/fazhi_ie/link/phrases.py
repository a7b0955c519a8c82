"""Join and shorten the words of a measure: the small rules that need nothing but the words themselves."""

from __future__ import annotations

import re

LONGEST = 40
LONG_NOUN = 24
LONG_LIST = 10
LONGEST_BETWEEN = 14
LEADING = "、，的"
TRAILING = re.compile("[、和及与并或共暨（]+$")
"""What leads over to the next item of a list."""


def after_long_list(noun: str) -> str:
    """甲乙丙……等全国首创举措4项 counts 全国首创举措 when the list in front is long."""
    cut = noun.rfind("等")
    if noun[cut - 1 : cut] == "》" and len(noun) - cut > 2:
        return noun[cut + 1 :]
    return noun[cut + 1 :] if cut > LONG_LIST and len(noun) - cut > 4 else noun


def joined(of: str, rate: str) -> str:
    """行政机关负责人出庭 and 出庭应诉率 make 行政机关负责人出庭应诉率."""
    for shared in range(min(len(of), len(rate)), 0, -1):
        if of.endswith(rate[:shared]):
            return of + rate[shared:]
    return rate if rate.startswith(of) else of + rate


def shortened(noun: str) -> str:
    """The end of an overlong noun, from behind the list that it closes."""
    if len(noun) <= LONG_NOUN:
        return noun
    return noun[max(noun.rfind("等"), noun.rfind("、", 0, -LONG_LIST)) + 1 :][-LONGEST:]


def change_start(left: str) -> int:
    """Where 由… or 从… begins to tell the value that a change starts from."""
    return max(left.rfind("由"), left.rfind("从"), 0) or len(left)
