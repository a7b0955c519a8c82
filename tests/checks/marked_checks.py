"""Compare what the checks say of a text with what is marked in it: `纠错率<rate>15.2%</rate>`.

The tag stands around the doubtful figure and says what is wrong with it.
"""

from __future__ import annotations

from fazhi_ie import extract
from fazhi_ie.checks import Check
from marked import parse

CODES = {
    "rate": "FZ401",
    "more": "FZ402",
    "sum": "FZ403",
    "above": "FZ404",
    "range": "FZ405",
    "twice": "FZ406",
}


def checks_of(text: str) -> tuple[Check, ...]:
    return extract(text).checks(text)


def said_and_expected(marked: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Codes with the text of the doubtful figure: those that the checks say, and those that are marked."""
    text, marks = parse(marked)
    said = {(c.code, text[c.spans[0].start : c.spans[0].end]) for c in checks_of(text)}
    return said, {(CODES[m.tag], text[m.start : m.end]) for m in marks}
