"""The program as a shell sees it: help, version, schema, closed pipes, Ctrl-C, and what it never imports."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fazhi_ie import Report

PROGRAM = [sys.executable, "-c", "from fazhi_ie.adapters.cli import main; main()"]
EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


def program(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *args], input=stdin, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize("command", ["extract", "schema"])
def test_help_lists_every_command(command: str) -> None:
    assert command in program("--help").stdout
    assert "Usage: fazhi-ie" in program(command, "-h").stdout


def test_version_is_that_of_the_package() -> None:
    assert program("--version").stdout.count(".") == 2


def test_schema_names_every_field_of_a_report() -> None:
    schema = json.loads(program("schema").stdout)
    assert schema["properties"].keys() == Report.model_fields.keys()
    assert schema["additionalProperties"] is False


def test_schema_says_that_values_are_numbers() -> None:
    value = json.loads(program("schema").stdout)["$defs"]["Quantity"]["properties"]["value"]
    assert {kind["type"] for kind in value["anyOf"]} == {"integer", "number"}


def test_extract_never_imports_spacy() -> None:
    code = (
        "import sys; from fazhi_ie.adapters.cli import main\n"
        f"sys.argv[1:] = ['extract', {str(EXAMPLES)!r}]\n"
        "try: main()\n"
        "finally: print('spacy' in sys.modules, file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert run.stderr.strip() == "False"


def test_packs_that_cannot_be_used_are_one_sentence(tmp_path: Path) -> None:
    run = program("extract", "--packs", str(tmp_path / "gone"), stdin="全年办理案件3件。")
    assert run.returncode == 2
    assert run.stderr.startswith("fazhi-ie: FZ2")
    assert "Traceback" not in run.stderr


def test_full_disk_is_one_sentence() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    run = program("extract", "-o", "/dev/full", stdin="全年办理案件3件。")
    assert run.returncode == 2
    assert run.stderr.startswith("fazhi-ie: ")
    assert "Traceback" not in run.stderr


def test_closed_pipe_ends_quietly() -> None:
    paths = [str(EXAMPLES)] * 20
    run = subprocess.Popen([*PROGRAM, "extract", *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.read(10)
    run.stdout.close()
    assert run.stderr.read() == b""
    assert run.wait() != 0


def test_ctrl_c_ends_quietly() -> None:
    run = subprocess.Popen(
        [*PROGRAM, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(2)  # until it waits for its input
    run.send_signal(signal.SIGINT)
    out, err = run.communicate()
    assert (run.returncode, out, err) == (130, b"", b"")
