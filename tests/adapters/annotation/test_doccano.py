"""doccano: the lines it is given, and what an annotator's changes come back as."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotated import PLANNED, TEXT, quantity, span
from fazhi_ie import InputError, Span
from fazhi_ie.adapters.annotation import Mark, MarkedText, export, read_gold, read_marks

COUNTED = quantity("36件", value="36", unit="件", measure="受理申请")
TERM = Mark(label="Activity", fragments=(span("行政复议"),))
MARKED = MarkedText(id="reports/a.txt", text=TEXT, marks=(TERM, COUNTED, PLANNED))


@pytest.fixture
def row(tmp_path: Path) -> dict[str, Any]:
    """The line of JSON that was exported."""
    export([MARKED], tmp_path / "doccano", format="doccano")
    return dict(json.loads((tmp_path / "doccano/reports.jsonl").read_bytes().decode("ascii")))


def back(row: dict[str, Any], folder: Path) -> MarkedText:
    """What is read from a line as doccano writes it: with an id, comments, and in UTF-8."""
    path = folder / "all.jsonl"
    path.write_text(json.dumps({"id": 7, "Comments": []} | row, ensure_ascii=False) + "\n", "utf-8")
    (marked,) = read_marks(path)
    return marked


def test_a_line_holds_text_spans_and_attributes(row: dict[str, Any]) -> None:
    assert row["text"] == TEXT
    assert row["source"] == "reports/a.txt"
    assert row["label"] == [[4, 8, "Activity"], [10, 13, "Quantity"], [23, 28, "Quantity-planned"]]
    assert row["attributes"][0] == [10, 13, "Quantity", COUNTED.attributes]


def test_every_label_has_a_colour(tmp_path: Path, row: dict[str, Any]) -> None:
    config = json.loads((tmp_path / "doccano/labels.json").read_text("utf-8"))
    assert {label for _, _, label in row["label"]} <= {label["text"] for label in config}
    assert all(label["background_color"].startswith("#") for label in config)


def test_a_line_comes_back_as_it_was(tmp_path: Path, row: dict[str, Any]) -> None:
    assert back(row, tmp_path) == MARKED


def test_a_line_with_entities_comes_back_too(tmp_path: Path, row: dict[str, Any]) -> None:
    spans = enumerate(row.pop("label"))
    row["entities"] = [{"id": i, "start_offset": s, "end_offset": e, "label": n} for i, (s, e, n) in spans]
    assert back(row | {"relations": []}, tmp_path) == MARKED


def test_another_status_is_another_label(tmp_path: Path, row: dict[str, Any]) -> None:
    row["label"][2][2] = "Quantity-baseline"
    assert back(row, tmp_path).marks[2].attributes == PLANNED.attributes | {"status": "baseline"}


def test_a_moved_span_has_a_status_and_nothing_else(tmp_path: Path, row: dict[str, Any]) -> None:
    row["label"][1][1] = 12
    assert back(row, tmp_path).marks[1].attributes == {"status": "achieved"}


def test_spans_are_deleted_and_added(tmp_path: Path, row: dict[str, Any]) -> None:
    row["label"][0] = [2, 4, "System"]
    assert [m.label for m in back(row, tmp_path).marks] == ["System", "Quantity", "Quantity"]


def test_attributes_nobody_gave_are_not_judged(tmp_path: Path, row: dict[str, Any]) -> None:
    del row["attributes"]
    back(row, tmp_path)
    quantities = read_gold(tmp_path / "all.jsonl")[0].quantities
    assert [q.model_fields_set for q in quantities or ()] == [{"start", "text", "status"}] * 2


def test_offsets_are_those_of_a_browser(tmp_path: Path) -> None:
    text = "😀受理𠮷野36件"
    mark = Mark(label="Quantity", fragments=(Span(start=5, end=8),), attributes={"status": "achieved"})
    marked = MarkedText(id="a", text=text, marks=(mark,))
    export([marked], tmp_path / "out", format="doccano")
    row = json.loads((tmp_path / "out/reports.jsonl").read_bytes())
    assert row["label"] == [[7, 10, "Quantity"]]
    assert back(row, tmp_path) == marked
    assert back({"text": text, "source": "a", "label": [[5, 8, "Quantity"]]}, tmp_path) == marked


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ([4, 99, "Activity"], "no place 4 to 99"),
        ([4, 4, "Role"], "no place"),
        ([4, 8, "PER"], "the label PER"),
    ],
)
def test_a_span_that_cannot_be_is_an_error(
    tmp_path: Path, row: dict[str, Any], span: list[Any], said: str
) -> None:
    row["label"].append(span)
    with pytest.raises(InputError, match=f"FZ177: .*all.jsonl, line 1: .*{said}"):
        back(row, tmp_path)


@pytest.mark.parametrize("line", ["{", "[]", '{"label": []}', '{"text": "受理", "label": [[0, 1]]}'])
def test_a_line_that_is_no_annotated_text_is_an_error(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(line, "utf-8")
    with pytest.raises(InputError, match=r"FZ177: .*a.jsonl, line 1"):
        read_marks(tmp_path)
