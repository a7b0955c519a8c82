"""Bring a report and the text it was extracted from together again.

Records hold offsets, not the text. Where a sentence is to be shown or searched, the caller gives the text,
and it must be the very text of the report: in any other, offsets point at something else.
"""

from __future__ import annotations

import hashlib

from .errors import InputError
from .records import Report


def text_digest(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in hexadecimal, as `Source.sha256` holds it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def require_own_text(report: Report, text: str) -> None:
    """Raise `InputError` unless `text` is the text that `report` was extracted from."""
    if len(text) != report.source.length or text_digest(text) != report.source.sha256:
        raise InputError(
            "FZ121",
            f"The text given for {report.source.id or 'the report'} is not the one the report was extracted "
            "from, so its offsets point elsewhere; give the same string that extract() was given.",
        )
