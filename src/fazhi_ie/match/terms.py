"""Find the terms of the field: names from packs, names with a type word, and local brands.

Three sources, one resolver:
1. names and variants of the packs, looked up without regard to quotation marks;
2. a quoted name closed by a type word (“一企一警”服务企业制度), and a pack name followed by one (述法 + 制度);
3. quoted names that no pack knows: local brands (see `brands`).
What stands inside 《》 belongs to the citation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs
from ..packs.alternation import any_of
from .automaton import Automaton
from .brands import BrandRules, find_named
from .formed import FormRules, find_formed
from .keytext import KeyText, without_marks
from .named import Named
from .resolve import Candidate, resolve


class TermMatch(NamedTuple):
    """A mention in the clean text. `id` is None for names found by rule."""

    start: int
    end: int
    id: str | None
    name: str
    kind: str
    topic: str | None


@dataclass(frozen=True)
class TermMatcher:
    """The term packs, compiled: build once, use on any number of texts."""

    automaton: Automaton
    patterns: tuple[tuple[int, int], ...]
    """For each pattern of the automaton the number of its term and the priority; -1 and 0 for guards."""
    terms: tuple[tuple[str, str, str, str | None], ...]
    """Id, name, kind and topic."""
    brands: BrandRules
    forms: FormRules
    organ: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> TermMatcher:
        """Compile the names, variants and guards of all active terms."""
        spellings = {without_marks(guard): (-1, 0) for term in packs.terms for guard in term.guards}
        for number, term in enumerate(packs.terms):
            for name in (term.name, *term.variants):
                spellings[without_marks(name)] = number, term.priority
        return cls(
            Automaton(list(spellings)),
            tuple(spellings.values()),
            tuple((term.id, term.name, term.kind, term.topic or None) for term in packs.terms),
            BrandRules.from_packs(packs),
            FormRules.from_packs(packs),
            re.compile(
                f"{any_of(packs.words('brand.organ_endings'))}"
                f"(?!{any_of(packs.words('brand.organ_endings_continue'))})"
            ),
        )

    def find(self, text: str, *, citations: Sequence[tuple[int, int]] = ()) -> list[TermMatch]:
        """All mentions in the clean text, in order, without overlaps; none inside `citations`."""
        outside = _Outside(citations)
        known = resolve(self._candidates(KeyText(_blanked(text, citations))))
        named = find_named(text, [(c.start, c.end) for c in known], self.brands)
        named += find_formed(text, {c.end for c in known}, self.forms)
        matches = [TermMatch(c.start, c.end, *self.terms[c.entry]) for c in known]
        by_rule = [_from_rule(n) for n in named if outside.holds(n.start, n.end)]
        return _longest(matches + by_rule) if by_rule else matches

    def _candidates(self, key: KeyText) -> list[Candidate]:
        """Names and guards of the packs; none that only begins the name of an office (信访局)."""
        found = []
        for pattern, start, end in self.automaton.hits(key.text):
            span = key.to_clean(start, end)
            if span is not None and not self.organ.match(key.text, end):
                found.append(Candidate(*span, *self.patterns[pattern]))
        return found


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text, as long as before, with nothing left to find in the spans."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += text[position:start], "\n" * (end - start)
        position = end
    return "".join((*pieces, text[position:]))


def _from_rule(named: Named) -> TermMatch:
    return TermMatch(named.start, named.end, None, named.name, named.kind, None)


def _longest(matches: list[TermMatch]) -> list[TermMatch]:
    """Known names and names by rule together: again the longest stands; a known one before a ruled one."""
    kept = resolve(Candidate(m.start, m.end, number, 1 if m.id else 0) for number, m in enumerate(matches))
    return [matches[c.entry] for c in kept]


class _Outside:
    """Tells whether a span lies outside all of some sorted, disjoint spans."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def holds(self, start: int, end: int) -> bool:
        before = bisect_right(self._starts, end - 1)
        return before == 0 or self._ends[before - 1] <= start
