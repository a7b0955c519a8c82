"""A batch run: the dataset, what stands beside it, and what `resume` takes over, does again, and refuses."""

from __future__ import annotations

import json
import os
import signal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from fazhi_ie import Extractor, Report
from fazhi_ie.adapters import batch
from fazhi_ie.adapters.batch import Failure, extract_files
from fazhi_ie.adapters.runs import RunOptions, Tally, Watch, folder_for, run_batch
from fazhi_ie.adapters.runs import run as run_module
from fazhi_ie.adapters.runs.chunks import cut
from fazhi_ie.adapters.texts import SavedTexts
from fazhi_ie.errors import InputError, PackError


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Forty short reports in a folder to work in, cut in chunks of five at most; number 7 is no text."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run_module, "cut", partial(cut, most_files=5))
    Path("in").mkdir()
    paths = [Path(f"in/{number:02}.txt") for number in range(40)]
    for number, path in enumerate(paths):
        path.write_text(f"2024年，云溪县办理行政复议案件{number}件，审结{number}件。\n", encoding="utf-8")
    paths[7].write_bytes(b"\xff\xfe\0")
    return paths


class Witness(Watch):
    """Counts what a run takes over, and can stop it after some chunks."""

    def __init__(self, stop_after: int = 10**9) -> None:
        self.taken_over = self.chunks = self.files = 0
        self.notes: list[str] = []
        self._stop_after = stop_after

    def advance(self, tally: Tally) -> None:
        self.chunks += 1
        self.files += tally.files
        self.taken_over += tally.taken_over
        if self.chunks >= self._stop_after:
            raise KeyboardInterrupt

    def note(self, message: str) -> None:
        self.notes.append(message)


def stop(files: list[Path], output: Path, **options: Any) -> None:
    """Begin a run and stop it when its first chunk is done."""
    with pytest.raises(KeyboardInterrupt):
        run_batch(files, output, options=RunOptions(**options), watch=Witness(stop_after=1))


def resumed(files: list[Path], output: Path, **options: Any) -> Witness:
    witness = Witness()
    run_batch(files, output, options=RunOptions(resume=True, **options), watch=witness)
    return witness


def contents(output: Path) -> list[bytes]:
    """Output, failures and manifest."""
    names = (f"{output}{ending}" for ending in ("", ".failures.jsonl", ".manifest.json"))
    return [Path(name).read_bytes().replace(bytes(output), b"OUT") for name in names]


OUT, UNDISTURBED = Path("out.jsonl"), Path("undisturbed.jsonl")


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_output_is_that_of_extract_files_with_any_number_of_jobs(files: list[Path], jobs: int) -> None:
    assert run_batch(files, OUT, options=RunOptions(jobs=jobs)) == 1
    lines = OUT.read_bytes().splitlines()
    kinds: list[type[Report | Failure]] = [Failure if b'"error"' in line else Report for line in lines]
    parsed = [kind.model_validate_json(line) for kind, line in zip(kinds, lines, strict=True)]
    assert parsed == list(extract_files(files))


def test_failures_are_listed_and_the_manifest_names_every_file(files: list[Path]) -> None:
    run_batch(files, OUT)
    (failure,) = Path("out.jsonl.failures.jsonl").read_bytes().splitlines(keepends=True)
    assert failure == OUT.read_bytes().splitlines(keepends=True)[7]
    manifest = json.loads(Path("out.jsonl.manifest.json").read_bytes())
    assert (manifest["files"], manifest["failures"], manifest["statistics"]) == (40, 1, 78)
    assert [entry["id"] for entry in manifest["inputs"]] == [str(path) for path in files]
    assert manifest["inputs"][7]["error"].startswith("FZ115")
    assert manifest["packs"][0]["name"] == "default"


def test_nothing_else_is_left(files: list[Path]) -> None:
    run_batch(files[:7], OUT)
    assert sorted(os.listdir()) == ["in", "out.jsonl", "out.jsonl.manifest.json"]


