"""Whose session it was, when the number says no more than 专题学习 or 会前学法."""

import pytest

import fazhi_ie
from marked import parse

NAMED_BEFORE = [
    "将学法纳入镇党委理论学习中心组学习内容，开展专题学习<q body=镇党委理论学习中心组>3次</q>。",
    "落实县政府常务会议学法制度，年内组织会前学法<q body=县政府常务会议>6次</q>。",
    "局党组先后<q body=局党组>4次</q>专题研究法治建设工作。",
    "县委常委会听取<q body=县委常委会>2次</q>法治建设工作汇报。",
    "纳入镇党委会、理论学习中心组学习内容，开展专题学习<q body=镇党委会、理论学习中心组>3次</q>。",
]
NOT_THEIRS = [
    "开展专题学习<q>3次</q>。",
    "党组中心组带头学法，各科室组织专题学习<q>9次</q>。",
    "以局党委中心组学习、现场教学等形式，组织集中学习<q>7次</q>。",
    "局党组中心组学习<q>12次</q>，集中研讨<q>6次</q>。",
    "向县委常委会专题汇报后，组织集中学习<q>2次</q>。",
    "镇党委学习宣传到位。举办专题学习<q>2次</q>。",
]


@pytest.mark.parametrize("marked", NAMED_BEFORE)
def test_session_is_that_of_the_body_the_sentence_names(marked):
    text, (mark,) = parse(marked)
    (found,) = fazhi_ie.extract(text).statistics
    assert found.measure.startswith(mark.attributes["body"])


@pytest.mark.parametrize("marked", NOT_THEIRS)
def test_session_is_nobodys_when_no_body_or_another_held_it(marked):
    text, _ = parse(marked)
    last = fazhi_ie.extract(text).statistics[-1]
    assert not any(body in last.measure for body in ("中心组", "常委会", "党委", "党组"))


def test_session_of_two_bodies_is_no_indicator():
    text = "将学法纳入镇党委会、理论学习中心组学习内容，开展专题学习3次。"
    assert fazhi_ie.extract(text).statistics[0].indicator is None
