"""The corpus of the fuzzers holds, input by input: what fuzzing once found stays mended."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = sorted(path for path in (ROOT / "fuzz" / "corpus").rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def targets() -> ModuleType:
    sys.path.insert(0, str(ROOT))
    try:
        return importlib.import_module("fuzz.targets")
    finally:
        sys.path.remove(str(ROOT))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_input_of_the_corpus_breaks_no_promise(targets: ModuleType, path: Path) -> None:
    targets.TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_a_corpus_and_is_run(targets: ModuleType) -> None:
    runner = (ROOT / "fuzz" / "__main__.py").read_text(encoding="utf-8")
    assert set(targets.TARGETS) == {path.parent.name for path in CORPUS}
    assert all(f'"{name}"' in runner for name in targets.TARGETS)
