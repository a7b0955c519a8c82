"""Names that no pack lists and no quotation mark shows: their form makes them names."""

import pytest

from fazhi_ie.match import TermMatcher
from fazhi_ie.packs import load_packs
from marked import parse


@pytest.fixture(scope="module")
def matcher():
    return TermMatcher.from_packs(load_packs())


NAMES = [
    # behind a verb, up to 制度
    "落实<term kind=system>节假日预约值守制度</term>，",
    "建立<term kind=system>企业诉求联络员报到制度</term>。",
    # behind a name it is joined to
    "落实<term>窗口延时值守制度</term>和<term>节假日预约值守制度</term>。",
    # the extent is no part of the name, a verb inside one of its words no boundary
    "建成全县首个<term kind=institution>涉企执法监测平台</term>。",
    "建立<term>法治建设半年通报制度</term>。",
    # 法治 and the name of a place
    "扎实推进<term kind=activity>法治青岚建设</term>。",
    "调整<term kind=activity>法治青岚建设领导小组办公室</term>。",
    "坚持<term>法治青岚、法治政府、法治社会一体建设</term>。",
]


@pytest.mark.parametrize("marked", NAMES)
def test_find_names_by_form(matcher, marked):
    text, marks = parse(marked)
    found = matcher.find(text)
    assert [text[t.start : t.end] for t in found] == [text[m.start : m.end] for m in marks]
    for term, mark in zip(found, marks, strict=True):
        assert mark.attributes.get("kind", term.kind) == term.kind


NOT_NAMES = [
    "建立健全各项规章制度。",
    "提供坚强制度保障。",
    "健全考勤、请销假等制度。",
    "建立农产品检测平台。",
    "推进制度化、规范化。",
    "与会同志讨论了有关值班的制度。",
]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_find_leaves_common_phrases_alone(matcher, text):
    assert matcher.find(text) == []


def test_a_name_of_the_packs_is_not_made_longer(matcher):
    text = "健全五级政务服务体系。"
    assert [text[t.start : t.end] for t in matcher.find(text)] == ["政务服务体系"]
