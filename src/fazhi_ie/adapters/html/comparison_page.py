"""The comparison page: for each indicator a small chart, a table of places and years, and every sentence behind it.

The table shows what `comparison` chose, never less than the report says: all figures of an indicator are listed
below it with their sentences, and each value leads to its own. A chart draws figures in one unit alone, and says
what it left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from ...comparison import Cell, Column, Comparison, Figure, Row
from ...comparison.views import is_exact
from ...records import Quantity
from ..table import format_quantity
from .charts import Chart, Point, bar_chart, line_chart
from .environment import environment

_COLOURS = 8
_MOST_BARS = 30


@dataclass(frozen=True)
class Quote:
    """A figure with its sentence, cut around the number; `before` is None where no text was given."""

    link: str
    row: Row
    who: str
    figure: Figure
    chosen: bool
    rival: bool
    before: str | None
    after: str

    @property
    def quantity(self) -> Quantity:
        return self.figure.statistic.quantity

    @property
    def shown(self) -> str:
        return format_quantity(self.quantity)


@dataclass(frozen=True)
class Value:
    """What stands in a cell of the table: the result of a report, its target, or a way to its other figures."""

    chosen: Quote | None
    planned: Quote | None
    other: Quote | None
    conflict: bool


@dataclass(frozen=True)
class Panel:
    """One indicator: `table` has a row a place, with the values of each of `years`."""

    column: Column
    chart: Chart | None
    left_out: int
    unit: str
    years: tuple[int | None, ...]
    table: tuple[tuple[str, str, tuple[tuple[Value, ...], ...]], ...]
    quotes: tuple[Quote, ...]


def write_comparison(stream: BinaryIO, comparison: Comparison, *, topics: Mapping[str, str]) -> None:
    """Write the page; `topics` are the names of the topics of the packs."""
    places = _places(comparison.rows)
    styles = _styles(places)
    page = environment().get_template("comparison.html.j2")
    page.stream(
        panels=(
            _panel(number, column, list(zip(comparison.rows, places, strict=True)), styles)
            for number, column in enumerate(comparison.columns)
        ),
        rows=list(zip(comparison.rows, places, strict=True)),
        columns=comparison.columns,
        styles=styles,
        topics=topics,
    ).dump(stream, encoding="utf-8")


def _places(rows: Sequence[Row]) -> list[str]:
    """Who each row speaks for: its region, or its issuers where a region has several reports on one year."""
    told = Counter((row.region.name, row.year) for row in rows if row.region)
    shared = {region for (region, _), count in told.items() if count > 1}

    def place(row: Row) -> str:
        region = row.region.name if row.region else ""
        issuers = " ".join(row.issuers)
        named = issuers or region if region in shared else region or issuers
        return named or row.source.id or "?"

    return [place(row) for row in rows]


def _styles(places: Iterable[str]) -> dict[str, str]:
    """A colour for each of the places with most reports; the others share one."""
    ranked = [place for place, _ in Counter(places).most_common()]
    return {place: f"s{n}" if n < _COLOURS else "other" for n, place in enumerate(ranked)}


def _panel(number: int, column: Column, rows: Iterable[tuple[Row, str]], styles: Mapping[str, str]) -> Panel:
    values: defaultdict[str, defaultdict[int | None, list[Value]]] = defaultdict(lambda: defaultdict(list))
    quotes: list[Quote] = []
    for row, place in rows:
        if cell := row.cell(column.indicator):
            first = len(quotes)
            quotes += (
                _quote(f"q{number}-{n}", row, place, cell, figure)
                for n, figure in enumerate(cell.figures, first)
            )
            values[place][row.year].append(_value(cell, quotes[first:]))
    years = sorted({year for by_year in values.values() for year in by_year}, key=lambda y: (y is None, y))
    every = [value for by_year in values.values() for told in by_year.values() for value in told]
    chart, left_out, unit = _chart(every, styles)
    table = tuple(
        (place, styles[place], tuple(tuple(by_year.get(year, ())) for year in years))
        for place, by_year in values.items()
    )
    return Panel(column, chart, left_out, unit, tuple(years), table, tuple(quotes))


def _quote(link: str, row: Row, who: str, cell: Cell, figure: Figure) -> Quote:
    statistic, sentence = figure.statistic, figure.sentence
    start = statistic.quantity.span.start - statistic.sentence.start
    end = statistic.quantity.span.end - statistic.sentence.start
    return Quote(
        link=link,
        row=row,
        who=who,
        figure=figure,
        chosen=figure == cell.chosen,
        rival=figure in cell.rivals,
        before=None if sentence is None else sentence[:start],
        after="" if sentence is None else sentence[end:],
    )


def _value(cell: Cell, quotes: Sequence[Quote]) -> Value:
    def of(figure: Figure | None) -> Quote | None:
        return next((quote for quote in quotes if quote.figure == figure), None)

    chosen, planned = of(cell.chosen), of(cell.planned)
    return Value(chosen, planned, None if chosen or planned else quotes[0], cell.conflict)


def _chart(values: Sequence[Value], styles: Mapping[str, str]) -> tuple[Chart | None, int, str]:
    """The chart of the results in the unit most of them have, how many it leaves out, and the unit."""
    results = [v.chosen for v in values if v.chosen]
    units = Counter(quote.quantity.unit for quote in results)
    if not units:
        return None, 0, ""
    unit = units.most_common(1)[0][0]
    fitting = [(q, year) for q in results if q.quantity.unit == unit and (year := q.row.year)]
    left_out = len(results) - len(fitting)
    if len({year for _, year in fitting}) > 1:
        targets = [(q, year) for v in values if (q := v.planned) and (year := _year_of(q))]
        points = [_point(q, year, styles) for q, year in fitting]
        points += [_point(q, year, styles, planned=True) for q, year in targets if q.quantity.unit == unit]
        return line_chart(points), left_out, unit
    longest = sorted(fitting, key=lambda drawn: -drawn[0].quantity.value)[:_MOST_BARS]
    if len(longest) < 2:
        return None, 0, unit
    return bar_chart([_point(q, year, styles) for q, year in longest]), len(results) - len(longest), unit


def _point(quote: Quote, year: int, styles: Mapping[str, str], *, planned: bool = False) -> Point:
    return Point(
        year=year,
        value=quote.quantity.value,
        style=styles[quote.who],
        who=quote.who,
        shown=quote.shown,
        link=quote.link,
        exact=is_exact(quote.figure),
        planned=planned,
    )


def _year_of(quote: Quote) -> int | None:
    """The year a target is set for, where the text tells it."""
    period = quote.figure.statistic.period
    return period.year if period else None
