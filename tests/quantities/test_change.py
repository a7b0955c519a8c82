"""The two ends of a change, and numbers that only stand near each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CHANGES = [
    "清单由2021年的<q value=310 unit=项 role=from>310项</q>调整为<q value=325 unit=项 role=to>325项</q>。",
    (
        "办件用时由过去的<q value=4 value_max=6 unit=天 role=from>4-6天</q>"
        "缩短为<q value=30 unit=分钟 role=to>30分钟</q>。"
    ),
    "从<q value=5 unit=件 role=from>5件</q>增加到<q value=9 unit=件 role=to>9件</q>。",
    "占比由原先的<q value=4 unit=% role=from>百分之四</q>上升到<q value=9 unit=% role=to>百分之九</q>。",
    (
        "补贴由每人每年<q value=300 unit=元 per=人年 role=from>300元</q>"
        "提高到<q value=360 unit=元 per=人年 role=to>360元</q>。"
    ),
    (
        "改革前需要<q value=12 unit=工作日 role=from>12个工作日</q>"
        "，现在仅需<q value=3 unit=工作日 role=to>3个工作日</q>。"
    ),
]
NO_CHANGES = [
    "将<q value=80 unit=项>80项</q>指标细化为<q value=150 unit=项>150项</q>。",
    "由<q value=4 unit=名>4名</q>专家授课，收回问卷<q value=70 unit=份>70份</q>。",
    "由<q value=16 unit=个>16个</q>部门组成，检查<q value=3 unit=次>3次</q>。",
]


@pytest.mark.parametrize("marked", CHANGES + NO_CHANGES)
def test_change_needs_a_start_and_a_verb(check: Callable[[str], None], marked: str) -> None:
    check(marked)
