"""The work folder of a run, `OUTPUT.partial/` beside the output: what is done so far, for nobody but `--resume`.

It holds one file a finished chunk, what the run was begun with (`plan.json`), and a lock, so that two runs never
write one output. It is there exactly as long as the output is not complete. A run that finds such a folder
must say what it wants, `--resume` or a new beginning: hours of work are never thrown away in silence.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ...errors import InputError
from ..datasets.targets import whole_file

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PLAN, _LOCK = "plan.json", "lock"
_OURS = re.compile(r"[0-9a-f]{32}\.jsonl|plan\.json|lock|\.fazhi-[0-9a-f-]+\.part")
_PATIENCE = 20
"""How often, every tenth of a second, to ask for the lock: the workers of a run that was killed need a moment."""


@dataclass(frozen=True)
class WorkFolder:
    """The folder at `path`; made by `open_folder` only."""

    path: Path

    def file_of(self, key: str) -> Path:
        """Where the results of a chunk are when it is done."""
        return self.path / f"{key}.jsonl"

    def write_plan(self, plan: bytes) -> None:
        """Note what the run was begun with; from here on it can be resumed."""
        with whole_file(self.path / _PLAN) as stream:
            stream.write(plan)

    def read_plan(self) -> bytes | None:
        """What the run that is resumed was begun with, or None when there is none."""
        with suppress(FileNotFoundError):
            return (self.path / _PLAN).read_bytes()
        return None

    def remove(self) -> None:
        """Delete the folder, plan first and lock last; with something of somebody else in it, it stays."""
        (self.path / _PLAN).unlink(missing_ok=True)
        for file in self.path.iterdir():
            if _OURS.fullmatch(file.name) and file.name != _LOCK:
                file.unlink()
        (self.path / _LOCK).unlink(missing_ok=True)
        with suppress(OSError):
            self.path.rmdir()


def folder_for(output: Path) -> Path:
    """The work folder for an output: beside it, on the same disk.

    >>> folder_for(Path("/data/reports.parquet")).name
    'reports.parquet.partial'
    """
    target = output.resolve()
    return target.with_name(f"{target.name}.partial")


@contextmanager
def open_folder(output: Path, *, resume: bool) -> Iterator[WorkFolder]:
    """Make or reopen the work folder of an output and hold its lock inside the block.

    Raises `InputError`: FZ140 when another run holds it, FZ141 when one was stopped and `resume` is not asked for,
    FZ142 when something else is there.
    """
    folder = WorkFolder(folder_for(output))
    _refuse_foreign(folder.path)
    with _locked(folder.path, output):
        if not resume and folder.read_plan() is not None:
            raise InputError(
                "FZ141",
                f"An earlier run that writes {output} was stopped before it was complete. Add --resume to finish it, "
                f"or delete the folder {folder.path} to begin anew.",
            )
        try:
            yield folder
        finally:
            if folder.path.exists() and folder.read_plan() is None:  # nothing to resume
                folder.remove()


def _refuse_foreign(path: Path) -> None:
    if not path.exists():
        return
    names = (file.name for file in path.iterdir()) if path.is_dir() else iter([path.name])
    foreign = min((name for name in names if not _OURS.fullmatch(name)), default=None)
    if foreign:
        raise InputError(
            "FZ142",
            f"{path} is needed for the work, but {foreign} is there, which is not from an unfinished run; "
            "move it away, or name another output.",
        )


@contextmanager
def _locked(folder: Path, output: Path) -> Iterator[None]:
    """Hold the lock; workers inherit it, so that it is free when the last process of a killed run is gone."""
    descriptor = _acquire(folder, output)
    try:
        yield
    finally:
        os.close(descriptor)


def _acquire(folder: Path, output: Path) -> int:
    for _ in range(_PATIENCE):
        with suppress(FileNotFoundError):  # a run that ends has removed the folder this very moment
            folder.mkdir(exist_ok=True)
            descriptor = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
            if _try_lock(descriptor) and _is_current(descriptor, folder / _LOCK):
                return descriptor
            os.close(descriptor)
        time.sleep(0.1)
    raise InputError(
        "FZ140", f"Another run is writing {output} at this moment; wait until it is complete, or stop it."
    )


def _is_current(descriptor: int, path: Path) -> bool:
    """Whether the file locked is the one at the path, and not one removed between opening and locking."""
    return path.exists() and os.path.samestat(os.fstat(descriptor), path.stat())


if sys.platform == "win32":

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
