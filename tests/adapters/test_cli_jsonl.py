"""Lines of JSON: one record is one line for every reader, and a file appears only whole."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.adapters.jsonl import json_line, whole_file
from fazhi_ie.records import Issuer


@given(st.text())
def test_json_line_is_one_line_that_reads_back(name: str) -> None:
    line = json_line(Issuer(name=name)).decode("utf-8")
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"name": name}


def test_whole_file_keeps_the_old_file_when_the_block_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    with pytest.raises(TypeError), whole_file(path) as stream:
        stream.write("not bytes")  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_whole_file_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "target.jsonl")
    with whole_file(tmp_path / "link.jsonl") as stream:
        stream.write(b"new")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "target.jsonl").read_text() == "new"


def test_whole_file_never_replaces_a_device() -> None:
    with whole_file(Path(os.devnull)) as stream:
        stream.write(b"gone")
    assert Path(os.devnull).is_char_device()
