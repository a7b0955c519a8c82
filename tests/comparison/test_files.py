"""CSV files, data frames and workbooks: what stands in them, exact and safe to open."""

from __future__ import annotations

import builtins
import csv
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fazhi_ie import Comparison, InputError, compare, extract
from fazhi_ie.comparison.files import check_suffix, plain_text
from fazhi_ie.comparison.views import CONFLICTS, LONG

BODY = (
    "云溪县人民政府2023年法治政府建设工作情况报告\n"
    "全年收到行政复议申请1.05万件，纠错率8.1%。\n参学干部1800余人次。\n"
    "调解矛盾纠纷820件。\n调解邻里矛盾纠纷73件。\n力争行政诉讼败诉率不超过5%。\n"
)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare([extract(BODY, id="=1+1.txt")], texts=[BODY])


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_wide_table_has_exact_values_and_says_what_is_not_plain(comparison: Comparison) -> None:
    (row,) = comparison.table()
    assert row["reconsideration.applications"] == Decimal(10500)
    assert str(row["reconsideration.correction_rate"]) == "8.1"
    assert row["litigation.loss_rate"] is None
    assert (row["not_exact"], row["conflicts"]) == ("leadership.study_participants", "disputes.mediated")


def test_long_table_has_every_figure_with_its_place(comparison: Comparison) -> None:
    rows = comparison.cells()
    assert [tuple(row) for row in rows] == [LONG] * 6
    planned = next(row for row in rows if row["status"] == "planned")
    assert (planned["chosen"], planned["bound"], planned["sentence"]) == (
        False,
        "at_most",
        "力争行政诉讼败诉率不超过5%。",
    )
    assert all(BODY[row["start"] : row["end"]] == row["text"] for row in rows)


def test_csv_is_for_spreadsheets(comparison: Comparison, tmp_path: Path) -> None:
    comparison.to_csv(tmp_path / "c.csv")
    assert (tmp_path / "c.csv").read_bytes().startswith(b"\xef\xbb\xbfsource,region,code,level,year,issuers,")
    (row,) = read_csv(tmp_path / "c.csv")
    assert (row["region"], row["year"], row["reconsideration.applications"]) == ("云溪县", "2023", "10500")
    assert row["source"] == "'=1+1.txt"


def test_long_csv_has_a_line_a_figure(comparison: Comparison, tmp_path: Path) -> None:
    comparison.to_csv(tmp_path / "c.csv", long=True)
    rows = read_csv(tmp_path / "c.csv")
    assert [(row["value"], row["conflict"]) for row in rows if row["indicator"] == "disputes.mediated"] == [
        ("820", "yes"),
        ("73", "yes"),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("98.50"), "98.5"),
        (Decimal("5.49E+6"), "5490000"),
        (Decimal("-3"), "-3"),
        (2023, "2023"),
        (None, ""),
        (True, "yes"),
        ("=HYPERLINK()", "'=HYPERLINK()"),
        ("＝1+1", "'＝1+1"),
        ("-12%", "'-12%"),
        ("\t=1", "'\t=1"),
        ("a=1", "a=1"),
    ],
)
def test_value_as_a_csv_file_holds_it(value: object, text: str) -> None:
    assert plain_text(value) == text


def test_csv_of_no_reports_has_a_header(tmp_path: Path) -> None:
    compare([]).to_csv(tmp_path / "c.csv")
    assert read_csv(tmp_path / "c.csv") == []
    assert "not_exact" in (tmp_path / "c.csv").read_text("utf-8-sig")


def test_data_frames_hold_decimals(comparison: Comparison) -> None:
    pandas = pytest.importorskip("pandas")
    wide, long = comparison.to_pandas(), comparison.to_pandas(long=True)
    assert isinstance(wide, pandas.DataFrame)
    assert wide.loc[0, "reconsideration.applications"] == Decimal(10500)
    assert list(long.columns) == list(LONG)
    assert len(long) == 6


@pytest.fixture
def book(comparison: Comparison, tmp_path: Path) -> Any:
    openpyxl = pytest.importorskip("openpyxl")
    comparison.to_xlsx(tmp_path / "c.xlsx")
    return openpyxl.load_workbook(tmp_path / "c.xlsx")


def column_of(sheet: Any, indicator: str) -> int:
    headers = [str(cell.value) for cell in sheet[1]]
    return next(number for number, header in enumerate(headers, 1) if header.endswith(indicator))


def test_workbook_has_four_sheets(book: Any) -> None:
    assert book.sheetnames == ["comparison", "cells", "conflicts", "indicators"]
    assert [cell.value for cell in book["cells"][1]] == list(LONG)
    assert [cell.value for cell in book["conflicts"][1]] == list(CONFLICTS)
    assert book["conflicts"].max_row == 3


def test_workbook_shows_bound_and_unit_of_a_number(book: Any) -> None:
    sheet = book["comparison"]
    cell = sheet.cell(2, column_of(sheet, "leadership.study_participants"))
    assert (cell.value, cell.number_format) == (1800, '"> "#,##0" 人次"')
    rate = sheet.cell(2, column_of(sheet, "reconsideration.correction_rate"))
    assert (rate.value, rate.number_format) == (8.1, '#,##0.0"%"')


def test_value_in_the_workbook_leads_to_its_figure(book: Any) -> None:
    sheet = book["comparison"]
    cell = sheet.cell(2, column_of(sheet, "disputes.mediated"))
    line = int(cell.hyperlink.location.removeprefix("cells!A"))
    found = dict(zip(LONG, (c.value for c in book["cells"][line]), strict=True))
    assert (found["value"], found["text"], found["chosen"]) == (820, "820件", True)
    assert cell.fill.fgColor.rgb.endswith("FFE699")


def test_text_in_the_workbook_is_never_a_formula(book: Any) -> None:
    sources = [
        row[0] for sheet in ("comparison", "cells", "conflicts") for row in book[sheet].iter_rows(min_row=2)
    ]
    assert {(cell.value, cell.data_type) for cell in sources} == {("=1+1.txt", "s")}


def test_characters_that_a_workbook_cannot_hold_are_replaced(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    compare([extract("受理行政复议案件50件。", id="a\x01\ud800.txt")]).to_xlsx(tmp_path / "c.xlsx")
    assert openpyxl.load_workbook(tmp_path / "c.xlsx")["cells"]["A2"].value == "a\ufffd\ufffd.txt"


@pytest.mark.parametrize("name", ["c.pdf", "c.jsonl", "c"])
def test_other_forms_are_refused(name: str) -> None:
    with pytest.raises(
        InputError, match=f"FZ123: A comparison cannot be written as {name}; name a file that"
    ):
        check_suffix(Path(name))


@pytest.mark.parametrize(
    ("module", "method", "remedy"),
    [("openpyxl", "to_xlsx", '"fazhi-ie[xlsx]"'), ("pandas", "to_pandas", "pandas")],
)
def test_missing_package_is_named_with_its_remedy(
    comparison: Comparison,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    method: str,
    remedy: str,
) -> None:
    imported = builtins.__import__

    def without(name: str, *args: Any, **options: Any) -> Any:
        if name.split(".")[0] == module:
            raise ImportError(name)
        return imported(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=f"FZ124: .*{re.escape(f'`pip install {remedy}`')}"):
        getattr(comparison, method)(*([tmp_path / "c.xlsx"] if method == "to_xlsx" else []))
