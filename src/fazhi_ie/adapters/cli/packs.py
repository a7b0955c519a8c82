"""`fazhi-ie packs`: what analysts do with pattern packs, each step with an answer that says what to do next.

Exit status: 0 all is well, 1 there are findings, 2 the packs cannot be loaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .packs_corpus import coverage, diff, suggest

if TYPE_CHECKING:
    from ...packs.workspace import Workspace

packs_app = typer.Typer(
    help="Work on pattern packs: test, lint, format, and see what a change does.",
    no_args_is_help=True,
    add_completion=False,
)
packs_app.command()(coverage)
packs_app.command()(diff)
packs_app.command()(suggest)

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH…",
        help="Packs, or files and folders in them; they are loaded on top of the default pack.",
        show_default="default",
    ),
]


@packs_app.command("test")
def run_examples(paths: Paths = None) -> None:
    """Run every example of the packs through the extractor, in both directions."""
    from ...packs.check import cases, check
    from ...packs.engine import ExtractorEngine

    workspace = _open(paths)
    engine = ExtractorEngine(workspace.packs)
    asked = [c for c in cases(workspace.packs) if any(workspace.holds(o.path) for o in c.origins)]
    failures = [failure for case in asked if (failure := check(case, engine))]
    for failure in failures:
        typer.echo(str(failure))
    untold = sum(not engine.proves(case.kind, case.entry, case.direction) for case in asked)
    note = f" ({untold} of word lists are for people only)" if untold else ""
    _finish(len(failures), "example", f"All {len(asked)} examples hold{note}.")


@packs_app.command()
def lint(
    paths: Paths = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="FZ3xx", help="Leave out a rule.")] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules and stop.")] = False,
) -> None:
    """Find mistakes that load and run, and quietly do the wrong thing."""
    from ...packs.lint import RULES
    from ...packs.lint import lint as find

    if rules:
        for rule in RULES:
            typer.echo(f"{rule.code} {rule.name}: {rule.purpose}")
        return
    workspace = _open(paths)
    found = [p for p in find(workspace.packs, ignore=ignore or ()) if workspace.holds(p.path)]
    for problem in found:
        typer.echo(str(problem))
    _finish(len(found), "finding", "No findings.")


@packs_app.command()
def fmt(
    paths: Paths = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 if something would be.")
    ] = False,
) -> None:
    """Write pack files in their one canonical form, comments kept."""
    from ...packs.canonical import format_text
    from ...packs.schema import FILE_NAME
    from ...packs.validation import check_files
    from ...packs.workspace import pattern_files, relative_schema

    files = pattern_files(paths or [Path("default")])
    check_files(files)
    changed = 0
    for path in files:
        before = path.read_text("utf-8-sig")
        after = format_text(before, schema=relative_schema(path, FILE_NAME))
        if after != before:
            changed += 1
            typer.echo(f"{path}: {'is not in canonical form' if check else 'formatted'}")
            if not check:
                path.write_text(after, "utf-8", newline="\n")
    if check or not changed:
        _finish(
            changed, "file", f"All {len(files)} files are in canonical form.", "Run `fazhi-ie packs fmt`."
        )


@packs_app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder.")],
    name: Annotated[str, typer.Option(help="The pack's name.", show_default="the folder's")] = "",
) -> None:
    """Begin a pack of your own: a folder with one working entry."""
    from ...packs.scaffold import new_pack

    for path in new_pack(folder, name):
        typer.echo(f"wrote {path}")
    typer.echo(f"Next: write your terms, then run `fazhi-ie packs test {folder}`.")


@packs_app.command()
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of an entry, or a name or variant.")],
    packs: Annotated[list[str] | None, typer.Option(metavar="PACK", help="More packs to load.")] = None,
) -> None:
    """Show an entry as it is in force, where it is written and what changed it."""
    from ...packs.load import load_packs
    from ...packs.showing import describe

    described = list(describe(load_packs(tuple(dict.fromkeys(["default", *(packs or [])]))), id))
    typer.echo("\n".join(described))


@packs_app.command()
def schema() -> None:
    """Print the JSON Schema of pack files, for editors."""
    from ...packs.schema import schema_text

    typer.echo(schema_text(), nl=False)


@packs_app.command()
def export(
    paths: Paths = None,
    spacy_jsonl: Annotated[
        bool, typer.Option("--spacy-jsonl", help="Patterns for spaCy's EntityRuler.")
    ] = False,
    csv: Annotated[bool, typer.Option("--csv", help="A table for spreadsheets.")] = False,
) -> None:
    """Print the terms for other programs; the EntityRuler finds fewer of them than this library does."""
    from ...packs.export import csv_table, spacy_patterns

    if spacy_jsonl == csv:
        raise typer.BadParameter("Say one of --spacy-jsonl and --csv.")
    packs = _open(paths).packs
    typer.echo(csv_table(packs) if csv else "\n".join(spacy_patterns(packs)), nl=not csv)


def _open(paths: list[Path] | None) -> Workspace:
    from ...packs.workspace import open_workspace

    return open_workspace(paths or [])


def _finish(count: int, noun: str, all_well: str, remedy: str = "") -> None:
    """Say how it went; exit with 1 when there is something to mend."""
    if not count:
        typer.echo(all_well)
        return
    ending = "" if count == 1 else "s"
    typer.echo(f"{count} {noun}{ending} to mend. {remedy}".rstrip(), err=True)
    raise typer.Exit(1)
