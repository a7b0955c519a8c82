"""The short way for plain quantities never decides differently from the reader."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.packs import load_packs
from fazhi_ie.quantities import QuantityGrammar, find_quantities

GRAMMAR = QuantityGrammar.from_packs(load_packs())
READER_ONLY = replace(GRAMMAR, plain=replace(GRAMMAR.plain, pattern=re.compile(r"(?!)")))

NUMBERS = ("0", "1", "3", "12", "36", "08", "98.5", "2.30", "1,100", "2024", "12345", "一", "两", "三", "十")
SCALES = (
    "万",
    "亿",
    "百",
    "千",
    "余",
    "多",
    "几",
    "来",
    "半",
    "以上",
    "以内",
    "左右",
    "以下",
    "内",
    "的",
    "大",
)
UNITS = (
    "件",
    "次",
    "场",
    "人",
    "名",
    "位",
    "家",
    "项",
    "个",
    "条",
    "起",
    "期",
    "批",
    "元",
    "%",
    "百分点",
    "人次",
)
OTHERS = (
    "场次",
    "工作日",
    "月",
    "天",
    "年",
    "日",
    "小时",
    "县市",
    "部门",
    "类",
    "会议",
    "全会",
    "届",
    "党员",
    "V",
)
MARKS = (
    "（",
    "）",
    "-",
    "至",
    "到",
    "、",
    "，",
    "。",
    "/",
    "+",
    "近",
    "约",
    "超过",
    "不少于",
    "至少",
    "最多跑",
)
BEFORE = (
    "每",
    "每周",
    "每名",
    "第",
    "前",
    "目前",
    "节约",
    "由",
    "从",
    "提高到",
    "人均",
    "单日",
    "平均",
    "受理",
)

words = st.sampled_from((*NUMBERS, *SCALES, *UNITS, *OTHERS, *MARKS, *BEFORE))


@given(st.lists(words, max_size=12).map("".join))
def test_plain_pattern_agrees_with_the_reader(text: str) -> None:
    assert find_quantities(text, GRAMMAR) == find_quantities(text, READER_ONLY)


@given(st.lists(words, max_size=14).map("".join))
def test_mentions_are_true_to_the_text_and_in_order(text: str) -> None:
    last = 0
    for q in find_quantities(text, GRAMMAR):
        assert last <= q.start <= q.number_start < q.number_end <= q.end <= len(text)
        assert q.number_end <= q.unit_start <= q.unit_end <= q.end
        assert q.value_max is None or q.value < q.value_max
        last = q.end


@pytest.mark.parametrize(
    "text", ["受理36件，", "解答1.8万余人次。", "合格率98.5%，", "培训240余场次", "罚款45.6万元。"]
)
def test_plain_quantity_takes_the_short_way(text: str) -> None:
    place = re.search("[0-9]", text)
    assert place is not None
    assert GRAMMAR.plain.read(text, place.start())
