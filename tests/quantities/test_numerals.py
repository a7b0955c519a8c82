"""The same number in another spelling is the same value."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.errors import InputError
from fazhi_ie.quantities import parse_numeral
from spelling import STYLES, spell, spell_scaled

numbers = st.integers(0, 10**16 - 1) | st.integers(0, 30000)


@pytest.mark.parametrize("style", STYLES)
@given(number=numbers)
def test_every_spelling_gives_the_number_back(style: str, number: int) -> None:
    assert parse_numeral(spell(number, style)) == number


@given(thousandths=st.integers(1, 10**9), unit=st.sampled_from("万亿"))
def test_decimal_multiples_are_exact(thousandths: int, unit: str) -> None:
    value = Decimal(thousandths).scaleb({"万": 1, "亿": 5}[unit])
    assert parse_numeral(spell_scaled(value, unit)) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("21万1千", "211000"),
        ("3千1百", "3100"),
        ("1.20万", "12000"),
        ("2.3万亿", "2300000000000"),
        ("两万亿", "2000000000000"),
        ("二万三千亿", "2300000000000"),
        ("一百五", "150"),
        ("一百零五", "105"),
        ("三万五", "35000"),
        ("廿三", "23"),
        ("〇", "0"),
        ("三点一四", "3.14"),
        ("半", "0.5"),
        ("98.50", "98.5"),
    ],
)
def test_other_spellings_are_read(written: str, value: str) -> None:
    assert str(parse_numeral(written)) == value


@pytest.mark.parametrize("written", ["", "三分之一", "1,23", "1,2345", "十三五", "3件", "a", " 3", "1.2.3"])
def test_what_is_not_one_number_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="FZ120"):
        parse_numeral(written)


@given(st.text("0123456789,.零一二两三十百千万亿点半", max_size=12))
def test_any_row_of_numeral_characters_is_a_number_or_refused(written: str) -> None:
    """Nothing else is ever raised, whatever the scanner hands over."""
    with suppress(InputError):
        assert parse_numeral(written).is_finite()
