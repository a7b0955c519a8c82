"""Text full of formulas, quotes, markup, controls and broken characters: read back equal, and nothing runs."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas
import polars
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from datasets_read import TABULAR, read_tables
from fazhi_ie import Report
from fazhi_ie.adapters.batch import FailedSource, Failure, FailureReason
from fazhi_ie.adapters.datasets import dataset_writer

HOSTILE = [
    *("=1+1", "+1", "-1", "@a", "＝1", "\t=1", "  =1", "'=1", "''", "=cmd|'/C calc'!A0", '=HYPERLINK("x")'),
    *('"', '","', "a\r\nb", "\n", "\r", ";", "\\", "\\N", "<script>alert(1)</script>", "</t></is></c>"),
    *("&amp;&#0;", "]]>", "<!--", "\x00", "a\x00b", "\x1a", "\x1b[2J", "\x7f", "\x85", "\u2028", "\ufeff"),
    *("\ud800", "\udc00\ud800", "\ufffe\uffff", "\u202e法", "😀", "NULL", "nan", "#N/A", "1e5", "00012"),
    *("3-4", " pad ", "_x0041_", "'; DROP TABLE reports; --", "{{7*7}}", "${x}", "%s"),
]
hostile = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=()), min_size=1)
texts = st.lists(hostile, min_size=1, max_size=12)
few = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def replaced(text: str, characters: str) -> str:
    return re.sub(f"[{characters}\ud800-\udfff]", "\ufffd", text)


def in_workbook(text: str) -> str:
    text = re.sub("\r\n?", "\n", replaced(text, "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"))
    return text


HELD = {
    ".csv": lambda text: replaced(text, "\0"),
    ".xlsx": in_workbook,
    ".parquet": lambda text: replaced(text, ""),
    ".duckdb": lambda text: replaced(text, ""),
}


def about(text: str, report: Report) -> Report:
    """A report with one record of each kind, and this text wherever there is text."""
    fields = report.model_dump(mode="json")
    for kind in ("sections", "terms", "statistics", "citations"):
        del fields[kind][1:]
    fields |= {"title": text, "document_number": text, "issuers": [{"name": text}]}
    fields["source"] |= {"id": text}
    fields["sections"][0] |= {"heading": text, "number": text}
    fields["terms"][0] |= {"name": text, "text": text}
    fields["citations"][0] |= {"title": text, "title_text": text, "text": text}
    fields["statistics"][0] |= {"measure": text}
    fields["statistics"][0]["quantity"] |= {"text": text, "unit": text}
    return Report.model_validate(fields)


def failed(text: str) -> Failure:
    return Failure(source=FailedSource(id=text), error=FailureReason(type="InputError", message=text))


def write(folder: str, suffix: str, found: list[str], report: Report) -> Path:
    path = Path(folder, f"d{suffix}")
    with dataset_writer(path) as dataset:
        dataset.write(about(text, report) for text in found)
        dataset.write(map(failed, found))
    return path


@pytest.mark.parametrize("suffix", TABULAR)
@few
@example(found=HOSTILE)
@given(found=texts)
def test_text_comes_back_in_every_column(report: Report, suffix: str, found: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = read_tables(write(folder, suffix, found, report))
    held = list(map(HELD[suffix], found))
    rows = read["reports"]
    assert [row["id"] for row in rows] == held * 2
    assert [row["error_message"] or None for row in rows] == [None] * len(held) + held
    assert [row["title"] for row in rows[: len(held)]] == held
    assert [row["document_number"] for row in rows[: len(held)]] == held
    for table, column in (
        *(("sections", "heading"), ("terms", "name"), ("terms", "text"), ("citations", "title_text")),
        *(("statistics", "measure"), ("statistics", "unit"), ("statistics", "text")),
    ):
        assert [row[column] for row in read[table]] == held
    assert all(int(row["start"]) < int(row["end"]) for row in read["statistics"])


@few
@example(found=HOSTILE)
@given(found=texts)
def test_each_result_is_one_line_of_json(report: Report, found: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, ".jsonl", found, report)
        lines = path.read_text("utf-8").splitlines()
        assert polars.read_ndjson(path).height == len(lines)
    held = [replaced(text, "") for text in found]
    assert [json.loads(line)["source"]["id"] for line in lines] == held * 2
    assert [Report.model_validate_json(line).statistics[0].measure for line in lines[: len(held)]] == held


@few
@example(found=HOSTILE)
@given(found=texts)
def test_csv_reads_alike_everywhere(report: Report, found: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, ".csv", found, report) / "statistics.csv"
        written = path.read_bytes()
        by_pandas = pandas.read_csv(path, dtype=str, keep_default_na=False)
        by_polars = polars.read_csv(path, infer_schema=False)
        # Told the delimiter, for of a file with one line of hostile text DuckDB guesses another one.
        by_duckdb = duckdb.read_csv(str(path), sep=",", quotechar='"', all_varchar=True).fetchall()
    assert written.startswith(b"\xef\xbb\xbfreport,n,")
    assert written.endswith(b"\r\n")
    assert by_pandas["measure"].tolist() == by_polars["measure"].to_list() == [row[2] for row in by_duckdb]
    assert not any(cell.lstrip().startswith(tuple("=+-@＝＋－＠")) for cell in by_pandas["measure"])


@few
@example(found=HOSTILE)
@given(found=texts)
def test_workbook_has_no_formula_and_no_error(report: Report, found: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book: Any = openpyxl.load_workbook(write(folder, ".xlsx", found, report))
    cells = [
        cell for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    like_formulas = [cell for cell in cells if str(cell.value).startswith(tuple("=+-@"))]
    assert all(cell.quotePrefix for cell in like_formulas)
