"""Words by a pkuseg model, with the compact model that comes with this package.

spacy-pkuseg fetches its models from a release page that many offices cannot reach, and unpickles a
dictionary unless it is told not to. The model here is two plain files (msgpack and npz), in the library's
own format, made by `scripts/train_segmenter.py`; docs/explanation/segmenters.md says from what, and how
good it is.

The words are those of `spacy_pkuseg.pkuseg(model, user_dict=None).cut`, found some ten times as fast. The
library asks for every possible feature of every character by name. Here all weights of a character, and
of a pair of characters, stand in one row, so that a lookup each is enough, and numpy adds the rows up.
The library finds the best path.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import Segmenter

MODEL = Path(__file__).parents[1] / "data" / "pkuseg"

Floats = NDArray[np.float64]

# White space is not for the model; a run without any is cut somewhere, so that memory stays bounded.
_RUNS = re.compile(r"\s+|\S{1,10000}")

LONGEST_WORD = 6
REACH = 2
"""How far from a character its weights are felt."""

# The kinds of features about one or two characters, with the place where they are felt: `c-1` is what a
# character means for the one after it, so that is +1.
CHARACTERS = {"c": 0, "c-1": 1, "c-2": 2, "c1": -1, "c2": -2}
PAIRS = {"cc1": 0, "c-1c": 1, "c-2c-1": 2}
# A dictionary word is felt at its first and its last character, a pair of words at either side of its middle.
WORDS = {"w1": 0, "w-1": -1}
WORD_PAIRS = {"ww.l": 0, "ww.r": -1}


def pkuseg_segmenter(model: Path = MODEL) -> Segmenter:
    """Load a model folder (`features.msgpack`, `weights.npz`), by default the shipped one; no pickle is read.

    >>> pkuseg_segmenter()("规范性文件 备案审查")
    ['规范性', '文件', ' ', '备案', '审查']
    """
    cut = PkusegModel(model).cut

    def segment(text: str) -> list[str]:
        words: list[str] = []
        for run in _RUNS.findall(text):
            words += (run,) if run[0].isspace() else cut(run)
        return words

    return segment


class PkusegModel:
    """A conditional random field over characters, with weights for tags such as B (a word begins here)."""

    def __init__(self, folder: Path) -> None:
        import srsly  # type: ignore[import-untyped]
        from spacy_pkuseg import inference
        from spacy_pkuseg.feature_extractor import FeatureExtractor

        features = srsly.read_msgpack(folder / "features.msgpack")
        with np.load(folder / "weights.npz", allow_pickle=False) as file:
            tags, size = (int(number) for number in file["sizes"])
            weights: Floats = file["w"]
        self._best_path = inference.run_viterbi
        self._weights = weights[: tags * size].reshape(size, tags)
        self._transitions = np.ascontiguousarray(weights[tags * size :].reshape(tags, tags).T)
        self._begins = np.array([i for tag, i in features["tag_to_idx"].items() if tag.startswith("B")])
        self._classes = _character_classes(FeatureExtractor)
        by_kind = _by_kind(features["feature_to_idx"])
        self._characters = _Table(by_kind, CHARACTERS, self._weights)
        self._pairs = _Table(by_kind, PAIRS, self._weights)
        self._words = _Table(by_kind, WORDS, self._weights)
        self._word_pairs = _Table(by_kind, WORD_PAIRS, self._weights)
        self._heads = frozenset(word[:2] for word in self._words.row)

    def cut(self, text: str) -> list[str]:
        """The words of a text without white space, which is not empty."""
        _, tags = self._best_path(self._scores(text.translate(self._classes)), self._transitions)
        begins = np.flatnonzero(np.isin(tags[1:], self._begins)) + 1
        return [text[start:end] for start, end in pairwise([0, *begins.tolist(), len(text)])]

    def _scores(self, text: str) -> Floats:
        """One row a character: what speaks for each tag."""
        padded = np.zeros((len(text) + 2 * REACH, self._weights.shape[1]))
        self._characters.add_in_order(padded, text)
        self._pairs.add_in_order(padded, map(str.__add__, text, text[1:]))
        scores = np.ascontiguousarray(padded[REACH : REACH + len(text)])
        scores += self._weights[0]  # the feature that every character has
        self._add_words(scores, text)
        return scores

    def _add_words(self, scores: Floats, text: str) -> None:
        """Add what dictionary words say, and two of them side by side."""
        heads, word_row, pair_row = self._heads, self._words.row, self._word_pairs.row
        rows: list[int] = []
        starts: list[int] = []
        lasts: list[int] = []
        pair_rows: list[int] = []
        middles: list[int] = []
        ending: dict[int, list[str]] = {}
        for start, head in enumerate(map(str.__add__, text, text[1:])):
            if head not in heads:
                continue
            for end in range(start + 2, min(start + LONGEST_WORD, len(text)) + 1):
                word = text[start:end]
                if word not in word_row:
                    continue
                rows.append(word_row[word])
                starts.append(start)
                lasts.append(end - 1)
                ending.setdefault(end, []).append(word)
                for previous in ending.get(start, ()):
                    if row := pair_row.get(f"{previous}*{word}"):
                        pair_rows.append(row)
                        middles.append(start)
        self._words.add_at(scores, rows, np.array(starts, int), np.array(lasts, int))
        after = np.array(middles, int)
        self._word_pairs.add_at(scores, pair_rows, after, after - 1)


class _Table:
    """The weights of characters or words: a row for each, and a column for each place where they are felt."""

    def __init__(self, by_kind: dict[str, dict[str, int]], kinds: dict[str, int], weights: Floats) -> None:
        names = dict.fromkeys(name for kind in kinds for name in by_kind.get(kind, ()))
        # Row 0 is for what is unknown: all zero.
        self.row = dict(zip(names, range(1, len(names) + 1), strict=True))
        self._columns = []
        for kind, place in kinds.items():
            column = np.zeros((len(names) + 1, weights.shape[1]))
            features = by_kind.get(kind, {})
            column[[self.row[name] for name in features]] = weights[list(features.values())]
            self._columns.append((place, column))

    def add_in_order(self, padded: Floats, grams: Iterable[str]) -> None:
        """Add the weights of each character (or pair) of a text to the characters around it."""
        get = self.row.get
        rows = np.array([get(gram, 0) for gram in grams], dtype=np.intp)
        for place, column in self._columns:
            padded[REACH + place : REACH + place + len(rows)] += column[rows]

    def add_at(self, scores: Floats, rows: list[int], *places: NDArray[np.int_]) -> None:
        """Add the weights of words: the row of each, and for each column the characters where it is felt."""
        for (_, column), characters in zip(self._columns, places, strict=True):
            np.add.at(scores, characters, column[rows])


# Private characters that stand for any digit or numeral, and for any full-width letter, as the library's
# "**Num" and "**Letter" do: with one character for each, text and features can be sliced.
NUMERAL, LETTER = "\ue000", "\ue001"


def _character_classes(extractor: Any) -> dict[int, str]:
    """What the library turns characters into before it looks at them."""
    classes = dict.fromkeys(extractor.letter, LETTER) | dict.fromkeys(extractor.num, NUMERAL)
    return str.maketrans(classes | dict.fromkeys(extractor.keywords, "&"))


def _by_kind(features: dict[str, int]) -> dict[str, dict[str, int]]:
    """Features by kind: `cc1.法.治` under `cc1` as `法治`, `ww.l.依法*行政` under `ww.l` as `依法*行政`."""
    by_kind: dict[str, dict[str, int]] = {}
    for feature, index in features.items():
        kind, _, name = feature.partition(".")
        if kind == "ww":
            kind, name = feature[:4], feature[5:]
        elif "**" in name:
            name = name.replace("**Num", NUMERAL).replace("**Letter", LETTER)
        if kind in PAIRS:
            name = name.replace(".", "")
        by_kind.setdefault(kind, {})[name] = index
    return by_kind
