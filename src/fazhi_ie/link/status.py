"""Tell results from plans: is a figure achieved, planned, or the value a change started from?

A report states results unless something says otherwise: a plan section, a word of intent or requirement earlier in
the sentence (力争, 拟, 要求 … 不少于), a benchmark that is only compared against (超过省里规定的90%), the first half
of a change (由69元…), a value that a figure is compared with (较2022年40件增加), or a year after the report's with a
word of intent (2025年，我局将…). What said so is kept as the cue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from ..structure import Heading
from .clauses import Slot
from .compared import ComparedRules

Cue = tuple[int, int]


@dataclass(frozen=True)
class StatusRules:
    """The cues of the packs, compiled."""

    planned: re.Pattern[str]
    required: re.Pattern[str]
    benchmark: re.Pattern[str]
    baseline: re.Pattern[str]
    compared: ComparedRules
    intent: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> StatusRules:
        def cue(name: str) -> str:
            guard = any_of(packs.words(f"link.status.{name}_guard"))
            return f"(?:{guard})|(?P<cue>{any_of(packs.words(f'link.status.{name}'))})"

        comparing = any_of(packs.words("link.status.comparing"))
        standard = any_of(packs.words("link.status.benchmark"))
        return cls(
            planned=re.compile(cue("planned")),
            required=re.compile(cue("required")),
            baseline=re.compile(any_of(packs.words("link.status.baseline"))),
            compared=ComparedRules.from_packs(packs),
            intent=re.compile(any_of(packs.words("link.status.intent"))),
            benchmark=re.compile(f"(?:{comparing})[^，；。]{{0,12}}?(?:{standard})的?$"),
        )


class StatusReader:
    """Tells the status of the quantities of one text; its cues are found once."""

    def __init__(self, text: str, rules: StatusRules) -> None:
        self._text = text
        self._rules = rules
        self._planned = _cues(rules.planned, text)
        self._required = _cues(rules.required, text)

    def read(self, slot: Slot, section: Heading | None, ahead: Cue | None) -> tuple[str, Cue | None]:
        """The status of a quantity, and the span in the clean text of what says so.

        `ahead` is the span of a year after the report's that the sentence speaks of.
        """
        quantity = slot.quantity
        if quantity.role == "from":
            baseline = self._rules.baseline.finditer(self._text, slot.near, quantity.start)
            return "baseline", next(
                (m.span() for m in reversed(list(baseline))), (slot.left_start, quantity.start)
            )
        if compared := self._rules.compared.find(self._text, slot):
            return "baseline", compared
        if found := self._rules.benchmark.search(self._text, slot.left_start, quantity.start):
            return "planned", found.span()
        cue = _last(self._planned, slot.near, quantity.start)
        if cue is None and (quantity.bound in ("at_least", "at_most") or quantity.per):
            cue = _last(self._required, slot.near, quantity.start)
        if cue is None and ahead and self._rules.intent.search(self._text, ahead[0], quantity.start):
            cue = ahead
        if cue is None and section is not None and section.kind == "plans":
            cue = (section.heading_start, section.heading_end)
        return ("planned", cue) if cue else ("achieved", None)


def _cues(pattern: re.Pattern[str], text: str) -> list[Cue]:
    return [m.span("cue") for m in pattern.finditer(text) if m["cue"]]


def _last(cues: list[Cue], start: int, end: int) -> Cue | None:
    """The last cue between two places; cues do not overlap, so at most one reaches over `end`."""
    number = bisect_left(cues, (end,)) - 1
    if number >= 0 and cues[number][1] > end:
        number -= 1
    return cues[number] if number >= 0 and cues[number][0] >= start else None
