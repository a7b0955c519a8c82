"""Read pattern packs: names, folders and files in, one immutable `Packs` out.

Packs are read in the order given, and only those: a broken pack that nobody asked for does no harm. The
packs' names, versions and hashes go along into every report, so that a result can be repeated.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..collector import collector_at_rest
from ..errors import PackError
from ..records import PackInfo
from .lists import check_lists
from .merging import Merger, Origin
from .model import Entry, Indicator, Manifest, Relation, SectionRule, Term, Unit, WordList
from .problems import PackProblems, Problem, enough
from .reading import read_file
from .sources import MANIFEST, Source, builtin_folder, find_source
from .validation import Part, read_manifest, read_part

__all__ = ["DEFAULT", "Packs", "builtin_folder", "load_packs"]

DEFAULT = ("default",)


@dataclass(frozen=True)
class Packs:
    """All active entries of all packs that were asked for, in the order of the packs.

    `origins` tells where each entry is written, by kind and id: first its definition, then what changed it.
    """

    terms: tuple[Term, ...] = ()
    units: tuple[Unit, ...] = ()
    sections: tuple[SectionRule, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    relations: tuple[Relation, ...] = ()
    lists: Mapping[str, WordList] = field(default_factory=dict)
    info: tuple[PackInfo, ...] = ()
    topics: Mapping[str, str] = field(default_factory=dict)
    deprecated: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    origins: Mapping[str, Mapping[str, tuple[Origin, ...]]] = field(default_factory=dict)

    def words(self, id: str) -> tuple[str, ...]:
        """The words of one list, `words("quantity.bound.over.before")`."""
        if id not in self.lists:
            raise PackError(
                "FZ202", f"No loaded pack has a word list {id!r}; add the default pack or define the list."
            )
        return self.lists[id].words

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """All active entries of one kind: `entries("words")`."""
        return tuple(self.lists.values()) if kind == "words" else getattr(self, kind)


def load_packs(packs: str | Path | Sequence[str | Path] = DEFAULT) -> Packs:
    """Read packs by name (`default`, or installed by pip), folder or file, each on top of those before it.

    Raises `PackError` with every problem of every pack, one a line, each with file, line, id and remedy.

    >>> packs = load_packs()
    >>> [info.name for info in packs.info]
    ['default']
    """
    names = [packs] if isinstance(packs, str | Path) else packs
    with collector_at_rest():
        return _load([str(name) for name in names])


def _load(names: list[str]) -> Packs:
    problems: list[Problem] = []
    merger = Merger(problems=problems)
    infos: list[PackInfo] = []
    topics: dict[str, str] = {}
    for name in names:
        content = _read(name, problems)
        if content is not None:
            merger.add(content.manifest, content.manifest_path, content.parts)
            infos.append(content.info)
            topics |= content.manifest.topics
    merger.check_successors()
    check_lists(merger)
    if problems:
        raise PackProblems(problems)
    return _assemble(merger, tuple(infos), topics)


@dataclass(frozen=True)
class _Content:
    """One pack as read, before it meets the others."""

    manifest: Manifest
    manifest_path: str
    parts: tuple[Part, ...]
    info: PackInfo


def _read(pack: str, problems: list[Problem]) -> _Content | None:
    if pack == "default":
        content, found = _read_default()
        problems += found
        return content
    source = find_source(pack, problems)
    return _read_source(source, problems) if source else None


@lru_cache(maxsize=1)
def _read_default() -> tuple[_Content | None, tuple[Problem, ...]]:
    """The pack that comes with the library does not change while a program runs."""
    problems: list[Problem] = []
    source = find_source("default", problems)
    content = _read_source(source, problems, proven=True) if source else None
    return content, tuple(problems)


def _read_source(source: Source, problems: list[Problem], *, proven: bool = False) -> _Content:
    digest = hashlib.sha256()
    manifest, manifest_path = None, str(source.root / MANIFEST)
    parts = []
    for path in source.files:
        display = source.display(path)
        raw = read_file(path, display, problems)
        if raw is None or enough(problems):
            continue
        name = path.relative_to(source.root).as_posix().encode("utf-8", "surrogateescape")
        digest.update(name + b"\0" + raw + b"\0")
        if path.name == MANIFEST:
            manifest_path = display
            manifest = read_manifest(raw, display, problems)
        elif part := read_part(raw, display, problems, proven=proven):
            parts.append(part)
    if not source.files:
        said = "The folder has no .yaml file in it. Make a pack with `fazhi-ie packs new FOLDER`."
        problems.append(Problem(str(source.root), 1, "FZ201", said))
    manifest = manifest or Manifest.model_construct(name=source.name, version="0")
    info = PackInfo(name=manifest.name, version=manifest.version, sha256=digest.hexdigest())
    return _Content(manifest, manifest_path, tuple(parts), info)


def _assemble(merger: Merger, infos: tuple[PackInfo, ...], topics: dict[str, str]) -> Packs:
    active: dict[str, Any] = {}
    deprecated: dict[str, tuple[Entry, ...]] = {}
    for kind, entries in merger.entries.items():
        active[kind] = tuple(e for e in entries.values() if e.status == "active")
        deprecated[kind] = tuple(e for e in entries.values() if e.status == "deprecated")
    active["lists"] = {entry.id: entry for entry in active.pop("words", ())}
    return Packs(**active, info=infos, topics=topics, deprecated=deprecated, origins=merger.origins)
