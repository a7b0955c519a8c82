"""Find the reports among files and folders, and read each as text.

Decides which encodings are accepted, and when it is better to refuse: bytes read in the wrong encoding give
wrong words and wrong numbers, so decoding is strict and a doubtful file is an error, never a guess. The text
keeps its newlines and its byte order mark (U+FEFF), because offsets count code points of the text as given.
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError

STDIN = Path("-")
TEXT_SUFFIXES = frozenset({".txt", ".md"})
_OFFICE_SUFFIXES = frozenset({".doc", ".docx", ".wps", ".rtf", ".odt", ".pdf", ".xls", ".xlsx"})
_OFFICE_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

# In GB2312, symbols and the common characters have lead bytes up to 0xD7. They are all of a simplified text,
# two thirds of a traditional one, and 0.2 to 0.45 of Big5 or damaged UTF-8 that happens to decode as GB18030;
# besides, the commas and stops of Big5, every tenth character, become characters of private use.
_ASCII = bytes(range(0x80))
_RARE_LEADS = bytes(range(0xD8, 0x100))
_LEAST_COMMON = 0.5
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_MOST_PRIVATE = 0.02


def find_texts(paths: Iterable[Path]) -> list[Path]:
    """List the files to read: files as given, and for a folder every `.txt` and `.md` file below it, sorted.

    A folder that holds no such file, or cannot be opened, is listed itself: reading it says what is wrong.
    """
    found: list[Path] = []
    for path in paths:
        found.extend(_texts_below(path) if path.is_dir() else [path])
    return found


def _texts_below(folder: Path) -> list[Path]:
    found: list[Path] = []
    unreadable: list[Path] = []
    for parent, _, names in os.walk(folder, onerror=lambda error: unreadable.append(Path(error.filename))):
        found.extend(Path(parent, name) for name in names if Path(name).suffix.lower() in TEXT_SUFFIXES)
    return sorted(found + unreadable) or [folder]


def source_id(path: Path) -> str:
    """Name a path in records: as it was given, with `?` marks (U+FFFD) where the name is not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_text(path: Path) -> str:
    """Read a file, or standard input for `-`, as text with its newlines kept.

    Raises `InputError` with a whole sentence when the file cannot be read or is not text.
    """
    name = source_id(path)
    if path == STDIN:
        return decode(_standard_input(), name="standard input")
    if path.is_dir():
        raise InputError(
            "FZ111",
            f"The folder {name} holds no .txt or .md file that can be opened; give a folder of reports.",
        )
    if path.suffix.lower() in _OFFICE_SUFFIXES:
        raise _office_error(name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError("FZ112", f"The file {name} cannot be read: {_reason(error)}.") from error
    return decode(data, name=name)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError("FZ112", "Standard input is closed; give the path of a file or folder instead.")
    return sys.stdin.buffer.read()


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def decode(data: bytes, *, name: str = "the text") -> str:
    """Decode the bytes of a report: UTF-8, UTF-16 with a byte order mark, or GB18030 (with GBK and GB2312).

    Raises `InputError` when the bytes are none of these; `name` is what the message calls them.

    >>> decode("受理362件\\r\\n".encode("gb18030"))
    '受理362件\\r\\n'
    >>> decode("受理362件".encode("utf-16"))
    '\\ufeff受理362件'
    >>> decode("受理362件，審結340件".encode("big5"))
    Traceback (most recent call last):
    fazhi_ie.errors.InputError: FZ115: ...
    """
    if data.startswith(_OFFICE_MAGIC):
        raise _office_error(name)
    utf16 = _UTF16.get(data[:2])
    if utf16 is None and b"\0" in data:
        raise _binary_error(name)
    text = _decoded(data, utf16) if utf16 else _utf8_or_gb18030(data)
    if text is None:
        raise InputError(
            "FZ115",
            f"{name} is not text in UTF-8, UTF-16 with a byte order mark, or GB18030; "
            "open it in an editor and save it as UTF-8.",
        )
    if "\0" in text:
        raise _binary_error(name)
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf8_or_gb18030(data: bytes) -> str | None:
    text = _decoded(data, "utf-8")
    if text is not None:
        return text
    text = _decoded(data, "gb18030")
    return text if text is not None and _is_written_chinese(text) else None


def _is_written_chinese(text: str) -> bool:
    """Tell whether the characters beyond ASCII are mostly common ones of GB2312, and hardly any private."""
    wide = len(text) - len(text.encode("ascii", "ignore"))
    leads = text.encode("gb2312", "ignore").translate(None, _ASCII)[::2]
    common = len(leads.translate(None, _RARE_LEADS))
    private = len(_PRIVATE_USE.findall(text))
    return common >= _LEAST_COMMON * wide and private <= _MOST_PRIVATE * wide


def _binary_error(name: str) -> InputError:
    return InputError("FZ114", f"{name} holds NUL bytes, so it is not a text; give the report as plain text.")


def _office_error(name: str) -> InputError:
    return InputError(
        "FZ113",
        f"{name} is an office document or PDF, not text; save it as plain text first "
        "(in Word or WPS: Save As, Plain text, UTF-8; for a PDF: pdftotext FILE.pdf).",
    )
