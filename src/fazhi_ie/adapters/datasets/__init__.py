"""Datasets: results of extraction as files for other programs, in the form that the suffix says.

`.jsonl` is a file with a report a line. The other forms have a table a kind of record (`reports`, `sections`,
`terms`, `statistics`, `citations`): `.csv` and `.parquet` are folders with a file a table, `.xlsx` is a workbook
with a sheet a table, `.duckdb` a database. Decided here is what may be written where: a dataset of ours is
replaced when the new one is whole, and anything else that stands there is refused and never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from ...errors import InputError
from .targets import clear_leftovers, is_stream

if TYPE_CHECKING:
    from ...records import Report
    from ..batch import Failure

    Result: TypeAlias = Report | Failure

__all__ = ["SUFFIXES", "DatasetWriter", "check_target", "clear_leftovers", "dataset_writer"]


class DatasetWriter(Protocol):
    """Takes results in any number of batches; only the order of all results decides what is written."""

    def write(self, results: Iterable[Result]) -> None:
        """Append results: reports, and failures in the place of reports."""


class _Module(Protocol):
    """What the module of a form offers."""

    def writer(self, path: Path, /) -> AbstractContextManager[DatasetWriter]: ...
    def is_dataset(self, path: Path, /) -> bool: ...


@dataclass(frozen=True)
class _Form:
    """A form of dataset: the module that writes it, whether it is a folder, the packages it needs and their extra."""

    module: str
    folder: bool = False
    needs: tuple[str, ...] = ()
    extra: str = ""

    def load(self) -> _Module:
        module: _Module = import_module(f".{self.module}", __name__)
        return module


_FORMS = {
    ".jsonl": _Form("lines"),
    ".csv": _Form("delimited", folder=True),
    ".xlsx": _Form("workbook", needs=("openpyxl",), extra="xlsx"),
    ".parquet": _Form("columnar", folder=True, needs=("pyarrow",), extra="arrow"),
    ".duckdb": _Form("database", needs=("duckdb", "pyarrow"), extra="duckdb"),
}
SUFFIXES = tuple(_FORMS)


def dataset_writer(path: Path) -> AbstractContextManager[DatasetWriter]:
    """Open a dataset for writing, to be used with `with`; it appears under its name when the block ends well.

    Equal results give equal bytes (of `.duckdb`, equal tables). Memory stays bounded however much is written.
    Raises `InputError` at once when `path` cannot be written (see `check_target`).

    >>> import tempfile, fazhi_ie
    >>> report = fazhi_ie.extract("受理行政复议申请36件。", id="云溪县2024")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "reports.jsonl")
    ...     with dataset_writer(path) as dataset:
    ...         dataset.write([report])
    ...     fazhi_ie.Report.model_validate_json(path.read_bytes()) == report
    True
    """
    check_target(path)
    return _form(path).load().writer(path)


def check_target(path: Path) -> None:
    """Raise `InputError` unless a dataset can be written to `path`.

    FZ125: the suffix says no form. FZ124: a package is missing. FZ126: there is no folder to hold it. FZ127:
    something stands there that is no dataset of this form.
    """
    form = _form(path)
    for package in form.needs:
        if find_spec(package) is None:
            raise InputError(
                "FZ124",
                f"Writing {path.suffix.lower()} needs {package}, which is not installed; "
                f'run `pip install "fazhi-ie[{form.extra}]"`.',
            )
    if not path.resolve().parent.is_dir():
        raise InputError(
            "FZ126",
            f"{path} cannot be written, because the folder {path.parent} does not exist; make it first.",
        )
    if not (is_stream(path) or _is_free(path, form) or _is_dataset(path, form)):
        raise InputError(
            "FZ127",
            f"{path} is there already and cannot be opened as a {path.suffix.lower()} dataset of fazhi-ie, "
            "so it is left alone; name another output, or move it away.",
        )


def _form(path: Path) -> _Form:
    """The form that the suffix says; a device or a pipe gets lines."""
    suffix = ".jsonl" if is_stream(path) else path.suffix.lower()
    if suffix not in _FORMS:
        raise InputError(
            "FZ125",
            f"A dataset cannot be written as {path.name}; "
            f"name one that ends in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}.",
        )
    return _FORMS[suffix]


def _is_free(path: Path, form: _Form) -> bool:
    """Whether nothing is lost when `path` is replaced: nothing there, or an empty file or folder."""
    if not path.exists():
        return True
    empty = not any(path.iterdir()) if path.is_dir() else path.stat().st_size == 0
    return empty and path.is_dir() == form.folder


def _is_dataset(path: Path, form: _Form) -> bool:
    return path.is_dir() == form.folder and form.load().is_dataset(path)
