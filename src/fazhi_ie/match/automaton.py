"""Look up every name of the packs in one pass over the text.

A thin wrapper over an Aho–Corasick automaton (`ahocorasick_rs`): it returns *all* overlapping hits, because which of
two overlapping names is meant is decided in `resolve`, by our own written order, and not by the automaton's. Time is
linear in the text and nearly independent of the number of names.
"""

from __future__ import annotations

from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

Hit = tuple[int, int, int]
"""A pattern's number, and where it starts and ends. Plain tuples as they come: there are thousands of them."""


class Automaton:
    """All patterns, ready to be looked up.

    >>> Automaton(["行政复议", "复议委员会"]).hits("行政复议委员会")
    [(0, 0, 4), (1, 2, 7)]
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._automaton = (
            AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
            if patterns
            else None
        )

    def hits(self, text: str) -> list[Hit]:
        """Every occurrence of every pattern, in order of their ends."""
        return self._automaton.find_matches_as_indexes(text, overlapping=True) if self._automaton else []
