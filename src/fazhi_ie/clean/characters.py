"""Characters that are one thing written in many ways: line ends, blanks, invisible marks, widths, radicals,
entities.

Unicode's NFKC would do some of this, but it also turns ① into 1, Ⅲ into III and ， into `,`: it invents
numbers and undoes Chinese punctuation. So each kind of change is a table or a class of its own, and nearly
all are one to one.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

from .edits import Edit

LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
BLANKS = "\t\xa0\u1680\u202f\u205f\u3000\ue5e5" + "".join(map(chr, range(0x2000, 0x200B)))
"""Horizontal white space, with U+E5E5: what GBK's blank A3A0 becomes in Unicode."""

INVISIBLE = (
    "".join(map(chr, (*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))))  # controls
    + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))))  # direction
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFD))))  # variation selectors, anchors
    + "\xad\u061c\u180e\ufeff"
)

_CHINESE = "！（），：；？"
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _CHINESE}
_SMALL_AND_HALF = dict(
    zip("﹐﹑﹒﹔﹕﹖﹗﹙﹚﹪｡､･∶﹝﹞〝〞〟", '，、.；：？！（）%。、·:〔〕"""', strict=True)
)
_DASHES_AND_DOTS = dict(zip("–‐‑‒−―─〜∼∕⁄・‧∙⋅", "-----——~~//····", strict=True))
_CORNER_QUOTES = dict(zip("「」『』﹁﹂﹃﹄", "“”‘’“”‘’", strict=True))
_KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_RADICALS = dict(
    zip(
        "⺠⻅⻓⻔⻋⻛⻄⻚⻢⻦⻥⻬⻩⻰⻆⻘⻝⻉⻙⻤⻮⺟⻳",
        "民见长门车风西页马鸟鱼齐黄龙角青食贝韦鬼齿母龟",
        strict=True,
    )
)
_COMPATIBILITY = {chr(code): unicodedata.normalize("NFC", chr(code)) for code in range(0xF900, 0xFB00)}
_SURROGATES = {chr(code): "\ufffd" for code in range(0xD800, 0xE000)}

_ALL = (
    _FULL_WIDTH
    | _SMALL_AND_HALF
    | _DASHES_AND_DOTS
    | _CORNER_QUOTES
    | _KANGXI  # text copied from PDF writes 工 as the radical ⼯
    | _RADICALS
    | _COMPATIBILITY
    | _SURROGATES  # halves of characters cannot be encoded by anyone downstream
)
WIDTHS: Mapping[str, str] = {old: new for old, new in _ALL.items() if old != new}
"""One character for another: 2４％ is 24%, ﹝ is 〔, 「 is “, ⼯ is 工."""

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_INVISIBLE = re.compile(f"[{re.escape(INVISIBLE)}]+")


def entities(text: str) -> list[Edit]:
    """HTML entities that were left in the text.

    >>> entities("受理&nbsp;3件")
    [Edit(start=2, end=8, text='\\xa0')]
    """
    found = ((match, html.unescape(match[0])) for match in _ENTITY.finditer(text))
    return [Edit(*match.span(), plain) for match, plain in found if plain != match[0]]


def line_ends(text: str) -> list[Edit]:
    r"""Every kind of line end becomes `\n`.

    >>> line_ends("一\r\n二\r三")
    [Edit(start=1, end=3, text='\n'), Edit(start=4, end=5, text='\n')]
    """
    return [Edit(*match.span(), "\n") for match in _LINE_END.finditer(text)]


def invisible(text: str) -> list[Edit]:
    r"""Zero-width marks, soft hyphens, direction marks, byte order marks and control characters go.

    >>> invisible("\ufeff受\u200b理")
    [Edit(start=0, end=1, text=''), Edit(start=2, end=3, text='')]
    """
    return [Edit(*match.span(), "") for match in _INVISIBLE.finditer(text)]


def fold(table: Mapping[str, str]) -> Callable[[str], str]:
    """A rewriting that replaces single characters by single characters.

    >>> fold({"％": "%"})("98％")
    '98%'
    """

    @cache
    def members() -> re.Pattern[str]:
        return re.compile(f"[{re.escape(''.join(table))}]")

    return lambda text: members().sub(lambda match: table[match[0]], text)
