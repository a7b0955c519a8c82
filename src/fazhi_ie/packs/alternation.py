"""Turn lists of words into regular expressions.

Every stage looks for "any of these words". Here alone it is decided how: the longest word first, so that it wins, and
grouped by first character, so that at each place of a text few words are tried instead of all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, in a group of its own; of no words, one that never matches.

    >>> any_of(["机制", "工作机制", "工作"])
    '(?:工作(?:机制|)|机制)'
    >>> any_of([])
    '(?!)'
    """
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first[word[0]].append(word)
    return _one_of([_group(group) for group in by_first.values()]) if by_first else "(?!)"


def _group(words: list[str]) -> str:
    """Words that begin alike, as what they share and what may follow it."""
    shared = len(_shared_start(words))
    return re.escape(words[0][:shared]) + _one_of([re.escape(word[shared:]) for word in words])


def _shared_start(words: list[str]) -> str:
    shortest, first, last = words[-1], min(words), max(words)
    length = 0
    while length < len(shortest) and first[length] == last[length]:
        length += 1
    return shortest[:length]


def _one_of(patterns: list[str]) -> str:
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"
