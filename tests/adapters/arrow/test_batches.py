"""From batch to batch: what is wrong with one document, or with the job, and the engines that use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

import fazhi_ie
from fazhi_ie.adapters.arrow import batches
from fazhi_ie.arrow import extract_batch, extract_batches, report_schema, reports_from_arrow

PATHS = sorted((Path(__file__).parents[3] / "examples/reports").glob("*.txt"))
PAIRS = [(path.name, path.read_text(encoding="utf-8")) for path in PATHS]
REPORTS = [fazhi_ie.extract(text, id=id) for id, text in PAIRS]
DOCUMENTS = pa.RecordBatch.from_pylist([{"id": id, "text": text} for id, text in PAIRS])


def of(column: pa.Array, ids: pa.Array | None = None) -> pa.RecordBatch:
    ids = pa.array([str(n) for n in range(len(column))]) if ids is None else ids
    return pa.RecordBatch.from_arrays([ids, column], ["id", "text"])


def errors(batch: pa.RecordBatch) -> list[str | None]:
    return batch.column("error_message").to_pylist()


def test_each_document_becomes_its_report():
    made = extract_batch(DOCUMENTS)
    assert made.schema.equals(report_schema(), check_metadata=True)
    assert made.column("id").to_pylist() == [id for id, _ in PAIRS]
    assert reports_from_arrow(made) == REPORTS


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()], ids=str)
def test_any_arrow_type_of_text_is_read(kind):
    made = extract_batch(of(pa.array(["受理案件3件。"]).cast(kind)))
    assert reports_from_arrow(made) == [fazhi_ie.extract("受理案件3件。", id="0")]


def test_ids_may_be_numbers_or_missing():
    made = extract_batch(of(pa.array(["受理案件3件。"] * 2), pa.array([7, None])))
    assert [report.source.id for report in reports_from_arrow(made)] == ["7", None]


def test_columns_may_have_other_names():
    made = extract_batch(DOCUMENTS.rename_columns(["url", "content"]), id="url", text="content")
    assert reports_from_arrow(made) == REPORTS


def test_null_document_is_an_error_row_between_the_others():
    made = extract_batch(of(pa.array(["受理案件3件。", None, "受理案件4件。"])))
    first, error, last = errors(made)
    assert first is last is None
    assert error.startswith("FZ165: The document has no text")
    assert made.to_pylist()[1] | {"error_message": ""} == dict.fromkeys(made.schema.names) | {
        "id": "1",
        "error_type": "InputError",
        "error_message": "",
    }


def test_batch_of_nulls_without_a_type_is_error_rows():
    assert all(error.startswith("FZ165") for error in errors(extract_batch(of(pa.nulls(2)))))


def test_document_that_is_not_utf8_is_an_error_row():
    halves = pa.Array.from_buffers(
        pa.string(), 2, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0\3\0\0\0"), pa.py_buffer(b"\xd6\xd0a")]
    )
    broken, good = errors(extract_batch(of(halves)))
    assert broken.startswith("FZ165: The document is not valid UTF-8")
    assert good is None


def test_number_that_no_column_holds_is_an_error_row():
    (error,) = errors(extract_batch(of(pa.array(["投入999999999999999万亿元。"]))))
    assert error.startswith("FZ160")


def test_fault_of_the_extractor_costs_one_document(monkeypatch):
    def faulty(text, *, id):
        return REPORTS[0] if text == "good" else 1 / 0

    monkeypatch.setattr(batches, "extractor_of", lambda packs: faulty)
    made = extract_batch(of(pa.array(["good", "bad", "good"])))
    first, error, last = errors(made)
    assert first is last is None
    assert error.startswith(
        "FZ166: The extractor failed on this document (ZeroDivisionError: division by zero)"
    )
    assert made.column("error_type").to_pylist()[1] == "ZeroDivisionError"


@pytest.mark.parametrize("options", [{"text": "body"}, {"id": "url"}])
def test_missing_column_is_an_error_of_the_job(options):
    with pytest.raises(fazhi_ie.InputError, match=r"FZ164: There is no column '\w+' among id, text"):
        extract_batch(DOCUMENTS, **options)


@pytest.mark.parametrize(
    "column", [pa.array([1]), pa.array([b"a"]), pa.array([["a"]])], ids=lambda c: str(c.type)
)
def test_column_without_text_is_an_error_of_the_job(column):
    with pytest.raises(fazhi_ie.InputError, match="FZ164: The column 'text' holds"):
        extract_batch(of(column))


def test_pack_that_cannot_be_used_is_an_error_of_the_job(tmp_path):
    with pytest.raises(fazhi_ie.PackError):
        extract_batch(DOCUMENTS, packs=["default", str(tmp_path / "missing")])


def test_large_batch_goes_out_in_parts_lazily():
    read = []

    def source():
        for number in range(2):
            read.append(number)
            yield of(pa.array(["受理案件3件。"] * 250), pa.array(range(250)))

    made = extract_batches(source())
    assert next(made).num_rows == 100
    assert read == [0]
    rest = list(made)
    assert [batch.num_rows for batch in rest] == [100, 50, 100, 100, 50]
    assert rest[1].column("id").to_pylist() == [str(n) for n in range(200, 250)]


def test_table_gives_a_table():
    made = extract_batch(pa.Table.from_batches([DOCUMENTS, DOCUMENTS]))
    assert isinstance(made, pa.Table)
    assert reports_from_arrow(made) == REPORTS * 2


PROGRAM = """
import json, sys, pyarrow as pa
from fazhi_ie.arrow import extract_batch, reports_from_arrow
documents = pa.RecordBatch.from_pylist(json.load(sys.stdin))
for report in reports_from_arrow(extract_batch(documents)):
    print(report.model_dump_json())
"""


def test_another_process_with_another_hash_seed_gives_the_same_reports():
    documents = json.dumps([{"id": id, "text": text} for id, text in PAIRS])
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=documents,
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stdout.splitlines() == [report.model_dump_json() for report in REPORTS]
