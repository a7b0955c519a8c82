"""Segmenters: words add up to the text, whatever the text; errors say what to do."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_ie import InputError
from fazhi_ie.segment import cut_at, load_segmenter

NAMES = ["char", "jieba", "pkuseg"]
SEGMENTERS = {name: load_segmenter(name) for name in NAMES}

common = st.sampled_from("依法行政2023年A.，。 \n\r\t\u3000\u00a0\x00\x1c\u2028《》😀")
text_with_spaces = st.text(common | st.characters())


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=200, deadline=None)
@given(text=text_with_spaces)
def test_words_add_up_to_the_text(name, text):
    words = SEGMENTERS[name](text)
    assert "".join(words) == text
    assert all(words)


@pytest.mark.parametrize("name", ["jieba", "pkuseg"])
@pytest.mark.parametrize(
    "words",
    [
        ["推进", "法治", "政府", "建设"],
        ["召开", "新闻", "发布会"],
        ["人民", "群众", "满意"],
    ],
)
def test_words_are_the_words_of_the_language(name, words):
    assert set(words) & set(SEGMENTERS[name]("".join(words)))
    assert len(SEGMENTERS[name]("".join(words))) <= len(words) + 1


@pytest.mark.parametrize("name", NAMES)
def test_a_text_without_spaces_of_any_length_is_taken(name):
    text = "办" * 25_000
    assert "".join(SEGMENTERS[name](text)) == text


@given(words=st.lists(st.text(min_size=1, max_size=4)), places=st.lists(st.integers(-3, 40)))
def test_cut_words_add_up_and_have_an_edge_at_each_place(words, places):
    text = "".join(words)
    cut = cut_at(text, words, places)
    edges = {0}
    for word in cut:
        edges.add(max(edges) + len(word))
    assert "".join(cut) == text
    assert {place for place in places if 0 <= place <= len(text)} <= edges
    assert all(cut)


def test_words_that_fit_are_left_whole():
    assert cut_at("行政复议申请", ["行政", "复议", "申请"], [0, 2, 4, 6]) == ["行政", "复议", "申请"]


def test_a_missing_package_is_said_with_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "jieba", None)
    with pytest.raises(InputError, match=r"FZ172.*pip install 'fazhi-ie\[jieba\]'"):
        load_segmenter("jieba")


def test_an_unknown_segmenter_is_said_with_those_there_are():
    with pytest.raises(InputError, match=r"FZ171.*'hanlp'.*pkuseg, jieba, char"):
        load_segmenter("hanlp")


def test_jieba_says_and_writes_nothing(capfd, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    load_segmenter("jieba")("依法行政")
    assert capfd.readouterr() == ("", "")
    assert not list(tmp_path.iterdir())
