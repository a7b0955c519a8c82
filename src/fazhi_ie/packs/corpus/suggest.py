"""Names that reports use and the packs do not know, and guards that short terms seem to need.

Candidates are names that the rules find without an entry (quoted names above all), and runs of whole words
that end in a type word of the packs (制度, 机制, 中心, 平台 …). A guard is suggested where a hit of a short
term begins or ends inside a word. The segmenter only proposes; people decide, and no record depends on it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from ..load import Packs
from ..model import Term
from .compare import Document, Extract

Segmenter = Callable[[str], list[str]]

_TYPE_LISTS = "brand.type."
_STOPS = "brand.gap_stops"
_WORD = re.compile("[\u4e00-\u9fff]+")
_MOST_WORDS = 4
_LENGTH = range(4, 13)
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A suggestion: a new name, or a guard `for_term`, in how many documents it occurs, and one example."""

    kind: Literal["name", "guard"]
    text: str
    documents: int
    example: str
    for_term: str = ""


def suggest(
    documents: Iterable[Document], packs: Packs, extract: Extract, segment: Segmenter, *, least: int = 2
) -> list[Candidate]:
    """Candidates found in at least `least` documents, the most frequent first."""
    finder = _Finder(packs)
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for _, text in documents:
        seen: dict[tuple[str, str], str] = {}
        for key, example in finder.candidates(text, extract, segment):
            seen.setdefault(key, example)
        counts.update(seen.keys())
        examples = seen | examples
    frequent = {key: count for key, count in counts.items() if count >= least}
    return [
        Candidate("guard" if term else "name", text, count, examples[text, term], term)
        for (text, term), count in sorted(frequent.items(), key=lambda item: (-item[1], item[0]))
        if not any(text in other and text != other and frequent[other, by] >= count for other, by in frequent)
    ]


class _Finder:
    """Finds candidates in one text; a key is the text and, for a guard, the id of its term."""

    def __init__(self, packs: Packs) -> None:
        lists = (entry for id, entry in packs.lists.items() if id.startswith(_TYPE_LISTS))
        self._type_words = tuple({word for entry in lists for word in entry.words})
        self._stops = frozenset(packs.words(_STOPS))
        self._known = {name for term in packs.terms for name in (term.name, *term.variants, *term.guards)}
        self._short = {term.id: term for term in packs.terms if len(term.name) <= _SHORT}

    def candidates(
        self, text: str, extract: Extract, segment: Segmenter
    ) -> Iterator[tuple[tuple[str, str], str]]:
        report = extract(text)
        for term in report.terms:
            if term.term is None:
                yield (term.name, ""), _around(text, term.span.start, term.span.end)
        words = segment(text)
        ends = [0, *accumulate(map(len, words))]
        taken = [(c.span.start, c.span.end) for c in report.citations]
        taken += [(t.span.start, t.span.end) for t in report.terms]
        yield from self._runs(text, words, ends, _Taken(taken))
        for mention in report.terms:
            short = self._short.get(mention.term or "")
            if short is not None:
                yield from self._guard(text, ends, short, mention.span.start, mention.span.end)

    def _runs(
        self, text: str, words: list[str], ends: list[int], taken: _Taken
    ) -> Iterator[tuple[tuple[str, str], str]]:
        """Runs of words that end in a type word, are not known, and do not cut into what is."""
        for last, word in enumerate(words):
            if not word.endswith(self._type_words):
                continue
            for first in range(last, max(-1, last - _MOST_WORDS), -1):
                if not _WORD.fullmatch(words[first]) or words[first] in self._stops:
                    break
                start, end = ends[first], ends[last + 1]
                run = text[start:end]
                if end - start in _LENGTH and run not in self._known and not taken.cut_by(start, end):
                    yield (run, ""), _around(text, start, end)

    def _guard(
        self, text: str, ends: list[int], term: Term, start: int, end: int
    ) -> Iterator[tuple[tuple[str, str], str]]:
        """The words around a mention whose edges are inside words."""
        first = ends[bisect_right(ends, start) - 1]
        last = ends[bisect_left(ends, end)]
        guard = text[first:last]
        if (first, last) != (start, end) and _WORD.fullmatch(guard) and guard not in self._known:
            yield (guard, term.id), _around(text, first, last)


class _Taken:
    """Spans that belong to known names and citations, sorted by their ends."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans, key=lambda span: span[1])
        self._ends = [end for _, end in self._spans]

    def cut_by(self, start: int, end: int) -> bool:
        """Whether a run lies in one of the spans or cuts it; a span strictly inside the run does no harm."""
        for i in range(bisect_right(self._ends, start), len(self._spans)):
            first, last = self._spans[i]
            if first < end and (first < start or last > end or (first, last) == (start, end)):
                return True
            if first >= end:
                return False
        return False


def _around(text: str, start: int, end: int) -> str:
    context = f"{text[max(0, start - 10) : start]}[{text[start:end]}]{text[end : end + 10]}"
    return " ".join(context.split())
