"""Turn lists of words into regular expressions, the longest word first so that it wins."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """The words as one alternation in a group of its own; of no words, a pattern that never matches.

    >>> alternatives(["县", "自治县"])
    '(?:自治县|县)'
    """
    by_length = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, by_length))})" if by_length else "(?!)"
