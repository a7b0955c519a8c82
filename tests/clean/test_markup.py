"""Marks of programs go, the words between them stay."""

from __future__ import annotations

import pytest

from fazhi_ie.clean import clean


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        (
            "# 某县法治政府建设报告\n\n## **一、主要做法**\n\n正文。",
            "某县法治政府建设报告\n一、主要做法\n正文。",
        ),
        ("1\\.学法用法", "1.学法用法"),
        ("- 开展宣讲3场。\n- 发放资料2份。", "开展宣讲3场。\n发放资料2份。"),
        ("> 引用的话。", "引用的话。"),
        ("__重点__工作", "重点工作"),
        ("见[《实施方案》](https://www.example.gov.cn/a_b)全文", "见《实施方案》全文"),
        ("[bookmark: _Toc12]二、存在问题", "二、存在问题"),
        ('一、总体情况 PAGEREF _Toc0012 \\h\nHYPERLINK "http://example.cn"附件', "一、总体情况\n附件"),
        ("|事项|件数|\n|---|---|\n|受理|36|", "|事项|件数|\n|受理|36|"),
        ("“一窗受理”?率为97%", "“一窗受理”率为97%"),
        ("?一、主要做法", "一、主要做法"),
    ],
)
def test_marks_are_removed(raw: str, cleaned: str) -> None:
    assert clean(raw).text == cleaned


@pytest.mark.parametrize(
    "text",
    ["4*4模式", "增长-5%", "a_b_c", "[某县]", "怎么看？怎么办？", "“放管服”？", "TOC体系", "办结12?3件"],
)
def test_signs_with_a_meaning_of_their_own_stay(text: str) -> None:
    assert clean(text).text == text
