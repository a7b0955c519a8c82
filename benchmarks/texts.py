"""The texts: the example reports, and news where `FAZHI_NEWS` names a gzipped file of it."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
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


def stream(characters: int) -> Iterator[str]:
    """Endless reports that differ: in each stand a number of its own and two rare characters that few others have."""
    originals, number = reports(), 0
    while characters > 0:
        rare = chr(0x4E00 + number % 20_000) + chr(0x20000 + number % 40_000)
        text = f"{originals[number % len(originals)]}\n全年办理“{rare}”案件{number}件。\n"
        yield text
        number += 1
        characters -= len(text)
