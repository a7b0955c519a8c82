"""What a file is, by its first bytes; decides what is read and tells what to do with the rest."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from ...errors import InputError
from .paths import HTML

Kind = Literal["text", "html", "docx", "pdf"]

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, .wps, .xls, and .docx with a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RTF = b"{\\rtf"
_HEAD = 1024

_BEFORE = rb"(?:\xef\xbb\xbf)?\s*(?:<!--(?:(?!-->).)*-->\s*|<\?xml[^>]*>\s*)*"
_PAGE = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
_FRAGMENT = re.compile(
    rb"\s*<(?:div|p|table|span|section|article|h[1-6]|font|center|meta|title|style|script)[\s>]", re.I
)
_TAG = re.compile(rb"<(?:[a-z][a-z0-9]*[\s>/]|!doctype)", re.I)
_MHTML = re.compile(rb"(?:From: |MIME-Version: |Subject: |Snapshot-Content)[^\n]*\n", re.I)
_WORD_XML = re.compile(rb"\s*<\?xml[^>]*>\s*<\?mso-application")


def kind_of(data: bytes, *, name: str, suffix: str = "") -> Kind:
    """Tell how the bytes are read; raises `InputError` for formats that are not.

    >>> kind_of(b"<!DOCTYPE html><p>", name="2023.txt")
    'html'
    """
    if data.startswith(_PDF) or (suffix == ".pdf" and _PDF in data[:_HEAD]):
        return "pdf"
    if data.startswith(_ZIP):
        return _zipped(data, name)
    if not data and suffix in (".docx", ".pdf"):
        raise InputError("FZ130", f"{name} is empty; fetch it again.")
    _refuse_office(data, name)
    # UTF-16 is looked at without its NULs.
    head = data.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    fragment = _FRAGMENT.match(head) and head.rstrip().endswith(b">")  # Markdown may begin with a tag, too
    if _PAGE.match(head) or fragment or (suffix in HTML and _TAG.search(head)):
        return "html"
    return "text"


def _zipped(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(
            "FZ130",
            f"{name} is damaged: it begins like a Word document (.docx) but ends early; fetch it again.",
        ) from error
    if any(entry.startswith("xl/") for entry in names):
        raise InputError(
            "FZ113", f"{name} is a workbook, not a report; save the report's text as .docx or .txt."
        )
    if "content.xml" in names:
        raise _to_convert(name, "an OpenDocument text (.odt)")
    if "[Content_Types].xml" not in names:
        raise InputError("FZ113", f"{name} is a ZIP archive; unpack it and give the files in it.")
    return "docx"


def _refuse_office(data: bytes, name: str) -> None:
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise InputError(
            "FZ137", f"{name} is protected by a password; open it in Word or WPS and save it without."
        )
    if data.startswith(_OLE):
        raise _to_convert(name, "an old Word or WPS document (.doc, .wps)")
    if data.startswith(_RTF):
        raise _to_convert(name, "a Rich Text document (.rtf)")
    if _WORD_XML.match(data[:_HEAD]):
        raise _to_convert(name, "a Word 2003 XML document")
    if _MHTML.match(data[:_HEAD]) and b"multipart/related" in data[: 8 * _HEAD]:
        raise InputError(
            "FZ113", f"{name} is a web archive (.mht); open it in a browser and save it as a page, HTML only."
        )


def _to_convert(name: str, what: str) -> InputError:
    return InputError(
        "FZ113",
        f"{name} is {what}, which is not read; save it as .docx in Word or WPS, or convert it with LibreOffice: "
        "soffice --headless --convert-to docx FILE.",
    )
