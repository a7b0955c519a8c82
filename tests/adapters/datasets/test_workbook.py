"""The workbook: for people, who read, filter and add up in a spreadsheet."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from datasets_read import TABLES, read_tables
from fazhi_ie import Report
from fazhi_ie.adapters.arrow.rows import COLUMNS
from fazhi_ie.adapters.batch import Failure
from fazhi_ie.adapters.datasets import check_target, dataset_writer
from fazhi_ie.adapters.datasets.workbook import writer

Results = list[Report | Failure]


@pytest.fixture
def book(results: Results, tmp_path: Path) -> Any:
    with dataset_writer(tmp_path / "d.xlsx") as dataset:
        dataset.write(results)
    return openpyxl.load_workbook(tmp_path / "d.xlsx")


def column(book: Any, table: str, name: str) -> list[Any]:
    return [row[COLUMNS[table].index(name)] for row in book[table].iter_rows(min_row=2)]


def test_workbook_has_a_sheet_a_table_with_its_columns(book: Any) -> None:
    assert tuple(book.sheetnames) == TABLES
    assert all(tuple(cell.value for cell in book[table][1]) == COLUMNS[table] for table in TABLES)


def test_header_stays_in_sight_and_filters_all_rows(book: Any) -> None:
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])


def test_numbers_are_numbers_and_dates_are_dates(book: Any) -> None:
    values = column(book, "statistics", "value")
    assert [cell.data_type for cell in values] == ["n"] * len(values)
    assert (values[0].value, values[0].number_format) == (10500, "#,##0")
    assert (values[1].value, values[1].number_format) == (8.1, "General")
    (issued_on, *_) = column(book, "reports", "issued_on")
    assert issued_on.is_date
    assert issued_on.value.date().isoformat() == "2024-01-15"


def test_codes_are_text(report: Report, tmp_path: Path) -> None:
    fields = report.model_dump() | {"region": {"name": "云溪县", "code": "010000", "level": "county"}}
    with dataset_writer(tmp_path / "d.xlsx") as dataset:
        dataset.write([Report.model_validate(fields)])
    (code,) = column(openpyxl.load_workbook(tmp_path / "d.xlsx"), "reports", "region_code")
    assert (code.value, code.data_type) == ("010000", "s")


def test_text_longer_than_a_cell_is_seen_to_be_cut(report: Report, tmp_path: Path) -> None:
    with dataset_writer(tmp_path / "d.xlsx") as dataset:
        dataset.write([report.model_copy(update={"title": "法" * 40_000})])
    (title,) = column(openpyxl.load_workbook(tmp_path / "d.xlsx"), "reports", "title")
    assert title.value == "法" * 32_766 + "…"


def test_long_table_goes_on_in_another_sheet(results: Results, tmp_path: Path) -> None:
    with dataset_writer(tmp_path / "d.xlsx") as dataset:
        dataset.write(results)
    with writer(tmp_path / "cut.xlsx", most_rows=4) as cut:
        cut.write(results)
    book = openpyxl.load_workbook(tmp_path / "cut.xlsx")
    assert book.sheetnames[book.sheetnames.index("statistics") + 1] == "statistics (2)"
    assert all(sheet.max_row <= 4 and sheet.freeze_panes == "B2" for sheet in book)
    assert read_tables(tmp_path / "cut.xlsx") == read_tables(tmp_path / "d.xlsx")
    check_target(tmp_path / "cut.xlsx")  # is still known as one of ours


def test_no_time_of_day_is_in_the_file(book: Any, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "d.xlsx") as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
    assert book.properties.created == book.properties.modified
    assert book.properties.created.year == 2000


@pytest.mark.parametrize("error", [None, KeyboardInterrupt])
def test_no_temporary_file_is_left(
    results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException] | None
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(temporary))
    try:
        with dataset_writer(tmp_path / "d.xlsx") as dataset:
            dataset.write(results)
            assert list(temporary.iterdir())
            if error:
                raise error
    except KeyboardInterrupt:
        pass
    assert not list(temporary.iterdir())
