"""Chunks: every file in one chunk, in order, and cut in the same places when a file is added."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.adapters.reading import STDIN
from fazhi_ie.adapters.runs.chunks import MOST_FILES, cut

NAMES = [Path(f"reports/{number:05}.txt") for number in range(2000)]
paths = st.lists(st.sampled_from([STDIN, *NAMES[:50]]))


@given(paths, st.integers(1, 9))
def test_every_file_is_in_one_chunk_in_order(files: list[Path], most: int) -> None:
    chunks = list(cut(files, most_files=most))
    assert [path for chunk in chunks for path in chunk.paths] == files
    assert all(0 < len(chunk.paths) <= most for chunk in chunks)


@given(paths)
def test_standard_input_is_a_chunk_of_its_own(files: list[Path]) -> None:
    for chunk in cut(files):
        assert chunk.is_standard_input == (STDIN in chunk.paths)


def test_chunks_are_neither_tiny_nor_large() -> None:
    sizes = [len(chunk.paths) for chunk in cut(NAMES)]
    assert max(sizes) <= MOST_FILES
    assert 8 < sum(sizes) / len(sizes) < MOST_FILES


def test_chunk_ends_when_it_is_heavy(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(4)]
    for file in files:
        file.write_bytes(b"x" * 600)
    assert [len(chunk.paths) for chunk in cut(files, most_bytes=1000)] == [2, 2]


def test_one_more_file_leaves_most_chunks_as_they_are() -> None:
    before = {chunk.key for chunk in cut(NAMES)}
    after = {chunk.key for chunk in cut([*NAMES[:700], Path("reports/00700-new.txt"), *NAMES[700:]])}
    assert len(before & after) > 0.9 * len(before)
