"""Rows, columns and cells: which there are, in which order, and what a cell keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fazhi_ie
from fazhi_ie import Comparison, InputError, Report, compare, extract

TITLE = "{place}{year}年法治政府建设工作情况报告\n{body}"


def report_text(place: str, year: int, body: str = "全年收到行政复议申请52件。") -> str:
    return TITLE.format(place=f"{place}人民政府", year=year, body=body)


def compared(*texts: str, **options: bool) -> Comparison:
    return compare([extract(text, id=f"{n}.txt") for n, text in enumerate(texts)], texts=texts, **options)


def test_rows_are_sorted_by_place_and_year() -> None:
    texts = [
        report_text(*about)
        for about in [("云溪县", 2023), ("南京市", 2024), ("云溪县", 2022), ("北京市", 2024)]
    ]
    rows = compared(*texts).rows
    assert [(row.region.name, row.year) for row in rows if row.region] == [
        ("北京市", 2024),
        ("南京市", 2024),
        ("云溪县", 2022),
        ("云溪县", 2023),
    ]


def test_columns_are_those_with_figures_in_the_order_of_the_packs() -> None:
    body = "败诉率5%。行政复议纠错率8%。聘请法律顾问12名。"
    columns = [column.indicator for column in compared(report_text("云溪县", 2023, body)).columns]
    assert columns == ["counsel.advisers", "litigation.loss_rate", "reconsideration.correction_rate"]


def test_all_indicators_can_be_kept() -> None:
    columns = compared(report_text("云溪县", 2023), all_indicators=True).columns
    assert [c.indicator for c in columns] == [i.id for i in fazhi_ie.load_packs().indicators]


def test_indicator_of_another_pack_gets_a_column_at_the_end() -> None:
    report = extract("全年收到行政复议申请52件，受理50件。")
    own = report.statistics[0].model_copy(update={"indicator": "mine.own"})
    changed = report.model_copy(update={"statistics": (own, report.statistics[1])})
    assert [c.indicator for c in compare([changed]).columns] == ["reconsideration.accepted", "mine.own"]


def test_row_says_who_reports_on_which_place_and_year() -> None:
    (row,) = compared(report_text("南京市", 2024)).rows
    assert (row.issuers, row.year, row.source.id) == (("南京市人民政府",), 2024, "0.txt")
    assert row.region is not None
    assert (row.region.code, row.region.level) == ("320100", "prefecture")


def test_cell_leads_to_number_and_sentence() -> None:
    text = report_text("云溪县", 2023, "全年收到行政复议申请52件，受理50件。会议召开3次。")
    (row,) = compared(text).rows
    cell = row.cell("reconsideration.accepted")
    assert cell is not None
    assert cell.chosen is not None
    span = cell.chosen.statistic.quantity.span
    assert text[span.start : span.end] == "50件"
    assert cell.chosen.sentence == "全年收到行政复议申请52件，受理50件。"
    assert row.cell("litigation.loss_rate") is None


def test_sentences_are_there_only_with_the_texts() -> None:
    (row,) = compare([extract("全年收到行政复议申请52件。")]).rows
    assert row.cells[0].figures[0].sentence is None


def test_conflicts_are_listed_and_marked() -> None:
    comparison = compared(
        report_text("云溪县", 2023, "调解矛盾纠纷820件。调解邻里矛盾纠纷73件。受理行政复议50件。")
    )
    (conflict,) = comparison.conflicts
    assert conflict.indicator == "disputes.mediated"
    assert [f.statistic.quantity.value for f in conflict.figures] == [820, 73]
    assert conflict.chosen.statistic.quantity.value == 820


def test_comparison_reads_back_from_json() -> None:
    comparison = compared(report_text("云溪县", 2023, "调解矛盾纠纷820件。调解邻里矛盾纠纷73件。"))
    again = Comparison.model_validate_json(comparison.model_dump_json())
    assert again == comparison
    assert again.cells() == comparison.cells()


def test_no_reports_make_an_empty_comparison() -> None:
    assert compare([]).table() == []


REFUSED = {
    "one report": (lambda report: {"reports": report}, "FZ120: compare\\(\\) was given one report"),
    "a text": (lambda report: {"reports": ["收到52件"]}, "FZ120: compare\\(\\) was given str for a report"),
    "another text": (lambda report: {"reports": [report], "texts": ["收到53件"]}, "FZ121: The text given"),
    "too few texts": (
        lambda report: {"reports": [report], "texts": []},
        "FZ122: compare\\(\\) was given more",
    ),
}


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_compared_is_refused(arguments: object, said: str) -> None:
    assert callable(arguments)
    with pytest.raises(InputError, match=said):
        compare(**arguments(extract("收到行政复议申请52件")))


@given(st.permutations(range(6)))
def test_order_of_the_reports_does_not_matter(order: list[int]) -> None:
    reports: list[Report] = [
        extract(report_text("云溪县", 2020 + n, f"全年收到行政复议申请{n}件。"), id=str(n)) for n in range(6)
    ]
    assert compare([reports[n] for n in order]) == compare(reports)
