"""A comparison as a workbook for people: four sheets that lead to each other.

`comparison` shows a row a report; its numbers are numbers, whose format shows bound and unit (> 1,800
人次), a conflict is coloured, and a click leads to the figure in `cells`, where measure, sentence and
offsets stand. `conflicts` lists what differs within a report, `indicators` says what the columns mean. Text
is always written as text, never as a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..adapters.datasets.cells import sheet_text
from ..adapters.datasets.targets import whole_file
from ..adapters.datasets.workbook import save
from ..errors import InputError
from ..records import Quantity
from .model import Cell, Comparison
from .views import CONFLICTS, IDENTITY, LONG, PlainRow, conflicts, identity, long

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_SIGNS = {"exact": "", "over": "> ", "under": "< ", "about": "≈ ", "at_least": "≥ ", "at_most": "≤ "}
_WIDTHS = {"sentence": 90, "definition": 60, "indicator": 34, "measure": 30, "name": 30, "issuers": 28}
_CONFLICT_COLOUR = "FFE699"
_ABOUT_INDICATORS = ("indicator", "name", "topic", "definition", "source")


def write_xlsx(comparison: Comparison, path: Path) -> None:
    """Write the workbook, which takes its name only when it is whole; needs openpyxl."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise InputError(
            "FZ124",
            "Writing .xlsx needs openpyxl, which is not installed; "
            'run `pip install "fazhi-ie[xlsx]"` or write .csv.',
        ) from error
    book = Workbook()
    book.active.title = "comparison"
    _fill_comparison(book.active, comparison)
    columns = [column.model_dump() for column in comparison.columns]
    for title, header, rows in (
        ("cells", LONG, long(comparison)),
        ("conflicts", CONFLICTS, conflicts(comparison)),
        ("indicators", _ABOUT_INDICATORS, columns),
    ):
        _fill(book.create_sheet(title), header, rows)
    with whole_file(path) as stream:
        save(book, stream)


def _fill(sheet: Worksheet, header: Sequence[str], rows: Iterable[PlainRow]) -> None:
    """Write rows below their header, which stays in sight and filters."""
    _head(sheet, header)
    for line, row in enumerate(rows, 2):
        for column, name in enumerate(header, 1):
            _put(sheet.cell(line, column), row[name])
    for column, name in enumerate(header, 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = _WIDTHS.get(name, 14)


def _fill_comparison(sheet: Worksheet, comparison: Comparison) -> None:
    """A row a report; the chosen values lead to their lines in the sheet `cells`."""
    _head(sheet, [*IDENTITY, *(f"{column.name}\n{column.indicator}" for column in comparison.columns)])
    places = {c.indicator: number for number, c in enumerate(comparison.columns, len(IDENTITY) + 1)}
    lines = _lines_of_cells(comparison)
    for line, row in enumerate(comparison.rows, 2):
        for number, value in enumerate(identity(row).values(), 1):
            _put(sheet.cell(line, number), value)
        for cell in row.cells:
            _put_value(sheet.cell(line, places[cell.indicator]), cell, next(lines))
    for number in range(1, sheet.max_column + 1):
        sheet.column_dimensions[sheet.cell(1, number).column_letter].width = 20
    sheet.freeze_panes = sheet.cell(2, len(IDENTITY) + 1)


def _lines_of_cells(comparison: Comparison) -> Iterator[int]:
    """For each cell of the comparison, the line in the sheet `cells` of its chosen (or first) figure."""
    line = 2
    for row in comparison.rows:
        for cell in row.cells:
            yield line + (cell.figures.index(cell.chosen) if cell.chosen else 0)
            line += len(cell.figures)


def _head(sheet: Worksheet, header: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font

    for number, name in enumerate(header, 1):
        cell = sheet.cell(1, number)
        _put(cell, name)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{sheet.cell(1, len(header)).coordinate}"


def _put(cell: SheetCell, value: Any) -> None:
    """Write a plain value; a text stays text whatever it begins with."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = sheet_text(value)
    cell.data_type = "s"


def _put_value(cell: SheetCell, compared: Cell, line: int) -> None:
    """Write the chosen value of a comparison's cell, with a link to its line in `cells`."""
    from openpyxl.styles import PatternFill
    from openpyxl.worksheet.hyperlink import Hyperlink

    if compared.chosen is None:
        return
    quantity = compared.chosen.statistic.quantity
    cell.value = quantity.value
    cell.number_format = number_format(quantity)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"cells!A{line}")
    if compared.conflict:
        cell.fill = PatternFill("solid", fgColor=_CONFLICT_COLOUR)


def number_format(quantity: Quantity) -> str:
    """The format in which a spreadsheet shows a number with its bound and unit.

    >>> from fazhi_ie import extract
    >>> number_format(extract("参学干部1800余人次。").statistics[0].quantity)
    '"> "#,##0" 人次"'
    """
    places = max(0, -int(quantity.value.normalize().as_tuple().exponent))
    digits = "#,##0" + (f".{'0' * places}" if places else "")
    unit = quantity.unit if quantity.unit in ("%", "") else f" {quantity.unit}"
    until = "" if quantity.value_max is None else f"–{quantity.value_max.normalize():f}"
    return "".join((_quoted(_SIGNS[quantity.bound]), digits, _quoted(until + unit)))


def _quoted(text: str) -> str:
    """Literal text in a number format."""
    text = text.replace('"', "")
    return f'"{text}"' if text else ""
