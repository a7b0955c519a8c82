"""Find names by rule: what reports put in quotation marks, and the type word that closes a name.

Reports put local brands in quotation marks (“码上议”, which no pack can list). A quotation is a name unless the
packs say it is a figure of speech, or its form says it is a sentence. When a type word follows — 制度, 机制, 模式,
平台 … — the name runs to its end and keeps its marks: “一企一警”服务企业制度. Separate names that share a type word
keep to their own marks: “综合查一次”“高效办成一件事”改革.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs

_KINDS = ("system", "mechanism", "institution", "campaign", "activity", "role", "guidance")
_QUOTED = re.compile("[“‘]([^“”‘’\n]{1,40})[”’]")
_BARE_NUMBER = re.compile("[0-9A-Z+×.]+.?")
_INNER_QUOTES = re.compile("[“”‘’]")


class Named(NamedTuple):
    """A name found by rule, in the clean text."""

    start: int
    end: int
    name: str
    kind: str


@dataclass(frozen=True)
class BrandRules:
    """The words and limits of the rules, compiled from the packs."""

    type_after_quote: re.Pattern[str]
    type_after_gap: re.Pattern[str]
    type_after_term: re.Pattern[str]
    type_kinds: dict[str, str]
    not_names: frozenset[str]
    not_inside: re.Pattern[str]
    not_inside_alone: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> BrandRules:
        type_kinds = {w: kind for kind in _KINDS for w in packs.words(f"brand.type.{kind}")}
        closers = _alternatives(packs.words("brand.type_continues"))
        far = _alternatives(packs.words("brand.type_after_gap"))
        gap = f"(?:(?!{_alternatives(packs.words('brand.gap_stops'))})[\u4e00-\u9fff]){{1,8}}?"
        return cls(
            type_after_quote=re.compile(f"({_alternatives(type_kinds)})(?!{closers})"),
            type_after_gap=re.compile(f"{gap}({far})(?!{closers})"),
            type_after_term=re.compile(
                f"({_alternatives(packs.words('brand.type_after_term'))})(?!{closers})"
            ),
            type_kinds=type_kinds,
            not_names=frozenset(packs.words("brand.not_names")),
            not_inside=re.compile(_alternatives(packs.words("brand.not_inside"))),
            not_inside_alone=re.compile(_alternatives(packs.words("brand.not_inside_alone"))),
            not_before=re.compile(f"(?:{_alternatives(packs.words('brand.not_before'))})$"),
            not_after=re.compile(_alternatives(packs.words("brand.not_after"))),
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
    found += [n for start, end in known if (n := _term_with_type(text, start, end, rules))]
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
    type_word = rules.type_after_quote.match(text, end) or rules.type_after_gap.match(text, end)
    if type_word is None:
        return None
    start = ends_at.get(start, start)
    name = _INNER_QUOTES.sub("", text[start : type_word.end()])
    return Named(start, type_word.end(), name, rules.type_kinds.get(type_word[1], "system"))


def _term_with_type(text: str, start: int, end: int, rules: BrandRules) -> Named | None:
    """A known name followed by a type word: a longer name that no pack has to list."""
    type_word = rules.type_after_term.match(text, end)
    if type_word is None:
        return None
    name = _INNER_QUOTES.sub("", text[start : type_word.end()])
    return Named(start, type_word.end(), name, rules.type_kinds.get(type_word[1], "system"))


def _brand(text: str, quoted: re.Match[str], exact: set[tuple[int, int]], rules: BrandRules) -> Named | None:
    """A quotation that is a name of its own: not a figure of speech, not a sentence, not a single character."""
    inner = quoted[1]
    start, end = quoted.span(1)
    if (start, end) in exact or len(inner) < 2 or inner in rules.not_names:
        return None
    if (
        rules.not_inside.search(inner)
        or rules.not_inside_alone.search(inner)
        or _BARE_NUMBER.fullmatch(inner)
    ):
        return None
    if rules.not_after.match(text, quoted.end()):
        return None
    if rules.not_before.search(text, max(0, quoted.start() - 12), quoted.start()):
        return None
    return Named(start, end, inner, "brand")


def _alternatives(words: object) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"  # type: ignore[call-overload]
