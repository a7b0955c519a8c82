"""Look up every name of the packs in one pass over the text.

A thin wrapper over an Aho–Corasick automaton (`ahocorasick_rs`): it returns *all* overlapping hits, because which of
two overlapping names is meant is decided in `resolve`, by our own written order, and not by the automaton's. Time is
linear in the text and nearly independent of the number of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Hit(NamedTuple):
    """Pattern number `pattern` stands at `[start, end)`."""

    start: int
    end: int
    pattern: int


class Automaton:
    """All patterns, ready to be looked up.

    >>> list(Automaton(["行政复议", "复议委员会"]).hits("行政复议委员会"))
    [Hit(start=0, end=4, pattern=0), Hit(start=2, end=7, pattern=1)]
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._automaton = (
            AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
            if patterns
            else None
        )

    def hits(self, text: str) -> Iterator[Hit]:
        """Every occurrence of every pattern, in order of their ends."""
        if self._automaton is None:
            return
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            yield Hit(start, end, pattern)
