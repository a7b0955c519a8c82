"""The text that names are looked up in, and the way back to the clean text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.match.keytext import KeyText


@pytest.mark.parametrize(
    ("clean", "name", "surface"),
    [
        ("落实三项制度。", "三项制度", "三项制度"),
        ("落实“三项制度”。", "三项制度", "三项制度"),
        ("落实行政执法“三项制度”。", "行政执法三项制度", "行政执法“三项制度”"),
        ("“双随机、一公开”监管", "双随机、一公开监管", "“双随机、一公开”监管"),
        ("“谁执法谁普法”“谁主管谁负责”", "谁执法谁普法谁主管谁负责", None),
        ("推行“证照分离”改革", "离改革", None),
    ],
)
def test_to_clean_takes_in_marks_that_belong_to_the_name(clean, name, surface):
    key = KeyText(clean)
    start = key.text.index(name)
    span = key.to_clean(start, start + len(name))
    assert (clean[slice(*span)] if span else None) == surface


@given(st.text(alphabet="甲乙丙“”‘’，", max_size=30), st.data())
def test_to_clean_gives_back_the_same_characters(clean, data):
    key = KeyText(clean)
    if not key.text:
        return
    start = data.draw(st.integers(0, len(key.text) - 1))
    end = data.draw(st.integers(start + 1, len(key.text)))
    span = key.to_clean(start, end)
    if span is not None:
        assert KeyText(clean[slice(*span)]).text == key.text[start:end]
