"""A page of a PDF as pdfplumber sees it: its ruled tables, and its characters where PDFium would drop some.

pdfplumber takes several times as long as PDFium and is asked only about pages that need it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .pdf_lines import LINE_END, LOST, Box, Character, Table

if TYPE_CHECKING:
    from pdfplumber.page import Page

_GAP = 0.25  # of a character's size: a wider one parts words or numbers


class UnreadablePageError(Exception):
    """pdfplumber cannot read a page that PDFium would read with letters missing."""


class Plumber:
    """One document; a page is opened when it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _pages(self) -> list[Page]:
        import pdfplumber

        return pdfplumber.open(io.BytesIO(self._data)).pages

    def tables(self, number: int) -> list[Table]:
        """The tables of two columns and more that have lines around their cells."""
        try:
            page = self._pages[number]
            tables = [[row.cells for row in table.rows] for table in page.find_tables()]
            page.close()
        except Exception:  # damage that PDFium reads over: then the rows are read as lines
            return []
        boxes = [
            [[None if cell is None else _box(page, cell) for cell in row] for row in rows] for rows in tables
        ]
        return [Table(_outline(rows), rows) for rows in boxes if len(rows) > 1 and max(map(len, rows)) > 1]

    def characters(self, number: int) -> list[Character]:
        """The characters of a page in the order in which they were set; double print counts once."""
        try:
            page = self._pages[number]
            found = page.filter(lambda one: one.get("upright", True)).dedupe_chars(tolerance=1).chars
            page.close()
        except Exception as error:  # pdfminer raises nearly anything on damaged pages
            raise UnreadablePageError(f"page {number + 1}: {type(error).__name__}") from error
        return list(_in_lines([_character(page, one) for one in found]))


def _character(page: Page, one: dict[str, Any]) -> Character:
    text = str(one["text"])
    box = _box(page, (one["x0"], one["top"], one["x1"], one["bottom"]))
    return Character(LOST if text.startswith("(cid:") else text, box, one["size"])


def _in_lines(characters: list[Character]) -> Iterator[Character]:
    """The characters with a space for each gap, and a `LINE_END` where they go on elsewhere."""
    before: Character | None = None
    for one in characters:
        if before is not None:
            beside = one.box.bottom < before.box.top and before.box.bottom < one.box.top
            gap = one.box.left - before.box.right
            if not beside or gap < -one.size:
                yield LINE_END
            elif gap > _GAP * one.size:
                yield Character(" ", one.box)
        yield one
        before = one


def _box(page: Page, cell: tuple[float, float, float, float]) -> Box:
    """From pdfplumber's points, which begin at the top left, to the document's."""
    left, top = page.mediabox[0], page.mediabox[3]
    return Box(cell[0] + left, top - cell[3], cell[2] + left, top - cell[1])


def _outline(rows: list[list[Box | None]]) -> Box:
    boxes = [box for row in rows for box in row if box is not None]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))
