"""Lines of JSON: one record is one line for every reader."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie import extract
from fazhi_ie.adapters.datasets.lines import json_line
from fazhi_ie.records import Issuer


@given(st.text())
def test_json_line_is_one_line_that_reads_back(name: str) -> None:
    line = json_line(Issuer(name=name)).decode("utf-8")
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"name": name}


@pytest.mark.parametrize("text", ["受理\ud83d案件36件", "\udc00", "\x85\u2028\ud800"])
def test_half_of_a_character_is_replaced_one_for_one(text: str) -> None:
    line = json_line(extract(text, id=text))
    assert len(line.decode("utf-8").splitlines()) == 1
    read = json.loads(line)["source"]
    assert (len(read["id"]), read["length"]) == (len(text), len(text))
    assert "\ufffd" in read["id"]


def test_line_with_a_replaced_character_looks_like_any_other() -> None:
    whole, broken = json_line(extract("执法", id="a")), json_line(extract("执法", id="\ud800"))
    assert broken == whole.replace(b'"a"', '"\ufffd"'.encode())
