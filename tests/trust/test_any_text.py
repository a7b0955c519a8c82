"""Any Unicode string gives a valid report with true offsets, and the same one everywhere."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fazhi_ie
from fazhi_ie import InputError, Report

from .texts import REPORTS, any_text, assert_true_to, with_half_a_pair

LONG = 10_000_000


@settings(max_examples=300, deadline=None)
@given(any_text)
def test_report_is_true_to_the_text_and_the_same_twice(text: str) -> None:
    report = fazhi_ie.extract(text, id="a")
    assert_true_to(text, report)
    assert fazhi_ie.extract(text, id="a") == report


@settings(max_examples=100, deadline=None)
@given(any_text)
def test_report_comes_back_from_json(text: str) -> None:
    report = fazhi_ie.extract(text)
    plain = json.loads(json.dumps(report.model_dump(mode="json")))
    assert Report.model_validate(plain) == report
    if not with_half_a_pair(text):
        assert Report.model_validate_json(report.model_dump_json()) == report


@pytest.fixture(scope="module")
def nlp():
    return fazhi_ie.load(segmenter="char")


@settings(max_examples=60, deadline=None)
@given(text=any_text)
def test_pipeline_gives_the_report_of_extract(nlp, text: str) -> None:
    if with_half_a_pair(text):
        with pytest.raises(InputError, match="half a surrogate pair at offset"):
            nlp(text)
    else:
        assert nlp(text)._.report == fazhi_ie.extract(text)


HARD = [
    *(path.read_text(encoding="utf-8") for path in REPORTS),
    "一、加强\ud800建设\n受理3件。《关于\udfff的通知》",
    "\x00受理\u202e36件\u2066，办结率９８％\ue000。",
    "（" * 5000 + "受理36件" + "）" * 5000,
    "《" * 3000 + "行政复议法" + "》" * 3000,
    "“" * 3000 + "一站式" + "”" * 3000 + "机制",
    "受理案件" * 2000 + "3件",
    "1" * 5000 + "亿" * 5000 + "件",
    "一、\n（一）\n1.\n" * 1000,
]
DIGEST = """
import hashlib, json, sys, fazhi_ie
for text in json.load(sys.stdin):
    dump = json.dumps(fazhi_ie.extract(text).model_dump(mode="json"), sort_keys=True)
    print(hashlib.sha256(dump.encode()).hexdigest())
"""


def digest(text: str) -> str:
    dump = json.dumps(fazhi_ie.extract(text).model_dump(mode="json"), sort_keys=True)
    return hashlib.sha256(dump.encode()).hexdigest()


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_another_process_with_other_hashes_gives_the_same_records(seed: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", DIGEST],
        input=json.dumps(HARD),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == [digest(text) for text in HARD]


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_text_gives_a_true_report(text: str) -> None:
    assert_true_to(text, fazhi_ie.extract(text))


def test_ten_million_characters_in_one_line() -> None:
    piece = "，全年受理行政复议申请36件，办结率98%"
    text = (piece + "法" * (LONG // 50 - len(piece))) * 50
    report = fazhi_ie.extract(text)
    assert len(text) == report.source.length == LONG
    assert [s.quantity.text for s in report.statistics] == ["36件", "98%"] * 50


@given(st.text("\ud800\udbff\udc00\udfff受理36件。\n一、", min_size=1, max_size=12).filter(with_half_a_pair))
def test_half_a_surrogate_pair_is_text_like_any_other(text: str) -> None:
    assert_true_to(text, fazhi_ie.extract(text))


def test_half_a_surrogate_pair_passes_through_worker_processes() -> None:
    texts = ["一、加强\ud800建设\n受理3件。"] * 2
    assert list(fazhi_ie.extract_many(texts, n_process=2)) == [fazhi_ie.extract(text) for text in texts]
