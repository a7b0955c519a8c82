"""How a batch run shows itself on standard error: a bar on a terminal, and each failure as it happens.

The bar is redrawn when the run says so and not by a thread of its own, for workers are forked from this process.
"""

from __future__ import annotations

import sys
import time
from types import TracebackType

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from ..runs import Tally, Watch


class ProgressBar(Watch):
    """Shows files done, rate, time left and failures so far; only messages where there is no terminal."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("Extracting"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("[red]{task.fields[failed]}"),
            console=Console(stderr=True),
            auto_refresh=False,
        )
        self._shown = sys.stderr.isatty()  # rich takes FORCE_COLOR for a terminal, in a pipe too
        self._task = self._bar.add_task("", rate="", failed="", visible=False)
        self._since = 0.0
        self._files = self._characters = self.failed = self.taken_over = 0

    def __enter__(self) -> ProgressBar:
        if self._shown:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._bar.stop()

    def begin(self, files: int) -> None:
        self._since = time.monotonic()
        self._bar.reset(self._task, total=files, visible=files > 1)

    def advance(self, tally: Tally) -> None:
        self.taken_over += tally.taken_over
        self.failed += len(tally.failures)
        for message in tally.failures:
            self.note(message)
        if tally.taken_over < tally.files:
            self._files += tally.files - tally.taken_over
            self._characters += tally.characters
        failed = f"{self.failed:,} failed" if self.failed else ""
        self._bar.update(self._task, advance=tally.files, rate=self._rate(), failed=failed)

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self._since, 0.001)
        return f"{self._files / seconds:,.0f} files/s, {self._characters / seconds / 1e6:.2f} Mchar/s"

    def note(self, message: str) -> None:
        if self._shown:
            self._bar.console.print(Text(f"fazhi-ie: {message}"), soft_wrap=True)
        else:
            typer.echo(f"fazhi-ie: {message}", err=True)

    def pulse(self) -> None:
        if self._shown:
            self._bar.refresh()
