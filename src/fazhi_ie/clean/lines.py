"""One line, one paragraph: breaks that layout made are healed, breaks that the author made are kept.

Pages end, columns are narrow, and copied text breaks its lines anywhere, also inside a number. A break
between a paragraph (what has been joined so far) and the next line is decided in this order:

1. The next line begins a block (heading number, bullet, table row, `附件`, `一是`), or is only a number or
   a date, or the paragraph is a Markdown heading or a table row: the break stays. A heading is never glued
   to the text under it.
2. The paragraph ends with a sentence's end: the break stays.
3. The paragraph is obviously unfinished (it ends with a comma, with `、`, inside brackets or a year), or
   the next line begins with what cannot begin one (`。`, `的`): joined.
4. The next line is no prose (short, without punctuation), as are titles, signatures and cells: the break
   stays.
5. The paragraph is running prose (it holds a sentence's end already, or is too long for a heading), or the
   break is inside a number: joined.
6. Otherwise the paragraph may be a title, a heading or a label. It is joined only if the text shows
   elsewhere that the characters on both sides of the break belong together.

Blank lines, spaces at the ends of lines, page numbers and the marks of Markdown blocks go with the breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .edits import Edit
from .numbers import one_number, one_year

_NUMERAL = "一二三四五六七八九十百〇零"
_ORDINAL = f"[{_NUMERAL}0-9]{{1,3}}"
_BLOCK = re.compile(
    rf"[|◆■□▪●○•★☆※➤]|—— ?[^—]|[①-⒛㈠-㈩Ⅰ-Ⅻ]|附件|附：|附表|（{_ORDINAL}）|第{_ORDINAL}[章节部编篇]"
    rf"|[{_NUMERAL}]{{1,4}}[、.]|[{_NUMERAL}]{{1,2}}是|[0-9]{{1,3}}(?:[、）]|\.(?![0-9]))"
)
_DATE = rf"[{_NUMERAL}0-9]{{4}}年{_ORDINAL}月(?:{_ORDINAL}日)?"
_ALONE = re.compile(rf"[0-9.,%/:|+~\- ]+|{_DATE}")
_PAGES = "第 ?[0-9]{1,3} ?页(?:[，, ]?共 ?[0-9]{1,3} ?页)?"
_PAGE_NUMBER = re.compile(f"[-—·]{{1,2}} ?[0-9]{{1,3}} ?[-—·]{{1,2}}|{_PAGES}")
_RULE = re.compile(r"[|: =*_-]{3,}")
_FURNITURE_BEGINS = frozenset("-—·第|: =*_")
_MARK = re.compile(r"(#{1,6})(?: +|(?=[^#0-9A-Za-z]))|(?:> ?)+|[-*+•] +")
_MARK_BEGINS = frozenset("#>-*+•")

_ENDS = frozenset("。！？；：…!?;:|")
_CLOSERS = '”’）》〉】〕"'
_GOES_ON = frozenset("，、,（《〈“‘〔/+-—~的")
_CANNOT_BEGIN = frozenset("，。、；：！？）》〉”’〕%.的")
_STOP = re.compile("[。！？；]")
_UNIT_FIRST = re.compile("[件个项次场人名份家户起条处期宗篇部所元万亿余多][，。；、（）]")
"""A unit that its number has left behind on the line before."""
_PROSE = re.compile("[。！？；，]")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
_LONGEST_PAIR = 200
"""Quotes and brackets opened further back are taken for slips."""
_LONG = 16
"""A line of so many characters is read as prose even without punctuation."""
_HEADING = 30
"""A shorter line without a sentence's end may be a heading with a comma in it; one twice as long is none."""
_REACH = 5_000
"""How far from a break its characters are looked up; a bound, so that cleaning stays linear."""


class _Paragraph(NamedTuple):
    """What has been joined so far (`start` to `end`), and whether a Markdown mark stood before it."""

    start: int
    end: int
    mark: str

    def is_prose(self, text: str) -> bool:
        """Whether this is running text rather than a title or a heading (rule 5)."""
        length = self.end - self.start
        return (
            length >= 2 * _HEADING
            or _STOP.search(text, self.start, self.end) is not None
            or (length >= _HEADING and text.find("，", self.start, self.end) >= 0 and not self.is_block(text))
        )

    def is_block(self, text: str) -> bool:
        """Whether it begins like a heading, a list item or a table row."""
        return bool(self.mark) or _BLOCK.match(text, self.start) is not None


