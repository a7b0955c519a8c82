"""Text in cells: what a file can hold of it, and that no spreadsheet runs it.

Reports come from the web, and so may text that a spreadsheet takes for a formula. In a workbook text is marked as
text; CSV has no types, so there such text gets an apostrophe in front, as OWASP advises against CSV injection. Text
that begins with an apostrophe gets one too: so the rule can be undone by taking away one apostrophe from every
cell that begins with one. What a file cannot hold becomes U+FFFD, one for each code point, so that lengths and
offsets stay true.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

LONGEST_CELL = 32767
"""How many characters a cell of a workbook can hold, by the specification of Excel (it counts UTF-16 units)."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_IN_CSV = re.compile("[\0\ud800-\udfff]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
# Half or full width, also after what a spreadsheet may strip: blanks, controls, zero-width characters.
_FORMULA = re.compile("['\t\r\n]|[\\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]")


def encodable(text: str) -> str:
    """The text with U+FFFD for every lone surrogate, which no UTF-8 file can hold.

    >>> encodable("受理" + chr(0xD83D)).endswith(chr(0xFFFD))
    True
    """
    return _SURROGATE.sub("\ufffd", text)


def no_formula(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet could take it for a formula.

    >>> no_formula("=1+1"), no_formula("'tis"), no_formula("－12%"), no_formula("12%")
    ("'=1+1", "''tis", "'－12%", '12%')
    """
    return f"'{text}" if needs_apostrophe(text) else text


def needs_apostrophe(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, or for one that was made safe."""
    return _FORMULA.match(text) is not None


def plain_text(value: Any) -> str:
    """A plain value as a CSV file holds it: numbers in full, nothing for None, text that is no formula.

    >>> plain_text(Decimal("1.20E+4")), plain_text(None), plain_text("=1+1"), plain_text(["a", "b"])
    ('12000', '', "'=1+1", 'a; b')
    """
    if isinstance(value, str):
        return no_formula(_NOT_IN_CSV.sub("\ufffd", value))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return plain_text(joined(value)) if isinstance(value, list) else str(value)


def sheet_text(text: str) -> str:
    """Text as a cell of a workbook can hold it: no controls, lines that end with LF, an ellipsis where it is cut.

    >>> sheet_text("一\\r\\n二\\0"), len(sheet_text("法" * 40_000))
    ('一\\n二\\ufffd', 32767)
    """
    text = _LINE_END.sub("\n", _NOT_IN_XML.sub("\ufffd", text))
    if len(text) <= LONGEST_CELL // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


def joined(values: list[str]) -> str:
    """A list as one cell shows it."""
    return "; ".join(values)


def sheet_date(value: date) -> date | str:
    """A date as a workbook can hold it: spreadsheets know none before 1900."""
    return value if value.year >= 1900 else value.isoformat()
