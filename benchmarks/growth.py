"""Cost per character as documents and packs grow: both should stay level."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import fazhi_ie
from fazhi_ie.extractor import Extractor, extractor

from . import texts
from .measure import Row, at_most, best, cpu, noted

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
SYLLABLES = "东西南北中前后左右上下山川河海风云雨雪春夏秋冬金木水火土日月星辰"


def rows() -> Iterator[Row]:
    yield from _lengths("`extract`", extractor())
    yield from _lengths("`nlp`", fazhi_ie.load(segmenter="char"))
    yield from _packs()


def _lengths(name: str, work: object) -> Iterator[Row]:
    costs = []
    for length in LENGTHS:
        text = texts.of_length(length)
        times = max(1, 50_000 // length)
        costs.append(best(lambda t=text, n=times: [work(t) for _ in range(n)]) / times / length * 1e6)
    yield noted(
        f"{name}, µs a character at 1,000 · 10,000 · 100,000 · 1,000,000",
        " · ".join(f"{c:.2f}" for c in costs),
    )
    yield at_most(f"{name}, cost per character at 1,000,000 against 1,000", costs[-1] / costs[0], 1.5)


def _packs() -> Iterator[Row]:
    text = texts.of_length(100_000)
    costs = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in (500, 50_000):
            pack = _pack(Path(folder, str(size)), size)
            loaded = []
            seconds = cpu(lambda p=pack, out=loaded: out.append(fazhi_ie.load_packs(["default", p])))
            built = []
            seconds += cpu(lambda ps=loaded[0], out=built: out.append(Extractor.from_packs(ps)))
            costs[size] = best(lambda run=built[0]: run(text))
            if size == 50_000:
                yield at_most("read 50,000 terms and compile them with the default pack", seconds, 2, " s")
    yield at_most("cost per character with 50,000 more terms against 500 more", costs[50_000] / costs[500], 2)


def _pack(folder: Path, size: int) -> str:
    """A pack of made-up names of five characters."""
    folder.mkdir()
    (folder / "pack.yaml").write_text("name: made-up\nversion: '1'\n", encoding="utf-8")
    names = ("".join(letters) + "院" for letters in product(SYLLABLES, repeat=4))
    entries = [
        f"  - id: made_up.t{number}\n    name: {name}\n    kind: institution\n    source: made up\n"
        for number, name in enumerate(islice(names, size))
    ]
    (folder / "terms.yaml").write_text(
        "format: '1'\nkind: terms\nentries:\n" + "".join(entries), encoding="utf-8"
    )
    return str(folder)
