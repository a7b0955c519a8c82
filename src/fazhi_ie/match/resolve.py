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


def _rank(c: Candidate) -> tuple[int, bool, int, int, int]:
    return (c.start - c.end, c.entry >= 0, -c.priority, c.start, c.entry)


def _place(c: Candidate) -> tuple[int, int]:
    return c.start, -c.end


def resolve(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep mentions that do not overlap, best first as the module says; guards are used and then left out.

    >>> resolve([Candidate(0, 4, 0), Candidate(2, 7, 1), Candidate(9, 11, 2), Candidate(8, 11, -1)])
    [Candidate(start=2, end=7, entry=1, priority=0)]
    """
    kept: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = -1
    for candidate in sorted(candidates, key=_place):
        if candidate.start >= reach:
            kept += _best_of(cluster, reach)
            cluster, reach = [candidate], candidate.end
        else:
            cluster.append(candidate)
            reach = max(reach, candidate.end)
    return [c for c in kept + _best_of(cluster, reach) if c.entry >= 0]


def _best_of(cluster: list[Candidate], reach: int) -> list[Candidate]:
    """The survivors of one group of candidates that hang together by overlaps, up to `reach`."""
    if len(cluster) < 2 or (cluster[0].end == reach and _place(cluster[0]) != _place(cluster[1])):
        return cluster[:1]  # alone, or with all others inside it
    taken: list[Candidate] = []
    for candidate in sorted(cluster, key=_rank):
        place = bisect(taken, candidate)
        free_before = place == 0 or taken[place - 1].end <= candidate.start
        free_after = place == len(taken) or candidate.end <= taken[place].start
        if free_before and free_after:
            taken.insert(place, candidate)
    return taken
