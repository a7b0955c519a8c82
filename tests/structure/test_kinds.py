"""What a heading is about."""

from __future__ import annotations

import pytest

from fazhi_ie.structure import StructureRules

HEADINGS = [
    ("2025年度推进法治政府建设的主要举措和成效", "achievements"),
    ("工作开展情况", "achievements"),
    ("存在的问题", "problems"),
    ("法治政府建设存在的不足及原因", "problems"),
    ("主要问题和困难", "problems"),
    ("下一步工作打算", "plans"),
    ("2026年推进法治政府建设的主要安排", "plans"),
    ("改进措施", "plans"),
    ("今后努力方向", "plans"),
    ("党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的情况", "leadership"),
    ("主要负责同志履行第一责任人职责存在的问题", "leadership"),
    ("其他需要报告的情况", "other"),
    ("名词解释", "other"),
    ("坚持问题导向，提升执法质量", "achievements"),
    ("督察反馈问题整改情况", "achievements"),
    ("依法行政水平不断提升", None),
    ("着力化解信访突出问题", None),
    ("安排部署有力", None),
]


@pytest.mark.parametrize(("heading", "kind"), HEADINGS)
def test_words_of_a_heading_tell_its_kind(heading: str, kind: str | None, rules: StructureRules) -> None:
    assert rules.kinds.of(heading) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("下一步，我局将重点做好以下工作：", "plans"),
        ("取得了一定成效，但也要看到差距。存在的主要问题有：", "problems"),
        ("下一步工作打算", "plans"),
        ("针对存在的问题，我局开展了以下工作：", None),
        ("现将工作情况及下一步打算报告如下：", None),
        ("下一步，我局将继续努力。", None),
        ("我局主要做了以下工作：", None),
    ],
)
def test_an_unnumbered_line_leads_problems_or_plans(
    line: str, kind: str | None, rules: StructureRules
) -> None:
    assert rules.kinds.led_by(line) == kind
