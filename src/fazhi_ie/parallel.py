"""Extraction of many texts, in one process or in several: texts out, JSON back.

A report travels as JSON bytes, which costs less than pickling its models, and is validated once, where it arrives.
Texts are sent in batches of about `BATCH_CHARS` characters, and only a few batches are under way at once, so that
memory stays flat on endless input.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError, to_json

from .collector import collector_at_rest
from .extractor import DEFAULT_PACKS, Extractor, PackNames, extractor
from .records import Report

BATCH_CHARS = 50_000
Pair = tuple[str | None, str]


def extract_many(
    texts: Iterable[str | tuple[str, str]], *, n_process: int = 1, packs: PackNames = DEFAULT_PACKS
) -> Iterator[Report]:
    """Extract reports from many texts, or many `(id, text)` pairs, lazily and in order.

    With `n_process` above 1, texts go to worker processes and reports come back as JSON.
    """
    pairs: Iterable[Pair] = ((None, t) if isinstance(t, str) else t for t in texts)
    # Compiled here first, so that packs are checked before any process starts and forked workers share them.
    run = extractor(packs)
    if n_process <= 1:
        return (run(text, id=id) for id, text in pairs)
    return _in_processes(pairs, n_process, tuple(map(str, packs)))


def _in_processes(pairs: Iterable[Pair], n_process: int, packs: tuple[str, ...]) -> Iterator[Report]:
    under_way: deque[Future[list[bytes]]] = deque()
    with ProcessPoolExecutor(n_process) as pool:
        for batch in _batches(pairs):
            under_way.append(pool.submit(_extract_batch, batch, packs))
            if len(under_way) > 2 * n_process:
                yield from _reports(under_way.popleft())
        while under_way:
            yield from _reports(under_way.popleft())


def _extract_batch(batch: list[Pair], packs: tuple[str, ...]) -> list[bytes]:
    run = extractor(packs)
    return [_to_json(run, pair) for pair in batch]


def _reports(done: Future[list[bytes]]) -> list[Report]:
    lines = done.result()
    with collector_at_rest():
        return [_from_json(line) for line in lines]


def _to_json(run: Extractor, pair: Pair) -> bytes:
    """The rows of a report as JSON; half a surrogate pair, which UTF-8 does not have, as its escape."""
    id, text = pair
    with collector_at_rest():
        try:
            return to_json(run.rows(text, id=id))
        except PydanticSerializationError:
            return json.dumps(run(text, id=id).model_dump(mode="json")).encode()


def _from_json(line: bytes) -> Report:
    try:
        return Report.model_validate_json(line)
    except ValidationError:
        return Report.model_validate(json.loads(line))


def _batches(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    batch: list[Pair] = []
    chars = 0
    for pair in pairs:
        batch.append(pair)
        chars += len(pair[1])
        if chars >= BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch
