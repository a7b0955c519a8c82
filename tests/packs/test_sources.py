"""Where a pack is found: by name, as a folder, as one file, installed by pip."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from fazhi_ie.packs import load_packs, sources
from fazhi_ie.packs.problems import PackProblems

from .build import terms, write_pack

TERMS = terms("id: a.b, name: 述法, kind: activity")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two packs as pip would install them; one of them cannot be imported."""
    package = write_pack(tmp_path / "site" / "city_pack", terms__a=TERMS)
    (package / "__init__.py").touch()
    (tmp_path / "site" / "bad_pack.py").write_text("raise RuntimeError('no luck')")
    monkeypatch.syspath_prepend(tmp_path / "site")
    names = ("city", "city_pack"), ("bad", "bad_pack"), ("gone", "no_such_package")
    found = EntryPoints(EntryPoint(name, value, sources.GROUP) for name, value in names)
    monkeypatch.setattr(sources, "entry_points", lambda **select: found.select(**select))


def test_default_pack_is_found_by_name_and_by_its_folder() -> None:
    by_name, by_folder = load_packs(["default"]), load_packs(sources.builtin_folder())
    assert by_name.info[0].name == by_folder.info[0].name == "default"
    assert by_name.terms


def test_one_file_is_a_pack_named_after_it(tmp_path: Path) -> None:
    file = write_pack(tmp_path / "p", a=TERMS) / "a.yaml"
    packs = load_packs(file)
    assert [(i.name, i.version) for i in packs.info] == [("a", "0")]
    assert [t.id for t in packs.terms] == ["a.b"]


def test_files_in_any_folder_count_hidden_ones_do_not(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", deep__down__a=TERMS)
    (pack / ".trash").mkdir()
    (pack / ".trash" / "a.yaml").write_text(TERMS, "utf-8")
    (pack / "b.yml").write_text(TERMS.replace("a.b", "a.c"), "utf-8")
    assert [t.id for t in load_packs(pack).terms] == ["a.c", "a.b"]


def test_folder_without_pattern_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PackProblems, match="FZ201: The folder has no"):
        load_packs(tmp_path)


@pytest.mark.usefixtures("installed")
def test_installed_pack_is_found_by_its_name() -> None:
    assert [t.name for t in load_packs(["city"]).terms] == ["述法"]


@pytest.mark.usefixtures("installed")
def test_installed_packs_that_are_not_used_are_not_imported() -> None:
    load_packs(["city"])
    assert "bad_pack" not in sys.modules


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(("name", "said"), [("bad", "no luck"), ("gone", "no_such_package")])
def test_installed_pack_that_cannot_be_imported_is_an_error(name: str, said: str) -> None:
    with pytest.raises(PackProblems, match=f"FZ214: The installed pack cannot be imported.*{said}"):
        load_packs([name])


@pytest.mark.usefixtures("installed")
def test_misspelt_name_gets_a_suggestion() -> None:
    with pytest.raises(PackProblems, match=r"Did you mean `city`\?"):
        load_packs(["ctiy"])


def test_name_that_two_installed_packages_give_is_an_error_that_names_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for owner in ("city-terms", "county-terms"):
        folder = tmp_path / f"{owner.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {owner}\nVersion: 1.0\n")
        (folder / "entry_points.txt").write_text(f"[{sources.GROUP}]\nlocal = some_package\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(
        PackProblems, match=r"FZ219: .*: `city-terms` and `county-terms`\. Uninstall all but one"
    ):
        load_packs(["local"])
