"""The analysts' pages in Chinese are true: their packs pass all checks, and every code is explained."""

from __future__ import annotations

import re
from pathlib import Path

from fazhi_ie.packs import load_packs
from fazhi_ie.packs.check import cases, check
from fazhi_ie.packs.engine import ExtractorEngine
from fazhi_ie.packs.lint import lint
from fazhi_ie.packs.workspace import Workspace

from .build import write_pack

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "zh"
BLOCK = re.compile(r"`([\w/]+\.yaml)`[^`]*```yaml\n(.*?)```", re.S)


def written(page: str, folder: Path) -> Path:
    """The pack that a page writes, file by file."""
    for name, text in BLOCK.findall((PAGES / page).read_text("utf-8")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_first_pack_holds_and_has_no_findings(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "qinghe")
    assert_in_order(Workspace(load_packs(["default", written("first-pack.md", pack)]), (pack,)))


def test_pack_on_the_page_about_the_format_holds(tmp_path: Path) -> None:
    pack = written("pack-format.md", tmp_path / "qinghe")
    packs = load_packs(["default", pack])
    assert {t.id for t in packs.terms} >= {"qinghe.mediation_boat", "governance.grid_staff"}
    assert_in_order(Workspace(packs, (pack,)))


def assert_in_order(workspace: Workspace) -> None:
    engine = ExtractorEngine(workspace.packs)
    asked = [c for c in cases(workspace.packs) if any(workspace.holds(o.path) for o in c.origins)]
    assert asked
    assert [str(failure) for case in asked if (failure := check(case, engine))] == []
    assert [str(p) for p in lint(workspace.packs) if workspace.holds(p.path)] == []


def test_every_code_is_explained() -> None:
    page = (PAGES / "pack-messages.md").read_text("utf-8")
    source = "".join(p.read_text("utf-8") for p in (ROOT / "src/fazhi_ie/packs").rglob("*.py"))
    codes = set(re.findall(r'"(FZ[23]\d\d)"', source))
    assert codes
    assert codes <= set(re.findall(r"FZ\d{3}", page))
