"""Which files a folder stands for, what they are called, and where their text is saved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.adapters.reading import find_texts, save_text, source_id, text_path
from fazhi_ie.errors import InputError

names = st.text(st.characters(exclude_characters="\0/\ud800", codec="utf-8"), min_size=1, max_size=9).filter(
    lambda name: name not in (".", "..")
)


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_texts([folder])]


def test_folder_stands_for_its_reports_sorted(tmp_path: Path) -> None:
    touch(
        tmp_path, "b/2.txt", "b/1.md", "a.TXT", "c.html", "d.docx", "e.pdf", "notes.json", "c.text", "f.xlsx"
    )
    assert found(tmp_path) == ["a.TXT", "b/1.md", "b/2.txt", "c.html", "d.docx", "e.pdf"]


def test_formats_that_are_not_read_are_listed_so_that_they_are_reported(tmp_path: Path) -> None:
    touch(tmp_path, "a.doc", "b.wps", "c.rtf", "d.mht")
    assert found(tmp_path) == ["a.doc", "b.wps", "c.rtf", "d.mht"]


def test_files_are_taken_as_given(tmp_path: Path) -> None:
    touch(tmp_path, "notes.json")
    paths = [tmp_path / "notes.json", tmp_path / "gone.txt", Path("-"), tmp_path / "notes.json"]
    assert find_texts(paths) == paths


def test_hidden_files_and_lock_files_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "a.docx", "~$a.docx", ".ipynb_checkpoints/a.txt", "._a.txt")
    assert found(tmp_path) == ["a.docx"]


def test_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    touch(tmp_path, "x.txt/a.txt")
    assert found(tmp_path) == ["x.txt/a.txt"]


def test_links_make_no_loop_and_name_no_file_twice(tmp_path: Path) -> None:
    touch(tmp_path, "b/a.txt")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "a-link.txt").symlink_to(tmp_path / "b" / "a.txt")
    assert found(tmp_path) == ["b/a.txt"]


def test_folder_without_reports_is_listed_itself(tmp_path: Path) -> None:
    assert find_texts([tmp_path]) == [tmp_path]


def test_name_that_no_file_can_have_is_taken_as_given() -> None:
    assert find_texts([Path("a\0.txt"), Path("\ud800.txt")]) == [Path("a\0.txt"), Path("\ud800.txt")]


@pytest.mark.parametrize("name", [os.fsdecode(b"r-\xff.txt"), "r-\ud800.txt"])
def test_source_id_is_text_even_when_the_name_is_not(name: str) -> None:
    assert source_id(Path(name)) == "r-\ufffd.txt"


def test_text_is_saved_in_the_folders_of_its_source(tmp_path: Path) -> None:
    assert text_path(Path("in/2023/a.docx"), tmp_path, [Path("in")]) == tmp_path / "2023" / "a.docx.txt"
    assert text_path(Path("in/a.docx"), tmp_path, [Path("in/a.docx")]) == tmp_path / "a.docx.txt"
    assert text_path(Path("-"), tmp_path, [Path("-")]) == tmp_path / "stdin.txt"


def test_sources_that_differ_have_texts_that_differ() -> None:
    sources = [
        Path(name)
        for name in ("a/x.txt", "b/x.txt", "a/x.html", "../a/x.txt", "/a/x.txt", "x.txt", "c/a/x.txt")
    ]
    roots = [*sources[:-1], Path("c")]
    saved = {text_path(source, Path("texts"), roots) for source in sources}
    assert len(saved) == len(sources)


@given(st.lists(names, min_size=1, max_size=4), st.sampled_from(["", "/", "../", "../../"]))
def test_text_stays_below_its_folder(parts: list[str], start: str) -> None:
    source = Path(start + "/".join(parts))
    for roots in ([source], [source.parent], [Path("elsewhere")], [source, Path("elsewhere")]):
        path = text_path(source, Path("texts"), roots)
        assert path.parts[0] == "texts"
        assert ".." not in path.parts


def test_text_of_a_path_that_climbs_out_of_its_root_is_refused() -> None:
    with pytest.raises(InputError, match="FZ138"):
        text_path(Path("in/../../x.txt"), Path("texts"), [Path("in")])


@pytest.mark.parametrize("text", ["一\r\n二\r三\n\n四", "\ufeff一", "𠮷\x0b\x85"])
def test_saved_text_comes_back_with_its_offsets(tmp_path: Path, text: str) -> None:
    path = tmp_path / "new" / "a.txt"
    save_text(text, path)
    assert path.read_bytes().decode("utf-8") == text


def test_text_that_cannot_be_saved_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match=r"FZ139: The text cannot be saved as .*choose another folder"):
        save_text("一", tmp_path / "file" / "a.txt")
