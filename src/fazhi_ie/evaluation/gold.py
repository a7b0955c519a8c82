"""What a person found in a text: the annotations that extraction is judged by.

What an annotation does not say is not judged. A layer that is None (`terms`, say) was not annotated; an empty
one says that the text has none. A field of a quantity or header that was not given is not compared; one given
as null or as an empty string says that there is none.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from ..records import Bound, CitationKind, Number, Record, SectionKind, Status, TermKind


class GoldQuantity(Record):
    """A number in the text. `start` is where its numeral begins, not the 近 or 超过 in front of it."""

    start: int = Field(ge=0)
    text: str | None = None
    value: Number | None = None
    value_max: Number | None = None
    unit: str | None = None
    bound: Bound | None = None
    per: str | None = None
    status: Status | None = None
    measure: str | None = None
    indicator: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _empty_is_none(cls, given: dict[str, Any]) -> dict[str, Any]:
        return {name: None if value == "" else value for name, value in given.items()}


class GoldTerm(Record):
    """A term, once for each way in which the text writes it (`surface`)."""

    surface: str
    name: str | None = None
    kind: TermKind | None = None


class GoldCitation(Record):
    """A mention of a document or medium in 《》; `title` is what stands between the marks."""

    title: str
    document_number: str | None = None
    article: str | None = None
    kind: CitationKind | None = None


class GoldSection(Record):
    """A heading, without its number."""

    level: int = Field(ge=1, le=3)
    number: str | None = None
    heading: str
    kind: SectionKind | None = None


class GoldHeader(Record):
    """The report's own title and dates; only the fields that are given are judged, and `region` never is."""

    title: str | None = None
    issuers: tuple[str, ...] = ()
    region: str | None = None
    year: int | None = None
    document_number: str | None = None
    issued_on: str | None = None


class Gold(Record):
    """A text with its annotations; offsets are code points into `text`."""

    id: str
    text: str
    header: GoldHeader = GoldHeader()
    quantities: tuple[GoldQuantity, ...] | None = None
    terms: tuple[GoldTerm, ...] | None = None
    citations: tuple[GoldCitation, ...] | None = None
    sections: tuple[GoldSection, ...] | None = None
