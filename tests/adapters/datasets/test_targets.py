"""Files and folders that appear when they are whole, and what is left when a run is killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fazhi_ie.adapters.datasets.targets import clear_leftovers, whole_file, whole_folder


def test_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    with whole_file(path) as stream:
        stream.write(b"1")
        assert not path.exists()
    assert path.read_bytes() == b"1"
    assert list(tmp_path.iterdir()) == [path]


def test_file_is_kept_when_the_block_fails(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text("old")
    with pytest.raises(TypeError), whole_file(path) as stream:
        stream.write("not bytes")  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_device_is_written_and_never_replaced() -> None:
    with whole_file(Path(os.devnull)) as stream:
        stream.write(b"gone")
    assert Path(os.devnull).is_char_device()


def test_name_may_be_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("法" * 83 + ".jsonl")
    with whole_file(path) as stream:
        stream.write(b"1")
    assert path.exists()


def test_folder_is_replaced_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    for name in ("a.csv", "b.csv"):
        with whole_folder(path) as folder:
            (folder / name).touch()
            assert (path / "a.csv").exists() == (name == "b.csv")
    assert [file.name for file in path.iterdir()] == ["b.csv"]
    assert list(tmp_path.iterdir()) == [path]


def test_folder_keeps_its_place_when_the_new_one_cannot_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "d.csv"
    with whole_folder(path) as folder:
        (folder / "a.csv").touch()
    rename = Path.rename

    def failing(source: Path, target: Path) -> Path:
        if source.suffix == ".part":
            raise PermissionError(13, "denied")
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError), whole_folder(path) as folder:
        (folder / "b.csv").touch()
    assert [file.name for file in path.iterdir()] == ["a.csv"]
    assert list(tmp_path.iterdir()) == [path]


def test_leftovers_of_killed_runs_are_cleared(tmp_path: Path) -> None:
    path, other = tmp_path / "d.csv", tmp_path / "e.csv"
    with whole_folder(path) as folder, whole_folder(other) as theirs:
        (folder / "a.csv").touch()
        folder.rename(kept := folder.with_name(f"{folder.name[:-5]}0.part"))
        kept.with_suffix(".part.wal").touch()
        folder.mkdir()
        clear_leftovers(path)
        assert list(tmp_path.iterdir()) == [theirs]
        folder.mkdir()


def test_dataset_killed_between_two_names_gets_its_own_back(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    with whole_folder(path) as folder:
        (folder / "a.csv").touch()
    with whole_folder(path) as folder:
        path.rename(folder.with_suffix(".old"))
        clear_leftovers(path)
        folder.mkdir()
        assert [file.name for file in path.iterdir()] == ["a.csv"]
