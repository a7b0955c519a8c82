"""Extraction of many texts, in one process or in several: texts out, JSON back.

A report travels as JSON bytes, which costs less than pickling its models, and is validated once, where it arrives.
Texts are sent in batches of about `BATCH_CHARS` characters, and only a few batches are under way at once, so that
memory stays flat on endless input.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError, to_json

from .collector import collector_at_rest
from .errors import InputError
from .extractor import DEFAULT_PACKS, Extractor, PackNames, extractor
from .records import Report
from .workers import Began, Lost, Workers

BATCH_CHARS = 20_000
_AHEAD = 3
"""Batches a process that may be begun before the first that is not done: what is kept in memory."""
Pair = tuple[str | None, str]


def extract_many(
    texts: Iterable[str | tuple[str, str]], *, n_process: int = 1, packs: PackNames = DEFAULT_PACKS
) -> Iterator[Report]:
    """Extract reports from many texts, or many `(id, text)` pairs, lazily and in order.

    With `n_process` above 1, texts go to worker processes and reports come back as JSON. What a worker was at when it
    was killed is done by another; raises `InputError` for a text that several have died of.
    """
    pairs: Iterable[Pair] = ((None, t) if isinstance(t, str) else t for t in texts)
    # Compiled here first, so that packs are checked before any process starts and forked workers share them.
    run = extractor(packs)
    if n_process <= 1:
        return (run(text, id=id) for id, text in pairs)
    return _in_processes(pairs, n_process, tuple(map(str, packs)))


def _in_processes(pairs: Iterable[Pair], n_process: int, packs: tuple[str, ...]) -> Iterator[Report]:
    early: dict[int, list[bytes]] = {}
    due = 0
    with Workers(_Extract(packs), processes=n_process, time_limit=inf) as workers:
        for number, lines in workers.run(_batches(pairs), ahead=_AHEAD * n_process):
            early[number] = lines
            while due in early:
                yield from _reports(early.pop(due))
                due += 1


@dataclass(frozen=True)
class _Extract:
    """What a worker does with a batch; a text that several workers have died of ends the run."""

    packs: tuple[str, ...]

    def __call__(self, batch: list[Pair], lost: Lost, began: Began) -> list[bytes]:
        run = extractor(self.packs)
        lines = []
        for number, pair in enumerate(batch):
            began(number)
            if number in lost:
                raise InputError(
                    "FZ102",
                    f"The process that extracted the text {pair[0] or pair[1][:20]!r} {lost[number]}, each time it was "
                    "tried; memory may have run out. Leave it out, or use fewer processes.",
                )
            lines.append(_to_json(run, pair))
        return lines


def _reports(lines: list[bytes]) -> list[Report]:
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
