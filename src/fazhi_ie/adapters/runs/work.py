"""What a worker does with a chunk: take over what an earlier run has done, extract the rest, write it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...errors import InputError
from ...workers import Began, Lost
from ..batch import Failure, extract_file
from ..reading import source_id
from ..texts import SavedTexts
from .chunks import Chunk
from .folder import WorkFolder
from .results import FileResult, fingerprint, read_results, write_results


@dataclass(frozen=True)
class Tally:
    """What came of a chunk, for those who watch: the messages of failures, and how many files were taken over."""

    files: int
    characters: int
    failures: tuple[str, ...]
    taken_over: int


@dataclass(frozen=True)
class ChunkWork:
    """Does chunks; `made_by` names the packs and versions, for results of others are not taken over."""

    folder: WorkFolder
    made_by: str
    packs: tuple[str, ...]
    texts: SavedTexts | None = None

    def __call__(self, chunk: Chunk, lost: Lost, began: Began) -> Tally:
        """Do one chunk; afterwards its file is in the work folder, with a result for each of its files."""
        file = self.folder.file_of(chunk.key)
        earlier = dict(enumerate(read_results(file, made_by=self.made_by) or ()))
        results: list[FileResult] = []
        taken_over = 0
        for number, path in enumerate(chunk.paths):
            began(number)
            old = earlier.get(number)
            if number in lost:
                results.append(FileResult.of(given_up(path, lost[number]), (None, None)))
            elif old and self._still_holds(old, path):
                results.append(old)
                taken_over += 1
            else:
                results.append(self._extract(path))
        if taken_over < len(results):
            write_results(file, results, made_by=self.made_by)
        return _tally(results, taken_over)

    def _still_holds(self, old: FileResult, path: Path) -> bool:
        """Whether a result can stay. A failure is always tried again: its cause may be gone."""
        if old.entry.error or old.entry.sha256 is None:
            return False
        if self.texts and not self.texts.path_of(path).exists():
            return False
        return fingerprint(path) == (old.entry.bytes, old.entry.sha256)

    def _extract(self, path: Path) -> FileResult:
        # First the hash, then the text: if the file is changed in between, a resumed run sees that and reads it again.
        before = fingerprint(path)
        return FileResult.of(extract_file(path, packs=self.packs, texts=self.texts), before)


def given_up(path: Path, reason: str) -> Failure:
    """The failure of a file that its workers did not survive."""
    return Failure.of(
        path,
        InputError(
            "FZ143",
            f"{source_id(path)} is given up: the process that worked on it {reason}, perhaps for lack of memory; "
            "the other files are done. Split it, or extract it alone on a larger machine.",
        ),
    )


def _tally(results: Sequence[FileResult], taken_over: int) -> Tally:
    return Tally(
        files=len(results),
        characters=sum(result.entry.characters for result in results),
        failures=tuple(result.entry.error for result in results if result.entry.error),
        taken_over=taken_over,
    )
