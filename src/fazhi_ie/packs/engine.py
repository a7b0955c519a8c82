"""What counts as "found" for an entry: the records that the extractor makes of the example.

A term is found where a mention has its id, an indicator where a statistic has it, a unit where a quantity
has it, a section rule where a heading of its kind has one of its words, a relation where a check says that
figures break it. A word list is only a part of other rules, so what is found is what those rules make:
names for `brand.`, media for `citation.media.`, quantities for `quantity.`. The other lists (parts of
titles, verbs, openers) prove themselves in `match` alone, by the word itself or the quantity it serves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

from ..records import Report
from ..records import Span as RecordSpan
from .check import Direction
from .examples import Span
from .load import Packs
from .model import Entry, Relation, SectionRule, Unit, WordList

_PROVEN_LISTS = ("brand.", "citation.media.", "quantity.")


class ExtractorEngine:
    """The extractor as an engine for examples; the last report is kept, as many entries share no example."""

    def __init__(self, packs: Packs) -> None:
        # Imported here: the extractor is built from packs, so it cannot be imported where packs are defined.
        from ..extractor import Extractor

        self._extract: Callable[[str], Report] = Extractor.from_packs(packs)

    def proves(self, kind: str, entry: Entry, direction: Direction) -> bool:
        """Whether the examples of this entry can be told right from wrong in this direction."""
        return kind != "words" or direction == "match" or entry.id.startswith(_PROVEN_LISTS)

    def spans(self, kind: str, entry: Entry, text: str) -> list[Span]:
        """Where the text has something of this entry."""
        report = self._extract(text)
        return sorted(set(_FINDERS[kind](report, entry, text)))


def _terms(report: Report, entry: Entry, text: str) -> Iterator[Span]:
    return (_pair(t.span) for t in report.terms if t.term == entry.id)


def _units(report: Report, entry: Entry, text: str) -> Iterator[Span]:
    unit = cast(Unit, entry).unit
    return (_pair(s.quantity.span) for s in report.statistics if s.quantity.unit == unit)


def _indicators(report: Report, entry: Entry, text: str) -> Iterator[Span]:
    return (_pair(s.quantity.span) for s in report.statistics if s.indicator == entry.id)


def _sections(report: Report, entry: Entry, text: str) -> Iterator[Span]:
    rule = cast(SectionRule, entry)
    for section in report.sections:
        if section.kind == rule.section:
            yield _pair(section.span)
            yield from _places(rule.words, text)


def _words(report: Report, entry: Entry, text: str) -> Iterator[Span]:
    if entry.id.startswith("brand."):
        yield from (_pair(t.span) for t in report.terms if t.term is None)
    elif entry.id.startswith("citation.media."):
        yield from (_pair(c.span) for c in report.citations if c.kind == "media")
    else:
        yield from (_pair(s.quantity.span) for s in report.statistics)
        if not entry.id.startswith("quantity."):
            yield from _places(cast(WordList, entry).words, text)


def _relations(report: Report, entry: Entry, text: str) -> Iterator[Span]:
    """The doubtful figures, where a report breaks this relation."""
    # Imported here: the checks are built from packs, so they cannot be imported where packs are defined.
    from ..checks import check, default_rules

    rules = replace(default_rules(), relations=(cast(Relation, entry),))
    return (_pair(c.spans[0]) for c in check(report, rules=rules) if c.relation == entry.id)


_FINDERS: dict[str, Callable[[Report, Entry, str], Iterator[Span]]] = {
    "terms": _terms,
    "units": _units,
    "indicators": _indicators,
    "relations": _relations,
    "sections": _sections,
    "words": _words,
}


def _places(words: tuple[str, ...], text: str) -> Iterator[Span]:
    for word in filter(None, words):
        start = text.find(word)
        while start >= 0:
            yield start, start + len(word)
            start = text.find(word, start + 1)


def _pair(span: RecordSpan) -> Span:
    return span.start, span.end
