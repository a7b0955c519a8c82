"""The words that the reading of measures looks for, compiled from the packs once.

Each field stands for one list of `patterns/links/`; how they are used is told in `measure.py` and `behind.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..packs import Packs
from ..packs.alternation import any_of
from .cells import CellRules
from .compared import ComparedRules, time_compared
from .predicate import Verbs
from .sessions import SessionRules


@dataclass(frozen=True)
class MeasureRules:
    """Words that the rules look for, compiled from the packs."""

    verbs: Verbs
    cells: CellRules
    rate: re.Pattern[str]
    rate_modifier: re.Pattern[str]
    share: re.Pattern[str]
    share_alone: re.Pattern[str]
    share_of: re.Pattern[str]
    change: re.Pattern[str]
    rise: re.Pattern[str]
    compared: ComparedRules
    attribute: re.Pattern[str]
    right_predicate: re.Pattern[str]
    inner_adverb: re.Pattern[str]
    enumeration: re.Pattern[str]
    agent: re.Pattern[str]
    beneficiary: re.Pattern[str]
    part: tuple[str, ...]
    preposition: re.Pattern[str]
    audience: re.Pattern[str]
    audience_told: re.Pattern[str]
    generic: re.Pattern[str]
    office: re.Pattern[str]
    leads_on: re.Pattern[str]
    level: re.Pattern[str]
    after_level: re.Pattern[str]
    light_start: re.Pattern[str]
    event_units: frozenset[str]
    organ: re.Pattern[str]
    starts: tuple[str, ...]
    oblique: re.Pattern[str]
    sums_up: tuple[str, ...]
    spends: re.Pattern[str]
    total: re.Pattern[str]
    standing: re.Pattern[str]
    viewpoint: re.Pattern[str]
    noun_close: re.Pattern[str]
    noun_close_guard: re.Pattern[str]
    sessions: SessionRules
    leads: re.Pattern[str]

    @classmethod
    def from_packs(cls, packs: Packs) -> MeasureRules:
        def ending(name: str) -> re.Pattern[str]:
            return re.compile(f"{any_of(packs.words(f'link.{name}'))}$")

        light = any_of(packs.words("link.verb.light"))
        verbs = Verbs.from_packs(packs)
        level = any_of(packs.words("link.level"))
        guard = any_of(packs.words("link.right_predicate_guard"))
        adverb = any_of(packs.words("link.inner_adverb"))
        return cls(
            verbs=verbs,
            cells=CellRules.from_packs(packs),
            rate=ending("rate"),
            rate_modifier=re.compile(any_of(packs.words("link.rate_modifier"))),
            share=re.compile(f"(?:^|[，、])?{any_of(packs.words('link.share'))}(?=.{{2,}})"),
            share_alone=ending("share"),
            share_of=re.compile(any_of(packs.words("link.share"))),
            change=_change(packs, compared=False),
            rise=_change(packs, compared=True),
            compared=ComparedRules.from_packs(packs),
            attribute=ending("attribute"),
            right_predicate=re.compile(f"(?!{guard}){any_of(packs.words('link.right_predicate'))}"),
            inner_adverb=re.compile(f"(?<=..)(?:{adverb})(?={verbs.verb.pattern})"),
            enumeration=ending("enumeration_end"),
            agent=ending("agent"),
            beneficiary=ending("beneficiary"),
            part=packs.words("link.part"),
            preposition=re.compile(
                f"{any_of(packs.words('link.preposition'))}{any_of(packs.words('link.generic_subject'))}?$"
            ),
            audience=re.compile(any_of(packs.words("link.audience"))),
            audience_told=ending("audience.told"),
            generic=ending("generic_subject"),
            office=ending("office"),
            leads_on=re.compile(
                f"{any_of((*packs.words('link.becomes'), *packs.words('link.preposition')))}$"
            ),
            level=re.compile(level),
            after_level=re.compile(rf"[0-9]+[^0-9、]{{1,2}}{level}([^0-9、]{{2,}})$"),
            light_start=re.compile(f"^(?:{light})了?"),
            event_units=frozenset(packs.words("link.event_unit")),
            organ=re.compile(any_of(packs.words("link.organ"))),
            starts=packs.words("link.event_start"),
            oblique=re.compile(f"(?<=..){any_of(packs.words('link.oblique'))}"),
            sums_up=packs.words("link.sums_up"),
            spends=re.compile(any_of(packs.words("link.verb.spend"))),
            leads=re.compile(
                any_of(
                    w
                    for name in ("preposition", "agent", "beneficiary", "audience")
                    for w in packs.words(f"link.{name}")
                )
            ),
            total=ending("total"),
            standing=ending("standing"),
            viewpoint=ending("viewpoint"),
            noun_close=ending("noun_close"),
            noun_close_guard=re.compile(any_of(packs.words("link.noun_close_guard"))),
            sessions=SessionRules.from_packs(packs),
        )

    def noun(self, words: str) -> str:
        """The noun of 126项事项中, without the 中 that 初中 keeps."""
        return words if self.noun_close_guard.search(words) else self.noun_close.sub("", words)


def _change(packs: Packs, *, compared: bool) -> re.Pattern[str]:
    """同比增长, 较2020年下降 at the end of a phrase; without `compared` also a bare 增长."""
    again, change = (any_of(packs.words(f"link.{name}")) for name in ("change.again", "change"))
    optional = "" if compared else "?"
    return re.compile(f"(?:(?:[同环]比|{time_compared(packs)}，?){again}?){optional}{change}了?$")
