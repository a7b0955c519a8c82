"""Gains, losses and changes: what another version of the packs makes of the same text.

Reviewers of a pack change read this table. Records at the same place are the same record; what is the same in
place but not in content is a change, with the fields that differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ...records import Report, Span

Document = tuple[str, str]
Extract = Callable[[str], Report]
Facts = dict[tuple[str, int, int], dict[str, str]]

CONTEXT = 12


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: which entry it is about, in which document, and where, with the place marked by […]."""

    sign: Literal["+", "-", "~"]
    subject: str
    document: str
    context: str
    detail: str = ""


def compare(documents: Iterable[Document], old: Extract, new: Extract) -> Iterator[Change]:
    """All differences between two extractors, document by document, in text order."""
    for id, text in documents:
        before, after = _facts(old(text)), _facts(new(text))
        for place in sorted(before.keys() | after.keys(), key=lambda p: p[1:]):
            was, now = before.get(place), after.get(place)
            if was == now:
                continue
            context = _context(text, *place[1:])
            if was is None or now is None:
                yield Change("+" if now else "-", (now or was or {})["subject"], id, context)
            else:
                yield Change("~", now["subject"] or was["subject"], id, context, _difference(was, now))


def _facts(report: Report) -> Facts:
    facts: Facts = {}
    for term in report.terms:
        fact = {"subject": term.term or f"brand:{term.name}", "kind": term.kind, "topic": term.topic or ""}
        facts[_place("term", term.span)] = fact
    for statistic in report.statistics:
        quantity = statistic.quantity
        facts[_place("figure", quantity.span)] = {
            "subject": statistic.indicator or "",
            "value": f"{quantity.value}{quantity.unit}",
            "bound": quantity.bound,
            "per": quantity.per,
            "measure": statistic.measure,
            "status": statistic.status,
        }
    for citation in report.citations:
        facts[_place("citation", citation.span)] = {"subject": f"citation:{citation.kind}"}
    for section in report.sections:
        facts["section", section.span.start, section.span.start] = {"subject": f"section:{section.kind}"}
    return facts


def _place(what: str, span: Span) -> tuple[str, int, int]:
    return what, span.start, span.end


def _difference(was: dict[str, str], now: dict[str, str]) -> str:
    """The fields that differ, old and new."""
    return "; ".join(f"{k}: {was[k] or '–'} → {now[k] or '–'}" for k in now if was.get(k) != now[k])


def _context(text: str, start: int, end: int) -> str:
    """The place in its surroundings, on one line."""
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
