"""Say of every number that is no statistic why it is none, so that a reader can see that nothing was lost.

A report is full of numerals that count nothing: dates, articles, list numbers, names, words such as 进一步.
The grammar passes them over without a word; here the same guards and tables are asked once more, for those
who check a report by eye. Extraction does not use this module. The reason is the first that holds, from what
stands around the numeral to what the grammar misses in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, cast

from ..clean import CleanText, clean
from ..records import Report
from ..sources import require_own_text
from .amounts import Amount
from .grammar import QuantityGrammar
from .guards import names
from .numerals import CHINESE, DIGITS
from .units import unit_at

Reason = Literal[
    "date",
    "clock",
    "period",
    "document_number",
    "article",
    "ordinal",
    "list_number",
    "code",
    "name",
    "word",
    "one",
    "vague",
    "no_unit",
    "unclear",
]
"""
| reason | what the number is |
| --- | --- |
| `date`, `clock` | a year, a date, a time of day |
| `period` | a stretch of the calendar: 近五年, 三年行动 |
| `document_number`, `article` | 〔2024〕3号; 第三十六条 |
| `ordinal`, `list_number` | 第3批, 前3名, 十四届三次会议; 一、, （二）, 一是 |
| `code` | a telephone number, a code, a counter of the web page |
| `name` | part of a term, a cited title, or a quoted name |
| `word` | part of a word or set phrase: 进一步, 三项制度 |
| `one` | 一次, 一项: an article rather than a count |
| `vague` | 数十家: no number is told |
| `no_unit` | no known unit stands behind it, nor does anything else say that it counts |
| `unclear` | it may count, and the grammar cannot tell for certain |
"""

_HAN = f"[{CHINESE}]"
_YEAR = rf"(?:(?:19|20)[0-9]{{2}}|[一二][{''.join(DIGITS)}○]{{3}})"
_MONTH = rf"(?:[0-9]{{1,2}}|{_HAN}{{1,3}})"
_DAY = rf"(?:{_MONTH}月(?:{_MONTH}日|[份初底末]|[上中下]旬)?)"
_SHAPES = {
    "document_number": rf"〔{_YEAR}〕第?[0-9]{{1,5}}号",
    "date": rf"(?<![0-9.,])(?:{_YEAR}(?:年度?{_DAY}?|[-/.—~至]{_YEAR}年?度?|[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?"
    rf"|(?![0-9.,]))|{_DAY})",
    "clock": r"[0-9]{1,2}(?:[:时点][0-9]{1,2}(?:分|:[0-9]{2})?|点半)",
    "article": rf"第(?:[0-9]+|{_HAN}+)[条款项章节编]",
    "ordinal": rf"第(?:[0-9]+|{_HAN}+)(?:[、和至到-](?:[0-9]+|{_HAN}+))*",
    "list_number": rf"(?m:^)(?:[0-9]{{1,2}}[.．、](?![0-9])|{_HAN}{{1,3}}[、.．])"
    rf"|（(?:[0-9]{{1,2}}|{_HAN}{{1,3}})）|(?<![\u4e00-\u9fff]){_HAN}{{1,2}}是",
    "number": rf"[0-9](?:[0-9,.]*[0-9])?|{_HAN}+|半(?=[数个小工天日月年])",
}
_NUMBER = re.compile("|".join(f"(?P<{reason}>{shape})" for reason, shape in _SHAPES.items()))
_NUMERAL = re.compile(rf"[0-9{CHINESE}半]")


@dataclass(frozen=True, slots=True)
class Untaken:
    """A number that is no statistic; `[start, end)` are offsets into the text as it was given."""

    start: int
    end: int
    text: str
    reason: Reason


def untaken(report: Report, text: str, grammar: QuantityGrammar) -> list[Untaken]:
    """Every number in the text of a report that no statistic covers, in text order, with the reason.

    Raises `InputError` when `text` is not the text that `report` was extracted from.

    >>> from fazhi_ie.extractor import extractor
    >>> text = "2024年，12345热线进一步提速，依据第三十六条办结41件。"
    >>> [(n.text, n.reason) for n in untaken(extractor()(text), text, extractor().quantities)]
    [('2024年', 'date'), ('12345', 'name'), ('一', 'word'), ('第三十六条', 'article')]
    """
    require_own_text(report, text)
    cleaned = clean(text)
    return list(_Leftovers(report, cleaned, grammar))


class _Leftovers:
    """Goes through the numbers of one text."""

    def __init__(self, report: Report, cleaned: CleanText, grammar: QuantityGrammar) -> None:
        self._cleaned = cleaned
        self._grammar = grammar
        self._taken = _Spans((s.quantity.span.start, s.quantity.span.end) for s in report.statistics)
        named = [term.span for term in report.terms] + [citation.span for citation in report.citations]
        quoted = [cleaned.to_raw(*span) for span in names(cleaned.text)]
        self._names = _Spans([*((span.start, span.end) for span in named), *quoted])

    def __iter__(self) -> Iterator[Untaken]:
        text, raw = self._cleaned.text, self._cleaned.raw
        for found in _NUMBER.finditer(text):
            for start, end in self._free(*found.span()):
                first, last = self._cleaned.to_raw(start, end)
                whole = (start, end) == found.span()
                shape = found.lastgroup if whole and found.lastgroup != "number" else None
                reason = "name" if self._names.hold(first) else shape or self._by_grammar(start)
                yield Untaken(first, last, raw[first:last], cast(Reason, reason))

    def _free(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a span of clean text that no quantity covers, and that hold a numeral."""
        for taken, part in groupby(range(start, end), key=self._is_taken):
            places = list(part)
            if not taken and _NUMERAL.search(self._cleaned.text, places[0], places[-1] + 1):
                yield places[0], places[-1] + 1

    def _is_taken(self, place: int) -> bool:
        return self._taken.hold(self._cleaned.to_raw(place, place + 1)[0])

    def _by_grammar(self, start: int) -> Reason:
        """What the grammar has against the number at `start`."""
        text, guards = self._cleaned.text, self._grammar.guards
        if guards.phrases.cover(text, start):
            return "word"
        chinese = not text[start].isascii()
        if chinese and self._grammar.bounds.is_vague(text, start):
            return "vague"
        if guards.is_label(text, start):
            return "ordinal" if chinese else "code"
        amount = self._grammar.amounts.read(text, start)
        if amount is None:
            return "word" if chinese else "code"
        return self._by_unit(start, amount)

    def _by_unit(self, start: int, amount: Amount) -> Reason:
        text, guards = self._cleaned.text, self._grammar.guards
        unit = unit_at(self._grammar.units, text, amount.end)
        if unit is None:
            code = text[start : amount.end] in guards.hotlines
            return "word" if amount.chinese else "code" if code else "no_unit"
        kind, end = unit
        if guards.ranks(text, start, kind.name, end):
            return "ordinal"
        if kind.is_time:
            named = guards.fixed.cover(text, start) or guards.circle.match(text, end)
            return "word" if named else "period"
        if amount.chinese:
            return "one" if text[start : amount.end] == "一" else "word"
        return "name" if kind.is_noun else "unclear"


class _Spans:
    """Tells whether a position lies in one of some spans, which may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            self._starts.append(start)
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def hold(self, position: int) -> bool:
        before = bisect_right(self._starts, position)
        return before > 0 and position < self._ends[before - 1]
