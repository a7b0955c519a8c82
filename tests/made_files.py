"""Small PDF and Word files made in the test that reads them, so that what is in them can be read beside it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from fazhi_ie.errors import InputError

SPACES = (
    nsdecls("w")
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


class Set(NamedTuple):
    """Text set on a page of a PDF, in points from the bottom left; `turned` is a matrix other than upright."""

    x: float
    y: float
    text: str
    size: float = 16
    turned: str = "1 0 0 1"


def lines(*texts: str, x: float = 80, top: float = 720) -> list[Set]:
    """Lines of text below each other."""
    return [Set(x, top - 28 * number, text) for number, text in enumerate(texts)]


def pdf(*pages: Iterable[Set], drawn: str = "") -> bytes:
    """A PDF in a font that every reader knows by name; `drawn` is drawn on each page (`x y w h re S`)."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 595 842]>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
        b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
        b"/ItalicAngle 0/Ascent 752/Descent -271/CapHeight 737/StemV 58>>>>]>>",
    ]
    for number, page in enumerate(pages):
        content = "".join(map(_set, page)) + drawn
        objects += [
            f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * number} 0 R>>".encode(),
            f"<</Length {len(content)}>>stream\n{content}\nendstream".encode("latin-1"),
        ]
    return file_of(objects)


def _set(text: Set) -> str:
    code = text.text.encode("utf-16-be").hex()
    return f"BT /F {text.size} Tf {text.turned} {text.x} {text.y} Tm <{code}> Tj ET\n"


def file_of(objects: Sequence[bytes], *, trailer: str = "") -> bytes:
    """The objects of a PDF, numbered from 1, with the table of where they are."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(places) + 1}/Root 1 0 R{trailer}>>"
    return data + f"{end}\nstartxref\n{len(data)}\n%%EOF\n".encode()


def run(text: str, properties: str = "") -> str:
    """A run of a paragraph, with its properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    inner = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, level: int, number: int = 1) -> str:
    """A paragraph of an automatic list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=numbering)


def cell(*paragraphs: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(paragraph, paragraphs))}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table of rows of cells."""
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(row) + '</w:tr>' for row in rows)}</w:tbl>"


def word(*blocks: str, levels: Sequence[tuple[str, str]] = LEVELS) -> bytes:
    """A Word document of these blocks, with two lists (1 and 2) that share a definition; the second starts anew."""
    document = docx.Document()
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for block in blocks:
        body.insert(len(body) - 1, _parsed(block))
    document.sections[0].header.paragraphs[0].text = "页眉：第99期"
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for part in _lists(levels):
        numbering.append(_parsed(part))
    return saved(document)


def _lists(levels: Sequence[tuple[str, str]]) -> list[str]:
    written = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (style, text) in enumerate(levels)
    )
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return [
        f'<w:abstractNum w:abstractNumId="0">{written}</w:abstractNum>',
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{anew}</w:num>',
    ]


def _parsed(block: str) -> object:
    return parse_xml(re.sub(r"^<[\w:]+", lambda name: f"{name[0]} {SPACES}", block))


def saved(document: object) -> bytes:
    """The bytes of a python-docx document."""
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A ZIP file with one part put in place of the one of that name."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return file.getvalue()


def outcome(read: Callable[[bytes], str], data: bytes) -> str:
    """The code of the error with which the bytes are refused, "text" when they are read."""
    try:
        text = read(data)
    except InputError as error:
        return error.code
    return "text" if text.strip() else "nothing"
