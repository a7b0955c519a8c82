"""One record a line: the JSON Lines form of reports, and a file that appears only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel

# Line ends for Unicode, and so for `str.splitlines`, that JSON allows unescaped inside a string.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def json_line(record: BaseModel) -> bytes:
    """Write a record as one line of UTF-8 JSON that no reader of lines can take for two."""
    line = record.model_dump_json()
    for char, escape in _LINE_ENDS.items():
        line = line.replace(char, escape)
    return line.encode() + b"\n"


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its name only when the block ends well.

    A device or a pipe is written as it is; a link keeps its place and its target is replaced.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    target = path.resolve()
    part = target.with_name(f".fazhi-{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
