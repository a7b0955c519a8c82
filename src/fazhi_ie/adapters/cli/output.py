"""Where the records of a command go: a table or JSON lines on standard output, or JSON lines in a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

import typer

from ...records import Report
from ..batch import Failure
from ..datasets.lines import json_line
from ..datasets.targets import whole_file

Result: TypeAlias = Report | Failure
Write: TypeAlias = Callable[[Result], None]


@contextmanager
def writer(output: Path | None, *, table: bool) -> Iterator[Write]:
    """Open the place where records go; yields the function that writes one there."""
    if output:
        with whole_file(output) as stream:
            yield _line_writer(stream)
    elif table:
        yield _table_writer()
    else:
        yield _line_writer(sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _line_writer(stream: BinaryIO) -> Write:
    def write(result: Result) -> None:
        stream.write(json_line(result))

    return write


def _table_writer() -> Write:
    from rich.console import Console

    from ..table import ReportTable

    console = Console()

    def write(result: Result) -> None:
        if isinstance(result, Report):
            console.print(ReportTable(result))

    return write


def write_all(results: Iterable[Result], write: Write) -> int:
    """Write every result, name each failure on standard error, and return how many there were."""
    failed = 0
    for result in results:
        write(result)
        if isinstance(result, Failure):
            failed += 1
            sys.stdout.flush()  # so that on one terminal both streams keep their order
            typer.echo(f"fazhi-ie: {result.error.message}", err=True)
    return failed


def with_progress(results: Iterable[Result], *, total: int, to_file: bool) -> Iterable[Result]:
    """Show a progress bar on standard error for many files, unless a terminal shows the records."""
    if total < 2 or not sys.stderr.isatty() or (sys.stdout.isatty() and not to_file):
        return results
    from rich.console import Console
    from rich.progress import track

    return track(results, total=total, description="Extracting", console=Console(stderr=True))
