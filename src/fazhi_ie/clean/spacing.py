"""Spaces: Chinese has none, so nearly all come from layout, and the few that say something stay as one.

A space stays where it separates

- Latin words or numbers (`OA system`, `2024-11-05 14:20`);
- the cells of a table row, which is a line without a sentence in which a gap parts two numbers;
- names on another line without a sentence: in a title, a letterhead, a signature or a line of site furniture
  a gap sets two names apart (`某县委 某县人民政府`). Letters set wide apart (`报 告`, `王 某`) are layout
  there as well, and so is a single space beside a number.

Numbers that a space cuts in two are closed up by the rules of `numbers`.
"""

from __future__ import annotations

import re

from .alphabet import HAN
from .edits import Edit
from .numbers import one_number, one_year

_SPACES = re.compile("  *")  # not " +": a literal in front lets re skip to it
_SENTENCE = re.compile(
    "[，。；！？]|^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,3}[.、])", re.M
)
_CELLS = re.compile("[0-9%] +[0-9]")
_HAN = re.compile(f"[{HAN}]")


def spaces(text: str) -> list[Edit]:
    """The edits that remove the spaces of layout and leave one where a space says something.

    >>> from .edits import apply_edits
    >>> def closed_up(text): return apply_edits(text, spaces(text))
    >>> closed_up("2024 年，受理 1.6 万件，调解2 6起，上线 OA system 。")
    '2024年，受理1.6万件，调解26起，上线OA system。'
    >>> closed_up("中共某县委   某县人民政府 关 于 2024 年 的 报 告")
    '中共某县委 某县人民政府关于2024年的报告'
    """
    edits: list[Edit] = []
    line_end = -1
    line = "names"
    for match in _SPACES.finditer(text):
        start, end = match.span()
        if start > line_end:
            line_start = text.rfind("\n", 0, start) + 1
            line_end = text.find("\n", end)
            line_end = len(text) if line_end < 0 else line_end
            line = _kind(text, line_start, line_end)
        kept = " " if _says_something(text, start, end, line) else ""
        if end - start != len(kept):
            edits.append(Edit(start, end, kept))
    return edits


def _kind(text: str, start: int, end: int) -> str:
    """What the line `text[start:end]` is: a "sentence", a row of "cells", or "names" set apart."""
    if _SENTENCE.search(text, start, end):
        return "sentence"
    return "cells" if _CELLS.search(text, start, end) else "names"


def _says_something(text: str, start: int, end: int, line: str) -> bool:
    left, right = text[start - 1 : start], text[end : end + 1]
    if _is_latin(right) and (_is_latin(left) or left in ",.;:!?"):
        return not (right.isdigit() and _inside_number(text, start, end, line == "sentence"))
    if line == "sentence" or not (_is_word(left) and _is_word(right)):
        return False
    if line == "cells":
        return True
    if _is_latin(left) or _is_latin(right):
        return end - start > 1
    return not (_stands_alone(text, start - 1) or _stands_alone(text, end))


def _inside_number(text: str, start: int, end: int, sentence: bool) -> bool:
    """Whether the gap cuts a clock time, a year or, inside a sentence, another number in two."""
    if text[start - 1] == ":":
        return text[start - 2 : start - 1].isdigit()
    return end - start == 1 and (one_year(text, start, end) or (sentence and one_number(text, start, end)))


def _stands_alone(text: str, position: int) -> bool:
    """Whether a character has no word character beside it, as in letters set wide apart."""
    before, after = text[max(position - 1, 0) : position], text[position + 1 : position + 2]
    return not (_is_word(before) or _is_word(after))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_word(character: str) -> bool:
    return _is_latin(character) or _HAN.match(character) is not None
