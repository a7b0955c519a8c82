"""Texts that a crawler may bring home, and what must hold of the report of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from fazhi_ie import Report

REPORTS = sorted((Path(__file__).parents[2] / "examples/reports").glob("*.txt"))

_LANGUAGE = (
    *(
        "受理行政复议申请",
        "办结率",
        "由",
        "提高到",
        "其中",
        "全年",
        "每周",
        "同比增长",
        "力争",
        "到2025年",
        "执法",
    ),
    *(
        "36件",
        "1,100万",
        "98%",
        "２次",
        "2023年",
        "〔2021〕7号",
        "第36条",
        "三分之二",
        "近",
        "余",
        "万",
        "亿",
        "半",
    ),
    *("三项制度", "建立矛盾调解机制", "《行政复议法》", "行政机关负责人出庭应诉", "某县人民政府关于2024年度"),
)
_LAYOUT = (
    *(
        "一、",
        "（一）",
        "1.",
        "\n",
        "\r\n",
        "\n\n",
        "# ",
        "**",
        "|",
        "- ",
        "> ",
        "\t",
        "  ",
        "\u3000",
        "&nbsp;",
    ),
    *(
        "，",
        "。",
        "、",
        "；",
        "：",
        "《",
        "》",
        "“",
        "”",
        "「",
        "」",
        '"',
        "（",
        "）",
        "[",
        "](http://a.cn)",
        "(shè)",
    ),
)
_ODD = (
    *(
        "\x00",
        "\ud800",
        "\udfff",
        "\ue000",
        "\U0010ffff",
        "\ufffe",
        "\u202e",
        "\u2066",
        "\u200d",
        "\u200b",
        "\ufeff",
    ),
    *(
        "\u0301",
        "\u2028",
        "\x85",
        "\x0b",
        "\x1b[31m",
        "<script>",
        "=1+1",
        "𠀀",
        "復議",
        "㈠",
        "½",
        "①",
        "％",
        "٣",
    ),
)
_PIECES = st.sampled_from((*_LANGUAGE, *_LAYOUT, *_ODD))
_NESTED = st.builds(
    lambda marks, depth, inside: marks[0] * depth + inside + marks[1] * depth,
    st.sampled_from(["《》", "（）", "“”", "()", "[]", "**", "〔〕", "「」", "‘’"]),
    st.integers(1, 400),
    _PIECES,
)

any_text = st.one_of(
    st.text(st.characters(), max_size=80),  # every code point, surrogates too
    st.lists(_PIECES, max_size=50).map("".join),
    st.lists(_PIECES | _NESTED | st.text(st.characters(), max_size=5), max_size=8).map("".join),
    st.builds(lambda piece, times: piece * times, _PIECES, st.integers(1, 3000)),
)


def with_half_a_pair(text: str) -> bool:
    """Whether a text holds a lone surrogate, which UTF-8 has not."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def assert_true_to(text: str, report: Report) -> None:
    """Every offset is true, and records of one kind are in order and do not overlap."""
    assert report.source.length == len(text)
    figures = tuple(statistic.quantity for statistic in report.statistics)
    for records in (report.terms, report.citations, figures):
        assert all(text[r.span.start : r.span.end] == r.text for r in records)
        assert all(r.span.start < r.span.end for r in records)
        assert all(a.span.end <= b.span.start for a, b in pairwise(records))
    for statistic in report.statistics:
        sentence = statistic.sentence
        assert sentence.start <= statistic.quantity.span.start <= sentence.end <= len(text)
        assert statistic.cue is None or statistic.cue.start < statistic.cue.end <= len(text)
        assert statistic.quantity.value_max is None or statistic.quantity.value < statistic.quantity.value_max
    _assert_sections(text, report)


def _assert_sections(text: str, report: Report) -> None:
    spans = {section.id: section.span for section in report.sections}
    assert len(spans) == len(report.sections)
    starts = [section.span.start for section in report.sections]
    assert starts == sorted(starts)
    for section in report.sections:
        assert text[section.span.start : section.span.end].startswith(section.number)
        assert section.heading in text
        if section.parent is not None:
            parent = spans[section.parent]
            assert parent.start <= section.span.start <= section.span.end <= parent.end
    records: Sequence[str | None] = [r.section for r in (*report.terms, *report.statistics)]
    assert set(records) <= spans.keys() | {None}
