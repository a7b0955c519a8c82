"""`fazhi-ie packs`: what a person types, and what comes back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from fazhi_ie.adapters.cli.packs import packs_app
from fazhi_ie.errors import PackError
from fazhi_ie.packs.schema import schema_text


def run(*arguments: object, status: int = 0) -> Result:
    result = CliRunner().invoke(packs_app, [str(a) for a in arguments])
    if isinstance(result.exception, PackError):
        raise result.exception
    assert result.exit_code == status, result.output
    return result


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    run("new", tmp_path / "my_pack")
    return tmp_path / "my_pack"


def test_new_pack_passes_all_checks_at_once(pack: Path) -> None:
    assert run("test", pack).output == "All 3 examples hold.\n"
    assert run("lint", pack).output == "No findings.\n"
    assert run("fmt", "--check", pack).output == "All 2 files are in canonical form.\n"


def test_new_does_not_write_into_a_folder_in_use(pack: Path) -> None:
    with pytest.raises(PackError, match=r"FZ216: .* is not empty"):
        run("new", pack)


def test_new_wants_a_name_that_ids_can_use(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="FZ215"):
        run("new", tmp_path / "本地术语")
    assert "wrote" in run("new", tmp_path / "本地术语", "--name", "local").output


def test_test_shows_what_was_expected_and_found(pack: Path) -> None:
    file = pack / "terms" / "terms.yaml"
    file.write_text(file.read_text("utf-8").replace("[板凳议事会]36次", "板凳[议事会]36次"), "utf-8")
    lines = run("test", pack, status=1).output.splitlines()
    assert lines[0].endswith(
        "local.courtyard_meeting (match): `议事会` is not found just so; add a variant or correct the marks."
    )
    assert lines[1:] == [
        "    expected 全年召开板凳[议事会]36次。",
        "    found    全年召开[板凳议事会]36次。",
        "1 example to mend.",
    ]


def test_test_looks_only_at_what_was_asked_for(pack: Path) -> None:
    assert run("test", pack / "terms" / "terms.yaml").output == "All 3 examples hold.\n"


def test_lint_lists_findings_and_rules(pack: Path) -> None:
    file = pack / "terms" / "terms.yaml"
    file.write_text(file.read_text("utf-8").replace("topic: governance", "topic: governence"), "utf-8")
    output = run("lint", pack, status=1).output
    assert (
        "FZ316 local.courtyard_meeting: The topic `governence` is in no pack.yaml. Did you mean `governance`?"
        in output
    )
    run("lint", pack, "--ignore", "FZ316")
    assert "FZ316 unknown-topic: Topics are those of pack.yaml." in run("lint", "--rules").output


def test_fmt_changes_files_only_without_check(pack: Path) -> None:
    file = pack / "terms" / "terms.yaml"
    tidy = file.read_text("utf-8")
    file.write_text(tidy.replace("kind: terms", "kind:   'terms'"), "utf-8")
    assert "is not in canonical form" in run("fmt", "--check", pack, status=1).output
    assert file.read_text("utf-8") != tidy
    assert run("fmt", pack).output == f"{file}: formatted\n"
    assert run("fmt", pack).output == "All 2 files are in canonical form.\n"
    assert file.read_text("utf-8") == tidy


def test_fmt_touches_nothing_when_a_file_is_broken(pack: Path) -> None:
    (pack / "broken.yaml").write_text("kind: terms\nformat: '1'\nentries: [{id: a.b}]\n", "utf-8")
    with pytest.raises(PackError, match=r"broken\.yaml:3: FZ208 a.b"):
        run("fmt", pack)


def test_show_finds_entries_by_id_and_by_name(pack: Path) -> None:
    by_name = run("show", "板凳议事会制度", "--packs", pack).output
    assert by_name == run("show", "local.courtyard_meeting", "--packs", pack).output
    assert by_name.startswith(f"# terms, pack my_pack: {pack / 'terms' / 'terms.yaml'}:")
    assert "    name: 板凳议事会\n" in by_name


def test_show_suggests_an_id_or_a_name() -> None:
    with pytest.raises(PackError, match=r"Did you mean `reconsideration\.accepted`"):
        run("show", "reconsideration.acepted")
    with pytest.raises(PackError, match="Did you mean `述法制度`"):
        run("show", "述法制")


def test_schema_is_printed() -> None:
    assert run("schema").output == schema_text()


def test_export_writes_rows_for_spreadsheets_and_lines_for_spacy(pack: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "--csv", pack).output.removeprefix("\ufeff"))))
    assert rows[-1]["id"] == "local.courtyard_meeting"
    assert rows[-1]["variants"] == "板凳议事会制度"
    lines = run("export", "--spacy-jsonl", pack).output.splitlines()
    assert json.loads(lines[-1]) == {
        "label": "MECHANISM",
        "pattern": "板凳议事会制度",
        "id": "local.courtyard_meeting",
    }
    assert run("export", status=2)
