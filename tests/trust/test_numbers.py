"""Numbers are right: however a number is written, with whatever unit and bound, the record has it exactly.

`tests/quantities` tests the grammar piece by piece; here whole sentences go through `extract`.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fazhi_ie
from fazhi_ie.records import Quantity
from spelling import spell, spell_scaled

UNITS = {
    "件": "受理案件",
    "人次": "培训干部",
    "元": "罚没款",
    "份": "发放资料",
    "场次": "开展宣传",
    "家": "检查企业",
}
BEFORE = {
    "": "exact",
    "超过": "over",
    "近": "under",
    "约": "about",
    "不少于": "at_least",
    "不超过": "at_most",
}
AFTER = {"以上": "at_least", "左右": "about", "以下": "at_most"}
# One and two written out (一件, 二件) are seldom counts; a number of many more digits is seldom one either.
USUAL = {"arabic": (0, 10**15), "thousands": (0, 10**12), "chinese": (3, 10**8), "mixed": (0, 10**8)}
STYLES = (*USUAL, "formal")

units = st.sampled_from(sorted(UNITS))


def is_written(number: int, style: str) -> bool:
    """Whether people write a number so: 1万2345 and 1万, but not 1万2, which could as well be 12000."""
    return style != "mixed" or number < 10_000 or number % 10_000 == 0 or number % 10_000 >= 1000


@st.composite
def written(draw: st.DrawFn) -> tuple[int, str]:
    """A number in one of the usual spellings, small ones as often as large ones."""
    style = draw(st.sampled_from(sorted(USUAL)))
    least, most = USUAL[style]
    numbers = st.integers(least, most - 1) | st.integers(least, 30_000)
    number = draw(numbers.filter(lambda number: is_written(number, style)))
    return number, spell(number, style)


def quantities(text: str) -> list[Quantity]:
    return [statistic.quantity for statistic in fazhi_ie.extract(text).statistics]


def quantity(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


def told(number: str, unit: str, *, before: str = "", after: str = "") -> str:
    return f"全年{UNITS[unit]}{before}{number}{unit}{after}。"


@settings(max_examples=300, deadline=None)
@given(number=written(), unit=units)
def test_number_with_its_unit(number: tuple[int, str], unit: str) -> None:
    found = quantity(told(number[1], unit))
    assert (found.value, found.unit, found.bound) == (number[0], unit, "exact")


@pytest.mark.parametrize("exponent", range(16))
@pytest.mark.parametrize("style", STYLES)
def test_every_magnitude_is_read_as_it_is_or_not_at_all(style: str, exponent: int) -> None:
    one = 10**exponent
    for number in (one, 9 * one, one + 1, 10 * one - 1, 1_234_567 * one // 10**6):
        usual = number in range(*USUAL.get(style, (0, 0)))
        if style == "mixed" and not (usual and is_written(number, style)):
            continue  # numbers of three parts and more: see below
        found = [q.value for q in quantities(told(spell(number, style), "件"))]
        assert found == [number] or (not usual and not found)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1亿2000万", 120_000_000),
        ("12亿3400万", 1_234_000_000),
        ("1亿2345万6789", 123_456_789),
        ("2万亿5000亿", 25 * 10**11),
        ("3亿零500万", 305_000_000),
    ],
)
def test_number_in_parts_is_one_number(written: str, value: int) -> None:
    assert [q.value for q in quantities(told(written, "元"))] == [value]


@pytest.mark.parametrize(("word", "bound"), BEFORE.items())
@settings(max_examples=40, deadline=None)
@given(number=written(), unit=units)
def test_bound_before_a_number(word: str, bound: str, number: tuple[int, str], unit: str) -> None:
    found = quantity(told(number[1], unit, before=word))
    assert (found.value, found.unit, found.bound) == (number[0], unit, bound)


@pytest.mark.parametrize(("word", "bound"), AFTER.items())
@settings(max_examples=40, deadline=None)
@given(number=written(), unit=units)
def test_bound_behind_a_number(word: str, bound: str, number: tuple[int, str], unit: str) -> None:
    found = quantity(told(number[1], unit, after=word))
    assert (found.value, found.unit, found.bound) == (number[0], unit, bound)


@settings(deadline=None)
@given(
    low=st.integers(2, 10**12),
    more=st.integers(1, 10**12),
    dash=st.sampled_from(["-", "—", "~", "至"]),
    unit=units,
)
def test_range_has_both_ends(low: int, more: int, dash: str, unit: str) -> None:
    found = quantity(told(f"{low}{dash}{low + more}", unit))
    assert (found.value, found.value_max, found.unit) == (low, low + more, unit)


@settings(deadline=None)
@given(
    value=st.decimals(Decimal("0.01"), Decimal("99999999"), places=2), scale=st.sampled_from(["", "万", "亿"])
)
def test_money_never_loses_a_fen(value: Decimal, scale: str) -> None:
    found = quantity(f"全年罚没款{value}{scale}元。")
    assert found.value == value * {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert found.unit == "元"


@settings(deadline=None)
@given(fen=st.integers(1, 10**13 - 1))
def test_money_told_in_ten_thousands_has_every_fen(fen: int) -> None:
    value = Decimal(fen).scaleb(-2)
    assert quantity(f"全年罚没款{spell_scaled(value, '万')}元。").value == value


@settings(deadline=None)
@given(hundredths=st.integers(1, 10_000), mark=st.sampled_from(["%", "％", "百分之"]))
def test_percentage_is_exact(hundredths: int, mark: str) -> None:
    value = Decimal(hundredths).scaleb(-2)
    written = f"{mark}{value}" if mark == "百分之" else f"{value}{mark}"
    found = quantity(f"案件按时办结率{written}。")
    assert (found.value, found.unit) == (value, "%")


@settings(deadline=None)
@given(number=written())
def test_number_in_json_is_the_same_number(number: tuple[int, str]) -> None:
    report = fazhi_ie.extract(told(number[1], "件"))
    again = fazhi_ie.Report.model_validate_json(report.model_dump_json())
    assert again.statistics[0].quantity.value == number[0]


@settings(deadline=None)
@given(value=st.decimals(Decimal("0.01"), Decimal("99999999999.99"), places=2))
def test_money_in_json_has_every_fen(value: Decimal) -> None:
    report = fazhi_ie.extract(f"全年罚没款{value}元。")
    again = fazhi_ie.Report.model_validate_json(report.model_dump_json())
    assert again.statistics[0].quantity.value == value
