"""Scores: what counts as right, what is not judged, and that every mistake is listed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from fazhi_ie import InputError, Report, extract
from fazhi_ie.evaluation import (
    Gold,
    GoldCitation,
    GoldHeader,
    GoldQuantity,
    GoldSection,
    GoldTerm,
    Mistake,
    Score,
    Scores,
    evaluate,
)

TEXT = """青岚县2023年法治政府建设情况报告

一、主要工作
受理行政复议申请36件，落实《青岚县听证办法》和双随机、一公开监管。
"""
REPORT = extract(TEXT)
PLACE = TEXT.index("36")
RIGHT: dict[str, Any] = {
    "start": PLACE,
    "text": "36件",
    "value": Decimal(36),
    "value_max": None,
    "unit": "件",
    "bound": "exact",
    "per": "",
    "status": "achieved",
    "measure": REPORT.statistics[0].measure,
    "indicator": REPORT.statistics[0].indicator,
}


def scores_of(report: Report = REPORT, **layers: Any) -> Scores:
    return evaluate([Gold(id="a", text=TEXT, **layers)], [report])


def of_quantity(*quantities: dict[str, Any], report: Report = REPORT) -> Scores:
    return scores_of(report, quantities=tuple(GoldQuantity(**q) for q in quantities))


def counts(score: Score) -> tuple[int, int, int]:
    return score.right, score.found, score.wanted


def test_a_right_quantity_is_right_in_every_field() -> None:
    scores = of_quantity(RIGHT)
    assert [s.name for s in scores.scores] == [
        *("quantities", "joint", "value", "value_max", "unit", "bound", "per", "status", "span"),
        *("measure", "indicators", "offsets"),
    ]
    assert all(counts(s) == (1, 1, 1) for s in scores.scores)
    assert scores.mistakes == ()


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("value", Decimal(37), "value: 36 for 37"),
        ("value_max", Decimal(40), "value_max: none for 40"),
        ("unit", "份", "unit: 件 for 份"),
        ("bound", "over", "bound: exact for over"),
        ("per", "周", "per: none for 周"),
        ("status", "planned", "status: achieved for planned"),
    ],
)
def test_a_wrong_field_is_a_mistake_and_the_quantity_not_joint(field: str, value: Any, shown: str) -> None:
    scores = of_quantity(RIGHT | {field: value})
    assert counts(scores[field]) == (0, 1, 1)
    assert counts(scores["joint"]) == (0, 1, 1)
    assert counts(scores["quantities"]) == (1, 1, 1)
    (mistake,) = scores.mistakes
    assert (mistake.kind, mistake.start, mistake.detail) == ("field wrong", PLACE, shown)
    assert "受理行政复议申请▸36件" in mistake.around


@pytest.mark.parametrize("field", sorted(RIGHT.keys() - {"start", "text"}))
def test_a_field_that_was_not_annotated_is_not_judged(field: str) -> None:
    given = {name: value for name, value in RIGHT.items() if name != field}
    scores = of_quantity(given)
    name = {"indicator": "indicators"}.get(field, field)
    assert name not in {score.name for score in scores.scores}
    assert counts(scores["joint"]) == (1, 1, 1)


def test_a_quantity_is_found_by_its_first_character_and_once() -> None:
    scores = of_quantity(RIGHT, RIGHT | {"start": PLACE + 1})
    assert counts(scores["quantities"]) == (1, 1, 2)
    assert [m.kind for m in scores.mistakes] == ["quantity missed"]


def test_a_quantity_elsewhere_is_missed_and_the_one_found_is_spurious() -> None:
    scores = of_quantity(RIGHT | {"start": PLACE + 3})
    assert counts(scores["quantities"]) == (0, 1, 1)
    assert {m.kind for m in scores.mistakes} == {"quantity missed", "quantity spurious"}


def test_an_indicator_where_there_is_none_costs_precision() -> None:
    scores = of_quantity(RIGHT | {"indicator": None})
    assert counts(scores["indicators"]) == (0, 1, 0)
    assert scores.mistakes[0].detail == f"{RIGHT['indicator']} for none"


def test_terms_are_judged_nearly_and_exactly() -> None:
    surfaces = ("法治政府建设", "行政复议", "双随机、一公开", "行政处罚")
    scores = scores_of(terms=tuple(GoldTerm(surface=s) for s in surfaces))
    assert (scores["terms"].right, scores["terms"].wanted) == (3, 4)
    assert scores["terms"].right_found == scores["terms"].found == 3
    assert scores["terms_exact"].right == 2
    assert [(m.kind, m.detail) for m in scores.mistakes] == [("term missed", "行政处罚")]


def test_citations_are_judged_by_title_and_number() -> None:
    wanted = GoldCitation(title="青岚县听证办法", document_number="青政发〔2023〕1号")
    scores = scores_of(citations=(wanted, GoldCitation(title="另一办法")))
    assert counts(scores["citations"]) == (1, 1, 2)
    assert counts(scores["document_number"]) == (0, 1, 1)
    assert {m.kind for m in scores.mistakes} == {"citation missed", "document number missed"}


def test_sections_are_judged_by_level_and_heading_and_their_kind_apart() -> None:
    right = GoldSection(level=1, heading="主要工作", kind="problems")
    scores = scores_of(sections=(right, GoldSection(level=2, heading="主要工作")))
    assert counts(scores["sections"]) == (1, 1, 2)
    assert counts(scores["section_kind"]) == (0, 1, 1)


def test_the_header_is_judged_field_by_field() -> None:
    header = GoldHeader(title="青岚县 2023年法治政府建设情况报告", year=2024, issuers=("青岚县",))
    scores = scores_of(header=header)
    assert counts(scores["header"]) == (2, 3, 3)
    assert [m.detail for m in scores.mistakes] == ["year: 2023 for 2024"]


def test_a_record_that_does_not_hold_its_text_is_a_mistake() -> None:
    term = REPORT.terms[0].model_copy(update={"text": "别处"})
    scores = scores_of(REPORT.model_copy(update={"terms": (term,)}))
    assert counts(scores["offsets"]) == (0, 1, 1)


def test_a_layer_that_was_not_annotated_is_not_judged_but_an_empty_one_is() -> None:
    assert [s.name for s in scores_of().scores] == ["offsets"]
    assert scores_of(terms=())["terms"].precision == 0
    assert scores_of(citations=(), report=extract(TEXT)).scores[0].found == 1


def test_counts_are_added_over_texts_before_they_are_divided() -> None:
    none = Gold(id="b", text=TEXT, quantities=())
    scores = evaluate([Gold(id="a", text=TEXT, quantities=(GoldQuantity(**RIGHT),)), none], [REPORT] * 2)
    assert (scores.texts, counts(scores["quantities"])) == (2, (1, 2, 1))
    assert scores["quantities"].precision == 0.5


@pytest.mark.parametrize(
    ("right", "found", "wanted", "figures"),
    [
        (0, 0, 0, (1.0, 1.0, 1.0)),
        (0, 0, 4, (0.0, 0.0, 0.0)),
        (0, 4, 0, (0.0, 1.0, 0.0)),
        (2, 4, 2, (0.5, 1.0, 2 / 3)),
    ],
)
def test_precision_recall_and_f1(
    right: int, found: int, wanted: int, figures: tuple[float, float, float]
) -> None:
    score = Score(name="x", right=right, right_found=right, found=found, wanted=wanted)
    assert (score.precision, score.recall, score.f1) == pytest.approx(figures)


def test_scores_below_what_they_should_be_are_named() -> None:
    scores = of_quantity(RIGHT | {"unit": "份"})
    assert [s.name for s in scores.below({"quantities": 1, "joint": 0.5})] == ["joint"]
    with pytest.raises(InputError, match=r"FZ170: There is no score 'terms'.*choose from: quantities, joint"):
        scores.below({"terms": 0.1})


def test_scores_come_back_from_json_but_for_what_is_computed() -> None:
    scores = of_quantity(RIGHT | {"unit": "份"})
    values = scores.model_dump(mode="json")
    assert values["scores"][0]["f1"] == 1.0
    assert Mistake.model_validate(values["mistakes"][0]) == scores.mistakes[0]


def test_a_report_of_another_text_is_refused() -> None:
    with pytest.raises(InputError, match="not the one the report was extracted from"):
        evaluate([Gold(id="a", text="受理36件。")], [REPORT])
    with pytest.raises(ValueError, match="shorter"):
        evaluate([Gold(id="a", text=TEXT)], [])
