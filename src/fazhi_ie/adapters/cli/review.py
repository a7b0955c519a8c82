"""`fazhi-ie review`: one page to open in a browser, with reports and everything that was found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .destination import HINT, check_destination
from .options import Packs

if TYPE_CHECKING:
    from ...extractor import Extractor
    from ...records import Report
    from ..html import NotRead


def command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH…", help="Reports: files and folders, as for extract; - is standard input."
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE.html", help="The page to write.", show_default=False),
    ],
    packs: Packs = None,
) -> None:
    """Write a page on which a person checks what was found in reports, figure by figure, in the text.

    The page is one file that loads nothing: open it in any browser, send it to others, print it. It shows the
    numbers that were not taken, too, with the reason for each.
    """
    from ...extractor import extractor
    from ..datasets.targets import whole_file
    from ..html import write_review
    from ..reading import find_texts

    if output.suffix.lower() not in (".html", ".htm"):
        raise typer.BadParameter(f"{output} must end in .html.", param_hint=HINT)
    check_destination(output, paths)
    run = extractor(tuple(packs or ["default"]))
    files = find_texts(paths)
    failed: list[NotRead] = []
    with whole_file(output) as stream:
        write_review(stream, _read(files, run, failed), extractor=run)
    typer.echo(
        f"{len(files) - len(failed)} of {len(files)} reports are in {output}; open it in a browser.", err=True
    )
    if failed:
        raise typer.Exit(1)


def _read(
    files: Iterable[Path], run: Extractor, failed: list[NotRead]
) -> Iterator[tuple[Report, str] | NotRead]:
    """Each report with its text; what cannot be read is named on standard error, kept in `failed` and passed on."""
    from ..batch import Failure
    from ..html import NotRead
    from ..reading import read_text, source_id

    for path in files:
        try:
            text = read_text(path)
            report = run(text, id=source_id(path))
        except Exception as error:
            failure = Failure.of(path, error)
            typer.echo(f"fazhi-ie: {failure.error.message}", err=True)
            failed.append(NotRead(failure.source.id, failure.error.message))
            yield failed[-1]
        else:
            yield report, text
