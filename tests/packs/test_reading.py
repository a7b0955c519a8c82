"""YAML becomes plain strings, and what could do harm is refused with a place and a remedy."""

from __future__ import annotations

import pytest

from fazhi_ie.packs import reading
from fazhi_ie.packs.reading import compose, line_of, read_yaml


def problem_of(text: str) -> str:
    (problem,) = read_yaml(text.encode(), "a.yaml").problems
    return str(problem)


@pytest.mark.parametrize(
    "scalar", ["no", "yes", "null", "~", "0632", "1:20", "1.0", "2024-01-01", "0x1F", "1e3", "<<"]
)
@pytest.mark.parametrize("style", ["a: {}", "a: !not_plain", "{{a: {}}}"])
def test_every_scalar_is_a_string(scalar: str, style: str) -> None:
    if "!" not in style:
        assert read_yaml(style.format(scalar).encode(), "a.yaml").data == {"a": scalar}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: &x 2", "a.yaml:2: FZ204: Anchors and aliases"),
        ("a: 1\nb: *x", "a.yaml:2: FZ204: Anchors and aliases"),
        ("a: !!python/object:os.system ls", "a.yaml:1: FZ204: Tags"),
        ("a: [b, !t [c]]", "a.yaml:1: FZ204: Tags"),
        ("a: 1\n---\nb: 2", "a.yaml:2: FZ204: A pack file is one YAML document"),
        ("{a: 1}: 2", "a.yaml:1: FZ204: A key must be a word"),
        ("a:\n  " + "[" * 10 + "]" * 10, "a.yaml:2: FZ205: More than 8 levels"),
        ("a: 1\nb: 2\na: 3", "a.yaml:3: FZ206: The key `a`"),
        ("a: b: c", "a.yaml:1: FZ203: This is not YAML: mapping values"),
        ("a: [b", "a.yaml:1: FZ203: This is not YAML"),
        ("a: \x07", "a.yaml:1: FZ203: This is not YAML"),
    ],
)
def test_what_a_pack_may_not_use_is_refused(text: str, said: str) -> None:
    assert problem_of(text).startswith(said)


def test_aliases_never_unfold() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "FZ204" in problem_of(bomb)


def test_file_that_is_not_utf8_is_named_with_its_line() -> None:
    (problem,) = read_yaml(b"a: 1\nb: \xb7\xa8", "a.yaml").problems
    assert (problem.code, problem.line) == ("FZ213", 2)


def test_huge_file_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert problem_of("a: 01234567890").startswith("a.yaml:1: FZ205: The file has more than 10 bytes")


def test_byte_order_mark_and_windows_lines_are_no_matter() -> None:
    assert read_yaml("\ufeffa: 1\r\nb: 2\r\n".encode(), "a.yaml").data == {"a": "1", "b": "2"}


def test_lines_of_entries_are_kept_in_any_style() -> None:
    text = "entries:\n- id: a # first\n-\n  id: b\n- {id: c}\n"
    assert read_yaml(text.encode(), "a.yaml").lines == {"entries": [2, 4, 5]}


@pytest.mark.parametrize(
    ("way", "line"),
    [((), 1), (("b",), 2), (("b", 0), 3), (("b", 0, "d"), 4), (("b", 0, "x"), 3), (("b", 7), 2)],
)
def test_line_of_finds_the_innermost_part_there_is(way: tuple[int | str, ...], line: int) -> None:
    assert line_of(compose(b"a: 1\nb:\n  - c: 2\n    d: 3\n"), way) == line
