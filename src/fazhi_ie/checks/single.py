"""What is wrong with a figure by itself, or with two that should be one.

A rate of a part (满意率, 办结率) above 100 % cannot be, one of growth or of a plan fulfilled can; a range
runs upwards; and of some indicators a report has one value a year, however often it tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..packs.model import Relation
from ..records import Report, Statistic
from .model import Check
from .rules import CheckRules
from .values import named, values_of


def check_limits(report: Report, rules: CheckRules) -> Iterator[Check]:
    """Rates above 100 %, and ranges that run downwards."""
    for statistic in report.statistics:
        quantity = statistic.quantity
        if quantity.unit == "%" and quantity.value > 100 and _is_limited(statistic, rules):
            yield Check(
                code="FZ404",
                relation=None,
                message=f"{named(statistic)} is a rate above 100%, which cannot be.",
                spans=(quantity.span,),
            )
        if quantity.value_max is not None and quantity.value_max < quantity.value:
            yield Check(
                code="FZ405",
                relation=None,
                message=f"{named(statistic)} is a range whose upper end is below its lower end.",
                spans=(quantity.span,),
            )


def _is_limited(statistic: Statistic, rules: CheckRules) -> bool:
    measure = statistic.measure
    return rules.limited.search(measure) is not None and rules.change.search(measure) is None


def check_repetitions(report: Report, rules: CheckRules) -> Iterator[Check]:
    """Indicators with one value a year to which the report gives two that do not go together."""
    for relation in rules.relations:
        if relation.check == "once":
            for indicator in relation.figures:
                yield from _once(report, indicator, relation)


def _once(report: Report, indicator: str, relation: Relation) -> Iterator[Check]:
    figures = [s for s in report.statistics if s.indicator == indicator and s.status == "achieved"]
    differ = [pair for pair in combinations(figures[:10], 2) if _disagree(*pair)]
    if differ:
        first, second = differ[0]
        yield Check(
            code="FZ406",
            relation=relation.id,
            message=f"{indicator} is given twice: {named(first)}, but {named(second)}.",
            spans=(second.quantity.span, first.quantity.span),
        )


def _disagree(first: Statistic, second: Statistic) -> bool:
    """Whether two figures in one unit and for one year have no value in common."""
    if first.quantity.unit != second.quantity.unit or _year(first) != _year(second):
        return False
    return not values_of(first.quantity).meets(values_of(second.quantity))


def _year(statistic: Statistic) -> int | None:
    return statistic.period.year if statistic.period else None
