"""Annotations in and out: reports for annotators to correct, and what they made of them to score against.

`export` writes reports for brat or doccano; `read_gold` reads them back, and annotations in JSON, for
`fazhi_ie.evaluation.evaluate`; `read_marks` gives the marks themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from ...errors import InputError
from ...evaluation import Gold
from .brat import read_brat, write_brat
from .brat_config import annotation_conf, visual_conf
from .doccano import label_config, read_doccano, write_doccano
from .files import file_name, new_folder, write_utf8
from .gold_files import SUFFIX, read_gold_file
from .judging import gold_from_marks
from .marks import Mark, MarkedText, mark_report

__all__ = ["Format", "Mark", "MarkedText", "export", "mark_report", "read_gold", "read_marks"]

Format = Literal["brat", "doccano"]


def export(
    texts: Iterable[MarkedText], folder: Path, *, format: Format, indicators: Iterable[str] = ()
) -> int:
    """Write texts with their marks into a new folder, with the configuration of the tool; returns how many.

    `indicators` are those that annotators may choose from. Raises `InputError` when the folder holds anything.
    """
    new_folder(folder)
    if format == "brat":
        write_utf8(folder / "annotation.conf", annotation_conf(indicators))
        write_utf8(folder / "visual.conf", visual_conf())
        taken: set[str] = set()
        for marked in texts:
            write_brat(marked, folder, file_name(marked.id, taken))
        return len(taken)
    write_utf8(folder / "labels.json", label_config())
    return write_doccano(texts, folder / "reports.jsonl")


def read_marks(path: Path) -> list[MarkedText]:
    """Read what brat (a folder) or doccano (a file or a folder of `.jsonl` files) has saved."""
    files = _files(path)
    if files[0].suffix == ".ann":
        root = path if path.is_dir() else path.parent
        return [read_brat(file, id=file.relative_to(root).with_suffix("").as_posix()) for file in files]
    return [marked for file in files for marked in read_doccano(file)]


def read_gold(path: Path) -> list[Gold]:
    """Read the annotations in a folder or file, of brat, doccano or JSON, sorted by name.

    Raises `InputError` when there are none, when there are several kinds, or when one cannot be understood.
    """
    files = _files(path)
    if files[0].name.endswith(SUFFIX):
        return [read_gold_file(file) for file in files]
    return gold_from_marks(read_marks(path))


def _files(path: Path) -> list[Path]:
    """The annotation files of a path, all of one kind."""
    found = sorted(path.rglob("*")) if path.is_dir() else [path]
    kinds = {suffix: [file for file in found if file.name.endswith(suffix)] for suffix in _KINDS}
    given = [suffix for suffix, files in kinds.items() if files]
    if len(given) == 1:
        return kinds[given[0]]
    if not path.exists():
        what = "does not exist"
    elif given:
        what = f"has annotations of several kinds ({', '.join(given)})"
    else:
        what = "has no annotations"
    raise InputError(
        "FZ178",
        f"{path} {what}; give a folder of NAME{SUFFIX} files beside their texts, a folder of brat "
        "(NAME.ann and NAME.txt), or a .jsonl file that doccano exported.",
    )


_KINDS = (SUFFIX, ".ann", ".jsonl")
