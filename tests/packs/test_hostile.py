"""Whatever stands in a pack: an error that says where and what, in bounded time, or a pack that loads."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi_ie import load_packs
from fazhi_ie.errors import PackError
from fazhi_ie.extractor import Extractor
from fazhi_ie.packs.problems import MAX_PROBLEMS, PackProblems
from fazhi_ie.packs.reading import MAX_BYTES, MAX_KEYS, read_file, read_yaml

from .build import TERM_FILE, terms, write_pack

GOOD = terms("id: a.b, name: 述法, kind: activity")
posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are not files on Windows")


def problems_of(pack: Path) -> list[str]:
    with pytest.raises(PackProblems) as raised:
        load_packs(["default", pack])
    assert len(str(raised.value)) < 400 * MAX_PROBLEMS
    return [f"{Path(p.path).name}:{p.line} {p.code} {p.id}: {p.text}" for p in raised.value.problems]


@posix
def test_pipe_is_not_opened(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", b=GOOD)
    os.mkfifo(pack / "a.yaml")
    assert problems_of(pack) == [
        "a.yaml:1 FZ218 : The file cannot be read: it is a pipe or a device. Remove it from the pack, "
        "or make it readable."
    ]


@posix
def test_device_is_not_read(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p")
    (pack / "a.yaml").symlink_to("/dev/zero")
    assert problems_of(pack)[0].startswith("a.yaml:1 FZ218")


@posix
def test_link_to_nothing_is_told(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p")
    (pack / "a.yaml").symlink_to(tmp_path / "nothing")
    assert problems_of(pack)[0].startswith("a.yaml:1 FZ218 : The file cannot be read: No such file")


@posix
def test_folder_that_holds_itself_is_read_once(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", a=GOOD)
    (pack / "again").symlink_to(pack, target_is_directory=True)
    assert [term.id for term in load_packs(pack).terms] == ["a.b"]


@posix
def test_file_name_that_is_not_text_can_be_loaded_and_told(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", a=GOOD)
    odd = Path(os.fsdecode(os.fsencode(pack) + b"/\xff.yaml"))
    try:
        odd.write_text(terms("id: a.c, name: 普法, kind: activity"), "utf-8")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    assert [term.id for term in load_packs(pack).terms] == ["a.b", "a.c"]
    odd.write_text("x: [", "utf-8")
    assert problems_of(pack)[0].startswith("?.yaml:2 FZ203")


def test_folder_called_like_a_file_is_a_folder(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", a=GOOD)
    (pack / "b.yaml").mkdir()
    assert load_packs(pack).terms


def test_no_more_is_read_of_a_file_than_a_pack_may_have(tmp_path: Path) -> None:
    big = tmp_path / "a.yaml"
    with big.open("wb") as file:
        file.truncate(2 * MAX_BYTES)
    raw = read_file(big, "a.yaml", [])
    assert raw is not None
    assert len(raw) == MAX_BYTES + 1
    assert read_yaml(raw, "a.yaml").problems[0].code == "FZ205"


@pytest.mark.parametrize("style", ["  - {{{}}}\n", "  - id: a.b\n    {}\n"], ids=["flow", "plain"])
def test_thousands_of_keys_in_one_place_are_refused_at_once(tmp_path: Path, style: str) -> None:
    keys = [f"k_{'x' * (n % 40)}{'abcdefghij'[n % 10]}{'y' * (n // 40)}: x" for n in range(2 * MAX_KEYS)]
    joined = (", " if "{{" in style else "\n    ").join(dict.fromkeys(keys))
    (problem,) = problems_of(write_pack(tmp_path / "p", a=TERM_FILE + style.format(joined)))
    assert "FZ205 : More than 1000 keys in one place" in problem


@pytest.mark.parametrize(
    "text",
    [
        TERM_FILE + "  - {id: A, kind: x}\n" * 5000,
        "kind: terms\n" * 5000,
        TERM_FILE.replace("entries", "extend") + "".join(f"  - {{id: a.b{n}}}\n" for n in range(5000)),
        "format: '1'\nkind: terms\noverride:\n"
        + "".join(f"  - {{id: a.b{n}, name: 述法, kind: role}}\n" for n in range(5000)),
        TERM_FILE
        + "".join(f"  - {{id: a.b{n}, name: 述法, kind: role, successor: c.d}}\n" for n in range(5000)),
    ],
    ids=["wrong entries", "same keys", "extensions", "overrides", "successors"],
)
def test_of_thousands_of_problems_the_first_are_told(tmp_path: Path, text: str) -> None:
    assert MAX_PROBLEMS <= len(problems_of(write_pack(tmp_path / "p", a=text))) < MAX_PROBLEMS + 10


def test_value_of_a_million_characters_is_quoted_in_short(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", a=terms(f"id: {'a' * 10**6}, name: {'法' * 10**6}, kind: role"))
    assert max(map(len, problems_of(pack))) < 400


WORDS = st.text(min_size=1, max_size=4) | st.text("()[]{}|\\^$.*+?-#&~ \n\t\x00法件0", min_size=1, max_size=4)
LISTS = [
    "link.verb.spend",
    "link.share",
    "quantity.bound.over.before",
    "brand.form.openers",
    "indicator.field",
]


def quoted(word: str) -> str:
    """A word as YAML, whatever characters it has."""
    return '"' + "".join(f"\\U{ord(character):08x}" for character in word) + '"'


@pytest.mark.parametrize("list_id", LISTS)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=6))
def test_any_word_in_a_list_is_a_word_and_never_an_expression(
    tmp_path: Path, list_id: str, words: list[str]
) -> None:
    listed = ", ".join(map(quoted, words))
    text = f"format: '1'\nkind: words\nextend:\n  - id: {list_id}\n    words: [{listed}]\n"
    try:
        packs = load_packs(["default", write_pack(tmp_path / "p", a=text)])
    except PackError:
        return  # such as a surrogate, which YAML does not have
    run = Extractor.from_packs(packs)
    assert run(f"投入{words[0]}3万元，受理{words[-1]}案件12件。").source.length > 10
