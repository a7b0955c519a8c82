"""Names: terms by the distinct ways in which the text writes them, citations by mention.

A term counts for `terms` when it is nearly the same, as people differ in where a name ends, and for `terms_exact`
when it is written the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..records import Report
from .gold import GoldCitation, GoldTerm
from .sameness import nearly_same_name, one_bracket, squash
from .scores import Tally


def judge_terms(tally: Tally, terms: Iterable[GoldTerm], report: Report) -> None:
    """Judge the terms of a text."""
    wanted = {term.surface for term in terms}
    found = {term.text for term in report.terms}
    missed = sorted(surface for surface in wanted if not _near(surface, found))
    spurious = sorted(surface for surface in found if not _near(surface, wanted))
    tally.add(
        "terms",
        right=len(wanted) - len(missed),
        right_found=len(found) - len(spurious),
        found=len(found),
        wanted=len(wanted),
    )
    tally.add("terms_exact", right=len(wanted & found), found=len(found), wanted=len(wanted))
    for kind, surfaces in (("term missed", missed), ("term spurious", spurious)):
        for surface in surfaces:
            tally.mistake_at(kind, surface)


def _near(surface: str, others: set[str]) -> bool:
    return surface in others or any(nearly_same_name(surface, other) for other in others)


def judge_citations(tally: Tally, citations: Sequence[GoldCitation], report: Report) -> None:
    """Judge the citations of a text, and the document numbers given with them."""
    wanted = Counter(squash(citation.title) for citation in citations)
    found = Counter(squash(citation.title_text) for citation in report.citations)
    tally.add("citations", right=(wanted & found).total(), found=found.total(), wanted=wanted.total())
    written = {squash(c.title_text): c.title_text for c in report.citations} | {
        squash(c.title): c.title for c in citations
    }
    for kind, rest in (("citation missed", wanted - found), ("citation spurious", found - wanted)):
        for title in rest.elements():
            tally.mistake_at(kind, written[title])
    _judge_numbers(tally, {c.document_number for c in citations if c.document_number}, report)


def _judge_numbers(tally: Tally, wanted: set[str], report: Report) -> None:
    found = [report.document_number, *(citation.document_number for citation in report.citations)]
    known = {one_bracket(number) for number in found if number}
    missed = [number for number in sorted(wanted) if one_bracket(number) not in known]
    if wanted:
        right = len(wanted) - len(missed)
        tally.add("document_number", right=right, found=len(wanted), wanted=len(wanted))
    for number in missed:
        tally.mistake_at("document number missed", number)
