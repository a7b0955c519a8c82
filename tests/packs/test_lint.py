"""Every rule finds its mistake in a bad pack and nothing at all in a good one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fazhi_ie.packs import Packs, load_packs
from fazhi_ie.packs.lint import RULES, lint

from .build import terms, write_pack

FIXTURES = sorted((Path(__file__).parent / "lint").glob("FZ*.yaml"))


def load(text: str, folder: Path) -> Packs:
    return load_packs(write_pack(folder / "p", "topics: {general: 综合}\n", a=text))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_rule_finds_the_bad_and_lets_the_good_be(fixture: Path, tmp_path: Path) -> None:
    bad, good = fixture.read_text("utf-8").split("---\n")
    assert {p.code for p in lint(load(bad, tmp_path / "bad"))} == {fixture.stem}
    assert lint(load(good, tmp_path / "good")) == []


def test_every_rule_has_a_fixture() -> None:
    source = "".join(p.read_text("utf-8") for p in Path(lint.__code__.co_filename).parent.glob("*.py"))
    codes = set(re.findall(r'"(FZ3\d\d)"', source))
    assert codes == {fixture.stem for fixture in FIXTURES}
    assert {rule.code for rule in RULES} <= codes


def test_finding_names_file_line_and_id(tmp_path: Path) -> None:
    packs = load(terms("id: a.b, name: 法, kind: role"), tmp_path)
    found = [p for p in lint(packs) if p.code == "FZ303"]
    place, said = str(found[0]).split(": ", 1)
    assert place.endswith("a.yaml:6")
    assert said.startswith("FZ303 a.b: `法` is one character and stands inside")


def test_rule_can_be_left_out(tmp_path: Path) -> None:
    packs = load(terms("id: a.b, name: 法, kind: role"), tmp_path)
    assert "FZ303" not in {p.code for p in lint(packs, ignore={"FZ303"})}
