"""Parts against wholes: by relations of the packs, and in lists that the text opens itself."""

from __future__ import annotations

import pytest

from fazhi_ie import InputError, extract

from .marked_checks import checks_of, said_and_expected

TOLD = {
    "later stage": "收到行政复议申请52件，受理<more>57件</more>。",
    "part of the reviews": "审结行政复议案件30件，纠错<more>33件</more>。",
    "outcomes": "审结行政复议案件<sum>30件</sum>，维持21件，驳回8件，撤销4件。",
    "first of a list": "全年办理案件40件，其中甲类<more>48件</more>。",
    "list": "全年办理案件<sum>40件</sum>，其中甲类18件、乙类17件、丙类9件。",
    "list in brackets": "全年办理案件<sum>40件</sum>（其中甲类28件、乙类17件）。",
    "list with the rest": "梳理事项<sum>100项</sum>，其中许可40项、其他50项。",
}

NOT_TOLD = {
    "outcomes that fit": "审结行政复议案件30件，维持21件，驳回5件，撤销4件。",
    "open list": "全年办理案件40件，其中甲类18件、乙类9件。",
    "complete list": "梳理事项100项，其中许可40项、其他60项。",
    "items of another matter": "全年办理案件40件，其中甲类18件，乙类22件，发放资料300件。",
    "overlapping items": "建成站点41个，其中东区36个，西区3个，北区2个，东区另有21个站点合用。",
    "other unit": "全年办理案件40件，其中涉及企业52家。",
    "rates": "进出口额增长3%，其中出口增长12%。",
    "pronoun": "收到建议40件，通过了其中的24件，其余18件转办。",
    "next list": "全年办理案件40件，其中甲类18件；发放资料60件。",
    "bounded whole": "全年办理案件40余件，其中甲类48件。",
}


@pytest.mark.parametrize("marked", TOLD.values(), ids=TOLD.keys())
def test_parts_that_exceed_or_miss_their_whole_are_told(marked: str) -> None:
    said, expected = said_and_expected(marked)
    assert said == expected


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_parts_that_can_be_parts_are_not_told(text: str) -> None:
    assert checks_of(text) == ()


def test_lists_are_checked_only_when_the_text_is_given() -> None:
    text = "全年办理案件40件，其中甲类48件。"
    assert [c.code for c in extract(text).checks(text)] == ["FZ402"]
    assert extract(text).checks() == ()


def test_another_text_is_refused() -> None:
    with pytest.raises(InputError, match=r"FZ121: The text given for a\.txt is not the one"):
        extract("办理案件40件。", id="a.txt").checks("办理案件41件。")


def test_sum_says_what_was_added() -> None:
    (check,) = checks_of("全年办理案件40件，其中甲类28件、乙类17件。")
    assert "make 45, more than" in check.message
    assert len(check.spans) == 3
