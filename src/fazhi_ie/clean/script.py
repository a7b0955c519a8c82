"""Traditional characters become the simplified ones of the mainland standard, by OpenCC.

`t2s` decides, character by character with phrases where a character has two simplified forms (乾淨, 乾隆).
It leaves two things to regional standards: characters only Hong Kong writes (衞), and 著, which Taiwan also
writes for 着 (著力); those are looked at afterwards. Taiwan's *words* (程式 for 程序) are left to the
packs: turning 資料 into 数据 would change what a report says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import opencc

from .alphabet import regional_variants
from .characters import fold

_CLAUSES = re.compile(r"[^\n，。；：、,.;:]+|[\n，。；：、,.;:]+")
_REACH = 6
"""How many characters on each side of 著 the phrases of OpenCC may look at."""


def simplify(text: str) -> str:
    """The text in simplified characters, one for one.

    >>> simplify("行政複議答覆，依據乾隆年間檔案著力推進，成效顯著")
    '行政复议答复，依据乾隆年间档案着力推进，成效显著'
    """
    converted = _hong_kong()(align(text, converter("t2s").convert))
    return re.sub("著", lambda match: _zhe_or_zhu(text, match.start()), converted)


def align(text: str, convert: Callable[[str], str]) -> str:
    """Convert the text without changing its length, so that no offset moves.

    A clause in which a phrase changes its length is converted character by character; a character that has no
    counterpart of one character stays.

    >>> align("软体，ab", lambda piece: piece.replace("软体", "软件").replace("ab", "c"))
    '软件，ab'
    """
    converted = convert(text)
    if len(converted) == len(text):
        return converted
    if len(text) == 1:
        return text
    pieces: list[str] = _CLAUSES.findall(text)
    return "".join(align(piece, convert) for piece in (pieces if len(pieces) > 1 else text))


@cache
def converter(config: str) -> opencc.OpenCC:
    """An OpenCC converter (`t2s`, `tw2s`), loaded at its first use."""
    return opencc.OpenCC(config)


@cache
def _hong_kong() -> Callable[[str], str]:
    return fold(regional_variants())


def _zhe_or_zhu(text: str, position: int) -> str:
    """着 or 著 for the 著 at `position`, as OpenCC's phrases for Taiwan decide."""
    start = max(position - _REACH, 0)
    window = text[start : position + _REACH + 1]
    if converter("t2s").convert(window) == window:  # no traditional character around: 显著, not 顯著
        return "著"
    return align(window, converter("tw2s").convert)[position - start]
