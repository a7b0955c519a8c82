"""Reading files: which encodings are text, and when a file is refused rather than guessed."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.adapters.files import decode, find_texts, read_text, source_id
from fazhi_ie.errors import InputError

SENTENCE = "全年收到行政复议申请41件，\r\n审结38件，纠错率为5.3%。\n"
TRADITIONAL = "全年收到行政複議申請41件，審結38件，糾錯率爲5.3%，組織執法培訓3期。"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "gb2312"])
def test_decode_keeps_text_and_newlines(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_decode_keeps_byte_order_mark_as_a_character(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == "\ufeff" + SENTENCE


def test_decode_reads_big_endian_utf16() -> None:
    assert decode(b"\xfe\xff" + SENTENCE.encode("utf-16-be")) == "\ufeff" + SENTENCE


def test_decode_reads_traditional_text_in_gb18030() -> None:
    assert decode(TRADITIONAL.encode("gb18030")) == TRADITIONAL


def test_decode_takes_an_empty_file_for_an_empty_text() -> None:
    assert decode(b"") == ""


@given(st.text(alphabet=st.characters(exclude_characters="\0", codec="utf-8")))
def test_decode_returns_any_utf8_text_unchanged(text: str) -> None:
    data = text.encode("utf-8")
    if not data.startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf")):
        assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(TRADITIONAL.encode("big5", "ignore"), "FZ115", id="big5"),
        pytest.param(SENTENCE.encode("utf-8")[:-5] + b"\xe3\x80", "FZ115", id="utf-8 cut off"),
        pytest.param("Procès-verbal, à l'été".encode("latin-1"), "FZ115", id="latin-1"),
        pytest.param(SENTENCE.encode("utf-16")[:-1], "FZ115", id="utf-16 cut off"),
        pytest.param(SENTENCE.encode("utf-16-le"), "FZ114", id="utf-16 without mark"),
        pytest.param(SENTENCE.encode("utf-32"), "FZ114", id="utf-32"),
        pytest.param(b"\x7fELF\x02\x01\x01\0\0\0", "FZ114", id="program"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "FZ113", id="pdf"),
        pytest.param(b"PK\x03\x04\x14\0\x06\0", "FZ113", id="docx"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "FZ113", id="doc"),
    ],
)
def test_decode_refuses_what_is_not_surely_text(data: bytes, code: str) -> None:
    with pytest.raises(InputError, match=rf"^{code}: r\.txt .*\.$"):
        decode(data, name="r.txt")


@pytest.mark.parametrize("suffix", [".doc", ".docx", ".pdf", ".wps", ".DOCX"])
def test_read_text_says_what_to_do_with_office_files(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"report{suffix}"
    path.write_text(SENTENCE)
    with pytest.raises(InputError, match="save it as plain text first"):
        read_text(path)


def test_read_text_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"FZ112: The file .*gone\.txt cannot be read: no such file"):
        read_text(tmp_path / "gone.txt")


def test_read_text_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode("gbk"))))
    assert read_text(Path("-")) == SENTENCE


def test_read_text_refuses_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError, match="Standard input is closed"):
        read_text(Path("-"))


def test_find_texts_lists_a_folder_sorted_and_files_as_given(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.TXT", "notes.json", "c.text"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    given_first = tmp_path / "notes.json"
    assert find_texts([given_first, tmp_path]) == [
        given_first,
        tmp_path / "a.TXT",
        tmp_path / "b" / "1.md",
        tmp_path / "b" / "2.txt",
    ]


def test_folder_without_texts_is_found_and_refused(tmp_path: Path) -> None:
    assert find_texts([tmp_path]) == [tmp_path]
    with pytest.raises(InputError, match=r"FZ111: The folder .* holds no \.txt or \.md file"):
        read_text(tmp_path)


def test_source_id_is_text_even_when_the_name_is_not_utf8() -> None:
    path = Path(os.fsdecode(b"report-\xff.txt"))
    assert source_id(path) == "report-\ufffd.txt"
