"""Read a report from whatever it came in; decides by the bytes what it is, and how much is too much.

A crawler brings home PDFs named `.txt` and error pages named `.pdf`, so a name decides nothing unless the bytes
could be either. Only regular files are opened: a pipe or a device found in a folder would block a run for ever.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import IO

from ...errors import InputError
from .encodings import decode
from .kinds import kind_of
from .paths import REPORTS, STDIN, reason, shown

MOST_BYTES = 100_000_000
"""Larger files are refused: a report has a hundred thousand, and memory must stay bounded."""

_PIPES = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")  # what a shell passes for <(command)


def read_text(path: Path) -> str:
    """Read a file, or standard input for `-`, as text; the text of HTML, Word and PDF is extracted.

    Raises `InputError` with a whole sentence when the file cannot be read or is not a report's text.
    """
    name = shown(path)
    return text_of(
        _standard_input() if path == STDIN else _contents(path, name), name=name, suffix=path.suffix
    )


def text_of(data: bytes, *, name: str = "the text", suffix: str = "") -> str:
    """The text in the bytes of a text, HTML, Word (.docx) or PDF file.

    >>> text_of("<html><body><p>受理36件，</p><p>办结35件。</p></body></html>".encode())
    '受理36件，\\n办结35件。'
    """
    kind = kind_of(data, name=name, suffix=suffix.lower())
    if kind == "text":
        return decode(data, name=name)
    if kind == "docx":
        from .word import docx_text

        return docx_text(data, name=name)
    from . import apart, web

    if kind == "html" and not web.is_large(data):
        return web.html_text(data, name=name)
    return apart.read(kind, data, name=name)


def _contents(path: Path, name: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _folder_error(path, name)
        if not (stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and str(path).startswith(_PIPES))):
            raise InputError(
                "FZ118", f"{name} is a pipe, socket or device, not a file; copy it into a file first."
            )
        with path.open("rb") as file:
            return _limited(file, name)
    except OSError as error:
        raise InputError("FZ112", f"The file {name} cannot be read: {reason(error)}.") from error
    except ValueError as error:  # a NUL or half a character in the name
        raise InputError("FZ112", f"The file {name} cannot be read: no file can have that name.") from error


def _folder_error(path: Path, name: str) -> InputError:
    if not os.access(path, os.R_OK | os.X_OK):
        return InputError("FZ112", f"The folder {name} cannot be read: permission denied.")
    return InputError(
        "FZ111",
        f"The folder {name} holds no report that can be opened; "
        f"give a folder with files that end in {', '.join(sorted(REPORTS))}.",
    )


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError("FZ112", "Standard input is closed; give the path of a file or folder instead.")
    return _limited(sys.stdin.buffer, "standard input")


def _limited(file: IO[bytes], name: str) -> bytes:
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputError(
            "FZ116",
            f"{name} has more than {MOST_BYTES:,} bytes, which no report has; split it into its documents.",
        )
    return data
