"""The work folder: one run at a time, nothing of others touched, nothing thrown away unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fazhi_ie.adapters.runs import folder
from fazhi_ie.adapters.runs.folder import folder_for, open_folder
from fazhi_ie.errors import InputError


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(folder, "_PATIENCE", 2)
    return tmp_path / "out.jsonl"


def leave_unfinished(output: Path) -> None:
    with open_folder(output, resume=False) as work:
        work.write_plan(b"{}")


def test_folder_is_beside_the_file_that_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "disk" / "out.jsonl")
    assert folder_for(tmp_path / "link.jsonl") == tmp_path / "disk" / "out.jsonl.partial"


def test_folder_without_a_plan_leaves_nothing_behind(output: Path) -> None:
    with pytest.raises(KeyboardInterrupt), open_folder(output, resume=False):
        raise KeyboardInterrupt
    assert os.listdir(output.parent) == []


def test_folder_with_a_plan_stays(output: Path) -> None:
    leave_unfinished(output)
    with open_folder(output, resume=True) as work:
        assert work.read_plan() == b"{}"


def test_unfinished_run_is_never_overwritten_unasked(output: Path) -> None:
    leave_unfinished(output)
    with pytest.raises(InputError, match=r"FZ141: .* Add --resume .* or delete the folder"):
        open_folder(output, resume=False).__enter__()
    with open_folder(output, resume=True) as work:
        assert work.read_plan() == b"{}"


def test_resuming_where_nothing_was_begun_is_a_new_run(output: Path) -> None:
    with open_folder(output, resume=True) as work:
        assert work.read_plan() is None


@pytest.mark.parametrize("resume", [False, True])
def test_two_runs_never_write_one_output(output: Path, resume: bool) -> None:
    with open_folder(output, resume=False) as work:
        work.write_plan(b"{}")
        with pytest.raises(InputError, match="FZ140: Another run is writing"):
            open_folder(output, resume=resume).__enter__()


def test_removed_folder_is_gone(output: Path) -> None:
    with open_folder(output, resume=False) as work:
        work.write_plan(b"{}")
        work.file_of("0" * 32).write_bytes(b"")
        (work.path / ".fazhi-0123abcd-89abcdef.part").write_bytes(b"left by a killed worker")
        work.remove()
        assert not work.path.exists()
    assert os.listdir(output.parent) == []


def test_foreign_folder_is_refused_and_untouched(output: Path) -> None:
    folder_for(output).mkdir()
    (folder_for(output) / "thesis.docx").touch()
    with pytest.raises(InputError, match=r"FZ142: .* thesis\.docx"):
        open_folder(output, resume=True).__enter__()
    assert os.listdir(folder_for(output)) == ["thesis.docx"]


def test_foreign_file_is_refused(output: Path) -> None:
    folder_for(output).touch()
    with pytest.raises(InputError, match="FZ142"):
        open_folder(output, resume=False).__enter__()


def test_file_that_somebody_puts_there_meanwhile_survives(output: Path) -> None:
    with open_folder(output, resume=False) as work:
        (work.path / "thesis.docx").touch()
        work.remove()
    assert os.listdir(folder_for(output)) == ["thesis.docx"]
