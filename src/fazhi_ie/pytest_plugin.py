"""pytest collects the examples of pattern packs: `pytest my_packs/` runs each example as a test of its own.

A YAML file counts as part of a pack when a folder above it holds a `pack.yaml`; other YAML files are left
alone. Each pack is loaded on top of the default pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .packs.check import Case, Engine, Failure

# Nothing of fazhi_ie is imported at the top: every pytest run loads this plugin, with packs or without.


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect pattern files."""
    if file_path.suffix not in (".yaml", ".yml") or file_path.name == "pack.yaml":
        return None
    if not any((folder / "pack.yaml").is_file() for folder in file_path.parents):
        return None
    return PackTests.from_parent(parent, path=file_path)


class PackTests(pytest.File):
    """One pattern file; its children are its examples."""

    def collect(self) -> Iterable[ExampleTest]:
        from .errors import PackError
        from .packs.workspace import pack_name

        try:
            loaded = _load(pack_name(self.path))
        except PackError as error:
            raise self.CollectError(str(error)) from None
        for case in loaded.cases_in(self.path):
            yield ExampleTest.from_parent(self, name=case.name, case=case, engine=loaded.engine)


class ExampleTest(pytest.Item):
    """One example, in one direction."""

    def __init__(self, *, case: Case, engine: Engine, **rest: Any) -> None:
        super().__init__(**rest)
        self._case = case
        self._engine = engine

    def runtest(self) -> None:
        from .packs.check import check

        if not self._engine.proves(self._case.kind, self._case.entry, self._case.direction):
            pytest.skip("this list only plays a part in other rules; nothing tells what it may not find")
        failure = check(self._case, self._engine)
        if failure:
            raise ExampleFailed(failure)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, ExampleFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self._case.origin.line - 1, self.name


class ExampleFailed(Exception):
    """An example that does not hold; shown as its sentence, not as a traceback."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(str(failure))


class _Loaded:
    """One pack on top of the default one, its cases by file and the engine that checks them."""

    def __init__(self, pack: str) -> None:
        from .packs.check import cases
        from .packs.engine import ExtractorEngine
        from .packs.load import load_packs

        packs = load_packs(tuple(dict.fromkeys(["default", pack])))
        self.engine: Engine = ExtractorEngine(packs)
        self._cases: dict[Path, list[Case]] = {}
        for case in cases(packs):
            for path in {Path(origin.path).resolve() for origin in case.origins}:
                self._cases.setdefault(path, []).append(case)

    def cases_in(self, path: Path) -> Iterator[Case]:
        return iter(self._cases.get(path.resolve(), ()))


@lru_cache(maxsize=4)
def _load(pack: str) -> _Loaded:
    return _Loaded(pack)
