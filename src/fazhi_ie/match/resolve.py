"""Decide which of overlapping mentions stand: the one written order of this library.

1. The longest mention wins (行政执法监督 over 行政执法).
2. Of equal length, a guard wins over a term: it says that here the name is part of another word.
3. Then the higher priority of the pack entry, then the one further left, then the earlier entry of the packs.

A guard that wins takes its place and yields nothing. Mentions that lose are dropped whole, never shortened.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from typing import NamedTuple


class Candidate(NamedTuple):
    """A possible mention. `entry` is the number of the pack entry, or -1 for a guard."""

    start: int
    end: int
    entry: int
    priority: int = 0

    @property
    def rank(self) -> tuple[int, bool, int, int, int]:
        return (self.start - self.end, self.entry >= 0, -self.priority, self.start, self.entry)


def resolve(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep mentions that do not overlap, best first as the module says; guards are used and then left out.

    >>> resolve([Candidate(0, 4, 0), Candidate(2, 7, 1), Candidate(9, 11, 2), Candidate(8, 11, -1)])
    [Candidate(start=2, end=7, entry=1, priority=0)]
    """
    kept: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = -1
    for candidate in sorted(candidates):
        if candidate.start >= reach and cluster:
            kept += _best_of(cluster)
            cluster = []
        cluster.append(candidate)
        reach = max(reach, candidate.end)
    return kept + _best_of(cluster)


def _best_of(cluster: list[Candidate]) -> list[Candidate]:
    """The survivors of one group of candidates that hang together by overlaps."""
    if len(cluster) == 1:
        return [c for c in cluster if c.entry >= 0]
    taken: list[Candidate] = []
    for candidate in sorted(cluster, key=lambda c: c.rank):
        place = bisect(taken, candidate)
        free_before = place == 0 or taken[place - 1].end <= candidate.start
        free_after = place == len(taken) or candidate.end <= taken[place].start
        if free_before and free_after:
            taken.insert(place, candidate)
    return [c for c in taken if c.entry >= 0]
