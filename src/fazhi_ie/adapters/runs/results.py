"""What became of the files of one chunk, as a file of the work folder: written whole or not at all.

The first line says by which packs and versions the results were made, and of each file what it was (bytes and
SHA-256) and what was found in it; after it stands one line of JSON a file, as it goes into the output. A
resumed run takes over what fits: made by the same, of the same bytes. The hash of the lines tells a damaged file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

from ...records import Report
from ..batch import Failure
from ..datasets.lines import json_line
from ..datasets.targets import whole_file
from ..reading import STDIN

Fingerprint: TypeAlias = tuple[int | None, str | None]
"""Size in bytes and SHA-256, or nothing twice."""


@dataclass(frozen=True)
class FileEntry:
    """One file of a run: its name in records, what it was, and how much was found; `error` is None for a report."""

    id: str
    bytes: int | None
    sha256: str | None
    characters: int = 0
    sections: int = 0
    terms: int = 0
    statistics: int = 0
    citations: int = 0
    error: str | None = None


@dataclass(frozen=True)
class FileResult:
    """The entry of a file and its line of the output."""

    entry: FileEntry
    line: bytes

    @classmethod
    def of(cls, result: Report | Failure, fingerprint: Fingerprint) -> FileResult:
        """The result of a file that had this fingerprint when it was read."""
        if isinstance(result, Failure):
            entry = FileEntry(result.source.id, *fingerprint, error=result.error.message)
        else:
            entry = FileEntry(
                str(result.source.id),
                *fingerprint,
                characters=result.source.length,
                sections=len(result.sections),
                terms=len(result.terms),
                statistics=len(result.statistics),
                citations=len(result.citations),
            )
        return cls(entry, json_line(result))

    def parsed(self) -> Report | Failure:
        """The report or failure that the line was written from."""
        kind: type[Report | Failure] = Failure if self.entry.error else Report
        return kind.model_validate_json(self.line)


def fingerprint(path: Path) -> Fingerprint:
    """Size and SHA-256 of a file; nothing for what can be read only once, or not at all."""
    if path == STDIN or not path.is_file():
        return None, None
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
                size += len(block)
    except OSError:
        return None, None
    return size, digest.hexdigest()


def write_results(file: Path, results: Sequence[FileResult], *, made_by: str) -> None:
    """Write the results of a chunk so that the file is whole, and on the disk, once it has its name."""
    body = b"".join(result.line for result in results)
    head = {"made_by": made_by, "sha256": _digest(body), "files": [asdict(r.entry) for r in results]}
    with whole_file(file) as stream:
        stream.write(json.dumps(head).encode() + b"\n" + body)


def read_results(file: Path, *, made_by: str) -> list[FileResult] | None:
    """The results in a file of the work folder; None unless it is there, undamaged, and made by the same."""
    try:
        first, _, body = file.read_bytes().partition(b"\n")
        head = json.loads(first)
        if head["made_by"] != made_by or head["sha256"] != _digest(body):
            return None
        lines = body.splitlines(keepends=True)
        entries = (FileEntry(**entry) for entry in head["files"])
        return [FileResult(entry, line) for entry, line in zip(entries, lines, strict=True)]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
