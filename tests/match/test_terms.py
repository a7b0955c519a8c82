"""Terms and brands, from the default pack and by rule."""

import pytest

from fazhi_ie.match import TermMatcher
from fazhi_ie.packs import load_packs
from marked import parse


@pytest.fixture(scope="module")
def matcher():
    return TermMatcher.from_packs(load_packs())


BY_RULE = [
    # a quotation that no pack knows is a local brand
    "全面推广“<term kind=brand>码上议</term>”，方便群众。",
    "实行“<term kind=brand>一事一评</term>”“<term kind=brand>一案一访</term>”。",
    # a type word closes the name, which then keeps its marks
    "建立<term kind=system>“一企一码”服务企业制度</term>，",
    "形成<term kind=mechanism>“三员联动”工作机制</term>。",
    "开设<term kind=institution>“马上答”窗口</term>。",
    # names that share a type word keep to their own marks
    "深化“<term kind=brand>一码通查</term>”“<term kind=brand>一表速填</term>”改革。",
    # a type word may itself be closed by one, or stand behind a few words
    "健全<term kind=mechanism>“月调度、季评估”闭环工作机制</term>。",
    "设立<term kind=institution>“难办事”反映窗口</term>。",
    # a formula of numbers needs no marks
    "制定<term kind=system>1+3+X考法清单</term>。",
    # what is called an activity is a name, even when it reads like a slogan
    "开展“<term kind=brand>讲法理、解心结</term>”活动。",
    # a known name in front belongs to it
    "推行<term>行政复议“三优”工作法</term>。",
]


@pytest.mark.parametrize("marked", BY_RULE)
def test_find_names_by_rule(matcher, marked):
    text, marks = parse(marked)
    found = matcher.find(text)
    assert [text[t.start : t.end] for t in found] == [text[m.start : m.end] for m in marks]
    for term, mark in zip(found, marks, strict=True):
        assert term.id is None
        assert mark.attributes.get("kind", term.kind) == term.kind


NOT_NAMES = [
    "筑起“防护网”，打出“组合拳”。",
    "坚持“法无授权不可为，法定职责必须为”。",
    "按照“应减尽减”的原则清理。",
    "“十四五”时期，",
    "以“防”为先。",
    "推动服务从“能用”到“好用”。",
    "“整改突出问题1250个”，",
    "坚持“讲法理、解心结”。",
    "会同信访局办公。",
]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_find_leaves_figures_of_speech_alone(matcher, text):
    assert matcher.find(text) == []


def test_find_leaves_citations_alone(matcher):
    text = "贯彻《中华人民共和国行政复议法》，办理行政复议案件。"
    found = matcher.find(text, citations=[(2, 16)])
    assert all(t.start >= 16 for t in found)
    assert found
