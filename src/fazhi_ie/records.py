"""The records: what a report says, typed, frozen and traceable.

Every offset is a half-open range `[start, end)` of Unicode code points into the text *as it was given*, so that
`source_text[record.span.start:record.span.end] == record.text` holds for each record. The models refuse unknown
fields; `fazhi-ie schema` prints their JSON Schema.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from .adapters.html import ReportView
    from .checks import Check

SCHEMA_VERSION: Final = "1"

SectionKind = Literal["achievements", "leadership", "problems", "plans", "other"]
TermKind = Literal["guidance", "system", "mechanism", "role", "activity", "campaign", "institution", "brand"]
Bound = Literal["exact", "over", "under", "about", "at_least", "at_most"]
Status = Literal["achieved", "planned", "baseline"]
RegionLevel = Literal["province", "prefecture", "county", "township", "zone"]
CitationKind = Literal["document", "media"]


def _json_number(value: Decimal) -> int | float:
    """Write a decimal as the JSON number that reads back as the same decimal."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    PlainSerializer(_json_number, return_type=int | float, when_used="json"),
]
"""An exact decimal; in JSON a plain number (18000, 0.3333), never binary noise."""


class Record(BaseModel):
    """Base of all records: immutable, and closed to fields that are not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A half-open range of code points in the text as given."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Source(Record):
    """Where the text came from: the caller's key or path, its length in code points, its SHA-256 as UTF-8."""

    id: str | None
    length: int
    sha256: str


class Issuer(Record):
    """A body that reports."""

    name: str


class Region(Record):
    """The place a report speaks for. `code` is the six digits of GB/T 2260, or null where it is not known."""

    name: str
    code: str | None
    level: RegionLevel | None


class Section(Record):
    """A numbered heading with the text under it, up to the next heading of its level or above."""

    id: str
    parent: str | None
    level: int = Field(ge=1, le=3)
    number: str
    heading: str
    span: Span
    kind: SectionKind


class TermMention(Record):
    """A named institution, system, mechanism, role, activity or brand, where the text mentions it."""

    term: str | None
    name: str
    kind: TermKind
    topic: str | None
    text: str
    span: Span
    section: str | None


class Quantity(Record):
    """A number with its unit. `value` is in base units: 1.8万 is 18000, 549万元 is 5490000 with unit 元."""

    text: str
    span: Span
    value: Number
    value_max: Number | None
    unit: str
    bound: Bound
    per: str


class Period(Record):
    """The time a figure speaks of: a calendar year where one is known, and the words used (今年以来, 每周)."""

    year: int | None
    label: str


class Statistic(Record):
    """A quantity with what it counts, in which state, when, and where it stands."""

    quantity: Quantity
    measure: str
    indicator: str | None
    status: Status
    cue: Span | None = None
    period: Period | None
    section: str | None
    sentence: Span


class Citation(Record):
    """A document or medium named in 《》; `text` and `span` cover the marks."""

    title: str
    title_text: str
    document_number: str | None
    article: str | None
    kind: CitationKind
    text: str
    span: Span


class PackInfo(Record):
    """A pattern pack that took part, so that a result can be repeated."""

    name: str
    version: str
    sha256: str


class Report(Record):
    """Everything extracted from one text."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    title: str | None
    issuers: tuple[Issuer, ...]
    region: Region | None
    year: int | None
    document_number: str | None
    issued_on: date | None
    sections: tuple[Section, ...]
    terms: tuple[TermMention, ...]
    statistics: tuple[Statistic, ...]
    citations: tuple[Citation, ...]
    packs: tuple[PackInfo, ...] = ()

    def checks(self, text: str | None = None) -> tuple[Check, ...]:
        """What in these figures does not agree; `text`, the report's own, lets lists in it be checked too.

        Rates are held against their counts and parts against their wholes; see `fazhi_ie.checks`.
        """
        from .checks import check

        return check(self, text=text)

    def show(self, text: str) -> ReportView:
        """What a notebook shows of this report with `text`, its own, and everything found marked in it."""
        from .adapters.html import ReportView

        return ReportView(self, text)

    def _repr_html_(self) -> str:
        from .adapters.html import ReportView

        return ReportView(self)._repr_html_()

    def to_arrow(self, table: str = "statistics") -> pyarrow.Table:
        """One of the tables `reports`, `sections`, `terms`, `statistics`, `citations`, with exact decimals."""
        from .adapters.arrow.frames import to_arrow

        return to_arrow(self, table)

    def to_pandas(self, table: str = "statistics", *, exact: bool = False) -> pandas.DataFrame:
        """One of the tables as a pandas data frame; numbers are floats, or with `exact` decimals."""
        from .adapters.arrow.frames import to_pandas

        return to_pandas(self.to_arrow(table), exact=exact)

    def to_polars(self, table: str = "statistics", *, exact: bool = False) -> polars.DataFrame:
        """One of the tables as a Polars data frame; numbers are floats, or with `exact` decimals."""
        from .adapters.arrow.frames import to_polars

        return to_polars(self.to_arrow(table), exact=exact)
