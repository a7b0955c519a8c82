"""The package as it is imported: names mean the same in any order of imports, and importing is cheap."""

from __future__ import annotations

import subprocess
import sys

import pytest

import fazhi_ie


def python(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return run.stdout.strip()


@pytest.mark.parametrize("name", fazhi_ie.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(fazhi_ie, name).__name__ == name


@pytest.mark.parametrize("first", [name for name in fazhi_ie.__all__ if name != "load"])
def test_extract_is_a_function_whatever_is_imported_first(first: str) -> None:
    assert (
        python(f"import fazhi_ie; from fazhi_ie import {first}; print(callable(fazhi_ie.extract))") == "True"
    )


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = {"spacy", "opencc", "jieba", "spacy_pkuseg", "rich", "typer"}
    loaded = python("import sys, fazhi_ie; print(*{name.split('.')[0] for name in sys.modules})")
    assert heavy.isdisjoint(loaded.split())
