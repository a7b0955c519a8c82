"""Annotations as JSON beside the texts."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fazhi_ie import InputError
from fazhi_ie.adapters.annotation import read_gold

TEXT = "受理36件。\r\n"


def write(folder: Path, content: Any) -> Path:
    (folder / "a.txt").write_bytes(TEXT.encode())
    (folder / "a.gold.json").write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return folder


def test_every_layer_is_read_with_the_text_to_the_character(tmp_path: Path) -> None:
    content = {
        "meta": {"title": "报告", "issuers": ["甲"], "year": None},
        "quantities": [{"start": 2, "text": "36件", "value": 36.5, "value_max": "", "unit": "", "per": ""}],
        "terms": [{"surface": "述法", "name": "述法", "kind": "activity"}],
        "citations": [],
        "sections": [{"level": 1, "number": "一、", "heading": "工作", "kind": "other"}],
    }
    (gold,) = read_gold(write(tmp_path, content))
    assert (gold.id, gold.text) == ("a", TEXT)
    assert gold.header.model_fields_set == {"title", "issuers", "year"}
    quantity = gold.quantities[0] if gold.quantities else None
    assert quantity is not None
    assert (quantity.value, quantity.value_max, quantity.per) == (Decimal("36.5"), None, None)
    assert "bound" not in quantity.model_fields_set
    assert gold.citations == ()


def test_layers_that_are_missing_and_sections_that_are_empty_were_not_annotated(tmp_path: Path) -> None:
    (gold,) = read_gold(write(tmp_path, {"quantities": [], "sections": []}))
    assert (gold.quantities, gold.terms, gold.citations, gold.sections) == ((), None, None, None)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "at its beginning: Invalid JSON"),
        ({"quantitys": []}, "at quantitys: Extra inputs are not permitted"),
        ({"quantities": [{"text": "36件"}]}, "at quantities.0.start: Field required"),
        ({"quantities": [{"start": 2, "bound": "more"}]}, "at quantities.0.bound: Input should be 'exact'"),
    ],
)
def test_a_file_of_another_form_is_an_error(tmp_path: Path, content: Any, said: str) -> None:
    with pytest.raises(InputError, match=r"FZ176: .*a\.gold\.json is not an annotation") as caught:
        read_gold(write(tmp_path, content))
    assert said in caught.value.message


def test_an_annotation_without_its_text_is_an_error(tmp_path: Path) -> None:
    (write(tmp_path, {}) / "a.txt").unlink()
    with pytest.raises(InputError, match=r"FZ178: .*a\.txt of the annotations cannot be read"):
        read_gold(tmp_path)
