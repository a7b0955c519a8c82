"""Decoding: which encodings are text, and when a file is refused rather than guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.adapters.reading import decode
from fazhi_ie.errors import InputError
from made_files import outcome

SENTENCE = "全年收到行政复议申请41件，\r\n审结38件，纠错率为5.3%。\n"
TRADITIONAL = "全年收到行政複議申請41件，審結38件，糾錯率為5.3%，組織執法培訓3期。"
PARAGRAPH = "县人民政府常务会议听取法治建设工作汇报3次，组织会前学法12次，参加人员累计达到480人次。"
OTHER = "縣人民政府常務會議聽取法治建設工作彙報3次，組織會前學法12次，參加人員累計達到480人次。"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "gb2312", "utf-16-le", "utf-16-be"])
def test_decode_keeps_text_and_newlines(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "gb18030", "gbk", "utf-16-le", "utf-16-be"])
def test_decode_reads_traditional_text(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == TRADITIONAL


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_decode_keeps_byte_order_mark_as_a_character(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == "\ufeff" + SENTENCE


def test_decode_reads_big_endian_utf16() -> None:
    assert decode(b"\xfe\xff" + SENTENCE.encode("utf-16-be")) == "\ufeff" + SENTENCE


def test_decode_takes_an_empty_file_for_an_empty_text() -> None:
    assert decode(b"") == ""


@pytest.mark.parametrize("start", range(10))
@pytest.mark.parametrize(
    ("text", "encoding"), [(PARAGRAPH, "gb18030"), (PARAGRAPH, "utf-16-le"), (OTHER, "big5")]
)
def test_thirty_characters_are_enough(text: str, encoding: str, start: int) -> None:
    piece = text[start : start + 30]
    assert decode(piece.encode(encoding)) == piece


@given(st.text(alphabet=st.characters(exclude_characters="\0", codec="utf-8")))
def test_decode_returns_any_utf8_text_unchanged(text: str) -> None:
    assert decode(text.encode("utf-8")) == text


@given(st.binary(max_size=200))
def test_decode_returns_text_without_nul_or_refuses(data: bytes) -> None:
    assert outcome(decode, data) in ("text", "nothing", "FZ114", "FZ115")


@given(st.binary(max_size=200), st.sampled_from(["gb18030", "utf-16-le", "big5"]))
def test_decoded_text_has_no_nul(data: bytes, encoding: str) -> None:
    data = PARAGRAPH.encode(encoding, "ignore") + data
    assert outcome(decode, data) != "text" or "\0" not in decode(data)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("gb18030", "utf-8"),
        ("utf-8", "gb18030"),
        ("gb18030", "utf-16-le"),
        ("big5", "utf-8"),
        ("big5", "gb18030"),
    ],
)
@pytest.mark.parametrize("times", [1, 10])
def test_text_pasted_together_from_two_encodings_is_refused(first: str, second: str, times: int) -> None:
    data = ((OTHER if first == "big5" else PARAGRAPH) * 10).encode(first) + (PARAGRAPH * times).encode(second)
    with pytest.raises(InputError, match=r"FZ11[45]"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(SENTENCE.encode("utf-8")[:-5] + b"\xe3\x80", "FZ115", id="utf-8 cut off"),
        pytest.param("Procès-verbal, à l'été".encode("latin-1"), "FZ115", id="latin-1"),
        pytest.param(SENTENCE.encode("utf-16")[:-1], "FZ115", id="utf-16 cut off"),
        pytest.param(SENTENCE.encode("utf-32"), "FZ115", id="utf-32, whose mark is that of utf-16"),
        pytest.param(b"\x7fELF\x02\x01\x01\0\0\0", "FZ114", id="program"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "FZ114", id="picture"),
    ],
)
def test_decode_refuses_what_is_not_surely_text(data: bytes, code: str) -> None:
    with pytest.raises(InputError, match=rf"^{code}: r\.txt .*\.$"):
        decode(data, name="r.txt")


def test_refusal_says_where_utf8_is_damaged() -> None:
    with pytest.raises(InputError, match="damaged at byte 12"):
        decode("全年收到".encode() + b"\xff" + "行政复议".encode())
