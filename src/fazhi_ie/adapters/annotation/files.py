"""Read and write annotation files: always UTF-8, to the character, and never over someone's work."""

from __future__ import annotations

import re
from pathlib import Path

from ...errors import InputError

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff/\\:*?"<>|]+')


def read_utf8(path: Path) -> str:
    """The text of a file with its newlines and byte order mark; raises `InputError` when there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise InputError("FZ178", f"The file {path} of the annotations cannot be read: {reason}.") from error
    except UnicodeDecodeError as error:
        raise InputError(
            "FZ178", f"The file {path} of the annotations is not UTF-8; save it as UTF-8."
        ) from error


def write_utf8(path: Path, text: str) -> None:
    """Write a new file as it is; raises `InputError` when the text is not Unicode, and `FileExistsError`."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            "FZ178",
            f"{path} cannot be written: its text has half a surrogate pair at offset {error.start}; decode the "
            "report again with the right encoding.",
        ) from error
    with path.open("xb") as stream:
        stream.write(data)


def new_folder(path: Path) -> Path:
    """Make a folder for annotations; raises `InputError` when it holds anything, which could be corrections."""
    if (path.is_dir() and any(path.iterdir())) or (path.exists() and not path.is_dir()):
        raise InputError(
            "FZ179",
            f"{path} already holds something, and corrections that people made must not be overwritten; "
            "name a new folder.",
        )
    path.mkdir(parents=True, exist_ok=True)
    return path


def file_name(id: str, taken: set[str]) -> str:
    """A name for the files of a text, from its id and unlike all that are taken already; takes it.

    >>> taken = set()
    >>> file_name("2024/hechuan.txt", taken), file_name("2023/hechuan.txt", taken)
    ('hechuan', 'hechuan-2')
    """
    stem = _UNSAFE.sub("_", Path(id).stem).strip(" .") or "report"
    name, number = stem, 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name.lower())
    return name
