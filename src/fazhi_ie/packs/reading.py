"""YAML into plain strings, lists and dicts: safely, quickly, and with the line of every entry.

Every scalar is a string: there is no `no` that becomes False, no `1:20` that becomes 80 and no `0632` that
loses its zero. What a pack does not need and what could do harm is refused by name: anchors and aliases (a
few bytes that unfold to gigabytes), tags (objects), several documents, deep nesting, huge files.

A pack may have 50,000 entries, so speed counts: files in plain style are read by `plain`, and for all others
libyaml's events are put together by hand, as composing nodes first takes four times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .plain import read_plain
from .problems import Problem, enough, short

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 8
MAX_KEYS = 1000

Path = tuple[int | str, ...]
"""The way to a value: `("entries", 3, "name")`."""


@dataclass
class Document:
    """A YAML file as plain data. `lines` has the 1-based line of each mapping in each list at the top."""

    data: Any = None
    lines: dict[str, list[int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_file(path: FilePath, display: str, problems: list[Problem]) -> bytes | None:
    """The bytes of a pack file, one more than there may be at the most; None when it cannot be read.

    Pipes and devices are not opened: reading them might never end.
    """
    try:
        if path.exists() and not path.is_file():
            raise OSError("it is a pipe or a device")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        said = f"The file cannot be read: {error.strerror or error}. Remove it from the pack, or make it readable."
        problems.append(Problem(display, 1, "FZ218", said))
        return None


def read_yaml(raw: bytes, path: str) -> Document:
    """Read one YAML file; what is wrong with it stands in `problems`, and then `data` may be partial or None.

    >>> read_yaml("format: 1\\nentries:\\n  - name: 述法\\n".encode(), "a.yaml").data
    {'format': '1', 'entries': [{'name': '述法'}]}
    """
    document = Document()
    text = _decode(raw, path, document.problems)
    if text is None:
        return document
    if plain := read_plain(text, most_keys=MAX_KEYS):
        document.data, document.lines = plain
        return document
    try:
        _Builder(yaml.CBaseLoader(text), path, document).run()
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark or error.problem_mark
        line = mark.line + 1 if mark else 1
        said = " ".join(filter(None, [error.context, error.problem]))
        document.problems.append(
            Problem(
                path, line, "FZ203", f"This is not YAML: {said}. Check indentation, colons and quotes here."
            )
        )
    except yaml.YAMLError as error:
        document.problems.append(
            Problem(
                path, 1, "FZ203", f"This is not YAML: {str(error).splitlines()[0]}. Remove the character."
            )
        )
    return document


def _decode(raw: bytes, path: str, problems: list[Problem]) -> str | None:
    if len(raw) > MAX_BYTES:
        said = f"The file has more than {MAX_BYTES:,} bytes. Split it into several files."
        problems.append(Problem(path, 1, "FZ205", said))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.append(Problem(path, line, "FZ213", "The file is not UTF-8 here. Save it again as UTF-8."))
        return None


class _Refused(Exception):
    """Raised inside the builder to stop at what a pack may not use."""


class _Builder:
    """Puts parser events together; one pass, a stack of open containers."""

    def __init__(self, parser: Any, path: str, document: Document) -> None:
        self._parser = parser
        self._path = path
        self._document = document
        self._stack: list[tuple[Any, str | None]] = []

    def run(self) -> None:
        try:
            self._read()
        except _Refused:
            pass
        finally:
            self._parser.dispose()

    def _read(self) -> None:
        next_event = self._parser.get_event
        root: list[Any] = []
        top: Any = root  # the innermost open container
        key: str | None = None  # the key that waits for its value, when `top` is a dict
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                if event.anchor or event.tag:
                    self._refuse(event)
                if top.__class__ is list:
                    top.append(event.value)
                elif key is None:
                    key = event.value
                    if key in top:
                        self._duplicate_key(key, event)
                else:
                    top[key] = event.value
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor or event.tag or len(self._stack) == MAX_DEPTH:
                    self._refuse(event)
                child: Any = {} if kind is MappingStartEvent else []
                if top.__class__ is list:
                    top.append(child)
                    if len(self._stack) == 2:
                        self._note_line(event)
                elif key is None:
                    self._fail(
                        event, "FZ204", "A key must be a word, not a list or mapping. Put quotes around it."
                    )
                else:
                    top[key] = child
                self._stack.append((top, key))
                top, key = child, None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if kind is MappingEndEvent and len(top) > MAX_KEYS:
                    said = f"More than {MAX_KEYS} keys in one place. No pack needs that many."
                    self._fail(event, "FZ205", said)
                top, key = self._stack.pop()[0], None
            elif kind is AliasEvent:
                self._refuse(event)
            elif kind is DocumentStartEvent and root:
                self._fail(
                    event, "FZ204", "A pack file is one YAML document. Move the part after `---` elsewhere."
                )
            elif kind is StreamEndEvent:
                self._document.data = root[0] if root else None
                return

    def _note_line(self, event: Any) -> None:
        key = self._stack[1][1] or ""
        self._document.lines.setdefault(key, []).append(event.start_mark.line + 1)

    def _duplicate_key(self, key: str, event: Any) -> None:
        said = f"The key `{short(key)}` stands here a second time; one of the two would be lost. Keep one."
        self._document.problems.append(Problem(self._path, event.start_mark.line + 1, "FZ206", said))
        if enough(self._document.problems):
            raise _Refused

    def _refuse(self, event: Any) -> None:
        if event.anchor:
            said = "Anchors and aliases (&name, *name) are not allowed. Write the value out, or quote it."
            self._fail(event, "FZ204", said)
        if getattr(event, "tag", None):
            self._fail(event, "FZ204", "Tags (!name) are not allowed. Write the plain value, or quote it.")
        self._fail(event, "FZ205", f"More than {MAX_DEPTH} levels of nesting. No pack needs that many.")

    def _fail(self, event: Any, code: str, said: str) -> None:
        self._document.problems.append(Problem(self._path, event.start_mark.line + 1, code, said))
        raise _Refused


def compose(raw: bytes) -> yaml.Node | None:
    """The nodes of a file with their places: slow, for error messages only."""
    return yaml.compose(raw.decode("utf-8-sig"), Loader=yaml.CBaseLoader)


def line_of(root: yaml.Node | None, way: Sequence[int | str]) -> int:
    """The 1-based line of a value, or of the innermost part of the way that there is.

    >>> line_of(compose(b"a: 1\\nb:\\n  - c: 2\\n"), ("b", 0, "c"))
    3
    """
    node, line = root, 0
    for step in way:
        if isinstance(node, yaml.MappingNode):
            found = [(k, v) for k, v in node.value if k.value == step]
            if not found:
                break
            line, node = found[0][0].start_mark.line, found[0][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line
        else:
            break
    return int(line) + 1
