"""Words for people's tokens: one call for every segmenter, exact to the character.

Segmenters serve whoever works with spaCy tokens; no record depends on one. Here a segmenter is a function
from a text to words that add up to that text, white space included, because spaCy's `doc.text` has to be
the text as given. Where records begin and end, `cut_at` cuts words that reach across, so that every
record is a span of whole tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Literal, get_args

from ..errors import InputError

Segmenter = Callable[[str], list[str]]
"""Text to words, with `"".join(segmenter(text)) == text` for every text."""

SegmenterName = Literal["pkuseg", "jieba", "char"]


def load_segmenter(name: str) -> Segmenter:
    """Load a segmenter by its name: `pkuseg` (the shipped model), `jieba` (an extra) or `char`.

    Raises `InputError` when there is no such segmenter, or when its package is not installed.

    >>> load_segmenter("char")("办件量")
    ['办', '件', '量']
    """
    if name == "char":
        return list
    if name == "jieba":
        from .jieba_words import jieba_segmenter

        return jieba_segmenter()
    if name == "pkuseg":
        from .pkuseg_words import pkuseg_segmenter

        return pkuseg_segmenter()
    known = ", ".join(get_args(SegmenterName))
    raise InputError("FZ171", f"There is no segmenter {name!r}; choose one of: {known}.")


def cut_at(text: str, words: Sequence[str], places: Iterable[int]) -> list[str]:
    """Cut words at places (offsets into `text`) that fall inside them; the words still add up to the text.

    >>> cut_at("受理行政复议申请", ["受理", "行政复议申请"], [2, 6])
    ['受理', '行政复议', '申请']
    """
    edges = {0, *accumulate(map(len, words))}
    inside = [place for place in places if place not in edges and 0 < place < len(text)]
    if not inside:
        return list(words)
    return [text[start:end] for start, end in pairwise(sorted(edges.union(inside)))]
