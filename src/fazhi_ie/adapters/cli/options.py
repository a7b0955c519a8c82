"""The options that several commands have, told once and in the same words."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

Packs: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PACK",
        help="A pattern pack: a folder, or default; may be repeated.",
        show_default="default",
    ),
]
Jobs: TypeAlias = Annotated[
    int, typer.Option("-j", "--jobs", min=1, help="How many processes extract at a time.")
]
