"""Where a command may write: refuse an output that would surprise, before any work is done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import typer

HINT = "-o"


def check_destination(output: Path, paths: Iterable[Path]) -> None:
    """Refuse a folder, a file in a folder that does not exist, and one of the reports to read."""
    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder; name a file.", param_hint=HINT)
    if not output.parent.is_dir():
        raise typer.BadParameter(f"The folder {output.parent} does not exist.", param_hint=HINT)
    if output.exists() and any(path.exists() and path.samefile(output) for path in paths):
        raise typer.BadParameter(f"{output} is one of the reports to read.", param_hint=HINT)
