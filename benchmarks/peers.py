"""What else one can use: each does what it can on the same text, with the names of the same packs.

Nothing here finds what `extract` finds: the rulers and matchers mark names, some of them numbers too; JioNLP reads
sums of money, Recognizers-Text numbers. Those that are not installed are left out and said to be.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

import fazhi_ie
from fazhi_ie.extractor import extractor
from fazhi_ie.segment import load_segmenter

from . import plot, texts
from .measure import Row, noted, taking_turns

NUMBER = [{"LIKE_NUM": True, "OP": "+"}, {}]
"""A number and the token behind it, as far as spaCy's patterns can say what a quantity is."""


class Peer(NamedTuple):
    """A tool on a text; `finds` says how much of the work it does."""

    name: str
    finds: str
    run: Callable[[str], object]


def rows() -> Iterator[Row]:
    corpus = texts.reports()
    run, make_doc = extractor(), spacy.blank("zh").make_doc
    bars = []
    for peer in peers():
        works = [lambda f=f: [f(text) for text in corpus] for f in (peer.run, run, make_doc)]
        turns = taking_turns(works, rounds=5)
        speed = median(base / own for own, _, base in turns)
        faster = median(own / extract for own, extract, _ in turns)
        bars.append((peer.name, peer.finds, speed))
        yield noted(
            f"{peer.name}: {peer.finds}; speed of `make_doc`, and how many times as fast `extract` is",
            f"{speed:.3f} ×, {faster:.1f} ×",
        )
    yield from (noted(name, "not installed, not run") for name in missing())
    if picture := os.environ.get("FAZHI_PLOT"):
        Path(picture).write_text(plot.bars("Speed on reports, make_doc = 1", bars), encoding="utf-8")


def peers() -> Iterator[Peer]:
    """All that are here, the work they do as they do it best."""
    yield Peer("fazhi_ie `extract`", "all records", extractor())
    yield Peer("fazhi_ie `nlp`, characters", "all records, on a Doc", fazhi_ie.load(segmenter="char"))
    yield Peer("fazhi_ie `nlp`, pkuseg", "all records, on a Doc", fazhi_ie.load())
    for name, make in TOKENS.items():
        if nlp := make():
            yield Peer(f"PhraseMatcher, {name}", "names", phrase_matcher(nlp))
    for name, make in TOKENS.items():
        if nlp := make():
            yield Peer(f"EntityRuler, {name}", "names and numbers", ruler(nlp, "entity_ruler"))
    yield Peer("SpanRuler, characters", "names and numbers", ruler(spacy.blank("zh"), "span_ruler"))
    if find_spec("jionlp"):
        yield Peer("JioNLP", "money", _jionlp())
    if find_spec("ms_recognizers_number_with_unit"):
        yield Peer("Recognizers-Text", "numbers, %, money, sizes", _recognizers())


def missing() -> Iterator[str]:
    """What README.md says how to install, and is not here."""
    if not os.environ.get("FAZHI_PKUSEG"):
        yield "spaCy with pkuseg's stock model"
    if not find_spec("jionlp"):
        yield "JioNLP"
    if not find_spec("ms_recognizers_number_with_unit"):
        yield "Recognizers-Text"


def _jieba() -> Language:
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})


def stock_pkuseg() -> Language | None:
    """spaCy's pkuseg with the stock model of pkuseg, from the wheel that `FAZHI_PKUSEG` names."""
    if not os.environ.get("FAZHI_PKUSEG"):
        return None
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "pkuseg"}}})
    nlp.tokenizer.initialize(pkuseg_model=_stock_model().name)
    return nlp


@cache
def _stock_model() -> tempfile.TemporaryDirectory[str]:
    from scripts.train_segmenter import read_stock_model, write_model

    folder = tempfile.TemporaryDirectory(prefix="pkuseg-")  # kept until the program ends
    write_model(Path(folder.name), *read_stock_model(Path(os.environ["FAZHI_PKUSEG"])))
    return folder


def compact_pkuseg() -> Language:
    """spaCy with the segmenter of this library, which is several times as fast."""
    nlp = spacy.blank("zh")
    segment = load_segmenter("pkuseg")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=segment(text))
    return nlp


TOKENS: dict[str, Callable[[], Language | None]] = {
    "characters": lambda: spacy.blank("zh"),
    "jieba": _jieba,
    "pkuseg of this library": compact_pkuseg,
    "stock pkuseg": stock_pkuseg,
}


def ruler(nlp: Language, kind: str) -> Language:
    """spaCy as its handbook has it: the names of the same packs, and numbers with what stands behind them."""
    component = nlp.add_pipe(kind)
    component.add_patterns([{"label": "TERM", "pattern": name} for name in _names()])
    component.add_patterns([{"label": "NUMBER", "pattern": NUMBER}])
    return nlp


def phrase_matcher(nlp: Language) -> Callable[[str], object]:
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("TERM", [nlp.make_doc(name) for name in _names()])
    return lambda text: matcher(nlp.make_doc(text), as_spans=True)


@cache
def _names() -> list[str]:
    return [name for term in fazhi_ie.load_packs().terms for name in (term.name, *term.variants)]


def _jionlp() -> Callable[[str], object]:
    from jionlp import ner

    return lambda text: ner.extract_money(text, with_parsing=True)


def _recognizers() -> Callable[[str], object]:
    from ms_recognizers_number import recognize_number, recognize_percentage
    from ms_recognizers_number_with_unit import recognize_currency, recognize_dimension

    kinds = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
    return lambda text: [recognize(text, "zh-cn") for recognize in kinds]
