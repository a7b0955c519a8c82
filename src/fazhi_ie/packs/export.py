"""Term packs for other programs: patterns for spaCy's EntityRuler, and a table for spreadsheets.

The EntityRuler compares tokens, so with a word segmenter it misses names that the segmenter cuts elsewhere,
and it knows neither guards nor our order of overlaps. The library itself never uses it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from .load import Packs

COLUMNS = ("id", "name", "kind", "topic", "variants", "guards", "source", "notes")


def spacy_patterns(packs: Packs) -> Iterator[str]:
    """One JSON line for each name and variant: `{"label": "SYSTEM", "pattern": "述法制度", "id": "…"}`."""
    for term in packs.terms:
        for name in (term.name, *term.variants):
            row = {"label": term.kind.upper(), "pattern": name, "id": term.id}
            yield json.dumps(row, ensure_ascii=False)


def csv_table(packs: Packs) -> str:
    """All terms as CSV, lists joined by `|`, with the byte order mark that spreadsheets want for Chinese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for term in packs.terms:
        values = (getattr(term, column) for column in COLUMNS)
        writer.writerow("|".join(v) if isinstance(v, tuple) else v for v in values)
    return "\ufeff" + out.getvalue()
