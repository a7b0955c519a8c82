"""`fazhi-ie evaluate`: how good extraction is, held against annotations that people made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Jobs, Packs

if TYPE_CHECKING:
    from ...evaluation import Gold, Scores
    from ...records import Report


def command(
    gold: Annotated[
        Path,
        typer.Option(
            "--gold",
            metavar="DIR",
            help="Annotations: JSON beside the texts, a folder of brat, or what doccano exported.",
        ),
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH…",
            help="Records to judge: .jsonl files that `extract` wrote.",
            show_default="extract the annotated texts now",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print scores and all mistakes as JSON.")] = False,
    errors: Annotated[
        int, typer.Option(min=0, metavar="N", help="Show up to N mistakes of each kind, with their text.")
    ] = 0,
    least: Annotated[
        str,
        typer.Option(
            "--min",
            metavar="NAME=F1,…",
            help="Exit with status 1 when one of these scores is less.",
            show_default=False,
        ),
    ] = "",
    jobs: Jobs = 1,
    packs: Packs = None,
) -> None:
    """Score extraction against annotations: precision, recall and F1 of every kind of record."""
    from ... import extract_many
    from ...evaluation import evaluate
    from ..annotation import read_gold

    floors = _floors(least)
    annotated = read_gold(gold)
    if paths:
        reports: Iterator[Report] = _reports(paths, annotated)
    else:
        texts = ((item.id, item.text) for item in annotated)
        reports = extract_many(texts, n_process=jobs, packs=tuple(packs or ["default"]))
    scores = evaluate(annotated, reports)
    below = scores.below(floors)
    if as_json:
        typer.echo(scores.model_dump_json(indent=2))
    else:
        _print(scores, errors)
    for score in below:
        typer.echo(f"fazhi-ie: {score.name} is {score.f1:.4f}, less than {floors[score.name]:g}.", err=True)
    if below:
        raise typer.Exit(1)


def _floors(least: str) -> dict[str, float]:
    """`quantities=0.98,terms=0.8` as numbers by name."""
    floors = {}
    for pair in filter(None, least.split(",")):
        name, _, floor = pair.partition("=")
        try:
            floors[name.strip()] = float(floor)
        except ValueError as error:
            raise typer.BadParameter(
                f"{pair!r} is not NAME=F1, such as quantities=0.98.", param_hint="--min"
            ) from error
    return floors


def _reports(paths: Sequence[Path], annotated: Sequence[Gold]) -> Iterator[Report]:
    """The reports of these texts among those that were extracted before, in the same order."""
    from ...errors import InputError
    from ...sources import text_digest

    digests = [text_digest(item.text) for item in annotated]
    found = {
        report.source.sha256: report for report in _extracted(paths) if report.source.sha256 in set(digests)
    }
    for item, digest in zip(annotated, digests, strict=True):
        if digest not in found:
            raise InputError(
                "FZ178",
                f"{', '.join(map(str, paths))} has no report of the very text that is annotated as {item.id}; "
                "extract the annotated texts, or leave out the files to have it done now.",
            )
        yield found[digest]


def _extracted(paths: Sequence[Path]) -> Iterator[Report]:
    """The reports in files of JSON Lines; lines that tell of a file that could not be read are passed over."""
    from pydantic import TypeAdapter, ValidationError

    from ...errors import InputError
    from ...records import Report
    from ..batch import Failure

    lines: TypeAdapter[Report | Failure] = TypeAdapter(Report | Failure)
    for path in paths:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                try:
                    result = lines.validate_json(line)
                except ValidationError as error:
                    message = f"{path}, line {number} is not a report as `fazhi-ie extract` writes it into a .jsonl file."
                    raise InputError("FZ178", message) from error
                if isinstance(result, Report):
                    yield result


def _print(scores: Scores, errors: int) -> None:
    from rich.console import Console

    from ..score_table import MistakeList, ScoreTable

    console = Console()
    console.print(ScoreTable(scores))
    if errors:
        console.print(MistakeList(scores, most=errors))
