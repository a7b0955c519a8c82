"""Marks as annotations to score against.

A layer of which no text of a folder has a mark (no headings anywhere, say) counts as not annotated, so that
people may annotate quantities alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from pydantic import ValidationError

from ...errors import InputError
from ...evaluation import Gold, GoldCitation, GoldQuantity, GoldSection, GoldTerm
from .marks import Mark, MarkedText, labels

_NUMERAL = re.compile("[0-9０-９零〇一二两三四五六七八九十百千半]")


def gold_from_marks(texts: Sequence[MarkedText]) -> list[Gold]:
    """Annotations of texts, from their marks; raises `InputError` when an attribute cannot be understood."""
    layers = {labels()[mark.label].layer for text in texts for mark in text.marks}
    return [_gold(text, layers) for text in texts]


def _gold(marked: MarkedText, layers: Collection[str]) -> Gold:
    found: dict[str, list[Any]] = {layer: [] for layer in layers}
    for mark in marked.marks:
        layer = labels()[mark.label].layer
        try:
            found[layer].append(_READ[layer](mark, marked.text))
        except ValidationError as error:
            raise _fault(error, mark, marked) from error
    return Gold(id=marked.id, text=marked.text, **found)


def _quantity(mark: Mark, text: str) -> GoldQuantity:
    numeral = _NUMERAL.search(text, mark.start, mark.end)
    start = numeral.start() if numeral else mark.start
    return GoldQuantity.model_validate({"start": start, "text": mark.text_in(text)} | mark.attributes)


def _term(mark: Mark, text: str) -> GoldTerm:
    return GoldTerm.model_validate({"surface": mark.text_in(text), "kind": mark.label.lower()})


def _citation(mark: Mark, text: str) -> GoldCitation:
    title = mark.text_in(text)
    values = {
        "title": title[1:-1] if title[:1] + title[-1:] == "《》" else title,
        "kind": mark.label.lower(),
        "document_number": mark.attributes.get("number") or None,
        "article": mark.attributes.get("article") or None,
    }
    return GoldCitation.model_validate(values)


def _section(mark: Mark, text: str) -> GoldSection:
    values = {
        "level": int(mark.label[-1]),
        "heading": mark.text_in(text),
        "kind": mark.attributes.get("kind") or None,
    }
    return GoldSection.model_validate(values)


_READ = {"quantities": _quantity, "terms": _term, "citations": _citation, "sections": _section}


def _fault(error: ValidationError, mark: Mark, marked: MarkedText) -> InputError:
    first = error.errors()[0]
    name = ".".join(map(str, first["loc"]))
    return InputError(
        "FZ176",
        f"In the annotations of {marked.id}, {mark.label} at {mark.start} ({mark.text_in(marked.text)!r}) has "
        f"{name}={first['input']!r}: {first['msg']}; correct it (numbers in digits and base units: 18000, not 1.8万).",
    )
