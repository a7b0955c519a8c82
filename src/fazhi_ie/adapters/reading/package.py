"""Open a Word document safely; decides what is too large, too dense or too odd to be unpacked.

A few kilobytes of ZIP can hold gigabytes, and XML can define names that multiply. So the archive's own list of
sizes is judged before anything is unpacked (a part is never read further than its listed size), documents with a
DTD are refused, and parts outside the archive are never followed.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...errors import InputError
from .ooxml import attribute, children
from .styles import Styles

if TYPE_CHECKING:
    from docx.document import Document

    from .ooxml import Element

_MOST_BYTES = 200_000_000
_MOST_XML = 20_000_000  # of one part: its tree takes ten times as much
_MOST_PARTS = 5_000
_DENSE = 200  # times smaller: Word's XML packs to a tenth or a thirtieth
_SMALL = 5_000_000  # unpacked, at any density
_PROLOG = 4_096


@dataclass
class Parts:
    """What of a document is read: its body, lists, styles and notes (by kind and id)."""

    body: Element
    numbering: Element | None
    styles: Styles
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)


def open_package(data: bytes, name: str) -> Parts:
    """The parts of a Word document; raises `InputError` when it is damaged, dangerous or protected."""
    try:
        import docx
    except ImportError as error:
        raise InputError(
            "FZ117", f'{name} is a Word document; to read it, run: pip install "fazhi-ie[docx]".'
        ) from error
    try:
        _check(data, name)
        return _parts(docx.Document(io.BytesIO(data)))
    except InputError:
        raise
    except Exception as error:  # hostile bytes make zipfile, lxml and python-docx raise nearly anything
        raise InputError(
            "FZ130",
            f"{name} is damaged or no Word document in the usual form ({type(error).__name__}); "
            "fetch it again, or open it in Word or WPS and save it as .docx.",
        ) from error


def _check(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        xml = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
        if (
            len(entries) > _MOST_PARTS
            or unpacked > _MOST_BYTES
            or max((entry.file_size for entry in xml), default=0) > _MOST_XML
            or unpacked > max(_SMALL, _DENSE * len(data))
        ):
            raise InputError(
                "FZ131",
                f"{name} would unpack to {unpacked:,} bytes in {len(entries):,} parts, more than a report's "
                "document has; save its text as a plain file.",
            )
        for entry in xml:
            with archive.open(entry) as part:
                if b"<!DOCTYPE" in part.read(_PROLOG).replace(b"\0", b""):
                    raise InputError(
                        "FZ131",
                        f"{name} defines XML entities, which Word never writes and a bomb does; it is not opened.",
                    )


def _parts(document: Document) -> Parts:
    related = {
        rel.reltype.rsplit("/", 1)[-1]: rel for rel in document.part.rels.values() if not rel.is_external
    }
    trees = {kind: _tree(related[kind].target_part.blob) for kind in _READ if kind in related}
    notes = {
        (kind, attribute(note, "id")): note
        for kind in ("footnote", "endnote")
        if f"{kind}s" in trees
        for note in children(trees[f"{kind}s"], kind)
    }
    return Parts(document.element.body, trees.get("numbering"), Styles(trees.get("styles")), notes)


_READ = ("numbering", "styles", "footnotes", "endnotes")


def _tree(blob: bytes) -> Element:
    from lxml import etree

    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
