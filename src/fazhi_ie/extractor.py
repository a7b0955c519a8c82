"""Text in, records out: the one place where the stages meet.

    clean → structure → match → quantities → link → records

An `Extractor` is a pure function of the text and its packs: no segmenter, no state, the same records every time. All
stages speak of offsets into the clean text; here, and only here, they are mapped back to the text as given.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .clean import CleanText, clean
from .collector import collector_at_rest
from .errors import InputError
from .link import LinkRules, StatisticDraft, link
from .match import CitationMention, CitationRules, TermMatch, TermMatcher, find_citations
from .packs import Packs, load_packs
from .quantities import QuantityGrammar, QuantityMention, find_quantities
from .records import SCHEMA_VERSION, Period, Report, Span
from .structure import Header, Heading, Sentences, StructureRules, find_sections, read_header

DEFAULT_PACKS: tuple[str, ...] = ("default",)
PackNames = Sequence[str | Path]


@dataclass(frozen=True)
class Extractor:
    """All rules, compiled from packs: build once, call on any number of texts.

    >>> report = Extractor.from_packs(load_packs())("2023年，全县受理行政复议申请36件。")
    >>> report.statistics[0].measure, report.statistics[0].quantity.value
    ('受理行政复议申请', Decimal('36'))
    """

    packs: Packs
    structure: StructureRules
    terms: TermMatcher
    citations: CitationRules
    quantities: QuantityGrammar
    links: LinkRules

    @classmethod
    def from_packs(cls, packs: Packs) -> Extractor:
        """Compile the rules of all stages."""
        return cls(
            packs=packs,
            structure=StructureRules.from_packs(packs),
            terms=TermMatcher.from_packs(packs),
            citations=CitationRules.from_packs(packs),
            quantities=QuantityGrammar.from_packs(packs),
            links=LinkRules.from_packs(packs),
        )

    def __call__(self, text: str, *, id: str | None = None) -> Report:
        """Extract every record of one text; raises `InputError` when `text` is not a string."""
        with collector_at_rest():
            return Report.model_validate(self.rows(text, id=id))

    def rows(self, text: str, *, id: str | None = None) -> dict[str, Any]:
        """The fields of the report, most of them plain values and not yet validated."""
        if not isinstance(text, str):
            raise InputError(
                "FZ101",
                f"extract() was given {type(text).__name__}, not text; decode files first, "
                "for example with Path(name).read_text(encoding='utf-8').",
            )
        cleaned = clean(text)
        body = cleaned.text
        sections = find_sections(body, self.structure)
        citations = find_citations(body, self.citations)
        terms = self.terms.find(body, citations=[(c.start, c.end) for c in citations])
        protected = sorted([(c.start, c.end) for c in citations] + [(t.start, t.end) for t in terms])
        quantities = find_quantities(body, self.quantities, protected=protected)
        header = read_header(body, sections, self.structure)
        statistics = link(
            body,
            quantities,
            sections=sections,
            names=protected,
            year=header.year,
            issuers=header.issuers,
            rules=self.links,
        )
        return _Rows(cleaned, sections).report(id, header, terms, statistics, citations, self.packs)


class _Rows:
    """Writes stage results as rows of plain values with offsets into the text as given.

    A dense report has thirty figures in a thousand characters: what one row costs is felt, so a row is one
    display, and what many rows share (the sentence, the period) is made and validated once.
    """

    def __init__(self, cleaned: CleanText, sections: Sequence[Heading]) -> None:
        self._raw = cleaned.raw
        self._to_raw = cleaned.map.to_raw
        self._sections = sections
        self._section_ids: list[str | None] = [None, *(s.id for s in sections)]
        self._section_starts = [s.start for s in sections]
        self._sentences = Sentences(cleaned.text)
        self._sentence_spans: dict[tuple[int, int], Span] = {}
        self._periods: dict[tuple[int | None, str], Period] = {}

    def report(
        self,
        id: str | None,
        header: Header,
        terms: Sequence[TermMatch],
        statistics: Sequence[StatisticDraft],
        citations: Sequence[CitationMention],
        packs: Packs,
    ) -> dict[str, Any]:
        digest = hashlib.sha256(self._raw.encode("utf-8", "surrogatepass")).hexdigest()
        return {
            "schema_version": SCHEMA_VERSION,
            "source": {"id": id, "length": len(self._raw), "sha256": digest},
            "title": header.title,
            "issuers": [{"name": name} for name in header.issuers],
            "region": header.region and dict(zip(("name", "code", "level"), header.region, strict=True)),
            "year": header.year,
            "document_number": header.document_number,
            "issued_on": header.issued_on,
            "sections": [self._section(s) for s in self._sections],
            "terms": [self._term(t) for t in terms],
            "statistics": [self._statistic(s) for s in statistics],
            "citations": [self._citation(c) for c in citations],
            "packs": packs.info,
        }

    def _section_at(self, position: int) -> str | None:
        """The innermost section: they stand in text order, each inside its parent or after its sibling."""
        return self._section_ids[bisect_right(self._section_starts, position)]

    def _text(self, start: int, end: int) -> str:
        first, last = self._to_raw(start, end)
        return self._raw[first:last]

    def _section(self, s: Heading) -> dict[str, Any]:
        start, end = self._to_raw(s.start, s.end)
        return {
            "id": s.id,
            "parent": s.parent,
            "level": s.level,
            "number": self._text(s.start, s.start + len(s.number)),
            "heading": self._text(s.heading_start, s.heading_end),
            "span": {"start": start, "end": end},
            "kind": s.kind,
        }

    def _term(self, t: TermMatch) -> dict[str, Any]:
        start, end = self._to_raw(t.start, t.end)
        return {
            "term": t.id,
            "name": t.name,
            "kind": t.kind,
            "topic": t.topic,
            "text": self._raw[start:end],
            "span": {"start": start, "end": end},
            "section": self._section_at(t.start),
        }

    def _statistic(self, s: StatisticDraft) -> dict[str, Any]:
        quantity = s.quantity
        return {
            "quantity": self._quantity(quantity),
            "measure": s.measure,
            "indicator": s.indicator,
            "status": s.status,
            "cue": s.cue and dict(zip(("start", "end"), self._to_raw(*s.cue), strict=True)),
            "period": self._period(s.period),
            "section": self._section_at(quantity.start),
            "sentence": self._sentence(quantity.start),
        }

    def _quantity(self, q: QuantityMention) -> dict[str, Any]:
        start, end = self._to_raw(q.start, q.end)
        return {
            "text": self._raw[start:end],
            "span": {"start": start, "end": end},
            "value": q.value,
            "value_max": q.value_max,
            "unit": q.unit,
            "bound": q.bound,
            "per": q.per,
        }

    def _sentence(self, position: int) -> Span:
        place = self._sentences.at(position)
        span = self._sentence_spans.get(place)
        if span is None:
            start, end = self._to_raw(*place)
            span = self._sentence_spans[place] = Span(start=start, end=end)
        return span

    def _period(self, period: tuple[int | None, str] | None) -> Period | None:
        if period is None:
            return None
        known = self._periods.get(period)
        if known is None:
            known = self._periods[period] = Period(year=period[0], label=period[1])
        return known

    def _citation(self, c: CitationMention) -> dict[str, Any]:
        start, end = self._to_raw(c.start, c.end)
        text = self._raw[start:end]
        return {
            "title": c.title,
            "title_text": text[1:-1],
            "document_number": c.document_number,
            "article": c.article,
            "kind": c.kind,
            "text": text,
            "span": {"start": start, "end": end},
        }


def extract(text: str, *, id: str | None = None, packs: PackNames = DEFAULT_PACKS) -> Report:
    """Extract typed records from the text of one report.

    `id` is kept as `report.source.id`. `packs` names pattern packs (`"default"`) or folders with packs of your own,
    in order. All offsets are code points into `text`. Use `extract_many` for many texts.

    >>> import fazhi_ie
    >>> report = fazhi_ie.extract("全年办理行政复议案件126件，纠错率8.5%。")
    >>> [(s.measure, str(s.quantity.value), s.quantity.unit) for s in report.statistics]
    [('办理行政复议案件', '126', '件'), ('行政复议案件纠错率', '8.5', '%')]
    """
    return extractor(packs)(text, id=id)


def extractor(packs: PackNames = DEFAULT_PACKS) -> Extractor:
    """The extractor for these packs, built once and kept until a file of theirs changes."""
    names = tuple(map(str, packs))
    return _cached(names, tuple(map(_files, names)))


@lru_cache(maxsize=8)
def _cached(packs: tuple[str, ...], files: tuple[object, ...]) -> Extractor:
    return Extractor.from_packs(load_packs(packs))


def _files(pack: str) -> tuple[tuple[str, int, int], ...]:
    """What tells whether a folder of patterns has changed: its files with their sizes and times."""
    folder = Path(pack)
    found = sorted(folder.rglob("*.y*ml")) if folder.is_dir() else []
    return tuple((str(path), (stat := path.stat()).st_size, stat.st_mtime_ns) for path in found)
