"""No pickle, no eval, no network, nothing written that nobody asked for: by the source, and at run time.

At run time Python itself reports what a program does (`sys.addaudithook`), whatever library does it. A hook that refuses
makes a breach an error; each test also proves that its hook would have caught one.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .texts import REPORTS

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "fazhi_ie"

FORBIDDEN_NAMES = {
    *(
        "system",
        "popen",
        "Popen",
        "fork",
        "spawnv",
        "execv",
        "startfile",
        "urlopen",
        "urlretrieve",
        "create_connection",
    ),
    *(
        "unsafe_load",
        "full_load",
        "add_constructor",
        "YAMLObject",
        "read_pickle",
        "to_pickle",
        "CDLL",
        "webbrowser",
    ),
}
FORBIDDEN_MODULES = {
    *("pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal", "subprocess", "ctypes", "code"),
    *(
        "socket",
        "ssl",
        "http",
        "urllib",
        "ftplib",
        "smtplib",
        "requests",
        "httpx",
        "aiohttp",
        "urllib3",
        "webbrowser",
    ),
}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "breakpoint"}


# Files of formats that can hang a parser are read in a Python of their own, which can be stopped.
ALLOWED = {"adapters/reading/apart.py": ["subprocess"]}


def dangers(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (n.name for n in node.names if n.name.split(".")[0] in FORBIDDEN_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from [str(node.module)] if str(node.module).split(".")[0] in FORBIDDEN_MODULES else []
        elif isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_NAMES:
            yield node.attr
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS
        ):
            yield node.func.id
        elif isinstance(node, ast.keyword) and node.arg == "allow_pickle":
            yield from (
                [] if isinstance(node.value, ast.Constant) and node.value.value is False else ["allow_pickle"]
            )


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_source_has_no_dangerous_name(path: Path) -> None:
    found = list(dangers(ast.parse(path.read_text(encoding="utf-8"))))
    assert found == ALLOWED.get(path.relative_to(PACKAGE).as_posix(), [])


@pytest.mark.parametrize(
    "code",
    [
        *(
            "import pickle",
            "def f():\n    from urllib.request import urlopen",
            "eval('1')",
            "os.system('ls')",
        ),
        *("np.load(f, allow_pickle=True)", "yaml.unsafe_load(x)"),
    ],
)
def test_dangerous_name_would_be_found(code: str) -> None:
    assert list(dangers(ast.parse(code)))


GUARD = """
import os, sys

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NEVER = ("socket.", "subprocess.", "pickle.", "marshal.", "os.system", "os.exec", "os.posix_spawn", "os.spawn",
         "os.fork", "os.startfile", "ctypes.dlopen/url", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.",
         "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "shutil.")
strict = False

def guard(event, args):
    if event.startswith(NEVER) and not (event.startswith("marshal.") and not strict):
        raise RuntimeError(f"forbidden: {event} {args}")
    if event == "open" and isinstance(args[2], int) and args[2] & WRITES and args[0] != os.devnull:
        raise RuntimeError(f"forbidden: writing {args[0]}")
    if event == "compile" and strict and args[0] is not None:
        raise RuntimeError("forbidden: source code from a string")

sys.addaudithook(guard)
"""
RUN = """
import fazhi_ie
from pathlib import Path

def everything(texts):
    reports = [fazhi_ie.extract(text) for text in texts] + list(fazhi_ie.extract_many(texts))
    assert sum(len(report.statistics) for report in reports) > 20
    [report.checks(text) for report, text in zip(reports, texts)]
    fazhi_ie.load_packs(["default", sys.argv[1]])
    fazhi_ie.Report.model_validate_json(reports[0].model_dump_json())
    fazhi_ie.compare(reports[: len(texts)])

texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[2:]]
everything(texts[:1])  # imports what it needs, and importing compiles
strict = True
everything(texts)
print("done")
"""
BREACHES = [
    "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "import subprocess; subprocess.run(['true'])",
    "import os; os.system('true')",
    "import pickle; pickle.loads(b'cos\\nsystem\\n.')",
    "open('written', 'w')",
    "import os; os.mkdir('made')",
    "strict = True; eval('1')",
]


def run(code: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", GUARD + code, *arguments], capture_output=True, text=True, cwd=cwd, env=env
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yaml").write_text('name: mine\nversion: "1"\n'.replace("\\n", "\n"), "utf-8")
    return folder


def test_extraction_runs_where_danger_is_forbidden(tmp_path: Path, pack: Path) -> None:
    done = run(RUN, str(pack), *map(str, REPORTS), cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("done\n", 0), done.stderr


@pytest.mark.parametrize("breach", BREACHES)
def test_breach_would_be_caught(tmp_path: Path, breach: str) -> None:
    assert "forbidden: " in run(breach, cwd=tmp_path).stderr
    assert not list(tmp_path.iterdir())


def test_pipeline_runs_where_the_network_is_forbidden(tmp_path: Path) -> None:
    code = """
sys.addaudithook(lambda event, args: event.startswith(("socket.connect", "socket.getaddrinfo")) and 1 / 0)
import fazhi_ie
from pathlib import Path
print(len(fazhi_ie.load()(Path(sys.argv[1]).read_text(encoding="utf-8"))._.report.statistics) > 10)
"""
    done = subprocess.run(
        [sys.executable, "-c", "import sys" + code, str(REPORTS[0])],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert (done.stdout, done.returncode) == ("True\n", 0), done.stderr
    assert not list(tmp_path.iterdir())


READ_ONLY = """
import os, sys
site = sys.argv[1]
refused = []

def read_only(event, args):
    # Whoever runs the tests as root may write anywhere: refuse as a read-only disk does.
    writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if (writes or event in ("os.mkdir", "os.rename", "os.remove")) and os.path.abspath(str(args[0])).startswith(site):
        refused.append(args[0])
        raise PermissionError(30, "Read-only file system", str(args[0]))

sys.addaudithook(read_only)
import fazhi_ie
from fazhi_ie.adapters.cli import main
assert fazhi_ie.__file__.startswith(site), fazhi_ie.__file__
assert len(fazhi_ie.extract("全年受理行政复议申请36件。").statistics) == 1
assert refused and all("__pycache__" in str(path) for path in refused), refused
print("done")
"""


def test_package_works_from_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(PACKAGE, site / "fazhi_ie", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "patterns", site / "fazhi_ie" / "patterns")
    files = sorted(site.rglob("*"))
    for path in [*files, site]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(site)],
        env={**env, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    after = sorted(site.rglob("*"))
    for path in [site, *files]:
        path.chmod(0o755)
    assert (done.stdout, done.returncode) == ("done\n", 0), done.stderr
    assert after == files
