"""Find the numbered sections of a report, how they nest, and of which kind they are.

The outermost style of numbering that a text uses is level 1; a heading of an inner style stands one level
below the heading that holds it. A passage may begin in the middle of a report: headings whose parent is cut
away take the level that their style has among those used. Only the first three levels are sections.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..records import SectionKind
from .head import read_head
from .numbering import Numbered, numbered_lines
from .rules import StructureRules
from .title import find_title
from .years import reported_year

_LEVELS = 3
_YEAR = re.compile("((?:19|20)[0-9]{2})年")


class Heading(NamedTuple):
    """A numbered heading and its section, all positions in the clean text.

    The section `[start, end)` runs from the number to the next heading of its level or above; the words of
    the heading are `[heading_start, heading_end)`, without number and 。
    """

    id: str
    parent: str | None
    level: int
    number: str
    heading: str
    kind: SectionKind
    start: int
    end: int
    heading_start: int
    heading_end: int


@dataclass(slots=True)
class _Node:
    """A heading while the text is read: `several` when its words name more than one kind, `lead` is the
    kind that an unnumbered line gives to its run."""

    line: Numbered
    parent: _Node | None
    level: int
    id: str
    words: tuple[int, int]
    kind: SectionKind = "achievements"
    several: bool = False
    lead: SectionKind | None = None
    end: int = 0
    children: list[_Node] = field(default_factory=list)


def find_sections(text: str, rules: StructureRules) -> list[Heading]:
    """All sections of a clean text, in its order.

    >>> from fazhi_ie.packs import load_packs
    >>> text = "一、主要做法和成效\\n（一）严格执法。查办案件3件。\\n二、存在的不足\\n人手不够。"
    >>> for s in find_sections(text, StructureRules.from_packs(load_packs())):
    ...     print(s.id, s.parent, s.level, s.number, s.heading, s.kind)
    s1 None 1 一、 主要做法和成效 achievements
    s1.1 s1 2 （一） 严格执法 achievements
    s2 None 1 二、 存在的不足 problems
    """
    lines = list(numbered_lines(text))
    if not lines:
        return []
    nodes = _nest(text, lines)
    _Namer(text, rules).name(nodes)
    return [_heading(text, node) for node in nodes]


def _nest(text: str, lines: list[Numbered]) -> list[_Node]:
    """Give each numbered line its level and parent, and each section its end."""
    levels = {style: level for level, style in enumerate(sorted({line.style for line in lines}), start=1)}
    nodes: list[_Node] = []
    roots: list[_Node] = []
    above: list[_Node] = []
    for line in lines:
        while above and above[-1].line.style >= line.style:
            above.pop().end = line.start
        parent = above[-1] if above else None
        level = parent.level + 1 if parent else levels[line.style]
        if level > _LEVELS:
            continue
        siblings = parent.children if parent else roots
        id = f"{parent.id}.{len(siblings) + 1}" if parent else f"s{len(siblings) + 1}"
        node = _Node(line, parent, level, id, _words(text, line), end=len(text))
        siblings.append(node)
        nodes.append(node)
        above.append(node)
    return nodes


def _words(text: str, line: Numbered) -> tuple[int, int]:
    """Where the words of the heading stand: up to the first 。 or the end of the line."""
    stop = text.find("。", line.after, line.line_end)
    return line.after, stop if stop >= 0 else line.line_end


class _Namer:
    """Names the kind of each section: by its own words at the top, by its parent's below."""

    def __init__(self, text: str, rules: StructureRules) -> None:
        self._text = text
        self._rules = rules

    @cached_property
    def _year(self) -> int | None:
        """The year reported on, which few headings need to be known."""
        first = next(numbered_lines(self._text)).start
        head = read_head(self._text, first, self._rules.title.head)
        return reported_year(find_title(head, self._rules.title), head, None, self._rules.title.head)

    def name(self, nodes: list[_Node]) -> None:
        siblings: dict[tuple[str, int], _Node] = {}
        previous: _Node | None = None
        for node in nodes:
            run = (node.parent.id if node.parent else "", node.level)
            sibling = siblings.get(run)
            if node.line.opens_run(self._text):
                node.lead = self._lead(node, previous)
            elif sibling:
                node.lead = sibling.lead
            node.kind = self._inherited(node) if node.parent else self._own(node, sibling)
            siblings[run] = previous = node

    def _lead(self, node: _Node, previous: _Node | None) -> SectionKind | None:
        """The kind that the unnumbered line right above the first heading of a run gives to the run."""
        end = node.line.start - 1
        start = self._text.rfind("\n", 0, max(end, 0)) + 1
        if end <= start or (previous and start <= previous.line.start):
            return None
        return self._rules.kinds.led_by(self._text[start:end])

    def _own(self, node: _Node, sibling: _Node | None) -> SectionKind:
        heading = self._text[slice(*node.words)]
        kinds = self._rules.kinds.all_of(heading)
        node.several = len(set(kinds)) > 1
        if kinds:
            return kinds[0]
        # What follows the plans, and says nothing else, belongs to the plans.
        after_plans = sibling is not None and sibling.kind == "plans" and sibling.id != "s1"
        return node.lead or ("plans" if after_plans or self._is_ahead(heading) else "achievements")

    def _inherited(self, node: _Node) -> SectionKind:
        parent = node.parent
        assert parent is not None
        own = self._rules.kinds.of(self._text[slice(*node.words)]) if parent.several else None
        return own or node.lead or parent.kind

    def _is_ahead(self, heading: str) -> bool:
        """Whether a heading begins with a year after the one reported on."""
        year = _YEAR.match(heading)
        return year is not None and self._year is not None and int(year[1]) > self._year


def _heading(text: str, node: _Node) -> Heading:
    start, end = node.words
    return Heading(
        id=node.id,
        parent=node.parent.id if node.parent else None,
        level=node.level,
        number=text[node.line.start : node.line.after].rstrip(),
        heading=text[start:end].strip(),
        kind=node.kind,
        start=node.line.start,
        end=node.end,
        heading_start=start,
        heading_end=end,
    )
