"""A batch run: files in, one dataset out, that may be killed at any moment and completed later.

    files → chunks → workers → a file a finished chunk → dataset, failures, manifest

A chunk is done when its file has its name in the work folder; the output is complete when the work folder is gone.
Between the two nothing depends on who did the work when: so a run that was killed and resumed gives the very
bytes of one that was not, with any number of processes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...workers import TIME_LIMIT, Workers
from ..datasets import check_target, clear_leftovers
from ..texts import SavedTexts
from .chunks import Chunk, cut
from .completion import Finished, complete
from .folder import WorkFolder, folder_for, open_folder
from .identity import digest, made_with
from .work import ChunkWork, Tally


@dataclass(frozen=True)
class RunOptions:
    """How a run is done. Only `packs` decides what its output holds; `texts` is where texts are saved as well.

    `resume` completes a run that was stopped, if there is one. `time_limit` is in seconds, for one file.
    """

    jobs: int = 1
    resume: bool = False
    packs: tuple[str, ...] = ("default",)
    texts: SavedTexts | None = None
    time_limit: float = TIME_LIMIT


class Watch:
    """Is told how a run goes; this one does nothing."""

    def begin(self, files: int) -> None:
        """The work begins, on so many files."""

    def advance(self, tally: Tally) -> None:
        """A chunk is done."""

    def note(self, message: str) -> None:
        """Something the caller should know, as a sentence."""

    def pulse(self) -> None:
        """Some time has passed."""


def run_batch(
    files: Sequence[Path], output: Path, *, options: RunOptions | None = None, watch: Watch | None = None
) -> int:
    """Extract files into the dataset `output`, and returns how many of them failed.

    Beside the output stand its manifest and, if files failed, the list of failures. Raises `InputError` when the
    run cannot go on; what is done by then is kept for `resume`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     report = Path(folder, "a.txt")
    ...     _ = report.write_text("受理行政复议申请36件。", encoding="utf-8")
    ...     failed = run_batch([report, Path("gone.txt")], Path(folder, "out.jsonl"))
    ...     failed, sorted(path.name for path in Path(folder).iterdir())
    (1, ['a.txt', 'out.jsonl', 'out.jsonl.failures.jsonl', 'out.jsonl.manifest.json'])
    """
    options, watch = options or RunOptions(), watch or Watch()
    check_target(output)
    made = made_with(options.packs)
    with _writing(output), open_folder(output, resume=options.resume) as folder:
        clear_leftovers(output)
        _plan(folder, made, watch)
        chunks = tuple(cut(files))
        work = ChunkWork(folder, made_by=digest(made), packs=options.packs, texts=options.texts)
        watch.begin(len(files))
        for tally in _do(chunks, work, options, watch):
            watch.advance(tally)
        failed = complete(output, Finished(folder, chunks, work.made_by), made)
        folder.remove()
    return failed


def _plan(folder: WorkFolder, made: dict[str, Any], watch: Watch) -> None:
    """Note what the results are made with; say so when it is not what the run was begun with."""
    plan = json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n"
    earlier = folder.read_plan()
    if earlier not in (None, plan):
        watch.note("Packs or versions have changed since the run was begun; all files are extracted again.")
    folder.write_plan(plan)


def _do(chunks: Sequence[Chunk], work: ChunkWork, options: RunOptions, watch: Watch) -> Iterator[Tally]:
    """Do all chunks, in any order; standard input first and here, since no worker can read it."""
    for chunk in chunks:
        if chunk.is_standard_input:
            yield work(chunk, {}, lambda _: None)
    others = [chunk for chunk in chunks if not chunk.is_standard_input]
    with Workers(work, processes=min(options.jobs, len(others)), time_limit=options.time_limit) as workers:
        for _, tally in workers.run(others, pulse=watch.pulse):
            yield tally


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    """Turn what the system says about files that cannot be written into a sentence."""
    try:
        yield
    except OSError as error:
        said = (error.strerror or type(error).__name__).lower()
        folder = folder_for(output)
        kept = (
            f" What is done is kept in {folder}: mend that and add --resume to go on."
            if folder.exists()
            else ""
        )
        raise InputError("FZ149", f"{output} cannot be written: {said} ({error.filename}).{kept}") from error
