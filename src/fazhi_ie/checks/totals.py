"""Parts against wholes: a part is not more than its whole, and neither are the parts together.

What is a part is said by the relations of the packs, or by the text itself:
办理案件40件，其中甲类18件、乙类22件. A list that closes with the rest (其他12件) is complete, so that its
items must make up the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ..packs.model import Relation
from ..records import Statistic
from .model import Check, CheckCode
from .rules import CheckRules
from .scene import Scene, comparable, with_indicator
from .values import NOTHING, Interval, named, shown, values_of

LONGEST_GAP = 12
"""How many characters there may be between two items of one list."""
_LIST_END = re.compile("[；;。）)]")


def check_relations(scene: Scene, rules: CheckRules) -> Iterator[Check]:
    """Parts and wholes that are indicators."""
    for sentence in scene.sentences:
        for relation in rules.relations:
            if relation.check == "at_most":
                yield from _at_most(sentence, relation)
            elif relation.check == "sum":
                yield from _sum(sentence, relation)


def _at_most(sentence: Sequence[Statistic], relation: Relation) -> Iterator[Check]:
    for part in with_indicator(sentence, relation.parts):
        wholes = list(comparable(with_indicator(sentence, relation.wholes), part))
        if wholes:
            yield from _more_than(part, _largest(wholes), relation.id)


def _sum(sentence: Sequence[Statistic], relation: Relation) -> Iterator[Check]:
    """Of figures for one outcome the largest counts, because the others may be part of it."""
    wholes = with_indicator(sentence, relation.wholes)
    if not wholes:
        return
    whole = _largest(wholes)
    counts = [s for s in comparable(sentence, whole) if s not in wholes]
    matching = ([s for s in counts if re.search(pattern, s.measure)] for pattern in relation.measures)
    parts = list(dict.fromkeys(_largest(found) for found in matching if found))
    yield from _together(parts, whole, relation.id)


def check_lists(scene: Scene, text: str, rules: CheckRules) -> Iterator[Check]:
    """Parts and wholes that the text itself marks as such."""
    for sentence in scene.sentences:
        for number, whole in enumerate(sentence[:-1]):
            parts = list(_listed(sentence[number:], text, rules))
            if parts and whole.quantity.unit not in rules.not_counts:
                yield from _more_than(parts[0], whole, None)
                yield from _together(parts, whole, None)
                yield from _not_all(parts, whole, text, rules)


def _listed(figures: Sequence[Statistic], text: str, rules: CheckRules) -> Iterator[Statistic]:
    """The items of a list that 其中 opens right behind the first of the figures."""
    for number, (before, item) in enumerate(pairwise(figures)):
        gap = _between(before, item, text)
        opens = rules.among.search(gap) is not None
        if opens != (number == 0) or len(gap) > LONGEST_GAP + 4 * opens or _LIST_END.search(gap):
            return
        if item.quantity.unit != figures[0].quantity.unit:
            return
        yield item


def _between(first: Statistic, second: Statistic, text: str) -> str:
    return text[first.quantity.span.end : second.quantity.span.start]


def _more_than(part: Statistic, whole: Statistic, relation: str | None) -> Iterator[Check]:
    if values_of(part.quantity).low > values_of(whole.quantity).high:
        said = f"{named(part)} is more than {named(whole)}, of which it is a part."
        yield _check("FZ402", relation, said, part, whole)


def _together(parts: Sequence[Statistic], whole: Statistic, relation: str | None) -> Iterator[Check]:
    """Parts that make more than their whole, unless the first of them are all of it: then others overlap."""
    limit = values_of(whole.quantity)
    if any(_total(parts[:number]).meets(limit) for number in range(2, len(parts))):
        return
    if len(parts) > 1 and _total(parts).low > limit.high:
        said = f"{_added(parts)}, more than {named(whole)}, of which they are parts."
        yield _check("FZ403", relation, said, whole, *parts)


def _not_all(parts: Sequence[Statistic], whole: Statistic, text: str, rules: CheckRules) -> Iterator[Check]:
    """A list with the rest at its end (其他50项) has all parts."""
    complete = len(parts) > 1 and rules.rest.search(_between(parts[-2], parts[-1], text))
    if complete and _total(parts).high < values_of(whole.quantity).low:
        said = f"{_added(parts)}, less than {named(whole)}, though the last of them is the rest of it."
        yield _check("FZ403", None, said, whole, *parts)


def _total(parts: Sequence[Statistic]) -> Interval:
    total = NOTHING
    for part in parts:
        total = total.plus(values_of(part.quantity))
    return total


def _added(parts: Sequence[Statistic]) -> str:
    total = sum((p.quantity.value for p in parts), Decimal(0))
    return f"{' and '.join(map(named, parts))} make {shown(total)}"


def _largest(figures: Sequence[Statistic]) -> Statistic:
    return max(figures, key=lambda s: s.quantity.value)


def _check(code: CheckCode, relation: str | None, said: str, *figures: Statistic) -> Check:
    return Check(code=code, relation=relation, message=said, spans=tuple(s.quantity.span for s in figures))
