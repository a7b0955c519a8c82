"""Pair annotated texts with their reports and judge them, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import Report
from ..sources import require_own_text
from .frame import judge_header, judge_offsets, judge_sections
from .gold import Gold
from .names import judge_citations, judge_terms
from .quantities import judge_quantities
from .scores import Scores, Tally


def evaluate(gold: Iterable[Gold], reports: Iterable[Report]) -> Scores:
    """Score reports against annotations of the same texts, in the same order.

    Raises `InputError` when a report was made from another text than the one annotated, and `ValueError` when
    there are more of one than of the other.
    """
    tally = Tally()
    texts = 0
    for annotated, report in zip(gold, reports, strict=True):
        require_own_text(report, annotated.text)
        _judge(tally, annotated, report)
        texts += 1
    return tally.scores(texts)


def _judge(tally: Tally, gold: Gold, report: Report) -> None:
    """Count what the report has right and wrong of all that was annotated."""
    tally.begin(gold.id, gold.text)
    if gold.quantities is not None:
        judge_quantities(tally, gold.quantities, report.statistics)
    if gold.terms is not None:
        judge_terms(tally, gold.terms, report)
    if gold.citations is not None:
        judge_citations(tally, gold.citations, report)
    if gold.sections is not None:
        judge_sections(tally, gold.sections, report)
    judge_header(tally, gold.header, report)
    judge_offsets(tally, gold.text, report)
