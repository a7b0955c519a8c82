"""A comparison as tables to read in a terminal: indicators down the side, reports across, as many as fit.

A `*` says that the report gives several different values, which are listed below; `→` leads to a target.
Where there are more reports than fit side by side, further tables follow. Figures of other years alone are
not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from ..comparison import Cell, Column, Comparison, Conflict, Figure, Row
from .table import format_quantity

_LEAST_NAME, _REPORT = 24, 17
"""Columns of a terminal for the names of indicators, at least, and for each report."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class ComparisonTable:
    """A view of a comparison: `rich.console.Console().print(ComparisonTable(comparison))`."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        rows, columns = self.comparison.rows, self.comparison.columns
        across = max(1, (options.max_width - _LEAST_NAME) // _REPORT)
        for start in range(0, len(rows), across):
            yield _table(rows[start : start + across], columns)
        if conflicts := self.comparison.conflicts:
            yield _conflicts(conflicts, self.comparison)


def _plain(text: str, style: str = "") -> Text:
    """Text as it is: no markup is read in it, and no control character reaches the terminal."""
    return Text(_CONTROL.sub(" ", text), style=style)


def _table(rows: Sequence[Row], columns: Sequence[Column]) -> Table:
    """Reports side by side, with a line of its own for each topic that begins."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("indicator", ratio=1, overflow="fold")
    for row in rows:
        table.add_column(_heading(row), justify="right", min_width=_REPORT - 3, overflow="fold")
    topic = ""
    for column in columns:
        if column.topic != topic:
            table.add_section()
            topic = column.topic
        cells = [row.cell(column.indicator) for row in rows]
        if any(cells):
            table.add_row(_label(column), *map(_shown, cells))
    return table


def _heading(row: Row) -> Text:
    place = row.region.name if row.region else " ".join(row.issuers) or row.source.id or "?"
    return _plain(place).append(f"\n{row.year or '?'}")


def _label(column: Column) -> Text:
    return _plain(column.name).append(f"\n{column.indicator}", style="blue")


def _shown(cell: Cell | None) -> Text:
    """The result with its mark, and below it the target."""
    text = Text()
    if cell and cell.chosen:
        text.append(_amount(cell.chosen), style="bold").append("*" if cell.conflict else "", style="red")
    if cell and cell.planned:
        text.append("\n" if text else "").append(f"→ {_amount(cell.planned)}", style="yellow")
    return text


def _amount(figure: Figure) -> str:
    return _CONTROL.sub(" ", format_quantity(figure.statistic.quantity))


def _conflicts(conflicts: Sequence[Conflict], comparison: Comparison) -> Table:
    """All values of each cell with a mark, the one that is shown first."""
    names = {column.indicator: column.name for column in comparison.columns}
    rows = {row.source: row for row in comparison.rows}
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, title_justify="left", title_style="bold")
    table.title = "* different values within one report, the one shown first"
    table.add_column("report", no_wrap=True)
    table.add_column("indicator", ratio=2, overflow="fold")
    table.add_column("values", ratio=3, overflow="fold")
    for conflict in conflicts:
        place = _CONTROL.sub(" ", _heading(rows[conflict.source]).plain)
        values = Text("\n").join(_told(figure) for figure in _chosen_first(conflict))
        table.add_row(_plain(place), _plain(names[conflict.indicator]), values)
    return table


def _chosen_first(conflict: Conflict) -> Iterator[Figure]:
    yield conflict.chosen
    yield from (figure for figure in conflict.figures if figure != conflict.chosen)


def _told(figure: Figure) -> Text:
    return Text(_amount(figure), style="bold").append_text(
        _plain(f" {figure.statistic.measure}", style="dim")
    )
