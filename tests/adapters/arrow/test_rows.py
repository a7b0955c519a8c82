"""Reports as rows: what stands in them, and what no table can hold."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fazhi_ie
from fazhi_ie.adapters.arrow.rows import COLUMNS, report_rows, short, storable, table_rows
from fazhi_ie.adapters.batch import Failure

ROOT = Path(__file__).parents[3]
PATH = ROOT / "examples/reports/hechuan-2024.txt"
TEXT = PATH.read_text(encoding="utf-8")
REPORT = fazhi_ie.extract(TEXT, id="hechuan-2024.txt")
FAILURE = Failure.model_validate(
    {"source": {"id": "b.txt"}, "error": {"type": "InputError", "message": "FZ112: It cannot be read."}}
)
TOO_LARGE = "投入999999999999999万亿元，受理案件3件。"


def test_rows_have_the_columns_in_order():
    rows = table_rows(REPORT)
    assert list(rows) == list(COLUMNS)
    assert all(set(row) == set(COLUMNS[table]) for table in rows for row in rows[table])


def test_every_record_has_one_row_in_the_order_of_the_report():
    rows = table_rows(REPORT)
    for table in set(COLUMNS) - {"reports"}:
        assert len(rows[table]) == len(getattr(REPORT, table)) > 0
        assert [row["n"] for row in rows[table]] == list(range(len(rows[table])))
        assert {row["report"] for row in rows[table]} == {"hechuan-2024.txt"}


def test_report_row_has_plain_values():
    (row,) = table_rows(REPORT)["reports"]
    assert row["issuers"] == ["禾川县人民政府"]
    assert (row["region_name"], row["region_code"], row["region_level"]) == ("禾川县", None, "county")
    assert row["issued_on"] == date(2025, 1, 22)
    assert row["packs"] == [f"default@{REPORT.packs[0].version}"]
    assert row["pack_hashes"] == [REPORT.packs[0].sha256]
    assert row["error_type"] is row["error_message"] is None


@pytest.mark.parametrize("table", ["terms", "statistics", "citations"])
def test_offsets_of_a_row_lead_back_to_its_text(table):
    for row in table_rows(REPORT)[table]:
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_statistic_row_says_where_sentence_and_cue_stand():
    text = "去年受理案件3件。力争办理案件36件。"
    row = table_rows(fazhi_ie.extract(text))["statistics"][1]
    assert (row["value"], row["status"]) == (Decimal(36), "planned")
    assert text[row["sentence_start"] : row["sentence_end"]] == "力争办理案件36件。"
    assert text[row["cue_start"] : row["cue_end"]] == "力争"


def test_report_without_id_goes_by_the_hash_of_its_text():
    report = fazhi_ie.extract("受理案件3件。")
    rows = table_rows(report)
    assert rows["reports"][0]["id"] == rows["statistics"][0]["report"] == report.source.sha256


def test_failure_is_a_row_among_the_reports():
    rows = table_rows(FAILURE)
    (row,) = rows["reports"]
    said = {name: value for name, value in row.items() if value is not None}
    assert said == {"id": "b.txt", "error_type": "InputError", "error_message": "FZ112: It cannot be read."}
    assert not any(rows[table] for table in set(COLUMNS) - {"reports"})


def test_lone_surrogate_becomes_a_replacement_character_and_offsets_stay_true():
    text = "开展“普\ud800法微课堂”活动3场次。"
    rows = table_rows(fazhi_ie.extract(text, id="\udc80.txt"))
    (term,) = rows["terms"]
    assert term["text"] == "普\ufffd法微课堂" == text.replace("\ud800", "\ufffd")[term["start"] : term["end"]]
    assert rows["reports"][0]["id"] == term["report"] == "\ufffd.txt"


def test_number_of_more_digits_than_a_column_has_makes_an_error_row():
    report = fazhi_ie.extract(TOO_LARGE, id="a")
    assert len(report.statistics) == 2
    with pytest.raises(fazhi_ie.InputError, match="FZ160"):
        report_rows(report)
    rows = table_rows(report)
    assert rows["reports"][0]["error_message"].startswith("FZ160: The number 999999999999999000000000000 has")
    assert rows["statistics"] == []


@given(st.integers(-(10**38) + 1, 10**38 - 1))
def test_short_is_exact_for_every_number_that_a_column_holds(digits):
    number = Decimal(digits).scaleb(-13, Context(prec=60))
    assert short(number) == number == storable(number)


@pytest.mark.parametrize("number", ["1e25", "-1e25", "0.00000000000001"])
def test_number_that_would_be_rounded_is_refused(number):
    with pytest.raises(fazhi_ie.InputError, match="FZ160"):
        storable(Decimal(number))


@pytest.mark.parametrize("number", ["0", "6", "98.1", "0.3333", "1800", "904000000", "0.0000000000123"])
def test_short_takes_off_the_zeros_that_fill_a_column(number):
    filled = Decimal(number).quantize(Decimal("1e-13"))
    assert str(short(filled)) == str(short(Decimal(number)))
    assert short(filled) == Decimal(number)


def test_values_of_a_column_are_exact():
    rows = table_rows(fazhi_ie.extract("投入2.3亿元，办结率98.07%，三分之一的事项网办。"))["statistics"]
    assert [str(row["value"]) for row in rows] == ["230000000", "98.07", "0.3333"]
