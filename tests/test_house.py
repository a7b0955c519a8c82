"""The house style, where a machine can tell: sizes, docstrings, words kept in YAML, nothing dangerous."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MOST_LINES_IN_FILE = 400
MOST_LINES_IN_FUNCTION = 80
FORBIDDEN_MODULES = {"pickle", "dill", "shelve", "marshal", "urllib", "socket", "requests", "httpx", "http"}
FORBIDDEN_CALLS = {"eval", "exec", "__import__", "breakpoint"}
# Single characters are grammar (numerals, 第, 年) and a word or two cannot be helped; more is a word list.
MOST_WORDS_IN_MODULE = 4
WORD = re.compile("[\u4e00-\u9fff]{2,}")
CHARACTER_SETS = re.compile(r"\[[^\]]*\]|\b[零〇一二三四五六七八九十百千万亿]+\b")

every_source = pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def docstrings(tree: ast.Module) -> set[int]:
    """The identity of every string that documents something: a docstring, or a string under an assignment."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_is_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_IN_FILE


@every_source
def test_function_fits_a_screen(path: Path) -> None:
    long = [
        f"{function.name}: {function.end_lineno - function.lineno + 1} lines"
        for function in functions(tree_of(path))
        if function.end_lineno is not None and function.end_lineno - function.lineno >= MOST_LINES_IN_FUNCTION
    ]
    assert not long


@every_source
def test_module_says_what_it_decides(path: Path) -> None:
    tree = tree_of(path)
    assert not tree.body or ast.get_docstring(tree)


@every_source
def test_language_stands_in_yaml_not_in_python(path: Path) -> None:
    tree = tree_of(path)
    documenting = docstrings(tree)
    strings = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documenting
    )
    words = {word for string in strings for word in WORD.findall(CHARACTER_SETS.sub(" ", string))}
    assert len(words) <= MOST_WORDS_IN_MODULE


@every_source
def test_source_runs_no_data_and_opens_no_connection(path: Path) -> None:
    found = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names if name.name.split(".")[0] in FORBIDDEN_MODULES]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found += [str(node.module)] if str(node.module).split(".")[0] in FORBIDDEN_MODULES else []
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found += [node.func.id] if node.func.id in FORBIDDEN_CALLS else []
    assert not found


def test_half_of_all_functions_are_ten_lines_or_less() -> None:
    lengths = sorted(_code_lines(f) for path in SOURCES for f in functions(tree_of(path)))
    assert lengths[len(lengths) // 2] <= 10


def _code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    assert function.end_lineno is not None
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        assert first.end_lineno is not None
        lines -= first.end_lineno - first.lineno + 1
    return lines
