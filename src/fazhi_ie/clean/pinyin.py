"""Readings that a converter glued behind characters: 建設(shè), 習(xí)近平, 規(guī)定.

Pages that were turned into traditional characters by one widespread converter carry the reading of each
character it changed, in brackets. That cuts every term in two. A reading is one lower-case syllable with a
tone mark right behind a Han character; (AI), (2024版) and (app) are real brackets and stay. The reading
belongs to the character before it: in the raw text a term that ends in 設 ends behind 設(shè).
"""

from __future__ import annotations

import re

from .alphabet import HAN, traditional
from .edits import Edit

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030c"
"""Letters with a tone mark, and the four marks as combining characters, for readings in decomposed form."""

_LETTERS = "a-züɡɑ"
_TONED = re.compile(rf"[(（][{_LETTERS}]{{0,3}}[{TONED}][{_LETTERS}]{{0,3}}[)）]")
_TONELESS = re.compile(r"[(（][a-z]{2,4}[)）]")
_HAN = re.compile(f"[{HAN}]")

# 。現將 in GBK begins with the bytes A1A3 AC46. The converter wrote a half-width comma for the bytes A3AC,
# the full-width comma, wherever it met them, even across two characters: that left A1, which is shown as
# "?", the comma, and 46, which is "F". Letter and reading together allow only 現; in front of 現將, which
# opens a sentence, half a character can only be 。.
_LOST_OPENING = re.compile(r"[?？\ufffd][,，]?F[(（]xiàn[)）](?=[將将])")


def readings(text: str) -> list[Edit]:
    """Take out the readings, and restore the 。現將 that the converter's byte mix-up destroys.

    >>> from .edits import apply_edits
    >>> broken = "成效明顯(xiǎn)?,F(xiàn)將情況匯報(bào)如下(AI)"
    >>> apply_edits(broken, readings(broken))
    '成效明顯。現將情況匯報如下(AI)'
    """
    edits: list[Edit] = []
    for match in _LOST_OPENING.finditer(text):
        start, end = match.span()
        edits += Edit(start, start + 1, "。"), Edit(start + 1, end, "現")
    edits += _behind_han(text, _TONED)
    if edits:
        # A syllable without a tone, 們(men), counts only among toned ones and behind a converted character.
        edits += [edit for edit in _behind_han(text, _TONELESS) if edit.text in traditional()]
    return sorted(edits)


def _behind_han(text: str, bracket: re.Pattern[str]) -> list[Edit]:
    return [
        Edit(match.start() - 1, match.end(), text[match.start() - 1])
        for match in bracket.finditer(text)
        if match.start() and _HAN.match(text, match.start() - 1)
    ]
