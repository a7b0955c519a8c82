"""`fazhi-ie compare`: reports side by side, a table to read or a file for spreadsheets."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .destination import check_destination
from .options import Jobs, Packs

if TYPE_CHECKING:
    from ...comparison import Comparison
    from ...records import Report


def command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH…", help="Reports: text files and folders (every .txt and .md file below)."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE.csv|.xlsx|.html",
            help="Write the comparison to this file instead.",
        ),
    ] = None,
    long: Annotated[
        bool,
        typer.Option("--long", help="In FILE.csv, write a line a figure, with its sentence and offsets."),
    ] = False,
    all_indicators: Annotated[
        bool, typer.Option("--all", help="Keep indicators that no report has a figure of.")
    ] = False,
    jobs: Jobs = 1,
    packs: Packs = None,
) -> None:
    """Compare reports: a row a report, a column an indicator, sorted by region and year.

    On the terminal, indicators stand in rows and reports side by side. Different values of one indicator
    within one report are listed, never hidden.
    """
    from ...comparison.files import check_suffix, write
    from ..reading import STDIN

    if STDIN in paths:
        raise typer.BadParameter("Standard input is one report; name several files, or folders.")
    if output:
        check_suffix(output)
        check_destination(output, paths)
    if long and (output is None or output.suffix.lower() != ".csv"):
        raise typer.BadParameter("It concerns -o FILE.csv; a workbook has it all.", param_hint="--long")
    comparison, failed = _compare(paths, jobs, tuple(packs or ["default"]), all_indicators)
    if output:
        write(comparison, output, long=long, packs=tuple(packs or ["default"]))
        typer.echo(
            f"{len(comparison.rows)} of {len(comparison.rows) + failed} reports are in {output}.", err=True
        )
    else:
        _print(comparison)
    if failed:
        raise typer.Exit(1)


def _compare(
    paths: list[Path], jobs: int, packs: tuple[str, ...], all_indicators: bool
) -> tuple[Comparison, int]:
    """Extract and compare the reports one by one; names each failure on standard error and counts them.

    For the sentences each file is read a second time, so that neither texts nor whole reports stay in memory.
    """
    from ...comparison import compare
    from ..batch import Failure, extract_files
    from ..reading import find_texts, read_text
    from .output import with_progress

    files = find_texts(paths)
    results = with_progress(extract_files(files, n_process=jobs, packs=packs), total=len(files), to_file=True)
    extracted: deque[Path] = deque()

    def reports() -> Iterator[Report]:
        for path, result in zip(files, results, strict=True):
            if isinstance(result, Failure):
                typer.echo(f"fazhi-ie: {result.error.message}", err=True)
            else:
                extracted.append(path)
                yield result

    def texts() -> Iterator[str]:
        while extracted:
            yield read_text(extracted.popleft())

    comparison = compare(reports(), texts=texts(), packs=packs, all_indicators=all_indicators)
    return comparison, len(files) - len(comparison.rows)


def _print(comparison: Comparison) -> None:
    from rich.console import Console

    from ..comparison_table import ComparisonTable

    Console().print(ComparisonTable(comparison))
