"""One entry as a person wants to see it: what is in force, where it is written, what changed it."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import PackError
from .canonical import entry_lines
from .load import Packs
from .model import Entry, Term
from .problems import did_you_mean


def describe(packs: Packs, wanted: str) -> Iterator[str]:
    """Lines that tell of every entry with this id, name or variant; raises `PackError` when there is none."""
    found = [(kind, entry) for kind, entry in _all(packs) if _is_called(entry, wanted)]
    if not found:
        known = [name for _, entry in _all(packs) for name in _names(entry)]
        said = f"No entry has the id or name {wanted!r}. {did_you_mean(wanted, known)}"
        raise PackError("FZ217", said)
    for kind, entry in found:
        first, *changes = packs.origins[kind][entry.id]
        yield f"# {kind}, pack {first.pack}: {first}"
        for change in changes:
            yield f"# changed by pack {change.pack}: {change}"
        yield from entry_lines(kind, entry.model_dump(mode="json", exclude_defaults=True))


def _all(packs: Packs) -> Iterator[tuple[str, Entry]]:
    for kind in packs.origins:
        yield from ((kind, entry) for entry in packs.entries(kind))
        yield from ((kind, entry) for entry in packs.deprecated.get(kind, ()))


def _is_called(entry: Entry, wanted: str) -> bool:
    return wanted in _names(entry)


def _names(entry: Entry) -> tuple[str, ...]:
    """What an entry can be asked for by."""
    return (entry.id, entry.name, *entry.variants) if isinstance(entry, Term) else (entry.id,)
