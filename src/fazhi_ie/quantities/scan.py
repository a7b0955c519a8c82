"""Find the quantities of a clean text.

A search for numeral characters proposes places; at each free place a `Reader` takes number, modifiers,
multipliers, unit and bounds in turn, and gives up at the first thing that does not fit. So the time is linear
in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .grammar import QuantityGrammar
from .guards import names
from .mention import QuantityMention
from .numerals import CHINESE
from .reader import Reader

_CANDIDATE = re.compile(rf"[0-9][0-9,.]*|(?P<chinese>[{CHINESE}]+)|半(?=[数个小工天日月年])")


def find_quantities(
    text: str, grammar: QuantityGrammar, *, protected: Sequence[tuple[int, int]] = ()
) -> list[QuantityMention]:
    """The quantities of a clean text, in text order.

    `protected` are half-open spans whose numbers belong to something else: cited titles, terms, names.
    Short quoted text is protected as well.

    >>> from fazhi_ie.packs import load_packs
    >>> grammar = QuantityGrammar.from_packs(load_packs())
    >>> first, second = find_quantities("每季度至少督察2次，解答咨询1.8万余人次。", grammar)
    >>> first.value, first.unit, first.bound, first.per
    (Decimal('2'), '次', 'at_least', '季度')
    >>> second.value, second.unit, second.bound, second.per
    (Decimal('18000'), '人次', 'over', '')
    """
    read = Reader(text, grammar).read
    mentions: list[QuantityMention] = []
    last: QuantityMention | None = None
    for start in _free_places(text, protected, grammar.followers):
        if last is None or start >= last.end:
            mention = read(start, last)
            if mention:
                mentions.append(mention)
                last = mention
    grammar.change.mark(text, mentions)
    return mentions


def _free_places(text: str, protected: Sequence[tuple[int, int]], followers: frozenset[str]) -> Iterator[int]:
    """Where a numeral begins outside the protected spans.

    Years, and Chinese numerals with nothing of `followers` behind them (进一步), are left out at once.
    """
    spans = sorted([*protected, *names(text)])
    spans.append((len(text), len(text)))
    index, covered, ahead = 0, 0, spans[0][0]
    for found in _CANDIDATE.finditer(text):
        start, end = found.span()
        while ahead <= start:
            covered = max(covered, spans[index][1])
            index += 1
            ahead = spans[index][0]
        if start < covered:
            continue
        if found.lastgroup == "chinese":
            if text[end : end + 1] in followers:
                yield start
        elif end - start != 4 or text[end : end + 1] != "年":
            yield start
