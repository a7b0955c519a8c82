"""`pytest my_packs/` runs every example as a test of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_ie.packs.scaffold import new_pack

pytest_plugins = ["pytester"]


@pytest.fixture
def pack(pytester: pytest.Pytester) -> Path:
    new_pack(pytester.path / "mine")
    return pytester.path / "mine"


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Run pytest in a process of its own, with the plugin whether or not the entry point is installed."""
    return pytester.runpytest_subprocess(*arguments)


def test_each_example_is_a_test(pytester: pytest.Pytester, pack: Path) -> None:
    result = run(pytester, "-v", "mine")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["mine/terms/terms.yaml::local*courtyard_meeting*match?0? PASSED*"])


def test_failure_shows_the_sentence_not_a_traceback(pytester: pytest.Pytester, pack: Path) -> None:
    file = pack / "terms" / "terms.yaml"
    file.write_text(file.read_text("utf-8").replace("[板凳议事会]36次", "板凳[议事会]36次"), "utf-8")
    result = run(pytester, "mine")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        ["    expected 全年召开板凳?议事会?36次。", "    found    全年召开?板凳议事会?36次。"]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_broken_pack_is_one_error_that_lists_its_problems(pytester: pytest.Pytester, pack: Path) -> None:
    (pack / "broken.yaml").write_text("kind: trems\n", "utf-8")
    result = run(pytester, "mine")
    result.stdout.fnmatch_lines(["*broken.yaml:1: FZ209*Did you mean `terms`*"])


def test_yaml_outside_packs_is_left_alone(pytester: pytest.Pytester) -> None:
    (pytester.path / "other.yaml").write_text("kind: trems\n", "utf-8")
    run(pytester, ".").assert_outcomes()
