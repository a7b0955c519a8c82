"""Noise does not change facts, and a change of the text changes what it says and nothing else.

Metamorphic tests on the example reports: nobody wrote down what must be found, but copied badly, the same report must say
the same; without a paragraph it must say the rest; with one digit changed, one figure; and twice over, all of it twice.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest

import fazhi_ie
from fazhi_ie import Report

from .noise import KINDS, Noise
from .texts import REPORTS, assert_true_to

CLEAN = {path.stem: path.read_text(encoding="utf-8") for path in REPORTS if "scraped" not in path.stem}
HEADING = re.compile("[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+[.．、]")

every_report = pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN.keys())
Fact = tuple[object, ...]


def figures(report: Report, *, within: Sequence[tuple[int, int]] = ()) -> list[Fact]:
    """What the statistics say, of all or of those outside the ranges `within`."""
    return [
        (s.measure, q.value, q.value_max, q.unit, q.bound, q.per, s.status, s.indicator, s.period)
        for s in report.statistics
        for q in [s.quantity]
        if not any(start <= q.span.start < end for start, end in within)
    ]


def names(report: Report, *, within: Sequence[tuple[int, int]] = ()) -> list[Fact]:
    """The terms and the citations, in the same way."""
    terms = [("term", t.term, t.name, t.kind, t.span.start) for t in report.terms]
    cited = [("cited", c.title, c.document_number, c.article, c.span.start) for c in report.citations]
    return [fact[:-1] for fact in (*terms, *cited) if not any(a <= int(str(fact[-1])) < b for a, b in within)]


@every_report
@pytest.mark.parametrize("noise", KINDS, ids=lambda noise: noise.__name__)
def test_noise_changes_no_fact(noise: Noise, text: str) -> None:
    noisy = noise(text, random.Random(7))
    assert noisy != text
    before, after = fazhi_ie.extract(text), fazhi_ie.extract(noisy)
    assert figures(after) == figures(before)
    assert names(after) == names(before)
    assert_true_to(noisy, after)


@every_report
@pytest.mark.parametrize("seed", range(5))
def test_several_kinds_of_noise_at_once_change_no_fact(seed: int, text: str) -> None:
    draw = random.Random(seed)
    noisy = text
    for noise in draw.sample([kind for kind in KINDS if kind.__name__ in TOGETHER], 3):
        noisy = noise(noisy, draw)
    before, after = fazhi_ie.extract(text), fazhi_ie.extract(noisy)
    assert figures(after) == figures(before)
    assert names(after) == names(before)
    assert_true_to(noisy, after)


TOGETHER = ("traditional", "full_width", "spaces", "windows_lines", "corner_quotes", "invisible", "indented")


@every_report
def test_a_paragraph_taken_out_takes_its_own_facts(text: str) -> None:
    whole = fazhi_ie.extract(text)
    lines = text.splitlines(keepends=True)
    start = 0
    for number, line in enumerate(lines):
        end = start + len(line)
        if len(line) > 40 and not HEADING.match(line):
            rest = fazhi_ie.extract("".join(lines[:number] + lines[number + 1 :]))
            assert figures(rest) == figures(whole, within=[(start, end)]), line
            assert names(rest) == names(whole, within=[(start, end)]), line
        start = end


@every_report
def test_one_digit_changed_changes_one_figure(text: str) -> None:
    before = fazhi_ie.extract(text)
    for number, statistic in enumerate(before.statistics):
        digit = re.search("[1-9]", statistic.quantity.text)
        if digit is None:
            continue
        place = statistic.quantity.span.start + digit.start()
        other = "4" if digit[0] != "4" else "6"
        after = fazhi_ie.extract(text[:place] + other + text[place + 1 :])
        pairs = list(zip(before.statistics, after.statistics, strict=True))
        assert [n for n, (one, two) in enumerate(pairs) if one != two] == [number], statistic.quantity.text
        assert names(after) == names(before)


@every_report
def test_report_twice_over_says_everything_twice(text: str) -> None:
    once, twice = fazhi_ie.extract(text), fazhi_ie.extract(f"{text}\n{text}")
    assert figures(twice) == figures(once) * 2
    assert sorted(map(repr, names(twice))) == sorted(map(repr, names(once) * 2))
    assert len(twice.sections) == 2 * len(once.sections)
