"""Rates against their counts: told when no reading gives the rate, and not before."""

from __future__ import annotations

import pytest

from .marked_checks import checks_of, said_and_expected

BY_RELATION = [
    "收到行政复议申请90件，受理80件，审结75件，纠错9件，纠错率<rate>15.6%</rate>。",
    "审结行政复议案件60件，调解和解18件，调解和解率<rate>35%</rate>。",
    "应诉行政案件50件，行政机关负责人出庭应诉41件，出庭应诉率<rate>94%</rate>。",
    "调解矛盾纠纷2000件，调解成功1900件，调解成功率<rate>98.5%</rate>。",
    "一、行政复议\n收到行政复议申请90件，受理80件。审结75件，纠错9件，纠错率<rate>15.6%</rate>。",
]

BY_NAME = [
    "评查案卷160卷，优秀94卷，优秀率<rate>62.5%</rate>。",
    "提出修改意见80条，采纳修改意见60条，修改意见采纳率<rate>85%</rate>。",
    "一审行政案件40件，败诉6件，败诉率<rate>9.5%</rate>。",
]

AGREEING = {
    "of the first stage": "收到行政复议申请90件，受理80件，审结75件，纠错9件，纠错率10%。",
    "of the second stage": "收到行政复议申请90件，受理80件，审结75件，纠错9件，纠错率11.3%。",
    "of the last stage": "收到行政复议申请90件，受理80件，审结75件，纠错9件，纠错率12%。",
    "of an earlier sentence": "审结行政复议案件75件。其中撤销9件，纠错率12%。",
    "cut, not rounded": "审结行政复议案件70件，纠错9件，纠错率12.8%。",
    "rounded": "审结行政复议案件70件，纠错9件，纠错率12.9%。",
    "of several parts": "审结行政复议案件80件，维持60件，撤销6件，确认违法2件，纠错率10%。",
    "bounded": "调解矛盾纠纷2000件，调解成功1976件，调解成功率98%以上。",
    "near": "审结行政复议案件60件，调解和解18件，调解和解率近三成。",
    "of a rounded count": "调解矛盾纠纷1.2万件，调解成功11800件，调解成功率98%。",
    "of the others": "抽检样品400批次，不合格10批次，合格率97.5%。",
    "of a count under another name": "办理一审行政应诉案件50件，负责人应出庭45件，实际出庭45件，出庭应诉率100%。",
}

UNCHECKED = {
    "no counts": "行政复议案件纠错率15.6%。",
    "no whole": "行政复议纠错9件，纠错率15.6%。",
    "no part": "审结行政复议案件75件，纠错率15.6%。",
    "another rate of the same word": "受理申请90件，办结80件，按时办结率100%。",
    "a change": "审结行政复议案件75件，纠错9件，纠错率同比下降3.6%。",
    "a target": "审结行政复议案件75件，纠错9件。力争2030年纠错率达到5%。",
    "durations": "连续3年达标，达标率连续2年保持90%。",
}


@pytest.mark.parametrize("marked", BY_RELATION + BY_NAME)
def test_rate_that_no_reading_gives_is_told(marked: str) -> None:
    said, expected = said_and_expected(marked)
    assert said == expected


@pytest.mark.parametrize("text", AGREEING.values(), ids=AGREEING.keys())
def test_rate_that_some_reading_gives_is_not_told(text: str) -> None:
    assert checks_of(text) == ()


@pytest.mark.parametrize("text", UNCHECKED.values(), ids=UNCHECKED.keys())
def test_rate_without_its_counts_is_not_told(text: str) -> None:
    assert checks_of(text) == ()


def test_message_and_spans_name_rate_part_and_whole() -> None:
    text = "审结行政复议案件75件，纠错9件，纠错率15.6%。"
    (check,) = checks_of(text)
    assert check.relation == "relation.reconsideration.correction_rate"
    assert check.message.endswith("15.6% does not follow from the counts beside it: 9 of 75件 is 12.0%.")
    assert [text[s.start : s.end] for s in check.spans] == ["15.6%", "9件", "75件"]
