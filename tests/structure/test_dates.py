"""The date of issue."""

from __future__ import annotations

from datetime import date

import pytest

from fazhi_ie.structure import StructureRules
from fazhi_ie.structure.dates import find_dates, issue_date
from fazhi_ie.structure.head import read_head

DAY = date(2025, 1, 20)


@pytest.mark.parametrize(
    "written",
    [
        "2025年1月20日",
        "2025年01月20日",
        "2025-01-20",
        "2025/1/20",
        "2025.1.20",
        "2025- 01- 20",
        "二〇二五年一月二十日",
        "二○二五年一月二十日",
        "二零二五年一月二十日",
    ],
)
def test_dates_are_read_as_written(written: str) -> None:
    assert [day for _, _, day in find_dates(f"印发于{written}。")] == [DAY]


@pytest.mark.parametrize("written", ["2025年2月30日", "2025年1月", "12025-01-20", "2025年13月1日", "5.1.20"])
def test_what_the_calendar_does_not_know_is_no_date(written: str) -> None:
    assert list(find_dates(written)) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("题目\n正文有很多话要说，说了很久很久。\n云溪县人民政府\n2025年1月20日", DAY),
        ("题目\n正文。\n云溪县司法局 2025年1月20日\n（此件公开发布）", DAY),
        ("题目\n（2025年1月20日）\n一、主要做法", DAY),
        ("发布时间：2025-02-03 来源：云溪县\n成文日期：2025-01-20\n题目\n一、主要做法", DAY),
        ("题目\n2025-01-20 10:15 浏览次数：7\n一、主要做法", DAY),
        ("发布时间：2025-02-03\n题目\n一、做法\n正文。\n云溪县人民政府\n2025年1月20日", DAY),
        ("题目\n云溪县人民政府 2025年1月20日\n一、做法\n正文。", DAY),
        ("云溪县人民政府 2025年1月20日星期一\n题目\n一、做法\n正文。", None),
        ("文章来源：司法局 更新时间：2025/01/20 11:30:01\n题目\n一、做法\n正文。", DAY),
        ("题目\n一、做法\n截至2024年12月31日", None),
        ("题目\n一、做法\n会议于2025年1月20日召开。", None),
    ],
)
def test_the_date_a_report_closes_with_comes_first(
    text: str, day: date | None, rules: StructureRules
) -> None:
    limit = text.find("一、") if "一、" in text else len(text)
    assert issue_date(text, read_head(text, limit, rules.title.head), rules.dates) == day
