"""When do digits on both sides of a gap make one number?

A number closed up wrongly is worse than one left in two, so a gap is closed only where the text around it
leaves no other reading: the digits complete a year (20 24年), or text touches the number on both sides
inside a sentence (纠纷2 6件, 98. 5%, 3, 500人). Hotline numbers and years never grow.
"""

from __future__ import annotations

import re

from .alphabet import HAN

_TOUCHING = f"{HAN}，、。；：（）〔〕《》〈〉“”"
_BEFORE = re.compile(rf"(?<=[{_TOUCHING}])(?!(?:19|20)[0-9]{{2}}$)[0-9]{{1,7}}(?:[.,][0-9]*)?$")
_AFTER = re.compile(rf"(?!(?:19|20)[0-9]{{2}}年)[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?[%{_TOUCHING}]")
_GROUP_AFTER = re.compile(rf"[0-9]{{3}}[{_TOUCHING}]")
_YEAR_BEFORE = re.compile(r"(?<![0-9.,:/])[0-9]{1,3}$")
_YEAR_AFTER = re.compile("([0-9]{1,3})(?:年|[-—~][0-9]|[）〕])")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_REACH = 12
"""How many characters before the gap are looked at: more than any number has."""


def one_year(text: str, end: int, start: int) -> bool:
    """Whether the digits before `end` and from `start` on make a year.

    >>> one_year("某县20 24年", 4, 5), one_year("第12 2024年", 3, 4)
    (True, False)
    """
    after = _YEAR_AFTER.match(text, start)
    before = _YEAR_BEFORE.search(text, max(end - _REACH, 0), end) if after else None
    return bool(before and after and _YEAR.fullmatch(before[0] + after[1]))


def one_number(text: str, end: int, start: int) -> bool:
    """Whether text touches the digits before `end` (or 98. or 3,) and those from `start` as one.

    >>> one_number("纠纷2 6件", 3, 4), one_number("分别为12 15 18件", 5, 6)
    (True, False)
    >>> one_number("拨打110 12345热线", 5, 6)
    False
    """
    after = _GROUP_AFTER if text[end - 1] == "," else _AFTER
    return bool(after.match(text, start) and _BEFORE.search(text, max(end - _REACH, 0), end))
