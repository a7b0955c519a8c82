"""What the results of a run depend on besides its files: packs, the library, and the libraries that read files.

Results made by others than these are not taken over by `--resume`, and the manifest names them, so that a
dataset can be made again.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from ...extractor import extractor
from ...records import SCHEMA_VERSION

_READERS = ("pdfplumber", "pdfminer.six", "python-docx", "selectolax", "trafilatura")
"""Packages that decide what the text of a file is; of those, what is installed."""


def made_with(packs: tuple[str, ...]) -> dict[str, Any]:
    """Versions and packs as plain values; raises `PackError` when the packs cannot be used.

    >>> [pack["name"] for pack in made_with(("default",))["packs"]]
    ['default']
    """
    return {
        "fazhi_ie": version("fazhi-ie"),
        "schema_version": SCHEMA_VERSION,
        "packs": [info.model_dump() for info in extractor(packs).packs.info],
        "readers": {name: found for name in _READERS if (found := _installed(name))},
    }


def digest(made: dict[str, Any]) -> str:
    """A short name for what `made_with` says."""
    return hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
