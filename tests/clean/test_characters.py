"""Characters: many ways to write one thing become one way, and look-alikes that mean something stay."""

from __future__ import annotations

import pytest

from fazhi_ie.clean import clean


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("受理３６２件", "受理362件"),
        ("办结率９８．５％", "办结率98.5%"),
        ("“互联网＋监管”", "“互联网+监管”"),
        ("2021－2025年", "2021-2025年"),
        ("3～5件", "3~5件"),
        ("3–5件", "3-5件"),
        ("某政发﹝2024﹞3号", "某政发〔2024〕3号"),
        ("「一窗受理」和『一网通办』", "“一窗受理”和‘一网通办’"),
        ("依法⾏政⼯作", "依法行政工作"),
        ("⻓效机制", "长效机制"),
        ("办结\uf961", "办结率"),
        ("受理\u3000362\xa0件。", "受理362件。"),
        ("受\u200b理\ufeff", "受理"),
        ("执\xad法", "执法"),
        ("\u202a执法\u202c", "执法"),
        ("第一段。\r\n第二段。\r第三段。\u2028第四段。", "第一段。\n第二段。\n第三段。\n第四段。"),
        ("办结&nbsp;3&nbsp;件。&ldquo;好差评&rdquo;", "办结3件。“好差评”"),
        ("一\x00二", "一二"),
        ("甲\ud800乙", "甲\ufffd乙"),
    ],
)
def test_spellings_are_unified(raw: str, cleaned: str) -> None:
    assert clean(raw).text == cleaned


@pytest.mark.parametrize("text", ["①制定清单", "Ⅲ类水质", "½", "三中全会……", "2021—2025年", "4·15", "AT&T;"])
def test_signs_with_a_meaning_of_their_own_stay(text: str) -> None:
    assert clean(text).text == text.replace(";", "；")