def breaks(text: str) -> list[Edit]:
    r"""The edits that leave one `\n` between paragraphs and none inside.

    >>> from .edits import apply_edits
    >>> page = "## 一、主要做法\n\n全年依法受理案件1\n8件。以调解方式办结\n- 3 -\n15件。\n"
    >>> apply_edits(page, breaks(page))
    '一、主要做法\n全年依法受理案件18件。以调解方式办结15件。'
    """
    edits: list[Edit] = []
    last = 0
    paragraph: _Paragraph | None = None
    for start, end, mark in _lines(text):
        glue = "\n" if paragraph else ""
        if paragraph and not _is_ended(text, last) and not mark and _joins(text, paragraph, start, end):
            glue = _glue(text, last, start)
        if text[last:start] != glue:
            edits.append(Edit(last, start, glue))
        paragraph = (
            _Paragraph(start, end, mark) if paragraph is None or glue == "\n" else paragraph._replace(end=end)
        )
        last = end
    return [*edits, Edit(last, len(text), "")] if last < len(text) else edits


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each line that says something, without blanks and its Markdown mark, and that mark."""
    position = 0
    for line in text.split("\n"):
        words = line.strip(" ")
        if words and not (words[0] in _FURNITURE_BEGINS and _is_furniture(words)):
            start = position if words[0] == line[0] else position + line.index(words[0])
            end = start + len(words)
            mark = _MARK.match(text, start, end) if words[0] in _MARK_BEGINS else None
            if mark and mark.end() < end:
                yield mark.end(), end, mark[0]
            else:
                yield start, end, ""
        position += len(line) + 1


def _is_furniture(words: str) -> bool:
    """Page numbers and ruled lines."""
    return bool(_RULE.fullmatch(words) or _PAGE_NUMBER.fullmatch(words))


def _is_ended(text: str, end: int) -> bool:
    """Whether the text before `end` closes a sentence, inside or outside closing marks (rule 2)."""
    return text[end - 1] in _ENDS or (
        text[end - 1] in _CLOSERS and text[max(end - 4, 0) : end].rstrip(_CLOSERS)[-1:] in _ENDS
    )


def _joins(text: str, paragraph: _Paragraph, start: int, end: int) -> bool:
    """Whether the line `text[start:end]` goes on with a paragraph that has not ended (rules 1 and 3 to 6)."""
    if paragraph.mark.startswith("#") or text[paragraph.start] == "|":
        return False
    if _BLOCK.match(text, start, end) or _ALONE.fullmatch(text, start, end):
        return False
    last = paragraph.end
    if text[last - 1] in _GOES_ON or text[start] in _CANNOT_BEGIN or one_year(text, last, start):
        return True
    if _open_at_end(text, max(paragraph.start, last - _LONGEST_PAIR), last):
        return True
    if text[last - 1].isdigit() and _UNIT_FIRST.match(text, start, end):
        return True
    if not (end - start >= _LONG or _PROSE.search(text, start, end) or text[end - 1] == "："):
        return False
    if paragraph.is_prose(text) or one_number(text, last, start):
        return True
    comma = text.find("，", paragraph.start, last) >= 0 and not paragraph.is_block(text)
    return _shown_together(text, last, start) >= (1 if comma else 2)


def _open_at_end(text: str, start: int, end: int) -> bool:
    """Whether quotes, book marks or brackets are still open at the end of the paragraph."""
    return any(text.rfind(left, start, end) > text.rfind(right, start, end) for left, right in _PAIRS)


def _shown_together(text: str, end: int, start: int) -> int:
    """How many of the two triples of characters across the break stand side by side elsewhere in the text.

    A break inside a phrase of the report (法治政|府建设) has both; the end of a title and the beginning of a
    sentence (情况报告|今年以来) seldom have one. Digits show nothing: 公开|2024年 may meet 公开20件.
    """
    if text[start].isdigit():
        return 0
    triples = text[end - 2 : end] + text[start], text[end - 1] + text[start : start + 2]
    low, high = max(end - _REACH, 0), start + _REACH
    return sum(text.find(triple, low, high) >= 0 for triple in triples)


def _glue(text: str, end: int, start: int) -> str:
    """A space where two Latin words meet, else nothing."""
    left, right = text[end - 1], text[start]
    return " " if (left + right).isascii() and left.isalpha() and right.isalpha() else ""
