"""Find the documents a report cites: whatever stands in 《…》.

The outermost marks count, so a notice that names a plan in its title is one citation. What directly follows belongs to
it: the document number in brackets (X政发〔2020〕7号) and the article (第三十六条). A 《 that is never closed in its
line, and titles of unlikely length, are not citations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..packs import Packs

_MARK = re.compile(r"[《》\n]")
_NUMBER = re.compile(r"[（(]?(?P<number>[\u4e00-\u9fff]{1,14}〔\d{4}〕(?:第)?\d{1,5}号)[）)]?")
_ARTICLE = re.compile(
    r"[（(]?(?P<article>第[0-9一二三四五六七八九十百零〇]{1,7}条(?:第[0-9一二三四五六七八九十]{1,3}[款项])*)"
)
LONGEST_TITLE = 200


class CitationMention(NamedTuple):
    """A citation in the clean text; `start` and `end` include the marks."""

    start: int
    end: int
    title: str
    document_number: str | None
    article: str | None
    kind: Literal["document", "media"]


@dataclass(frozen=True)
class CitationRules:
    """Words at the end of a title that mark newspapers, programmes, books and collections."""

    media_endings: tuple[str, ...]
    media_followers: tuple[str, ...]

    @classmethod
    def from_packs(cls, packs: Packs) -> CitationRules:
        return cls(packs.words("citation.media.endings"), packs.words("citation.media.followers"))


def find_citations(text: str, rules: CitationRules) -> list[CitationMention]:
    """All citations of the clean text, in order.

    >>> rules = CitationRules(media_endings=("日报",), media_followers=("栏目",))
    >>> find_citations("印发《规范性文件管理办法》（青政发〔2021〕3号）。", rules)[0][2:]
    ('规范性文件管理办法', '青政发〔2021〕3号', None, 'document')
    >>> [c.kind for c in find_citations("在《青川日报》刊发", rules)]
    ['media']
    """
    return [_describe(text, start, end, rules) for start, end in _outermost(text)]


def _outermost(text: str) -> list[tuple[int, int]]:
    """Spans of balanced outermost marks; a new line forgets what is still open."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for mark in _MARK.finditer(text):
        position = mark.start()
        if mark[0] == "《":
            opened.append(position)
        elif mark[0] == "\n":
            opened.clear()
        elif opened:
            start = opened.pop()
            if 2 < position + 1 - start <= LONGEST_TITLE:
                while spans and spans[-1][0] > start:
                    spans.pop()
                spans.append((start, position + 1))
    return spans


def _describe(text: str, start: int, end: int, rules: CitationRules) -> CitationMention:
    title = text[start + 1 : end - 1]
    number = _NUMBER.match(text, end)
    article = _ARTICLE.match(text, number.end() if number else end)
    media = title.endswith(rules.media_endings) or text.startswith(rules.media_followers, end)
    return CitationMention(
        start,
        end,
        title,
        number["number"] if number else None,
        article["article"] if article else None,
        "media" if media else "document",
    )
