"""Which figure stands for the year, and when a report is in conflict with itself."""

from __future__ import annotations

import pytest

from fazhi_ie import compare, extract
from fazhi_ie.comparison import Cell

TITLE = "云溪县人民政府2023年法治政府建设工作情况报告\n"


def cell_of(body: str, indicator: str) -> Cell:
    (row,) = compare([extract(TITLE + body)]).rows
    cell = row.cell(indicator)
    assert cell is not None
    return cell


CHOSEN = {
    "result before target": ("力争行政诉讼败诉率不超过5%。行政诉讼败诉率8%。", "litigation.loss_rate", "8%"),
    "whole year before part": (
        "上半年收到行政复议申请61件。全年收到行政复议申请52件。",
        "reconsideration.applications",
        "52件",
    ),
    "year before years": (
        "近三年收到行政复议申请161件。今年收到行政复议申请52件。",
        "reconsideration.applications",
        "52件",
    ),
    "whole before part": (
        "调解邻里矛盾纠纷73件。全县调解矛盾纠纷820件。",
        "disputes.mediated",
        "820件",
    ),
    "first rate before larger": (
        "12345热线办结率98%。12345热线按时办结率99%。",
        "hotline.resolution_rate",
        "98%",
    ),
}


@pytest.mark.parametrize(("body", "indicator", "text"), CHOSEN.values(), ids=CHOSEN.keys())
def test_chosen_figure(body: str, indicator: str, text: str) -> None:
    chosen = cell_of(body, indicator).chosen
    assert chosen is not None
    assert chosen.statistic.quantity.text == text


def test_exact_number_comes_before_the_same_number_bounded() -> None:
    cell = cell_of("收到行政复议申请50余件。收到行政复议申请50件。", "reconsideration.applications")
    assert cell.chosen is not None
    assert cell.chosen.statistic.quantity.bound == "exact"


def test_target_is_kept_apart() -> None:
    cell = cell_of("行政诉讼败诉率8%。力争行政诉讼败诉率不超过5%。", "litigation.loss_rate")
    assert cell.value == 8
    assert cell.planned is not None
    assert cell.planned.statistic.quantity.value == 5
    assert not cell.conflict


def test_target_alone_is_no_result() -> None:
    cell = cell_of("力争行政诉讼败诉率不超过5%。", "litigation.loss_rate")
    assert (cell.chosen, cell.value) == (None, None)
    assert len(cell.figures) == 1


def test_figure_of_a_year_before_is_no_result_but_stays() -> None:
    cell = cell_of("2021年收到行政复议申请61件。", "reconsideration.applications")
    assert cell.chosen is None
    assert [f.statistic.quantity.text for f in cell.figures] == ["61件"]


CONFLICTS = {
    "values": ("受理行政复议案件50件。受理行政复议案件52件。", True),
    "bounds": ("受理行政复议案件50件。受理行政复议案件50余件。", True),
    "units": ("受理行政复议案件50件。受理行政复议案件50起。", True),
    "the same twice": ("受理行政复议案件50件。受理行政复议案件50件。", False),
    "one": ("受理行政复议案件50件。", False),
    "another year": ("2021年受理行政复议案件50件。2023年受理行政复议案件52件。", False),
}


@pytest.mark.parametrize(("body", "conflict"), CONFLICTS.values(), ids=CONFLICTS.keys())
def test_results_that_differ_are_a_conflict(body: str, conflict: bool) -> None:
    cell = cell_of(body, "reconsideration.accepted")
    assert cell.conflict is conflict
    assert bool(cell.rivals) is conflict
