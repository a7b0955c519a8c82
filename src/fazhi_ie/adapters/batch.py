"""Extract many files in order, so that one bad file neither stops nor shifts the others.

Files are read only as the extractor asks for them; what cannot be read takes its place among the reports as a
`Failure`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import InputError
from ..records import Record, Report
from .files import read_text, source_id


class FailedSource(Record):
    """The name of what could not be read."""

    id: str


class FailureReason(Record):
    """Why: the class of the error and its message, a whole sentence with a code."""

    type: str
    message: str


class Failure(Record):
    """What stands in the place of a report whose file cannot be read or decoded."""

    source: FailedSource
    error: FailureReason


def extract_files(
    paths: Iterable[Path], *, n_process: int = 1, packs: tuple[str, ...] = ("default",)
) -> Iterator[Report | Failure]:
    """Read and extract each file; yields a `Report` or a `Failure` for every path, in their order."""
    from .. import extract_many

    outcomes: deque[Failure | None] = deque()  # one for each path read: its failure, or None for a report

    def texts() -> Iterator[tuple[str, str]]:
        for path in paths:
            name = source_id(path)
            try:
                text = read_text(path)
            except InputError as error:
                outcomes.append(_failure(name, error))
            else:
                outcomes.append(None)
                yield name, text

    for report in extract_many(texts(), n_process=n_process, packs=packs):
        while failure := outcomes.popleft():
            yield failure
        yield report
    yield from filter(None, outcomes)


def _failure(name: str, error: InputError) -> Failure:
    reason = FailureReason(type=type(error).__name__, message=str(error))
    return Failure(source=FailedSource(id=name), error=reason)
