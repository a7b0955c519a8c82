"""A page as its blocks: what a browser would show on lines of their own, in the order of the page.

Decides what is text at all (no scripts, styles, form controls, readings of ruby), where lines end, and which
tables hold data. Follows HTML5's parsing by `selectolax`; nothing is run, nothing fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .tables import Cell, row_lines

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# fmt: off
_LINES = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
})
_SKIPPED = frozenset({
    "applet", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "noembed",
    "noframes", "noscript", "object", "option", "progress", "rp", "rt", "rtc", "script", "select", "style", "svg",
    "template", "textarea", "title", "video",
})
# fmt: on
_NO_DATA = "table, h1, h2, h3, h4, h5, h6"  # a table around one of these lays out the page
_LONGEST_CELL = 1500
_SPAN = re.compile("[0-9]{1,4}\\Z")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_BLANKS = re.compile("[ \t\r\n\f]+")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Raised digits are notes: 36 with a raised 1 must not become 361."""


class Block(NamedTuple):
    """A line of the page; `links` counts its characters inside links, `element` is where it stands."""

    text: str
    links: int
    element: int
    is_row: bool = False


class _Element(NamedTuple):
    """An element that is open while the tree is walked."""

    number: int
    tag: str
    in_link: bool
    raised: bool
    keeps_lines: bool


class Page:
    """The blocks of a page; for every element, by number, its parent and the last element inside it."""

    def __init__(self, root: LexborNode, *, with_hidden: bool = False) -> None:
        """Read all below `root`; `with_hidden` includes what the page's own style hides."""
        self.blocks: list[Block] = []
        self.parents = [0]
        self.ends = [0]
        self._with_hidden = with_hidden
        self._open = [_Element(0, "", False, False, False)]
        self._text: list[str] = []
        self._links = 0
        self._walk(root)
        self._end_line()
        self.ends[0] = len(self.ends) - 1

    def _walk(self, root: LexborNode) -> None:
        """Go through the tree without recursion: pages may nest deeper than Python's stack."""
        node = root.first_child
        while node is not None:
            if node.is_text_node:
                self._add(node.text_content or "")
            elif self._enter(node) and node.first_child is not None:
                node = node.first_child
                continue
            node = self._next(node)

    def _next(self, node: LexborNode) -> LexborNode | None:
        """What follows a node that has been read, after closing the elements that end with it."""
        here: LexborNode | None = node
        if node.is_element_node:
            self._leave()
        while here is not None and here.next is None:
            here = here.parent
            if len(self._open) == 1:
                return None
            self._leave()
        return None if here is None else here.next

    def _enter(self, node: LexborNode) -> bool:
        """Open an element; False when nothing inside it is to be walked."""
        if not node.is_element_node:
            return False
        tag, above = node.tag or "", self._open[-1]
        if tag in _LINES:
            self._end_line()
        number = len(self.parents)
        self.parents.append(above.number)
        self.ends.append(number)
        self._open.append(
            _Element(
                number,
                tag,
                above.in_link or (tag == "a" and bool((node.attributes.get("href") or "#").strip("#"))),
                above.raised or tag == "sup",
                above.keeps_lines or tag == "pre",
            )
        )
        if tag in _SKIPPED or (not self._with_hidden and _is_hidden(node)):
            return False
        return not (tag == "table" and self._add_rows(node))

    def _leave(self) -> None:
        element = self._open.pop()
        self.ends[element.number] = len(self.parents) - 1
        if element.tag in _LINES:
            self._end_line()

    def _add(self, text: str) -> None:
        element = self._open[-1]
        if element.raised:
            text = text.translate(RAISED)
        first, *others = text.split("\n") if element.keeps_lines else [text]
        self._add_inline(first)
        for line in others:
            self._end_line()
            self._add_inline(line)

    def _add_inline(self, text: str) -> None:
        self._text.append(text)
        if self._open[-1].in_link:
            self._links += len(text.strip())

    def _end_line(self) -> None:
        text = _BLANKS.sub(" ", "".join(self._text)).strip(" ")
        if text.strip():
            self.blocks.append(Block(text, self._links, self._open[-1].number))
        self._text.clear()
        self._links = 0

    def _add_rows(self, table: LexborNode) -> bool:
        """Add the rows of a table that holds data; False for one that only lays out the page."""
        if any(part.css_first(_NO_DATA) is not None for part in table.iter()):
            return False
        rows = [[_Cell(cell, self._with_hidden) for cell in _cells(row)] for row in table.css("tr")]
        if any(cell.length > _LONGEST_CELL for row in rows for cell in row):
            return False
        for row, lines in zip(rows, row_lines([cell.cell for cell in row] for row in rows), strict=True):
            links = sum(cell.links for cell in row) * 2 > sum(cell.length for cell in row)
            for line in lines:
                block = Block(line, len(line) if links else 0, self._open[-1].number, line.startswith("|"))
                self.blocks.append(block)
        return True


class _Cell:
    """A cell of a table, with its length and how much of it is links."""

    def __init__(self, node: LexborNode, with_hidden: bool) -> None:
        blocks = Page(node, with_hidden=with_hidden).blocks
        self.length = sum(len(block.text) for block in blocks)
        self.links = sum(block.links for block in blocks)
        spans = (node.attributes.get("colspan"), node.attributes.get("rowspan"))
        across, down = (int(span) if span and _SPAN.match(span) else 1 for span in spans)
        self.cell = Cell([block.text for block in blocks], across, down)


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (node for node in row.iter() if node.tag in ("td", "th"))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
