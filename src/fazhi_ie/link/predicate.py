"""Find the predicate in the text to the left of a number: who, does what, to what.

`全年共审查` … `规范性文件` 52件: subject 全年, verb 审查, object 规范性文件. Verbs are those of the packs; a verb inside a
name (行政调解, 法律援助) and a verb that begins a noun (办结率, 受理窗口) do not count. The last verb decides, together
with verbs that lean on it (审核、备案; 促进整改落实).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs
from ..packs.alternation import any_of
from .clauses import Masks

_LEANING = re.compile("[、和并及]?$")
_NUMBERING = "[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}\\."
"""三是, （三）, 3.: the number of a point that is told in the same line."""


class Predicate(NamedTuple):
    """The parts of a clause; `light` says that the verb need not be told (开展, 召开)."""

    subject: str
    verb: str
    object: str
    light: bool


@dataclass(frozen=True)
class Verbs:
    """The verbs of the packs and the words around clauses, compiled."""

    verb: re.Pattern[str]
    nouns: tuple[str, ...]
    named: frozenset[str]
    acts: tuple[str, ...]
    light: frozenset[str]
    light_inside: re.Pattern[str]
    carries: re.Pattern[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> Verbs:
        light = packs.words("link.verb.light")
        not_light = any_of(packs.words("link.verb.light_guard"))
        content = (*packs.words("link.verb.content"), *packs.words("link.verb.named"))
        not_before = any_of(packs.words("link.verb.not_before"))
        first = "".join(sorted({re.escape(word[0]) for word in (*light, *content)}))
        verb = f"(?=[{first}])(?:{any_of(content)}(?:了|过)?(?!{not_before})|(?!{not_light}){any_of(light)}(?:了|过)?)"
        # 规范审核 opens with an adverb, 规范性文件 does not.
        adverbs = f"{any_of(packs.words('link.adverb'))}+(?:地)?(?={verb})"
        openers = any_of((*packs.words("link.opener"), *packs.words("link.period.open")))
        guards = any_of(packs.words("link.opener_guard"))
        tails = any_of(word[::-1] for word in packs.words("link.tail"))
        tail_guards = any_of(word[::-1] for word in packs.words("link.tail_guard"))
        return cls(
            verb=re.compile(verb),
            nouns=packs.words("link.verb.noun"),
            named=frozenset(packs.words("link.verb.named")),
            acts=packs.words("link.verb.acts"),
            light=frozenset(light),
            light_inside=re.compile(f"(?<=..){any_of(packs.words('link.verb.inside'))}了?"),
            carries=re.compile(f"(?:[、和并及]?{any_of(packs.words('link.verb.carries'))}[了过]?)+"),
            head=re.compile(
                f"(?:(?!{guards})(?:{openers}|{dates(packs)}|{adverbs}|{_NUMBERING}|[、和及，]))+"
            ),
            tail=re.compile(f"(?:(?!{tail_guards})(?:{tails}))+"),
        )

    def trim(self, left: str) -> str:
        """The left text without openers (全年, 其中) and without what leads over to the number (达, 共)."""
        if end := self.tail.match(left[::-1]):
            left = left[: -end.end()]
        start = self.head.match(left)
        return left[start.end() :] if start else left

    def begin(self, phrase: str) -> bool:
        """Whether the phrase begins with a verb."""
        return self.verb.match(phrase) is not None

    def hits(self, text: str, offset: int, masks: Masks) -> list[re.Match[str]]:
        """The verbs of `text`, which begins at `offset` of the clean text: not in names, not in nouns like 党组织."""
        return [
            hit
            for hit in self.verb.finditer(text)
            if (
                hit[0] in self.named
                or not masks.cover(offset + hit.start())
                or text.startswith(self.acts, hit.start())
            )
            and not text.endswith(self.nouns, 0, hit.end())
        ]


def dates(packs: Packs) -> str:
    """A pattern for a date with the words around it: 截至2023年底, 2023年以来, 6月."""
    since, until = any_of(packs.words("link.date.before")), any_of(packs.words("link.date.after"))
    day = "(?:\\d{1,2}月(?:份|\\d{1,2}日)?)?"
    return f"(?:{since})?(?:(?P<year>(?:19|20)\\d\\d)年)?{day}(?:(?<=[年月日份])(?:{until})?)"


def split_predicate(left: str, start: int, verbs: Verbs, masks: Masks) -> Predicate | None:
    """Cut `left`, which begins at offset `start` of the text, at its last verb; None when it has no verb."""
    hits = verbs.hits(left, start, masks)
    # 印章使用、值班、考勤: what 、 joins to a noun is a noun itself.
    begins = {m.start() for m in hits}
    hits = [m for m in hits if not left.startswith("、", m.end()) or m.end() + 1 in begins]
    hits = _outside_list(left, hits)
    if not hits:
        return None
    if (
        len(hits) > 1
        and hits[-1].end() == len(left)
        and not _LEANING.fullmatch(left[hits[-2].end() : hits[-1].start()])
    ):
        # 开展案卷评查2次: a verb right before the number, with an object of an earlier verb in front, is a noun.
        hits.pop()
    first = last = hits[-1]
    for hit in reversed(hits[:-1]):
        if not _LEANING.fullmatch(left[hit.end() : first.start()]):
            break
        first = hit
    verb = left[first.start() : last.end()]
    bare = verb.rstrip("了过")
    return Predicate(left[: first.start()], verb, left[last.end() :], bare in verbs.light)


def _outside_list(left: str, hits: list[re.Match[str]]) -> list[re.Match[str]]:
    """作出撤销、变更、责令履行等纠错决定: what 等 sums up are names of things; the verb stands in front of them."""
    end = left.rfind("等")
    begin = left.find("、", 0, end)
    if end < 0 or begin < 0 or end + 2 > len(left):
        return hits
    outside = [m for m in hits if m.start() > end or m.end() < begin]
    return outside if outside and outside[0].end() < begin else hits
