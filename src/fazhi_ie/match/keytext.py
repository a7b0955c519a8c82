"""The text that names are looked up in: the clean text without quotation marks.

Reports write the same name with and without marks, and with marks around a part of it: 三项制度, “三项制度”,
行政执法“三项制度”. Leaving the marks out lets one spelling in a pack find them all; `to_clean` gives the place in
the clean text back, with marks that belong to the name.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_QUOTE = re.compile("[“”‘’]")
_PARTNER = {"“": "”", "‘": "’"}


def without_marks(name: str) -> str:
    """A name as it is looked up."""
    return _QUOTE.sub("", name)


class KeyText:
    """The clean text without quotation marks, and the way back.

    >>> key = KeyText("推行行政执法“三项制度”。")
    >>> key.text
    '推行行政执法三项制度。'
    >>> key.to_clean(2, 10)
    (2, 12)
    >>> key.to_clean(6, 10)
    (7, 11)
    """

    def __init__(self, clean: str) -> None:
        self.clean = clean
        self.text = without_marks(clean)
        # The k-th mark is left out before key position marks[k] - k; none is left out behind the end.
        marks = (m.start() - k for k, m in enumerate(_QUOTE.finditer(clean)))
        self._shift = [*marks, len(clean)]

    def to_clean(self, start: int, end: int) -> tuple[int, int] | None:
        """The span in the clean text, or None when it would cross half a quotation (…“法律”援助…)."""
        before = bisect_right(self._shift, start)
        if end <= self._shift[before]:  # no mark inside
            return start + before, end + before
        return self._with_marks(start + before, end + bisect_right(self._shift, end - 1))

    def _with_marks(self, start: int, end: int) -> tuple[int, int] | None:
        """Take in the partner of a mark inside the span when it stands right beside it."""
        opened: list[str] = []
        unopened: list[str] = []
        for mark in _QUOTE.findall(self.clean, start, end):
            if mark in _PARTNER:
                opened.append(mark)
            elif opened:
                opened.pop()
            else:
                unopened.append(mark)
        if len(opened) + len(unopened) > 1:
            return None
        if opened:
            return (start, end + 1) if self.clean.startswith(_PARTNER[opened[0]], end) else None
        if unopened:
            return (start - 1, end) if start and _PARTNER.get(self.clean[start - 1]) == unopened[0] else None
        return start, end
