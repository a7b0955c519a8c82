"""The data of the review page: the text whole, every record, and nothing that could end a script."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_ie import InputError, extract
from fazhi_ie.adapters.html import NotRead, write_review
from fazhi_ie.extractor import extractor

TEXT = "一、成效\n2024年，办理行政复议案件126件。\n二、下一步打算\n力争办结率达到98%以上。"
BLOCK = re.compile(
    rb'<script type="application/json"(?: class="report")?(?: id="(\w+)")?>(.*?)</script>', re.S
)


def page_of(*reports: Any) -> bytes:
    stream = io.BytesIO()
    write_review(stream, reports, extractor=extractor())
    return stream.getvalue()


def blocks(page: bytes) -> dict[str, list[Any]]:
    """The data in a page, by the id of the block; reports have none."""
    found: dict[str, list[Any]] = {}
    for id, data in BLOCK.findall(page):
        found.setdefault(id.decode(), []).append(json.loads(data))
    return found


def test_report_has_its_records_and_its_text() -> None:
    [report] = blocks(page_of((extract(TEXT), TEXT)))[""]
    assert "".join(text for text, _ in report["pieces"]) == TEXT
    assert [s["measure"] for s in report["statistics"]] == [s.measure for s in extract(TEXT).statistics]
    assert [s["path"] for s in report["sections"]] == [["一、"], ["二、"]]


@given(st.text(st.characters(exclude_categories=()), max_size=40))
@settings(max_examples=50, deadline=None)
def test_any_text_comes_back_from_the_page(noise: str) -> None:
    text = noise + TEXT + noise
    page = page_of((extract(text, id=noise), text))
    [report] = blocks(page)[""]
    assert "".join(piece for piece, _ in report["pieces"]) == text
    assert report["id"] == noise
    assert page.count(b"</script>") == len(BLOCK.findall(page)) + 1


def test_index_counts_what_there_is_to_look_at() -> None:
    [[row, failed]] = blocks(page_of((extract(TEXT), TEXT), NotRead("坏.txt", "FZ112: no.")))["rows"]
    assert (row["statistics"], row["checks"], row["untaken"]) == (2, 0, 4)
    assert failed == {"id": "坏.txt", "message": "FZ112: no."}


def test_text_of_another_report_is_refused() -> None:
    with pytest.raises(InputError, match="FZ121"):
        page_of((extract(TEXT), TEXT + "。"))


def test_page_without_reports_is_a_page() -> None:
    assert blocks(page_of())["rows"] == [[]]
