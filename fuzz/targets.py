"""What is fuzzed: functions that take any bytes and fail when a promise is broken.

A target may raise nothing. What the library refuses on purpose (`FazhiError`) is an answer like any other; a wrong
offset, a record that JSON changes, an exception of another kind and whatever takes longer than the runner's limit are
findings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from fazhi_ie import Report, extract, load_packs
from fazhi_ie.clean import clean
from fazhi_ie.errors import FazhiError, InputError
from fazhi_ie.packs import reading
from fazhi_ie.packs.canonical import format_text
from fazhi_ie.packs.patterns import LONGEST_CONTEXT, as_regex, fault_of
from fazhi_ie.packs.problems import Problem
from fazhi_ie.packs.validation import read_manifest, read_part
from fazhi_ie.quantities import QuantityGrammar, find_quantities, parse_numeral
from trust.texts import assert_true_to

Target = Callable[[bytes], None]
_LONGEST_PATTERN = 300


def text_of(data: bytes) -> str:
    """Any bytes as a text, in which lone surrogates occur too."""
    return data.decode("utf-8", "surrogateescape")


def cleaning(data: bytes) -> None:
    """Every character of the clean text comes from a place of the raw one, and places keep their order."""
    raw = text_of(data)
    cleaned = clean(raw)
    last = 0
    for position in range(len(cleaned.text)):
        start, end = cleaned.to_raw(position, position + 1)
        assert last <= start <= end <= len(raw)
        last = start
    assert cleaned.to_raw(0, len(cleaned.text)) <= (len(raw), len(raw))


@cache
def _grammars() -> tuple[QuantityGrammar, QuantityGrammar]:
    """The grammar of the default pack, with and without the short way for plain quantities."""
    grammar = QuantityGrammar.from_packs(load_packs())
    return grammar, replace(grammar, plain=replace(grammar.plain, pattern=re.compile("(?!)")))


def numbers(data: bytes) -> None:
    """Quantities stand in order in the text, are finite, and the short way reads them as the long one does."""
    text = clean(text_of(data)).text
    quick, thorough = _grammars()
    found = find_quantities(text, quick)
    assert found == find_quantities(text, thorough)
    last = 0
    for q in found:
        assert last <= q.start <= q.number_start < q.number_end <= q.end <= len(text)
        assert q.value.is_finite()
        assert q.value_max is None or q.value < q.value_max
        last = q.end
    with suppress(InputError):
        assert parse_numeral(text).is_finite()


def patterns(data: bytes) -> None:
    """A regular expression that is accepted is quick on texts made of its own characters."""
    pattern = data.decode("utf-8", "ignore")[:_LONGEST_PATTERN]
    if not pattern or fault_of(pattern):
        return
    own = re.sub(r"[][(){}|*+?\\^$.]", "", pattern)[:4] or "a"
    for period in {own, own[0], own[-1], "a", "ab"}:
        as_regex(pattern).search((period * LONGEST_CONTEXT)[:LONGEST_CONTEXT])


def packs(data: bytes) -> None:
    """A pack file is read or told about, the quick reader reads what libyaml reads, and formatting is stable."""
    problems: list[Problem] = []
    read_manifest(data, "pack.yaml", problems)
    part = read_part(data, "a.yaml", problems)
    assert all(
        problem.line > 0 and problem.text.endswith((".", "?")) and len(problem.text) < 1000
        for problem in problems
    )
    _assert_readers_agree(data)
    if part is not None and not any(p.path == "a.yaml" for p in problems):
        once = format_text(data.decode("utf-8-sig"))
        assert format_text(once) == once
        again: list[Problem] = []
        formatted = read_part(once.encode(), "a.yaml", again)
        assert not again
        assert formatted is not None
        assert sorted(e.id for e, _ in formatted.entries) == sorted(e.id for e, _ in part.entries)


def _assert_readers_agree(data: bytes) -> None:
    with suppress(UnicodeDecodeError):
        plain = reading.read_plain(data.decode("utf-8-sig"))
        if plain is not None:
            # A no-break space is not in the plain style, so the file goes to libyaml.
            slow = reading.read_yaml(b"# \xc2\xa0\n" + data.removeprefix(b"\xef\xbb\xbf"), "a.yaml")
            assert not slow.problems
            assert slow.data == plain[0]
            assert {k: [n - 1 for n in lines] for k, lines in slow.lines.items()} == plain[1]


def extraction(data: bytes) -> None:
    """The report of any text is true to it, the same twice, and comes back from JSON."""
    text = text_of(data)
    report = extract(text)
    assert_true_to(text, report)
    assert Report.model_validate(json.loads(json.dumps(report.model_dump(mode="json")))) == report
    assert extract(text) == report
    with suppress(FazhiError):
        report.checks(text)


TARGETS: Mapping[str, Target] = MappingProxyType(
    {f.__name__: f for f in (cleaning, numbers, patterns, packs, extraction)}
)
