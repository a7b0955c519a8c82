"""Figures that are wrong by themselves, and figures that are given twice."""

from __future__ import annotations

import pytest

from fazhi_ie import Report, extract

from .marked_checks import checks_of, said_and_expected

TOLD = {
    "rate above all": "群众满意率达到<above>109.2%</above>。",
    "indicator given twice": "全年收到行政复议申请52件。\n今年收到行政复议申请<twice>57件</twice>。",
}

NOT_TOLD = {
    "all": "群众满意率达到100%。",
    "growth": "案件数量同比增长120%，满意率比上年提高130%。",
    "plan fulfilled": "年度任务完成率112%。",
    "range": "办理时限压缩至3-15个工作日。",
    "same value": "全年收到行政复议申请52件。\n今年收到行政复议申请52件。",
    "rough value": "全年收到行政复议申请52件。\n今年收到行政复议申请50余件。",
    "target": "行政诉讼败诉率8%。\n力争行政诉讼败诉率不超过5%。",
    "other years": "2022年收到行政复议申请52件。2023年收到行政复议申请57件。",
}


@pytest.mark.parametrize("marked", TOLD.values(), ids=TOLD.keys())
def test_impossible_figure_is_told(marked: str) -> None:
    said, expected = said_and_expected(marked)
    assert said == expected


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_possible_figure_is_not_told(text: str) -> None:
    assert checks_of(text) == ()


def test_range_that_runs_downwards_is_told() -> None:
    record = extract("办理时限压缩至3-15个工作日。").model_dump()
    record["statistics"][0]["quantity"] |= {"value": 15, "value_max": 3}
    (check,) = Report.model_validate(record).checks()
    assert check.code == "FZ405"
    assert "15–3工作日 is a range whose upper end is below its lower end" in check.message
