"""`fazhi-ie schema`: print what a record looks like, for programs in any language."""

from __future__ import annotations

import json

import typer


def command() -> None:
    """Print the JSON Schema of a report, as `extract --format jsonl` writes it."""
    from ...records import Report

    typer.echo(json.dumps(Report.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
