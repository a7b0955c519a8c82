"""Which files are read, what they are called in records, and where their text may be saved.

A folder stands for every file below it whose name ends like a report. Formats that cannot be read (`.doc`, `.rtf`)
are listed too: reading them says what to do, whereas leaving them out would hide reports from a count.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ...errors import InputError

STDIN = Path("-")
TEXT = frozenset({".txt", ".md"})
HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
UNREADABLE = frozenset({".doc", ".wps", ".rtf", ".odt", ".mht", ".mhtml"})
REPORTS = TEXT | HTML | UNREADABLE | {".docx", ".pdf"}

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LOCK_FILE = "~$"  # what Word and WPS leave beside a document that is open


def find_texts(paths: Iterable[Path]) -> list[Path]:
    """List the files to read: files as given, and for a folder every report below it, sorted, each file once.

    Left out are hidden files and folders, lock files of Word, and links to folders, so that no loop and no
    stranger's folder is followed. A folder that holds no report, or cannot be opened, is listed itself: reading
    it says what is wrong.
    """
    found: list[Path] = []
    for path in paths:
        found.extend(_reports_below(path) if _is_folder(path) else [path])
    return found


def _is_folder(path: Path) -> bool:
    return path != STDIN and os.path.isdir(path)  # Path.is_dir raises where a name cannot be


def _reports_below(folder: Path) -> list[Path]:
    unreadable: list[Path] = []
    found: dict[str, Path] = {}
    # Files before links to them, so that the file is named by its own name.
    for path in sorted(_named_like_reports(folder, unreadable), key=lambda path: (path.is_symlink(), path)):
        found.setdefault(os.path.realpath(path), path)
    return sorted([*found.values(), *unreadable]) or [folder]


def _named_like_reports(folder: Path, unreadable: list[Path]) -> Iterator[Path]:
    for parent, folders, names in os.walk(
        folder, onerror=lambda error: unreadable.append(Path(error.filename))
    ):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith((".", _LOCK_FILE)) and Path(name).suffix.lower() in REPORTS:
                yield Path(parent, name)


def source_id(path: Path) -> str:
    """Name a path in records: as it was given, with `?` marks (U+FFFD) where the name is not UTF-8."""
    return _SURROGATE.sub("\ufffd", str(path))


def shown(path: Path) -> str:
    r"""Name a path in a message, on one line.

    >>> shown(Path("2023\n.txt"))
    '2023\\n.txt'
    """
    if path == STDIN:
        return "standard input"
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), source_id(path))


def text_path(source: Path, folder: Path, roots: Collection[Path]) -> Path:
    """Where the text of a source is saved: below `folder`, in the same subfolders as below its root.

    `roots` are the paths that were given. Where there are several, each has a folder of its own, named for it
    and its place, so that no two sources share a file.

    >>> text_path(Path("reports/2023/a.docx"), Path("texts"), [Path("reports")]).as_posix()
    'texts/2023/a.docx.txt'
    >>> text_path(Path("../a.docx"), Path("texts"), [Path("../a.docx"), Path("b")]).as_posix()
    'texts/folder-5ec1f7e700f3/a.docx.txt'
    """
    if source == STDIN:
        return folder / "stdin.txt"
    root = next((parent for parent in source.parents if parent in roots), source.parent)
    inside = source.relative_to(root)
    if ".." in inside.parts:
        raise InputError(
            "FZ138",
            f"The text of {shown(source)} cannot be saved: its path leads out of {shown(root)}; "
            "give the path without '..'.",
        )
    place = folder if len(roots) == 1 else folder / _label(root)
    return place / inside.with_name(f"{inside.name}.txt")


def _label(root: Path) -> str:
    name = root.name if root.name not in ("", "..") else "folder"
    return f"{name}-{hashlib.sha256(str(root).encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def save_text(text: str, path: Path) -> None:
    """Write a text so that offsets stay true: UTF-8, its newlines and byte order mark as they are."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise InputError(
            "FZ139", f"The text cannot be saved as {shown(path)}: {reason(error)}; choose another folder."
        ) from error


def reason(error: OSError) -> str:
    """What the system said, in the middle of a sentence."""
    return (error.strerror or type(error).__name__).lower()
