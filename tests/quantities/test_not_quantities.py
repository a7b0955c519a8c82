"""Numbers that count nothing, by kind, and near misses of each guard that still count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

KINDS = {
    "dates": "2023年12月4日，2021—2025年，2023-2024年度，20245月，10月初，2024-02-26，2024.12.31，6月底前。",
    "periods": "近五年来，未来五年，2年来，三年行动，五年规划，今后三年，前三季度，第1季度，最近三个月。",
    "ordinals": "第三批，第一、二批，第3至5条，第36条，第十三届委员会，一是，3.加强，（二），前3名。",
    "sessions": "二十届三中全会，党的二十大，二十大战略部署，区十七届人大常委会三次会议。",
    "documents": "某政发〔2022〕7号，川函〔2020〕9号。",
    "hotlines": "12345热线，12348平台，12345市民来电，拨打96111，电话0411-8812345，119出警。",
    "names": "1+3+N模式，3+2体系，7×24小时服务，3C认证，2.0版本，V3系统，G20，A4，2025企业家大会。",
    "quoted": "“三本台账”“七个统一”，“3691”专项治理，“2个1”，即“办1件实事、上1堂课”。",
    "slogans": "五位一体，两个维护，三项制度，八项规定，最多跑一次，零跑腿，零败诉，一网通办，一件事。",
    "idioms": "一系列，一批，一定，进一步，统一，一体，同一，千方百计，三令五申，万家灯火，十分，三农。",
    "ones": "建立一套机制，不仅是一场会议，形成一项制度，一名同志。",
    "places": "五台山，三台县，九台区，四川，六安，百色，七台河。",
    "time of day": "15时37分，8点半，24小时自助，15分钟法律服务圈，八小时外。",
    "ids": "编号KX30271-0200-2022-00015，代码00123件。",
    "page": "浏览次数：2051次，点击数：12次。",
    "ages": "20多岁的青年，18周岁以下。",
    "vague": "数十家，多次，若干件，几十人。",
    "ambiguous list number": "1.12家单位入选。",
}
STILL_COUNTED = [
    "连续<q value=4 unit=年>4年</q>领先，连续<q value=3 unit=年>三年</q>。",
    "目前<q value=3 unit=家>3家</q>，提前<q value=5 unit=天>5天</q>，首批<q value=40 unit=个>40个</q>试点。",
    "仅抽查<q value=1 unit=次>一次</q>，每季度<q value=1 unit=次 per=季度>一次</q>。",
    "召开<q value=1 unit=次>一次</q>推进会，举办讲座<q value=1 unit=期>一期</q>，组织一次性验收，开展“综合查一次”。",
    "<q value=1 unit=名 bound=at_least>至少一名</q>，建成<q value=1 unit=处>1处</q>。",
    "<q value=24 unit=小时 bound=at_most>24小时内</q>回复，召开<q value=3 unit=次>3次</q>会议。",
    "增长<q value=-3.5 unit=%>-3.5%</q>，败诉<q value=0 unit=件>0件</q>，<q value=2 unit=家>两家</q>单位。",
]


@pytest.mark.parametrize("text", KINDS.values(), ids=KINDS.keys())
def test_number_that_counts_nothing_is_left_out(check: Callable[[str], None], text: str) -> None:
    check(text)


@pytest.mark.parametrize("marked", STILL_COUNTED)
def test_near_miss_of_a_guard_is_counted(check: Callable[[str], None], marked: str) -> None:
    check(marked)
