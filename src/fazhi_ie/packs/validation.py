"""Plain data against the schema: typed entries out, and a problem with line and remedy for what does not fit.

A file that fits is validated in one go. Only when it does not is it taken apart, entry by entry, so that one
wrong entry hides neither the others nor their problems.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import islice
from pathlib import Path as FilePath
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from yaml.nodes import Node

from .model import FILES, PROVEN, Entry, Extension, Manifest, PackFile, entry_model
from .problems import MAX_PROBLEMS, PackProblems, Problem, did_you_mean, enough, short
from .reading import Document, compose, line_of, read_file, read_yaml
from .sources import MANIFEST

LISTS = ("entries", "override", "extend")
_INHERITED = ("topic", "source")


@dataclass
class Part:
    """What one file brings to its pack: entries with their lines, and ids of entries too broken to use."""

    path: str
    kind: str
    entries: list[tuple[Entry, int]] = field(default_factory=list)
    override: list[tuple[Entry, int]] = field(default_factory=list)
    extend: list[tuple[Extension, int]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)


def read_part(raw: bytes, path: str, problems: list[Problem], *, proven: bool = False) -> Part | None:
    """Read and validate one pattern file; None when it is so wrong that nothing of it can be told.

    Of a `proven` file, one that tests have read, the patterns are not tried for speed again.
    """
    document = read_yaml(raw, path)
    problems += document.problems
    if document.problems and not isinstance(document.data, dict):
        return None
    checker = _FileChecker(raw, path, document, problems, PROVEN if proven else None)
    return checker.part() if checker.head_fits() else None


def read_manifest(raw: bytes, path: str, problems: list[Problem]) -> Manifest | None:
    """Read and validate `pack.yaml`."""
    document = read_yaml(raw, path)
    problems += document.problems
    if document.problems:
        return None
    try:
        return Manifest.model_validate(document.data)
    except ValidationError as error:
        problems += _Explainer(raw, path).problems(error, (), Manifest, "")
        return None


def check_files(files: Iterable[FilePath]) -> None:
    """Raise `PackError` if some of these files do not fit the schema, each taken alone."""
    problems: list[Problem] = []
    for path in files:
        read = read_manifest if path.name == MANIFEST else read_part
        raw = read_file(path, str(path), problems)
        if raw is not None:
            read(raw, str(path), problems)
    if problems:
        raise PackProblems(problems)


@cache
def _list_of(model: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]


class _FileChecker:
    """Checks one file: its head first, then its lists."""

    def __init__(
        self,
        raw: bytes,
        path: str,
        document: Document,
        problems: list[Problem],
        context: Mapping[str, bool] | None,
    ) -> None:
        self._explainer = _Explainer(raw, path)
        self._context = context
        self._path = path
        self._data: dict[str, Any] = document.data
        self._lines = document.lines
        self._problems = problems

    def head_fits(self) -> bool:
        """Whether the file says in a known way what it is."""
        if not isinstance(self._data, dict):
            said = "A pattern file has `format`, `kind` and `entries` at the top; this one has not. Add them."
            self._problems.append(Problem(self._path, 1, "FZ208", said))
            return False
        kind = self._data.get("kind")
        if not isinstance(kind, str) or kind not in FILES:
            said = f"`kind: {short(kind)}` is no kind of entries. {did_you_mean(short(kind), FILES)}"
            if kind is None:
                said = f"The file does not say its `kind`. {did_you_mean('', FILES)}"
            self._problems.append(Problem(self._path, self._explainer.line(("kind",)), "FZ209", said))
            return False
        self._check_head(FILES[kind])
        return True

    def _check_head(self, model: type[PackFile[Any]]) -> None:
        head = {k: v for k, v in self._data.items() if k not in LISTS}
        try:
            model.model_validate(head)
        except ValidationError as error:
            self._problems += self._explainer.problems(error, (), model, "")

    def part(self) -> Part:
        part = Part(self._path, self._data["kind"])
        model = entry_model(part.kind)
        self._inherit(model)
        part.entries = list(self._items("entries", model, part.broken))
        part.override = list(self._items("override", model, part.broken))
        part.extend = list(self._items("extend", Extension, part.broken))
        return part

    def _inherit(self, model: type[Entry]) -> None:
        """Give entries the file's topic and source where they have none."""
        given = {k: self._data[k] for k in _INHERITED if k in self._data and k in model.model_fields}
        for name in LISTS[:2]:
            items = self._data.get(name)
            for item in items if given and isinstance(items, list) else ():
                if isinstance(item, dict):
                    for key, value in given.items():
                        item.setdefault(key, value)

    def _items(self, name: str, model: type[BaseModel], broken: set[str]) -> Iterator[tuple[Any, int]]:
        items = self._data.get(name, [])
        if not isinstance(items, list):
            said = f"`{name}` must be a list of entries, each with `- id: …`. Write it so."
            self._problems.append(Problem(self._path, self._explainer.line((name,)), "FZ209", said))
            return
        lines = self._lines.get(name, ())
        try:
            fitting = _list_of(model).validate_python(items, context=self._context)
            # A key told twice, which is refused elsewhere, has more lines than entries.
            yield from zip(fitting, lines, strict=False)
        except ValidationError:
            for index, item in enumerate(items):
                if enough(self._problems):
                    return
                try:
                    yield model.model_validate(item), self._explainer.line((name, index))
                except ValidationError as error:
                    id = str(item.get("id", "")) if isinstance(item, dict) else ""
                    broken.add(id)
                    self._problems += self._explainer.problems(error, (name, index), model, id)


