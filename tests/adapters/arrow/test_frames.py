"""Tables and data frames of reports: one row a record, exact in Arrow, convenient in pandas and Polars."""

from __future__ import annotations

import sys
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pandas
import polars
import pytest

import fazhi_ie
from fazhi_ie.adapters.arrow.rows import table_rows
from fazhi_ie.adapters.batch import Failure
from fazhi_ie.arrow import COLUMNS, schemas, to_pandas, to_polars

PATHS = sorted((Path(__file__).parents[3] / "examples/reports").glob("*.txt"))
REPORTS = [fazhi_ie.extract(path.read_text(encoding="utf-8"), id=path.name) for path in PATHS]
FAILURE = Failure.model_validate(
    {"source": {"id": "b.txt"}, "error": {"type": "InputError", "message": "FZ112: It cannot be read."}}
)
FIGURES = fazhi_ie.extract("投入2.3亿元，办结率98.07%，三分之一的事项网办，受理案件3至5件。", id="a")


def test_tables_hold_the_rows_of_all_reports_in_order():
    made = fazhi_ie.tables([*REPORTS, FAILURE])
    for name, schema in schemas().items():
        assert made[name].schema.equals(schema, check_metadata=True)
        assert made[name].to_pylist() == [row for r in [*REPORTS, FAILURE] for row in table_rows(r)[name]]


def test_tables_of_no_report_have_all_columns():
    made = fazhi_ie.tables([])
    assert {name: tuple(table.column_names) for name, table in made.items()} == dict(COLUMNS)
    assert all(table.num_rows == 0 for table in made.values())


def test_tables_take_reports_lazily_and_in_any_number():
    many = fazhi_ie.tables(fazhi_ie.extract_many((str(n), f"受理案件{n}件。") for n in range(1, 451)))
    assert many["reports"].num_rows == 450
    assert many["statistics"]["value"].to_pylist() == list(range(1, 451))


@pytest.mark.parametrize("ids", [("a", "a"), (None, None)], ids=["same id", "same text without id"])
def test_tables_refuse_two_reports_that_cannot_be_told_apart(ids):
    with pytest.raises(fazhi_ie.InputError, match="FZ161: Two reports have the id"):
        fazhi_ie.tables([fazhi_ie.extract("受理案件3件。", id=id) for id in ids])


def test_report_gives_one_of_its_tables():
    assert REPORTS[0].to_arrow("terms").equals(fazhi_ie.tables(REPORTS[:1])["terms"])
    assert REPORTS[0].to_arrow().equals(REPORTS[0].to_arrow("statistics"))


@pytest.mark.parametrize("give", ["to_arrow", "to_pandas", "to_polars"])
def test_unknown_table_is_an_error_that_lists_the_known(give):
    with pytest.raises(
        fazhi_ie.InputError, match=r"FZ162: .* 'figures' .* reports, sections, terms, statistics"
    ):
        getattr(REPORTS[0], give)("figures")


def test_number_that_no_column_holds_is_an_error_and_not_an_empty_table():
    with pytest.raises(fazhi_ie.InputError, match="FZ160"):
        fazhi_ie.extract("投入999999999999999万亿元。").to_pandas("statistics")


@pytest.mark.parametrize("table", COLUMNS)
def test_pandas_frame_has_convenient_types(table):
    frame = REPORTS[0].to_pandas(table)
    assert tuple(frame.columns) == COLUMNS[table]
    found = {name: str(dtype) for name, dtype in frame.dtypes.items()}
    expected = {"issued_on": "datetime64[ms]", "value": "float64", "value_max": "float64"}
    for field in schemas()[table]:
        kind = {"string": "string", "int64": "Int64"}.get(str(field.type), expected.get(field.name, "object"))
        assert found[field.name] == kind


def test_pandas_frame_has_the_values_of_the_records():
    frame = to_pandas(fazhi_ie.tables(REPORTS)["statistics"])
    statistics = [s for report in REPORTS for s in report.statistics]
    assert frame["value"].tolist() == [float(s.quantity.value) for s in statistics]
    assert frame["measure"].tolist() == [s.measure for s in statistics]
    assert frame["indicator"].isna().tolist() == [s.indicator is None for s in statistics]
    issued = REPORTS[0].to_pandas("reports")["issued_on"][0]
    assert issued == datetime.combine(REPORTS[0].issued_on, datetime.min.time())


def test_float_is_the_one_nearest_to_the_exact_number():
    frame = FIGURES.to_pandas()
    assert frame["value"].tolist() == [230000000, 98.07, 0.3333, 3] == FIGURES.to_polars()["value"].to_list()
    assert frame["value_max"].isna().tolist() == [True, True, True, False]


def test_exact_frames_hold_decimals():
    exact = [Decimal(number) for number in ("230000000", "98.07", "0.3333", "3")]
    frame = FIGURES.to_pandas(exact=True)
    assert list(map(str, frame["value"])) == list(map(str, exact))
    assert frame["value_max"].tolist() == [None, None, None, Decimal(5)]
    polar = FIGURES.to_polars(exact=True)
    assert polar["value"].dtype == polars.Decimal(38, 13)
    assert polar["value"].to_list() == exact


def test_exact_zero_is_a_plain_zero():
    frame = fazhi_ie.extract("新发案件0件。").to_pandas(exact=True)
    assert [str(value) for value in frame["value"]] == ["0"]


def test_polars_frame_has_the_values_of_the_records():
    frame = to_polars(fazhi_ie.tables(REPORTS)["terms"])
    assert frame["name"].to_list() == [term.name for report in REPORTS for term in report.terms]
    assert frame.schema["start"] == polars.Int64


def test_empty_frames_keep_their_types():
    empty = fazhi_ie.extract("").to_pandas()
    assert isinstance(empty, pandas.DataFrame)
    assert len(empty) == 0
    assert str(empty["value"].dtype) == "float64"
    assert fazhi_ie.extract("").to_polars()["value"].dtype == polars.Float64


@pytest.mark.parametrize(
    ("library", "give", "extra"),
    [("pyarrow", "to_arrow", "arrow"), ("pandas", "to_pandas", "pandas"), ("polars", "to_polars", "polars")],
)
def test_missing_library_is_named_with_the_extra_that_brings_it(monkeypatch, library, give, extra):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(fazhi_ie.InputError, match=rf"FZ163: .*{library}.*fazhi-ie\[{extra}\]"):
        getattr(FIGURES, give)("statistics")
