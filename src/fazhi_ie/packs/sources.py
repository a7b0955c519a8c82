"""Where a pack lies: by name, as a folder, as one file, or installed by pip.

`default` is the pack that comes with the library. Any other name is looked for among the entry points of the
group `fazhi_ie.packs`, whose value is the package that holds the YAML files. Everything else is a path; write
`./name` for a folder that is called like an installed pack.
"""

from __future__ import annotations

import importlib.resources
import os
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from .problems import Problem, did_you_mean

GROUP = "fazhi_ie.packs"
MANIFEST = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """A pack that was found: its name if nothing else names it, its folder, its files in a fixed order."""

    name: str
    root: Path
    files: tuple[Path, ...]

    def display(self, path: Path) -> str:
        """A file's path as a person here would write it."""
        near = os.path.relpath(path)
        return (near if not near.startswith("..") else str(path)).encode("utf-8", "replace").decode()


def builtin_folder() -> Path:
    """The folder of the default pack: inside the installed package, or beside `src/` in a checkout."""
    package = Path(__file__).parents[1] / "patterns"
    return package if package.is_dir() else Path(__file__).parents[3] / "patterns"


def pack_root(path: Path) -> Path | None:
    """The folder with a `pack.yaml` that is or holds this path, or None."""
    start = path.resolve()
    return next((p for p in (start, *start.parents) if (p / MANIFEST).is_file()), None)


def installed_names() -> list[str]:
    """The names of packs that pip has installed."""
    return sorted({entry.name for entry in entry_points(group=GROUP)})


def find_source(pack: str, problems: list[Problem]) -> Source | None:
    """Find one pack; None, with a problem noted, when there is no such pack."""
    if pack == "default":
        return _folder(pack, builtin_folder())
    if pack in installed_names():
        return _installed(pack, problems)
    path = Path(pack)
    if path.is_dir():
        return _folder(path.resolve().name, path)
    if path.is_file():
        return Source(path.stem, path.parent, (path,))
    known = ["default", *installed_names()]
    said = f"There is no folder, file or installed pack of this name. {did_you_mean(pack, known)}"
    problems.append(Problem(pack, 1, "FZ201", said))
    return None


def _folder(name: str, root: Path) -> Source:
    files = [p for suffix in ("*.yaml", "*.yml") for p in root.rglob(suffix) if not p.is_dir()]
    visible = [p for p in files if not any(part.startswith(".") for part in p.relative_to(root).parts)]
    return Source(name, root, tuple(sorted(visible)))


def _installed(pack: str, problems: list[Problem]) -> Source | None:
    entry, *others = entry_points(group=GROUP, name=pack)
    if others:
        said = f"Packages that bring a pack of this name: {_owners(entry, *others)}. Uninstall all but one."
        problems.append(Problem(pack, 1, "FZ219", said))
        return None
    try:
        root = Path(str(importlib.resources.files(entry.value)))
    except Exception as error:  # whatever the foreign package raises when it is imported
        said = f"The installed pack cannot be imported as `{entry.value}` ({error!r}). Install it again."
        problems.append(Problem(pack, 1, "FZ214", said))
        return None
    return _folder(pack, root)


def _owners(*entries: EntryPoint) -> str:
    """The distributions that entry points come from, as pip calls them."""
    return " and ".join(sorted(f"`{e.dist.name if e.dist else e.value}`" for e in entries))
