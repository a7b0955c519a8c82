"""Numbered headings: where they stand, how they nest, of which kind they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.structure import StructureRules, find_sections
from marked import parse

WHOLE = """\
云溪县2024年度法治政府建设情况报告
2024年，云溪县坚持依法行政。
一、<h level=1 kind=achievements>主要举措和成效</h>
（一）<h level=2 kind=achievements>深化“放管服”改革</h>。办理事项12件。
1.<h level=3 kind=achievements>窗口前移</h>。新设窗口3个。
2.<h level=3 kind=achievements>网上可办</h>
（二）<h level=2 kind=achievements>严格执法，规范裁量</h>
查办案件36件。
二、<h level=1 kind=problems>存在的不足和原因</h>
（一）<h level=2 kind=problems>力量不均</h>。
三、<h level=1 kind=leadership>党政主要负责人履行推进法治建设第一责任人职责情况</h>
四、<h level=1 kind=plans>2025年主要安排</h>
（一）<h level=2 kind=plans>抓培训</h>。
"""

CASES = {
    "chinese and arabic numbers without the style between": """\
一、<h level=1>主要做法</h>
1、<h level=2>建机制</h>
（1）<h level=3>定清单</h>
二、<h level=1>下步打算</h>
""",
    "half-width brackets and a space before the mark": """\
一 、<h level=1>主要做法</h>
(一)<h level=2>建机制</h>
""",
    "parts": """\
第一部分 <h level=1>工作开展情况</h>
一、<h level=2>建机制</h>
（一）<h level=3>定清单</h>
1.定责任
第二部分 <h level=1>下一步打算</h>
""",
    "a passage that begins in the middle": """\
（三）<h level=2>公开透明</h>。
二、<h level=1>执法质效提升</h>
（一）<h level=2>规范程序</h>。
""",
    "one style alone is level 1, whichever it is": """\
（二）<h level=1>建机制</h>。
（三）<h level=1>强队伍</h>。
""",
    "numbers that run through the whole report": """\
一、<h level=1>主要做法</h>
（一）<h level=2>建机制</h>
9.<h level=3>定清单</h>
（二）<h level=2>强队伍</h>
10.<h level=3>抓培训</h>
""",
}

NO_HEADINGS = [
    "一是建机制。二是强队伍。",
    "首先，建机制。",
    "1.8万人参加。",
    "12.4国家宪法日期间开展宣传。",
    "3.15活动共3场。",
    "2024年办结35件。",
    "2024.12",
    "工作包括：一、建机制；（二）强队伍；1.抓培训。",
    "一、二审案件共12件。",
    "（2024版）清单。",
    "一、",
    "",
    "\n\n",
]


def _found(text: str, rules: StructureRules, *fields: str) -> list[tuple[str, ...]]:
    return [tuple(str(getattr(s, f)) for f in fields) for s in find_sections(text, rules)]


def test_sections_of_a_whole_report_are_found(rules: StructureRules) -> None:
    text, marks = parse(WHOLE)
    expected = [(m.start, m.end, int(m.attributes["level"]), m.attributes["kind"]) for m in marks]
    assert [(s.heading_start, s.heading_end, s.level, s.kind) for s in find_sections(text, rules)] == expected


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_levels_follow_the_styles_in_use(marked: str, rules: StructureRules) -> None:
    text, marks = parse(marked)
    expected = [(text[m.start : m.end], m.attributes["level"]) for m in marks]
    assert _found(text, rules, "heading", "level") == expected


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_other_numbers_open_no_section(text: str, rules: StructureRules) -> None:
    assert find_sections(text, rules) == []


def test_ids_say_where_a_section_stands(rules: StructureRules) -> None:
    text = "一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n二、己\n"
    assert _found(text, rules, "id", "parent", "number") == [
        ("s1", "None", "一、"),
        ("s1.1", "s1", "（一）"),
        ("s1.1.1", "s1.1", "1."),
        ("s1.1.2", "s1.1", "2."),
        ("s1.2", "s1", "（二）"),
        ("s2", "None", "二、"),
    ]


def test_a_section_runs_to_the_next_of_its_level_or_above(rules: StructureRules) -> None:
    text = "题目\n一、甲\n正文。\n（一）乙。正文。\n（二）丙\n二、丁\n正文。"
    assert [text[s.start : s.end] for s in find_sections(text, rules)] == [
        "一、甲\n正文。\n（一）乙。正文。\n（二）丙\n",
        "（一）乙。正文。\n",
        "（二）丙\n",
        "二、丁\n正文。",
    ]


def test_a_run_takes_the_kind_of_the_line_that_leads_it(rules: StructureRules) -> None:
    text, marks = parse("""\
一、<achievements>强队伍</achievements>
（一）<achievements>抓培训</achievements>。
（二）<achievements>抓考核</achievements>。
下一步，重点做好以下工作：
（一）<plans>抓清单</plans>。
（二）<plans>抓评查</plans>。
二、<achievements>强基层</achievements>
""")
    assert [s.kind for s in find_sections(text, rules)] == [mark.tag for mark in marks]


def test_the_opening_of_a_report_leads_no_run(rules: StructureRules) -> None:
    text = "现将2024年工作情况和下一步打算报告如下：\n一、强队伍\n二、强基层\n"
    assert [s.kind for s in find_sections(text, rules)] == ["achievements", "achievements"]


def test_a_heading_of_two_kinds_leaves_the_choice_to_its_children(rules: StructureRules) -> None:
    text = "一、强队伍\n二、存在的问题和下一步打算\n（一）存在的问题\n（二）下一步打算\n"
    assert [s.kind for s in find_sections(text, rules)] == ["achievements", "problems", "problems", "plans"]


def test_what_follows_the_plans_belongs_to_them(rules: StructureRules) -> None:
    text = "一、强队伍\n二、下一步打算\n三、强基层\n四、其他需要报告的事项\n"
    assert [s.kind for s in find_sections(text, rules)] == ["achievements", "plans", "plans", "other"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("2025年重点工作", "plans"),
        ("2024年重点工作", "achievements"),
        ("贯彻《规划（2025年）》", "achievements"),
    ],
)
def test_a_heading_that_begins_with_the_next_year_is_about_plans(
    heading: str, kind: str, rules: StructureRules
) -> None:
    text = f"云溪县2024年法治政府建设情况报告\n一、强队伍\n二、{heading}\n"
    assert find_sections(text, rules)[1].kind == kind


SOME_TEXT = st.text(alphabet="一二十、（）(1.9第部分\n。：下一步打算甲乙", max_size=80)


@given(text=SOME_TEXT)
def test_sections_nest_whatever_the_text(rules: StructureRules, text: str) -> None:
    sections = find_sections(text, rules)
    by_id = {s.id: s for s in sections}
    assert len(by_id) == len(sections)
    for s in sections:
        assert 1 <= s.level <= 3
        assert s.start < s.heading_start <= s.heading_end <= s.end <= len(text)
        assert text.startswith(s.number, s.start)
        if s.parent:
            parent = by_id[s.parent]
            assert parent.level == s.level - 1
            assert parent.start < s.start < s.end <= parent.end
