"""One row a document, and the same report back."""

from __future__ import annotations

import io
from pathlib import Path

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

import fazhi_ie
from fazhi_ie import Report
from fazhi_ie.adapters.batch import Failure
from fazhi_ie.arrow import report_schema, reports_from_arrow, reports_to_arrow

PATHS = sorted((Path(__file__).parents[3] / "examples/reports").glob("*.txt"))
REPORTS = [fazhi_ie.extract(path.read_text(encoding="utf-8"), id=path.name) for path in PATHS]
FAILURE = Failure.model_validate(
    {"source": {"id": "b.txt"}, "error": {"type": "InputError", "message": "FZ112: It cannot be read."}}
)

FRAGMENTS = st.sampled_from(
    [
        *("受理行政复议申请", "办结率", "由", "提高到", "计划", "其中", "每周", "三", "近", "余", "万", "亿"),
        *(
            "36件",
            "1,100万元",
            "98.07%",
            "三分之一",
            "2至3次",
            "2023年",
            "〔2021〕7号",
            "一、",
            "（一）",
            "\n",
        ),
        *("，", "。", "；", "《", "》", "“", "”", "三项制度", "復議", "\x00", "𠀀", "\u2028", "\u200b"),
    ]
)
texts = st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=40).map("".join))


def through_a_file(batch: pa.RecordBatch) -> pa.Table:
    stream = io.BytesIO()
    with pa.ipc.new_stream(stream, batch.schema) as writer:
        writer.write_batch(batch)
    return pa.ipc.open_stream(stream.getvalue()).read_all()


def test_reports_and_failures_come_back_equal_in_order():
    results = [REPORTS[0], FAILURE, *REPORTS[1:]]
    assert reports_from_arrow(through_a_file(reports_to_arrow(results))) == results


def test_reports_come_back_with_the_same_json():
    back = reports_from_arrow(reports_to_arrow(REPORTS))
    assert [r.model_dump_json() for r in back] == [r.model_dump_json() for r in REPORTS]
    assert [repr(r) for r in back] == [repr(r) for r in REPORTS]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.none() | st.text(max_size=5), texts), max_size=3))
def test_report_of_any_text_comes_back_equal(pairs):
    reports = [fazhi_ie.extract(text, id=id) for id, text in pairs]
    back = reports_from_arrow(through_a_file(reports_to_arrow(reports)))
    whole = [Report.model_validate(_without_halves(report.model_dump())) for report in reports]
    assert back == whole


def _without_halves(value):
    if isinstance(value, dict):
        return {name: _without_halves(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_halves(item) for item in value]
    return (
        "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
        if isinstance(value, str)
        else value
    )


def test_other_columns_and_another_order_do_not_matter():
    table = pa.Table.from_batches([reports_to_arrow(REPORTS)])
    mixed = table.append_column("county", pa.nulls(table.num_rows)).select(
        ["county", *reversed(table.column_names)]
    )
    assert reports_from_arrow(mixed) == REPORTS


def test_no_report_is_an_empty_batch():
    batch = reports_to_arrow([])
    assert batch.schema.equals(report_schema())
    assert reports_from_arrow(batch) == []


def test_number_that_no_column_holds_makes_an_error_row_of_its_report_alone():
    made = reports_to_arrow(
        [REPORTS[0], fazhi_ie.extract("投入999999999999999万亿元。", id="a\udc80"), FAILURE]
    )
    report, error, failure = reports_from_arrow(made)
    assert (report, failure) == (REPORTS[0], FAILURE)
    assert error.source.id == "a\ufffd"
    assert error.error.message.startswith("FZ160")
