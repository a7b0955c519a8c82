"""Word documents: what the printed page says, and no bomb goes off."""

from __future__ import annotations

import io
import random
import zipfile

import docx
import pytest

from fazhi_ie import extract
from fazhi_ie.adapters.reading.numbering import spelled
from fazhi_ie.adapters.reading.word import docx_text
from fazhi_ie.errors import InputError
from made_files import cell, numbered, outcome, paragraph, run, saved, table, with_part, word

DOCUMENT = "word/document.xml"


def read(*blocks: str) -> list[str]:
    return docx_text(word(*blocks)).split("\n")


def test_paragraphs_and_tables_come_in_their_order() -> None:
    rows = table([cell("事项"), cell("件数")], [cell("复议"), cell("36")])
    assert read(paragraph("如下："), rows, paragraph("特此报告。")) == [
        "如下：",
        "|事项|件数|",
        "|复议|36|",
        "特此报告。",
    ]


def test_automatic_numbers_of_headings_are_written_out() -> None:
    assert read(
        numbered("主要做法", 0),
        numbered("加强领导", 1),
        numbered("学法6次。", 2),
        numbered("36件办结。", 2),
        numbered("依法决策", 1),
        numbered("听证3次。", 2),
        numbered("存在问题", 0),
        numbered("附件清单", 0, number=2),
    ) == [
        "一、主要做法",
        "（一）加强领导",
        "1.学法6次。",
        "2. 36件办结。",  # not 2.36
        "（二）依法决策",
        "1.听证3次。",
        "二、存在问题",
        "一、附件清单",
    ]


def test_sections_are_found_by_automatic_numbers() -> None:
    blocks = (
        numbered("主要做法", 0),
        paragraph("办理复议36件。"),
        numbered("存在问题", 0),
        paragraph("短板。"),
    )
    text = docx_text(word(*blocks))
    assert [section.number for section in extract(text).sections] == ["一、", "二、"]


@pytest.mark.parametrize(
    ("style", "count", "written"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 21, "二十一"),
        ("japaneseCounting", 105, "一百零五"),
        ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"),
        ("chineseLegalSimplified", 3, "叁"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("upperRoman", 14, "XIV"),
        ("decimalZero", 7, "07"),
        ("anything else", 7, "7"),
    ],
)
def test_counts_are_spelled_as_word_does(style: str, count: int, written: str) -> None:
    assert spelled(count, style) == written


def test_numbers_may_come_from_a_style() -> None:
    document = docx.Document(io.BytesIO(word(numbered("x", 0))))
    style = document.styles["Heading 1"].element
    style.get_or_add_pPr().append(document.element.body[0].pPr.numPr)
    document.paragraphs[0].text = "开头。"
    document.add_paragraph("主要做法", style="Heading 1")
    document.add_paragraph("存在问题", style="Heading 1")
    assert docx_text(saved(document)) == "开头。\n一、主要做法\n二、存在问题"


def test_insertions_count_and_deletions_do_not() -> None:
    changed = paragraph(
        "办理",
        f"<w:del>{run('99').replace('w:t', 'w:delText')}</w:del>",
        f"<w:ins>{run('36')}</w:ins>",
        "件。",
    )
    deleted_end = paragraph("前半", properties="<w:rPr><w:del/></w:rPr>")
    assert read(changed, deleted_end, paragraph("后半。")) == ["办理36件。", "前半后半。"]


def test_what_is_not_on_the_page_is_not_in_the_text() -> None:
    hidden = paragraph("公开", run("秘密99件", "<w:vanish/>"), "内容。")
    field = paragraph(f"<w:r><w:instrText>PAGE 99</w:instrText></w:r>{run('第一节')}")
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('一、做法 99')}</w:sdtContent></w:sdt>"
    )
    assert read(contents, hidden, field) == ["公开内容。", "第一节"]


def test_wrapped_text_is_read() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件8件。')}</w:sdtContent></w:sdt>"
    link = paragraph("见", f"<w:hyperlink>{run('附件')}</w:hyperlink>")
    reading = f"<w:r><w:ruby><w:rt>{run('xíng')}</w:rt><w:rubyBase>{run('行')}</w:rubyBase></w:ruby></w:r>"
    assert read(control, link, paragraph(reading, "政")) == ["控件8件。", "见附件", "行政"]


def test_text_box_follows_its_paragraph_once() -> None:
    inner = f"<w:txbxContent>{paragraph('框中7件。')}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(paragraph("图", box), paragraph("后。")) == ["图", "框中7件。", "后。"]


def test_raised_note_does_not_become_a_digit() -> None:
    note = run("1", '<w:vertAlign w:val="superscript"/>')
    assert read(paragraph("办理36", note, "件")) == ["办理36¹件"]


def test_merged_cells_are_written_once() -> None:
    wide = cell("办理（件）", properties='<w:gridSpan w:val="2"/>')
    tall = [cell("复议", properties='<w:vMerge w:val="restart"/>'), cell("", properties="<w:vMerge/>")]
    assert read(
        table([cell("事项"), wide], [tall[0], cell("36"), cell("9")], [tall[1], cell("35"), cell("8")])
    ) == [
        "|事项|办理（件）||",
        "|复议|36|9|",
        "||35|8|",
    ]


def test_report_set_in_a_table_is_read_as_lines() -> None:
    assert read(table([cell("一、做法", "学法6次。")])) == ["一、做法", "学法6次。"]


def test_document_without_text_is_refused() -> None:
    with pytest.raises(InputError, match=r"FZ119: .* needs OCR"):
        docx_text(word())


def bomb(name: str, content: bytes) -> bytes:
    return with_part(word(paragraph("x")), name, content)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bomb("word/media/a.bin", b"0" * 30_000_000), id="dense part"),
        pytest.param(bomb(DOCUMENT, b"<a>" + b" " * 21_000_000 + b"</a>"), id="large xml"),
        pytest.param(
            bomb(DOCUMENT, b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), id="entities"
        ),
        pytest.param(
            bomb("word/styles.xml", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>".encode("utf-16")), id="dtd"
        ),
    ],
)
def test_bomb_is_refused_before_it_is_unpacked(data: bytes) -> None:
    with pytest.raises(InputError, match="FZ131"):
        docx_text(data)


def test_too_many_parts_are_refused() -> None:
    file = io.BytesIO(word(paragraph("x")))
    with zipfile.ZipFile(file, "a") as archive:
        for number in range(5_001):
            archive.writestr(str(number), "")
    with pytest.raises(InputError, match="FZ131"):
        docx_text(file.getvalue())


def test_deep_nesting_is_text_or_a_sentence() -> None:
    nested = paragraph("底部36件。")
    for _ in range(400):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    body = (
        f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{nested}'
    )
    with pytest.raises(InputError, match="FZ130"):
        docx_text(bomb(DOCUMENT, f"{body}</w:body></w:document>".encode()))


@pytest.mark.parametrize("seed", range(100))
def test_damaged_document_is_text_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    sound = word(numbered("做法", 0), paragraph("36件。"), table([cell("a"), cell("b")]))
    part = chance.choice([DOCUMENT, "word/numbering.xml", "word/styles.xml", "[Content_Types].xml"])
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        content = bytearray(archive.read(part))
    for _ in range(chance.randint(1, 10)):
        place = chance.randrange(len(content))
        content[place : place + chance.randint(0, 40)] = chance.randbytes(chance.randint(0, 3))
    damaged = with_part(sound, part, bytes(content))
    assert outcome(docx_text, damaged) in ("text", "FZ119", "FZ130", "FZ131")
