"""The example notebooks run, and print what they are stored with.

What they show as HTML is left out of the comparison. When an output changes on purpose, `make docs` stores the new one.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed: pip install nbclient ipykernel")
pytest.importorskip("ipykernel", reason="ipykernel is not installed: pip install nbclient ipykernel")
nbformat = pytest.importorskip("nbformat")

NOTEBOOKS = sorted((Path(__file__).parents[1] / "examples" / "notebooks").glob("*.ipynb"))
UPDATE = os.environ.get("FAZHI_UPDATE_DOCS") == "1"
ENVIRONMENT = {
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "COLUMNS": "100",
    "NO_COLOR": "1",
    "PYTHONIOENCODING": "utf-8",
}
TERMINAL_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@every_notebook
def test_notebook_prints_what_it_is_stored_with(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    notebook = nbformat.read(path, as_version=4)
    stored = texts(notebook)
    nbclient.NotebookClient(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    if UPDATE:
        nbformat.write(tidied(notebook), path)
    else:
        assert texts(notebook) == stored


@every_notebook
def test_notebook_is_stored_with_outputs_and_without_traces_of_a_machine(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert any(cell.get("outputs") for cell in cells)
    assert all("execution" not in cell["metadata"] for cell in cells)
    assert not re.search(r"/home/|/tmp/|/Users/|0x[0-9a-f]{6}", path.read_text(encoding="utf-8"))


@every_notebook
def test_links_of_a_notebook_lead_somewhere(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    prose = "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    links = re.findall(r"\]\(([^)#]+)", prose)
    assert not [link for link in links if not (path.parent / link).exists()]


def texts(notebook: Any) -> list[str]:
    """What each code cell prints and the plain form of its value, one string a cell."""
    return [
        "".join(plain(output) for output in cell.outputs)
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def plain(output: Any) -> str:
    """The text of one output; of a value that HTML shows, none."""
    if output.output_type == "stream":
        return TERMINAL_CODES.sub("", str(output.text)).replace("\r\n", "\n")
    data = output.get("data", {})
    return "" if "text/html" in data else str(data.get("text/plain", ""))


def tidied(notebook: Any) -> Any:
    """The notebook without times, with printed pieces joined, and no plain form beside HTML."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = joined(cell.outputs)
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def joined(outputs: list[Any]) -> list[Any]:
    """Printed text comes in pieces that depend on the moment; store it as one."""
    result: list[Any] = []
    for output in outputs:
        if output.output_type == "stream":
            output.text, output.name = plain(output), "stdout"
            if result and result[-1].output_type == "stream":
                result[-1].text += output.text
                continue
        elif "text/html" in output.get("data", {}):
            output.data.pop("text/plain", None)
        result.append(output)
    return result
