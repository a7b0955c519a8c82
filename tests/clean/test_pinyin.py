"""Readings glued behind characters go; brackets that say something stay."""

from __future__ import annotations

import pytest

from fazhi_ie.clean import clean


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("法治政府建設(shè)情況", "法治政府建设情况"),
        ("習(xí)近平法治思想", "习近平法治思想"),
        ("風(fēng)險(xiǎn)評(píng)估", "风险评估"),
        ("我們(men)執(zhí)行規(guī)定", "我们执行规定"),
        ("綠（lǜ）色發(fā)展", "绿色发展"),
        ("工作成效明顯(xiǎn)?,F(xiàn)將情況報(bào)告如下", "工作成效明显。现将情况报告如下"),
        ("工作成效明顯(xiǎn)?F(xiàn)將情況報(bào)告如下", "工作成效明显。现将情况报告如下"),
    ],
)
def test_readings_are_removed(raw: str, cleaned: str) -> None:
    assert clean(raw).text == cleaned


@pytest.mark.parametrize(
    "text",
    ["人工智能（AI）", "事项目录（2024版）", "掌上办（app）", "试点（PPP）项目", "（二）依法行政"],
)
def test_other_brackets_stay(text: str) -> None:
    assert clean(text).text == text


def test_a_word_without_tone_counts_only_among_readings() -> None:
    assert clean("他們(men)的服務(app)").text == "他们（men）的服务（app）"


def test_lost_character_is_restored_only_where_it_is_certain() -> None:
    assert "现" not in clean("經(jīng)?,F(xiàn)場").text


def test_reading_belongs_to_the_character_before_it() -> None:
    cleaned = clean("推進法治建設(shè)。")
    start = cleaned.text.index("法治建设")
    assert cleaned.raw[slice(*cleaned.to_raw(start, start + 4))] == "法治建設(shè)"
