"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.structure import Sentences
from marked import parse

CASES = [
    "<s>受理12件。</s><s>办结10件；调解2件。</s>",
    "<s>一、主要做法</s>\n<s>受理12件。</s>\n<s>办结10件</s>",
    "<s>（一）严格执法。</s><s>受理12件！</s><s>办结几件？</s>",
    "<s>提出“办得快。”</s><s>受理12件（含上年。）</s><s>办结10件。</s>",
    "<s>受理1.2万件，办结率99.5%。</s>",
]


@pytest.mark.parametrize("marked", CASES)
def test_every_position_lies_in_its_sentence(marked: str) -> None:
    text, marks = parse(marked)
    sentences = Sentences(text)
    for mark in marks:
        found = {sentences.at(position) for position in range(mark.start, mark.end)}
        assert found == {(mark.start, mark.end)}


@given(st.text(alphabet="甲乙。！”）\n1.", min_size=1, max_size=60))
def test_sentences_cover_the_text(text: str) -> None:
    sentences = Sentences(text)
    for position, character in enumerate(text):
        start, end = sentences.at(position)
        assert start <= position < end or character == "\n"
