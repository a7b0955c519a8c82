"""Find names by rule: what reports put in quotation marks, and the type word that closes a name.

Reports put local brands in quotation marks (“码上议”, which no pack can list). A quotation is a name unless the
packs say it is a figure of speech, or its form says it is a sentence. When a type word follows — 制度, 机制, 模式,
平台 … — the name runs to its end and keeps its marks: “一企一警”服务企业制度. Separate names that share a type word
keep to their own marks: “综合查一次”“高效办成一件事”改革. A formula of numbers (1+4+X) is a name without marks when a type
word follows, and a known name takes in a prefix such as 互联网+.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from .named import KINDS, Named

_QUOTED = re.compile("[“‘]([^“”‘’\n]{1,40})[”’]")
_FORMULA = re.compile("[0-9]{1,3}(?:[+][0-9A-Z]{1,3}){1,5}(?![0-9A-Za-z+%.])")
_FIGURE = re.compile("[\u4e00-\u9fff]{3}[0-9]{2,}[\u4e00-\u9fff]")
_BARE_NUMBER = re.compile("[0-9A-Z+×.]+.?")
_INNER_QUOTES = re.compile("[“”‘’]")


@dataclass(frozen=True)
class BrandRules:
    """The words and limits of the rules, compiled from the packs."""

    type_after_quote: re.Pattern[str]
    type_after_gap: re.Pattern[str]
    type_after_term: re.Pattern[str]
    type_kinds: dict[str, str]
    prefixes: tuple[str, ...]
    closed: tuple[str, ...]
    not_names: frozenset[str]
    not_inside: re.Pattern[str]
    called: tuple[str, ...]
    not_inside_alone: re.Pattern[str]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]

    @classmethod
    def from_packs(cls, packs: Packs) -> BrandRules:
        type_kinds = {w: kind for kind in KINDS for w in packs.words(f"brand.type.{kind}")}
        types = any_of(type_kinds)
        closers = any_of(packs.words("brand.type_continues"))
        far = any_of(packs.words("brand.type_after_gap"))
        gap = f"(?:(?!{any_of(packs.words('brand.gap_stops'))})[\u4e00-\u9fff]){{1,8}}?"
        return cls(
            type_after_quote=re.compile(f"{types}{{0,2}}({types})(?!{closers})"),
            type_after_gap=re.compile(f"{gap}({far})(?!{closers})"),
            type_after_term=re.compile(f"({any_of(packs.words('brand.type_after_term'))})(?!{closers})"),
            type_kinds=type_kinds,
            closed=packs.words("brand.closed"),
            prefixes=packs.words("brand.prefixes"),
            not_names=frozenset(packs.words("brand.not_names")),
            not_inside=re.compile(any_of(packs.words("brand.not_inside"))),
            called=packs.words("brand.called"),
            not_inside_alone=re.compile(any_of(packs.words("brand.not_inside_alone"))),
            not_before=packs.words("brand.not_before"),
            not_after=packs.words("brand.not_after"),
        )


def find_named(text: str, known: list[tuple[int, int]], rules: BrandRules) -> list[Named]:
    """Names by rule in the clean text; `known` are the spans of names that packs have found, in order."""
    ends_at = {end: start for start, end in known}
    exact = set(known)
    found = []
    for quoted in _QUOTED.finditer(text):
        named = _with_type(text, quoted, ends_at, rules) or _brand(text, quoted, exact, rules)
        if named:
            found.append(named)
    for formula in _FORMULA.finditer(text):
        starts_number = formula.start() == 0 or text[formula.start() - 1] not in "0123456789.+"
        if starts_number and (named := _closed(text, *formula.span(), ends_at, rules)):
            found.append(named)
    for start, end in known:
        if named := _term_with_type(text, start, end, rules) or _prefixed(text, start, end, rules):
            found.append(named)
    return found


def _with_type(text: str, quoted: re.Match[str], ends_at: dict[int, int], rules: BrandRules) -> Named | None:
    """A quotation closed by a type word, with the known name right in front of it if there is one."""
    start, end = quoted.span()
    if (
        (start and text[start - 1] in "”’")
        or quoted[1] in rules.not_names
        or rules.not_inside.search(quoted[1])
    ):
        return None
    return _closed(text, start, end, ends_at, rules)


def _closed(text: str, start: int, end: int, ends_at: dict[int, int], rules: BrandRules) -> Named | None:
    """What stands at `[start, end)`, from the known name in front of it to the type word that follows."""
    type_word = rules.type_after_quote.match(text, end) or rules.type_after_gap.match(text, end)
    if type_word is None:
        return None
    return _named(text, ends_at.get(start, start), type_word, rules)


def _term_with_type(text: str, start: int, end: int, rules: BrandRules) -> Named | None:
    """A known name followed by a type word: a longer name that no pack has to list."""
    type_word = rules.type_after_term.match(text, end)
    if type_word is None or text.endswith(rules.closed, start, end):
        return None
    return _named(text, start, type_word, rules)


def _named(text: str, start: int, type_word: re.Match[str], rules: BrandRules) -> Named:
    name = _INNER_QUOTES.sub("", text[start : type_word.end()])
    return Named(start, type_word.end(), name, rules.type_kinds.get(type_word[1], "system"))


def _prefixed(text: str, start: int, end: int, rules: BrandRules) -> Named | None:
    """A known name with a prefix in front: 互联网+督查."""
    if not text.endswith(rules.prefixes, 0, start):
        return None
    begin = start - max(len(p) for p in rules.prefixes if text.endswith(p, 0, start))
    return Named(begin, end, text[begin:end], "mechanism")


def _brand(text: str, quoted: re.Match[str], exact: set[tuple[int, int]], rules: BrandRules) -> Named | None:
    """A quotation that is a name of its own: not a figure of speech, not a sentence, not a single character."""
    inner = quoted[1]
    start, end = quoted.span(1)
    if (start, end) in exact or len(inner) < 2 or inner in rules.not_names or rules.not_inside.search(inner):
        return None
    if _BARE_NUMBER.fullmatch(inner) or _FIGURE.search(inner):
        return None
    if not text.startswith(rules.called, quoted.end()) and (
        rules.not_inside_alone.search(inner)
        or text.startswith(rules.not_after, quoted.end())
        or text.endswith(rules.not_before, 0, quoted.start())
    ):
        return None
    return Named(start, end, inner, "brand")
