"""The five components, and what each puts on a `Doc`.

    fazhi_sections    doc.spans["fazhi_sections"]    label: kind of section    id: the section's id
    fazhi_terms       doc.spans["fazhi_terms"]       label: kind of term       id: the term's id in its pack
    fazhi_quantities  doc.spans["fazhi_quantities"]  label: QUANTITY           id: the indicator
    fazhi_citations   doc.spans["fazhi_citations"]   label: CITATION
    fazhi_records     doc._.report                   the whole report, typed

Each group has one span for each record, in the order of the report: `zip(doc.spans["fazhi_quantities"],
doc._.report.statistics)` pairs them. Labels are upper case, as spaCy's are. Terms, quantities and
citations also become entities (`set_ents`); entities may not overlap, so what is in `doc.ents` already
stays, and the component that comes first in the pipeline has the first choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from .engine import Engine, Payload, SavesPacks, shared_engine
from .extensions import set_extensions
from .projection import (
    Row,
    add_entities,
    citation_rows,
    make_spans,
    quantity_rows,
    section_rows,
    term_rows,
)

DEFAULTS = {"packs": ["default"]}
WITH_ENTITIES = {"packs": ["default"], "set_ents": True}


class Projector(SavesPacks):
    """Puts the records of one kind into `doc.spans[key]`, and into `doc.ents` if asked."""

    def __init__(
        self, key: str, rows: Callable[[Payload], Iterable[Row]], *, engine: Engine, set_ents: bool
    ) -> None:
        self.key = key
        self.engine = engine
        self.set_ents = set_ents
        self._rows = rows

    def __call__(self, doc: Doc) -> Doc:
        """Project the records that the `Doc` carries, or extract them first."""
        spans = make_spans(doc, self._rows(self.engine.report_of(doc)))
        doc.spans[self.key] = spans
        if self.set_ents:
            add_entities(doc, spans)
        return doc


class Recorder(SavesPacks):
    """Sees to it that a `Doc` carries its report, for `doc._.report`."""

    def __init__(self, *, engine: Engine) -> None:
        self.engine = engine

    def __call__(self, doc: Doc) -> Doc:
        """Extract the records if the `Doc` does not carry them yet."""
        self.engine.report_of(doc)
        return doc


@Language.factory("fazhi_sections", default_config=DEFAULTS, assigns=["doc.spans"])
def fazhi_sections(nlp: Language, name: str, packs: Sequence[str]) -> Projector:
    """Sections with their headings, as `doc.spans["fazhi_sections"]`; they nest, so they are no entities."""
    set_extensions()
    return Projector("fazhi_sections", section_rows, engine=shared_engine(nlp, packs), set_ents=False)


@Language.factory("fazhi_terms", default_config=WITH_ENTITIES, assigns=["doc.spans", "doc.ents"])
def fazhi_terms(nlp: Language, name: str, packs: Sequence[str], set_ents: bool) -> Projector:
    """Mentions of terms and local brands, as `doc.spans["fazhi_terms"]` and entities."""
    set_extensions()
    return Projector("fazhi_terms", term_rows, engine=shared_engine(nlp, packs), set_ents=set_ents)


@Language.factory("fazhi_quantities", default_config=WITH_ENTITIES, assigns=["doc.spans", "doc.ents"])
def fazhi_quantities(nlp: Language, name: str, packs: Sequence[str], set_ents: bool) -> Projector:
    """Numbers with their units, as `doc.spans["fazhi_quantities"]` and entities."""
    set_extensions()
    return Projector("fazhi_quantities", quantity_rows, engine=shared_engine(nlp, packs), set_ents=set_ents)


@Language.factory("fazhi_citations", default_config=WITH_ENTITIES, assigns=["doc.spans", "doc.ents"])
def fazhi_citations(nlp: Language, name: str, packs: Sequence[str], set_ents: bool) -> Projector:
    """Documents and media named in 《》, as `doc.spans["fazhi_citations"]` and entities."""
    set_extensions()
    return Projector("fazhi_citations", citation_rows, engine=shared_engine(nlp, packs), set_ents=set_ents)


@Language.factory("fazhi_records", default_config=DEFAULTS, assigns=["doc._.report"])
def fazhi_records(nlp: Language, name: str, packs: Sequence[str]) -> Recorder:
    """The typed report, as `doc._.report`."""
    set_extensions()
    return Recorder(engine=shared_engine(nlp, packs))
