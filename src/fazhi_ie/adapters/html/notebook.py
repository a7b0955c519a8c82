"""A report as a notebook shows it: header, the text with its marks where it is at hand, and the records as tables.

A report holds no text. `report` in a cell shows its records; `report.show(text)` shows the text as well. Notebooks
come in light and dark and strip scripts, so the view has none, and its colours are translucent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...records import Report
from ...sources import require_own_text
from ..table import format_quantity
from .environment import render
from .marks import Mark, pieces
from .review_page import report_marks


@dataclass(frozen=True)
class ReportView:
    """What a notebook shows of a report, with its text or without.

    Raises `InputError` when `text` is not the text that the report was extracted from.

    >>> from fazhi_ie import extract
    >>> text = "全年办理行政复议案件126件。"
    >>> "126件</span>" in extract(text).show(text)._repr_html_()
    True
    """

    report: Report
    text: str | None = None

    def __post_init__(self) -> None:
        if self.text is not None:
            require_own_text(self.report, self.text)

    def _repr_html_(self) -> str:
        report = self.report
        terms = Counter((t.name, t.kind, t.topic or "", t.term or "") for t in report.terms)
        citations = Counter(
            (c.title, c.document_number or "", c.article or "", c.kind) for c in report.citations
        )
        return render(
            "notebook.html.j2",
            report=report,
            pieces=None if self.text is None else list(_marked(report, self.text)),
            statistics=[(s, format_quantity(s.quantity)) for s in report.statistics],
            sections={s.id: f"{s.number} {s.heading}" for s in report.sections},
            terms=terms.most_common(),
            citations=citations.most_common(),
        )


def _marked(report: Report, text: str) -> Iterator[tuple[str, str, str]]:
    """Pieces of the text with the classes that mark them, and what a pointer over them is told."""
    marks = report_marks(report, text)
    for piece in pieces(text, marks):
        covering = [marks[number] for number in piece.marks]
        classes = dict.fromkeys(mark.kind for mark in covering)
        yield (
            piece.text,
            " ".join(classes),
            "\n".join(filter(None, (_told(report, mark) for mark in covering))),
        )


def _told(report: Report, mark: Mark) -> str:
    if mark.kind == "statistic":
        s = report.statistics[mark.number]
        return " · ".join(filter(None, (format_quantity(s.quantity), s.measure, s.indicator, s.status)))
    if mark.kind == "term":
        term = report.terms[mark.number]
        return " · ".join(filter(None, (term.name, term.kind, term.term)))
    return ""
