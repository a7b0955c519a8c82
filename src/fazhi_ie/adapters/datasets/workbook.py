"""XLSX: a sheet a table, for people who read and filter in Excel, WPS or LibreOffice.

Text is written as text, whatever it begins with; numbers and dates are numbers and dates. A table that is longer
than a sheet goes on in a second one, `statistics (2)`. Rows are streamed, so memory does not grow with them, and
no time of day is written, so that equal results give equal bytes.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..arrow.rows import COLUMNS, table_rows
from .cells import joined, needs_apostrophe, sheet_date, sheet_text
from .targets import whole_file

if TYPE_CHECKING:
    from openpyxl import Workbook

    from . import Result

MOST_ROWS = 1_048_576
"""How many rows a sheet can hold, by the specification of Excel."""

_WIDTHS = {
    name: width
    for width, names in {
        60: "error_message",
        52: "title title_text",
        40: "heading measure",
        34: "id report issuers indicator term",
        26: "document_number name text",
        18: "packs period_label region_name topic value value_max",
    }.items()
    for name in names.split()
}
_WIDTH = 13
_CONTINUED = re.compile(r" \(\d+\)$")
_EPOCH = datetime(2000, 1, 1)


class XlsxWriter:
    """Writes results to the sheets of an open workbook."""

    def __init__(self, book: Workbook, *, most_rows: int) -> None:
        self._tables = {table: _Table(book, table, COLUMNS[table], most_rows) for table in COLUMNS}

    def write(self, results: Iterable[Result]) -> None:
        for result in results:
            for table, rows in table_rows(result).items():
                for row in rows:
                    self._tables[table].append(row.values())

    def finish(self) -> None:
        """Finish what is known only at the end."""
        for table in self._tables.values():
            table.finish_sheet()


class _Table:
    """The sheet of a table, and the next one when it is full."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[str], most_rows: int) -> None:
        self._book, self._name, self._columns, self._most_rows = book, name, columns, most_rows
        self._number = 1
        self._begin_sheet(name)

    def append(self, values: Iterable[object]) -> None:
        if self._rows == self._most_rows:
            self.finish_sheet()
            self._number += 1
            self._begin_sheet(f"{self._name} ({self._number})", self._book.worksheets.index(self._sheet) + 1)
        self._sheet.append([_cell(self._sheet, value) for value in values])
        self._rows += 1

    def _begin_sheet(self, title: str, place: int | None = None) -> None:
        """Add a sheet with a header that stays in sight."""
        from openpyxl.utils import get_column_letter

        self._sheet = self._book.create_sheet(title, place)
        self._sheet.freeze_panes = "B2"
        for number, name in enumerate(self._columns, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, _WIDTH)
        self._sheet.append([_header_cell(self._sheet, name) for name in self._columns])
        self._rows = 1

    def finish_sheet(self) -> None:
        """Let all rows be filtered by the header."""
        from openpyxl.utils import get_column_letter

        self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._columns))}{self._rows}"


def _header_cell(sheet: Any, name: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill

    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="DDE6F0")
    return cell


def _cell(sheet: Any, value: Any) -> Any:
    """What to append for a plain value; a cell of its own only where openpyxl would take it for something else."""
    if isinstance(value, list):
        value = joined(value)
    elif isinstance(value, date):
        value = sheet_date(value)
    if isinstance(value, Decimal):
        return _number_cell(sheet, value)
    return _text_cell(sheet, sheet_text(value)) if isinstance(value, str) else value


def _text_cell(sheet: Any, text: str) -> Any:
    """Text that stays text, also when a person edits the cell (`quotePrefix`); an empty one is no cell."""
    from openpyxl.cell import WriteOnlyCell

    if not (needs_apostrophe(text) or text.startswith("#")):
        return text or None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _number_cell(sheet: Any, value: Decimal) -> Any:
    """A number that is read easily: 5,490,000."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value)
    cell.number_format = "#,##0" if value == value.to_integral_value() else "General"
    return cell


@contextmanager
def writer(path: Path, *, most_rows: int = MOST_ROWS) -> Iterator[XlsxWriter]:
    """Write a workbook; needs openpyxl."""
    import openpyxl

    with whole_file(path) as stream:
        book = openpyxl.Workbook(write_only=True)
        try:
            writer = XlsxWriter(book, most_rows=most_rows)
            yield writer
            writer.finish()
            save(book, stream)
        finally:
            _discard(book)


def save(book: Workbook, stream: BinaryIO) -> None:
    """Save a workbook without the time of day, so that equal content gives equal bytes."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.created = book.properties.modified = _EPOCH
    with _TimelessZip(stream, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        ExcelWriter(book, archive).save()


class _TimelessZip(ZipFile):
    """A zip file that dates all its members alike."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(_member(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        with open(filename, "rb") as source, self.open(_member(arcname), "w", force_zip64=True) as target:
            shutil.copyfileobj(source, target)


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    return member


def _discard(book: Workbook) -> None:
    """Remove the temporary files of sheets that were not saved, instead of when Python ends."""
    for sheet in book.worksheets:
        with suppress(Exception):
            if not sheet.closed:
                sheet.close()
            sheet._writer.cleanup()


def is_dataset(path: Path) -> bool:
    """Whether a file is a workbook whose sheets are the tables of a dataset and nothing else."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True)
    except Exception:  # whatever a file that is no workbook makes openpyxl raise
        return False
    try:
        return {_CONTINUED.sub("", title) for title in book.sheetnames} == set(COLUMNS)
    finally:
        book.close()
