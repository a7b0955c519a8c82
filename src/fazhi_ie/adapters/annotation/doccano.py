"""doccano: one text a line of JSON, for a project of sequence labelling with overlapping spans.

    {"text": "…受理36件…", "label": [[12, 15, "Quantity"], …], "source": "a.txt", "offsets": "utf-16",
     "attributes": [[12, 15, "Quantity", {"value": "36", …}], …]}

doccano's spans have a label and nothing else. A target or a starting value has a label of its own
(`Quantity-planned`, `Quantity-baseline`), so that a status can be corrected. All other attributes travel in a
column that doccano keeps and gives back; when a line comes back they belong to the span of the same place, and a
span that was added or moved has none. Both forms of doccano's files are read, `label` and `entities`.

doccano counts offsets as browsers do, in UTF-16, where a character beyond U+FFFF (an emoji, a rare ideograph) is
two. `"offsets": "utf-16"` says that a line does; one without it counts code points. The file is written in ASCII
(`\\u8d22`), because doccano guesses encodings.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from ...errors import InputError
from ...records import Span
from .files import read_utf8
from .marks import Mark, MarkedText, in_order, labels


class _Entity(BaseModel):
    start_offset: int
    end_offset: int
    label: str


class _Line(BaseModel):
    """What is read of a line; everything else that doccano adds is passed over."""

    text: str
    source: str | None = None
    offsets: Literal["utf-16"] | None = None
    label: list[tuple[int, int, str]] = []
    entities: list[_Entity] = []
    attributes: list[tuple[int, int, str, dict[str, str]]] = []

    def spans(self) -> Iterator[tuple[int, int, str]]:
        yield from self.label
        yield from ((e.start_offset, e.end_offset, e.label) for e in self.entities)


def write_doccano(texts: Iterable[MarkedText], path: Path) -> int:
    """Write texts as a file that doccano imports; returns how many."""
    written = 0
    with path.open("x", encoding="ascii", newline="\n") as stream:
        for marked in texts:
            stream.write(json.dumps(_row(marked)) + "\n")
            written += 1
    return written


def _row(marked: MarkedText) -> dict[str, Any]:
    wide = _wide(marked.text)
    placed = [
        (m.start + bisect_left(wide, m.start), m.end + bisect_left(wide, m.end), m) for m in marked.marks
    ]
    return {
        "text": marked.text,
        "label": [[start, end, _doccano_label(mark)] for start, end, mark in placed],
        "source": marked.id,
        "offsets": "utf-16",
        "attributes": [[start, end, m.label, m.attributes] for start, end, m in placed if m.attributes],
    }


def _wide(text: str) -> list[int]:
    """Where characters stand that are two in UTF-16."""
    return [offset for offset, char in enumerate(text) if char > "\uffff"]


def _doccano_label(mark: Mark) -> str:
    label = f"{mark.label}-{mark.attributes.get('status', '')}"
    return label if label in labels() else mark.label


def read_doccano(path: Path) -> Iterator[MarkedText]:
    """Read a file that doccano exported; raises `InputError` for a line that is no annotated text."""
    for number, line in enumerate(read_utf8(path).split("\n"), 1):
        if line.strip():
            place = f"{path}, line {number}"
            try:
                row = _Line.model_validate_json(line)
            except ValidationError as error:
                raise _fault(place, str(error.errors()[0]["msg"])) from error
            yield MarkedText(id=row.source or place, text=row.text, marks=in_order(_marks(row, place)))


def _marks(row: _Line, place: str) -> Iterator[Mark]:
    kept = {(start, end, _layer(label, place)): values for start, end, label, values in row.attributes}
    wide = [offset + number for number, offset in enumerate(_wide(row.text) if row.offsets else ())]
    for first, last, given in row.spans():
        layer = _layer(given, place)
        start, end = first - bisect_left(wide, first), last - bisect_left(wide, last)
        if not 0 <= start < end <= len(row.text):
            raise _fault(place, f"the text has no place {first} to {last}")
        label, _, status = given.partition("-")
        attributes = dict(kept.get((first, last, layer), {}))
        if layer == "quantities":
            attributes["status"] = status or "achieved"
        yield Mark(label=label, fragments=(Span(start=start, end=end),), attributes=attributes)


def _layer(label: str, place: str) -> str:
    if label not in labels():
        raise _fault(place, f"the label {label} is none of {', '.join(labels())}")
    return labels()[label].layer


def _fault(place: str, what: str) -> InputError:
    return InputError("FZ177", f"{place}: {what}; correct it in doccano and export the project again.")


def label_config() -> str:
    """The labels with their colours, as doccano imports them."""
    shown = [
        {"text": name, "background_color": label.color, "text_color": "#000000"}
        for name, label in labels().items()
    ]
    return json.dumps(shown, indent=2) + "\n"
