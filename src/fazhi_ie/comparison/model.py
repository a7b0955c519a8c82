"""What a comparison is made of: a row a report, a column an indicator, in each cell all that the report
says.

A cell never hides anything. It keeps every statistic that carries its indicator, names the one that stands
for the year (`chosen`) and the target (`planned`) by the rules of `comparison.choice`, and says whether the
report gives several different values (`conflict`).
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..records import Record, Region, Source, Statistic

if TYPE_CHECKING:
    import pandas

    from ..extractor import PackNames


class Column(Record):
    """An indicator as the packs define it; of an indicator that no pack has, only the id is known."""

    indicator: str
    name: str
    topic: str = ""
    definition: str = ""
    source: str = ""


class Figure(Record):
    """A statistic with the text of its sentence, where the texts were given."""

    statistic: Statistic
    sentence: str | None = None


class Cell(Record):
    """All that one report says on one indicator, in text order.

    `chosen` is the result of the year, None where the report gives only targets or figures of other years.
    `rivals` are all results of the year where there are several and they differ, else nothing.
    """

    indicator: str
    figures: tuple[Figure, ...]
    chosen: Figure | None
    planned: Figure | None
    rivals: tuple[Figure, ...] = ()

    @property
    def conflict(self) -> bool:
        """Whether the report gives several different results for the year."""
        return bool(self.rivals)

    @property
    def value(self) -> Decimal | None:
        """The number of the chosen figure."""
        return self.chosen.statistic.quantity.value if self.chosen else None


class Row(Record):
    """One report: who reports, for which place and year, and its cells in the order of the columns."""

    source: Source
    title: str | None
    issuers: tuple[str, ...]
    region: Region | None
    year: int | None
    cells: tuple[Cell, ...]

    def cell(self, indicator: str) -> Cell | None:
        """The cell of an indicator, or None where the report has no figure of it."""
        return next((cell for cell in self.cells if cell.indicator == indicator), None)


class Conflict(Record):
    """An indicator for which one report gives several different results; a table shows `chosen`."""

    source: Source
    indicator: str
    chosen: Figure
    figures: tuple[Figure, ...]


class Comparison(Record):
    """Reports side by side: `rows` sorted by region and year, `columns` in the order of the packs."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Every cell whose report gives several different results, row by row."""
        return tuple(
            Conflict(source=row.source, indicator=cell.indicator, chosen=cell.chosen, figures=cell.rivals)
            for row in self.rows
            for cell in row.cells
            if cell.conflict and cell.chosen
        )

    def table(self) -> list[dict[str, Any]]:
        """A row a report: what it is, then the chosen value of each indicator (a `Decimal`, or None)."""
        from .views import wide

        return wide(self)

    def cells(self) -> list[dict[str, Any]]:
        """A row a figure, with value, bound, unit, status, period, measure, offsets and sentence."""
        from .views import long

        return long(self)

    def to_pandas(self, *, long: bool = False) -> pandas.DataFrame:
        """`table()`, or with `long` `cells()`, as a data frame; values stay exact decimals."""
        from .files import data_frame

        return data_frame(self, long=long)

    def to_csv(self, path: str | Path, *, long: bool = False) -> None:
        """Write `table()`, or with `long` `cells()`, as CSV in UTF-8 with a byte order mark."""
        from .files import write_csv

        write_csv(self, Path(path), long=long)

    def to_xlsx(self, path: str | Path) -> None:
        """Write a workbook: the comparison, all figures with sentence and offsets, conflicts, indicators."""
        from .workbook import write_xlsx

        write_xlsx(self, Path(path))

    def to_html(self, path: str | Path, *, packs: PackNames = ("default",)) -> None:
        """Write a page with charts, tables and the sentence behind each value; `packs` name the topics."""
        from .files import write_html

        write_html(self, Path(path), packs=packs)
