"""Regular expressions of analysts cannot hang a run: what could is refused when the pack is loaded."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fazhi_ie.link.indicators import IndicatorRules
from fazhi_ie.packs import load_packs
from fazhi_ie.packs.patterns import LONGEST_CONTEXT, LONGEST_MEASURE, as_regex, fault_of
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
        "a*b",
        "复议.{0,14}(?:调解|和解)|^(?:经)?调解$",
        "(?<!进)村居(?!率)|受理(?!.*率)",
        "(?:执法队伍|执法机构|执法大队|执法支队|执法队){1}整合",
    ],
)
def test_ordinary_pattern_is_allowed(pattern: str) -> None:
    assert fault_of(pattern) == ""


def test_two_open_repetitions_are_allowed_in_a_measure_but_not_in_a_longer_text() -> None:
    pattern = "文件.*合同.*决策"
    assert fault_of(pattern, longest=LONGEST_MEASURE) == ""
    assert "too many ways" in fault_of(pattern, longest=LONGEST_CONTEXT)


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("(a+)+b", "repeats a group"),
        ("(?:a|a)*b", "repeats a group"),
        ("(?:a|aa){2,}b", "repeats a group"),
        ("(?:a?){50}b", "repeats a group"),
        ("{field}*", "repeats a group"),
        ("(?:(?:a*)?)+b", "repeats a group"),
        ("a*a*a*b", "too many ways"),
        ("(?:x|.*.*.*.*)b", "too many ways"),
        (r"\w+\w+x", "too many ways"),
        ("(?=.*.*.*x)a", "too many ways"),
        ("(?!.*.*.*x)a", "too many ways"),
        ("a?" * 30 + "b", "too many ways"),
        ("(?:a|aa)" * 20 + "b", "too many ways"),
        ("(?:a|ab?|[ab])" * 20 + "c", "too many ways"),
        ("(?:(?:a|aa)?)?" * 20 + "c", "too many ways"),
        ("|".join(f"(?=.*.*x){c}" for c in "abcdefghij"), "too many ways"),
        (r"(a)\1", "not allowed"),
        ("(?P<x>a)(?P=x)", "not allowed"),
        ("(a)?(?(1)a|b)", "not allowed"),
        ("(?x)(?:a+) +b", "not allowed"),
        ("(?x:(?:a+) +)b", "not allowed"),
        ("(?i)a", "not allowed"),
        ("(?:a+)(?#note)+b", "not allowed"),
        ("(?:a+)++b", "repeat"),
        ("a{2}{3}", "repeat"),
        ("[{field}]件", "letter by letter"),
        ("(a", "not a regular expression"),
        ("a{99999999999}", "not a regular expression"),
    ],
)
def test_pattern_that_could_run_away_is_refused(pattern: str, fault: str) -> None:
    assert fault in fault_of(pattern)


ATOM = st.sampled_from(
    [
        "a",
        "b",
        ".",
        "[ab]",
        r"\w",
        "(?:a|b)",
        "(?:a|ab|[ab])",
        "(?:aa|.{0,2}|)",
        "(?=a*b)",
        "(?!b.?c)",
        "(?<=a)",
        "^",
        "$",
    ]
)
REPEAT = st.sampled_from(["", "", "*", "+", "?", "{0,3}", "{2}", "{1,}", "{,5}", "*?", "??", "{9,99}", "{1}"])
PART = st.builds("".join, st.tuples(ATOM, REPEAT))
ROW = st.lists(PART, max_size=7).map("".join)
PATTERN = st.lists(ROW, min_size=1, max_size=3).map(lambda rows: f"(?:{'|'.join(rows)})c")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(PATTERN, st.sampled_from(["a", "ab", "b", "aab", "abb"]))
def test_allowed_pattern_does_not_hang_on_a_text_made_to_hurt(pattern: str, period: str) -> None:
    assume(not fault_of(pattern))
    start = time.process_time()
    as_regex(pattern).search((period * LONGEST_CONTEXT)[:LONGEST_CONTEXT])
    assert time.process_time() - start < 2, "takes some hundredths of a second at the most"


def test_list_counts_with_all_its_words() -> None:
    words = tuple("a" * n for n in range(1, 60))
    assert fault_of("{x}{x}{x}b") == ""
    assert "too many ways" in fault_of("{x}{x}{x}b", lists={"x": words})
    assert fault_of("{x}{x}{x}b", lists={"x": tuple(f"{n}a" for n in range(60))}) == ""


INDICATOR = """\
format: '1'
kind: indicators
entries:
  - {id: a.b, name: x, units: [件], measure: ['%s']}
"""
WORDS = "format: '1'\nkind: words\nentries:\n  - {id: indicator.x, words: [%s]}\n"


def problem_of(tmp_path: Path, pattern: str, words: str) -> str:
    with pytest.raises(PackProblems) as raised:
        load_packs(write_pack(tmp_path / "p", a=INDICATOR % pattern, b=WORDS % words))
    (problem,) = raised.value.problems
    return str(problem).partition("a.yaml:")[2]


def test_list_that_no_pack_has_is_told_where_it_is_named(tmp_path: Path) -> None:
    assert problem_of(tmp_path, "{y}率", "好") == (
        "4: FZ211 a.b: `{y}` names the word list `indicator.y`, which no pack has. Known are: x."
    )


def test_pattern_that_its_list_makes_slow_is_told(tmp_path: Path) -> None:
    words = ", ".join("a" * n for n in range(1, 60))
    assert problem_of(tmp_path, "{x}{x}{x}{x}率", words).startswith(
        "4: FZ209 a.b: `measure` cannot be `{x}{x}{x}{x}率`: it can match in too many ways"
    )


def test_refused_pattern_is_an_error_of_its_pack(tmp_path: Path) -> None:
    text = (
        "format: '1'\nkind: indicators\nentries:\n  - {id: a.b, name: x, units: [件], measure: ['(a+)+']}\n"
    )
    with pytest.raises(
        PackProblems, match=r"a.yaml:4: FZ209 a.b: `measure.0` cannot be `\(a\+\)\+`: it repeats a group"
    ):
        load_packs(write_pack(tmp_path / "p", a=text))


class Listener:
    """A pattern that finds everything and remembers how much it was searched in."""

    def __init__(self) -> None:
        self.longest = 0

    def search(self, text: str) -> str:
        self.longest = max(self.longest, len(text))
        return text


def test_patterns_are_searched_in_no_more_than_they_were_checked_for() -> None:
    rules = IndicatorRules.from_packs(load_packs())
    measure, context = Listener(), Listener()
    rule = replace(
        next(rule for rule in rules.by_unit["件"] if not rule.no_single_field),
        **{"measure": measure, "context": context, "unless": None, "unless_sentence": None},
    )
    listening = replace(rules, by_unit={"件": [rule]})
    long = "执法" * LONGEST_CONTEXT
    assert listening.find("件", long, context=long, sentence=long, by_department=False) == rule.id
    assert measure.longest <= LONGEST_MEASURE
    assert context.longest <= LONGEST_CONTEXT
