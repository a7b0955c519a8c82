"""The texts: the example reports, and news where `FAZHI_NEWS` names a gzipped file of it."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"


def reports() -> list[str]:
    """The example reports as they are."""
    return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]


def news(characters: int = 200_000, piece: int = 4_000) -> list[str]:
    """News in pieces of the length of a report; none where there is no file."""
    path = os.environ.get("FAZHI_NEWS", "")
    if not Path(path).is_file():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        text = file.read(characters)
    return [text[start : start + piece] for start in range(0, len(text), piece)]


def of_length(length: int) -> str:
    """One text of exactly this length, made of reports."""
    text = "\n".join(reports())
    return (text * (length // len(text) + 1))[:length]
