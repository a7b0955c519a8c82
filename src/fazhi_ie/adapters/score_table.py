"""Scores as a table to read in a terminal, and the mistakes behind them with their text.

Control characters of the texts are never passed on to the terminal.
"""

from __future__ import annotations

import re

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from ..evaluation import Mistake, Scores

DETAILS = frozenset(
    {"value", "value_max", "unit", "bound", "per", "status", "span", "terms_exact", "document_number"}
    | {"section_kind"}
)
"""Scores that say more of the one above them, and are set in."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class ScoreTable:
    """Precision, recall and F1 of every score: `rich.console.Console().print(ScoreTable(scores))`."""

    def __init__(self, scores: Scores) -> None:
        self.scores = scores

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title_justify="left")
        for name in ("score", "precision", "recall", "F1", "right", "found", "wanted"):
            table.add_column(name, justify="left" if name == "score" else "right", no_wrap=True)
        for score in self.scores.scores:
            figures = (f"{figure:.3f}" for figure in (score.precision, score.recall, score.f1))
            counts = (str(count) for count in (score.right, score.found, score.wanted))
            indent = "  " if score.name in DETAILS else ""
            table.add_row(indent + score.name, *figures, *counts)
        yield table
        yield f"texts: {self.scores.texts}, mistakes: {len(self.scores.mistakes)}"


class MistakeList:
    """Up to `most` mistakes of each kind, with the text around them."""

    def __init__(self, scores: Scores, *, most: int) -> None:
        self.scores = scores
        self.most = most

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for kind, mistakes in self.scores.mistakes_by_kind():
            yield ""
            yield Text(f"{kind}: {len(mistakes)}", style="bold")
            for mistake in mistakes[: self.most]:
                yield _line(mistake)


def _line(mistake: Mistake) -> Text:
    place = f"{mistake.source}@{mistake.start}" if mistake.start is not None else mistake.source
    shown = "  ".join(filter(None, (place, mistake.around, mistake.detail)))
    return Text("  " + _CONTROL.sub(" ", shown))
