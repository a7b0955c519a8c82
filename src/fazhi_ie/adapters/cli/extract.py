"""`fazhi-ie extract`: reports in, records out, as a table to read, as lines of JSON, or as a dataset in a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Jobs, Packs

if TYPE_CHECKING:
    from ..runs import RunOptions
    from ..texts import SavedTexts


class Format(str, Enum):
    """How records are shown on standard output."""

    TABLE = "table"
    JSONL = "jsonl"


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH…",
            help="Reports: files, folders (every report below), or - for standard input.",
            show_default="-",
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(help="What to print.", show_default="table on a terminal, else jsonl"),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write a dataset instead: .jsonl, .csv, .xlsx, .parquet or .duckdb.",
        ),
    ] = None,
    jobs: Jobs = 1,
    resume: Annotated[
        bool, typer.Option("--resume", help="With -o, complete a run that was stopped, if there is one.")
    ] = False,
    texts: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Save the text of each report here; offsets count in it."),
    ] = None,
    packs: Packs = None,
) -> None:
    """Extract records from reports: legal terms, figures, cited documents, sections.

    A file that cannot be read is named on standard error, and in jsonl an "error" stands in its place; the
    others are still extracted, and the exit status is 1.
    """
    from ..reading import STDIN, find_texts

    given = paths or [STDIN]
    names = tuple(packs or ["default"])
    _check(output, format, resume, given)
    saved = _saved_texts(texts, given)
    files = find_texts(given)
    if STDIN in files and sys.stdin is not None and sys.stdin.isatty():
        typer.echo("Reading a report from the terminal; end it with Ctrl-D.", err=True)
    if output is None or _is_stream(output):
        failed = _print(files, output, format, jobs, names, saved)
    else:
        from ..runs import RunOptions

        failed = _write(files, output, RunOptions(jobs=jobs, resume=resume, packs=names, texts=saved))
    if failed:
        raise typer.Exit(1)


def _print(
    files: Sequence[Path],
    output: Path | None,
    format: Format | None,
    jobs: int,
    packs: tuple[str, ...],
    texts: SavedTexts | None,
) -> int:
    """Write results as they come, to standard output or a device; returns the number of failures."""
    from ..batch import extract_files
    from . import output as out

    table = output is None and (format is Format.TABLE if format else sys.stdout.isatty())
    results = extract_files(files, n_process=jobs, packs=packs, texts=texts)
    with out.writer(output, table=table) as write:
        return out.write_all(out.with_progress(results, total=len(files), to_file=bool(output)), write)


def _write(files: Sequence[Path], output: Path, options: RunOptions) -> int:
    """Write a dataset that can be resumed; returns the number of failures."""
    from ..runs import failures_for, folder_for, run_batch
    from .progress import ProgressBar

    try:
        with ProgressBar() as bar:
            failed = run_batch(files, output, options=options, watch=bar)
    except KeyboardInterrupt:
        if folder_for(output).exists():
            typer.echo(f"Stopped. Run the same command with --resume to complete {output}.", err=True)
        raise typer.Exit(130) from None
    before = f" ({bar.taken_over} were done before)" if bar.taken_over else ""
    listed = f" The failures are listed in {failures_for(output)}." if failed else ""
    typer.echo(f"{len(files) - failed} of {len(files)} reports are in {output}{before}.{listed}", err=True)
    return failed


def _is_stream(output: Path) -> bool:
    from ..datasets.targets import is_stream

    return is_stream(output)


def _saved_texts(folder: Path | None, paths: Sequence[Path]) -> SavedTexts | None:
    if folder is None:
        return None
    from ..texts import SavedTexts

    return SavedTexts.below(folder, paths)


def _check(output: Path | None, format: Format | None, resume: bool, paths: Sequence[Path]) -> None:
    """Refuse what would surprise: options that have no effect, an output that cannot be or that is a report."""
    if output is None:
        if resume:
            raise typer.BadParameter("It concerns a dataset; name one with -o.", param_hint="--resume")
        return
    if format is Format.TABLE:
        raise typer.BadParameter(
            "A table is printed, not written to a file; leave out -o.", param_hint="--format"
        )
    if output.exists() and any(path.exists() and path.samefile(output) for path in paths):
        raise typer.BadParameter(f"{output} is one of the reports to read.", param_hint="-o")
    from ..datasets import check_target

    check_target(output)
