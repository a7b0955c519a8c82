"""The command line `fazhi-ie`: one module a command; each imports little at first and the rest when it runs.

To add a command, write a module with a function `command` (or a Typer of several) and name it in `build`.
Exit status: 0 all is well, 1 some file could not be read, 2 the command could not run as asked, 130 stopped
by Ctrl-C.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ...errors import FazhiError
from . import compare, evaluate, export, extract, review, schema
from .packs import packs_app


def build() -> typer.Typer:
    """Put the commands together."""
    app = typer.Typer(
        callback=_program,
        no_args_is_help=True,
        rich_markup_mode="markdown",
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.command("extract")(extract.command)
    app.command("compare")(compare.command)
    app.command("review")(review.command)
    app.command("evaluate")(evaluate.command)
    app.command("export")(export.command)
    app.command("schema")(schema.command)
    app.add_typer(packs_app, name="packs")
    return app


def main() -> None:
    """Run the command line; what cannot run as asked is one sentence on standard error and exit status 2."""
    try:
        build()(prog_name="fazhi-ie")
    except (FazhiError, OSError) as error:
        print(f"fazhi-ie: {error}", file=sys.stderr)
        sys.exit(2)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(version("fazhi-ie"))
        raise typer.Exit


def _program(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Typed records from Chinese rule-of-law government reports."""
