"""Small charts, as geometry: where lines, dots and bars go; the template draws them.

An axis of values begins at zero, so that twice as high is twice as much, unless there are values below it. Values
are told by their figures; a chart only shows how they lie to each other, so coordinates may be floats.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

_WIDTH, _HEIGHT = 380, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 10, 22
_BAR, _NAME = 18, 130
_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
_MYRIADS = ((10**8, "亿"), (10**4, "万"))


@dataclass(frozen=True)
class Point:
    """A figure in a chart. `style` is a class of the style sheet, one a place; `shown` is the figure in words."""

    year: int
    value: Decimal
    style: str
    who: str
    shown: str
    link: str
    exact: bool = True
    planned: bool = False


@dataclass(frozen=True)
class Dot:
    """A point where it is drawn; a bar has a length."""

    x: float
    y: float
    point: Point
    length: float = 0


@dataclass(frozen=True)
class Chart:
    """A drawing: lines are a style, a place and SVG points; ticks are pairs of a coordinate and a label."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    lines: tuple[tuple[str, str, str], ...] = ()
    x_ticks: tuple[tuple[float, str], ...] = ()
    y_ticks: tuple[tuple[float, str], ...] = ()
    zero: float = 0


def line_chart(points: Sequence[Point]) -> Chart:
    """Years to the right, values upwards; the results of one place in successive years are joined."""
    years = sorted({p.year for p in points})
    low, high = _range(p.value for p in points)
    first, last = years[0], max(years[-1], years[0] + 1)

    def x(year: int) -> float:
        return round(_LEFT + 10 + (year - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT - 20), 1)

    def y(value: float) -> float:
        return round(_HEIGHT - _BOTTOM - (value - low) / (high - low) * (_HEIGHT - _TOP - _BOTTOM), 1)

    dots = tuple(Dot(x(p.year), y(float(p.value)), p) for p in points)
    ticks = sorted({low, 0.0, high})
    return Chart(
        *(_WIDTH, _HEIGHT, dots, tuple(_lines(dots))),
        x_ticks=tuple((x(year), str(year)) for year in years[:: math.ceil(len(years) / 7)]),
        y_ticks=tuple((y(value), axis_label(value)) for value in ticks),
        zero=y(0.0),
    )


def bar_chart(points: Sequence[Point]) -> Chart:
    """One bar a place, the longest first; for reports that are all of one year."""
    low, high = _range(p.value for p in points)
    room = _WIDTH - _NAME - 90  # the figure stands behind its bar
    zero = _NAME + room * -low / (high - low)
    ranked = sorted(points, key=lambda p: -p.value)
    dots = [
        Dot(
            round(zero + min(0.0, float(p.value)) / (high - low) * room, 1),
            n * _BAR + 4,
            p,
            round(abs(float(p.value)) / (high - low) * room, 1),
        )
        for n, p in enumerate(ranked)
    ]
    return Chart(_WIDTH, len(dots) * _BAR + 8, tuple(dots), zero=round(zero, 1))


def _lines(dots: Iterable[Dot]) -> Iterator[tuple[str, str, str]]:
    """Results of one place, joined from year to year; a year without a figure leaves a gap."""
    results = sorted((d for d in dots if not d.point.planned), key=lambda d: (d.point.who, d.point.year))
    for _, run in groupby(enumerate(results), lambda nd: (nd[1].point.who, nd[1].point.year - nd[0])):
        joined = [dot for _, dot in run]
        if len(joined) > 1:
            yield joined[0].point.style, joined[0].point.who, " ".join(f"{d.x},{d.y}" for d in joined)


def _range(values: Iterable[Decimal]) -> tuple[float, float]:
    """The ends of the axis: round numbers around all values and zero."""
    numbers = [float(value) for value in values]
    return 0.0 - _round_up(-min(numbers)), _round_up(max(numbers)) or 1.0  # 0.0 - 0.0 is no -0


def _round_up(value: float) -> float:
    """The next round number, or 0 for what is not above it.

    >>> _round_up(37), _round_up(0.6), _round_up(2400), _round_up(-3)
    (40.0, 0.6, 2500.0, 0.0)
    """
    if value <= 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    steps = (float(f"{step * power:g}") for step in _STEPS)  # 6 * 0.1 is not 0.6
    return next((step for step in steps if step >= value), 10 * power)


def axis_label(value: float) -> str:
    """A round number in few characters.

    >>> axis_label(25000), axis_label(0.5), axis_label(300)
    ('2.5万', '0.5', '300')
    """
    for size, name in _MYRIADS:
        if abs(value) >= size:
            return f"{value / size:g}{name}"
    return f"{value:g}"
