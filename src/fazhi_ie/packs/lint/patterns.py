"""Rules on regular expressions: they must say something, and not say it twice.

That a pattern compiles and cannot run away is checked when the pack is loaded (`packs.patterns`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..load import Packs
from ..model import Indicator
from ..patterns import as_regex
from ..problems import Problem
from .rule import Rule, finding

_FIELDS = ("measure", "unless", "context", "unless_sentence")
_IDLE_EDGE = re.compile(r"^\.[*+]|(?<!\\)\.[*+]$")


def _all_patterns(packs: Packs) -> Iterator[tuple[Indicator, str]]:
    for indicator in packs.indicators:
        for field in _FIELDS:
            yield from ((indicator, pattern) for pattern in getattr(indicator, field))


def _matches_everything(packs: Packs) -> Iterator[Problem]:
    for indicator, pattern in _all_patterns(packs):
        if as_regex(pattern).search(""):
            said = f"The pattern `{pattern}` matches every text, even an empty one. Make part of it required."
            yield finding(packs, "indicators", indicator, "FZ331", said)


def _idle_edges(packs: Packs) -> Iterator[Problem]:
    for indicator, pattern in _all_patterns(packs):
        if _IDLE_EDGE.search(pattern):
            said = f"The pattern `{pattern}` begins or ends with `.*`, which changes nothing. Remove it."
            yield finding(packs, "indicators", indicator, "FZ332", said)


RULES = (
    Rule("FZ331", "matches-everything", "A pattern needs something to match.", _matches_everything),
    Rule("FZ332", "idle-edge", "A pattern does not begin or end with `.*`.", _idle_edges),
)
