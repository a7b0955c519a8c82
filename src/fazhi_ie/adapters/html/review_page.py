"""The review page: reports with everything that was found in them, and what was not, for a person to check.

Each report becomes one block of data that the page reads when it is opened, so that two hundred reports stay
usable, and reports are written one by one, so that they need not fit in memory together. The data speaks in
records and pieces of text; how it looks and what it is called in Chinese is decided by the templates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO

from ...checks import Check, CheckRules, check
from ...extractor import Extractor
from ...quantities.untaken import Untaken, untaken
from ...records import Report, Section, Span, Statistic
from ..table import format_quantity
from .environment import environment
from .marks import Mark, pieces

Data = dict[str, Any]

_TERM = {"term", "name", "kind", "topic", "text", "section"}
_CITATION = {"title", "document_number", "article", "kind", "text"}
_CONTEXT = 12  # characters shown on either side of a number that was not taken


@dataclass(frozen=True)
class NotRead:
    """What stands in the place of a report that could not be read: its name, and the sentence that says why."""

    id: str
    message: str


def write_review(
    stream: BinaryIO, reports: Iterable[tuple[Report, str] | NotRead], *, extractor: Extractor
) -> None:
    """Write a page with these reports, each with the text it was extracted from by `extractor`.

    Raises `InputError` when a text is not its report's.
    """
    maker = _Maker(extractor)
    page = environment().get_template("review.html.j2")
    page.stream(
        reports=maker.blocks(reports), index=maker.index, names=maker.names(), about=maker.about()
    ).dump(stream, encoding="utf-8")


class _Maker:
    """Makes the data of the page; `index` has a row for each report made so far."""

    def __init__(self, extractor: Extractor) -> None:
        self._grammar = extractor.quantities
        self._rules = CheckRules.from_packs(extractor.packs)
        self._packs = extractor.packs
        self.index: list[Data] = []

    def names(self) -> Data:
        """What the packs call indicators and topics."""
        fields = ("name", "topic", "definition")
        return {
            "indicators": {i.id: {f: getattr(i, f) for f in fields} for i in self._packs.indicators},
            "topics": dict(self._packs.topics),
        }

    def about(self) -> Data:
        """The packs that took part, so that a page can be made again."""
        return {"packs": [f"{pack.name} {pack.version}" for pack in self._packs.info]}

    def blocks(self, reports: Iterable[tuple[Report, str] | NotRead]) -> Iterator[Data]:
        """The data of each report that was read; the index keeps a row for every one."""
        for found in reports:
            if isinstance(found, NotRead):
                self.index.append(asdict(found))
            else:
                data = self._report(*found)
                self.index.append(_index_row(data))
                yield data

    def _report(self, report: Report, text: str) -> Data:
        leftover = untaken(report, text, self._grammar)
        checks = check(report, text=text, rules=self._rules)
        sentences = {span: n for n, span in enumerate(dict.fromkeys(s.sentence for s in report.statistics))}
        marks = _all_marks(report, text, leftover, sentences)
        return {
            **_header(report),
            "marks": [(mark.kind, mark.number) for mark in marks],
            "pieces": list(pieces(text, marks)),
            "sections": _sections(report.sections),
            "statistics": [_statistic(s, text, sentences[s.sentence]) for s in report.statistics],
            "checks": list(_checks(checks, report.statistics)),
            "terms": [t.model_dump(mode="json", include=_TERM) for t in report.terms],
            "citations": [c.model_dump(mode="json", include=_CITATION) for c in report.citations],
            "untaken": [_untaken(n, text) for n in leftover],
        }


def _header(report: Report) -> Data:
    region = report.region
    return {
        "id": report.source.id,
        "sha256": report.source.sha256,
        "length": report.source.length,
        "title": report.title,
        "issuers": [issuer.name for issuer in report.issuers],
        "region": region and " ".join(filter(None, (region.name, region.code))),
        "year": report.year,
        "number": report.document_number,
        "issued": report.issued_on and report.issued_on.isoformat(),
    }


def _index_row(data: Data) -> Data:
    """One line of the list of reports: which it is, and how much there is to look at."""
    return {
        **{name: data[name] for name in ("id", "title", "issuers", "region", "year")},
        **{name: len(data[name]) for name in ("statistics", "checks", "untaken")},
        "without": sum(s["indicator"] is None for s in data["statistics"]),
        "unclear": sum(n["reason"] in ("unclear", "no_unit") for n in data["untaken"]),
        "candidates": len({t["name"] for t in data["terms"] if t["term"] is None}),
    }


def report_marks(report: Report, text: str) -> list[Mark]:
    """The records of a report where they stand in its text: headings, terms, citations, statistics."""
    marks = [Mark(*_heading(s, text), "heading", n) for n, s in enumerate(report.sections)]
    spans = {
        "term": [t.span for t in report.terms],
        "citation": [c.span for c in report.citations],
        "statistic": [s.quantity.span for s in report.statistics],
    }
    for kind, listed in spans.items():
        marks += [Mark(span.start, span.end, kind, n) for n, span in enumerate(listed)]
    return marks


def _all_marks(
    report: Report, text: str, leftover: Sequence[Untaken], sentences: Iterable[Span]
) -> list[Mark]:
    """Everything that can be shown in the text: also sentences, cues, and numbers that were not taken."""
    marks = [Mark(span.start, span.end, "sentence", n) for n, span in enumerate(sentences)]
    cues = [(s.cue, n) for n, s in enumerate(report.statistics)]
    marks += [Mark(cue.start, cue.end, "cue", n) for cue, n in cues if cue]
    marks += [Mark(n.start, n.end, "untaken", number) for number, n in enumerate(leftover)]
    return marks + report_marks(report, text)


def _heading(section: Section, text: str) -> tuple[int, int]:
    """From the number of a heading to its last word."""
    words = section.span.start + len(section.number)
    found = text.find(section.heading, words, section.span.end)
    return section.span.start, words if found < 0 else found + len(section.heading)


def _sections(sections: Sequence[Section]) -> list[Data]:
    """Sections with the numbers of those around them, outermost first."""
    paths: dict[str | None, tuple[str, ...]] = {None: ()}
    listed = []
    for s in sections:
        paths[s.id] = (*paths.get(s.parent, ()), s.number.strip())
        fields = s.model_dump(mode="json", include={"id", "level", "number", "heading", "kind"})
        listed.append({**fields, "path": paths[s.id]})
    return listed


def _statistic(s: Statistic, text: str, sentence: int) -> Data:
    quantity = s.quantity
    return {
        "shown": format_quantity(quantity),
        "value": f"{quantity.value.normalize():,f}",
        "value_max": quantity.value_max and f"{quantity.value_max.normalize():,f}",
        **{name: getattr(quantity, name) for name in ("text", "unit", "bound", "per")},
        **{name: getattr(s, name) for name in ("measure", "indicator", "status", "section")},
        "span": (quantity.span.start, quantity.span.end),
        "cue": s.cue and text[s.cue.start : s.cue.end],
        "period": s.period and s.period.model_dump(),
        "sentence": sentence,
    }


def _checks(checks: Iterable[Check], statistics: Sequence[Statistic]) -> Iterator[Data]:
    """Each check with the numbers of the statistics it speaks of, the doubtful one first."""
    numbers: defaultdict[Span, list[int]] = defaultdict(list)
    for number, statistic in enumerate(statistics):
        numbers[statistic.quantity.span].append(number)
    for found in checks:
        concerned = [number for span in found.spans for number in numbers[span]]
        yield {"code": found.code, "message": found.message, "statistics": concerned}


def _untaken(number: Untaken, text: str) -> Data:
    return {
        "text": number.text,
        "reason": number.reason,
        "before": text[max(0, number.start - _CONTEXT) : number.start],
        "after": text[number.end : number.end + _CONTEXT],
    }
