"""The tokenizer: the text as given, tokens with an edge at every record's edge, the same records whatever
the words."""

import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import fazhi_ie
from fazhi_ie.adapters.spacy.engine import record_edges
from spacy_texts import HARD_TEXTS, REPORT

SEGMENTERS = ["char", "jieba", "pkuseg"]
PIPELINES = {name: fazhi_ie.load(segmenter=name) for name in SEGMENTERS}

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize("segmenter", SEGMENTERS)
@pytest.mark.parametrize("text", [*HARD_TEXTS, REPORT])
def test_text_of_a_doc_is_the_text_as_given(segmenter, text):
    assert PIPELINES[segmenter](text).text == text


@pytest.mark.parametrize("segmenter", SEGMENTERS)
@settings(max_examples=60, deadline=None)
@given(text=any_text)
def test_any_text_keeps_its_characters_and_its_records(segmenter, text):
    doc = PIPELINES[segmenter](text)
    assert doc.text == text
    assert doc._.report == fazhi_ie.extract(text)
    assert doc._.fazhi_unaligned == 0


@pytest.mark.parametrize("segmenter", SEGMENTERS)
def test_records_do_not_depend_on_the_segmenter(segmenter):
    expected = fazhi_ie.extract(REPORT)
    assert expected.statistics
    assert expected.terms
    assert expected.citations
    assert expected.sections
    assert PIPELINES[segmenter](REPORT)._.report == expected


@pytest.mark.parametrize("segmenter", SEGMENTERS)
def test_every_edge_of_a_record_is_an_edge_of_a_token(segmenter):
    doc = PIPELINES[segmenter](REPORT)
    edges = {0, *(token.idx + len(token) for token in doc)}
    assert set(record_edges(doc.user_data["fazhi_ie"])) <= edges


def test_words_that_reach_across_a_record_are_cut():
    doc = PIPELINES["pkuseg"]("全年办理12345件。")
    statistic = doc._.report.statistics[0].quantity
    assert [span.text for span in doc.spans["fazhi_quantities"]] == [statistic.text]


def test_segmenters_differ_in_tokens():
    lengths = {name: len(nlp(REPORT)) for name, nlp in PIPELINES.items()}
    assert lengths["char"] == len(REPORT)
    assert lengths["pkuseg"] < lengths["char"]
    assert lengths["jieba"] < lengths["char"]


def test_a_lone_surrogate_is_refused_with_its_place():
    with pytest.raises(fazhi_ie.InputError, match=r"FZ173.*offset 2 \(U\+D800\)"):
        PIPELINES["char"]("坏字\ud800符")


def test_texts_longer_than_spacys_limit_are_taken():
    text = "依法行政。" * 210_000
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": PIPELINES["char"].config["nlp"]["tokenizer"]}})
    assert len(nlp(text)) == len(text)


@pytest.mark.parametrize("segmenter", SEGMENTERS)
def test_time_grows_with_the_length_not_its_square(segmenter):
    tokenizer = PIPELINES[segmenter].tokenizer

    def seconds(text):
        started = time.perf_counter()
        tokenizer(text)
        return time.perf_counter() - started

    short, long = "全县办结案件，" * 1_500, "全县办结案件，" * 12_000
    best_short, best_long = (min(seconds(text) for _ in range(3)) for text in (short, long))
    assert best_long < 8 * 3 * best_short  # 8 times the text; the square would be 64


def test_tokens_of_a_char_pipeline_are_its_characters():
    doc = PIPELINES["char"](REPORT)
    assert all(right.idx - left.idx == 1 for left, right in pairwise(doc))
