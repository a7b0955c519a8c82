"""Ranges and fractions: one mention with two values, or a part of a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

RANGES = [
    "抽查<q value=3 value_max=5 unit=件>3至5件</q>，用时<q value=4 value_max=6 unit=天>4-6天</q>。",
    "上浮<q value=3 value_max=5 unit=%>3%-5%</q>，<q value=10 value_max=20 unit=%>10%至20%</q>。",
    "处罚款<q value=10000 value_max=20000 unit=元>1万~2万元</q>。",
    "<q value=30000 value_max=50000 unit=元>3-5万元</q>。",
    "<q value=3 value_max=5 unit=工作日 bound=at_most>3到5个工作日内</q>办结。",
    "标语<q value=13 value_max=14 unit=条>十三四条</q>。",
    "<q value=3 value_max=5 unit=天>三五天</q>。",
    "<q value=2 value_max=3 unit=次>两三次</q>。",
    "<q value=300 value_max=500 unit=人>三五百人</q>。",
    "<q value=2 value_max=3 unit=名>二至三名</q>工作人员。",
]
FRACTIONS = [
    "<q value=0.3333 bound=under>近三分之一</q>的案件，<q value=0.6667 bound=at_least>三分之二以上</q>的村。",
    "<q value=0.1667 bound=over>六分之一强</q>，占<q value=0.25 bound=about>1/4左右</q>。",
    "<q value=0.3>三成</q>。",
    "<q value=0.9 bound=at_least>九成以上</q>。",
    "压减<q value=0.1 bound=at_least>1成以上</q>。",
    "<q value=0.4 bound=over>四成多</q>。",
    "<q value=0.5 bound=over>过半数</q>，<q value=0.5 bound=at_least>一半以上</q>。",
    "<q value=3 unit=%>百分之三</q>。",
    "<q value=80 unit=% bound=at_least>百分之八十以上</q>。",
    "<q value=5 unit=‰>千分之五</q>。",
    "压缩至<q value=0.5 unit=小时>半小时</q>，<q value=0.5 unit=年 bound=at_most>半年内</q>。",
]


@pytest.mark.parametrize("marked", RANGES + FRACTIONS)
def test_two_values_or_a_part_are_read(check: Callable[[str], None], marked: str) -> None:
    check(marked)
