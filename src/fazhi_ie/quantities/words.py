"""Look words up at a place in the text: the longest word that starts, or ends, exactly there.

A dictionary by the first (or last) character keeps the lookup at one or two string comparisons; no pattern
is run over the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Generic, TypeVar

from ..packs import Packs

T = TypeVar("T")


class WordsAfter(Generic[T]):
    """Words looked up forwards from a position.

    >>> WordsAfter({"场": "场", "场次": "场次"}).find("开展12场次活动", 4)
    ('场次', 6)
    """

    __slots__ = ("_by_first",)

    def __init__(self, words: Mapping[str, T]) -> None:
        self._by_first = _longest_first(words, 0)

    def find(self, text: str, position: int) -> tuple[T, int] | None:
        """What the longest word that starts at `position` means, and where it ends."""
        for word, value in self._by_first.get(text[position : position + 1], ()):
            if text.startswith(word, position):
                return value, position + len(word)
        return None

    def first_characters(self) -> frozenset[str]:
        """The characters at a position without which `find` has nothing to say."""
        return frozenset(self._by_first)


class WordsBefore(Generic[T]):
    """Words looked up backwards from a position.

    >>> WordsBefore({"约": "about", "节约": ""}).find("累计节约3万元", 4)
    ('', 2)
    """

    __slots__ = ("_by_last",)

    def __init__(self, words: Mapping[str, T]) -> None:
        self._by_last = _longest_first(words, -1)

    def find(self, text: str, position: int) -> tuple[T, int] | None:
        """What the longest word that ends at `position` means, and where it starts."""
        for word, value in self._by_last.get(text[position - 1 : position], ()):
            if text.endswith(word, 0, position):
                return value, position - len(word)
        return None

    def last_characters(self) -> frozenset[str]:
        """The characters in front of a position without which `find` has nothing to say."""
        return frozenset(self._by_last)


def _longest_first(words: Mapping[str, T], key: int) -> dict[str, tuple[tuple[str, T], ...]]:
    groups: defaultdict[str, list[tuple[str, T]]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        groups[word[key]].append((word, words[word]))
    return {char: tuple(group) for char, group in groups.items()}


BOUNDS = ("over", "under", "about", "at_least", "at_most")


def by_bound(packs: Packs, family: str) -> dict[str, str]:
    """Word → bound from the lists `family.over`, `family.under` …; words of `family.none` mean no bound."""
    table: dict[str, str] = {}
    for bound in (*BOUNDS, "none"):
        if f"{family}.{bound}" in packs.lists:
            table.update(dict.fromkeys(packs.words(f"{family}.{bound}"), "" if bound == "none" else bound))
    return table


def unless(packs: Packs, family: str) -> WordsBefore[bool]:
    """Words of a list are True; longer words of its `.none` list, which only end alike, are False."""
    table = dict.fromkeys(packs.words(family), True)
    return WordsBefore(table | dict.fromkeys(packs.words(f"{family}.none"), False))
