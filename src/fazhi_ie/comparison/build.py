"""Lay reports side by side: a row a report, a column an indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..errors import InputError
from ..extractor import DEFAULT_PACKS, PackNames
from ..packs import Packs, load_packs
from ..records import Report
from ..sources import require_own_text
from .choice import ChoiceRules, make_cell
from .model import Cell, Column, Comparison, Figure, Row


def compare(
    reports: Iterable[Report],
    *,
    texts: Iterable[str] | None = None,
    packs: PackNames = DEFAULT_PACKS,
    all_indicators: bool = False,
) -> Comparison:
    """Compare the indicators of reports, one row a report, sorted by region and year.

    With `texts`, those the reports were extracted from, in the same order, every figure carries its sentence.
    `packs` says which indicators there are and in which order; `all_indicators` keeps the columns that no
    report fills. Raises `InputError` when something is not a report, or a text is not its report's.

    >>> from fazhi_ie import extract
    >>> texts = ["2023年，云溪县收到行政复议申请52件。", "2024年，云溪县收到行政复议申请61件。"]
    >>> comparison = compare(map(extract, texts), texts=texts)
    >>> [row["reconsideration.applications"] for row in comparison.table()]
    [Decimal('52'), Decimal('61')]
    """
    loaded = load_packs(packs)
    rules = ChoiceRules.from_packs(loaded)
    columns = _columns(loaded)
    rows = [_row(report, text, rules, columns) for report, text in _with_texts(reports, texts)]
    used = {cell.indicator for row in rows for cell in row.cells}
    return Comparison(
        columns=tuple(c for id, c in columns.items() if all_indicators or id in used),
        rows=tuple(sorted(rows, key=_place_and_year)),
    )


def _columns(packs: Packs) -> dict[str, Column]:
    return {
        i.id: Column(indicator=i.id, name=i.name, topic=i.topic, definition=i.definition, source=i.source)
        for i in packs.indicators
    }


def _with_texts(
    reports: Iterable[Report], texts: Iterable[str] | None
) -> Iterator[tuple[Report, str | None]]:
    if isinstance(reports, Report):
        raise InputError("FZ120", "compare() was given one report; give a list of reports, such as [report].")
    if texts is None:
        yield from ((_report(report), None) for report in reports)
        return
    try:
        for report, text in zip(reports, texts, strict=True):
            require_own_text(_report(report), text)
            yield report, text
    except ValueError as error:
        raise InputError(
            "FZ122", "compare() was given more reports than texts, or fewer; give one text for each report."
        ) from error


def _report(value: object) -> Report:
    if isinstance(value, Report):
        return value
    raise InputError(
        "FZ120",
        f"compare() was given {type(value).__name__} for a report; make reports with extract() first.",
    )


def _row(report: Report, text: str | None, rules: ChoiceRules, columns: dict[str, Column]) -> Row:
    return Row(
        source=report.source,
        title=report.title,
        issuers=tuple(issuer.name for issuer in report.issuers),
        region=report.region,
        year=report.year,
        cells=tuple(_cells(report, text, rules, columns)),
    )


def _cells(
    report: Report, text: str | None, rules: ChoiceRules, columns: dict[str, Column]
) -> Iterator[Cell]:
    """The cells in the order of the columns; an indicator that no pack has gets a column at the end."""
    figures: defaultdict[str, list[Figure]] = defaultdict(list)
    for statistic in report.statistics:
        if statistic.indicator:
            span = statistic.sentence
            sentence = None if text is None else text[span.start : span.end]
            figures[statistic.indicator].append(Figure(statistic=statistic, sentence=sentence))
    for id in sorted(figures.keys() - columns.keys()):
        columns[id] = Column(indicator=id, name=id)
    for id in columns:
        if id in figures:
            yield make_cell(id, figures[id], year=report.year, rules=rules)


def _place_and_year(row: Row) -> tuple[bool, str, str, int, str]:
    """Places with a code first, in the order of the standard; then by name, year and source."""
    region = row.region
    code = region.code if region else None
    return code is None, code or "", region.name if region else "", row.year or 0, row.source.id or ""
