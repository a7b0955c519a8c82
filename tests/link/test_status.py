"""Results, plans and starting values, each with the words that say so."""

import pytest

import fazhi_ie
from marked import parse

STATED = [
    "办结率<q>98%</q>。",
    "中心组每月学法不少于<q>1次</q>。",
    "印发方案，明确<q>27项</q>任务。",
    "按要求公开信息<q>12条</q>以上。",
    "有计划走访占<q>90%</q>。",
    "验收时间比规定压缩<q>40%</q>，收费精简到<q>3项</q>。",
    "拟定方案<q>3个</q>。",
    "<cue>力争</cue>办结率达到<q status=planned>98%</q>。",
    "<cue>要求</cue>各单位集中学法不少于<q status=planned>4次</q>。",
    "<cue>拟</cue>废止文件<q status=planned>6件</q>。",
    "办结率<q>96%</q>，<cue>超过省里规定的</cue><q status=planned>90%</q>。",
    "受理申请<q>60件</q>，<cue>较2022年</cue><q status=baseline>40件</q>增加<q>20件</q>。",
    "时限<cue>由</cue><q status=baseline>15天</q>压缩至<q>4天</q>。",
]


@pytest.mark.parametrize("marked", STATED)
def test_status_is_achieved_unless_a_cue_says_otherwise(marked):
    text, marks = parse(marked)
    numbers = [m for m in marks if m.tag == "q"]
    cues = [(m.start, m.end) for m in marks if m.tag == "cue"]
    found = fazhi_ie.extract(text).statistics
    assert [s.status for s in found] == [m.attributes.get("status", "achieved") for m in numbers]
    assert [(s.cue.start, s.cue.end) for s in found if s.cue] == cues


def test_status_is_planned_in_a_plan_section_and_the_heading_is_the_cue():
    text = "一、主要成效\n办理案件12件。\n二、下一步工作打算\n开展培训3次。\n"
    done, planned = fazhi_ie.extract(text).statistics
    assert (done.status, planned.status) == ("achieved", "planned")
    assert text[planned.cue.start : planned.cue.end] == "下一步工作打算"


def test_every_status_other_than_achieved_keeps_its_cue():
    text = "力争办结率达到98%，时限从15天缩短到3天。拟新增站点6处，高于省定标准5个百分点。"
    assert all((s.cue is None) == (s.status == "achieved") for s in fazhi_ie.extract(text).statistics)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("2025年，我局将举办培训12期。", "planned"),
        ("到2025年底，网上可办率达到98%。", "planned"),
        ("2025年1月，收到检查结果12份。", "achieved"),
        ("2024年，我局将档案移交12卷。", "achieved"),
    ],
)
def test_status_is_planned_with_a_later_year_and_a_word_of_intent(sentence, status):
    text = f"云溪县司法局2024年法治政府建设情况报告\n{sentence}"
    assert [s.status for s in fazhi_ie.extract(text).statistics] == [status]
