"""What holds for all checks together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fazhi_ie
from fazhi_ie.adapters.reading import read_text

from .marked_checks import checks_of

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
FLAGGED = {"hechuan-2023": ["FZ401"]}
"""One report says 97.8% of 44 out of 46 cases; see examples/README.md."""


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_example_reports_agree_with_themselves_but_for_one(path: Path) -> None:
    text = read_text(path)
    assert [c.code for c in fazhi_ie.extract(text).checks(text)] == FLAGGED.get(path.stem, [])


def test_checks_change_no_record() -> None:
    report = fazhi_ie.extract("审结行政复议案件75件，纠错9件，纠错率15.6%。")
    before = report.model_dump_json()
    assert report.checks()
    assert report.model_dump_json() == before


def test_checks_of_a_report_read_back_are_the_same() -> None:
    report = fazhi_ie.extract("审结行政复议案件75件，纠错9件，纠错率15.6%。")
    again = fazhi_ie.Report.model_validate_json(report.model_dump_json())
    assert again.checks() == report.checks()


def test_checks_stand_in_the_order_of_the_text() -> None:
    found = checks_of("满意率120%。审结行政复议案件30件，纠错33件，纠错率12%。")
    starts = [check.spans[0].start for check in found]
    assert len(starts) > 1
    assert starts == sorted(starts)
    assert json.loads(found[0].model_dump_json())["code"] == "FZ404"


@given(st.integers(1, 400), st.integers(1, 400))
def test_a_rate_worked_out_from_its_counts_is_never_told(part: int, rest: int) -> None:
    rate = f"{100 * part / (part + rest):.1f}"
    assert checks_of(f"审结行政复议案件{part + rest}件，纠错{part}件，纠错率{rate}%。") == ()
