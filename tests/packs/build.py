"""Packs for tests, written as the files they are."""

from __future__ import annotations

from pathlib import Path

TERM_FILE = """\
format: "1"
kind: terms
topic: general
source: 测试
entries:
"""


def write_pack(folder: Path, manifest: str = "", **files: str) -> Path:
    """Write a pack: `pack.yaml`, and a file for each keyword (`terms__a` is `terms/a.yaml`)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(f'name: {folder.name}\nversion: "1"\n{manifest}', "utf-8")
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def terms(*entries: str) -> str:
    """A file of terms, each written in braces without them: `id: a.b, name: 述法, kind: activity`."""
    return TERM_FILE + "".join(f"  - {{{entry}}}\n" for entry in entries)
