"""Read what stands behind a number: the noun that is counted, and no more of its predicate than is needed.

8项成果作为唯一代表入选全国优秀案例 counts 成果 that 入选…: the noun ends where a predicate or a phrase like 作为 or 向
begins, and an object stays only when it is short.
"""

from __future__ import annotations

import re

from .clauses import Masks, Slot
from .phrases import LONG_NOUN, LONGEST_BETWEEN, TRAILING
from .predicate import split_predicate
from .rules import MeasureRules

SHORT = 20
"""Up to this length the words behind a number are kept as they are."""
SHORT_OBJECT = 10
LONG_CLAUSE = 80
_LIGHT_UNITS = ("%", "‰", "元", "百分点", "")
_CLAUSE = re.compile("[，；。：！？\n（）]")
_NUMBER = re.compile("[0-9万]|[一两三四五六七八九十百千][个名种项件家类]")
_BRACKET = re.compile("^（[^）]*）")


class BehindReader:
    """Reads the nouns behind the numbers of one text."""

    def __init__(self, text: str, rules: MeasureRules, masks: Masks) -> None:
        self._text = text
        self._rules = rules
        self._masks = masks

    def noun(self, slot: Slot, left: str) -> str:
        """The noun or the predicate behind the number; empty when `left`, in front of it, tells what is counted."""
        if organ := self.organ(slot):
            return organ
        right = _BRACKET.sub("", slot.right) if left else slot.right
        if slot.shared and not self._rules.verbs.begin(right):
            return TRAILING.sub("", slot.shared + right)
        if right.startswith("的"):
            right = right[1:]
        elif (slot.quantity.unit in _LIGHT_UNITS and left) or (
            left
            and not self.goes(slot)
            and (self._rules.right_predicate.match(right) or self._tells_more(slot, left))
        ):
            return ""
        if adverb := self._rules.inner_adverb.search(right):
            right = right[: adverb.start()] + ("" if slot.runs_on else right[adverb.end() :])
        right = self._with_noun_of_level(slot, self._rest_of_list(slot, right))
        right = self._rules.noun(right)
        if slot.runs_on:
            right = self._rules.leads_on.sub("", right)
        return condensed(TRAILING.sub("", right), slot.quantity.end, self._rules, self._masks)

    def clause(self, begin: int) -> str:
        """The text from `begin` to the end of its clause, as far as it matters."""
        end = min(begin + LONG_CLAUSE, len(self._text))
        stop = _CLAUSE.search(self._text, begin, end)
        return self._text[begin : stop.start() if stop else end]

    def organ(self, slot: Slot) -> str:
        """梳理36个部门权责清单520项: the first number counts 部门, which lead over to what the second counts."""
        organ = self._rules.organ.match(slot.right) if slot.runs_on else None
        if organ is None or organ.end() == len(slot.right):
            return ""
        clause = self._rules.verbs.begin(slot.right[organ.end() :]) and not slot.right.endswith("的")
        return "" if clause else organ[0]

    def _rest_of_list(self, slot: Slot, right: str) -> str:
        """3次召开调度会、推进会; 120名干部、群众: what is counted may be a list, if no number stands in it."""
        end = slot.quantity.end + len(slot.right)
        if not right or not self._text.startswith("、", end):
            return right
        rest = self.clause(end)
        if _NUMBER.search(rest):
            return right
        if slot.quantity.unit in self._rules.event_units:
            return right + rest if self._rules.verbs.begin(right) else right
        nouns = len(rest) <= LONGEST_BETWEEN and not self._rules.verbs.begin(rest[1:])
        return right + rest if nouns and not self._rules.verbs.begin(right) else right

    def _with_noun_of_level(self, slot: Slot, right: str) -> str:
        """建成2个省级、4个县级示范村: the first number counts 省级示范村."""
        if not self._rules.level.fullmatch(right):
            return right
        noun = self._rules.after_level.search(self.clause(slot.quantity.end + len(right)))
        return right + noun[1] if noun else right

    def goes(self, slot: Slot) -> bool:
        """每月2次到村值班: what is done so often begins with where one goes."""
        return slot.quantity.unit in self._rules.event_units and slot.right.startswith(self._rules.starts)

    def _tells_more(self, slot: Slot, left: str) -> bool:
        """受理52件审结47件: what follows is the next predicate when the number has its noun in front."""
        if slot.quantity.unit in self._rules.event_units or not self._rules.verbs.begin(slot.right):
            return False
        if self._rules.enumeration.search(slot.left):
            return False
        start = slot.left_start + slot.left.find(left)
        predicate = split_predicate(left, start, self._rules.verbs, self._masks)
        return predicate is not None and self._rules.generic.sub("", predicate.object) != ""

    def bought(self, slot: Slot, left: str) -> str:
        """Money that is spent on what follows: 投资60万元建成法治公园; 投入20万元，新建…."""
        if not self._rules.spends.fullmatch(left):
            return ""
        begin = slot.quantity.end + self._text.startswith("，", slot.quantity.end)
        clause = self.clause(begin)
        hits = self._rules.verbs.hits(clause, begin, self._masks)
        if not hits:
            return ""
        what = _NUMBER.split(clause[hits[0].end() :], maxsplit=1)[0].rpartition("的")[2]
        return left + hits[0][0] + what[-LONG_NOUN:]


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
