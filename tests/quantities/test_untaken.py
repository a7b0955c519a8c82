"""Numbers that are no statistics, each with the reason; and no number without one or the other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_ie import InputError, extract
from fazhi_ie.extractor import extractor
from fazhi_ie.quantities.untaken import Untaken, untaken
from marked import parse

DECIDED = {
    "years and dates": "截至<n is=date>2024年12月31日</n>，<n is=date>2025-01-15</n>，<n is=date>2021—2025年</n>，"
    "<n is=date>二〇二四年一月五日</n>，<n is=date>10月初</n>。",
    "times of day": "每天<n is=clock>8:30</n>开门，<n is=clock>15时37分</n>结束。",
    "stretches of time": "近<n is=period>五</n>年来，开展<n is=period>三</n>年行动。",
    "numbers of documents": "川函<n is=document_number>〔2020〕9号</n>。",
    "articles": "依据<n is=article>第三十六条</n><n is=article>第2款</n>。",
    "ordinals": "<n is=ordinal>第3</n>批，列全市前<n is=ordinal>5</n>名，<n is=ordinal>第十四</n>届。",
    "numbers of lists": "<n is=list_number>一、</n>成效\n<n is=list_number>（一）</n>执法\n<n is=list_number>1.</n>培训。"
    "<n is=list_number>一是</n>加强学习。",
    "codes": "拨打<n is=code>110</n>，编号KX<n is=code>30271</n>，代码<n is=code>00123</n>。",
    "names": "开展“<n is=name>3691</n>”专项治理，印发《<n is=name>八五</n>普法规划》。",
    "words": "来自<n is=word>五</n>湖<n is=word>四</n>海，进<n is=word>一</n>步统<n is=word>一</n>做法，"
    "原因之<n is=word>一</n>是人手少。",
    "articles of speech": "建立<n is=one>一</n>套办法。",
    "no number told": "走访数<n is=vague>十</n>家。",
    "no unit": "<n is=no_unit>50</n>岁以上的人员。",
}


def found(text: str) -> list[Untaken]:
    return untaken(extract(text), text, extractor().quantities)


@pytest.mark.parametrize("marked", DECIDED.values(), ids=DECIDED.keys())
def test_reason_is_what_the_number_is(marked: str) -> None:
    text, marks = parse(marked)
    assert [(n.text, n.reason) for n in found(text)] == [
        (text[m.start : m.end], m.attributes["is"]) for m in marks
    ]


def test_statistic_is_not_listed() -> None:
    assert found("办结41件，办结率98%以上，涉及1.8万余人次。") == []


def test_offsets_count_in_the_text_as_given() -> None:
    text = "全縣　於２０２４ 年１２月推進。"
    assert all(text[n.start : n.end] == n.text for n in found(text))
    assert [n.text for n in found(text)] == ["２０２４ 年１２月"]


def test_text_must_be_the_one_of_the_report() -> None:
    with pytest.raises(InputError, match="FZ121"):
        untaken(extract("办结41件。"), "办结42件。", extractor().quantities)


PARTS = st.sampled_from(
    [
        *"0123456789,.-/:年月日时点分第一二三十百千万亿半、（）《》“”〔〕号件个%约余多以上\n ",
        "办结41件",
        "2024年",
        "第三条",
        "。",
    ]
)


@settings(deadline=None)
@given(st.lists(PARTS, max_size=25).map("".join))
def test_every_digit_is_taken_or_told(text: str) -> None:
    report, left = extract(text), found(text)
    spans = [(s.quantity.span.start, s.quantity.span.end) for s in report.statistics]
    told = [(n.start, n.end) for n in left]
    assert told == sorted(told)
    assert all(text[n.start : n.end] == n.text for n in left)
    for digit in re.finditer("[0-9]", text):
        assert any(start <= digit.start() < end for start, end in (*spans, *told)), digit
