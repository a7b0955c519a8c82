"""Residues of the programs a report went through: Markdown, word processors, lost characters.

Only marks go; words never do. What stands at the beginning of a line (`## `, `> `, `- `) is left to the
lines step, which needs it to know that a paragraph begins there.
"""

from __future__ import annotations

import re

from .alphabet import HAN
from .edits import Edit

_BOOKMARK = re.compile(r"\[bookmark:[^\]\n]{0,80}\]")
# HYPERLINK "https://…" · HYPERLINK \l "_Toc1" · PAGEREF _Toc1 \h · TOC \o "1-3" \h
_FIELD_NAMES = ("HYPERLINK", "PAGEREF", "TOC")
_FIELD_ARGUMENT = r'[ \t]*(?:\\[a-z*]|"[^"\n]{0,300}"|_[A-Z][A-Za-z]{1,9}[0-9]{0,12}\b)'
_FIELD = re.compile(rf"(?:{'|'.join(_FIELD_NAMES)})(?:{_FIELD_ARGUMENT}){{1,6}}(?:[ \t]*MERGEFORMAT)?")
_ESCAPE = re.compile(r"\\(?=[!#()*+.<>\[\]_`{|}~-])")
_STARS = re.compile(r"\*\*+")
_UNDERLINES = re.compile("__(?:(?<![_0-9A-Za-z]__)(?=[^ \n_])|(?<=[^ \n_]__)(?![_0-9A-Za-z]))")
_LINK = re.compile(r"\[([^\[\]\n]{0,200})\]\((?:https?:|mailto:|[/#.])[^\s()]{0,500}\)")

# A character that an encoding could not hold is written "?". At the start of a line, or right behind a
# closing mark with the sentence going on, it cannot be a question. Next to a number it stays: it may have
# been a dash.
_LOST = re.compile(rf"^\?+(?=[{HAN}0-9（(《“])|(?<=[”』」》])\?(?=[{HAN}])", re.M)


def fields(text: str) -> list[Edit]:
    r"""Field codes and bookmarks of word processors.

    >>> fields("[bookmark: _Toc1]一、总体情况 PAGEREF _Toc1 \\h")
    [Edit(start=0, end=17, text=''), Edit(start=24, end=40, text='')]
    """
    edits = _delete(_BOOKMARK, text)
    if any(name in text for name in _FIELD_NAMES):
        edits = sorted(edits + _delete(_FIELD, text))
    return edits


def markdown(text: str) -> list[Edit]:
    r"""Marks inside lines: emphasis, escapes, and links, of which the words stay.

    >>> from .edits import apply_edits
    >>> text = r"**1\.学法** 见[《通知》](https://example.cn/a)"
    >>> apply_edits(text, markdown(text))
    '1.学法 见《通知》'
    """
    edits = _delete(_ESCAPE, text) + _delete(_STARS, text) + _delete(_UNDERLINES, text)
    for match in _LINK.finditer(text) if "](" in text else ():
        edits += Edit(match.start(), match.start(1), ""), Edit(match.end(1), match.end(), "")
    return _without_overlaps(edits)


def lost_characters(text: str) -> list[Edit]:
    """Question marks that stand for a character nobody can restore.

    >>> lost_characters("“一网通办”?率98%")
    [Edit(start=6, end=7, text='')]
    """
    return _delete(_LOST, text)


def _delete(pattern: re.Pattern[str], text: str) -> list[Edit]:
    return [Edit(*match.span(), "") for match in pattern.finditer(text)]


def _without_overlaps(edits: list[Edit]) -> list[Edit]:
    """In text order; an edit that begins inside an earlier one (stars inside a link's address) is dropped."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
