"""The numbers of Word's automatic lists, which stand in no text but are on the printed page.

Headings of reports are often numbered this way (一、 （一） 1.); without the numbers their sections would be lost.
Follows ECMA-376, part 1, 17.9: a list (`num`) uses a definition (`abstractNum`) with nine levels; lists that share
a definition go on counting; a number starts the levels below it anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .ooxml import attribute, children, find, flag, number
from .styles import Styles

if TYPE_CHECKING:
    from .ooxml import Element

_PLACE = re.compile("%([1-9])")
_LEVELS = 9
_DIGITS = "零一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = tuple(
    zip((100, 90, 50, 40, 10, 9, 5, 4, 1), ("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True)
)
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)


class Numbering:
    """Counts the lists of one document, paragraph by paragraph, in the document's order."""

    def __init__(self, tree: Element | None, styles: Styles) -> None:
        self._styles = styles
        definitions = {} if tree is None else _by_id(tree, "abstractNum")
        self._lists = (
            {}
            if tree is None
            else {
                key: (attribute(find(item, "abstractNumId"), "val"), item)
                for key, item in _by_id(tree, "num").items()
            }
        )
        self._levels = {key: _levels(item) for key, item in definitions.items()}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def next(self, paragraph: Element) -> str:
        """The number in front of this paragraph, "" if it has none; counts on."""
        key, level_name, style = self._styles.list_of(paragraph)
        definition, item = self._lists.get(key, ("", None))
        levels = self._levels.get(definition)
        if item is None or levels is None:
            return ""
        level = int(level_name) if level_name in tuple("012345678") else _level_of_style(levels, style)
        self._begin(key, definition, item)
        counts = self._counts[definition]
        value = counts[level]
        counts[level] = number(find(levels.get(level), "start"), default=1) if value is None else value + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return _label(levels, level, counts)

    def _begin(self, key: str, definition: str, item: Element) -> None:
        """At its first paragraph a list may say that it starts anew."""
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        if key in self._begun:
            return
        self._begun.add(key)
        for override in children(item, "lvlOverride"):
            start = find(override, "startOverride")
            level = number(override, "ilvl")
            if start is not None and level < _LEVELS:
                counts[level] = number(start, default=1) - 1


def _by_id(tree: Element, name: str) -> dict[str, Element]:
    key = "numId" if name == "num" else "abstractNumId"
    return {attribute(element, key): element for element in children(tree, name)}


def _levels(definition: Element) -> dict[int, Element]:
    return {number(level, "ilvl"): level for level in children(definition, "lvl")}


def _level_of_style(levels: dict[int, Element], style: str) -> int:
    named = (n for n, level in levels.items() if style and attribute(find(level, "pStyle"), "val") == style)
    return min(next(named, 0), _LEVELS - 1)


def _label(levels: dict[int, Element], level: int, counts: list[int | None]) -> str:
    """The text of the level with the counts in their places: `%1.%2` becomes 2.3."""
    definition = levels.get(level)
    if definition is None or attribute(find(definition, "numFmt"), "val") in ("bullet", "none"):
        return ""
    legal = flag(definition, "isLgl")

    def written(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        count = counts[at] if counts[at] is not None else number(find(levels.get(at), "start"), default=1)
        style = attribute(find(levels.get(at), "numFmt"), "val")
        return spelled(count or 0, "decimal" if legal else style)

    return _PLACE.sub(written, attribute(find(definition, "lvlText"), "val"))


def spelled(count: int, style: str) -> str:
    """A count in one of Word's number formats; decimal for those that reports do not use.

    >>> [spelled(12, style) for style in ("chineseCounting", "decimal", "ideographDigital", "lowerLetter")]
    ['十二', '12', '一二', 'l']
    >>> spelled(3, "decimalEnclosedCircle"), spelled(3, "ideographTraditional"), spelled(120, "japaneseCounting")
    ('③', '丙', '一百二十')
    """
    if style in _CHINESE:
        return _chinese(count)
    if style.startswith("chineseLegal"):
        return _chinese(count).translate(_FORMAL)
    if style in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return str(count).translate(str.maketrans("0123456789", "〇" + _DIGITS[1:]))
    if style in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 1 <= count <= 20:
        return chr(0x245F + count)
    if style in _SERIES and 1 <= count <= len(_SERIES[style]):
        return _SERIES[style][count - 1]
    if style.endswith("Roman") and 1 <= count < 400:
        return _roman(count) if style == "upperRoman" else _roman(count).lower()
    return f"{count:02}" if style == "decimalZero" else str(count)


_SERIES = {
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
}


def _chinese(count: int) -> str:
    """A number below ten thousand in words: 十二, 一百零五."""
    if not 0 < count < 10_000:
        return str(count)
    words = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = count // place % 10
        words += _DIGITS[digit] + unit if digit else ("零" if words and count % place else "")
    words = re.sub("零+", "零", words)
    return words[1:] if words.startswith("一十") else words


def _roman(count: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * (count // value)
        count %= value
    return words
