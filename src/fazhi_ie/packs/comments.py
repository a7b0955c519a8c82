"""Comments in a YAML file and what they speak of.

YAML parsers drop comments. Here the scalars tell where text is; a `#` after a space and outside all scalars
begins a comment. A comment on a line of its own belongs to the key or entry below it, one behind a value to
the key of that value, and what follows the last key to the end of the file. The first line for editors (`#
yaml-language-server: …`) is no comment in this sense: it is written anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

Owner = tuple[str | int, ...]
"""A key at the top `("source",)`, an entry `("entries", 3)`, or one of its keys `("entries", 3, "name")`."""

_EDITOR_LINE = re.compile(r"#\s*yaml-language-server:")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


@dataclass
class Comments:
    """Comment lines by what they belong to; `rest` is what stands at the end of the file."""

    by_owner: dict[Owner, list[str]] = field(default_factory=lambda: defaultdict(list))
    rest: list[str] = field(default_factory=list)

    def take(self, owner: Owner) -> list[str]:
        """The comments of one owner."""
        return self.by_owner.get(owner, [])


def comments_of(text: str) -> Comments:
    """Find the comments of a valid pack file.

    >>> comments = comments_of("# 说明\\nkind: terms  # 术语\\n# 完")
    >>> comments.by_owner[("kind",)], comments.rest
    (['# 说明', '# 术语'], ['# 完'])
    """
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    if root is None:
        return Comments(rest=[line for line in text.split("\n") if line])
    owners = sorted(_owners(root), key=lambda pair: pair[0])
    starts = [line for line, _ in owners]
    texts = _Texts(root)
    comments = Comments()
    for number, line in enumerate(text.split("\n")):
        found = next((m for m in _COMMENT.finditer(line) if not texts.covers(number, m.start())), None)
        if found is None or _EDITOR_LINE.match(found[0]):
            continue
        whole_line = not line[: found.start()].strip()
        index = bisect_right(starts, number)
        if whole_line and index == len(starts):
            comments.rest.append(found[0].rstrip())
        else:
            owner = _first_at(owners, index) if whole_line else owners[index - 1][1]
            comments.by_owner[owner].append(found[0].rstrip())
    return comments


def _first_at(owners: list[tuple[int, Owner]], index: int) -> Owner:
    """Of several owners that start on one line (an entry and its first key) the widest."""
    line = owners[index][0]
    return min((o for at, o in owners[index : index + 2] if at == line), key=len)


def _owners(root: yaml.Node) -> Iterator[tuple[int, Owner]]:
    """Everything that comments can belong to, with the line it starts in."""
    for key, value in root.value:
        yield key.start_mark.line, (key.value,)
        items = value.value if isinstance(value, yaml.SequenceNode) else ()
        for index, item in enumerate(items):
            if isinstance(item, yaml.MappingNode):
                yield item.start_mark.line, (key.value, index)
                for inner, _ in item.value:
                    yield inner.start_mark.line, (key.value, index, inner.value)


class _Texts:
    """Where the scalars of a document stand."""

    def __init__(self, root: yaml.Node) -> None:
        self._spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._add(root)

    def _add(self, node: yaml.Node) -> None:
        if isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark, node.end_mark
            for line in range(start.line, end.line + 1):
                first = start.column if line == start.line else 0
                last = end.column if line == end.line else 1 << 30
                self._spans[line].append((first, last))
            return
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                self._add(part)

    def covers(self, line: int, column: int) -> bool:
        return any(start <= column < end for start, end in self._spans.get(line, ()))
