"""What the rules for names have in common: the name they find and its kinds."""

from __future__ import annotations

from typing import NamedTuple

KINDS = ("system", "mechanism", "institution", "campaign", "activity", "role", "guidance")


class Named(NamedTuple):
    """A name found by rule, in the clean text."""

    start: int
    end: int
    name: str
    kind: str
