"""The way back: from offsets in clean text to offsets in the text as it was given.

A map is a list of pieces of the clean text. A *verbatim* piece stands character for character for a stretch
of raw text; any other piece was written by an edit that changed the length, and each of its characters
stands for the whole raw stretch the edit replaced. What was deleted has no piece. A map without pieces is
the identity, which is why text that is clean already costs nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..errors import InputError
from .edits import Edit


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps half-open spans of a clean text of `length` characters to spans of the raw text.

    >>> pinyin = OffsetMap(4).then([Edit(1, 4, "x")])     # "a(b)" was cleaned to "ax"
    >>> pinyin.to_raw(0, 1), pinyin.to_raw(0, 2), pinyin.to_raw(1, 2)
    ((0, 1), (0, 4), (1, 4))
    """

    length: int
    _starts: list[int] = field(default_factory=list)
    """Where each piece begins in the clean text, ascending from 0."""
    _raws: list[tuple[int, int]] = field(default_factory=list)
    """The raw span each piece stands for."""
    _verbatim: list[bool] = field(default_factory=list)

    @classmethod
    def compose(cls, length: int, stages: Iterable[Sequence[Edit]]) -> OffsetMap:
        """The map for a raw text of `length` characters that went through `stages` of edits in turn.

        >>> OffsetMap.compose(6, [[Edit(0, 1, "")], [Edit(2, 4, "")]]).to_raw(1, 3)
        (2, 6)
        """
        composed = cls(length)
        for edits in stages:
            composed = composed.then(edits)
        return composed

    def then(self, edits: Sequence[Edit]) -> OffsetMap:
        """This map followed by `edits` of the clean text; linear in the number of pieces and edits."""
        changes = [edit for edit in edits if edit.end - edit.start != len(edit.text)]
        if not changes:
            return self
        built = _Builder(self)
        for start, end, text in changes:
            built.keep_until(start)
            if text:
                built.add(len(text), self.to_raw(start, end), False)
            built.position = end
        built.keep_until(self.length)
        return built.finish()

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span from the first character of `[start, end)` to its last one.

        An empty span becomes the empty raw span before the character at `start` (after the last one at the
        end of the text). Raises InputError FZ111 for a span outside the clean text.
        """
        if not 0 <= start <= end <= self.length:
            raise InputError(
                "FZ111",
                f"The span {start} to {end} is not in a clean text of {self.length} characters; "
                "offsets into the clean text are expected, start first.",
            )
        starts = self._starts
        if not starts:
            return start, end
        if start == end:
            return self._point(start)
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1, first) - 1
        raw_start = self._raws[first][0]
        if self._verbatim[first]:
            raw_start += start - starts[first]
        if self._verbatim[last]:
            return raw_start, self._raws[last][0] + end - starts[last]
        return raw_start, self._raws[last][1]

    def _point(self, position: int) -> tuple[int, int]:
        """The raw span of an empty clean span: a point, or all of an edit that wrote both sides."""
        inside = position < self.length
        start = self.to_raw(position, position + 1)[0] if inside else self._raws[-1][1]
        end = self.to_raw(position - 1, position)[1] if position else start
        return start, max(start, end)


class _Builder:
    """Writes the pieces of `old` and of new edits in order; `position` is how far `old` has been read."""

    def __init__(self, old: OffsetMap) -> None:
        self.old_bounds = [*(old._starts or [0]), old.length]
        self.old_raws = old._raws or [(0, old.length)]
        self.old_verbatim = old._verbatim or [True]
        self.starts: list[int] = []
        self.raws: list[tuple[int, int]] = []
        self.verbatim: list[bool] = []
        self.position = self.piece = self.length = 0

    def add(self, length: int, raw: tuple[int, int], verbatim: bool) -> None:
        self.starts.append(self.length)
        self.raws.append(raw)
        self.verbatim.append(verbatim)
        self.length += length

    def keep_until(self, end: int) -> None:
        """Copy the old pieces from `position` to `end`, the first and the last cut to size."""
        bounds = self.old_bounds
        while self.position < end:
            while bounds[self.piece + 1] <= self.position:
                self.piece += 1
            length = min(bounds[self.piece + 1], end) - self.position
            raw, verbatim = self.old_raws[self.piece], self.old_verbatim[self.piece]
            if verbatim:
                start = raw[0] + self.position - bounds[self.piece]
                raw = (start, start + length)
            self.add(length, raw, verbatim)
            self.position += length

    def finish(self) -> OffsetMap:
        if not self.starts:  # nothing is left of the text: an empty span at its beginning
            self.add(0, (0, 0), True)
        return OffsetMap(self.length, self.starts, self.raws, self.verbatim)
