"""brat standoff: `NAME.txt` with the text, `NAME.ann` with the annotations, one a line.

    T1	Quantity 12 15	36件                         a mark: label, offsets, text
    A1	Status T1 planned                           an attribute that brat offers in a menu
    #1	AnnotatorNotes T1	value=36; unit=件        all others, in the note of the mark

What goes without saying is left out, so that pages stay readable and a new mark needs little: without `Status`
a quantity is achieved, without `Bound` exact, without `Indicator` it has none; a note that gives a value and no
unit, `per` or `value_max` says that there is none. brat wants a mark that crosses a line break in several fragments;
fragments with nothing but white space between them are one again when they are read. Files are UTF-8 and keep
their newlines, as offsets count every character. Relations, events and normalisations are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from ...errors import InputError
from ...records import Span
from .files import read_utf8, write_utf8
from .marks import Mark, MarkedText, in_order, labels
from .notes import read_note, write_note

MENUS: Mapping[str, str] = {"Status": "status", "Bound": "bound", "Indicator": "indicator", "Kind": "kind"}
"""brat's attributes, and ours."""
NOTED = ("value", "value_max", "unit", "per", "measure", "number", "article")
"""Attributes that stand in notes."""
UNSAID = {"status": "achieved", "bound": "exact", "indicator": ""}
"""What a quantity is when nothing says otherwise."""
UNSAID_WITH_VALUE = {"value_max": "", "unit": "", "per": ""}
UNSAID_OF_CITATION = {"number": "", "article": ""}

_LINE_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", re.S)
_ATTRIBUTE = re.compile(r"A\d+\t(\S+) (\S+) (.+)")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (\S+)\t(.*)", re.S)
_PASSED_OVER = ("R", "E", "N", "*", "#")


def write_brat(marked: MarkedText, folder: Path, name: str) -> None:
    """Write `name.txt` and `name.ann` into a folder."""
    write_utf8(folder / f"{name}.txt", marked.text)
    write_utf8(folder / f"{name}.ann", "".join(f"{line}\n" for line in _lines(marked)))


def _lines(marked: MarkedText) -> Iterator[str]:
    attributes, notes = count(1), count(1)
    for number, mark in enumerate(marked.marks, 1):
        pieces = list(_pieces(mark, marked.text))
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        text = " ".join(marked.text[start:end] for start, end in pieces)
        yield f"T{number}\t{mark.label} {offsets}\t{text}"
        for menu, name in MENUS.items():
            value = mark.attributes.get(name, "")
            if value not in ("", UNSAID.get(name)):
                yield f"A{next(attributes)}\t{menu} T{number} {value}"
        if noted := {name: mark.attributes[name] for name in NOTED if mark.attributes.get(name)}:
            yield f"#{next(notes)}\tAnnotatorNotes T{number}\t{write_note(noted)}"


def _pieces(mark: Mark, text: str) -> Iterator[tuple[int, int]]:
    """The parts of a mark between line breaks, without white space at their edges."""
    for fragment in mark.fragments:
        start = fragment.start
        for line in _LINE_BREAK.split(text[fragment.start : fragment.end]):
            if core := line.strip():
                first = start + line.index(core)
                yield first, first + len(core)
            start += len(line) + 1


def read_brat(path: Path, *, id: str) -> MarkedText:
    """Read `NAME.ann` and the `NAME.txt` beside it; raises `InputError` for a line that cannot be understood."""
    text = read_utf8(path.with_suffix(".txt"))
    marks: dict[str, Mark] = {}
    said: list[tuple[str, str, dict[str, str]]] = []
    for number, line in enumerate(re.split("\r?\n", read_utf8(path)), 1):
        place = f"{path}, line {number}"
        if found := _TEXT_BOUND.fullmatch(line):
            marks[found[1]] = _mark(found, text, place)
        elif found := _ATTRIBUTE.fullmatch(line):
            said.append((place, found[2], {_menu(found[1], place): found[3]}))
        elif found := _NOTE.fullmatch(line):
            said.append((place, found[1], _noted(found[2], place)))
        elif line and not line.startswith(_PASSED_OVER):
            raise _fault(place, f"{line!r} is not an annotation as brat writes it")
    attributes: dict[str, dict[str, str]] = {target: {} for target in marks}
    for place, target, values in said:
        if target in marks:
            attributes[target].update(values)
        elif target.startswith("T"):
            raise _fault(place, f"it is about {target}, which the file does not have")
    complete = (_with_attributes(mark, attributes[target]) for target, mark in marks.items())
    return MarkedText(id=id, text=text, marks=in_order(complete))


def _mark(found: re.Match[str], text: str, place: str) -> Mark:
    label, offsets, surface = found[2], found[3], found[4]
    if label not in labels():
        raise _fault(place, f"the label {label} is none of {', '.join(labels())}")
    pieces = [(int(start), int(end)) for start, end in (piece.split() for piece in offsets.split(";"))]
    if " ".join(text[start:end] for start, end in pieces) != surface or not surface:
        raise _fault(
            place, f"the text has not {surface!r} at {offsets}, so it is not the text that was annotated"
        )
    return Mark(label=label, fragments=tuple(_joined(sorted(pieces), text)))


def _joined(pieces: list[tuple[int, int]], text: str) -> Iterator[Span]:
    """Fragments, those with nothing but white space between them as one."""
    start, end = pieces[0]
    for following, last in pieces[1:]:
        if text[end:following].strip():
            yield Span(start=start, end=end)
            start = following
        end = last
    yield Span(start=start, end=end)


def _menu(name: str, place: str) -> str:
    if name not in MENUS:
        raise _fault(place, f"the attribute {name} is none of {', '.join(MENUS)}")
    return MENUS[name]


def _noted(note: str, place: str) -> dict[str, str]:
    values = read_note(note)
    if unknown := values.keys() - set(NOTED):
        raise _fault(
            place, f"the note has {', '.join(sorted(unknown))}=, which is none of {', '.join(NOTED)}"
        )
    return values


def _with_attributes(mark: Mark, said: dict[str, str]) -> Mark:
    """A mark with its attributes, and those that go without saying."""
    unsaid: Mapping[str, str] = {}
    if mark.label == "Quantity":
        unsaid = UNSAID | (UNSAID_WITH_VALUE if "value" in said else {})
    elif labels()[mark.label].layer == "citations":
        unsaid = UNSAID_OF_CITATION
    return mark.model_copy(update={"attributes": {**unsaid, **said}})


def _fault(place: str, what: str) -> InputError:
    return InputError("FZ177", f"{place}: {what}; correct it in brat or in the file.")
