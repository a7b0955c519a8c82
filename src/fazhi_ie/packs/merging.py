"""Packs one after another into one set of entries: what a later one adds, replaces, extends, switches off.

The order is the caller's. In each pack `disable` works first, then `override`, then new entries, then
`extend`. Ids are unique among the entries of one kind; every id that a pack speaks of must be there, or the
change it asks for would be lost without a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .model import Entry, Examples, Extension, Manifest
from .problems import Problem, did_you_mean, enough
from .validation import Part


class Origin(NamedTuple):
    """Where an entry is written: its pack, the file, the 1-based line."""

    pack: str
    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass
class Merger:
    """Collects the entries of packs; `entries` and `origins` are by kind, then by id."""

    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    origins: dict[str, dict[str, tuple[Origin, ...]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _broken: set[str] = field(default_factory=set)

    def add(self, manifest: Manifest, manifest_path: str, parts: Iterable[Part]) -> None:
        """Take in one pack."""
        parts = list(parts)
        self._broken |= {id for part in parts for id in part.broken}
        for id in manifest.disable:
            if not enough(self.problems):
                self._disable(id, manifest_path)
        for part in parts:
            for entry, line in part.override:
                self._override(part.kind, entry, Origin(manifest.name, part.path, line))
        for part in parts:
            self._add_all(part, manifest.name)
        for part in parts:
            for extension, line in part.extend:
                self._extend(part.kind, extension, Origin(manifest.name, part.path, line))

    def check_successors(self) -> None:
        """Note each successor that no pack has."""
        for kind, entries in self.entries.items():
            for entry in entries.values():
                if entry.successor and entry.successor not in entries and not enough(self.problems):
                    origin = self.origins[kind][entry.id][-1]
                    said = f"The successor `{entry.successor}` is not there."
                    self._note(origin, "FZ211", f"{said} {did_you_mean(entry.successor, entries)}", entry.id)

    def _add_all(self, part: Part, pack: str) -> None:
        entries = self.entries.setdefault(part.kind, {})
        origins = self.origins.setdefault(part.kind, {})
        for entry, line in part.entries:
            origin = Origin(pack, part.path, line)
            if entry.id in entries:
                said = (
                    f"The id is taken by the entry at {origins[entry.id][0]}. Give this one another id, "
                    "or put it under `override` to replace that one."
                )
                self._note(origin, "FZ210", said, entry.id)
            else:
                entries[entry.id] = entry
                origins[entry.id] = (origin,)

    def _override(self, kind: str, entry: Entry, origin: Origin) -> None:
        if self._known(kind, entry.id, origin, "override"):
            self.entries[kind][entry.id] = entry
            self.origins[kind][entry.id] += (origin,)

    def _extend(self, kind: str, extension: Extension, origin: Origin) -> None:
        if not self._known(kind, extension.id, origin, "extend"):
            return
        entry = self.entries[kind][extension.id]
        added = {name: getattr(extension, name) for name in extension.model_fields_set - {"id"}}
        foreign = added.keys() - type(entry).model_fields.keys()
        if foreign:
            said = f"Entries of kind {kind} have no {', '.join(sorted(foreign))}. Remove it."
            self._note(origin, "FZ212", said, extension.id)
            return
        update = {name: _joined(getattr(entry, name), value) for name, value in added.items()}
        self.entries[kind][extension.id] = entry.model_copy(update=update)
        self.origins[kind][extension.id] += (origin,)

    def _disable(self, id: str, path: str) -> None:
        """Switch off `id`, or `kind/id` where entries of several kinds have the id."""
        only, _, name = id.rpartition("/")
        kinds = [k for k, entries in self.entries.items() if name in entries and only in ("", k)]
        if len(kinds) == 1:
            del self.entries[kinds[0]][name]
            del self.origins[kinds[0]][name]
        elif kinds:
            choices = " or ".join(f"`{kind}/{name}`" for kind in kinds)
            said = f"Several entries have this id. Write {choices}."
            self.problems.append(Problem(path, 1, "FZ211", said, id))
        elif name not in self._broken:
            known = (i for entries in self.entries.values() for i in entries)
            said = f"`disable` names an entry that no earlier pack has. {did_you_mean(name, known)}"
            self.problems.append(Problem(path, 1, "FZ211", said, id))

    def _known(self, kind: str, id: str, origin: Origin, verb: str) -> bool:
        known = self.entries.get(kind, {})
        if id in known:
            return True
        if id not in self._broken and not enough(self.problems):
            said = f"`{verb}` names an entry of kind {kind} that no earlier pack has."
            self._note(origin, "FZ211", f"{said} {did_you_mean(id, known)}", id)
        return False

    def _note(self, origin: Origin, code: str, said: str, id: str) -> None:
        self.problems.append(Problem(origin.path, origin.line, code, said, id))


def _joined(old: Any, new: Any) -> Any:
    """Old values and the new ones behind them, each once."""
    if isinstance(old, Examples):
        return Examples(match=_joined(old.match, new.match), no_match=_joined(old.no_match, new.no_match))
    return tuple(dict.fromkeys((*old, *new)))
