"""Shorten what stands behind a number: the noun that is counted, and no more of its predicate than is needed.

8项成果作为唯一代表入选全国优秀案例 counts 成果 that 入选…: the noun ends where a predicate or a phrase like 作为 or 向
begins, and an object stays only when it is short.
"""

from __future__ import annotations

from .clauses import Masks
from .rules import MeasureRules

SHORT = 20
"""Up to this length the words behind a number are kept as they are."""
SHORT_OBJECT = 10


def condensed(behind: str, offset: int, rules: MeasureRules, masks: Masks) -> str:
    """`behind`, which begins at `offset` of the clean text, as noun, verb and short object."""
    if len(behind) <= SHORT:
        return behind
    hits = [hit for hit in rules.verbs.hits(behind, offset, masks) if hit.start() >= 2]
    if not hits or behind[: hits[0].start()].endswith("的"):
        return behind
    verb = hits[0]
    noun = behind[: verb.start()]
    for cut in rules.oblique.finditer(noun):
        if not masks.cover(offset + cut.start()):
            noun = noun[: cut.start()]
            break
    done = verb[0]
    if len(hits) > 1 and hits[1].start() == verb.end():
        verb, done = hits[1], done + hits[1][0]
    return noun + done + _short_object(behind[verb.end() :], rules)


def _short_object(what: str, rules: MeasureRules) -> str:
    """A title is left out, a quoted name is kept whole, anything else only when it is short."""
    what = rules.verbs.trim(what.partition("《")[0])
    if "“" in what[:2]:
        return what[: what.find("”") + 1]
    if len(what) > SHORT_OBJECT:
        what = what.rpartition("的")[2].rpartition("领域")[2]
    return what if len(what) <= SHORT_OBJECT else ""
