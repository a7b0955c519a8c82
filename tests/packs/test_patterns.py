"""Regular expressions of analysts cannot hang a run: what could is refused when the pack is loaded."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fazhi_ie.packs import load_packs
from fazhi_ie.packs.patterns import as_regex, fault_of
from fazhi_ie.packs.problems import PackProblems

from .build import write_pack


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:报备|备案)率",
        "执法.{0,10}(?:培训|轮训)",
        "[^，]*率",
        r"\d+件",
        "{field}案件",
        "(?:县|区)?委",
        "a*b*c*",
        "受理(?!率)",
    ],
)
def test_ordinary_pattern_is_allowed(pattern: str) -> None:
    assert fault_of(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("(a+)+b", "repeats a group"),
        ("(?:a|a)*b", "repeats a group"),
        ("(?:a|aa){2,}b", "repeats a group"),
        ("(?:a?){50}b", "repeats a group"),
        ("{field}*", "repeats a group"),
        ("a*a*a*a*b", "too many open repetitions"),
        ("(?:x|.*.*.*.*)b", "too many open repetitions"),
        (r"(a)\1", "back-references"),
        ("(?P<x>a)(?P=x)", "back-references"),
        ("(a", "not a regular expression"),
        ("a{99999999999}", "not a regular expression"),
    ],
)
def test_pattern_that_could_run_away_is_refused(pattern: str, fault: str) -> None:
    assert fault in fault_of(pattern)


ATOM = st.sampled_from(["a", ".", "[ab]", "(?:a|b)", "(?:aa|.{0,2}|)"])
REPEAT = st.sampled_from(["", "", "*", "+", "?", "{0,3}", "{2}", "{1,}", "{9,99}"])
PART = st.builds("".join, st.tuples(ATOM, REPEAT))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(PART, max_size=6))
def test_allowed_pattern_is_quick_on_a_text_made_to_hurt(parts: list[str]) -> None:
    pattern = "".join(parts) + "c"
    assume(not fault_of(pattern))
    start = time.process_time()
    as_regex(pattern).search("a" * 120)
    assert time.process_time() - start < 2


def test_refused_pattern_is_an_error_of_its_pack(tmp_path: Path) -> None:
    text = (
        "format: '1'\nkind: indicators\nentries:\n  - {id: a.b, name: x, units: [件], measure: ['(a+)+']}\n"
    )
    with pytest.raises(
        PackProblems, match=r"a.yaml:4: FZ209 a.b: `measure.0` cannot be `\(a\+\)\+`: it repeats a group"
    ):
        load_packs(write_pack(tmp_path / "p", a=text))
