"""Speed against spaCy on the same text: extraction alone, in a pipeline, in two processes, from files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import spacy
from typer.testing import CliRunner

import fazhi_ie
from fazhi_ie.adapters.cli import build
from fazhi_ie.extractor import extractor

from . import texts
from .measure import Row, at_least, cpu, noted, speed_ratio, wall
from .peers import compact_pkuseg, ruler, stock_pkuseg


def rows() -> Iterator[Row]:
    make_doc = spacy.blank("zh").make_doc
    run = extractor()
    for name, corpus in (("reports", texts.reports()), ("news", texts.news())):
        if corpus:
            yield from _density(name, corpus)
            ratio = speed_ratio(
                lambda c=corpus: [run(t) for t in c], lambda c=corpus: [make_doc(t) for t in c]
            )
            yield at_least(f"`extract` on {name}, speed of `make_doc`", ratio, 1.5)
    corpus = texts.reports()
    yield from _pipeline(corpus)
    yield from _two_processes(corpus * 20)
    yield _files(corpus * 125)


def _density(name: str, corpus: list[str]) -> Iterator[Row]:
    run = extractor()
    characters = sum(map(len, corpus))
    seconds = min(cpu(lambda: [run(t) for t in corpus]) for _ in range(3))
    reports = [run(t) for t in corpus]
    found = sum(len(r.statistics) + len(r.terms) + len(r.citations) + len(r.sections) for r in reports)
    yield noted(f"records in 1,000 characters of {name}", f"{found / characters * 1000:.0f}")
    yield noted(f"`extract` on {name}", f"{characters / seconds / 1e6:.2f} million characters a second")


def _pipeline(corpus: list[str]) -> Iterator[Row]:
    nlp = fazhi_ie.load(segmenter="char")
    make_doc = spacy.blank("zh").make_doc

    def ours() -> object:
        return [doc._.report for doc in nlp.pipe(corpus)]

    yield at_least(
        "`nlp.pipe`, characters as tokens, all components, speed of `make_doc`",
        speed_ratio(ours, lambda: [make_doc(t) for t in corpus], rounds=5),
        0.8,
    )
    for tokens, spacys in (("stock pkuseg", stock_pkuseg()), ("pkuseg of this library", compact_pkuseg())):
        if spacys is not None:
            peer = ruler(spacys, "entity_ruler").pipe
            yield at_least(
                f"the same, speed of {tokens} + EntityRuler, which finds names and numbers only",
                speed_ratio(ours, lambda pipe=peer: list(pipe(corpus)), rounds=5),
                10,
            )


def _two_processes(corpus: list[str]) -> Iterator[Row]:
    def one() -> object:
        return list(fazhi_ie.extract_many(corpus))

    def two() -> object:
        return list(fazhi_ie.extract_many(corpus, n_process=2))

    yield at_least(
        "`extract_many(n_process=2)`, speed of one process, by the clock",
        speed_ratio(two, one, rounds=3, clock=wall),
        1.5,
    )


def _files(corpus: list[str]) -> Row:
    run, program = extractor(), build()
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(corpus):
            Path(folder, f"{number:04}.txt").write_text(text, encoding="utf-8")
        target = Path(folder, "out.jsonl")

        def command() -> None:
            done = CliRunner().invoke(program, ["extract", folder, "--output", str(target)])
            written = target.read_text(encoding="utf-8").count("\n") if target.exists() else 0
            if done.exit_code or written != len(corpus):
                raise RuntimeError(f"{written} of {len(corpus)} reports written. {done.output}")
            target.unlink()

        ratio = speed_ratio(command, lambda: [run(text) for text in corpus], rounds=1, clock=wall)
    return at_least(
        f"`fazhi-ie extract` on {len(corpus):,} files, speed of `extract`, by the clock", ratio, 0.7
    )
