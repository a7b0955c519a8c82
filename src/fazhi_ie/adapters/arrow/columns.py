"""The tidy tables: which columns they have, in which order, and where in a record each value stands.

One table a kind of record. Types and nullability are not written here: they follow from the records, along each
column's `path`, so that tables and records cannot disagree. The order of columns is part of the interface; new
ones are added at the end.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...records import Citation, Record, Report, Section, Statistic, TermMention

OFFSET = "code points of the text as given"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `path` leads into the record (`quantity.value`) and is empty where `rows` computes the value."""

    name: str
    path: str
    description: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table with one row for each `model` of a report."""

    model: type[Record]
    columns: tuple[Column, ...]


_KEY = (
    Column("report", "", "the report: its `id` in the table `reports`"),
    Column("n", "", "place in the report's list of these records, from 0"),
)
_SECTION = Column("section", "section", "innermost section: `section` in the table `sections`")
_TEXT = Column("text", "text", "as it stands in the text")


def _span(name: str, path: str, what: str) -> tuple[Column, Column]:
    return (
        Column(f"{name}start", f"{path}.start", f"where {what} begins", OFFSET),
        Column(f"{name}end", f"{path}.end", f"where {what} ends: the first character behind it", OFFSET),
    )


REPORTS = TableShape(
    Report,
    (
        Column("id", "", "the id given by the caller, often a path; without one, the SHA-256 of the text"),
        Column("title", "title", "title, clean, in simplified characters"),
        Column("issuers", "issuers.name", "bodies that report"),
        Column("region_name", "region.name", "place the report speaks for"),
        Column("region_code", "region.code", "six digits of GB/T 2260"),
        Column("region_level", "region.level", "province, prefecture, county, township or zone"),
        Column("year", "year", "year reported on"),
        Column("document_number", "document_number", "number of the report itself, with 〔〕"),
        Column("issued_on", "issued_on", "date of issue"),
        Column("length", "source.length", "length of the text", OFFSET),
        Column("sha256", "source.sha256", "SHA-256 of the text as UTF-8"),
        Column("packs", "", "packs used, each as name@version"),
        Column("pack_hashes", "packs.sha256", "SHA-256 of the packs, in the same order"),
        Column("error_type", "", "class of the error if there is no report, else null"),
        Column("error_message", "", "the error in a sentence, with its code; else null"),
    ),
)
SECTIONS = TableShape(
    Section,
    (
        *_KEY,
        Column("section", "id", "id of the section in its report"),
        Column("parent", "parent", "the section around it"),
        Column("level", "level", "1, 2 or 3"),
        Column("number", "number", "number as written: 一、 （一） 1."),
        Column("heading", "heading", "heading as written"),
        Column("kind", "kind", "achievements, leadership, problems, plans or other"),
        *_span("", "span", "the section"),
    ),
)
TERMS = TableShape(
    TermMention,
    (
        *_KEY,
        Column("term", "term", "id of the term in a pack; null for a name found by its form"),
        Column("name", "name", "canonical name, in simplified characters"),
        Column("kind", "kind", "guidance, system, mechanism, role, activity, campaign, institution or brand"),
        Column("topic", "topic", "topic of the term"),
        _TEXT,
        *_span("", "span", "the mention"),
        _SECTION,
    ),
)
STATISTICS = TableShape(
    Statistic,
    (
        *_KEY,
        Column("measure", "measure", "what is counted, in simplified characters"),
        Column("indicator", "indicator", "id of the indicator where it is a known one"),
        Column("value", "quantity.value", "exact number in base units: 1.8万 is 18000", "see `unit`"),
        Column("value_max", "quantity.value_max", "upper end of a range", "see `unit`"),
        Column("unit", "quantity.unit", "unit as written, without 万 and 亿; empty for a bare fraction"),
        Column("bound", "quantity.bound", "exact, over, under, about, at_least or at_most"),
        Column("per", "quantity.per", "denominator, such as 周 or 万人; else empty"),
        Column("status", "status", "achieved, planned or baseline"),
        Column("period_year", "period.year", "calendar year the figure speaks of"),
        Column("period_label", "period.label", "words the text uses for the period"),
        Column("text", "quantity.text", "the quantity as it stands in the text"),
        *_span("", "quantity.span", "the quantity"),
        _SECTION,
        *_span("sentence_", "sentence", "its sentence"),
        *_span("cue_", "cue", "the word that shows the status"),
    ),
)
CITATIONS = TableShape(
    Citation,
    (
        *_KEY,
        Column("title", "title", "title, clean"),
        Column("title_text", "title_text", "title as written, between 《 and 》"),
        Column("document_number", "document_number", "number of the document, with 〔〕"),
        Column("article", "article", "article cited"),
        Column("kind", "kind", "document or media"),
        _TEXT,
        *_span("", "span", "the citation, marks included"),
    ),
)

TABLES: dict[str, TableShape] = {
    "reports": REPORTS,
    "sections": SECTIONS,
    "terms": TERMS,
    "statistics": STATISTICS,
    "citations": CITATIONS,
}
"""The tables of a dataset by name; all but the first hold the records of the report's field of that name."""
