"""Reading whatever a crawler brought home: the bytes decide, nothing blocks, and each failure is a sentence."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_ie.adapters.reading import find_texts, read, read_text, text_of
from fazhi_ie.adapters.reading.pdf import pdf_text
from fazhi_ie.adapters.reading.web import html_text
from fazhi_ie.adapters.reading.word import docx_text
from fazhi_ie.errors import InputError
from made_files import lines, outcome, paragraph, pdf, word

SENTENCE = "受理行政复议36件。"
PAGE = f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>".encode()
CODES = ("FZ113", "FZ114", "FZ115", "FZ119", "FZ130", "FZ132")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for name in names:
            new.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".doc", ".html", ".docx", ""])
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SENTENCE.encode("gb18030"), id="text"),
        pytest.param(PAGE, id="page"),
        pytest.param(PAGE.decode().encode("utf-16"), id="page in utf-16"),
        pytest.param(word(paragraph(SENTENCE)), id="word"),
        pytest.param(pdf(lines(SENTENCE)), id="pdf"),
    ],
)
def test_content_decides_over_the_name(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"report{suffix}"
    path.write_bytes(data)
    assert read_text(path) == SENTENCE


def test_fragment_of_a_page_is_read_as_one_and_markdown_is_not() -> None:
    assert text_of(f"<div class=TRS_Editor><p>{SENTENCE}</p>\n</div>\n".encode(), suffix=".txt") == SENTENCE
    markdown = f"<div align=center>\n</div>\n\n# 报告\n\n{SENTENCE}\n"
    assert text_of(markdown.encode(), suffix=".md") == markdown


@pytest.mark.parametrize(
    "data",
    [
        b"<!--x-->" * 5_000 + b"y",
        b"<!--" * 50_000,
        "：".encode() * 200_000,
        b"<div " + b"> " * 100_000 + b"x",
    ],
    ids=["comments", "open comments", "colons", "brackets"],
)
@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_odd_text_is_read_in_linear_time(data: bytes, suffix: str) -> None:
    assert outcome(lambda data: text_of(data, suffix=suffix), data) in ("text", "FZ119")


def test_text_without_tags_stays_text_whatever_its_name() -> None:
    assert text_of("一、成效\n受理36件".encode(), suffix=".html") == "一、成效\n受理36件"


@pytest.mark.parametrize(
    ("data", "code", "remedy"),
    [
        pytest.param(OLE, "FZ113", "soffice --headless --convert-to docx", id="doc"),
        pytest.param(b"{\\rtf1\\ansi", "FZ113", "soffice", id="rtf"),
        pytest.param(archive("content.xml", "mimetype"), "FZ113", "soffice", id="odt"),
        pytest.param(archive("xl/workbook.xml", "[Content_Types].xml"), "FZ113", "workbook", id="xlsx"),
        pytest.param(archive("a.txt", "b.txt"), "FZ113", "unpack it", id="zip"),
        pytest.param(
            b"<?xml version='1.0'?>\n<?mso-application progid='Word.Document'?>", "FZ113", "soffice", id="xml"
        ),
        pytest.param(
            b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related",
            "FZ113",
            "HTML",
            id="mht",
        ),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), "FZ137", "save it without", id="docx with password"
        ),
        pytest.param(word(paragraph(SENTENCE))[:-300], "FZ130", "fetch it again", id="docx cut off"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "FZ114", "in one of these", id="picture"),
    ],
)
def test_format_that_is_not_read_says_what_to_do(data: bytes, code: str, remedy: str) -> None:
    with pytest.raises(InputError, match=rf"^{code}: r\.doc .*{remedy}.*\.$"):
        text_of(data, name="r.doc")


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_empty_document_is_no_report(suffix: str) -> None:
    with pytest.raises(InputError, match=r"FZ130: .* is empty"):
        text_of(b"", suffix=suffix)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"FZ112: The file .*gone\.txt cannot be read: no such file"):
        read_text(tmp_path / "gone.txt")


@pytest.mark.parametrize("name", ["a\0.txt", "\ud800.txt", "n" * 5000])
def test_name_that_no_file_can_have_is_an_error_like_others(name: str) -> None:
    with pytest.raises(InputError, match="FZ112"):
        read_text(Path(name))


def test_name_with_a_newline_makes_a_message_of_one_line() -> None:
    with pytest.raises(InputError, match=r"The file a\\nb\.txt cannot be read: [^\n]+\Z"):
        read_text(Path("a\nb.txt"))


def test_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"FZ111: The folder .* holds no report .* \.txt"):
        read_text(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_found_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (path,) = find_texts([tmp_path])
    with pytest.raises(InputError, match="FZ118"):
        read_text(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no devices in the file system")
def test_device_is_not_read() -> None:
    with pytest.raises(InputError, match="FZ118"):
        read_text(Path("/dev/zero"))


def test_pipe_of_the_shell_is_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, SENTENCE.encode())
    os.close(writer)
    assert read_text(Path(f"/dev/fd/{reader}")) == SENTENCE


def test_file_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST_BYTES", 10)
    (tmp_path / "a.txt").write_text("x" * 11)
    with pytest.raises(InputError, match=r"FZ116: .* more than 10 bytes"):
        read_text(tmp_path / "a.txt")


def test_standard_input_may_be_any_format(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (SENTENCE.encode("gbk"), PAGE, word(paragraph(SENTENCE))):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert read_text(Path("-")) == SENTENCE


def test_closed_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError, match="Standard input is closed"):
        read_text(Path("-"))


@pytest.mark.parametrize(
    ("module", "extra", "read_one", "data"),
    [
        ("selectolax.lexbor", "html", html_text, PAGE),
        ("docx", "docx", docx_text, word(paragraph(SENTENCE))),
        ("pypdfium2", "pdf", pdf_text, pdf(lines(SENTENCE))),
    ],
)
def test_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, module: str, extra: str, read_one: Callable[[bytes], str], data: bytes
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf'FZ117: .* pip install "fazhi-ie\[{extra}\]"'):
        read_one(data)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([PAGE, b"PK\x03\x04", OLE, b"{\\rtf", b"<html", b""]),
    st.binary(max_size=60),
    st.integers(0, 90),
)
def test_any_bytes_are_text_or_a_sentence(seed: bytes, noise: bytes, place: int) -> None:
    assert outcome(text_of, seed[:place] + noise + seed[place:]) in ("text", "nothing", *CODES)
