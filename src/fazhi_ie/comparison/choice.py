"""Choose, of all figures that a report gives for one indicator, the one that a table shows.

Targets and results are kept apart, and a figure of another year is never the result of this one. Of the
results, in this order:
1. those for the whole year come before those for a part of it or for several years (上半年, 近三年);
2. of counts the largest comes first, because a part or a single institution is never more than the whole
   (调解纠纷3584件 before 调解邻里纠纷73件);
3. exact numbers come before bounded ones and ranges (52件 before 50余件);
4. the first in the text comes first.
Where the results differ in value, bound or unit, that is marked as a conflict and all of them are listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..packs import Packs
from ..packs.alternation import any_of
from ..records import Quantity, Statistic
from .model import Cell, Figure

_RATES = ("%", "‰", "")
"""Units of rates and shares; a bare fraction has none."""


@dataclass(frozen=True)
class ChoiceRules:
    """Words of the packs that tell a part of a year."""

    part_of_year: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> ChoiceRules:
        return cls(re.compile(any_of(packs.words("comparison.part_of_year"))))


def make_cell(indicator: str, figures: Sequence[Figure], *, year: int | None, rules: ChoiceRules) -> Cell:
    """The cell of one indicator in a report on `year`, from its figures in text order."""
    results = [f for f in figures if _is_result(f.statistic, year)]
    planned = [f for f in figures if f.statistic.status == "planned"]
    told = {_value(f.statistic.quantity) for f in results}
    return Cell(
        indicator=indicator,
        figures=tuple(figures),
        chosen=_best(results, rules),
        planned=_best(planned, rules),
        rivals=tuple(results) if len(told) > 1 else (),
    )


def _is_result(statistic: Statistic, year: int | None) -> bool:
    """Whether this is a result of the year reported on, or of a time not told.

    A year still to come is that of a plan named nearby: nothing is achieved after the year reported on.
    """
    told = statistic.period.year if statistic.period else None
    return statistic.status == "achieved" and (told is None or year is None or told >= year)


def _best(figures: Sequence[Figure], rules: ChoiceRules) -> Figure | None:
    return min(figures, key=lambda figure: _rank(figure.statistic, rules), default=None)


def _rank(statistic: Statistic, rules: ChoiceRules) -> tuple[bool, Decimal, bool]:
    quantity = statistic.quantity
    size = Decimal(0) if quantity.unit in _RATES else -quantity.value
    return _is_partial(statistic, rules), size, quantity.bound != "exact" or quantity.value_max is not None


def _is_partial(statistic: Statistic, rules: ChoiceRules) -> bool:
    """Whether the time told is a part of a year, or several years, which have no number of their own."""
    period = statistic.period
    if period is None or not period.label:
        return False
    return period.year is None or rules.part_of_year.search(period.label) is not None


def _value(quantity: Quantity) -> tuple[object, ...]:
    return quantity.value, quantity.value_max, quantity.bound, quantity.unit
