"""The JSON Schema of pack files, for editors that complete keys and underline mistakes as they are typed.

One schema serves all files: a file with a `kind` is a pattern file, one without is `pack.yaml`. It is
generated from the models; the copy beside the packs is there because editors read files.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from .model import AnyFile, Manifest

FILE_NAME = "schema.json"


def pack_schema() -> dict[str, Any]:
    """The schema as plain data.

    >>> sorted(pack_schema()["$defs"]["Term"]["required"])
    ['id', 'kind', 'name']
    """
    patterns = TypeAdapter(AnyFile).json_schema(ref_template="#/$defs/{model}")
    _, manifest = models_json_schema([(Manifest, "validation")], ref_template="#/$defs/{model}")
    definitions = patterns.pop("$defs") | manifest["$defs"]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "fazhi_ie pattern pack",
        "if": {"required": ["kind"]},
        "then": patterns,
        "else": {"$ref": "#/$defs/Manifest"},
        "$defs": dict(sorted(definitions.items())),
    }
    _unwrap(schema)
    return schema


def _unwrap(node: Any) -> None:
    """Put descriptions, which come from docstrings, on one line each."""
    if isinstance(node, dict):
        if isinstance(node.get("description"), str):
            node["description"] = " ".join(node["description"].split())
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            _unwrap(child)


def schema_text() -> str:
    """The schema as the text of `schema.json`."""
    return json.dumps(pack_schema(), ensure_ascii=False, indent=2) + "\n"
