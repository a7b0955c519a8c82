"""Marks that nest, overlap, touch or are empty: the text is cut at their edges and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.adapters.html import Mark, pieces


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(max_size=30))
    edge = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edge, edge).map(sorted), max_size=8))
    return text, [Mark(start, end, "any", number) for number, (start, end) in enumerate(spans)]


@given(marked())
def test_pieces_are_the_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(marked())
def test_pieces_of_a_mark_are_its_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    for number, mark in enumerate(marks):
        covered = "".join(piece.text for piece in pieces(text, marks) if number in piece.marks)
        assert covered == text[mark.start : mark.end]


def test_overlap_becomes_a_piece_of_its_own() -> None:
    marks = [Mark(0, 3, "term", 0), Mark(2, 5, "citation", 0)]
    assert list(pieces("甲乙丙丁戊", marks)) == [("甲乙", (0,)), ("丙", (0, 1)), ("丁戊", (1,))]
