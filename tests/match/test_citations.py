"""Citations: what stands in 《》, with its document number and article."""

import pytest

from fazhi_ie.match.citations import CitationRules, find_citations
from fazhi_ie.packs import load_packs
from marked import parse

RULES = CitationRules.from_packs(load_packs())

FOUND = [
    "印发<cite title=青川县执法办法>《青川县执法办法》</cite>。",
    "落实<cite title=A条例>《A条例》</cite><cite title=B办法>《B办法》</cite>要求",
    "<cite title=关于印发〈工作要点〉的通知>《关于印发〈工作要点〉的通知》</cite>",
    "<cite title=关于印发《工作要点》的通知>《关于印发《工作要点》的通知》</cite>",
    "<cite title=法治政府建设实施纲要（2021-2025年）>《法治政府建设实施纲要（2021-2025年）》</cite>",
    "<cite title=合同管理办法 number=青政发〔2021〕3号>《合同管理办法》</cite>（青政发〔2021〕3号）",
    "根据<cite title=行政处罚法 article=第三十六条>《行政处罚法》</cite>第三十六条规定",
    "按照<cite title=督察工作规定 article=第24条>《督察工作规定》</cite>第24条要求",
    "在<cite title=青川日报 kind=media>《青川日报》</cite>刊发",
    "在<cite title=法在身边 kind=media>《法在身边》</cite>栏目播出",
]


@pytest.mark.parametrize("marked", FOUND)
def test_find_citations_reads_title_number_article_and_kind(marked):
    text, marks = parse(marked)
    found = find_citations(text, RULES)
    assert [(c.start, c.end) for c in found] == [(m.start, m.end) for m in marks]
    for citation, mark in zip(found, marks, strict=True):
        assert citation.title == mark.attributes["title"]
        assert citation.document_number == mark.attributes.get("number")
        assert citation.article == mark.attributes.get("article")
        assert citation.kind == mark.attributes.get("kind", "document")


@pytest.mark.parametrize(
    "text", ["《没有结束", "没有开始》", "《》", "《第一行\n第二行》", "《" * 1000, "》《"]
)
def test_find_citations_ignores_marks_that_are_not_a_title(text):
    assert find_citations(text, RULES) == []


def test_find_citations_keeps_the_inner_title_when_the_outer_is_never_closed():
    assert [c.title for c in find_citations("《关于《民法典》宣传", RULES)] == ["民法典"]
