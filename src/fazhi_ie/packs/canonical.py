"""One way to write a pack file, so that a change shows as the change it is and nothing else.

Keys stand in the order of the schema, entries in the order of their ids, short lists in brackets on one
line, long ones an item a line, text without quotes where YAML allows it and examples always in quotes. What
says nothing is left out: empty values, and a topic or source that the file gives already. Comments stay with
what they stand above or behind (then they move above it).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from .comments import Comments, Owner, comments_of
from .model import Extension, PackModel, entry_model
from .reading import read_yaml
from .validation import LISTS

WIDTH = 110
_HEAD = ("format", "kind", "topic", "source")
_LAST = ("source", "notes", "examples")
_ONE_LINE_KINDS = ("units",)
_NUMBERS = (int, float)
_SPECIAL = re.compile(r"^[-\s?:,\[\]{}#&*!|>'\"%@`~=<.]|[\x00-\x1f\\\"]|:(?:\s|$)|\s#|\s$|^$|^[\d.]+$")
_FLOW = re.compile(r"[,\[\]{}:#']")
_RESOLVER = yaml.resolver.Resolver()
_STRING = "tag:yaml.org,2002:str"


def format_text(text: str, *, schema: str = "") -> str:
    """The canonical form of a pattern file or `pack.yaml`; `schema` is the path for editors, written on top.

    The file must be valid: what cannot be read is not formatted (check `load_packs` first).

    >>> print(format_text("kind: words\\nentries: [{words: ['约'], id: a.b}]\\nformat: '1'"), end="")
    format: "1"
    kind: words
    entries:
      - id: a.b
        words: [约]
    """
    data = read_yaml(text.encode(), "").data
    writer = _Writer(comments_of(text))
    if schema:
        writer.lines.append(f"# yaml-language-server: $schema={schema}")
    if "kind" in data:
        writer.file(data)
    else:
        writer.manifest(data)
    return "\n".join([*writer.lines, *writer.comments.rest, ""])


def entry_lines(kind: str, item: Mapping[str, Any]) -> list[str]:
    """One entry in canonical form, as lines of a file's `entries`."""
    writer = _Writer(Comments())
    writer.entry(item, (), entry_model(kind))
    return writer.lines


@dataclass
class _Writer:
    """Writes lines; every value passes through `pair`."""

    comments: Comments
    lines: list[str] = field(default_factory=list)

    def manifest(self, data: Mapping[str, Any]) -> None:
        for key, value in data.items():
            self.comment((key,), "")
            if isinstance(value, dict):
                self.lines.append(f"{key}:")
                for inner, text in value.items():
                    self.pair(inner, text, "  ")
            else:
                self.pair(key, value, "")

    def file(self, data: Mapping[str, Any]) -> None:
        kind = data["kind"]
        model = entry_model(kind)
        for key in (k for k in _HEAD if data.get(k)):
            self.comment((key,), "")
            self.pair(key, data[key], "")
        for name in (n for n in LISTS if data.get(n)):
            self.comment((name,), "")
            self.lines.append(f"{name}:")
            items = list(enumerate(data[name]))
            for index, item in sorted(items, key=lambda pair: str(pair[1]["id"])):
                shown = _without_repeats(item, data)
                if kind in _ONE_LINE_KINDS and self.one_line(shown, (name, index), model):
                    continue
                self.entry(shown, (name, index), Extension if name == "extend" else model)

    def one_line(self, item: Mapping[str, Any], owner: Owner, model: type[PackModel]) -> bool:
        """Write an entry in braces if it has no examples and fits; whether that was done."""
        keys = [k for k in _order(model) if k in item]
        pairs = ", ".join(f"{key}: {_flow(item[key], model, key)}" for key in keys)
        line = f"  - {{{pairs}}}"
        if "examples" in item or len(line) > WIDTH:
            return False
        self.comment(owner, "  ")
        for key in keys:
            self.comment((*owner, key), "  ")
        self.lines.append(line)
        return True

    def entry(self, item: Mapping[str, Any], owner: Owner, model: type[PackModel]) -> None:
        self.comment(owner, "  ")
        self.comment((*owner, "id"), "  ")
        first = len(self.lines)
        for key in (k for k in _order(model) if k in item):
            if key != "id":
                self.comment((*owner, key), "    ")
            if key == "examples":
                self.lines.append("    examples:")
                for direction in ("match", "no_match"):
                    if item[key].get(direction):
                        self.pair(direction, item[key][direction], "      ", quoted=True)
            else:
                self.pair(key, item[key], "    ", number=_is_number(model, key))
        self.lines[first] = "  - " + self.lines[first].lstrip()

    def pair(self, key: str, value: Any, indent: str, *, quoted: bool = False, number: bool = False) -> None:
        """One key with its value: on the line, or a list an item a line below it."""
        if isinstance(value, list):
            line = f"{indent}{key}: [{', '.join(_scalar(v, flow=True, quoted=quoted) for v in value)}]"
            if len(line) <= WIDTH:
                self.lines.append(line)
                return
            self.lines.append(f"{indent}{key}:")
            self.lines += [f"{indent}  - {_scalar(v, quoted=quoted)}" for v in value]
        else:
            self.lines.append(f"{indent}{key}: {value if number else _scalar(value, quoted=quoted)}")

    def comment(self, owner: Owner, indent: str) -> None:
        self.lines += [indent + comment for comment in self.comments.take(owner)]


def _order(model: type[PackModel]) -> list[str]:
    """The fields of an entry in the order they are written: the common ones around the kind's own."""
    fields = list(model.model_fields)
    return [f for f in fields if f not in _LAST] + [f for f in _LAST if f in fields]


def _without_repeats(item: Mapping[str, Any], head: Mapping[str, Any]) -> dict[str, Any]:
    """An entry without empty values and without what the file's head says for all its entries."""
    return {
        k: v
        for k, v in item.items()
        if v not in ("", [], {}) and not (k in ("topic", "source") and v == head.get(k))
    }


def _is_number(model: type[PackModel], key: str) -> bool:
    return model.model_fields[key].annotation in _NUMBERS


def _flow(value: Any, model: type[PackModel], key: str) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_scalar(v, flow=True) for v in value)}]"
    return str(value) if _is_number(model, key) else _scalar(value, flow=True)


def _scalar(text: str, *, flow: bool = False, quoted: bool = False) -> str:
    """A text as YAML writes it: plain if it reads back as this string by any YAML parser, else in quotes.

    >>> _scalar("行政复议"), _scalar("12345"), _scalar("no"), _scalar("a: b"), _scalar('说"不"')
    ('行政复议', '"12345"', '"no"', '"a: b"', '\\'说"不"\\'')
    """
    if not quoted and not _SPECIAL.search(text) and not (flow and _FLOW.search(text)) and _is_text(text):
        return text
    if "\n" in text:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _is_text(plain: str) -> bool:
    """Whether any YAML parser takes a plain scalar for text, not for a number, a date or a truth value."""
    resolve: Callable[..., str] = _RESOLVER.resolve
    return resolve(yaml.ScalarNode, plain, (True, False)) == _STRING
