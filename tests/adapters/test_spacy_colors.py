"""displaCy shows every label of ours in a colour of ours, as entities and as spans."""

from __future__ import annotations

from typing import get_args

import pytest
from spacy import displacy

import fazhi_ie
from fazhi_ie.adapters.spacy.colors import COLORS
from fazhi_ie.records import SectionKind, TermKind

TEXT = "一、主要成效\n办理行政复议案件36件，推行“红石榴调解法”，印发《云溪县行政执法公示办法》。"


@pytest.mark.parametrize("label", [*get_args(TermKind), *get_args(SectionKind), "quantity", "citation"])
def test_every_label_has_a_colour(label: str) -> None:
    assert label.upper() in COLORS


def test_displacy_uses_the_colours() -> None:
    doc = fazhi_ie.load(segmenter="char")(TEXT)
    entities = displacy.render(doc, style="ent", jupyter=False)
    assert all(COLORS[entity.label_] in entities for entity in doc.ents)
    for key in doc.spans:
        spans = displacy.render(doc, style="span", jupyter=False, options={"spans_key": key})
        assert all(COLORS[span.label_] in spans for span in doc.spans[key])
