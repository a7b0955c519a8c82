"""Files and folders that take their name only when they are whole.

What is being written stands beside its target under a hidden name (`.fazhi-…part`) and is renamed at the end, so
that no reader ever sees half a dataset, and one that was there before stays until the new one is whole. After an
error nothing is left behind; after a `kill -9` the hidden part is, and `clear_leftovers` removes it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ..arrow.rows import COLUMNS


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its name only when the block ends well.

    A device or a pipe is written as it is; a link keeps its place and its target is replaced.
    """
    if is_stream(path):
        with path.open("wb") as stream:
            yield stream
        return
    with whole_path(path) as part, part.open("xb") as stream:
        yield stream


@contextmanager
def whole_path(path: Path) -> Iterator[Path]:
    """Give a name beside `path` to write a file to, which is renamed to `path` when the block ends well."""
    target = path.resolve()
    part = _hidden(target, "part")
    try:
        yield part
        _sync(part)
        part.replace(target)
    finally:
        _remove(part)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give a new folder beside `path` to fill, which replaces the folder `path` when the block ends well."""
    target = path.resolve()
    part, old = _hidden(target, "part"), _hidden(target, "old")
    part.mkdir()
    try:
        yield part
        for file in part.iterdir():
            _sync(file)
        _exchange(part, target, old)
    finally:
        _remove(part)


def _exchange(part: Path, target: Path, old: Path) -> None:
    """Put a folder in the place of another, which steps aside first: a full folder cannot be replaced in one step."""
    if target.exists():
        target.rename(old)
    try:
        part.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    _remove(old)


def clear_leftovers(path: Path) -> None:
    """Remove what killed runs have left beside `path`; only for one who knows that no other run is writing it.

    A dataset that had just stepped aside for its successor gets its name back.
    """
    target = path.resolve()
    for left in sorted(target.parent.glob(f"{_mark(target)}-*")):
        if left.suffix == ".old" and not target.exists():
            left.rename(target)
        else:
            _remove(left)


def holds_tables(folder: Path, suffix: str) -> bool:
    """Whether a folder holds a file for every table, and nothing else."""
    return {file.name for file in folder.iterdir()} == {f"{table}{suffix}" for table in COLUMNS}


def is_stream(path: Path) -> bool:
    """Whether the path is a device or a pipe, which is written as it is and never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _hidden(target: Path, suffix: str) -> Path:
    return target.with_name(f"{_mark(target)}-{secrets.token_hex(4)}.{suffix}")


def _mark(target: Path) -> str:
    """What the hidden names for a target begin with: short, because its own name may be as long as names can be."""
    return f".fazhi-{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:8]}"


def _remove(path: Path) -> None:
    """Remove a file or folder, and what a database keeps beside its file."""
    for left in path.parent.glob(f"{path.name}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _sync(file: Path) -> None:
    """See to it that a file is on the disk before its name says that it is whole."""
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
