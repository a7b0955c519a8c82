"""Extract many files in order, so that one bad file neither stops nor shifts the others.

Whatever goes wrong with one file takes its place among the reports as a `Failure`: it cannot be read, it is not
text, or extracting it met an error that nobody foresaw, which is named as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import InputError
from ..extractor import extractor
from ..records import Record, Report
from .reading import STDIN, read_text, source_id
from .texts import SavedTexts


class FailedSource(Record):
    """The name of what could not be read."""

    id: str


class FailureReason(Record):
    """Why: the class of the error and its message, a whole sentence with a code."""

    type: str
    message: str


class Failure(Record):
    """What stands in the place of a report whose file cannot be read or extracted."""

    source: FailedSource
    error: FailureReason

    @classmethod
    def of(cls, path: Path, error: Exception) -> Failure:
        """The failure that an error makes of a file; one that was not raised on purpose is said to be ours."""
        name, kind = source_id(path), type(error).__name__
        message = str(error) if isinstance(error, InputError) else _unforeseen(name, kind, error)
        return cls(source=FailedSource(id=name), error=FailureReason(type=kind, message=message))


def _unforeseen(name: str, kind: str, error: Exception) -> str:
    said = str(error).encode("utf-8", "replace").decode()
    return (
        f"FZ144: {name} met an error in fazhi_ie that nobody foresaw ({kind}: {said}); "
        "please report it, with the file if it may be shown."
    )


def extract_file(
    path: Path, *, packs: tuple[str, ...] = ("default",), texts: SavedTexts | None = None
) -> Report | Failure:
    """Read and extract one file; with `texts`, its text is saved there, for offsets count in it."""
    try:
        text = read_text(path)
        report = extractor(packs)(text, id=source_id(path))
    except Exception as error:
        return Failure.of(path, error)
    if texts:
        texts.save(path, text)
    return report


def extract_files(
    paths: Iterable[Path],
    *,
    n_process: int = 1,
    packs: tuple[str, ...] = ("default",),
    texts: SavedTexts | None = None,
) -> Iterator[Report | Failure]:
    """Read and extract each file; yields a `Report` or a `Failure` for every path, lazily and in their order.

    With `n_process` above 1, workers read and extract files, and one that dies costs no other file.
    Raises `PackError` at once when the packs cannot be used.
    """
    extractor(packs)
    files = list(paths)
    if n_process <= 1 or STDIN in files:  # only this process can read its standard input
        return (extract_file(path, packs=packs, texts=texts) for path in files)
    from .runs.stream import extract_in_workers

    return extract_in_workers(files, processes=n_process, packs=packs, texts=texts)
