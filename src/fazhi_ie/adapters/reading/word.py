"""The text of a Word document (.docx), as a reader of the printed page would have it.

Paragraphs and tables come in their order, numbers of automatic lists included, because headings are numbered by
them. Of tracked changes insertions count and deletions do not. Text boxes and notes follow the paragraph or table
that they belong to, on lines of their own. Left out are headers and footers, tables of contents, hidden text and
comments. Nothing the document points to is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...errors import InputError
from .blocks import RAISED
from .numbering import Numbering
from .ooxml import attribute, children, find, flag, tag
from .package import Parts, open_package
from .tables import Cell, row_lines

if TYPE_CHECKING:
    from .ooxml import Element

_WRAPPERS = frozenset({"sdtContent", "customXml", "ins", "moveTo", "smartTag"})
# fmt: off
_DROPPED = frozenset({
    "del", "delText", "moveFrom", "instrText", "pPr", "rPr", "rt", "sdtPr", "Fallback", "object", "sectPr",
})
# fmt: on
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def docx_text(data: bytes, *, name: str = "the document") -> str:
    """The text of a Word document: a line a paragraph, heading or row of a table."""
    parts = open_package(data, name)
    try:
        text = "\n".join(_Reader(parts).lines(parts.body))
    except RecursionError as error:
        raise InputError(
            "FZ130", f"{name} nests its tables too deeply to be read; save its text as a plain file."
        ) from error
    if not text.strip():
        raise InputError(
            "FZ119", f"{name} holds no text; if it is a picture of the report, it needs OCR first."
        )
    return text


@dataclass
class _Reader:
    """Reads block by block; `beside` collects what stands beside the text: boxes and notes."""

    parts: Parts
    numbering: Numbering = field(init=False)
    beside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.numbering = Numbering(self.parts.numbering, self.parts.styles)

    def lines(self, blocks: Iterable[Element]) -> Iterator[str]:
        """The lines of paragraphs and tables, each followed by what stands beside it."""
        unfinished = ""  # a paragraph whose end was deleted goes on in the next one
        for block in _blocks(blocks):
            if tag(block) == "tbl":
                rows = (list(self._cells(row)) for row in children(block, "tr") if not _is_deleted(row))
                yield from (line for lines in row_lines(rows) for line in lines)
            elif not self.parts.styles.is_contents(block):
                text = unfinished + self._paragraph(block)
                unfinished = text if find(block, "pPr", "rPr", "del") is not None else ""
                if not unfinished:
                    yield from filter(str.strip, text.split("\n"))
            yield from self._drain()
        yield from filter(str.strip, [unfinished])

    def _drain(self) -> list[str]:
        lines, self.beside = self.beside, []
        return lines

    def _paragraph(self, paragraph: Element) -> str:
        text = "".join(self._inline(paragraph)).strip(" ")
        number = self.numbering.next(paragraph) if text.strip() else ""
        needs_space = number[-1:].isalnum() or (number[-1:] == "." and text[:1].isdigit())
        return f"{number} {text}" if needs_space else number + text

    def _inline(self, element: Element) -> Iterator[str]:
        for child in element:
            kind = tag(child)
            if kind == "t":
                yield child.text or ""
            elif kind in _CHARACTERS:
                yield _CHARACTERS[kind]
            elif kind == "txbxContent":
                self.beside += list(self.lines(child))
            elif kind in ("footnoteReference", "endnoteReference"):
                self.beside += self._note(kind.removesuffix("Reference"), child)
            elif kind == "r":
                yield from self._run(child)
            elif kind not in _DROPPED:
                yield from self._inline(child)

    def _run(self, run: Element) -> Iterator[str]:
        style = find(run, "rPr")
        if style is not None and flag(style, "vanish"):
            return
        raised = style is not None and attribute(find(style, "vertAlign"), "val") == "superscript"
        for text in self._inline(run):
            yield text.translate(RAISED) if raised else text

    def _note(self, kind: str, reference: Element) -> list[str]:
        note = self.parts.notes.pop((kind, attribute(reference, "id")), None)
        return [] if note is None else list(self.lines(note))

    def _cells(self, row: Element) -> Iterator[Cell]:
        for cell in _unwrapped(row, "tc"):
            properties = find(cell, "tcPr")
            across = attribute(find(properties, "gridSpan"), "val") if properties is not None else ""
            yield Cell(list(self.lines(cell)), int(across) if across.isdigit() else 1)


def _blocks(elements: Iterable[Element]) -> Iterator[Element]:
    """Paragraphs and tables, also those inside content controls and insertions; no tables of contents."""
    for element in elements:
        kind = tag(element)
        if kind in ("p", "tbl"):
            yield element
        elif kind in _WRAPPERS or (kind == "sdt" and not _is_contents_control(element)):
            yield from _blocks(element)


def _unwrapped(element: Element, kind: str) -> Iterator[Element]:
    for child in element:
        if tag(child) == kind:
            yield child
        elif tag(child) in _WRAPPERS or tag(child) == "sdt":
            yield from _unwrapped(child, kind)


def _is_contents_control(control: Element) -> bool:
    gallery = find(control, "sdtPr", "docPartObj", "docPartGallery")
    return attribute(gallery, "val") == "Table of Contents"


def _is_deleted(row: Element) -> bool:
    return find(row, "trPr", "del") is not None
