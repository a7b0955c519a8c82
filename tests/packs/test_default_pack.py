"""The packs that come with the library: every example holds, nothing to lint, one canonical form."""

from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_ie.packs import load_packs
from fazhi_ie.packs.canonical import format_text
from fazhi_ie.packs.check import Case, cases, check
from fazhi_ie.packs.engine import ExtractorEngine
from fazhi_ie.packs.lint import lint
from fazhi_ie.packs.schema import FILE_NAME
from fazhi_ie.packs.sources import builtin_folder
from fazhi_ie.packs.workspace import relative_schema

FILES = sorted(builtin_folder().rglob("*.yaml"))


@pytest.fixture(scope="module")
def engine() -> ExtractorEngine:
    return ExtractorEngine(load_packs())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_holds(path: Path, engine: ExtractorEngine) -> None:
    def here(case: Case) -> bool:
        return Path(case.origin.path).resolve() == path.resolve()

    assert [str(f) for case in filter(here, cases(load_packs())) if (f := check(case, engine))] == []


def test_passes_the_checks_that_a_start_skips() -> None:
    """A folder is checked in full; the pack that comes with the library is trusted to have been."""
    assert load_packs([builtin_folder()]).indicators == load_packs().indicators


def test_lint_has_no_findings() -> None:
    assert [str(problem) for problem in lint(load_packs())] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_in_canonical_form(path: Path) -> None:
    text = path.read_text("utf-8")
    formatted = format_text(text, schema=relative_schema(path, FILE_NAME))
    assert text == formatted, "run: fazhi-ie packs fmt patterns"
