"""Packs as text: what a saved pipeline carries, so that it loads where their folders do not exist.

The YAML is kept, not what was compiled from it: it can be read, compared and checked, and compiling takes
a fraction of a second. The same text gives the same hashes, so a report shows no difference.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ...packs import Packs, load_packs
from ...packs.problems import PackProblems, Problem
from ...packs.sources import find_source


@dataclass(frozen=True)
class PackBundle:
    """The files of some packs, in order: for each its name, and its texts by path inside the pack."""

    packs: tuple[tuple[str, dict[str, str]], ...]

    @classmethod
    def collect(cls, names: Sequence[str]) -> PackBundle:
        """Read the files of packs; raises `PackError` when one cannot be found."""
        problems: list[Problem] = []
        sources = [find_source(name, problems) for name in names]
        if problems:
            raise PackProblems(problems)
        return cls(
            tuple(
                (s.name, {f.relative_to(s.root).as_posix(): f.read_bytes().decode("utf-8") for f in s.files})
                for s in sources
                if s is not None
            )
        )

    def load(self) -> Packs:
        """Compile the packs from a temporary copy of their files."""
        with TemporaryDirectory(prefix="fazhi-ie-") as temporary:
            folders = []
            for number, (name, files) in enumerate(self.packs):
                folder = Path(temporary, str(number), name)
                for path, text in files.items():
                    file = folder / path
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(text.encode("utf-8"))
                folders.append(folder)
            return load_packs(folders)

    def to_bytes(self) -> bytes:
        """Gzipped JSON, the same bytes for the same packs."""
        return gzip.compress(json.dumps(self.packs, ensure_ascii=False).encode("utf-8"), mtime=0)

    @classmethod
    def from_bytes(cls, data: bytes) -> PackBundle:
        """The inverse of `to_bytes`."""
        return cls(tuple((name, files) for name, files in json.loads(gzip.decompress(data))))
