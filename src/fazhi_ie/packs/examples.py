"""Examples as the packs write them: a sentence with […] around what must be found.

Marks may stand more than once in a sentence, not inside each other. A sentence that needs real square
brackets cannot be an example; reports write 〔2025〕, which is no mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence without its marks, and the half-open spans that were marked, in order.

    >>> example = Example.parse("组织[述法]一次。")
    >>> example.text, example.spans
    ('组织述法一次。', ((2, 4),))
    """

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def parse(cls, marked: str) -> Example:
        """Read the marks; a `ValueError` says which bracket has no partner."""
        pieces: list[str] = []
        spans: list[Span] = []
        length, opened = 0, -1
        for piece in _pieces(marked):
            if piece == "[" and opened < 0:
                opened = length
            elif piece == "]" and opened >= 0:
                if opened == length:
                    raise ValueError("there is nothing between [ and ]")
                spans.append((opened, length))
                opened = -1
            elif piece in ("[", "]"):
                raise ValueError(f"a {piece} has no partner")
            else:
                pieces.append(piece)
                length += len(piece)
        if opened >= 0:
            raise ValueError("a [ has no partner")
        return cls("".join(pieces), tuple(spans))


def _pieces(marked: str) -> Iterable[str]:
    """Brackets and the text between them.

    >>> list(_pieces("组织[述法]。"))
    ['组织', '[', '述法', ']', '。']
    """
    start = 0
    for position, character in enumerate(marked):
        if character in "[]":
            if position > start:
                yield marked[start:position]
            yield character
            start = position + 1
    if start < len(marked):
        yield marked[start:]


def mark(text: str, spans: Iterable[Span]) -> str:
    """Put […] around spans, the inverse of `Example.parse`; spans that overlap an earlier one are left out.

    >>> mark("组织述法一次。", [(2, 4)])
    '组织[述法]一次。'
    """
    out, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            out += [text[last:start], "[", text[start:end], "]"]
            last = end
    return "".join([*out, text[last:]])
