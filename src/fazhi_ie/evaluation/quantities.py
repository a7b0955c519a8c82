"""Quantities: found where a record covers the first character of the numeral, then judged field by field.

`joint` asks for every field that was annotated to be right; `measure` and `indicators` are judged apart, because
people differ in them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from ..records import Statistic
from .gold import GoldQuantity
from .sameness import alike, same_number, same_unit
from .scores import Tally, shown

FIELDS = ("value", "value_max", "unit", "bound", "per", "status")
Pairs = list[tuple[GoldQuantity, Statistic]]


def judge_quantities(tally: Tally, wanted: Sequence[GoldQuantity], found: Sequence[Statistic]) -> None:
    """Judge all that concerns the numbers of a text."""
    pairs, missed, spurious = _paired(wanted, found)
    for quantity in missed:
        tally.mistake("quantity missed", start=quantity.start, detail=quantity.text or "")
    for statistic in spurious:
        tally.mistake(
            "quantity spurious", start=statistic.quantity.span.start, detail=statistic.quantity.text
        )
    joint = sum([_judge_fields(tally, quantity, statistic) for quantity, statistic in pairs])
    tally.add("quantities", right=len(pairs), found=len(found), wanted=len(wanted))
    tally.add("joint", right=joint, found=len(found), wanted=len(wanted))
    _judge_measures(tally, missed, spurious, pairs)
    _judge_indicators(tally, missed, spurious, pairs)


def _paired(
    wanted: Sequence[GoldQuantity], found: Sequence[Statistic]
) -> tuple[Pairs, list[GoldQuantity], list[Statistic]]:
    """Quantities with the statistics that cover their first character, and what is left of both."""
    ordered = sorted(found, key=lambda s: s.quantity.span.start)
    starts = [s.quantity.span.start for s in ordered]
    pairs: dict[int, tuple[GoldQuantity, Statistic]] = {}
    missed = []
    for quantity in wanted:
        place = bisect_right(starts, quantity.start) - 1
        if place >= 0 and place not in pairs and quantity.start < ordered[place].quantity.span.end:
            pairs[place] = (quantity, ordered[place])
        else:
            missed.append(quantity)
    return list(pairs.values()), missed, [s for place, s in enumerate(ordered) if place not in pairs]


def _judge_fields(tally: Tally, quantity: GoldQuantity, statistic: Statistic) -> bool:
    """Judge the fields of a quantity that was found; returns whether all that were annotated are right."""
    wrong = []
    for field in FIELDS:
        if field in quantity.model_fields_set:
            found, wanted = _field(statistic, field), getattr(quantity, field)
            right = _same(field, found, wanted)
            tally.add(field, right=right, found=1, wanted=1)
            if not right:
                wrong.append(f"{field}: {shown(found)} for {shown(wanted)}")
    if wrong:
        tally.mistake("field wrong", start=quantity.start, detail=", ".join(wrong))
    if quantity.text is not None:
        right = "".join(quantity.text.split()) == "".join(statistic.quantity.text.split())
        tally.add("span", right=right, found=1, wanted=1)
        if not right:
            detail = f"{statistic.quantity.text!r} for {quantity.text!r}"
            tally.mistake("span wrong", start=quantity.start, detail=detail)
    return not wrong


def _field(statistic: Statistic, field: str) -> Any:
    return statistic.status if field == "status" else getattr(statistic.quantity, field)


def _same(field: str, found: Any, wanted: Any) -> bool:
    if field in ("value", "value_max"):
        return same_number(found, wanted)
    if field == "unit":
        return same_unit(found, wanted or "")
    return bool((found or "") == (wanted or ""))


def _judge_measures(
    tally: Tally, missed: Sequence[GoldQuantity], spurious: Sequence[Statistic], pairs: Pairs
) -> None:
    """Judge what is counted; a quantity whose measure was not annotated is left out."""
    judged = [(q, s) for q, s in pairs if q.measure is not None]
    wrong = [(q, s) for q, s in judged if not alike(s.measure, q.measure or "")]
    for quantity, statistic in wrong:
        detail = f"{statistic.measure!r} for {quantity.measure!r}"
        tally.mistake("measure wrong", start=quantity.start, detail=detail)
    wanted = len(judged) + sum(q.measure is not None for q in missed)
    if wanted or not (pairs or missed):
        tally.add("measure", right=len(judged) - len(wrong), found=len(judged) + len(spurious), wanted=wanted)


def _judge_indicators(
    tally: Tally, missed: Sequence[GoldQuantity], spurious: Sequence[Statistic], pairs: Pairs
) -> None:
    """Judge indicators; a quantity of which nobody said whether it is one is left out."""
    judged = [(q, s) for q, s in pairs if "indicator" in q.model_fields_set]
    wrong = [(q, s) for q, s in judged if q.indicator != s.indicator]
    for quantity, statistic in wrong:
        detail = f"{shown(statistic.indicator)} for {shown(quantity.indicator)}"
        tally.mistake("indicator wrong", start=quantity.start, detail=detail)
    wanted = [q for q, _ in judged] + [q for q in missed if "indicator" in q.model_fields_set]
    if wanted or not (pairs or missed):
        found = [s for _, s in judged] + list(spurious)
        tally.add(
            "indicators",
            right=sum(q.indicator == s.indicator is not None for q, s in judged),
            found=sum(s.indicator is not None for s in found),
            wanted=sum(q.indicator is not None for q in wanted),
        )
