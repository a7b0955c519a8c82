"""The figures of a report as the checks see them: results only, by sentence and by section.

Targets, starting values and figures per head are no part of any sum. What stands in one sentence belongs
together; figures of different years do not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..records import Report, Statistic

MOST_FIGURES = 60
"""Sentences with more figures are tables or noise; they are not checked."""


@dataclass(frozen=True)
class Scene:
    """The results that a report states, grouped by where they stand."""

    sentences: tuple[Sequence[Statistic], ...]
    sections: dict[str | None, list[Statistic]]

    @classmethod
    def of(cls, report: Report) -> Scene:
        results = [s for s in report.statistics if s.status == "achieved" and not s.quantity.per]
        by_sentence: defaultdict[int, list[Statistic]] = defaultdict(list)
        by_section: defaultdict[str | None, list[Statistic]] = defaultdict(list)
        for statistic in results:
            by_sentence[statistic.sentence.start].append(statistic)
            by_section[statistic.section].append(statistic)
        short = (figures for figures in by_sentence.values() if len(figures) <= MOST_FIGURES)
        return cls(tuple(short), dict(by_section))


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


def _year(statistic: Statistic) -> int | None:
    return statistic.period.year if statistic.period else None
