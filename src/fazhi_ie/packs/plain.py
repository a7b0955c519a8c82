"""The plain style that `fazhi-ie packs fmt` writes, read several times as fast as a full YAML parser does.

In this style a line is a whole thing: a key with a value, a list item, a comment. Values are plain or
quoted text, or a list in brackets on the line itself. That is a small part of YAML, and it is told
apart from the rest line by line: at the first line that could mean anything else `read_plain` gives up, and
the file goes to libyaml. What it reads is what libyaml reads; a pack of 50,000 terms takes a third of the
time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_UNPRINTABLE = re.compile("[^ -~\n\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
_FIRST = r"[^-\s?:,\[\]{}#&*!|>'\"%@`~\\]"
_WORD = r"[^-\s?:,\[\]{}#&*!|>'\"%@`~\\]+"
_LINE = re.compile(
    rf"""^(\ *)(-\ )?(?:([a-z_]+):(?:\ (?=\S)|$))?    # indentation, item, key
    (?: "([^"\\\n]+)" | '([^'\n]+)'                   # quoted text
      | ({_FIRST}[^:\#\n]*)                           # plain text
      | \["([^"\\\n]+(?:",\ "[^"\\\n]*)*)"\]          # a list of quoted texts
      | \[({_WORD}(?:,\ {_WORD})*)\]                  # a list of plain words
    )?(.*)$                                           # what is not in this style""",
    re.M | re.X,
)


class _NotPlain(Exception):
    """A line that may mean more than the plain style says."""


def read_plain(text: str, *, most_keys: int = 1000) -> tuple[dict[str, Any], dict[str, list[int]]] | None:
    """The data of a file in plain style, and the 1-based lines of its entries by list; None for other files.

    A file with more than `most_keys` keys in one place is another file too.

    >>> read_plain('kind: terms\\nentries:\\n  - id: a.b\\n    variants: [述法, 年度述法]\\n')
    ({'kind': 'terms', 'entries': [{'id': 'a.b', 'variants': ['述法', '年度述法']}]}, {'entries': [3]})
    >>> read_plain('kind: &anchor terms')
    """
    if _UNPRINTABLE.search(text):
        return None
    reader = _Reader()
    try:
        reader.read(text)
    except _NotPlain:
        return None
    if not reader.root or max(map(len, reader.mappings())) > most_keys:
        return None
    return reader.root, reader.lines


class _Reader:
    """A stack of open lists and mappings, each with the column its lines start in."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.lines: dict[str, list[int]] = {}
        self._stack: list[tuple[int, Any]] = [(0, self.root)]

    def read(self, text: str) -> None:
        waiting = ""  # the last key, while its value may follow on deeper lines
        inner = (0, False)  # the column of the innermost container, and whether it is a list
        top: Any = self.root
        for number, line in enumerate(_LINE.findall(text), 1):
            indent, dash, key, quoted, single, plain, strings, words, rest = line
            value = quoted or single or plain or _items(strings, words)
            if rest or plain[-1:] == " " or not (dash or key):
                if value or (rest and (dash or key or rest[0] != "#")):
                    raise _NotPlain
                continue
            column = len(indent)
            place = (column, bool(dash))
            if waiting or place != inner:
                top = self._settle(column, place[1], waiting)
                waiting, inner = "", place
            if dash:
                if not key:
                    top.append(value)
                    continue
                top = self._item(column, top, number)
                inner = (column + 2, False)
            if key in top:
                raise _NotPlain
            top[key] = value
            if not value:
                waiting = key

    def mappings(self) -> Iterator[dict[str, Any]]:
        """The mapping that the file is, those in it, and those in its lists."""
        yield self.root
        for value in self.root.values():
            yield from (v for v in (value if type(value) is list else (value,)) if type(v) is dict)

    def _settle(self, column: int, item: bool, waiting: str) -> Any:
        """The container that a line in this column belongs to, opened if a key waits for it."""
        stack = self._stack
        if waiting:
            outer, parent = stack[-1]
            if column > outer or (item and column == outer):
                stack.append((column, [] if item else {}))
                parent[waiting] = stack[-1][1]
        while stack[-1][0] > column or (stack[-1][0] == column and not item and type(stack[-1][1]) is list):
            stack.pop()
        where, container = stack[-1]
        if where != column or item is not (type(container) is list):
            raise _NotPlain
        return container

    def _item(self, column: int, items: list[Any], number: int) -> dict[str, Any]:
        """A new mapping as an item of the list in this column."""
        mapping: dict[str, Any] = {}
        items.append(mapping)
        self._stack.append((column + 2, mapping))
        if len(self._stack) == 3:
            self.lines.setdefault(next(reversed(self.root)), []).append(number)
        return mapping


def _items(strings: str, words: str) -> list[str] | str:
    """The items of a list in brackets, or nothing."""
    return strings.split('", "') if strings else words.split(", ") if words else ""
