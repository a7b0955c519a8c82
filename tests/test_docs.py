"""The documentation runs: Python blocks as doctests, `console` blocks as commands with their output.

When an output changes on purpose, `make docs` writes the new one into the page.
"""

from __future__ import annotations

import doctest
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from fazhi_ie.adapters.cli import build

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "examples/README.md", *sorted((ROOT / "docs").rglob("*.md"))]
UPDATE = os.environ.get("FAZHI_UPDATE_DOCS") == "1"
WIDTH = "100"


def blocks(language: str) -> Iterator[tuple[Path, str]]:
    fence = re.compile(rf"^```{language}\n(.*?)^```$", re.M | re.S)
    for page in PAGES:
        for found in fence.finditer(page.read_text(encoding="utf-8")):
            yield page, found[1]


def name(value: object) -> str:
    if isinstance(value, Path):
        return str(value.relative_to(ROOT))
    return str(value).splitlines()[0][:40]


@pytest.mark.parametrize("page", sorted({page for page, _ in blocks("python")}), ids=name)
def test_python_blocks_of_a_page_run_in_order(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {}
    for _, block in (found for found in blocks("python") if found[0] == page):
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block, namespace, name(page), str(page), 0)
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            assert runner.run(test, clear_globs=False).failed == 0
            namespace = test.globs
        else:
            exec(compile(block, str(page), "exec"), namespace)


@pytest.mark.parametrize(("page", "block"), list(blocks("console")), ids=name)
def test_console_block_shows_what_the_command_prints(page: Path, block: str) -> None:
    shown = "".join(f"$ {command}\n{output_of(command)}" for command in re.findall(r"^\$ (.*)$", block, re.M))
    assert "Traceback" not in shown
    if UPDATE:
        page.write_text(page.read_text(encoding="utf-8").replace(block, shown), encoding="utf-8")
    else:
        assert block == shown


def output_of(command: str) -> str:
    """What a command prints in the folder of the project, without the blanks at line ends."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "COLUMNS": WIDTH, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return "".join(line.rstrip() + "\n" for line in run.stdout.splitlines())


def test_command_line_reference_names_every_command_and_option() -> None:
    page = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
    program = typer.main.get_command(build())
    assert isinstance(program, typer.core.TyperGroup)
    for name, command in program.commands.items():
        assert f"## `fazhi-ie {name}`" in page
        for option in (option for param in command.params for option in param.opts if option[0] == "-"):
            assert f"`{option}" in page


@pytest.mark.parametrize("script", sorted((ROOT / "examples").glob("*.py")), ids=name)
def test_example_script_prints_something(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(script), run_name="__main__")
    assert len(capsys.readouterr().out.splitlines()) > 1


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    dead = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not dead
