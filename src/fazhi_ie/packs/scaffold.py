"""A new pack to start from: small, complete and passing all checks."""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import PackError
from .schema import FILE_NAME, schema_text
from .sources import MANIFEST

_TEMPLATE = Path(__file__).with_name("template")


def new_pack(folder: Path, name: str = "") -> list[Path]:
    """Write a new pack into an empty or new folder; the files written, in the order to read them.

    The pack's name is the folder's unless `name` is given. Raises `PackError` when there is something in
    the folder, or the name is not made of small Latin letters, digits, - and _.
    """
    name = name or folder.resolve().name.lower()
    if not re.fullmatch(r"[a-z][a-z0-9_-]*", name):
        said = f"{name!r} cannot be the name of a pack; give one of small Latin letters with --name."
        raise PackError("FZ215", said)
    if folder.exists() and any(folder.iterdir()):
        raise PackError("FZ216", f"{folder} is not empty; give the name of a new folder.")
    written = []
    for path in sorted(_TEMPLATE.rglob("*.tmpl")):
        target = folder / path.relative_to(_TEMPLATE).with_suffix("")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text("utf-8").replace("{name}", name), "utf-8", newline="\n")
        written.append(target)
    target = folder / FILE_NAME
    target.write_text(schema_text(), "utf-8", newline="\n")
    return sorted([*written, target], key=lambda path: (path.name != MANIFEST, path))
