"""Cleaning: any copy of a report becomes plain simplified text, and every offset finds its way back.

`clean(raw)` runs named steps, each of which says what it changes; their edits are composed into one
`OffsetMap`.
"""

from .edits import Edit
from .offsets import OffsetMap
from .pipeline import Applied, CleanText, clean
from .steps import DEFAULT_STEPS, Step

__all__ = ["DEFAULT_STEPS", "Applied", "CleanText", "Edit", "OffsetMap", "Step", "clean"]
