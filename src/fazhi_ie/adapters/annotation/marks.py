"""Marks: records as an annotator sees them, a label on a piece of text with a few attributes.

Every annotation tool knows labelled spans; marks are what all formats are written from and read into.

    label                    marks                              attributes
    Quantity                 the number with its unit           value, value_max, unit, per, bound, status,
                                                                measure, indicator
    Guidance, System, …      a term, labelled by its kind
    Document, Media          a citation with its 《》             number, article
    Heading1, Heading2, …    a heading without its number       kind

An attribute that is not there was not annotated; an empty one says that there is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources

from pydantic import Field

from ...records import Citation, Record, Report, Section, Span, Statistic, TermMention
from ...sources import require_own_text


class Label(Record):
    """How a label is shown: its layer, its name for Chinese annotators, its colour."""

    layer: str
    name: str
    color: str


class Mark(Record):
    """A label on a piece of text; most have one fragment, and only brat can make several."""

    label: str
    fragments: tuple[Span, ...]
    attributes: dict[str, str] = Field(default_factory=dict)

    @property
    def start(self) -> int:
        """Where the first fragment begins."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Where the last fragment ends."""
        return self.fragments[-1].end

    def text_in(self, text: str) -> str:
        """The marked text, its fragments put together."""
        return "".join(text[f.start : f.end] for f in self.fragments)


class MarkedText(Record):
    """A text with its marks, in text order."""

    id: str
    text: str
    marks: tuple[Mark, ...]


@cache
def labels() -> Mapping[str, Label]:
    """All labels that marks may have, and those that doccano has for a status besides."""
    file = resources.files(__package__).joinpath("labels.json")
    return {name: Label(**values) for name, values in json.loads(file.read_text("utf-8")).items()}


def mark_report(report: Report, text: str) -> MarkedText:
    """Turn the records of a report into marks; `text` is the text it was extracted from.

    >>> from fazhi_ie import extract
    >>> from fazhi_ie.adapters.annotation import mark_report
    >>> text = "全年受理行政复议申请36件。"
    >>> marked = mark_report(extract(text, id="a.txt"), text)
    >>> [(mark.label, mark.text_in(text)) for mark in marked.marks]
    [('Activity', '行政复议'), ('Quantity', '36件')]
    """
    require_own_text(report, text)
    return MarkedText(id=report.source.id or "report", text=text, marks=in_order(_marks(report, text)))


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in text order; of those that begin together the shorter first."""
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.label)))


def _marks(report: Report, text: str) -> Iterator[Mark]:
    yield from (_heading(section, text) for section in report.sections if section.heading)
    yield from map(_term, report.terms)
    yield from map(_quantity, report.statistics)
    yield from map(_citation, report.citations)


def _heading(section: Section, text: str) -> Mark:
    start = text.index(section.heading, section.span.start + len(section.number))
    span = Span(start=start, end=start + len(section.heading))
    return Mark(label=f"Heading{section.level}", fragments=(span,), attributes={"kind": section.kind})


def _term(term: TermMention) -> Mark:
    return Mark(label=term.kind.capitalize(), fragments=(term.span,))


def _quantity(statistic: Statistic) -> Mark:
    quantity = statistic.quantity
    attributes = {
        "value": _plain(quantity.value),
        "value_max": "" if quantity.value_max is None else _plain(quantity.value_max),
        "unit": quantity.unit,
        "per": quantity.per,
        "bound": quantity.bound,
        "status": statistic.status,
        "indicator": statistic.indicator or "",
    }
    if statistic.measure:
        attributes["measure"] = statistic.measure
    return Mark(label="Quantity", fragments=(quantity.span,), attributes=attributes)


def _citation(citation: Citation) -> Mark:
    attributes = {"number": citation.document_number or "", "article": citation.article or ""}
    return Mark(label=citation.kind.capitalize(), fragments=(citation.span,), attributes=attributes)


def _plain(value: Decimal) -> str:
    """A number in digits, without exponent and without zeros at its end.

    >>> _plain(Decimal("18000.0")), _plain(Decimal("1E+4")), _plain(Decimal("0.3333"))
    ('18000', '10000', '0.3333')
    """
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
