"""Scores, and the mistakes behind them.

Figures are micro averages: counts are added over all texts before they are divided. `precision` is the share
of what was found that is right, `recall` the share of what there is that was found, `f1` their harmonic mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from pydantic import computed_field

from ..errors import InputError
from ..records import Record


class Score(Record):
    """How well one kind of thing is found.

    `right` counts annotations that were found and `right_found` records that are right: the same number, but
    for `terms`, where one record may nearly match two annotations.
    """

    name: str
    right: int
    right_found: int
    found: int
    wanted: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where there was nothing to find and nothing found."""
        return self.right_found / self.found if self.found else float(not self.wanted)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 where there is nothing."""
        return self.right / self.wanted if self.wanted else 1.0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Mistake(Record):
    """Something missed, made up or wrong. `start` is its place in the text, where it has one."""

    kind: str
    source: str
    start: int | None = None
    around: str = ""
    detail: str = ""


class Scores(Record):
    """The scores of a set of texts, in a fixed order, and all mistakes."""

    texts: int
    scores: tuple[Score, ...]
    mistakes: tuple[Mistake, ...]

    def __getitem__(self, name: str) -> Score:
        """The score of this name; raises `InputError` when nothing of the kind was judged."""
        for score in self.scores:
            if score.name == name:
                return score
        known = ", ".join(score.name for score in self.scores)
        raise InputError(
            "FZ170",
            f"There is no score {name!r}: the annotations say nothing of it, or it is misspelt; "
            f"choose from: {known}.",
        )

    def below(self, least: Mapping[str, float]) -> tuple[Score, ...]:
        """The scores whose F1 is less than it should be; raises `InputError` for one that was not judged."""
        return tuple(self[name] for name, floor in least.items() if self[name].f1 < floor)

    def mistakes_by_kind(self) -> Iterator[tuple[str, list[Mistake]]]:
        """Mistakes of each kind, in the order in which kinds first occurred."""
        kinds: dict[str, list[Mistake]] = {}
        for mistake in self.mistakes:
            kinds.setdefault(mistake.kind, []).append(mistake)
        yield from kinds.items()


ORDER = (
    *("quantities", "joint", "value", "value_max", "unit", "bound", "per", "status", "span"),
    *("measure", "indicators", "terms", "terms_exact", "citations", "document_number"),
    *("sections", "section_kind", "header", "offsets"),
)
"""Every score there is, in the order in which scores are listed."""


class Tally:
    """Counts for the scores, and mistakes, while texts are judged one after the other."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}
        self.mistakes: list[Mistake] = []
        self._source = self._text = ""

    def begin(self, source: str, text: str) -> None:
        """From now on, mistakes are made in this text."""
        self._source, self._text = source, text

    def add(self, name: str, *, right: int, found: int, wanted: int, right_found: int | None = None) -> None:
        """Add counts to a score."""
        counts = self._counts.setdefault(name, Counter())
        right_found = right if right_found is None else right_found
        counts.update(right=right, right_found=right_found, found=found, wanted=wanted)

    def mistake(self, kind: str, *, start: int | None = None, detail: str = "") -> None:
        """Note a mistake, with the text around its place."""
        around = "" if start is None else _around(self._text, start)
        found = Mistake(kind=kind, source=self._source, start=start, around=around, detail=detail)
        self.mistakes.append(found)

    def mistake_at(self, kind: str, words: str, *, detail: str | None = None) -> None:
        """Note a mistake in these words, where the text first has them."""
        start = self._text.find(words)
        self.mistake(kind, start=None if start < 0 else start, detail=words if detail is None else detail)

    def scores(self, texts: int) -> Scores:
        """All that was counted."""
        judged = (name for name in ORDER if name in self._counts)
        scores = tuple(Score(name=name, **self._counts[name]) for name in judged)
        return Scores(texts=texts, scores=scores, mistakes=tuple(self.mistakes))


def _around(text: str, start: int, reach: int = 14) -> str:
    """The text around a place, marked with ▸, on one line."""
    shown = f"{text[max(0, start - reach) : start]}▸{text[start : start + reach]}"
    return " ".join(shown.split())


def shown(value: object) -> str:
    """A value as it is named in a mistake."""
    return "none" if value is None or value == "" else str(value)
