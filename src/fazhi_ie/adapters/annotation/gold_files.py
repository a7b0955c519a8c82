"""Annotations as JSON beside the texts: `NAME.gold.json` and `NAME.txt`.

The form is that of `fazhi_ie.evaluation.Gold`, with `meta` for the header; the reference of `fazhi-ie evaluate`
describes it by example.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from ...errors import InputError
from ...evaluation import Gold, GoldCitation, GoldHeader, GoldQuantity, GoldSection, GoldTerm
from ...records import Record
from .files import read_utf8

SUFFIX = ".gold.json"


class _File(Record):
    meta: GoldHeader = GoldHeader()
    quantities: tuple[GoldQuantity, ...] | None = None
    terms: tuple[GoldTerm, ...] | None = None
    citations: tuple[GoldCitation, ...] | None = None
    sections: tuple[GoldSection, ...] | None = None


def read_gold_file(path: Path) -> Gold:
    """Read `NAME.gold.json` and the text beside it; raises `InputError` when it is not of this form.

    A text without any section counts as one whose sections were not annotated, as passages are.
    """
    try:
        file = _File.model_validate_json(read_utf8(path))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise InputError(
            "FZ176",
            f"{path} is not an annotation: at {place or 'its beginning'}: {first['msg']}; correct it.",
        ) from error
    name = path.name.removesuffix(SUFFIX)
    return Gold(
        id=name,
        text=read_utf8(path.with_name(f"{name}.txt")),
        header=file.meta,
        quantities=file.quantities,
        terms=file.terms,
        citations=file.citations,
        sections=file.sections or None,
    )
