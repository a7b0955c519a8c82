"""Make the compact pkuseg model of `src/fazhi_ie/data/pkuseg/` from the stock model.

    python scripts/train_segmenter.py WHEEL OUTPUT TEXT… [--treebank FILE.conllu]

The stock model (`pkuseg` 0.0.25, MIT) has 2.6 million features and takes 180 MB. Text of one register
uses a fraction of them, and most of those change nothing. So official text is run through the stock
model, and the features that decide most in it are kept with their weights. Get the wheel, which is built
for Python 3.7, with

    pip download pkuseg==0.0.25 --python-version 3.7 --only-binary=:all: --no-deps

The same wheel and text give the same bytes. What came out is measured and printed as JSON.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import pickle
import random
import re
import time
import zipfile
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import spacy_pkuseg
import srsly

Words = list[str]

MARKUP = re.compile(r"\*\*|^#+|\s+")
SENTENCE_END = re.compile(r"(?<=[。！？])")
SHORTEST = 8


class PlainUnpickler(pickle.Unpickler):
    """Reads dictionaries, lists and strings, and refuses whatever could run."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"The wheel's features should be plain data, but name {module}.{name}.")


def read_stock_model(wheel: Path) -> tuple[dict[str, Any], np.ndarray]:
    """The stock model's features and weights, out of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        features = PlainUnpickler(io.BytesIO(archive.read("pkuseg/models/default/features.pkl"))).load()
        weights = np.load(io.BytesIO(archive.read("pkuseg/models/default/weights.npz")))["w"]
    return features, weights


def write_model(folder: Path, features: dict[str, Any], weights: np.ndarray) -> None:
    """Write a model as spacy-pkuseg reads it."""
    folder.mkdir(parents=True, exist_ok=True)
    tags = len(features["tag_to_idx"])
    srsly.write_msgpack(folder / "features.msgpack", features)
    sizes = np.array([tags, len(features["feature_to_idx"])])
    np.savez_compressed(folder / "weights.npz", sizes=sizes, w=weights)


def load_model(folder: Path) -> spacy_pkuseg.pkuseg:
    """A model folder, without the library's own pickled dictionary."""
    return spacy_pkuseg.pkuseg(str(folder), user_dict=None)


def read_sentences(paths: Iterable[Path], seed: int) -> list[str]:
    """All different sentences of the texts without white space and Markdown marks, shuffled."""
    found: dict[str, None] = {}
    for path in paths:
        text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for line in text.decode("utf-8").splitlines():
            sentences = SENTENCE_END.split(MARKUP.sub("", line))
            found.update(dict.fromkeys(s for s in sentences if len(s) >= SHORTEST))
    shuffled = list(found)
    random.Random(seed).shuffle(shuffled)
    return shuffled


def count_features(model: spacy_pkuseg.pkuseg, sentences: Iterable[str]) -> np.ndarray:
    """How often the model looks at each of its features in these sentences."""
    extractor = model.feature_extractor
    counts = np.zeros(model.n_feature, dtype=np.int64)
    for sentence in sentences:
        nodes = list(extractor.normalize_text(sentence))
        for position in range(len(nodes)):
            np.add.at(counts, extractor.get_node_features_idx(position, nodes), 1)
    return counts


def select(features: dict[str, Any], weights: np.ndarray, counts: np.ndarray, size: int) -> tuple[Any, Any]:
    """Keep the `size` features that decide most: seen often, and of very different weight for different tags.

    The square root keeps frequent features from crowding out the words of other texts. Weights are rounded
    to float16.
    """
    names = list(features["feature_to_idx"])
    tags = len(features["tag_to_idx"])
    by_feature = weights[: tags * len(names)].reshape(-1, tags)
    importance = np.sqrt(counts) * np.ptp(by_feature, axis=1)
    importance[0] = np.inf  # the library takes feature 0 for granted
    kept = np.sort(np.argsort(-importance, kind="stable")[:size])
    kept_names = [names[index] for index in kept]
    transitions = weights[tags * len(names) :]
    selected = {
        "unigram": sorted({word for name in kept_names for word in words_of(name)}),
        "bigram": [],  # read in training only
        "feature_to_idx": {name: index for index, name in enumerate(kept_names)},
        "tag_to_idx": features["tag_to_idx"],
    }
    rounded = np.concatenate([by_feature[kept].ravel(), transitions]).astype(np.float16).astype(np.float64)
    return selected, rounded


