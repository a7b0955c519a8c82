"""A comparison as rows of plain values: wide (a row a report), long (a row a figure), and the conflicts.

Files and data frames are written from these, so that all of them say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .model import Comparison, Figure, Row

PlainRow = dict[str, Any]
_SPACE = re.compile(r"\s+")

IDENTITY = ("source", "region", "code", "level", "year", "issuers")
"""The columns that say which report a row is about."""

_AMOUNT = ("value", "value_max", "unit", "bound")
_PLACE = ("text", "start", "end", "sentence_start", "sentence_end", "sentence")

LONG = (
    *(*IDENTITY, "indicator", "name"),
    *(*_AMOUNT, "status", "period_year", "period", "measure"),
    *(*_PLACE, "chosen", "conflict"),
)
"""The columns of the long view."""

CONFLICTS = ("source", "region", "year", "indicator", "name", "chosen", *_AMOUNT, "measure", *_PLACE)
"""The columns of the conflicts."""


def wide(comparison: Comparison) -> list[PlainRow]:
    """A row a report: its identity, the chosen value of each indicator, and the indicators in conflict."""
    return [_wide_row(row, comparison) for row in comparison.rows]


def _wide_row(row: Row, comparison: Comparison) -> PlainRow:
    values = {cell.indicator: cell.value for cell in row.cells}
    inexact = [cell.indicator for cell in row.cells if cell.chosen and not is_exact(cell.chosen)]
    return (
        identity(row)
        | {column.indicator: values.get(column.indicator) for column in comparison.columns}
        | {
            "not_exact": " ".join(inexact),
            "conflicts": " ".join(cell.indicator for cell in row.cells if cell.conflict),
        }
    )


def is_exact(figure: Figure) -> bool:
    """Whether the number is given as it is, neither bounded nor as a range."""
    quantity = figure.statistic.quantity
    return quantity.bound == "exact" and quantity.value_max is None


def long(comparison: Comparison) -> list[PlainRow]:
    """A row a figure, in the order of rows, columns and text."""
    return list(_figures(comparison))


def conflicts(comparison: Comparison) -> list[PlainRow]:
    """A row for each of the results that differ within a report; `chosen` marks the one a table shows."""
    return [{name: found[name] for name in CONFLICTS} for found in _figures(comparison) if found["conflict"]]


def _figures(comparison: Comparison) -> Iterator[PlainRow]:
    names = {column.indicator: column.name for column in comparison.columns}
    for row in comparison.rows:
        about = identity(row)
        for cell in row.cells:
            rivals = {rival.statistic.quantity.span.start for rival in cell.rivals}
            for figure in cell.figures:
                place = {"indicator": cell.indicator, "name": names[cell.indicator]}
                part = {
                    "chosen": figure == cell.chosen,
                    "conflict": figure.statistic.quantity.span.start in rivals,
                }
                yield about | place | _statistic(figure) | part


def identity(row: Row) -> PlainRow:
    """Which report a row is about, by the names of `IDENTITY`."""
    region = row.region
    return {
        "source": row.source.id,
        "region": region.name if region else None,
        "code": region.code if region else None,
        "level": region.level if region else None,
        "year": row.year,
        "issuers": " ".join(row.issuers) or None,
    }


def _statistic(figure: Figure) -> PlainRow:
    statistic = figure.statistic
    quantity, period = statistic.quantity, statistic.period
    return {
        "value": quantity.value,
        "value_max": quantity.value_max,
        "unit": quantity.unit,
        "bound": quantity.bound,
        "status": statistic.status,
        "period_year": period.year if period else None,
        "period": period.label if period else None,
        "measure": statistic.measure,
        "text": quantity.text,
        "start": quantity.span.start,
        "end": quantity.span.end,
        "sentence_start": statistic.sentence.start,
        "sentence_end": statistic.sentence.end,
        "sentence": figure.sentence and _SPACE.sub(" ", figure.sentence).strip(),
    }
