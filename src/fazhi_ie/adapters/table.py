"""A report as a table to read in a terminal: header, statistics, terms by topic, citations.

Shows what a person checks first and leaves out offsets. Wide terminals get a column a field; narrow ones fold
period and indicator under the measure. Control characters of the text are never passed on to the terminal.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from ..records import Citation, Quantity, Report, Statistic, TermMention

_WIDE = 110
_BOUND_SIGNS = {"exact": "", "over": ">", "under": "<", "about": "≈", "at_least": "≥", "at_most": "≤"}
_STATUS_STYLES = {"achieved": "green", "planned": "yellow", "baseline": "cyan"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class ReportTable:
    """A view of one report, as wide as it is printed: `rich.console.Console().print(ReportTable(report))`."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        report = self.report
        yield _header(report)
        if report.statistics:
            yield _statistics(report, wide=options.max_width >= _WIDE)
        if report.terms:
            yield _terms(report.terms)
        if report.citations:
            yield _citations(report.citations)


def _plain(text: str, style: str = "") -> Text:
    """Text of a report as it is: no markup is read in it, and no control character reaches the terminal."""
    return Text(_CONTROL.sub(" ", text), style=style)


def _table(title: str) -> Table:
    return Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        expand=True,
        pad_edge=False,
    )


def _header(report: Report) -> RenderableType:
    region = report.region
    place = " ".join(filter(None, (region.name, region.level, region.code))) if region else None
    facts = {
        "issuers": ", ".join(issuer.name for issuer in report.issuers),
        "region": place,
        "year": str(report.year or ""),
        "number": report.document_number,
        "issued on": str(report.issued_on or ""),
        "source": report.source.id,
        "found": f"{len(report.statistics)} statistics, {len(report.terms)} mentions of terms, "
        f"{len(report.citations)} citations, {len(report.sections)} sections",
    }
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for name, value in facts.items():
        if value:
            grid.add_row(name, _plain(value))
    title = _plain(report.title or "(no title found)", style="bold")
    return Panel(grid, title=title, title_align="left", border_style="blue")


def _statistics(report: Report, *, wide: bool) -> Table:
    """Statistics in text order; when narrow, the indicator stands under its measure, without period."""
    places = _section_labels(report)
    table = _table("Statistics")
    table.add_column("measure", ratio=1, overflow="fold")
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("status", no_wrap=True)
    if wide:
        table.add_column("period", max_width=12, overflow="fold")
        table.add_column("indicator", style="blue", no_wrap=True)
    table.add_column("section", style="dim", no_wrap=True)
    for statistic in report.statistics:
        table.add_row(*_statistic_cells(statistic, places.get(statistic.section, ""), wide=wide))
    return table


def _statistic_cells(statistic: Statistic, place: str, *, wide: bool) -> list[Text]:
    measure, indicator = _plain(statistic.measure), statistic.indicator or ""
    value = _plain(format_quantity(statistic.quantity), style="bold")
    status = Text(statistic.status, style=_STATUS_STYLES[statistic.status])
    if wide:
        period = _plain(statistic.period.label if statistic.period else "")
        return [measure, value, status, period, Text(indicator), _plain(place)]
    if indicator:
        measure.append(f"\n{indicator}", style="blue")
    return [measure, value, status, _plain(place)]


def _terms(terms: Iterable[TermMention]) -> Table:
    """Names with how often each is mentioned, by topic, the most frequent first."""
    by_topic: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in terms:
        by_topic[mention.topic or mention.kind][mention.name] += 1
    table = _table("Terms")
    table.add_column("topic", no_wrap=True)
    table.add_column("mentions", justify="right")
    table.add_column("terms", ratio=1, overflow="fold")
    for topic, names in sorted(by_topic.items(), key=lambda item: (-item[1].total(), item[0])):
        listed = "  ".join(f"{name} {count}" if count > 1 else name for name, count in names.most_common())
        table.add_row(Text(topic, style="magenta"), str(names.total()), _plain(listed))
    return table


def _citations(citations: Iterable[Citation]) -> Table:
    table = _table("Citations")
    table.add_column("title", ratio=1, overflow="fold")
    table.add_column("number", overflow="fold")
    table.add_column("article", no_wrap=True)
    table.add_column("kind", style="dim", no_wrap=True)
    counted = Counter((c.title, c.document_number or "", c.article or "", c.kind) for c in citations)
    for (title, number, article, kind), count in counted.items():
        times = f" ×{count}" if count > 1 else ""
        table.add_row(_plain(f"{title}{times}"), _plain(number), _plain(article), Text(kind))
    return table


def _section_labels(report: Report) -> dict[str | None, str]:
    """The place of each section as its numbers, outermost first: `一.二.1`."""
    labels: dict[str | None, str] = {None: ""}
    for section in report.sections:
        own = section.number.strip("、，.．（）()〔〕 ")
        parent = labels.get(section.parent, "")
        labels[section.id] = f"{parent}.{own}" if parent and own else parent or own
    return labels


def format_quantity(quantity: Quantity) -> str:
    """Write a quantity for people: `≥ 98%`, `3–5 件`, `2 次 / 周`."""
    number = _number(quantity.value)
    if quantity.value_max is not None:
        number += f"–{_number(quantity.value_max)}"
    amount = f"{number}%" if quantity.unit == "%" else f"{number} {quantity.unit}"
    per = f"/ {quantity.per}" if quantity.per else ""
    return " ".join(filter(None, (_BOUND_SIGNS[quantity.bound], amount.strip(), per)))


def _number(value: Decimal) -> str:
    return f"{value.normalize():,f}"
