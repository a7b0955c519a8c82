"""Find the predicate in the text to the left of a number: who, does what, to what.

`全年共审查` … `规范性文件` 52件: subject 全年, verb 审查, object 规范性文件. Verbs are those of the packs; a verb inside a
name (行政调解, 法律援助) and a verb that begins a noun (办结率, 受理窗口) do not count. The last verb decides, together
with verbs that lean on it (审核、备案; 促进整改落实).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ..packs import Packs
from .clauses import Masks

_LEANING = re.compile("[、和并及]?$")


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
    light: frozenset[str]
    light_inside: re.Pattern[str]
    carries: frozenset[str]
    alone: frozenset[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> Verbs:
        light = packs.words("link.verb.light")
        content = packs.words("link.verb.content")
        openers = (*packs.words("link.opener"), *packs.words("link.period.open"))
        nouns = any_of(packs.words("link.verb.not_before"))
        verb = f"(?:{any_of(content)})(?:了|过)?(?!{nouns})|(?:{any_of(light)})(?:了|过)?"
        adverb = any_of(packs.words("link.adverb"))
        # 规范审核 opens with an adverb, 规范性文件 does not.
        adverbs = f"(?:{adverb})+(?:地)?(?={verb})"
        return cls(
            verb=re.compile(verb),
            light=frozenset(light),
            light_inside=re.compile(f"(?<=..)(?:{any_of(packs.words('link.verb.inside'))})了?"),
            carries=frozenset(packs.words("link.verb.carries")),
            alone=frozenset(packs.words("link.verb.alone")),
            head=re.compile(f"(?:{any_of(openers)}|{dates(packs)}|{adverbs}|[、和及，])+"),
            tail=re.compile(f"(?:{any_of(packs.words('link.tail'))})+$"),
        )

    def trim(self, left: str) -> str:
        """The left text without openers (全年, 其中) and without what leads over to the number (达, 共)."""
        end = self.tail.search(left)
        left = left[: end.start()] if end else left
        start = self.head.match(left)
        return left[start.end() :] if start else left


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; it never matches when there are none."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


def dates(packs: Packs) -> str:
    """A pattern for a date with the words around it: 截至2023年底, 2023年以来, 6月."""
    since, until = any_of(packs.words("link.date.before")), any_of(packs.words("link.date.after"))
    return f"(?:{since})?(?:(?P<year>(?:19|20)\\d\\d)年)?(?:\\d{{1,2}}[月日])*(?:(?<=[年月日])(?:{until})?)"


def split_predicate(left: str, start: int, verbs: Verbs, masks: Masks) -> Predicate | None:
    """Cut `left`, which begins at offset `start` of the text, at its last verb; None when it has no verb."""
    hits = [m for m in verbs.verb.finditer(left) if not masks.cover(start + m.start())]
    # 印章使用、值班、考勤: what 、 joins to a noun is a noun itself.
    begins = {m.start() for m in hits}
    hits = [m for m in hits if not left.startswith("、", m.end()) or m.end() + 1 in begins]
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