class _Explainer:
    """Turns pydantic's findings into sentences with a line and a remedy."""

    def __init__(self, raw: bytes, path: str) -> None:
        self._raw = raw
        self._path = path

    @cached_property
    def _nodes(self) -> Node | None:
        return compose(self._raw)

    def line(self, way: Sequence[int | str]) -> int:
        return line_of(self._nodes, way)

    def problems(
        self, error: ValidationError, way: tuple[int | str, ...], model: type[BaseModel], id: str
    ) -> Iterator[Problem]:
        for detail in islice(error.errors(include_url=False), MAX_PROBLEMS):
            code, said = _explain(detail, model)
            yield Problem(self._path, self.line(way + detail["loc"]), code, said, short(id))


def _explain(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """The code of a finding, and what it means for the person who wrote the pack."""
    key = short(detail["loc"][-1]) if detail["loc"] else ""
    place = ".".join(short(step) for step in detail["loc"])
    context: Mapping[str, Any] = detail.get("ctx", {})
    kind = detail["type"]
    if kind == "extra_forbidden":
        known = _fields_at(model, detail["loc"][:-1])
        return "FZ207", f"There is no key `{place}` here. {did_you_mean(key, known)}"
    if kind == "missing":
        return "FZ208", f"`{place}` is missing. Add `{key}: …`."
    given = short(detail["input"])
    if kind == "literal_error":
        said = str(context["expected"]).replace("'", "")
        return "FZ209", f"`{place}` cannot be `{given}`. Write one of: {said}."
    if kind == "string_pattern_mismatch":
        shape = "lower-case letters, digits, `-` and `_`"
        if key in ("id", "successor"):
            shape = "lower-case words joined by dots, such as `hotline.service`"
        return "FZ209", f"`{place}` cannot be `{given}`. Write {shape}."
    if kind == "string_too_short":
        return "FZ209", f"`{place}` is empty. Write a value or remove it."
    if kind in ("tuple_type", "list_type"):
        return "FZ209", f"`{place}` must be a list. Write `{key}: [{given}]`."
    if kind == "string_type":
        return "FZ209", f"`{place}` must be one text, not a list or mapping. Put it in quotes if it is one."
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "FZ209", f"`{place or 'This'}` must be a mapping of keys to values, not `{given}`."
    said = str(detail["msg"]).removeprefix("Value error, ")
    return "FZ209", f"`{place}` cannot be `{given}`: {said}."


def _fields_at(model: type[BaseModel], way: Sequence[int | str]) -> list[str]:
    """The names of the fields that may stand at a place inside a model."""
    here: Any = model
    for step in way:
        if isinstance(step, str) and step in here.model_fields:
            annotation = here.model_fields[step].annotation
            inner = [a for a in (annotation, *get_args(annotation)) if isinstance(a, type)]
            models = [a for a in inner if issubclass(a, BaseModel)]
            here = models[0] if models else here
    return list(here.model_fields)
