"""Rules on what backs an entry: examples in both directions, a source, a topic, a successor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..examples import Example
from ..load import Packs
from ..model import Entry, Term
from ..problems import Problem, did_you_mean
from .rule import Rule, finding, fold, names

_PROVEN_KINDS = ("terms", "sections", "indicators", "relations")
_ODD_ID = re.compile(r"__|_(?:\.|$)|\._|\.\d+(?:\.|$)")


def _missing_examples(packs: Packs) -> Iterator[Problem]:
    for kind in _PROVEN_KINDS:
        for entry in packs.entries(kind):
            if not entry.examples.match:
                said = 'No example shows what must be found. Add `match: ["…[…]…"]`.'
                yield finding(packs, kind, entry, "FZ311", said)
            if not entry.examples.no_match:
                said = 'No example shows what must not be found, a near miss. Add `no_match: ["…"]`.'
                yield finding(packs, kind, entry, "FZ312", said)


def _unproven_names(packs: Packs) -> Iterator[Problem]:
    for term in packs.terms:
        marked = {fold(text) for text in _marked(term)}
        for name in names(term):
            if term.examples.match and fold(name) not in marked:
                said = f"No example marks `{name}`. Add one to `match`."
                yield finding(packs, "terms", term, "FZ313", said)


def _marked(entry: Entry) -> Iterator[str]:
    for text in entry.examples.match:
        try:
            example = Example.parse(text)
        except ValueError:
            continue  # told by FZ314
        yield from (example.text[start:end] for start, end in example.spans)


def _marks(packs: Packs) -> Iterator[Problem]:
    for kind in packs.origins:
        for entry in packs.entries(kind):
            for text in entry.examples.match:
                if said := _mark_fault(text):
                    yield finding(packs, kind, entry, "FZ314", f"In the example `{text}` {said}.")
            for text in entry.examples.no_match:
                if said := _no_match_fault(text):
                    yield finding(packs, kind, entry, "FZ314", f"In the no_match example `{text}` {said}.")


def _mark_fault(text: str) -> str:
    try:
        return "" if Example.parse(text).spans else "nothing is marked. Put [ ] around what must be found"
    except ValueError as error:
        return f"the marks are wrong: {error}. Correct them"


def _no_match_fault(text: str) -> str:
    """Marks are allowed in `no_match` too: they point at what must not be found."""
    return _mark_fault(text) if "[" in text or "]" in text else ""


def _far_misses(packs: Packs) -> Iterator[Problem]:
    for term in packs.terms:
        for text in term.examples.no_match:
            if not any(_near(name, text) for name in names(term)):
                said = f"The no_match example `{text}` is nowhere near a match. Write a near miss."
                yield finding(packs, "terms", term, "FZ315", said)


def _near(name: str, text: str) -> bool:
    """Whether a text shares two characters with a name, or all there are."""
    return len(set(name) & set(text)) >= min(2, len(set(name)))


def _unknown_topics(packs: Packs) -> Iterator[Problem]:
    for kind in ("terms", "indicators"):
        for entry in packs.entries(kind):
            topic = getattr(entry, "topic", "")
            if topic not in packs.topics:
                said = f"The topic `{topic}` is in no pack.yaml." if topic else "The entry has no topic."
                yield finding(packs, kind, entry, "FZ316", f"{said} {did_you_mean(topic, packs.topics)}")


def _no_source(packs: Packs) -> Iterator[Problem]:
    for kind in packs.origins:
        for entry in packs.entries(kind):
            if not entry.source:
                said = "Nothing says where this comes from. Add `source`: a law, an outline, or usage."
                yield finding(packs, kind, entry, "FZ317", said)


def _odd_ids(packs: Packs) -> Iterator[Problem]:
    for kind in packs.origins:
        for entry in packs.entries(kind):
            if _ODD_ID.search(entry.id):
                said = "The id has a number for a part, or an idle underscore. Use words."
                yield finding(packs, kind, entry, "FZ318", said)


def _deprecated(packs: Packs) -> Iterator[Problem]:
    for kind, entries in packs.deprecated.items():
        active = {entry.id: entry for entry in packs.entries(kind)}
        for entry in entries:
            if entry.successor is None:
                said = "A deprecated entry names the one to use instead. Add `successor: …`."
                yield finding(packs, kind, entry, "FZ319", said)
            elif entry.successor not in active:
                said = (
                    f"The successor `{entry.successor}` is deprecated itself. Name the one that replaced it."
                )
                yield finding(packs, kind, entry, "FZ319", said)
            elif isinstance(entry, Term):
                yield from _lost_names(packs, entry, active[entry.successor])


def _lost_names(packs: Packs, old: Term, new: Entry) -> Iterator[Problem]:
    kept = set(names(new)) if isinstance(new, Term) else set()
    for name in names(old):
        if name not in kept:
            said = (
                f"`{name}` is not found any more. Add it to the variants of `{new.id}` if it is meant to be."
            )
            yield finding(packs, "terms", old, "FZ320", said)


RULES = (
    Rule("FZ311", "no-match-example", "An entry shows by example what it finds.", _missing_examples),
    Rule("FZ313", "unproven-name", "Every name and variant is marked in an example.", _unproven_names),
    Rule("FZ314", "bad-marks", "Marks stand in pairs, and in `match` there are some.", _marks),
    Rule("FZ315", "far-miss", "A no_match example is a near miss.", _far_misses),
    Rule("FZ316", "unknown-topic", "Topics are those of pack.yaml.", _unknown_topics),
    Rule("FZ317", "no-source", "An entry says where it comes from.", _no_source),
    Rule("FZ318", "odd-id", "Ids are made of words.", _odd_ids),
    Rule("FZ319", "no-successor", "A deprecated entry names an active successor.", _deprecated),
)
