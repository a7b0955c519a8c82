"""What a pattern pack is: the schema of every YAML file under `patterns/`.

All packs are written one way. A pack is a folder with a `pack.yaml` (name, version, description) and any
number of `*.yaml` files, in folders of any name. Each file says its `format` and `kind` and lists `entries`;
each entry has a stable `id`, says where its rule comes from, and proves itself by examples: in `match` the
text between […] must be found, in `no_match` nothing of this entry may be found.

A pack that is loaded after another may also change it, and says so openly: `override` replaces whole entries,
`extend` adds words to them, and `disable` in `pack.yaml` switches them off.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Generic, Literal, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from ..records import SectionKind, TermKind
from .patterns import LONGEST_CONTEXT, LONGEST_MEASURE, fault_of

EntryId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$", max_length=120)]
Word = Annotated[str, Field(min_length=1, max_length=200)]


PROVEN = MappingProxyType({"proven": True})
"""The context of validation for patterns that tests have proven, so that a start need not prove them again."""


def _searched_in(longest: int) -> AfterValidator:
    """Let only those patterns pass that cannot take long in texts of this length."""

    def safe(pattern: str, info: ValidationInfo) -> str:
        if info.context is not PROVEN and (fault := fault_of(pattern, longest=longest)):
            raise ValueError(fault)
        return pattern

    return AfterValidator(safe)


_Expression = Annotated[str, Field(min_length=1, max_length=1000)]

MeasurePattern = Annotated[_Expression, _searched_in(LONGEST_MEASURE)]
"""A regular expression searched in measures; `{name}` stands for the words of the list `indicator.name`."""

ContextPattern = Annotated[_Expression, _searched_in(LONGEST_CONTEXT)]
"""The same for what stands around a figure, which is longer, so that less can be repeated."""


class PackModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Manifest(PackModel):
    """`pack.yaml`: who the pack is, the topics it brings, the entries of earlier packs it switches off."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=80)]
    version: Annotated[str, Field(min_length=1, max_length=40)]
    description: str = ""
    topics: dict[str, str] = {}
    disable: tuple[str, ...] = ()


class Examples(PackModel):
    """Proof in both directions: marked text that must be found, and text in which nothing may be found."""

    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()


class Entry(PackModel):
    """What every entry of every kind has. A deprecated entry is not used; its id is never given again."""

    id: EntryId
    status: Literal["active", "deprecated"] = "active"
    successor: EntryId | None = None
    source: str = ""
    notes: str = ""
    examples: Examples = Examples()


class Term(Entry):
    """A name of the field, found wherever its name or a variant stands (longest mention wins)."""

    name: Word
    kind: TermKind
    topic: str = ""
    variants: tuple[Word, ...] = ()
    guards: tuple[Word, ...] = ()
    priority: int = 0


class WordList(Entry):
    """Words that play one part in the language of reports: bounds, verbs, cues, type words."""

    words: tuple[Word, ...]


class Unit(Entry):
    """A unit or classifier: `unit` is what a record says, `words` are its spellings in text."""

    unit: str
    words: tuple[Word, ...]
    dimension: str = "count"


class SectionRule(Entry):
    """Words in a heading that tell what kind of section follows; the rule of highest priority wins."""

    section: SectionKind
    words: tuple[Word, ...]
    priority: int = 0


class Indicator(Entry):
    """A figure that can be compared between governments, and the rules that recognise it.

    A statistic is this indicator when its unit is one of `units`, one of the patterns `measure` is found in
    its measure and none of `unless`, one of `context` (if any) is found in the sentence up to the number or
    shortly before it, and none of `unless_sentence` in the sentence. `{name}` in a pattern or among the units
    stands for the words of the list `indicator.name`. With `single_field: excluded`, a sentence about one
    field of enforcement (list `indicator.field`) gives no indicator, unless a department reports on itself.
    """

    name: Word
    topic: str = ""
    definition: str = ""
    units: tuple[Word, ...]
    measure: tuple[MeasurePattern, ...]
    unless: tuple[MeasurePattern, ...] = ()
    context: tuple[ContextPattern, ...] = ()
    unless_sentence: tuple[ContextPattern, ...] = ()
    single_field: Literal["included", "excluded"] = "included"
    priority: int = 0


class Relation(Entry):
    """What figures of one report have to do with each other, so that the report can be checked.

    `figures`, `parts` and `wholes` are ids of indicators, `measures` patterns of measures. By `check`:

    - `rate`: each of `figures` is a percentage, that of `parts` among one of `wholes`;
    - `at_most`: none of `parts` is more than the largest of `wholes` in the same sentence;
    - `sum`: the figures of a sentence, one for each of `measures`, are together no more than that;
    - `once`: a report gives each of `figures` one value for its year.
    """

    check: Literal["rate", "at_most", "sum", "once"]
    figures: tuple[EntryId, ...] = ()
    parts: tuple[EntryId, ...] = ()
    wholes: tuple[EntryId, ...] = ()
    measures: tuple[MeasurePattern, ...] = ()


class Extension(PackModel):
    """Words and examples added to an entry of an earlier pack; only fields the entry has may be given."""

    id: EntryId
    variants: tuple[Word, ...] = ()
    guards: tuple[Word, ...] = ()
    words: tuple[Word, ...] = ()
    examples: Examples = Examples()


E = TypeVar("E", bound=Entry)


class PackFile(PackModel, Generic[E]):
    """One file of a pack; `topic` and `source` hold for entries that give none."""

    model_config = ConfigDict(defer_build=True)  # a start needs none of the models in between

    format: Literal["1"]
    topic: str = ""
    source: str = ""
    entries: tuple[E, ...] = ()
    override: tuple[E, ...] = ()
    extend: tuple[Extension, ...] = ()


class TermFile(PackFile[Term]):
    kind: Literal["terms"]


class WordFile(PackFile[WordList]):
    kind: Literal["words"]


class UnitFile(PackFile[Unit]):
    kind: Literal["units"]


class SectionFile(PackFile[SectionRule]):
    kind: Literal["sections"]


class IndicatorFile(PackFile[Indicator]):
    kind: Literal["indicators"]


class RelationFile(PackFile[Relation]):
    kind: Literal["relations"]


AnyFile = Annotated[
    TermFile | WordFile | UnitFile | SectionFile | IndicatorFile | RelationFile,
    Field(discriminator="kind"),
]

FILES: Mapping[str, type[PackFile[Any]]] = MappingProxyType(
    {
        "terms": TermFile,
        "words": WordFile,
        "units": UnitFile,
        "sections": SectionFile,
        "indicators": IndicatorFile,
        "relations": RelationFile,
    }
)
"""The model of a file by its `kind`; a new kind of entry is added to `AnyFile`, here and in `Packs`."""


def entry_model(kind: str) -> type[Entry]:
    """The model of the entries in files of this kind.

    >>> entry_model("units").__name__
    'Unit'
    """
    model: type[Entry] = get_args(FILES[kind].model_fields["entries"].annotation)[0]
    return model
