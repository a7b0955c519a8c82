"""Traditional characters become the mainland's simplified ones, without moving an offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.clean.script import align, simplify


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("答覆人大代表建議", "答复人大代表建议"),
        ("恢復、反覆、複議、覆蓋", "恢复、反复、复议、覆盖"),
        ("幹部帶頭，河道乾淨", "干部带头，河道干净"),
        ("關於發佈《辦法》的通知", "关于发布《办法》的通知"),
        ("群眾諮詢什麼", "群众咨询什么"),
        ("公共衞生", "公共卫生"),
        ("著力推進，沿著道路前進", "着力推进，沿着道路前进"),
        ("成效顯著，聯繫著名單位", "成效显著，联系著名单位"),
        ("製度、標準、餘件、週期、佔比", "制度、标准、余件、周期、占比"),
    ],
)
def test_simplified_forms_are_those_of_the_mainland(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


@pytest.mark.parametrize("text", ["成效显著，覆盖率98%", "著名企业", "什么", "批复", "瞭望哨"])
def test_simplified_text_stays(text: str) -> None:
    assert simplify(text) == text


@given(st.text(max_size=30), st.text(min_size=1, max_size=3), st.text(max_size=4))
def test_conversion_of_any_dictionary_keeps_the_length(text: str, phrase: str, other: str) -> None:
    assert len(align(text + phrase, lambda piece: piece.replace(phrase, other))) == len(text + phrase)


def test_only_the_clause_that_changes_its_length_is_taken_apart() -> None:
    taiwan = {"程式": "程序", "計程車": "出租车司机", "車": "车"}

    def convert(piece: str) -> str:
        for old, new in taiwan.items():
            piece = piece.replace(old, new)
        return piece

    assert align("辦案程式，計程車", convert) == "辦案程序，計程车"
