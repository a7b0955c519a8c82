"""The figures of a report as the checks see them: results only, by sentence and by what stands before.

Targets, starting values and figures per head are no part of any sum. What stands in one sentence belongs
together; figures of different years do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..records import Report, Statistic

MOST_FIGURES = 60
"""Sentences with more figures are tables or noise; they are not checked."""

FARTHEST = 30
"""How many figures before it a part may have its whole."""


@dataclass(frozen=True)
class Scene:
    """The results that a report states, in text order, and by sentence."""

    results: tuple[Statistic, ...]
    sentences: tuple[Sequence[Statistic], ...]

    @classmethod
    def of(cls, report: Report) -> Scene:
        results = tuple(s for s in report.statistics if s.status == "achieved" and not s.quantity.per)
        by_sentence: defaultdict[int, list[Statistic]] = defaultdict(list)
        for statistic in results:
            by_sentence[statistic.sentence.start].append(statistic)
        return cls(results, tuple(s for s in by_sentence.values() if len(s) <= MOST_FIGURES))

    def before(self, statistic: Statistic) -> Iterator[Statistic]:
        """The figures not far before one, in its section, the nearest first."""
        end = bisect_left(self.results, statistic.quantity.span.start, key=_start)
        near = self.results[max(0, end - FARTHEST) : end]
        return (s for s in reversed(near) if s.section == statistic.section)


def with_indicator(figures: Iterable[Statistic], indicators: Sequence[str]) -> list[Statistic]:
    """The figures that carry one of the indicators."""
    return [s for s in figures if s.indicator in indicators]


def comparable(figures: Iterable[Statistic], to: Statistic) -> Iterator[Statistic]:
    """The figures in the unit of another one, and of no other year."""
    return (
        s
        for s in figures
        if s is not to and s.quantity.unit == to.quantity.unit and _year(s) in (None, _year(to) or _year(s))
    )


def _start(statistic: Statistic) -> int:
    return statistic.quantity.span.start


def _year(statistic: Statistic) -> int | None:
    return statistic.period.year if statistic.period else None
