"""When a value, a name or a phrase counts as the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fazhi_ie.evaluation.sameness import alike, nearly_same_name, same_number, same_unit, squash


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        (None, None, True),
        (None, "0", False),
        ("0", None, False),
        ("36", "36", True),
        ("36", "37", False),
        ("0.3333", "0.33", True),
        ("0.34", "0.32", False),
        ("98.1", "98.1000000001", True),
        ("98.1", "98.11", False),
        ("12345678901", "12345678902", True),  # a part in a billion
    ],
)
def test_numbers_are_the_same_but_for_rounding(found: str | None, wanted: str | None, same: bool) -> None:
    assert same_number(found and Decimal(found), wanted and Decimal(wanted)) is same


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("件", "件", True),
        ("％", "%", True),
        ("个百分点", "百分点", True),
        ("个", "个", True),
        ("个", "", False),
        ("件", "份", False),
    ],
)
def test_units_are_the_same_but_for_the_classifier(found: str, wanted: str, same: bool) -> None:
    assert same_unit(found, wanted) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“双随机、一公开”监管", "双随机、一公开", True),
        ("双随机 一公开", "双随机、一公开", True),
        ("执法", "行政执法", False),
        ("行政执法", "行政复议", False),
        ("，", "。", False),
    ],
)
def test_names_are_nearly_the_same_when_one_holds_most_of_the_other(one: str, other: str, same: bool) -> None:
    assert nearly_same_name(one, other) is nearly_same_name(other, one) is same


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("受理行政复议申请", "受理行政复议申请", True),
        ("受理行政复议", "行政复议受理", True),
        ("法治业务培训", "培训", False),
        ("业务培训", "培训", True),
        ("办结率", "罚没款", False),
        ("", "办结率", False),
        ("办结率", "", True),
    ],
)
def test_measures_are_alike_when_most_characters_agree(found: str, wanted: str, same: bool) -> None:
    assert alike(found, wanted) is same


def test_marks_of_layout_do_not_count_in_names() -> None:
    assert squash("**（一）“述法”\u3000制度** ") == "一述法制度"
