"""spaCy: the records on a `Doc`, for people who already work there.

Extraction sees the text alone; this package projects its records onto tokens. `load` makes a complete
pipeline, and each component is also registered by entry point, so
`spacy.blank("zh").add_pipe("fazhi_terms")` works without importing this library.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...segment import SegmenterName

if TYPE_CHECKING:
    from spacy.language import Language

FACTORIES = ("fazhi_sections", "fazhi_terms", "fazhi_quantities", "fazhi_citations", "fazhi_records")
"""The components of a full pipeline; any subset works, in any order."""


def load(*, segmenter: SegmenterName = "pkuseg", packs: Sequence[str | Path] = ("default",)) -> Language:
    """Make a spaCy pipeline that puts all records on a `Doc`.

    `segmenter` makes the tokens, and no record depends on it; where a record begins or ends, so does a token.
    Raises `InputError` for a segmenter that is not there and `PackError` for packs that cannot be used.

    >>> doc = load(segmenter="char")("2023年，全县受理行政复议申请36件。")
    >>> [(span.text, span.label_) for span in doc.spans["fazhi_quantities"]]
    [('36件', 'QUANTITY')]
    >>> doc._.report.statistics[0].measure
    '受理行政复议申请'
    """
    import spacy

    from . import components  # noqa: F401  (registers the factories where entry points are not installed)
    from .engine import shared_engine
    from .tokenizer import TOKENIZER

    names = [str(pack) for pack in packs]
    tokenizer = {"@tokenizers": TOKENIZER, "segmenter": segmenter, "packs": names}
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": tokenizer}}, meta=_meta())
    for factory in FACTORIES:
        nlp.add_pipe(factory, config={"packs": names})
    # Packs that cannot be used should say so now, not at the first text.
    shared_engine(nlp, names).extractor()
    return nlp


def _meta() -> dict[str, Any]:
    """What `spacy package` writes on the wheel of a pipeline: its name, and the library that it needs."""
    try:
        own = version("fazhi-ie")
    except PackageNotFoundError:  # imported from a folder that was not installed
        return {"name": "fazhi_ie", "requirements": ["fazhi-ie"]}
    return {
        "name": "fazhi_ie",
        "version": own,
        "description": "Typed records from Chinese rule-of-law government reports.",
        "license": "Apache-2.0",
        "requirements": [f"fazhi-ie~={own}"],
    }
