"""Read what stands above the body: title, letterhead, document number, and the furniture of a web page.

The head is the lines before the first numbered heading, up to the first paragraph of prose. A page around a
report puts labels (发布日期：…), breadcrumbs (首页 > 公开 > …) and buttons there; the packs list them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs
from ..packs.alternation import any_of

_LINES = 60
_CHARACTERS = 6000
_PROSE = 12
_LONG = 80
_BREADCRUMB = re.compile(r"[^，。]*[>›»|→][^，。]*")
_PLAIN_DATE = re.compile(r"[（(]?[0-9]{4}[年/\-. ][0-9年月日/\-.: ]*[）)]?")


class Line(NamedTuple):
    """A line of the head; `start` is its place in the clean text."""

    start: int
    text: str


class Head(NamedTuple):
    """The lines before the first heading, and how many of them stand above the first paragraph of prose."""

    lines: tuple[Line, ...]
    above_prose: int


@dataclass(frozen=True)
class HeadRules:
    """What opens a report and what is no part of it."""

    opening: re.Pattern[str]
    furniture: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> HeadRules:
        """Compile the words that open a report and the labels of web pages."""
        return cls(
            re.compile(any_of(packs.words("structure.opening"))),
            re.compile(any_of(packs.words("structure.furniture"))),
        )

    def is_furniture(self, line: str) -> bool:
        """Whether a line belongs to the page, not to the report: a label, a breadcrumb, a date alone."""
        return bool(self.furniture.match(line) or _BREADCRUMB.fullmatch(line) or _PLAIN_DATE.fullmatch(line))

    def is_prose(self, line: str) -> bool:
        """Whether a line is running text, with which the body begins."""
        if self.is_furniture(line):
            return False
        sentence = len(line) >= _PROSE and "。" in line
        return sentence or len(line) >= _LONG or self.opening.search(line) is not None


def read_head(text: str, limit: int, rules: HeadRules) -> Head:
    """The head of a clean text whose first numbered heading stands at `limit`."""
    part = text[: min(limit, _CHARACTERS)]
    lines = []
    start = 0
    for line in part.split("\n", _LINES)[:_LINES]:
        if line.strip():
            lines.append(Line(start, line.strip()))
        start += len(line) + 1
    prose = (i for i, line in enumerate(lines) if rules.is_prose(line.text))
    return Head(tuple(lines), next(prose, len(lines)))
