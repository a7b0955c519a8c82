"""Find the numbers that open a heading, and tell the styles of numbering apart.

A report numbers its sections 第一部分, 一、, （一）, 1. and （1）, from the outside in. A number opens a
heading only where it opens a line. 一是…二是… is the run of a sentence; 1.8万 and 12.4 are a figure and a
date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_CHINESE = "[一二三四五六七八九十]{1,3}"
_STYLES = (
    rf"第{_CHINESE}部分[、：:]? ?",
    rf"{_CHINESE} ?[、.．](?![二三四五六七八九十][审级线])",
    rf"[（(]{_CHINESE}[）)][、.．]?",
    r"[0-9]{1,2} ?[、.．](?![0-9])",
    r"[（(][0-9]{1,2}[）)][、.．]?",
)
_NUMBER = re.compile("|".join(f"({style})" for style in _STYLES))
_FIRST_IN_RUN = re.compile(r"[第（(]*[一1](?![0-9十])")


class Numbered(NamedTuple):
    """A line that opens with a number: `text[start:after]` is the number, the line ends at `line_end`."""

    start: int
    after: int
    line_end: int
    style: int

    def opens_run(self, text: str) -> bool:
        """Whether the number is the first of its run: 一、 or （1）, not 十一、."""
        return _FIRST_IN_RUN.match(text, self.start) is not None


def numbered_lines(text: str) -> Iterator[Numbered]:
    """Every line of a clean text that opens with a number; styles count from 0, the outermost.

    >>> [n.style for n in numbered_lines("一、主要做法\\n（一）依法行政\\n1.8万人参加。\\n1.普法。")]
    [1, 2, 3]
    """
    start = 0
    while start < len(text):
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        number = _NUMBER.match(text, start, line_end)
        if number and number.lastindex and number.end() < line_end:
            yield Numbered(start, number.end(), line_end, number.lastindex - 1)
        start = line_end + 1
