"""Prove the packs: run every example through the real engine, in both directions.

An entry that finds too little or too much is told by its own examples, with what was expected and what was
found marked in the sentence. What "found" means for an entry is the engine's business (see `engine`); here
only the spans count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from .examples import Example, Span, mark
from .load import Packs
from .merging import Origin
from .model import Entry

Direction = Literal["match", "no_match"]


class Engine(Protocol):
    """What examples are checked against."""

    def spans(self, kind: str, entry: Entry, text: str) -> Sequence[Span]:
        """Where `text` has something of this entry."""

    def proves(self, kind: str, entry: Entry, direction: Direction) -> bool:
        """Whether examples of this entry can be told right from wrong in this direction."""


@dataclass(frozen=True, slots=True)
class Case:
    """One example of one entry."""

    kind: str
    entry: Entry
    direction: Direction
    number: int
    marked: str
    origins: tuple[Origin, ...]

    @property
    def origin(self) -> Origin:
        """Where the entry was written or last changed."""
        return self.origins[-1]

    @property
    def name(self) -> str:
        """A name that stays the same while examples are only added: `hotline.service.match[0]`."""
        return f"{self.entry.id}.{self.direction}[{self.number}]"


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: what was found in it, and what that means."""

    case: Case
    found: str
    text: str

    def __str__(self) -> str:
        case = self.case
        head = f"{case.origin}: {case.entry.id} ({case.direction}): {self.text}"
        return f"{head}\n    expected {case.marked}\n    found    {self.found}"


def cases(packs: Packs, kinds: Iterable[str] | None = None) -> Iterator[Case]:
    """All examples of the active entries, entry by entry."""
    for kind in kinds if kinds is not None else packs.origins:
        for entry in packs.entries(kind):
            origins = packs.origins[kind][entry.id]
            directions: tuple[tuple[Direction, tuple[str, ...]], ...] = (
                ("match", entry.examples.match),
                ("no_match", entry.examples.no_match),
            )
            for direction, examples in directions:
                for number, marked in enumerate(examples):
                    yield Case(kind, entry, direction, number, marked, origins)


def check(case: Case, engine: Engine) -> Failure | None:
    """Run one example; None when it holds or cannot be told."""
    if not engine.proves(case.kind, case.entry, case.direction):
        return None
    try:
        example = Example.parse(case.marked)
    except ValueError as error:
        return Failure(case, case.marked, f"the marks are wrong, {error}; correct them.")
    found = engine.spans(case.kind, case.entry, example.text)
    said = _no_match(example, found) if case.direction == "no_match" else _match(case, example, found)
    return Failure(case, mark(example.text, found), said) if said else None


def _no_match(example: Example, found: Sequence[Span]) -> str:
    """Nothing may be found; with marks, they say which near miss is meant, and only that may not."""
    wrong = [span for span in found if not example.spans or span in example.spans]
    if not wrong:
        return ""
    return f"`{_quote(example, wrong[0])}` is found, though it may not be; add a guard or mend the example."


def _match(case: Case, example: Example, found: Sequence[Span]) -> str:
    if not example.spans:
        return "nothing is marked; put [ ] around what must be found."
    missed = [span for span in example.spans if span not in found]
    if missed:
        return f"`{_quote(example, missed[0])}` is not found just so; add a variant or correct the marks."
    extra = [span for span in found if span not in example.spans]
    if extra and case.kind == "terms":
        return f"`{_quote(example, extra[0])}` is found too; mark it as well, or add a guard."
    return ""


def _quote(example: Example, span: Span) -> str:
    return example.text[slice(*span)]