def words_of(feature: str) -> Sequence[str]:
    """The dictionary words that a feature speaks of: `w1.` one, `ww.l.` two, most others none."""
    if feature.startswith("ww."):
        return feature[5:].split("*", 1)
    return feature.split(".", 1)[1:] if feature.startswith("w") else ()


def agreement(expected: Iterable[Words], found: Iterable[Words]) -> float:
    """F1 of words: the same characters at the same place."""
    same = total = 0
    for one, other in zip(expected, found, strict=True):
        spans, others = word_spans(one), word_spans(other)
        same += len(spans & others)
        total += len(spans) + len(others)
    return 2 * same / total


def word_spans(words: Words) -> set[tuple[int, int]]:
    return set(pairwise([0, *accumulate(map(len, words))]))


def read_treebank(path: Path) -> list[Words]:
    """The words of each sentence of a CoNLL-U file."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    sentences = [[line.split("\t") for line in b.splitlines() if line[:1].isdigit()] for b in blocks]
    return [[row[1].replace(" ", "") for row in rows if row[0].isdigit()] for rows in sentences if rows]


def evaluate(
    compact: spacy_pkuseg.pkuseg, stock: spacy_pkuseg.pkuseg, held_out: list[str], treebank: Path | None
) -> dict[str, Any]:
    """Agreement of the two models, both against the treebank, and speed."""
    by_stock = [stock.cut(s) for s in held_out]
    started = time.perf_counter()
    by_compact = [compact.cut(s) for s in held_out]
    seconds = time.perf_counter() - started
    result: dict[str, Any] = {
        "held_out_sentences": len(held_out),
        "f1_against_stock": round(agreement(by_stock, by_compact), 4),
        "characters_per_second": round(sum(map(len, held_out)) / seconds),
    }
    if treebank:
        gold = read_treebank(treebank)
        result["treebank_sentences"] = len(gold)
        for name, model in (("stock", stock), ("compact", compact)):
            result[f"f1_treebank_{name}"] = round(agreement(gold, [model.cut("".join(w)) for w in gold]), 4)
    return result


def parse_arguments() -> argparse.Namespace:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("wheel", type=Path, help="the wheel of pkuseg 0.0.25")
    parser.add_argument("output", type=Path, help="folder for features.msgpack and weights.npz")
    parser.add_argument("text", type=Path, nargs="+", help="official text, UTF-8, plain or .gz")
    parser.add_argument("--features", type=int, default=150_000, help="features to keep")
    parser.add_argument("--held-out", type=int, default=2_000, help="sentences kept for measuring")
    parser.add_argument("--seed", type=int, default=2025)
    parser.add_argument("--treebank", type=Path, help="CoNLL-U file to measure against")
    return parser.parse_args()


def main() -> None:
    """Read, count, select, write, measure."""
    options = parse_arguments()
    sentences = read_sentences(options.text, options.seed)
    held_out, training = sentences[: options.held_out], sentences[options.held_out :]
    features, weights = read_stock_model(options.wheel)
    with TemporaryDirectory() as temporary:
        write_model(Path(temporary), features, weights)
        stock = load_model(Path(temporary))
    selected, rounded = select(features, weights, count_features(stock, training), options.features)
    write_model(options.output, selected, rounded)
    result = {"training_sentences": len(training), "training_characters": sum(map(len, training))}
    result |= evaluate(load_model(options.output), stock, held_out, options.treebank)
    result["bytes"] = sum(file.stat().st_size for file in options.output.glob("*.[mn]*"))
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
