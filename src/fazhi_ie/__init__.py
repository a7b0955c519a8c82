"""fazhi_ie: typed, comparable records from Chinese rule-of-law government reports (法治政府建设情况报告).

>>> import fazhi_ie
>>> report = fazhi_ie.extract("2023年，全区收到行政复议申请52件。")
>>> report.statistics[0].quantity.value
Decimal('52')

Importing this module is cheap: each name is imported when it is first asked for, packs are read by the first
extraction, and spaCy is loaded by `load()` alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .adapters.arrow.frames import tables
    from .adapters.spacy import load
    from .comparison import Comparison, compare
    from .errors import FazhiError, InputError, PackError
    from .extractor import Extractor, extract
    from .packs import Packs, load_packs
    from .parallel import extract_many
    from .records import (
        Citation,
        Issuer,
        PackInfo,
        Period,
        Quantity,
        Region,
        Report,
        Section,
        Source,
        Span,
        Statistic,
        TermMention,
    )

__all__ = [
    "Citation",
    "Comparison",
    "Extractor",
    "FazhiError",
    "InputError",
    "Issuer",
    "PackError",
    "PackInfo",
    "Packs",
    "Period",
    "Quantity",
    "Region",
    "Report",
    "Section",
    "Source",
    "Span",
    "Statistic",
    "TermMention",
    "compare",
    "extract",
    "extract_many",
    "load",
    "load_packs",
    "tables",
]

_HOMES = {
    ".adapters.arrow.frames": {"tables"},
    ".adapters.spacy": {"load"},
    ".comparison": {"Comparison", "compare"},
    ".errors": {"FazhiError", "InputError", "PackError"},
    ".extractor": {"Extractor", "extract"},
    ".packs": {"Packs", "load_packs"},
    ".parallel": {"extract_many"},
}

_MODULES = {"arrow", "spark"}


def __getattr__(name: str) -> object:
    """Import a public name from its module the first time it is used (PEP 562)."""
    if name in _MODULES:
        return import_module(f".{name}", __name__)
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((module for module, names in _HOMES.items() if name in names), ".records")
    value = globals()[name] = getattr(import_module(home, __name__), name)
    return value
