"""`fazhi-ie extract`: reports in, records out, as a table to read or as lines of JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer


class Format(str, Enum):
    """How records are shown on standard output."""

    TABLE = "table"
    JSONL = "jsonl"


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH…",
            help="Reports: text files, folders (every .txt and .md file below), or - for standard input.",
            show_default="-",
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(help="What to print.", show_default="table on a terminal, else jsonl"),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE.jsonl", help="Write the records to this file instead."),
    ] = None,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=1, help="How many processes extract at a time.")
    ] = 1,
    packs: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PACK",
            help="A pattern pack: a folder, or default; may be repeated.",
            show_default="default",
        ),
    ] = None,
) -> None:
    """Extract records from reports: legal terms, figures, cited documents, sections.

    A file that cannot be read is named on standard error, and in jsonl an "error" stands in its place; the
    others are still extracted, and the exit status is 1.
    """
    from ..batch import extract_files
    from ..files import STDIN, find_texts
    from . import output as out

    if output:
        _check(output, format, paths or [])
    files = find_texts(paths or [STDIN])
    if STDIN in files and sys.stdin is not None and sys.stdin.isatty():
        typer.echo("Reading a report from the terminal; end it with Ctrl-D.", err=True)
    results = extract_files(files, n_process=jobs, packs=tuple(packs or ["default"]))
    with out.writer(output, table=_wants_table(format)) as write:
        failed = out.write_all(out.with_progress(results, total=len(files), to_file=bool(output)), write)
    if output:
        typer.echo(f"{len(files) - failed} of {len(files)} reports are in {output}.", err=True)
    if failed:
        raise typer.Exit(1)


def _wants_table(format: Format | None) -> bool:
    return format is Format.TABLE if format else sys.stdout.isatty()


def _check(output: Path, format: Format | None, paths: Sequence[Path]) -> None:
    """Refuse an output that would surprise: another format, no folder to hold it, or one of the reports."""
    if output.suffix.lower() != ".jsonl" and not output.is_char_device():
        raise typer.BadParameter(f"{output} must end in .jsonl.", param_hint="-o")
    if format is Format.TABLE:
        raise typer.BadParameter(
            "A table is printed, not written to a file; leave out -o.", param_hint="--format"
        )
    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder; name a file.", param_hint="-o")
    if not output.parent.is_dir():
        raise typer.BadParameter(f"The folder {output.parent} does not exist.", param_hint="-o")
    if output.exists() and any(path.exists() and path.samefile(output) for path in paths):
        raise typer.BadParameter(f"{output} is one of the reports to read.", param_hint="-o")
