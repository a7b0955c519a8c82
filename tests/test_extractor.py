"""The extractor as a whole: what holds for every text, and for many."""

from __future__ import annotations

import multiprocessing
import os
import signal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fazhi_ie
from fazhi_ie import InputError, Report
from fazhi_ie.parallel import _Extract

REPORTS = sorted((Path(__file__).parents[1] / "examples/reports").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in REPORTS]

FRAGMENTS = st.sampled_from(
    [
        *("受理行政复议申请", "办结率", "由", "提高到", "其中", "全年", "每周", "三", "近", "余", "万", "亿"),
        *("36件", "1,100万", "98%", "２次", "2023年", "〔2021〕7号", "第36条", "一、", "（一）", "1.", "\n"),
        *("，", "。", "、", "；", "《", "》", "“", "”", "(shè)", "復議", " ", "\u3000", "\u200b", "\ufeff"),
        *("**", "#", "三项制度", "（", "）", "|", "\r\n", "\x00", "\ud800", "𠀀"),
    ]
)
texts = st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=40).map("".join))


def spans_of(report: Report, text: str) -> None:
    """Every span is true, and records of one kind are in order and do not overlap."""
    lists = (report.terms, report.citations, tuple(s.quantity for s in report.statistics))
    for records in lists:
        assert all(text[r.span.start : r.span.end] == r.text for r in records)
        assert all(a.span.end <= b.span.start for a, b in pairwise(records))
    for statistic in report.statistics:
        assert statistic.sentence.start <= statistic.quantity.span.start
        assert statistic.quantity.span.end <= max(statistic.sentence.end, statistic.quantity.span.end)
    ids = {section.id for section in report.sections}
    assert {section.parent for section in report.sections} <= ids | {None}
    assert {record.section for record in (*report.terms, *report.statistics)} <= ids | {None}


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text_gives_a_report_whose_spans_are_true(text):
    report = fazhi_ie.extract(text)
    assert report.source.length == len(text)
    spans_of(report, text)
    assert report == fazhi_ie.extract(text)


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in REPORTS])
def test_a_report_has_true_spans_and_survives_json(text):
    report = fazhi_ie.extract(text, id="a")
    spans_of(report, text)
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert Report.model_validate(report.model_dump(mode="json")) == report


def test_numbers_in_json_are_exact():
    line = fazhi_ie.extract("投入2.3亿元，办结率98.07%，三分之一的事项网办。").model_dump_json()
    assert '"value":230000000,' in line
    assert '"value":98.07,' in line
    assert '"value":0.3333,' in line


def test_records_are_frozen_and_closed():
    report = fazhi_ie.extract("受理案件3件。")
    with pytest.raises(ValueError, match="frozen"):
        report.year = 2020
    with pytest.raises(ValueError, match="extra"):
        Report.model_validate({**report.model_dump(), "more": 1})


@pytest.mark.parametrize("n_process", [1, 2])
def test_extract_many_gives_the_reports_of_extract_in_order(n_process):
    pairs = [(path.name, text) for path, text in zip(REPORTS, TEXTS, strict=True)] * 3
    many = list(fazhi_ie.extract_many(pairs, n_process=n_process))
    assert many == [fazhi_ie.extract(text, id=name) for name, text in pairs]


def test_extract_many_loses_nothing_when_a_worker_is_killed():
    pairs = [(str(number), f"受理行政复议申请{number}件。" * 2_000) for number in range(9)]
    many = fazhi_ie.extract_many(pairs, n_process=2)
    first = next(many)
    for worker in multiprocessing.active_children():
        os.kill(worker.pid, signal.SIGKILL)
    assert [report.source.id for report in (first, *many)] == [id for id, _ in pairs]


def test_extract_many_names_the_text_that_workers_die_of():
    batch = [("a", "受理36件。"), ("b", "受理52件。")]
    with pytest.raises(InputError, match=r"FZ102.*'b' was killed by signal 9"):
        _Extract(("default",))(batch, {1: "was killed by signal 9"}, lambda number: None)


def test_extract_many_is_lazy():
    def endless():
        while True:
            yield "受理案件3件。"

    assert next(fazhi_ie.extract_many(endless())).statistics[0].quantity.value == 3


@pytest.mark.parametrize("given_instead", [b"\xe5\x8f\x97", None, 3, ["text"]])
def test_what_is_not_text_is_refused_in_a_whole_sentence(given_instead):
    with pytest.raises(InputError, match=r"FZ101: extract\(\) was given .+, not text; .+\.$"):
        fazhi_ie.extract(given_instead)


def test_pack_that_was_edited_is_read_anew(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "pack.yaml").write_text("name: own\nversion: '1'\n", encoding="utf-8")
    terms = folder / "terms.yaml"
    entry = "format: '1'\nkind: terms\nentries:\n  - id: own.a\n    name: {}\n    kind: system\n    source: made up\n"
    found = []
    for name in ("轮值调解岗", "流动调解岗亭"):
        terms.write_text(entry.format(name), encoding="utf-8")
        report = fazhi_ie.extract("设立轮值调解岗和流动调解岗亭。", packs=["default", folder])
        found.append([t.text for t in report.terms if t.term == "own.a"])
    assert found == [["轮值调解岗"], ["流动调解岗亭"]]
