"""What a person works on: packs named on the command line, loaded on top of the default pack.

The default pack may be given as the folder it lies in, and any pack by a file or folder inside it. Only what
was given is tested and linted, though everything is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .load import DEFAULT, Packs, load_packs
from .merging import Origin
from .problems import PackProblems, Problem
from .reading import read_file
from .sources import MANIFEST, builtin_folder, find_source, pack_root
from .validation import read_manifest


@dataclass(frozen=True)
class Workspace:
    """Loaded packs, and the paths that were asked for (none: everything)."""

    packs: Packs
    paths: tuple[Path, ...]

    def holds(self, path: str) -> bool:
        """Whether a file belongs to what was asked for."""
        if not self.paths:
            return True
        place = Path(path).resolve()
        return any(place == asked or asked in place.parents for asked in self.paths)

    def origins(self) -> Iterator[tuple[str, str, Origin]]:
        """Kind, id and place of everything that was asked for, entries and changes to entries."""
        for kind, by_id in self.packs.origins.items():
            for id, origins in by_id.items():
                yield from ((kind, id, origin) for origin in origins if self.holds(origin.path))


def open_workspace(paths: Sequence[Path], base: Sequence[str] = DEFAULT) -> Workspace:
    """Load `base` and the packs that hold `paths`, in this order."""
    names = dict.fromkeys([*base, *(pack_name(path) for path in paths)])
    return Workspace(load_packs(tuple(names)), tuple(path.resolve() for path in paths if path.exists()))


def load_for(paths: Sequence[Path]) -> Packs:
    """The packs at these paths, on top of the default one if none of them is a version of it."""
    names = [pack_name(path) for path in paths]
    complete = any(_is_default(Path(name)) for name in names)
    return load_packs(tuple(names if complete else dict.fromkeys([*DEFAULT, *names])))


def _is_default(root: Path) -> bool:
    """Whether a folder is the default pack in some version, such as a checkout of an older one."""
    if not (root / MANIFEST).is_file():
        return False
    raw = read_file(root / MANIFEST, "", [])
    manifest = read_manifest(raw, "", []) if raw is not None else None
    return manifest is not None and manifest.name == DEFAULT[0]


def pack_name(path: Path) -> str:
    """The pack that a path belongs to, as `load_packs` takes it."""
    root = pack_root(path) or path
    return "default" if root.resolve() == builtin_folder().resolve() else str(root)


def pattern_files(paths: Iterable[Path]) -> list[Path]:
    """The YAML files at these paths, packs by name included; raises `PackError` for what is not there."""
    problems: list[Problem] = []
    files: list[Path] = []
    for path in paths:
        source = find_source(str(path), problems)
        files += source.files if source else ()
    if problems:
        raise PackProblems(problems)
    return files


def relative_schema(path: Path, file_name: str) -> str:
    """The way from a pack file to the schema at its pack's root, or nothing when there is none."""
    root = pack_root(path)
    if root is None or not (root / file_name).is_file():
        return ""
    ups = len(path.resolve().relative_to(root.resolve()).parts) - 1
    return "../" * ups + file_name
