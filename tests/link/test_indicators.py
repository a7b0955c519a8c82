"""Indicators: every example of the packs, and the rules that no single entry can show."""

import re

import pytest

import fazhi_ie

PACKS = fazhi_ie.load_packs()
MARK = re.compile(r"[\[\]]")


def indicators_of(text):
    return [s.indicator for s in fazhi_ie.extract(text).statistics]


@pytest.mark.parametrize("indicator", PACKS.indicators, ids=lambda i: i.id)
def test_indicator_is_found_in_its_examples_and_only_there(indicator):
    for example in indicator.examples.match:
        assert indicator.id in indicators_of(MARK.sub("", example)), example
    for example in indicator.examples.no_match:
        assert indicator.id not in indicators_of(MARK.sub("", example)), example


@pytest.mark.parametrize(
    "text",
    [
        "其中政府信息公开案件1件、治安案件2件。",  # parts of a total
        "查办食品安全违法案件36件，罚没款12万元。",  # one field of enforcement
        "为企业审查合同120份。",  # not the government's own contracts
        "县委常委会、县政府常务会议共研究法治建设10次。",  # two indicators at once
        "中心组每月学法不少于1次。",  # a frequency
    ],
)
def test_partial_figures_are_no_indicator(text):
    assert set(indicators_of(text)) == {None}


def test_figures_of_one_field_count_in_the_report_of_that_department():
    text = "云溪县市场监督管理局2023年度法治政府建设情况报告\n查办食品安全违法案件36件。"
    assert indicators_of(text) == ["enforcement.cases"]


def test_a_change_of_an_indicator_is_none():
    text = "复议纠错率为8%，同比下降2%。"
    assert indicators_of(text) == ["reconsideration.correction_rate", None]


def test_parts_in_the_next_sentence_are_parts():
    text = "收到行政复议申请60件。其中，市政府收到行政复议申请40件。"
    assert indicators_of(text) == ["reconsideration.applications", None]


def test_a_department_without_a_title_is_known_by_what_it_calls_itself():
    assert indicators_of("我局查办食品安全违法案件36件。") == ["enforcement.cases"]
    assert indicators_of("查办食品安全违法案件36件。") == [None]


def test_two_parts_of_one_indicator_are_neither_its_figure():
    text = "审结行政复议案件40件，其中维持36件、撤销3件、确认违法1件。"
    assert indicators_of(text) == ["reconsideration.concluded", None, None, None]


def test_a_starting_value_is_no_indicator():
    assert indicators_of("权责清单事项由3210项调整为3275项。") == [None, "functions.power_items"]


def test_parts_of_a_figure_are_not_the_figure_again():
    text = "调处矛盾纠纷860件，其中邻里纠纷310件、山林纠纷120件。"
    assert indicators_of(text) == ["disputes.mediated", None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("举办行政执法培训6场，参训人员120人次。", "enforcement.trainees"),
        ("举办领导干部法治讲座6场，参训人员120人次。", "leadership.study_participants"),
        ("县司法局合法性审核文件26件，其中合同18份。", "decisions.contracts_reviewed"),
        ("规范性文件制定5件，报送备案5件。", "rules.normative_filed"),
    ],
)
def test_a_short_wording_is_known_by_what_the_sentence_speaks_of(text, expected):
    assert indicators_of(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("|事项|行政处罚|政府信息公开|\n|数量|21件|8件|", [None, None]),  # one figure broken down by column
        ("|事项|数量|\n|受理行政复议案件|36件|", ["reconsideration.accepted"]),
        ("办理依申请公开14件，结转依申请公开3件。", ["disclosure.on_request", None]),
        ("在9个乡镇安装视频监测终端。", [None]),
        ("汇编政务服务事项清单24个。", [None]),  # lists, not items
        (
            "举办法治专题培训班2期，覆盖机关干部210人次。",
            ["leadership.study_events", "leadership.study_participants"],
        ),
    ],
)
def test_indicator_is_not_taken_for_what_only_looks_like_it(text, indicators):
    assert indicators_of(text) == indicators
