"""The text of a PDF, line by line as printed, without running headers and page numbers.

Decides when a PDF is not to be trusted: a page that is only a picture, letters without a meaning, a file cut off.
PDFium gives the characters in the order in which they were set, which keeps columns apart; cleaning joins the lines
to paragraphs afterwards, as it does for any text with soft breaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...errors import InputError
from . import pdfium
from .pdf_lines import LOST, Line, lines_of
from .plumber import Plumber, UnreadablePageError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 10_000_000
_END = b"%%EOF"
_TAIL = 4_096
_MARGIN = 0.1  # of the page's height, above and below
_PAGE_NUMBER = re.compile(r"[-—–·.\s]*第?\s*[0-9]{1,4}\s*页?(?:\s*[/，,共]+\s*[0-9]{1,4}\s*页?)?[-—–·.\s]*")
_LONGEST_PAGE_NUMBER = 40
_DIGITS = re.compile("[0-9]+")
_MOST_LOST = 0.01  # of all characters


def pdf_text(data: bytes, *, name: str = "the document") -> str:
    """The text of a PDF; raises `InputError` when it is damaged, protected, scanned, or too long."""
    try:
        import pypdfium2
    except ImportError as error:
        raise InputError(
            "FZ117", f'{name} is a PDF; to read it, run: pip install "fazhi-ie[pdf]".'
        ) from error
    if _END not in data[-_TAIL:]:
        raise InputError("FZ132", f"{name} is a PDF that ends early; fetch it again.")
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = list(_pages(document, Plumber(data), name))
    except (pypdfium2.PdfiumError, UnreadablePageError) as error:
        raise _open_error(str(error), name) from error
    text = "\n".join(_without_margins(pages))
    _check_characters(text, name)
    return text


def _pages(document: PdfDocument, plumber: Plumber, name: str) -> Iterator[list[Line]]:
    if len(document) > _MOST_PAGES:
        raise _length_error(name, len(document), _MOST_PAGES, "pages")
    characters = 0
    pictures: list[int] = []
    for number, page in enumerate(document):
        lines = _lines(page, number, plumber)
        characters += sum(len(line.text) for line in lines)
        if characters > _MOST_CHARACTERS:
            raise _length_error(name, characters, _MOST_CHARACTERS, "characters")
        if not lines and pdfium.has_picture(page):
            pictures.append(number + 1)
        yield lines
        page.close()
    if pictures or not characters:
        raise _scanned_error(pictures, len(document), name)


def _lines(page: PdfPage, number: int, plumber: Plumber) -> list[Line]:
    """The lines of a page, with pdfplumber's help where it has tables or letters that PDFium would drop."""
    tables = plumber.tables(number) if pdfium.has_rules(page) and not page.get_rotation() else []
    characters = plumber.characters(number) if pdfium.lacks_fonts(page) else pdfium.characters(page)
    return lines_of(characters, tables, page.get_height())


def _without_margins(pages: list[list[Line]]) -> Iterator[str]:
    """All lines but page numbers, and what stands in the margin of at least two pages and of half of them."""
    repeated = Counter(key for lines in pages for key in {_key(line) for line in lines if _in_margin(line)})
    least = max(2, len(pages) / 2)
    for line in (line for lines in pages for line in lines):
        if not (_in_margin(line) and (_is_page_number(line.text) or repeated[_key(line)] >= least)):
            yield line.text


def _is_page_number(text: str) -> bool:
    return len(text) <= _LONGEST_PAGE_NUMBER and _PAGE_NUMBER.fullmatch(text) is not None


def _in_margin(line: Line) -> bool:
    return not line.is_row and not _MARGIN <= line.height <= 1 - _MARGIN


def _key(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _check_characters(text: str, name: str) -> None:
    lost = text.count(LOST)
    if lost > _MOST_LOST * len(text):
        raise InputError(
            "FZ136",
            f"{name} does not say which characters its letters are ({lost:,} of {len(text):,} are unknown); "
            "recognise its text with OCR first (for example ocrmypdf --force-ocr -l chi_sim IN OUT).",
        )


def _scanned_error(pictures: list[int], pages: int, name: str) -> InputError:
    some = ", ".join(map(str, pictures[:5])) + (" …" if len(pictures) > 5 else "")
    which = f"pages {some} of {pages}" if 0 < len(pictures) < pages else "its pages"
    return InputError(
        "FZ134",
        f"{name} is scanned: {which} hold no text, only pictures; recognise the text with OCR first "
        "(for example ocrmypdf --skip-text -l chi_sim IN OUT).",
    )


def _length_error(name: str, count: int, most: int, what: str) -> InputError:
    return InputError("FZ135", f"{name} has {count:,} {what}, more than {most:,}; split it into its reports.")


def _open_error(reason: str, name: str) -> InputError:
    if "password" in reason.lower():
        return InputError("FZ133", f"{name} is protected by a password; save it without one.")
    return InputError(
        "FZ132", f"{name} is a damaged PDF ({reason}); fetch it again, or print it to a new PDF."
    )
