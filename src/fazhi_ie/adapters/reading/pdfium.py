"""A page of a PDF as PDFium sees it: its characters in the order in which they were set, and what is drawn.

Left out is slanted text, as of watermarks. PDFium drops letters for which it has no shape, so a page with such
letters is not for it (`lacks_fonts`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .pdf_lines import LINE_END, LOST, Box, Character

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage  # type: ignore[import-untyped]

_SLANTED = 0.1  # radians
_FEWEST_RULES = 4  # drawn lines or boxes that may make a table
_DEPTH = 4  # of forms in forms
_HYPHEN = "\x02"  # PDFium's mark for a hyphen at the end of a line


def characters(page: PdfPage) -> Iterator[Character]:
    """The characters of a page, with a `LINE_END` behind each line."""
    from pypdfium2 import raw

    text_page = page.get_textpage()
    handle, straight = text_page.raw, _is_straight(text_page)
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in (10, 13):
            if code == 10:
                yield LINE_END
            continue
        if straight and _is_slanted(text_page, index):
            continue
        text = _character(code, raw.FPDFText_HasUnicodeMapError(handle, index) == 1)
        yield Character(text, Box(*text_page.get_charbox(index)), raw.FPDFText_GetFontSize(handle, index))
    text_page.close()


def _character(code: int, unknown: bool) -> str:
    if unknown or code == 0:
        return LOST
    return "-" if chr(code) == _HYPHEN else chr(code)


def _is_slanted(text_page: PdfTextPage, index: int) -> bool:
    from pypdfium2 import raw

    return abs(math.sin(raw.FPDFText_GetCharAngle(text_page.raw, index))) > _SLANTED


def _is_straight(text_page: PdfTextPage) -> bool:
    """Whether most text of the page stands upright, so that slanted text is a watermark."""
    count = text_page.count_chars()
    sample = range(0, count, count // 200 + 1)
    return 2 * sum(_is_slanted(text_page, index) for index in sample) < len(sample)


def lacks_fonts(page: PdfPage) -> bool:
    """Whether there are letters without a shape, of a font that is neither in the document nor on this machine."""
    from pypdfium2 import raw

    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEPTH):
        left, bottom, right, top = text.get_bounds()
        if (left >= right or bottom >= top) and not raw.FPDFFont_GetIsEmbedded(
            raw.FPDFTextObj_GetFont(text.raw)
        ):
            return True
    return False


def has_rules(page: PdfPage) -> bool:
    """Whether lines or boxes are drawn that may make a table."""
    from pypdfium2 import raw

    rules = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH)
    return sum(1 for _ in rules) >= _FEWEST_RULES


def has_picture(page: PdfPage) -> bool:
    """Whether there is a picture on the page."""
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH))
