"""Find the terms of the field: names from packs, names with a type word, and local brands.

Three sources, one resolver:
1. names and variants of the packs, looked up without regard to quotation marks;
2. a quoted name closed by a type word (“一企一警”服务企业制度), and a pack name followed by one (述法 + 制度);
3. quoted names that no pack knows: local brands (see `brands`).
What stands inside 《》 belongs to the citation.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs
from ..packs.model import Term
from .automaton import Automaton
from .brands import BrandRules, Named, find_named
from .keytext import KeyText
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
    patterns: tuple[int, ...]
    terms: tuple[Term, ...]
    brands: BrandRules

    @classmethod
    def from_packs(cls, packs: Packs) -> TermMatcher:
        """Compile the names, variants and guards of all active terms."""
        spellings = {KeyText(guard).text: -1 for term in packs.terms for guard in term.guards}
        for number, term in enumerate(packs.terms):
            for name in (term.name, *term.variants):
                spellings[KeyText(name).text] = number
        return cls(
            Automaton(list(spellings)), tuple(spellings.values()), packs.terms, BrandRules.from_packs(packs)
        )

    def find(self, text: str, *, citations: Sequence[tuple[int, int]] = ()) -> list[TermMatch]:
        """All mentions in the clean text, in order, without overlaps; none inside `citations`."""
        outside = _Outside(citations)
        key = KeyText(text)
        known = resolve(c for c in self._candidates(key) if outside.holds(c.start, c.end))
        named = find_named(text, [(c.start, c.end) for c in known], self.brands)
        matches = [self._known(c) for c in known] + [
            _from_rule(n) for n in named if outside.holds(n.start, n.end)
        ]
        return _longest(matches)

    def _candidates(self, key: KeyText) -> list[Candidate]:
        patterns, terms = self.patterns, self.terms
        found = []
        for start, end, pattern in self.automaton.hits(key.text):
            span = key.to_clean(start, end)
            if span is not None:
                entry = patterns[pattern]
                found.append(Candidate(*span, entry, terms[entry].priority if entry >= 0 else 0))
        return found

    def _known(self, candidate: Candidate) -> TermMatch:
        term = self.terms[candidate.entry]
        return TermMatch(candidate.start, candidate.end, term.id, term.name, term.kind, term.topic or None)


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
