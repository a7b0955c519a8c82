"""Cleaning as a whole: one text in many disguises, and a way back that holds for any text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import opencc
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fazhi_ie.clean import DEFAULT_STEPS, Step, clean
from fazhi_ie.errors import InputError

SENTENCE = "全年办理行政复议案件1268件，办结率99.5%，组织“法律十进”活动35场次。"

# Characters that some step looks at, so that Hypothesis meets them often.
LIVELY = (
    "法治政府第页年一二是，。、；：“”《》（）()[]<>\"'「?？,.:;-—~～0123４５％"
    " \u3000\t\n\r\u200b\xa0\ue5e5&*_#|`號複議著衞⾏設(shè)F〔"
)
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(LIVELY), st.characters(codec=None)), max_size=80)


@pytest.mark.parametrize(
    "disguise",
    [
        "全年辦理行政複議案件1268件，辦結率99.5%，組織“法律十進”活動35場次。",
        "全年辦(bàn)理行政復(fù)議案件1268件，辦(bàn)結(jié)率99.5%，組(zǔ)織(zhī)“法律十進(jìn)”活動(dòng)35場(chǎng)次。",
        "全年办理行政复议案件１２６８件，办结率９９．５％，组织“法律十进”活动３５场次。",
        '全年办理行政复议案件1268件,办结率99.5%,组织"法律十进"活动35场次。',
        "全年办理行政复议案件 1268 件，办结率 99.5 %，组织“法律十进”活动 35 场次。",
        "全年办理行政复议案件12\n68件，办结率99.5%，组织“法律\n十进”活动35场次。\n",
        "\ufeff　　全年办理行政复\u200b议案件1268件，办结率99.5%，组织**“法律十进”**活动35场次。\r\n",
        "全年办理行政复议案件1268件，办结率99.5%，组织「法律十进」活动&nbsp;35&nbsp;场次。",
    ],
)
def test_disguises_of_a_sentence_come_off(disguise: str) -> None:
    assert clean(disguise).text == SENTENCE


def test_quantity_is_found_in_the_raw_text_as_it_stands_there() -> None:
    cleaned = clean("全年辦(bàn)理案件１ ２\n６８ 件，辦(bàn)結(jié)。")
    start = cleaned.text.index("件，")
    assert cleaned.raw[slice(*cleaned.to_raw(start, start + 1))] == "件"


@given(TEXTS)
@example("\ud800")
@example("\x00")
@example("")
@example("\U00020000(bàn)\U0001f600")
def test_every_clean_span_has_a_raw_span_in_order(raw: str) -> None:
    cleaned = clean(raw)
    spans = [cleaned.to_raw(i, i + 1) for i in range(len(cleaned.text))]
    assert all(0 <= start < end <= len(raw) for start, end in spans)
    assert spans == sorted(spans)


@given(TEXTS)
def test_digits_keep_their_places(raw: str) -> None:
    """Every ASCII digit of the clean text stands at its place in the raw text, as a digit of any width."""
    cleaned = clean(raw.replace("&", ""))
    for i, character in enumerate(cleaned.text):
        if character.isascii() and character.isdigit():
            start, end = cleaned.to_raw(i, i + 1)
            assert character == unicodedata.normalize("NFKC", cleaned.raw[start:end])


@given(TEXTS.filter(lambda text: max(text, default="") < "\U00020000"))  # see alphabet.traditional
def test_skipping_steps_changes_nothing(raw: str) -> None:
    always = tuple(replace(step, wakes=frozenset()) for step in DEFAULT_STEPS)
    assert clean(raw, steps=always).text == clean(raw).text


@given(st.integers(1, len(SENTENCE) - 1), st.sampled_from(["\u200b", "\ufeff", "\xad", " ", "\u3000", "\n"]))
def test_noise_at_any_place_comes_off(position: int, noise: str) -> None:
    around = SENTENCE[position - 1 : position + 1]
    if noise == "\n" and (around[0] in "，。" or around[1] in "“"):
        return
    text = "各级各部门认真履职，法律十进活动有序开展。" + SENTENCE
    position += len(text) - len(SENTENCE)
    assert clean(text[:position] + noise + text[position:]).text == text


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_traditional_editions_give_the_same_text(config: str) -> None:
    text = SENTENCE + "着力优化公共卫生服务，成效显著，群众反复咨询的问题得到答复。"
    assert clean(opencc.OpenCC(config).convert(text)).text == text


def test_clean_text_has_no_steps_and_no_pieces() -> None:
    cleaned = clean(SENTENCE)
    assert cleaned.text == SENTENCE
    assert cleaned.steps == ()
    assert cleaned.to_raw(3, 7) == (3, 7)


def test_steps_tell_what_they_did() -> None:
    names = [step.name for step in clean("受理１２\u200b件").steps]
    assert names == ["invisible", "widths"]


def test_chosen_steps_run_alone() -> None:
    only = tuple(step for step in DEFAULT_STEPS if step.name == "simplify")
    assert clean("受理複議, 辦結", steps=only).text == "受理复议, 办结"


def test_step_that_hides_a_change_of_length_is_refused() -> None:
    with pytest.raises(InputError, match="FZ112"):
        clean("受理", steps=(Step("careless", lambda text: text + "!"),))
