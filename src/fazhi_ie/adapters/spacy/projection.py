"""Records as spans of tokens.

A record is never dropped for not fitting tokens. With the tokenizer of this package all records fit; with
another one a span takes in every token that its record touches, and `doc._.fazhi_unaligned` counts such
records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Span

from .engine import Payload, text_length

INSIDE, OUTSIDE, BEGIN = 1, 2, 3
"""spaCy's numbers for `ent_iob`; 0 is for a token that nobody has looked at."""


class Row(NamedTuple):
    """A record on its way to a span: offsets in characters, the label, and the id (or an empty string)."""

    start: int
    end: int
    label: str
    id: str


def section_rows(report: Payload) -> Iterator[Row]:
    """Sections, labelled by kind, with the section's id."""
    for s in report["sections"]:
        yield Row(s["span"]["start"], s["span"]["end"], s["kind"].upper(), s["id"])


def term_rows(report: Payload) -> Iterator[Row]:
    """Term mentions, labelled by kind, with the id of the term in its pack."""
    for t in report["terms"]:
        yield Row(t["span"]["start"], t["span"]["end"], t["kind"].upper(), t["term"] or "")


def quantity_rows(report: Payload) -> Iterator[Row]:
    """Quantities, with the indicator of their statistic."""
    for s in report["statistics"]:
        span = s["quantity"]["span"]
        yield Row(span["start"], span["end"], "QUANTITY", s["indicator"] or "")


def citation_rows(report: Payload) -> Iterator[Row]:
    """Cited documents and media."""
    for c in report["citations"]:
        yield Row(c["span"]["start"], c["span"]["end"], "CITATION", "")


class TokenEdges:
    """Where the tokens of a `Doc` begin and end, in characters."""

    def __init__(self, doc: Doc) -> None:
        # In C, as a Python object for each token would cost more than all the rest.
        self._starts, lengths = doc.to_array(["IDX", "LENGTH"]).reshape(-1, 2).astype(np.int64).T
        self._ends = self._starts + lengths

    def expand(self, starts: Sequence[int], ends: Sequence[int]) -> tuple[list[int], list[int]]:
        """The range of tokens that each range of characters touches."""
        first = np.searchsorted(self._ends, starts, side="right")
        last = np.searchsorted(self._starts, ends, side="left")
        return first.tolist(), last.tolist()

    def unaligned(self, spans: Iterable[dict[str, int]]) -> int:
        """How many ranges of characters do not begin and end with a token."""
        starts, ends = set(self._starts.tolist()), set(self._ends.tolist())
        return sum(span["start"] not in starts or span["end"] not in ends for span in spans)


def make_spans(doc: Doc, rows: Iterable[Row]) -> list[Span]:
    """The spans of records, in the order of the rows; `span.id_` and `span.kb_id_` are the row's id."""
    listed = list(rows)
    starts, ends = [row.start for row in listed], [row.end for row in listed]
    if len(doc) != text_length(doc):  # else every token is a character
        starts, ends = TokenEdges(doc).expand(starts, ends)
    return [
        Span(doc, start, end, label=row.label, span_id=row.id, kb_id=row.id)
        for start, end, row in zip(starts, ends, listed, strict=True)
    ]


def add_entities(doc: Doc, spans: Iterable[Span]) -> None:
    """Add spans to `doc.ents` where there is room: what is there stays, of the new ones the first wins."""
    iob = doc.to_array("ENT_IOB")
    if not iob.any():
        outside = np.full((len(doc), 1), OUTSIDE, dtype=np.uint64)
        doc.from_array(["ENT_IOB"], outside)  # type: ignore[arg-type]  # spaCy says Ints2d, and means this
    taken = bytearray(((iob == INSIDE) | (iob == BEGIN)).tobytes())
    added = []
    for span in spans:
        if 1 not in taken[span.start : span.end]:
            taken[span.start : span.end] = b"\1" * len(span)
            added.append(span)
    doc.set_ents(added, default="unmodified")
