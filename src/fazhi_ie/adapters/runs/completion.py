"""The end of a run: from the finished chunks the dataset, then the list of failures, and the manifest last.

The manifest (`OUTPUT.manifest.json`) is the sign that a dataset is complete: it is taken away before the dataset is
replaced and written when all else is there. It holds no time and no number of processes, so that equal inputs
give an equal manifest.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ...collector import collector_at_rest
from ...errors import InputError
from ..datasets import dataset_writer
from ..datasets.targets import whole_file
from .chunks import Chunk
from .folder import WorkFolder
from .results import FileResult, read_results

_COUNTED = ("characters", "sections", "terms", "statistics", "citations")


@dataclass(frozen=True)
class Finished:
    """All chunks of a run, done, in the work folder."""

    folder: WorkFolder
    chunks: Sequence[Chunk]
    made_by: str

    def results(self) -> Iterator[list[FileResult]]:
        """The results chunk by chunk, each file once, in the order of the run."""
        for chunk in self.chunks:
            results = read_results(self.folder.file_of(chunk.key), made_by=self.made_by)
            if results is None or len(results) != len(chunk.paths):
                raise InputError(
                    "FZ146",
                    f"A file in {self.folder.path} was changed or deleted while the run was going on; "
                    "run the same command again with --resume.",
                )
            yield results


def manifest_for(output: Path) -> Path:
    """Where the manifest of an output is: `reports.parquet.manifest.json`."""
    return output.with_name(f"{output.name}.manifest.json")


def failures_for(output: Path) -> Path:
    """Where the failures of an output are listed, if there are any: `reports.parquet.failures.jsonl`."""
    return output.with_name(f"{output.name}.failures.jsonl")


def complete(output: Path, finished: Finished, made: dict[str, Any]) -> int:
    """Write dataset, failures and manifest; returns the number of failures."""
    manifest_for(output).unlink(missing_ok=True)
    failures_for(output).unlink(missing_ok=True)
    _write_dataset(output, finished)
    totals = _write_failures(failures_for(output), finished)
    _write_manifest(manifest_for(output), {"output": output.name, **made, **totals}, finished)
    return totals["failures"]


def _write_dataset(output: Path, finished: Finished) -> None:
    if output.suffix.lower() == ".jsonl":  # the lines are there already
        with whole_file(output) as stream:
            for results in finished.results():
                stream.writelines(result.line for result in results)
        return
    with dataset_writer(output) as dataset:
        for results in finished.results():
            with collector_at_rest():
                dataset.write([result.parsed() for result in results])


def _write_failures(path: Path, finished: Finished) -> dict[str, int]:
    """List the failures in a file, if there are any; returns what the results add up to."""
    totals = Counter({"files": 0, "failures": 0} | dict.fromkeys(_COUNTED, 0))
    with ExitStack() as stack:
        stream = None
        for result in (result for results in finished.results() for result in results):
            totals.update({"files": 1} | {name: getattr(result.entry, name) for name in _COUNTED})
            if result.entry.error:
                stream = stream or stack.enter_context(whole_file(path))
                totals["failures"] += 1
                stream.write(result.line)
    return dict(totals)


def _write_manifest(path: Path, head: dict[str, Any], finished: Finished) -> None:
    """Write the manifest with a line a file, as they come, for there may be a hundred thousand."""
    opening = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    with whole_file(path) as stream:
        stream.write(f'{opening},\n  "inputs": ['.encode())
        mark = "\n"
        for result in (result for results in finished.results() for result in results):
            stream.write(f"{mark}    {json.dumps(asdict(result.entry), ensure_ascii=False)}".encode())
            mark = ",\n"
        stream.write(b"\n  ]\n}\n")
