"""The shipped model: small, quick to load, read without pickle, and exactly what spacy-pkuseg makes of it."""

import pickle
import time

import pytest
import spacy_pkuseg
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_ie.segment.pkuseg_words import LETTER, MODEL, NUMERAL, PkusegModel, pkuseg_segmenter

LIBRARY = spacy_pkuseg.pkuseg(str(MODEL), user_dict=None)
OURS = PkusegModel(MODEL)

SENTENCES = [
    "一年来，全市上下深入推进依法行政，各项任务按期完成。",
    "受理行政复议申请1,204件，同比增长８.５％，其中调解结案三百二十六件。",
    "修订《栖霞镇综合执法事项清单（2022年版）》，新增ＡＢ类事项12项",
    "重大行政决策合法性审查率100%；",
    "字",
    "……",
]
anything = st.characters(exclude_categories=["Cs"], exclude_characters=NUMERAL + LETTER)
letters = st.sampled_from("依法行政府机关人民调解委员会的了在年月日件次一二三0123ＡｂC，。《》.-*:/几％")


def test_the_model_is_a_few_megabytes():
    assert sum(file.stat().st_size for file in MODEL.iterdir()) < 6_000_000


def test_the_model_loads_quickly():
    started = time.process_time()
    PkusegModel(MODEL)
    assert time.process_time() - started < 2  # about 0.3 s on a quiet machine


def test_no_pickle_is_read(monkeypatch):
    def refuse(*arguments, **options):
        raise AssertionError("a pickle was read")

    for name in ("load", "loads", "Unpickler"):
        monkeypatch.setattr(pickle, name, refuse)
    assert pkuseg_segmenter()("依法 行政") == ["依法", " ", "行政"]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_are_those_of_the_library(sentence):
    assert OURS.cut(sentence) == LIBRARY.cut(sentence)


@settings(max_examples=300, deadline=None)
@given(text=st.text(letters | anything))
def test_words_of_any_text_are_those_of_the_library(text):
    for run in text.split():
        assert OURS.cut(run) == LIBRARY.cut(run)
