"""`fazhi-ie export`: reports as annotators' tools read them, with everything that was found marked."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Packs

if TYPE_CHECKING:
    from ..annotation import MarkedText


class Tool(str, Enum):
    """The tools that annotations are written for."""

    BRAT = "brat"
    DOCCANO = "doccano"


def command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Reports: files and folders.")],
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="A new folder for the annotations; one that holds anything is refused.",
        ),
    ],
    format: Annotated[Tool, typer.Option(help="The tool to write for.")],
    packs: Packs = None,
) -> None:
    """Write reports with their records for annotators to correct, in brat or doccano.

    Afterwards `fazhi-ie evaluate --gold DIR` scores extraction against their corrections.
    """
    from ...packs import load_packs
    from ..annotation import export
    from ..reading import STDIN, find_texts

    if STDIN in paths:
        raise typer.BadParameter("Annotations need a name; give files or folders.", param_hint="PATH…")
    names = tuple(packs or ["default"])
    files = find_texts(paths)
    indicators = [indicator.id for indicator in load_packs(names).indicators]
    marked = _marked(files, names)
    written = export(marked, output, format=format.value, indicators=indicators)
    typer.echo(f"{written} of {len(files)} reports are in {output}.", err=True)
    if written < len(files):
        raise typer.Exit(1)


def _marked(files: list[Path], packs: tuple[str, ...]) -> Iterator[MarkedText]:
    """Each report with its marks; one that cannot be read is named on standard error."""
    from ... import extract
    from ...errors import InputError
    from ..annotation import mark_report
    from ..reading import read_text, source_id

    for path in files:
        try:
            text = read_text(path)
        except InputError as error:
            typer.echo(f"fazhi-ie: {error}", err=True)
        else:
            yield mark_report(extract(text, id=source_id(path), packs=packs), text)