def test_old_list_of_failures_goes_with_its_dataset(files: list[Path]) -> None:
    run_batch(files, OUT)
    run_batch(files[:7], OUT)
    assert sorted(os.listdir()) == ["in", "out.jsonl", "out.jsonl.manifest.json"]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".xlsx", ".parquet", ".duckdb"])
def test_resumed_run_equals_an_undisturbed_one(files: list[Path], suffix: str) -> None:
    out, undisturbed = Path(f"out{suffix}"), Path(f"undisturbed{suffix}")
    run_batch(files, undisturbed)
    stop(files, out)
    assert resumed(files, out, jobs=2).taken_over > 0
    assert tree(out) == tree(undisturbed)


def tree(path: Path) -> dict[str, object]:
    """The bytes of a dataset by file; of a database, whose bytes differ from run to run, its tables."""
    if path.suffix == ".duckdb":
        with pytest.importorskip("duckdb").connect(path, read_only=True) as database:
            names = [name for (name,) in database.execute("show tables").fetchall()]
            return {name: database.execute(f"from {name}").fetchall() for name in names}
    if path.is_file():
        return {"": path.read_bytes()}
    return {file.name: file.read_bytes() for file in path.iterdir()}


def test_resumed_run_has_the_same_manifest_and_failures(files: list[Path]) -> None:
    run_batch(files, UNDISTURBED)
    stop(files, OUT)
    resumed(files, OUT)
    assert contents(OUT) == contents(UNDISTURBED)


def test_resume_does_again_what_has_changed(files: list[Path]) -> None:
    stop(files, OUT)
    files[0].write_text("全年办理行政复议案件99件。", encoding="utf-8")
    files[1].unlink()
    resumed(files, OUT)
    run_batch(files, UNDISTURBED)
    assert contents(OUT) == contents(UNDISTURBED)


def test_resume_finds_a_change_that_keeps_size_and_date(files: list[Path]) -> None:
    stop(files, OUT)
    before = files[0].stat()
    files[0].write_bytes(files[0].read_bytes().replace(b"0", b"5"))
    os.utime(files[0], ns=(before.st_atime_ns, before.st_mtime_ns))
    resumed(files, OUT)
    assert json.loads(OUT.read_bytes().splitlines()[0])["statistics"][0]["quantity"]["value"] == 5


def test_resume_tries_failures_again(files: list[Path]) -> None:
    with pytest.raises(KeyboardInterrupt):
        run_batch(files, OUT, watch=Witness(stop_after=2))
    files[7].write_text("全年办理行政复议案件99件。", encoding="utf-8")
    resumed(files, OUT)
    assert b'"error"' not in OUT.read_bytes()


def test_resume_with_other_packs_takes_nothing_over_and_says_so(files: list[Path]) -> None:
    Path("own").mkdir()
    Path("own/pack.yaml").write_text("name: own\nversion: '1'\n")
    stop(files, OUT)
    witness = resumed(files, OUT, packs=("default", "own"))
    assert witness.taken_over == 0
    assert witness.notes == [
        "Packs or versions have changed since the run was begun; all files are extracted again."
    ]
    assert [pack["name"] for pack in json.loads(OUT.read_bytes().splitlines()[0])["packs"]] == [
        "default",
        "own",
    ]


@pytest.mark.parametrize("damage", [b"", b"{}", b"not json\n", None])
def test_resume_does_a_damaged_chunk_again(files: list[Path], damage: bytes | None) -> None:
    run_batch(files, UNDISTURBED)
    stop(files, OUT)
    (chunk,) = folder_for(OUT).glob("*.jsonl")
    chunk.write_bytes(chunk.read_bytes()[:-1] if damage is None else damage)
    resumed(files, OUT)
    assert contents(OUT) == contents(UNDISTURBED)


