"""Text in cells: nothing that a spreadsheet would run, and nothing lost that the file can hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.adapters.datasets.cells import LONGEST_CELL, no_formula, plain_text, sheet_date, sheet_text

any_text = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+86", "-3", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "\t=1", "\r=1", "\n一", "  =1"),
        *("\u3000＝1", "\ufeff=1", "\u200b@a", "\x00=1", "\u2060-1", "=cmd|' /C calc'!A0"),
        '=HYPERLINK("http://example.org")',
    ],
)
def test_text_that_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert no_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "办结率98%", "a=1", "《=》", "1-2", "２０２４", "一、=", "　全县"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert no_formula(text) == text


@given(any_text)
def test_taking_one_apostrophe_away_gives_the_text_back(text: str) -> None:
    assert no_formula(text).removeprefix("'") == text


@given(any_text)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert not no_formula(text).lstrip().startswith(tuple("=+-@＝＋－＠"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("98.50"), "98.5"),
        (Decimal("5.49E+6"), "5490000"),
        (Decimal("-3"), "-3"),
        (2023, "2023"),
        (date(2024, 1, 5), "2024-01-05"),
        (["云溪县人民政府", "云溪县委"], "云溪县人民政府; 云溪县委"),
        (["=1", "b"], "'=1; b"),
        ([], ""),
        (None, ""),
        (True, "yes"),
        ("a\0b\ud800", "a\ufffdb\ufffd"),
    ],
)
def test_value_as_a_csv_file_holds_it(value: object, text: str) -> None:
    assert plain_text(value) == text


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("一\r\n二\r三\n", "一\n二\n三\n"),
        ("\x00\x0b\x1f\ud800\uffff", "\ufffd" * 5),
        ("=1+1 <b>&amp;\t", "=1+1 <b>&amp;\t"),
        ("\x7f\x85\u2028", "\x7f\x85\u2028"),
    ],
)
def test_text_as_a_workbook_holds_it(text: str, held: str) -> None:
    assert sheet_text(text) == held


@pytest.mark.parametrize("char", ["法", "😀"])
@pytest.mark.parametrize("more", [-1, 0, 1, 2])
def test_text_too_long_for_a_cell_ends_with_an_ellipsis(char: str, more: int) -> None:
    units = len(char.encode("utf-16-le")) // 2
    text = char * ((LONGEST_CELL + more) // units)
    held = sheet_text(text)
    assert len(held.encode("utf-16-le")) <= 2 * LONGEST_CELL
    assert held == text or (held[-1] == "…" and text.startswith(held[:-1]))
    assert (held == text) == (len(text) * units <= LONGEST_CELL)


def test_date_before_spreadsheets_begin_is_text() -> None:
    assert sheet_date(date(1899, 12, 31)) == "1899-12-31"
    assert sheet_date(date(2004, 3, 22)) == date(2004, 3, 22)
