"""Rates against the counts they are rates of: 44 of 362 is 12.2 %, not 12.9 %.

The part is found by a relation of the packs (纠错率: 撤销, 确认违法 …) or by name: the rate of 优秀 is
优秀率, the rate of 调解成功 is 调解成功率. For the whole every count is tried that stands before the part and
can be meant: those in its sentence, and those in its section that the relation names. Only when none of them
gives the rate is it told; nor is it when the rate is that of the others (合格率 beside 不合格).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..packs.model import Relation
from ..records import Statistic
from .model import Check
from .rules import CheckRules
from .scene import Scene, comparable, with_indicator
from .values import NOTHING, Interval, named, percentage, shown, values_of

SHORTEST_NAME = 2
SHORTEST_SCRAMBLED_NAME = 4
MOST_TOLD = 3
"""How many of the counts that were tried a message names."""


class _Share(NamedTuple):
    """One reading of a rate: these parts, together, of this whole."""

    parts: tuple[Statistic, ...]
    whole: Statistic

    def percentage(self) -> Interval:
        total = NOTHING
        for part in self.parts:
            total = total.plus(values_of(part.quantity))
        return percentage(total, values_of(self.whole.quantity))

    def told(self) -> str:
        part = sum(p.quantity.value for p in self.parts)
        whole = self.whole.quantity
        return (
            f"{shown(Decimal(part))} of {shown(whole.value)}{whole.unit} is {part * 100 / whole.value:.1f}%"
        )


def check_rates(scene: Scene, rules: CheckRules) -> Iterator[Check]:
    """Every rate for which there are counts and none of them gives it."""
    for sentence in scene.sentences:
        for rate in sentence:
            if rate.quantity.unit == "%" and not rules.change.search(rate.measure):
                yield from _check(rate, sentence, scene, rules)


def _check(
    rate: Statistic, sentence: Sequence[Statistic], scene: Scene, rules: CheckRules
) -> Iterator[Check]:
    relation = next((r for r in rules.relations if r.check == "rate" and rate.indicator in r.figures), None)
    shares = list(_shares(rate, sentence, scene, relation, rules))
    told = [values_of(rate.quantity)]
    if relation is None:
        told.append(_of_the_others(told[0]))
    if not shares or any(value.meets(share.percentage()) for share in shares for value in told):
        return
    meant = [s for s in shares if relation and s.whole.indicator in relation.wholes] or shares
    tried = "; ".join(share.told() for share in meant[:MOST_TOLD])
    first = meant[0]
    yield Check(
        code="FZ401",
        relation=relation.id if relation else None,
        message=f"{named(rate)} does not follow from the counts beside it: {tried}.",
        spans=tuple(s.quantity.span for s in (rate, *first.parts, first.whole)),
    )


def _of_the_others(rate: Interval) -> Interval:
    return Interval(100 - rate.high, 100 - rate.low)


def _shares(
    rate: Statistic,
    sentence: Sequence[Statistic],
    scene: Scene,
    relation: Relation | None,
    rules: CheckRules,
) -> Iterator[_Share]:
    """All readings of a rate, each part alone and all together."""
    counts = [s for s in sentence if s.quantity.unit not in rules.not_counts and _is_plain(s)]
    parts = with_indicator(counts, relation.parts) if relation else []
    parts = parts or [s for s in counts if _is_part_by_name(s, rate, rules)]
    if not parts:
        return
    groups = [(part,) for part in parts] + ([tuple(parts)] if len(parts) > 1 else [])
    groups += [(s,) for s in _right_before(rate, counts) if s not in parts]
    for group in groups:
        total = sum(p.quantity.value for p in group)
        for whole in _wholes(group[0], scene, relation):
            if whole not in group and whole.quantity.value >= total and whole.quantity.value > 0:
                yield _Share(group, whole)


def _is_plain(statistic: Statistic) -> bool:
    return statistic.quantity.bound == "exact" and statistic.quantity.value_max is None


def _right_before(rate: Statistic, counts: Sequence[Statistic]) -> Sequence[Statistic]:
    """The count that stands nearest before the rate, which may be its part under another name."""
    return [s for s in counts if s.quantity.span.start < rate.quantity.span.start][-1:]


def _wholes(part: Statistic, scene: Scene, relation: Relation | None) -> Iterator[Statistic]:
    """What stands before a part and can be its whole: what the relation names, then the rest of the sentence."""
    before = list(comparable(scene.before(part), part))
    named_wholes = with_indicator(before, relation.wholes) if relation else []
    yield from named_wholes
    yield from (s for s in before if s.sentence == part.sentence and s not in named_wholes)


def _is_part_by_name(statistic: Statistic, rate: Statistic, rules: CheckRules) -> bool:
    """Whether a count is of what the rate is the rate of: 优秀 and 优秀率, 采纳意见 and 意见采纳率."""
    found = rules.rate.search(rate.measure)
    of, counted = rate.measure[: found.start()] if found else "", statistic.measure
    if min(len(of), len(counted)) < SHORTEST_NAME:
        return False
    if of.endswith(counted):
        return not rules.modifier.search(of[: -len(counted)])
    if rules.modifier.match(of):
        return False
    return counted.endswith(of) or (len(of) >= SHORTEST_SCRAMBLED_NAME and set(of) <= set(counted))
