"""What a `Doc` says about its report: `doc._.report` and `doc._.fazhi_unaligned`.

Both are read from `doc.user_data`, where JSON values stand, so they hold for a `Doc` that came from another
process or from a file. Where no pipeline of this library was made, call `set_extensions` once before
reading them.
"""

from __future__ import annotations

from spacy.tokens import Doc

from ...errors import FazhiError
from ...records import Report
from .engine import USER_DATA_KEY, Fresh, record_spans
from .projection import TokenEdges


def report(doc: Doc) -> Report | None:
    """The typed report of a `Doc`, or None when no component of this library has seen it."""
    kept = doc.user_data.get(USER_DATA_KEY)
    if isinstance(kept, Fresh):
        return kept.typed
    return None if kept is None else Report.model_validate(kept)


def unaligned(doc: Doc) -> int:
    """How many records begin or end inside a token; always 0 with the tokenizer of this package."""
    kept = doc.user_data.get(USER_DATA_KEY)
    return 0 if kept is None else TokenEdges(doc).unaligned(record_spans(kept))


def set_extensions() -> None:
    """Register the two extensions; raises `FazhiError` when another library has taken a name."""
    for name, getter in (("report", report), ("fazhi_unaligned", unaligned)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=getter)
        elif Doc.get_extension(name)[2] is not getter:
            raise FazhiError(
                "FZ174",
                f"Doc._.{name} is already set by something else in this program, so records cannot be read "
                f"there; call Doc.remove_extension({name!r}) first, or rename the other extension.",
            )
