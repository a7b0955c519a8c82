"""Installed by pip: a pipeline that `spacy package` made, and packs of patterns, in an environment of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from textwrap import dedent

import pytest

import fazhi_ie
from spacy_texts import REPORT

OWN = version("fazhi-ie")
PACK_TERMS = """\
format: "1"
kind: terms
topic: general
source: 用语
entries:
  - {id: city.window, name: 青岚一窗, kind: brand, examples: {match: ["设立[青岚一窗]"], no_match: [青岚县]}}
"""


def run(*command: str | Path, status: int = 0) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def build_wheel(folder: Path, target: Path) -> None:
    """Build the wheel of a project; without a network where the tools for it are at hand."""
    try:
        at_hand = int(version("setuptools").split(".")[0]) >= 71
    except PackageNotFoundError:
        at_hand = False
    isolation = ["--no-build-isolation"] if at_hand else []
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", *isolation, "--wheel-dir", target, folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packages")


@pytest.fixture(scope="module")
def pipeline_wheel(folder: Path) -> Path:
    """The wheel of a saved pipeline, made by spaCy's own command."""
    fazhi_ie.load(segmenter="char").to_disk(folder / "saved")
    (folder / "project").mkdir()
    run(sys.executable, "-m", "spacy", "package", folder / "saved", folder / "project", "--build", "none")
    (project,) = (folder / "project").iterdir()
    assert project.name == f"zh_fazhi_ie-{OWN}"
    build_wheel(project, folder / "wheels")
    return folder / f"wheels/zh_fazhi_ie-{OWN}-py3-none-any.whl"


@pytest.fixture(scope="module")
def pack_wheel(folder: Path) -> Path:
    """A wheel with three packs: a good one, one that cannot be imported, one with a mistake in its YAML."""
    source = folder / "source"
    for name, terms in (("city_pack", PACK_TERMS), ("wrong_pack", PACK_TERMS.replace("brand", "trademark"))):
        (source / name).mkdir(parents=True)
        (source / name / "__init__.py").touch()
        manifest = f'name: {name}\nversion: "1"\ndescription: 本市用语\n'
        (source / name / "pack.yaml").write_text(manifest, "utf-8")
        (source / name / "terms.yaml").write_text(terms, "utf-8")
    (source / "broken_pack.py").write_text("raise RuntimeError('no luck')\n")
    (source / "pyproject.toml").write_text(
        dedent("""\
        [build-system]
        requires = ["setuptools>=64"]
        build-backend = "setuptools.build_meta"
        [project]
        name = "city-packs"
        version = "1"
        [project.entry-points."fazhi_ie.packs"]
        city = "city_pack"
        broken = "broken_pack"
        wrong = "wrong_pack"
        [tool.setuptools]
        packages = ["city_pack", "wrong_pack"]
        py-modules = ["broken_pack"]
        package-data = {"*" = ["*.yaml"]}
        """)
    )
    build_wheel(source, folder / "wheels")
    return folder / "wheels/city_packs-1-py3-none-any.whl"


@pytest.fixture(scope="module")
def python(folder: Path, pipeline_wheel: Path, pack_wheel: Path) -> Path:
    """The interpreter of a fresh environment with both wheels, and with all that is installed here."""
    venv.create(folder / "env")
    inside = sysconfig.get_paths("venv", {"base": str(folder / "env"), "platbase": str(folder / "env")})
    installed = sysconfig.get_paths()["purelib"]
    Path(inside["purelib"], "here.pth").write_text(f"import site; site.addsitedir({installed!r})\n")
    python = Path(inside["scripts"], "python")
    install = ("install", "-q", "--no-deps", "--no-index", pipeline_wheel, pack_wheel)
    run(sys.executable, "-m", "pip", "--python", python, *install)
    return python


def test_a_packaged_pipeline_loads_by_name_and_gives_the_same_records(python: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    program = (
        "import sys, spacy; from pathlib import Path\n"
        f"doc = spacy.load('zh_fazhi_ie')(Path({str(tmp_path / 'report.txt')!r}).read_text('utf-8'))\n"
        "sys.stdout.buffer.write(doc._.report.model_dump_json().encode())\n"
    )
    assert fazhi_ie.Report.model_validate_json(run(python, "-c", program)) == fazhi_ie.extract(REPORT)


def test_a_packaged_pipeline_requires_this_library_and_spacy(python: Path) -> None:
    program = "import importlib.metadata, json; print(json.dumps(importlib.metadata.requires('zh_fazhi_ie')))"
    required = json.loads(run(python, "-c", program))
    assert any(line.startswith("fazhi-ie~=") for line in required)
    assert any(line.startswith("spacy") for line in required)


def test_an_installed_pack_works_by_its_name(python: Path) -> None:
    program = (
        "import fazhi_ie; packs = fazhi_ie.load_packs(['default', 'city'])\n"
        "print([info.name for info in packs.info], 'city.window' in {term.id for term in packs.terms})"
    )
    assert run(python, "-c", program) == "['default', 'city_pack'] True\n"


def test_an_installed_pack_works_on_the_command_line(python: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("设立青岚一窗，受理36件。", "utf-8")
    extract = ("-c", "from fazhi_ie.adapters.cli import main; main()", "extract", tmp_path / "report.txt")
    packs = ("--packs", "default", "--packs", "city", "--format", "jsonl")
    report = fazhi_ie.Report.model_validate_json(run(python, *extract, *packs))
    assert "city.window" in {term.term for term in report.terms}
    assert [pack.name for pack in report.packs] == ["default", "city_pack"]


@pytest.mark.parametrize(("pack", "said"), [("broken", "FZ214"), ("wrong", "trademark")])
def test_a_broken_installed_pack_is_an_error_where_it_is_asked_for(
    python: Path, pack: str, said: str
) -> None:
    program = (
        "import fazhi_ie\n"
        f"try: fazhi_ie.load_packs(['default', {pack!r}])\n"
        "except fazhi_ie.PackError as error: print(error)\n"
    )
    assert said in run(python, "-c", program)
