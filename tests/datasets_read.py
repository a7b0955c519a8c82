"""Datasets as the usual readers see them, and what a reader should see of a row."""

from __future__ import annotations

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow.parquet

Tables = dict[str, list[dict[str, Any]]]
TABLES = ("reports", "sections", "terms", "statistics", "citations")
TABULAR = (".csv", ".xlsx", ".parquet", ".duckdb")


def read_tables(path: Path) -> Tables:
    """The tables of a dataset; text in CSV without the apostrophe that keeps it from being a formula."""
    return _READERS[path.suffix](path)


def _csv(path: Path) -> Tables:
    return {table: _csv_rows(path / f"{table}.csv") for table in TABLES}


def _csv_rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [{k: v.removeprefix("'") for k, v in row.items()} for row in csv.DictReader(stream)]


def _xlsx(path: Path) -> Tables:
    book = openpyxl.load_workbook(path)
    rows: Tables = {table: [] for table in TABLES}
    for sheet in book:
        rows[sheet.title.partition(" ")[0]] += _sheet_rows(sheet)
    return rows


def _sheet_rows(sheet: Any) -> list[dict[str, Any]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def _parquet(path: Path) -> Tables:
    return {table: pyarrow.parquet.read_table(path / f"{table}.parquet").to_pylist() for table in TABLES}


def _duckdb(path: Path) -> Tables:
    with duckdb.connect(str(path), read_only=True) as database:
        return {table: database.sql(f"FROM {table}").to_arrow_table().to_pylist() for table in TABLES}


_READERS = {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet, ".duckdb": _duckdb}


def as_read(value: Any, suffix: str) -> Any:
    """A plain value as a reader of this form sees it."""
    if suffix == ".csv":
        return _as_csv(value)
    return _as_xlsx(value) if suffix == ".xlsx" else value


def _as_csv(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return f"{value.normalize():f}" if isinstance(value, Decimal) else "" if value is None else str(value)


def _as_xlsx(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(value) or None
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    return float(value) if isinstance(value, Decimal) else None if value == "" else value
