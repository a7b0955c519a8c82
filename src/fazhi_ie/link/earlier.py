"""Read what stands before the clause of a number, for clauses that do not say what they count.

定期召开联席会议，全年共召开4次; 投诉类最多，共48件; 物业（19件）: the clause before names it, or what a bracket
stands behind. A clause that holds a number has been read with that number and is not read again.
"""

from __future__ import annotations

import re

from .behind import LONG_CLAUSE
from .clauses import Masks
from .phrases import LONG_NOUN, LONGEST
from .predicate import split_predicate
from .rules import MeasureRules

SHORTEST_TOPIC = 3
_DIGIT = re.compile("[0-9]")
_ITEM = re.compile("[，；。：！？\n（）、]|和")


class EarlierReader:
    """Reads the clauses before the numbers of one text."""

    def __init__(self, text: str, rules: MeasureRules, masks: Masks) -> None:
        self._text = text
        self._rules = rules
        self._masks = masks

    def object(self, start: int, after: int) -> str:
        """The object of the clause before `start`, if it begins at or behind `after`: 召开联席会议."""
        clause, begin = self._clause(start, after)
        predicate = split_predicate(clause, begin, self._rules.verbs, self._masks)
        noun = predicate.object[-LONG_NOUN:] if predicate else ""
        return "" if _DIGIT.search(noun) else noun  # 审结案件96，…: a number without its unit

    def topic(self, start: int, after: int) -> str:
        """What the clause before `start` speaks of: its object, or else its subject (行政处罚工作有序开展)."""
        clause, begin = self._clause(start, after)
        predicate = split_predicate(clause, begin, self._rules.verbs, self._masks)
        noun = (predicate.object or predicate.subject) if predicate else clause
        noun = self._rules.verbs.trim(self._rules.standing.sub("", noun))[-LONG_NOUN:]
        short = len(noun) < SHORTEST_TOPIC
        return "" if short or _DIGIT.search(noun) or self._rules.generic.search(noun) else noun

    def bracket(self, start: int, after: int) -> str:
        """The noun behind which a bracket opens right before `start`: 来访人数（同比下降15%）."""
        end = start - 1
        if not self._text.startswith("（", end):
            return ""
        noun = _ITEM.split(self._text[max(end - LONG_NOUN, after, 0) : end])[-1]
        return self._rules.verbs.trim(noun) if len(noun) < LONG_NOUN else ""

    def _clause(self, start: int, after: int) -> tuple[str, int]:
        """The clause before that of `start`, and its offset; empty when it begins before `after`."""
        end = self._text.rfind("，", max(after, start - LONG_CLAUSE), start)
        if end < 0:
            return "", start
        reach = max(0, end - LONGEST)
        begin = max(*(self._text.rfind(c, reach, end) + 1 for c in "，；：。\n"), reach)
        clause = self._text[begin:end]
        return ("", start) if begin < after or self._rules.viewpoint.search(clause) else (clause, begin)
