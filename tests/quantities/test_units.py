"""Which words are units, how a record names them, and that the longest word decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CLASSIFIERS = [
    "交办<q value=36 unit=件>36件</q>、立案<q value=7 unit=起>7起</q>。",
    "查处<q value=4 unit=件>4件</q><q value=5 unit=人>5人</q>。",
    "举办<q value=12 unit=场次>12场次</q>。",
    "覆盖<q value=900 unit=人次>900人次</q>。",
    "出动<q value=40 unit=车次>40车次</q>。",
    "率<q value=98.6 unit=%>98.6%</q>。",
    "提高<q value=1.2 unit=百分点>1.2个百分点</q>。",
    "死亡率<q value=4 unit=‰>4‰</q>。",
    "得票<q value=31 unit=票>31票</q>。",
    "评查案卷<q value=60 unit=卷>60卷</q>。",
    "治理<q value=300 unit=平方米>300平方米</q>。",
]
BRACKETS = [
    "化解纠纷<q value=420 unit=件次>420件（次）</q>，培训<q value=8 unit=场次>8场（次）</q>。",
    "检查企业<q value=150 unit=家户次>150家（户）次</q>。",
    "覆盖<q value=38 unit=个>38个</q>镇（街），<q value=5 unit=区市>5区（市）</q>。",
]
WITHOUT_CLASSIFIER = [
    "在<q value=3 unit=省>三省</q><q value=7 unit=市>七市</q>推开，<q value=9 unit=县市>9县市</q>跟进。",
    "会同<q value=7 unit=部门>七部门</q>从<q value=5 unit=方面>五方面</q>入手。",
    "实施<q value=6 unit=大工程>六大工程</q><q value=24 unit=项>24项</q>举措。",
    "细分<q value=4 unit=大项>4大项</q><q value=19 unit=小项>19小项</q>。",
    "<q value=7 unit=类>7类</q><q value=480 unit=项>480项</q>事项。",
    "<q value=3 unit=镇>3镇</q><q value=20 unit=村>20村</q>。",
]
DROPPED_GE = [
    "<q value=5 unit=工作日 bound=at_most>5个工作日内</q>办结。",
    "提前<q value=2 unit=小时>2个小时</q>。",
    "用时<q value=3 unit=月>3个月</q>。",
    "<q value=15 unit=个>15个</q>村、<q value=10 unit=个>10个</q>栏目。",
    "历时<q value=2.5 unit=小时>两个半小时</q>。",
    "停工<q value=2.5 unit=天>2天半</q>。",
    "缓建<q value=3 unit=月 bound=over>3个多月</q>。",
]
LONGEST = [
    "<q value=46 unit=名>46名</q>单位代表参加。",
    "收到<q value=3 unit=条>3条</q>线索。",
    "<q value=5 unit=支>5支</q>队伍。",
    "<q value=6 unit=起>6起</q>诉讼，<q value=12 unit=次>12次</q>日常检查。",
]


@pytest.mark.parametrize("marked", CLASSIFIERS + BRACKETS + WITHOUT_CLASSIFIER + DROPPED_GE + LONGEST)
def test_unit_is_named_as_written(check: Callable[[str], None], marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "关注量<q value=74000 bound=about>约7.4万</q>。",
        "浏览量达<q value=32000>3.2万</q>，点击<q value=100000 bound=over>10万+</q>。",
        "台账总数<q value=518>518</q>。",
        "带动<q value=20000 bound=over>2万余</q>新市民就业。",
    ],
)
def test_bare_number_needs_a_word_that_tells_it_counts(check: Callable[[str], None], marked: str) -> None:
    check(marked)
