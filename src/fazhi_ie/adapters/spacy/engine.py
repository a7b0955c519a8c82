"""One extraction a `Doc`: whoever needs records first makes them, everyone else reads them.

The report is kept as plain JSON values in `doc.user_data`. Only such values survive
`nlp.pipe(n_process=2)`, `DocBin` and `doc.to_bytes`; models, decimals and anything on `Span._` do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from ...errors import PackError
from .bundle import PackBundle

if TYPE_CHECKING:
    from ...extractor import Extractor
    from ...records import Report

USER_DATA_KEY = "fazhi_ie"
FILE = "packs.json.gz"
LARGEST_INT = 2**63 - 1
"""spaCy writes `doc.user_data` as MessagePack, whose integers end here; a Decimal is as well read from a string."""

Payload = dict[str, Any]
"""A report as `Report.model_dump(mode="json")` gives it."""


class Fresh(Payload):
    """A payload with the `Report` it was made from beside it: reading it back takes a seventh of an extraction.

    It is plain values to whoever saves, copies or sends it, and comes back as a plain `dict`.
    """

    __slots__ = ("typed",)

    def __init__(self, report: Report) -> None:
        super().__init__(report.model_dump(mode="json"))
        self.typed = report

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)


class Engine:
    """The extractor of a pipeline, compiled at first use and saved as the text of its packs."""

    def __init__(self, packs: Sequence[str] = ("default",), *, bundle: PackBundle | None = None) -> None:
        self.packs = tuple(packs)
        self._bundle = bundle
        self._extractor: Extractor | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Worker processes get names and text, and compile for themselves."""
        return _engine, (self.packs, self._bundle)

    def extractor(self) -> Extractor:
        """The compiled extractor; raises `PackError` when the packs cannot be used."""
        # Imported here, as spaCy imports this module for every pipeline where this library is installed.
        from ...extractor import Extractor, extractor

        if self._extractor is None:
            if self._bundle is None or self._bundle == _installed(self.packs):
                self._extractor = extractor(self.packs)
            else:
                self._extractor = Extractor.from_packs(self._bundle.load())
        return self._extractor

    def report(self, text: str) -> Payload:
        """Extract the records of one text, as JSON values; numbers that MessagePack cannot hold are strings."""
        report = Fresh(self.extractor()(text))
        for statistic in report["statistics"]:
            quantity = statistic["quantity"]
            for field in ("value", "value_max"):
                if isinstance(quantity[field], int) and abs(quantity[field]) > LARGEST_INT:
                    quantity[field] = str(quantity[field])
        return report

    def report_of(self, doc: Doc) -> Payload:
        """The records of a `Doc`: those it carries if they are of this text and these packs, or new ones."""
        kept: Payload | None = doc.user_data.get(USER_DATA_KEY)
        if kept is None or not self._made(kept, doc):
            kept = doc.user_data[USER_DATA_KEY] = self.report(doc.text)
        return kept

    def _made(self, report: Payload, doc: Doc) -> bool:
        hashes = [pack["sha256"] for pack in report["packs"]]
        mine = [pack.sha256 for pack in self.extractor().packs.info]
        return hashes == mine and bool(report["source"]["length"] == text_length(doc))

    def bundle(self) -> PackBundle:
        """The text of the packs; raises `PackError` when it is no longer what was compiled."""
        if self._bundle is None:
            bundle = PackBundle.collect(self.packs)
            if bundle.load().info != self.extractor().packs.info:
                raise PackError(
                    "FZ175",
                    f"The packs {', '.join(self.packs)} have changed on disk since this pipeline read them, "
                    "so it cannot be saved as it is; make the pipeline again, then save it.",
                )
            self._bundle = bundle
        return self._bundle

    def restore(self, bundle: PackBundle) -> None:
        """Use the packs of a saved pipeline from now on."""
        if bundle != self._bundle:
            self._bundle, self._extractor = bundle, None


class SavesPacks:
    """spaCy's four ways to save and load, for whatever holds an engine."""

    engine: Engine

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        """The packs as bytes."""
        return self.engine.bundle().to_bytes()

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> Any:
        """Take the packs from bytes."""
        self.engine.restore(PackBundle.from_bytes(data))
        return self

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        """Write the packs into a folder."""
        Path(path).mkdir(parents=True, exist_ok=True)
        Path(path, FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> Any:
        """Take the packs from a folder."""
        return self.from_bytes(Path(path, FILE).read_bytes())


def shared_engine(nlp: Language, packs: Sequence[str]) -> Engine:
    """The engine that the tokenizer or another component of `nlp` has for these packs, or a new one."""
    for holder in (getattr(nlp, "tokenizer", None), *(component for _, component in nlp.components)):
        engine = getattr(holder, "engine", None)
        if isinstance(engine, Engine) and engine.packs == tuple(packs):
            return engine
    return Engine(packs)


def text_length(doc: Doc) -> int:
    """The length of `doc.text`, which costs as much to put together as the `Doc` itself."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def record_edges(report: Payload) -> Iterator[int]:
    """Every offset at which a record begins or ends."""
    for span in record_spans(report):
        yield span["start"]
        yield span["end"]


def record_spans(report: Payload) -> Iterator[dict[str, int]]:
    """The span of every record of every kind."""
    for kind in ("sections", "terms", "citations"):
        for record in report[kind]:
            yield record["span"]
    for statistic in report["statistics"]:
        yield statistic["quantity"]["span"]


def _engine(packs: tuple[str, ...], bundle: PackBundle | None) -> Engine:
    return Engine(packs, bundle=bundle)


def _installed(packs: tuple[str, ...]) -> PackBundle | None:
    """The packs of these names as they are here, or None where they are not."""
    try:
        return PackBundle.collect(packs)
    except PackError:
        return None
