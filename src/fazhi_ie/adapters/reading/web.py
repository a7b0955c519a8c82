"""The report in an HTML page, without the site around it; decides what is report and what is furniture.

A number lost is worse than a menu line kept, so nothing is scored away. The report is where the sentences are: the
smallest part of the page that holds all of them, and the lines beside it as far as the next menu. Within it, only
lines that are links and nothing else, and the known furniture listed in `chrome.txt`, are left out.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from ...errors import InputError
from .blocks import Block, Page
from .encodings import decode, decoded, is_written

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LARGE_PAGE = 1_000_000  # bytes; a report's page has a tenth, and parsing may take the square of this
_MANY_TAGS = 20_000
_MANY_ATTRIBUTES = re.compile(rb"<[^<\s]*(?:\s+[^<\s]+){2000}")
_MOST_CHARACTERS = 20_000_000

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.I)
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_STOPS = "。；"
_PAUSES = "，,、："
_SHORTEST_SENTENCE = 8
_LONGEST_FURNITURE = 150
_FARTHEST = 6  # lines beside the report that may belong to it: title, number, signature
_TITLE_SEPARATOR = re.compile("(?<![0-9])[-_|–—>]+|[-_|–—>]+(?![0-9])")
_SHORTEST_TITLE = 10


def is_large(data: bytes) -> bool:
    """Tell whether a page may take long or much memory to parse."""
    return len(data) > _LARGE_PAGE or data.count(b"<") > _MANY_TAGS or bool(_MANY_ATTRIBUTES.search(data))


def html_text(data: bytes, *, name: str = "the page") -> str:
    """The report in a page: a line a paragraph, heading or row of a table.

    >>> html_text("<body><ul><li><a href=/>首页</a></ul><p>受理<b>3</b>6件。</p><p>打印本页</p></body>".encode())
    '受理36件。'
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        raise InputError(
            "FZ117", f'{name} is an HTML page; to read it, run: pip install "fazhi-ie[html]".'
        ) from error
    root = LexborHTMLParser(_page(data, name)).root
    if root is None:
        raise _empty_error(name)
    title = root.css_first("title")
    lines = _report(root)
    if not lines:
        raise _empty_error(name)
    return "\n".join([*_missing_title(title.text() if title else "", lines), *lines])


def _page(data: bytes, name: str) -> str:
    """Decode a page: byte order mark, then what the page declares, then what its bytes are."""
    declared = _CHARSET.search(data[:4096])
    codec = _CODECS.get(declared[1].decode("ascii").lower()) if declared else None
    text = decoded(data, codec) if codec and not data.startswith(b"\xef\xbb\xbf") else None
    if text is None or "\0" in text or (codec != "utf-8" and not is_written(text)):
        text = decode(data, name=name)
    return text.removeprefix("\ufeff")


class _Reading(NamedTuple):
    """A page, what of each block is no furniture, and which blocks tell something."""

    page: Page
    texts: list[str]
    told: list[int]


def _reading(page: Page) -> _Reading:
    texts = [_without_furniture(block) for block in page.blocks]
    told = [
        n for n, (block, text) in enumerate(zip(page.blocks, texts, strict=True)) if _is_told(block, text)
    ]
    return _Reading(page, texts, told)


def _report(root: LexborNode) -> list[str]:
    """The lines of the report; all lines but menus where no sentence says what the report is."""
    reading = _reading(Page(root))
    if not reading.told:  # some sites show the report by a script
        hidden = _reading(Page(root, with_hidden=True))
        reading = hidden if hidden.told else reading
    blocks, first, last = reading.page.blocks, 0, len(reading.texts) - 1
    if reading.told:
        first, last = _around(reading.page, reading.told)
        first, last = _reach(blocks, first, -1), _reach(blocks, last, 1)
    return [reading.texts[n] for n in range(first, last + 1) if reading.texts[n] and not _is_menu(blocks[n])]


def _is_told(block: Block, text: str) -> bool:
    """Whether a line is told by the page itself: a sentence, or a row of figures."""
    if _is_menu(block):
        return False
    if block.is_row:
        return any(map(str.isdigit, text))
    stops, pauses = (sum(map(text.count, marks)) for marks in (_STOPS, _PAUSES))
    return len(text) >= _SHORTEST_SENTENCE and (stops > 0 or pauses > 1)


def _is_menu(block: Block) -> bool:
    """Whether a line is made of links; a sentence that links stays."""
    return block.links * 2 > len(block.text) and not any(stop in block.text for stop in _STOPS)


def _around(page: Page, told: list[int]) -> tuple[int, int]:
    """The first and the last block of the smallest element that holds all these blocks."""
    blocks = page.blocks
    element, last = blocks[told[0]].element, blocks[told[-1]].element
    while not element <= last <= page.ends[element]:
        element = page.parents[element]
    inside = [n for n, block in enumerate(blocks) if element <= block.element <= page.ends[element]]
    return min(inside[0], told[0]), max(inside[-1], told[-1])


def _reach(blocks: list[Block], start: int, step: int) -> int:
    """How far the report goes on beside its element: to the next menu, and no more than a few lines."""
    end = start
    for number in range(start + step, start + step * (_FARTHEST + 1), step):
        if not 0 <= number < len(blocks) or _is_menu(blocks[number]):
            break
        end = number
    return end


def _without_furniture(block: Block) -> str:
    """The line without furniture, or "" where it is all furniture."""
    text = block.text
    if len(text) > _LONGEST_FURNITURE or "。" in text or block.is_row:
        return text
    rest = _furniture().sub(" ", text)
    return rest.strip() if any(map(str.isalnum, rest)) else ""


@cache
def _furniture() -> re.Pattern[str]:
    lines = files(__package__).joinpath("chrome.txt").read_text(encoding="utf-8").splitlines()
    return re.compile("|".join(f"(?:{line})" for line in lines if line and not line.startswith("#")))


def _missing_title(page_title: str, lines: list[str]) -> list[str]:
    """The page's title without the site's name, where the report does not begin with it."""
    parts = (" ".join(part.split()) for part in _TITLE_SEPARATOR.split(page_title))
    title = max(parts, key=len, default="")
    beginning = "".join("".join(lines[:10]).split())
    known = "".join(title.split()) in beginning
    return [] if known or len(title) < _SHORTEST_TITLE else [title]


def _empty_error(name: str) -> InputError:
    return InputError(
        "FZ119",
        f"{name} is an HTML page without text of its own: its script or a frame would load the report; "
        "open it in a browser and save the report itself.",
    )
