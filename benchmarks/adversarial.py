"""Text that nobody writes and crawlers find: runs of one thing. Ten times as long may cost ten times as much."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import fazhi_ie
from fazhi_ie.extractor import extractor

from . import texts
from .measure import Row, at_most, best, noted

TIMES = 100_000
PIECES = (
    "1",
    "亿",
    "（",
    "（）",
    "《",
    "《》",
    "“",
    "“法”",
    "1件、",
    "1 ",
    "|1",
    "一、\n",
    "建设\n",
    "每",
    "，",
    "\n",
)


def rows() -> Iterator[Row]:
    line = texts.of_length(1_000_000).replace("\n", "")
    works = (("`extract`", extractor(), 10), ("`nlp`", fazhi_ie.load(segmenter="char"), 2))
    for name, work, millions in works:
        work(texts.of_length(10_000))
        ratios = {piece: _growth(work, piece) for piece in PIECES}
        worst = max(ratios, key=lambda piece: ratios[piece])
        listed = " · ".join(f"`{piece!r}` {ratio:.2f}" for piece, ratio in ratios.items())
        yield noted(f"{name}, {TIMES:,} of one thing, cost of each against {TIMES // 10:,}", listed)
        yield at_most(f"{name}, the worst of these, {worst!r}", ratios[worst], 1.5)
        long = line * round(millions * 1_000_000 / len(line))
        ratio = _cost(work, long, 1) / _cost(work, line[:100_000], 3)
        yield at_most(
            f"{name}, one line of {millions},000,000 characters, cost per character against 100,000",
            ratio,
            1.5,
        )


def _growth(work: Callable[[str], object], piece: str) -> float:
    return _cost(work, piece * TIMES, 1) / _cost(work, piece * (TIMES // 10), 3)


def _cost(work: Callable[[str], object], text: str, rounds: int) -> float:
    """CPU seconds a character."""
    return best(lambda: work(text), rounds=rounds) / len(text)
