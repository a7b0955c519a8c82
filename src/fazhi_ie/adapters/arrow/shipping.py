"""Pattern packs that travel: read where a job is started, used where it runs.

A worker on another machine has neither the folders of whoever started the job nor, perhaps, the same version of
the library. So the files of all packs but the default one go along, and a worker whose packs turn out to be
others stops the job: numbers of two versions in one table would be worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from ...errors import InputError
from ...extractor import DEFAULT_PACKS, Extractor, PackNames, extractor
from ...packs import load_packs
from ...packs.sources import find_source
from ...records import PackInfo

Files = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class ShippedPacks:
    """Packs with their files, as values that can be sent to another process or machine.

    `names` are what `load_packs` is to be given, relative to a folder with `files` in it.
    """

    names: tuple[str, ...]
    files: Files = field(repr=False)
    expected: tuple[PackInfo, ...]


def ship_packs(packs: PackNames = DEFAULT_PACKS) -> ShippedPacks:
    """Read packs here, for use in other processes; raises `PackError` when one of them cannot be used.

    >>> ship_packs(["default"]).names
    ('default',)
    """
    expected = extractor(packs).packs.info
    copies = [_copy(str(pack), f"{number}") for number, pack in enumerate(packs)]
    files = tuple(file for _, copied in copies for file in copied)
    return ShippedPacks(tuple(name for name, _ in copies), files, expected)


def _copy(pack: str, folder: str) -> tuple[str, Files]:
    """The name to load a pack by, and its files, each with its path; the default pack is everywhere."""
    source = find_source(pack, [])
    if pack == "default" or source is None:
        return pack, ()
    if Path(pack).is_file():
        name = place = PurePosixPath(folder, Path(pack).name)
        return str(name), ((str(place), source.files[0].read_bytes()),)
    name = PurePosixPath(folder, source.name)
    return str(name), tuple(
        (str(name / path.relative_to(source.root).as_posix()), path.read_bytes()) for path in source.files
    )


def extractor_of(packs: PackNames | ShippedPacks) -> Extractor:
    """The extractor for packs that are here or were sent, built once a process."""
    return _unpacked(packs) if isinstance(packs, ShippedPacks) else extractor(packs)


@lru_cache(maxsize=4)
def _unpacked(shipped: ShippedPacks) -> Extractor:
    with TemporaryDirectory(prefix="fazhi-packs-") as folder:
        for name, content in shipped.files:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        packs = load_packs(list(_placed(shipped, Path(folder))))
    if packs.info != shipped.expected:
        raise InputError(
            "FZ167",
            f"Packs are others here than where the job was started ({_versions(packs.info)}, not "
            f"{_versions(shipped.expected)}); install the same version of fazhi-ie on all machines.",
        )
    return Extractor.from_packs(packs)


def _placed(shipped: ShippedPacks, folder: Path) -> Iterator[str]:
    for name in shipped.names:
        yield name if name == "default" else str(folder / name)


def _versions(packs: tuple[PackInfo, ...]) -> str:
    return " + ".join(f"{pack.name} {pack.version} {pack.sha256[:12]}" for pack in packs)
