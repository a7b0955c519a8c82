"""Offsets: whatever edits are made, every clean character finds the raw characters it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.clean import Edit, OffsetMap
from fazhi_ie.clean.edits import apply_edits
from fazhi_ie.errors import InputError

ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=30)


@st.composite
def edit_lists(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits in text order without overlaps, of a text of `length` characters."""
    cuts = draw(st.lists(st.integers(0, length), max_size=8).map(sorted))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return [Edit(start, end, draw(st.text(max_size=3))) for start, end in spans]


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    """A raw text and up to four lists of edits, each for what the ones before leave."""
    raw = text = draw(ANY_TEXT)
    stages = []
    for _ in range(draw(st.integers(0, 4))):
        edits = draw(edit_lists(len(text)))
        stages.append(edits)
        text = apply_edits(text, edits)
    return raw, stages


def slow_history(raw: str, stages: list[list[Edit]]) -> list[tuple[str, int, int]]:
    """The plain model: every character carries its raw span along."""
    characters = [(character, i, i + 1) for i, character in enumerate(raw)]
    for edits in stages:
        before = characters.copy()
        for start, end, text in reversed(edits):
            old = before[start:end]
            if len(text) == len(old):
                new = [(c, *span) for c, (_, *span) in zip(text, old, strict=True)]
            else:
                raw_start = before[start][1] if start < len(before) else before[-1][2] if before else 0
                raw_end = max(raw_start, before[end - 1][2] if end else 0)
                new = [(c, raw_start, raw_end) for c in text]
            characters[start:end] = new
    return characters


@given(histories())
def test_map_agrees_with_characters_that_carry_their_spans(history: tuple[str, list[list[Edit]]]) -> None:
    raw, stages = history
    offsets = OffsetMap.compose(len(raw), stages)
    expected = slow_history(raw, stages)
    assert offsets.length == len(expected)
    assert [offsets.to_raw(i, i + 1) for i in range(len(expected))] == [(s, e) for _, s, e in expected]


@given(histories(), st.data())
def test_spans_stay_in_order_and_in_range(history: tuple[str, list[list[Edit]]], data: st.DataObject) -> None:
    raw, stages = history
    offsets = OffsetMap.compose(len(raw), stages)
    start = data.draw(st.integers(0, offsets.length))
    end = data.draw(st.integers(start, offsets.length))
    raw_start, raw_end = offsets.to_raw(start, end)
    assert 0 <= raw_start <= raw_end <= len(raw)
    wider = offsets.to_raw(max(start - 1, 0), min(end + 1, offsets.length))
    assert wider[0] <= raw_start
    assert raw_end <= wider[1]


def test_text_without_edits_has_the_identity() -> None:
    assert OffsetMap(5).then([]).to_raw(1, 3) == (1, 3)


def test_edits_that_keep_the_length_leave_no_trace() -> None:
    assert OffsetMap(5).then([Edit(1, 2, "（"), Edit(3, 5, "ab")]) == OffsetMap(5)


def test_deleted_characters_belong_to_spans_around_them_only() -> None:
    deleted = OffsetMap(6).then([Edit(2, 4, "")])
    assert deleted.to_raw(1, 3) == (1, 5)
    assert deleted.to_raw(1, 2) == (1, 2)
    assert deleted.to_raw(2, 3) == (4, 5)


@pytest.mark.parametrize(("position", "raw"), [(0, 2), (1, 3), (2, 4)])
def test_empty_span_is_a_point_before_its_character(position: int, raw: int) -> None:
    assert OffsetMap(4).then([Edit(0, 2, "")]).to_raw(position, position) == (raw, raw)


def test_text_that_was_deleted_whole_maps_to_its_beginning() -> None:
    assert OffsetMap(3).then([Edit(0, 3, "")]).to_raw(0, 0) == (0, 0)


@pytest.mark.parametrize("span", [(-1, 1), (0, 4), (2, 1)])
def test_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(InputError, match="FZ111"):
        OffsetMap(3).to_raw(*span)


@pytest.mark.parametrize("edits", [[Edit(2, 1, "")], [Edit(0, 2, ""), Edit(1, 3, "")], [Edit(0, 9, "")]])
def test_edits_out_of_order_or_range_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(InputError, match="FZ110"):
        apply_edits("一二三", edits)
