"""JSON Lines: one report, or one error, a line; the form that holds everything and that programs read in a stream."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

from .cells import encodable
from .targets import whole_file

if TYPE_CHECKING:
    from . import Result

# Line ends for Unicode, and so for `str.splitlines`, that JSON allows unescaped inside a string.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_BEGINNINGS = (b'{"schema_version":', b'{"source":')


class LineWriter:
    """Writes results as lines of JSON to an open file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, results: Iterable[Result]) -> None:
        for result in results:
            self._stream.write(json_line(result))


@contextmanager
def writer(path: Path) -> Iterator[LineWriter]:
    """Write a `.jsonl` file."""
    with whole_file(path) as stream:
        yield LineWriter(stream)


def is_dataset(path: Path) -> bool:
    """Whether a file begins like one of ours."""
    with path.open("rb") as stream:
        return stream.read(32).startswith(_BEGINNINGS)


def json_line(record: BaseModel) -> bytes:
    """Write a record as one line of UTF-8 JSON that no reader of lines can take for two."""
    try:
        line = record.model_dump_json()
    except PydanticSerializationError:  # a lone surrogate, which UTF-8 cannot hold
        plain = record.model_dump(mode="json")
        line = encodable(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))
    for char, escape in _LINE_ENDS.items():
        line = line.replace(char, escape)
    return line.encode() + b"\n"
