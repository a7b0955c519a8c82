"""Rates: the denominator before the number in its clause, or behind a slash."""

from __future__ import annotations

from collections.abc import Callable

import pytest

RATES = [
    "每周巡查<q value=3 unit=次 per=周>3次</q>。",
    "每季度组织观摩<q value=2 unit=场 bound=at_least per=季度>不少于2场</q>。",
    "每人每年补助<q value=360 unit=元 per=人年>360元</q>，人均<q value=0.4 unit=元 per=人>0.4元</q>。",
    "万人平均办证<q value=18.5 unit=件 per=万人>18.5件</q>。",
    "每万人拥有律师<q value=4.2 unit=名 per=万人>4.2名</q>。",
    "单日客流<q value=10000 unit=人次 bound=over per=日>破万人次</q>。",
    "月均开庭<q value=30 unit=场 per=月>30场</q>。",
    "为每家企业减少跑动<q value=3 unit=次 per=企业>3次</q>。",
    "每名党员联系<q value=5 unit=户 per=党员>5户</q>。",
    "社区（村）平均配备<q value=4 unit=名 per=社区>4名</q>，开庭<q value=2 unit=次 per=年>2次/年</q>。",
    "每月学法<q value=1 unit=次 per=月>1次</q>、宣讲<q value=2 unit=次 per=月>2次</q>。",
    "每3天调度<q value=1 unit=次 per=3天>1次</q>，年均增长<q value=8 unit=% per=年>8%</q>。",
]
NO_RATES = [
    "在每月调度会上，通报问题<q value=7 unit=个>7个</q>。",
    "参会<q value=3 unit=人>3人</q>均已到岗，满意率均为<q value=100 unit=%>100%</q>。",
    "人均收入增长<q value=5 unit=%>5%</q>，清单<q value=2 unit=件>2件</q>。",
]


@pytest.mark.parametrize("marked", RATES + NO_RATES)
def test_denominator_is_named_without_its_classifier(check: Callable[[str], None], marked: str) -> None:
    check(marked)
