"""Decide what is not a quantity although it looks like one: ordinals, dates, sessions, names, idioms.

Every guard looks only at the words around one number. The lists behind them stand in
`patterns/quantities/guards.yaml`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from .numerals import CHINESE
from .words import WordsAfter, WordsBefore, unless

_NUMERAL = re.compile(rf"[0-9]+|[{CHINESE}]+")
_ORDINAL = re.compile(r"第[0-9零一二三四五六七八九十百、和至到-]{1,12}\Z")
_NAME = re.compile(r"“[^“”\n，。；：]{1,30}”|‘[^‘’\n，。；：]{1,30}’")
_JOINED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.+×*/_#·@＋")
_RANGE = frozenset("-—~至")
_LISTED = frozenset("、和至到-")
_SESSION = 20
"""How far in front of a session its assembly may be named."""
_CLAUSE_END = "，。；：！？\n"
_CLOSING = frozenset("，。；、\n")


class Phrases:
    """Phrases that swallow the numerals in them, looked up by the two characters where a numeral begins.

    `exceptions` are longer phrases that do not: 四个一 is a slogan, 四个一级指标 counts.
    """

    def __init__(self, phrases: Iterable[str], exceptions: Iterable[str] = ()) -> None:
        swallows = dict.fromkeys(phrases, True) | dict.fromkeys(exceptions, False)
        table: defaultdict[str, list[tuple[str, int, bool]]] = defaultdict(list)
        for phrase in sorted(swallows, key=len, reverse=True):
            for found in _NUMERAL.finditer(phrase):
                key = phrase[found.start() : found.start() + 2]
                if len(key) == 2:
                    table[key].append((phrase, found.start(), swallows[phrase]))
        self._table = dict(table)
        self.neighbours = frozenset(
            phrase[offset - 1] for group in table.values() for phrase, offset, _ in group if offset
        )

    def cover(self, text: str, start: int) -> bool:
        """Whether the numeral at `start` stands in one of the phrases."""
        for phrase, offset, swallows in self._table.get(text[start : start + 2], ()):
            if start >= offset and text.startswith(phrase, start - offset):
                return swallows
        return False


@dataclass(frozen=True)
class Guards:
    """The compiled guards; `is_label` looks at the number alone, the others also at its unit."""

    suspects: frozenset[str]
    phrases: Phrases
    fixed: Phrases
    before: WordsBefore[bool]
    page: WordsBefore[bool]
    rank: WordsBefore[bool]
    rank_units: frozenset[str]
    period_before: WordsBefore[bool]
    period_after: WordsAfter[bool]
    period_units: frozenset[str]
    clock: frozenset[str]
    duration_before: WordsBefore[bool]
    circle: re.Pattern[str]
    session_before: tuple[str, ...]
    session_after: re.Pattern[str]
    session_starts: frozenset[str]
    hotlines: frozenset[str]
    one_before: re.Pattern[str]
    one_held: re.Pattern[str]
    one_more: tuple[str, ...]
    bare_before: WordsBefore[bool]

    @classmethod
    def from_packs(cls, packs: Packs) -> Guards:
        words = packs.words
        before = WordsBefore(dict.fromkeys(words("quantity.guard.before"), True))
        page = WordsBefore({w + colon: True for w in words("quantity.guard.page") for colon in "：:"})
        return cls(
            suspects=_JOINED | _RANGE | _LISTED | before.last_characters() | page.last_characters(),
            before=before,
            page=page,
            phrases=Phrases(words("quantity.guard.phrase"), words("quantity.guard.phrase.none")),
            fixed=Phrases(words("quantity.guard.fixed")),
            rank=unless(packs, "quantity.guard.rank"),
            rank_units=frozenset(words("quantity.guard.rank.unit")),
            period_before=unless(packs, "quantity.period.before"),
            period_after=WordsAfter(dict.fromkeys(words("quantity.period.after"), True)),
            period_units=frozenset(words("quantity.period.units")),
            clock=frozenset(words("quantity.guard.clock")),
            duration_before=WordsBefore(dict.fromkeys(words("quantity.duration.before"), True)),
            circle=re.compile(rf"[^{_CLAUSE_END}]{{0,8}}{any_of(words('quantity.guard.circle'))}"),
            session_before=words("quantity.guard.session.before"),
            session_after=re.compile(
                rf"(?:[、和及至][{CHINESE}]{{1,3}}次)*{any_of(words('quantity.guard.session.after'))}"
            ),
            session_starts=frozenset(word[0] for word in words("quantity.guard.session.after")),
            hotlines=frozenset(words("quantity.guard.hotline")),
            one_before=_one_before(packs),
            one_held=re.compile(
                rf"{any_of(words('quantity.one.held'))}了?(?P<what>[^{_CLAUSE_END}“”]{{2,16}})?\Z"
            ),
            one_more=words("quantity.one.more"),
            bare_before=WordsBefore(dict.fromkeys(words("quantity.bare.before"), True)),
        )

    def label_neighbours(self) -> frozenset[str]:
        """Characters before an Arabic numeral that may make it a rank or part of a phrase."""
        return self.rank.last_characters() | self.phrases.neighbours

    def session_characters(self) -> frozenset[str]:
        """Characters behind 次 that may make it a session."""
        return self.session_starts

    def is_label(self, text: str, start: int) -> bool:
        """A number that numbers or names something: 第3批, V3, 1+N, the second half of a rejected range."""
        previous = text[start - 1 : start]
        if previous in self.suspects and self._is_marked(text, start, previous):
            return True
        return self.phrases.cover(text, start)

    def _is_marked(self, text: str, start: int, previous: str) -> bool:
        if previous in _JOINED or self.before.find(text, start) or self.page.find(text, start):
            return True
        if previous in _RANGE and text[start - 2 : start - 1].isdigit():
            return True
        return previous in _LISTED and _ORDINAL.search(text, max(0, start - 14), start) is not None

    def ranks(self, text: str, start: int, unit: str, unit_end: int) -> bool:
        """A number that ranks: 前3名, 每3天 (but 目前3家), 十四届人大三次会议, 15时20分."""
        if unit in self.rank_units:
            hit = self.rank.find(text, start)
            return hit is not None and hit[0]
        if unit == "次":
            return self.session_after.match(text, unit_end) is not None and self._is_session(text, start)
        return unit == "分" and text[start - 1 : start] in self.clock

    def _is_session(self, text: str, start: int) -> bool:
        """Whether an assembly is named in front: 十四届人大三次会议; 六届三次、四次全会."""
        return any(word in text[max(0, start - _SESSION) : start] for word in self.session_before)

    def is_held_once(self, text: str, start: int, unit_end: int) -> bool:
        """召开一次推进会, 召开推进会一次 count one event; 一次性 and 综合查一次 do not."""
        if text.startswith(self.one_more, unit_end):
            return False
        held = self.one_held.search(text, max(0, start - 20), start)
        closes = text[unit_end : unit_end + 1] in _CLOSING
        return held is not None and (held["what"] is None or closes)

    def is_period(self, text: str, start: int, end: int, unit: str) -> bool:
        """A stretch of the calendar rather than a measured duration: 未来三年, 近五年, 3个月来."""
        if self.period_after.find(text, end):
            return True
        hit = self.period_before.find(text, start) if unit in self.period_units else None
        return hit is not None and hit[0]


def _one_before(packs: Packs) -> re.Pattern[str]:
    """只 or 仅 in the clause before a single 一; other words with them (不仅) take no part in `stress`."""
    stress = any_of(packs.words("quantity.one.before"))
    other = any_of(packs.words("quantity.one.before.none"))
    return re.compile(rf"(?:{other}|(?P<stress>{stress}))[^{_CLAUSE_END}]{{0,12}}\Z")


def names(text: str) -> list[tuple[int, int]]:
    """Spans of short quoted text: a number inside is part of a name (“3691”专项治理).

    >>> names("开展“3691”专项治理")
    [(2, 8)]
    """
    return [found.span() for found in _NAME.finditer(text)]
