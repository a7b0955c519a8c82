"""What the rules for names have in common: the name they find and how they read word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

KINDS = ("system", "mechanism", "institution", "campaign", "activity", "role", "guidance")


class Named(NamedTuple):
    """A name found by rule, in the clean text."""

    start: int
    end: int
    name: str
    kind: str


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; it never matches when there are none.

    >>> alternatives(["机制", "工作机制"])
    '(?:工作机制|机制)'
    """
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True)) or '(?!)'})"
