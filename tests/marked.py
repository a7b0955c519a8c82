"""Marked-up text for tests: expectations stand where they belong, so nobody counts offsets.

`受理<quantity value=362 unit=件>362件</quantity>` says that in `受理362件` a quantity is expected at `362件`, with these
attributes. Tags may be nested; an attribute value with spaces goes into double quotes.

>>> text, marks = parse('受理<quantity value=362>362件</quantity>。')
>>> text
'受理362件。'
>>> marks[0].tag, text[marks[0].start:marks[0].end], marks[0].attributes
('quantity', '362件', {'value': '362'})
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"<(?P<close>/)?(?P<tag>[a-z_]+)(?P<attributes>(?:\s+[a-z_]+=(?:\"[^\"]*\"|[^\s>]+))*)>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=(?:\"([^\"]*)\"|([^\s>]+))")


@dataclass(frozen=True)
class Mark:
    """One expectation: what (`tag`), where, and with which attributes (all strings)."""

    tag: str
    start: int
    end: int
    attributes: dict[str, str]


def parse(marked: str) -> tuple[str, list[Mark]]:
    """Split marked-up text into the plain text and its marks, in text order (outer before inner)."""
    plain: list[str] = []
    length = last = 0
    open_tags: list[tuple[str, int, dict[str, str]]] = []
    marks: list[Mark] = []
    for found in _TAG.finditer(marked):
        piece = marked[last : found.start()]
        plain.append(piece)
        length += len(piece)
        last = found.end()
        if found["close"]:
            tag, start, attributes = open_tags.pop()
            if tag != found["tag"]:
                raise ValueError(f"</{found['tag']}> closes <{tag}> in {marked!r}")
            marks.append(Mark(tag, start, length, attributes))
        else:
            attributes = {k: quoted or bare for k, quoted, bare in _ATTRIBUTE.findall(found["attributes"])}
            open_tags.append((found["tag"], length, attributes))
    if open_tags:
        raise ValueError(f"<{open_tags[-1][0]}> is not closed in {marked!r}")
    plain.append(marked[last:])
    return "".join(plain), sorted(marks, key=lambda m: (m.start, -m.end))
