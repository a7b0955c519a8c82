"""The frame of a report: its headings, its header, and whether every record stands where it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..records import Report
from .gold import GoldHeader, GoldSection
from .sameness import squash
from .scores import Tally, shown

HEADER = ("title", "year", "document_number", "issued_on", "issuers")


def judge_sections(tally: Tally, sections: Sequence[GoldSection], report: Report) -> None:
    """Judge the headings of a text by level and words, and the kinds of those that were found."""
    wanted = Counter((s.level, squash(s.heading)) for s in sections)
    found = Counter((s.level, squash(s.heading)) for s in report.sections)
    tally.add("sections", right=(wanted & found).total(), found=found.total(), wanted=wanted.total())
    headings = [s.heading for s in report.sections] + [s.heading for s in sections]
    written = {squash(heading): heading for heading in headings}
    for mistake, rest in (("section missed", wanted - found), ("section spurious", found - wanted)):
        for level, heading in rest.elements():
            tally.mistake_at(mistake, written[heading], detail=f"level {level}")
    kinds = {(s.level, squash(s.heading)): s.kind for s in report.sections}
    for section in sections:
        kind = kinds.get((section.level, squash(section.heading)))
        if section.kind and kind:
            tally.add("section_kind", right=kind == section.kind, found=1, wanted=1)
            if kind != section.kind:
                tally.mistake_at("section kind wrong", section.heading, detail=f"{kind} for {section.kind}")


def judge_header(tally: Tally, header: GoldHeader, report: Report) -> None:
    """Judge the fields of the header that were annotated."""
    for field in HEADER:
        if field not in header.model_fields_set:
            continue
        wanted, found = getattr(header, field), getattr(report, field)
        if field == "issuers":
            found = [issuer.name for issuer in found]
            right = sorted(map(squash, wanted)) == sorted(map(squash, found))
        else:
            right = squash(str(wanted or "")) == squash(str(found or ""))
        tally.add("header", right=right, found=1, wanted=1)
        if not right:
            tally.mistake("header wrong", detail=f"{field}: {shown(found)} for {shown(wanted)}")


def judge_offsets(tally: Tally, text: str, report: Report) -> None:
    """A report is right when each record holds the text at its place."""
    held = [(term.span, term.text) for term in report.terms]
    held += [(citation.span, citation.text) for citation in report.citations]
    held += [(s.quantity.span, s.quantity.text) for s in report.statistics]
    wrong = [(span, said) for span, said in held if text[span.start : span.end] != said]
    tally.add("offsets", right=not wrong, found=1, wanted=1)
    for span, said in wrong:
        tally.mistake("offsets wrong", start=span.start, detail=said)
