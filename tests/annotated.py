"""A short text with marks, for the tests of annotation."""

from __future__ import annotations

from fazhi_ie import Span
from fazhi_ie.adapters.annotation import Mark

TEXT = "全年受理行政复议申请36件，力争明年办结率达到98%以上。"


def span(words: str) -> Span:
    """Where these words stand in the text."""
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def quantity(words: str, **attributes: str) -> Mark:
    """A mark on these words with every attribute of a quantity."""
    usual = {"value_max": "", "unit": "", "per": "", "bound": "exact", "status": "achieved", "indicator": ""}
    return Mark(label="Quantity", fragments=(span(words),), attributes=usual | attributes)


PLANNED = quantity("98%以上", value="98", unit="%", bound="at_least", status="planned", measure="办结率")
