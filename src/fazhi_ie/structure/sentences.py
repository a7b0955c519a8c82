"""Cut clean text into sentences: 。！？ and the end of a line end one.

Closing quotes and brackets after the mark belong to the sentence they close. A heading needs no rule of its
own: it ends with its 。 or with its line. ； ends no sentence, for what follows it shares the subject.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile("[。！？\n]+[”’）》〉]*\n?")


class Sentences:
    """The sentences of a clean text, to be looked up by position.

    >>> text = "受理3件。其中，办结2件。"
    >>> start, end = Sentences(text).at(8)
    >>> text[start:end]
    '其中，办结2件。'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.starts = [0, *(end.end() for end in _END.finditer(text))]

    def at(self, position: int) -> tuple[int, int]:
        """The half-open range of the sentence around a position, without the line's end."""
        index = bisect_right(self.starts, position)
        start = self.starts[index - 1]
        end = self.starts[index] if index < len(self.starts) else len(self._text)
        return start, end - (end > start and self._text[end - 1] == "\n")
