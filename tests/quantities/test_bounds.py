"""Modifiers by the place where they stand, and words that only look like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BEFORE = [
    "投资<q value=700000 unit=元 bound=under>近70万元</q>。",
    "<q value=8 unit=小时 bound=under>不足8小时</q>，<q value=40 unit=家 bound=about>约40家</q>。",
    "<q value=800 unit=人 bound=over>逾800人</q>。",
    "<q value=60 unit=% bound=over>超过60%</q>。",
    "<q value=150 unit=件 bound=over>突破150件</q>。",
    "<q value=2 unit=次 bound=at_least>不少于2次</q>。",
    "<q value=15 unit=天 bound=at_most>不超过15天</q>。",
    "<q value=3 unit=次 bound=at_most>最多3次</q>。",
    "总数达<q value=45 unit=件>45件</q>，比例高达<q value=99 unit=%>99%</q>。",
]
INSIDE_AND_BEHIND = [
    "<q value=640 unit=人次 bound=over>640余人次</q>。",
    "<q value=30 unit=家 bound=over>30多家</q>。",
    "<q value=10 unit=项 bound=over>十余项</q>。",
    "<q value=98 unit=% bound=at_least>98%以上</q>。",
    "<q value=5 unit=% bound=at_most>5%以内</q>。",
    "<q value=30 unit=% bound=about>30%左右</q>。",
    "<q value=15 unit=日 bound=at_most>15日内</q>答复，持续<q value=2 unit=年 bound=over>2年多</q>。",
]
TOGETHER = [
    "<q value=700 unit=人 bound=over>超700余人</q>，<q value=300 unit=次 bound=under>近300余次</q>。",
    "<q value=2 unit=次 bound=at_least>不少于2次以上</q>，<q value=0.5 bound=over>超过半数以上</q>。",
]
FAR = [
    "至少开展<q value=2 unit=次 bound=at_least>2次</q>。",
    "至少配备专职人员<q value=1 unit=名 bound=at_least>1名</q>。",
    "约占全部案件的<q value=30 unit=% bound=about>30%</q>。",
    "办结最多的类别有<q value=9 unit=件>9件</q>。",
]
NO_BOUND = [
    "节约<q value=80000 unit=元>8万元</q>。",
    "预约<q value=12 unit=次>12次</q>。",
    "签约<q value=3 unit=家>3家</q>。",
    "侦破<q value=5 unit=起>5起</q>。",
    "附近<q value=3 unit=个>3个</q>小区，高于均值<q value=3 unit=百分点>3个百分点</q>。",
    "<q value=85 unit=%>85%</q>以上率下的经验。",
]


@pytest.mark.parametrize("marked", BEFORE + INSIDE_AND_BEHIND + TOGETHER + FAR + NO_BOUND)
def test_bound_follows_the_words_around(check: Callable[[str], None], marked: str) -> None:
    check(marked)
