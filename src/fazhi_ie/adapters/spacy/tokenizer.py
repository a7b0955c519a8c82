"""A tokenizer with any segmenter, linear in time, exact to the character, and with an edge at every record's
edge.

spaCy's own Chinese tokenizer takes time that grows with the square of a text's length and folds single
spaces into the word before them. Here `doc.text` is the text as given, white space stands as tokens of
its own, and the engine runs first so that words can be cut where a record begins or ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from ...errors import InputError
from ...segment import cut_at, load_segmenter
from .engine import USER_DATA_KEY, Engine, SavesPacks, record_edges

TOKENIZER = "fazhi_ie.Tokenizer.v1"

MAX_LENGTH = 10**8
"""Characters in one text. spaCy's limit of 10**6 is for parsers that need gigabytes; nothing here does."""


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def create_tokenizer(
    segmenter: str = "pkuseg", packs: Sequence[str] = ("default",)
) -> Callable[[Language], Tokenizer]:
    """spaCy's factory of the tokenizer: `segmenter` is `pkuseg`, `jieba` or `char`."""

    def create(nlp: Language) -> Tokenizer:
        nlp.max_length = max(nlp.max_length, MAX_LENGTH)
        return Tokenizer(nlp.vocab, segmenter=segmenter, engine=Engine(packs))

    return create


class Tokenizer(SavesPacks):
    """Text to `Doc`, with the report already in `doc.user_data`."""

    def __init__(self, vocab: Vocab, *, segmenter: str, engine: Engine) -> None:
        self.vocab = vocab
        self.segmenter = segmenter
        self.engine = engine
        self._segment = load_segmenter(segmenter)

    def __reduce__(self) -> tuple[Any, ...]:
        """Worker processes load the segmenter for themselves."""
        return _tokenizer, (self.vocab, self.segmenter, self.engine)

    def __call__(self, text: str) -> Doc:
        """Make the tokens of one text; raises `InputError` for text that is not Unicode."""
        _check(text)
        report = self.engine.report(text)
        words = self._segment(text)
        if self.segmenter != "char":
            words = cut_at(text, words, record_edges(report))
        user_data = {USER_DATA_KEY: report}
        return Doc(self.vocab, words=words, spaces=[False] * len(words), user_data=user_data)


def _tokenizer(vocab: Vocab, segmenter: str, engine: Engine) -> Tokenizer:
    return Tokenizer(vocab, segmenter=segmenter, engine=engine)


def _check(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            "FZ173",
            f"The text has half a surrogate pair at offset {error.start} (U+{ord(text[error.start]):04X}), "
            "which spaCy cannot hold; decode the file again with the right encoding, or use "
            "`fazhi_ie.extract`.",
        ) from error
