"""Cut the files of a run into chunks, the unit of work that is either done or not.

A chunk is some files in a row: few enough that little is lost when a process is killed and that its results fit
into memory, many enough that their fixed cost does not show. Where one ends is decided by the names of the files
themselves, so that after one more file was put into a folder most chunks are still the same.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..reading import STDIN

MOST_FILES = 32
MOST_BYTES = 400_000
_ENDS_ONE_IN = 16


@dataclass(frozen=True)
class Chunk:
    """Files in the order of the run, never none."""

    paths: tuple[Path, ...]

    @property
    def key(self) -> str:
        """A name for the files of this chunk, by their paths and order: 32 hexadecimal digits.

        >>> Chunk((Path("a.txt"), Path("b.txt"))).key == Chunk((Path("b.txt"), Path("a.txt"))).key
        False
        """
        return hashlib.sha256(b"\0".join(map(os.fsencode, self.paths))).hexdigest()[:32]

    @property
    def is_standard_input(self) -> bool:
        """Whether it is standard input, which is a chunk of its own, for only the first process can read it."""
        return self.paths == (STDIN,)


def cut(
    paths: Iterable[Path], *, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES
) -> Iterator[Chunk]:
    """Cut files into chunks, in order, each file in one chunk.

    >>> [len(chunk.paths) for chunk in cut([Path("gone.txt")] * 5, most_files=2)]
    [2, 2, 1]
    """
    chunk: list[Path] = []
    size = 0
    for path in paths:
        if chunk and (path == STDIN or chunk[0] == STDIN):
            yield Chunk(tuple(chunk))
            chunk, size = [], 0
        chunk.append(path)
        size += _size(path)
        if len(chunk) >= most_files or size >= most_bytes or _ends_chunk(path):
            yield Chunk(tuple(chunk))
            chunk, size = [], 0
    if chunk:
        yield Chunk(tuple(chunk))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # reading it will say what is wrong
        return 0


def _ends_chunk(path: Path) -> bool:
    return zlib.crc32(os.fsencode(path)) % _ENDS_ONE_IN == 0