def test_chunk_that_disappears_during_the_run_is_an_error_and_no_loss(files: list[Path]) -> None:
    class Vandal(Watch):
        def advance(self, tally: Tally) -> None:
            for chunk in folder_for(OUT).glob("*.jsonl"):
                chunk.unlink()

    with pytest.raises(InputError, match=r"FZ146: .* again with --resume"):
        run_batch(files, OUT, watch=Vandal())
    assert not OUT.exists()
    assert resumed(files, OUT).files == 40


def test_old_output_stays_until_the_new_one_is_complete(files: list[Path]) -> None:
    run_batch(files[:3], OUT)
    old = OUT.read_bytes()
    stop(files, OUT)
    assert OUT.read_bytes() == old
    resumed(files, OUT)
    assert len(OUT.read_bytes().splitlines()) == 40


def test_packs_that_cannot_be_used_end_the_run_before_it_begins(files: list[Path]) -> None:
    with pytest.raises(PackError):
        run_batch(files, OUT, options=RunOptions(packs=("gone",)))
    assert os.listdir() == ["in"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_error_that_nobody_foresaw_costs_one_file(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    rows = Extractor.rows

    def fragile(self: Extractor, text: str, *, id: str | None = None) -> dict[str, Any]:
        if id == "in/11.txt":
            raise ZeroDivisionError("division by zero")
        return rows(self, text, id=id)

    monkeypatch.setattr(Extractor, "rows", fragile)
    assert run_batch(files, OUT, options=RunOptions(jobs=jobs)) == 2
    error = json.loads(OUT.read_bytes().splitlines()[11])["error"]
    assert error["type"] == "ZeroDivisionError"
    assert error["message"].startswith("FZ144: in/11.txt met an error in fazhi_ie that nobody foresaw")
    assert [isinstance(result, Failure) for result in extract_files(files, n_process=jobs)].count(True) == 2


@pytest.mark.parametrize("streaming", [False, True])
def test_file_that_kills_its_worker_costs_one_file(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, streaming: bool
) -> None:
    read_text = batch.read_text

    def deadly(path: Path) -> str:
        if path == files[20]:
            os.kill(os.getpid(), signal.SIGKILL)
        return read_text(path)

    monkeypatch.setattr(batch, "read_text", deadly)
    if streaming:
        results = [result.model_dump(mode="json") for result in extract_files(files, n_process=2)]
    else:
        run_batch(files, OUT, options=RunOptions(jobs=2))
        results = [json.loads(line) for line in OUT.read_bytes().splitlines()]
    failed = {result["source"]["id"]: result["error"]["message"] for result in results if "error" in result}
    assert [result["source"]["id"] for result in results] == [str(path) for path in files]
    assert failed.keys() == {"in/07.txt", "in/20.txt"}
    assert failed["in/20.txt"].startswith(
        "FZ143: in/20.txt is given up: the process that worked on it was killed"
    )


def test_texts_are_saved_and_missing_ones_are_saved_on_resume(files: list[Path]) -> None:
    texts = SavedTexts.below(Path("texts"), [Path("in")])
    stop(files, OUT)
    resumed(files, OUT, texts=texts)
    for path in (files[0], files[-1]):
        assert texts.path_of(path).read_bytes() == path.read_bytes()
    assert len(os.listdir("texts")) == 39


def test_texts_are_not_saved_where_they_would_be_read_as_reports(files: list[Path]) -> None:
    with pytest.raises(InputError, match="FZ147"):
        SavedTexts.below(Path("in/texts"), [Path("in")])


def test_full_disk_is_a_sentence_that_says_how_to_go_on(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> int:
        raise OSError(28, "No space left on device", "out.jsonl")

    with monkeypatch.context() as patch:
        patch.setattr(run_module, "complete", full)
        with pytest.raises(
            InputError, match=r"FZ149: out\.jsonl cannot be written: no space .* add --resume"
        ):
            run_batch(files, OUT)
    assert not OUT.exists()
    assert resumed(files, OUT).taken_over == 39
