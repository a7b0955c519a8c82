"""Punctuation is full-width between Chinese and untouched inside numbers and Latin text."""

from __future__ import annotations

import pytest

from fazhi_ie.clean import clean


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        (
            "2024年,我县(含开发区)受理36件;办结率100%,位居前列!",
            "2024年，我县（含开发区）受理36件；办结率100%，位居前列！",
        ),
        ("现将情况报告如下:", "现将情况报告如下："),
        ("(二)依法决策", "（二）依法决策"),
        ("件(次)", "件（次）"),
        ("工作完成.", "工作完成。"),
        ('推行"一窗受理"和"一网通办"', "推行“一窗受理”和“一网通办”"),
        ("推行“一窗受理“机制", "推行“一窗受理”机制"),
        ("“‘12·4’宣传周”", "“‘12·4’宣传周”"),
        ("““12·4”宣传周”", "“‘12·4’宣传周”"),
        ("““三官一律””进村", "“三官一律”进村"),
        ("某政发[2024]3号", "某政发〔2024〕3号"),
        ("某政发【2024】3号", "某政发〔2024〕3号"),
        ("某政发（2024）3号", "某政发〔2024〕3号"),
        ("某政发(2024) 3 号。", "某政发〔2024〕3号。"),
        ("《落实<某省纲要>的意见》", "《落实〈某省纲要〉的意见》"),
        ("《关于印发《某县办法》的通知》", "《关于印发〈某县办法〉的通知》"),
        ("《转发《甲办法》《乙办法》的通知》", "《转发〈甲办法〉〈乙办法〉的通知》"),
        ("共１，２３４人", "共1,234人"),
    ],
)
def test_marks_become_those_of_chinese(raw: str, cleaned: str) -> None:
    assert clean(raw).text == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "共1,234件",
        "9:30开庭",
        "1:20的比例",
        "https://www.example.cn/a?b=1",
        "OA, ERP等系统",
        "App(V2)上线",
        "（2024版）",
        "报告（2024）",
        "《甲》和《乙》",
        "办结率98，100%",
        "拨打12345，110等",
        "2.0版",
    ],
)
def test_marks_of_numbers_and_latin_text_stay(text: str) -> None:
    assert clean(text).text == text


def test_an_open_quote_does_not_reach_into_the_next_line() -> None:
    assert clean('“甲”"乙。\n"丙"丁。').text == "“甲”“乙。\n“丙”丁。"
