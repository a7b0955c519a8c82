"""Extraction by several processes for whoever wants the reports themselves, in order and as they come.

Workers get paths, so that they parse PDF and HTML too, and send back lines of JSON. Little is read ahead of what
was taken, so that memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...collector import collector_at_rest
from ...records import Report
from ...workers import TIME_LIMIT, Began, Lost, Workers
from ..batch import Failure, extract_file
from ..texts import SavedTexts
from .chunks import Chunk, cut
from .results import FileResult
from .work import given_up

_MOST_FILES, _MOST_BYTES = 16, 200_000
_AHEAD = 4


@dataclass(frozen=True)
class StreamWork:
    """Does chunks and returns their results."""

    packs: tuple[str, ...]
    texts: SavedTexts | None

    def __call__(self, chunk: Chunk, lost: Lost, began: Began) -> list[FileResult]:
        results = []
        for number, path in enumerate(chunk.paths):
            began(number)
            if number in lost:
                result: Report | Failure = given_up(path, lost[number])
            else:
                result = extract_file(path, packs=self.packs, texts=self.texts)
            results.append(FileResult.of(result, (None, None)))
        return results


def extract_in_workers(
    paths: Iterable[Path], *, processes: int, packs: tuple[str, ...], texts: SavedTexts | None
) -> Iterator[Report | Failure]:
    """Extract files with `processes` workers; yields what each file gives, in order."""
    early: dict[int, list[FileResult]] = {}
    due = 0
    chunks = cut(paths, most_files=_MOST_FILES, most_bytes=_MOST_BYTES)
    with Workers(StreamWork(packs, texts), processes=processes, time_limit=TIME_LIMIT) as workers:
        for number, results in workers.run(chunks, ahead=_AHEAD * processes):
            early[number] = results
            while due in early:
                yield from _parsed(early.pop(due))
                due += 1


def _parsed(results: list[FileResult]) -> list[Report | Failure]:
    with collector_at_rest():
        return [result.parsed() for result in results]
