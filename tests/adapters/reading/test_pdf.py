"""PDF: lines as printed, tables as rows, no furniture of pages, and no trust in what cannot be known."""

from __future__ import annotations

import random

import pytest

from fazhi_ie import extract
from fazhi_ie.adapters.reading import apart, text_of
from fazhi_ie.adapters.reading import pdf as reading_pdf
from fazhi_ie.adapters.reading.pdf import pdf_text
from fazhi_ie.errors import InputError
from made_files import Set, file_of, lines, outcome, pdf

GRID = "".join(f"{x} {y} 100 30 re S " for y in (530, 500, 470) for x in (100, 200, 300))


def read(*pages: list[Set], drawn: str = "") -> list[str]:
    return pdf_text(pdf(*pages, drawn=drawn)).split("\n")


def test_lines_are_read_as_printed_and_joined_by_the_extraction() -> None:
    text = pdf_text(pdf(lines("全年收到行政复议申请41件，审", "结38件，纠错率为5.3%。")))
    assert text == "全年收到行政复议申请41件，审\n结38件，纠错率为5.3%。"
    assert [statistic.quantity.text for statistic in extract(text).statistics] == ["41件", "38件", "5.3%"]


def test_page_numbers_and_running_headers_go() -> None:
    pages = [
        [Set(80, 810, "禾川县人民政府公报"), *lines(f"第{n}页正文，办理{n}件。"), Set(290, 40, f"— {n} —", 9)]
        for n in (1, 2, 3)
    ]
    assert read(*pages) == [f"第{n}页正文，办理{n}件。" for n in (1, 2, 3)]


@pytest.mark.parametrize("number", ["1", "- 1 -", "第1页", "第 1 页 共 9 页", "1/9", "·1·"])
def test_page_number_is_known_in_the_margin_only(number: str) -> None:
    assert read([*lines("正文36件。"), Set(290, 40, number)]) == ["正文36件。"]
    assert read([*lines("正文36件。"), Set(290, 400, number)]) == ["正文36件。", number]


def test_line_in_the_margin_of_one_page_stays() -> None:
    assert read([Set(80, 810, "禾川县文件"), *lines("正文。")], lines("正文。")) == [
        "禾川县文件",
        "正文。",
        "正文。",
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left, right = lines("左栏一，", "左栏二。", x=60), lines("右栏一，", "右栏二。", x=320)
    assert read([*left, *right]) == ["左栏一，", "左栏二。", "右栏一，", "右栏二。"]


def test_ruled_table_becomes_rows_in_its_place() -> None:
    cells = ["事项", "收件", "办结率", "复核", "36", "98%", "信访", "", "95%"]
    inside = [Set(105 + n % 3 * 100, 540 - n // 3 * 30, text, 12) for n, text in enumerate(cells) if text]
    assert read([*lines("统计如下："), *inside, *lines("以上。", top=300)], drawn=GRID) == [
        "统计如下：",
        "|事项|收件|办结率|",
        "|复核|36|98%|",
        "|信访||95%|",
        "以上。",
    ]


def test_watermark_across_the_page_is_left_out() -> None:
    mark = Set(200, 300, "内部资料99", 40, turned="0.7 0.7 -0.7 0.7")
    assert read([mark, *lines("受理行政复议36件。", "办结35件。")]) == ["受理行政复议36件。", "办结35件。"]


def test_raised_note_does_not_become_a_digit() -> None:
    assert read([Set(80, 700, "受理36"), Set(144, 708, "1", 8), Set(152, 700, "件以上")]) == ["受理36¹件以上"]


def test_letters_without_a_shape_on_this_machine_are_not_dropped() -> None:
    assert read([Set(80, 700, "受理36"), Set(144, 700, "件"), Set(160, 700, "。")]) == ["受理36件。"]


def test_text_comes_from_a_process_of_its_own() -> None:
    assert text_of(pdf(lines("受理36件。"))) == "受理36件。"


def picture(page: str = "q 595 0 0 842 0 0 cm /I Do Q") -> bytes:
    gray = b"/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1"
    image = b"<</Type/XObject/Subtype/Image%b>>stream\n0\nendstream" % gray
    return file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
            image,
            f"<</Length {len(page)}>>stream\n{page}\nendstream".encode(),
        ]
    )


# RC4 with a password that is not empty, as in PDF 1.4: the key need not be right to be asked for.
LOCKED = pdf(lines("受理36件。")).replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>"
    % (b"00" * 32, b"11" * 32),
)


@pytest.mark.parametrize(
    ("data", "code", "remedy"),
    [
        pytest.param(pdf(lines("受理36件。"))[:-30], "FZ132", "fetch it again", id="cut off"),
        pytest.param(b"%PDF-1.7\n%%EOF\n", "FZ132", "damaged", id="no pages"),
        pytest.param(LOCKED, "FZ133", "password", id="encrypted"),
        pytest.param(picture(), "FZ134", "OCR", id="scanned"),
        pytest.param(pdf([]), "FZ134", "OCR", id="empty"),
    ],
)
def test_pdf_that_cannot_be_trusted_says_why(data: bytes, code: str, remedy: str) -> None:
    with pytest.raises(InputError, match=rf"^{code}: r\.pdf .*{remedy}.*\.$"):
        text_of(data, name="r.pdf")


def test_letters_without_a_meaning_are_not_guessed() -> None:
    data = pdf(lines("受理行政复议案件36件。")).replace(b"/Encoding/UniGB-UCS2-H", b"/Encoding/Identity-H")
    with pytest.raises(InputError, match="FZ136"):
        pdf_text(data.replace(b"/Ordering(GB1)", b"/Ordering(Identity)"))


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pdf, "_MOST_PAGES", 2)
    with pytest.raises(InputError, match=r"FZ135: .* 3 pages"):
        read(*[lines("页。")] * 3)


def test_reader_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(InputError, match=r"FZ135: r.pdf was given up after 0.01 seconds"):
        apart.read("pdf", pdf(lines("x")), name="r.pdf", seconds=0.01)


def test_reader_that_dies_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_CODE", "import os; os.abort()")
    with pytest.raises(InputError, match=r"FZ135: r.pdf cannot be read within the limits"):
        apart.read("pdf", b"", name="r.pdf")


def test_reader_ignores_modules_of_the_working_directory(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert text_of(pdf(lines("受理36件。"))) == "受理36件。"


@pytest.mark.parametrize("seed", range(100))
def test_damaged_pdf_is_text_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(pdf(lines("受理36件。", "办结35件。"), lines("以上。"), drawn=GRID))
    for _ in range(chance.randint(1, 10)):
        place = chance.randrange(len(data) - 20)
        data[place : place + chance.randint(0, 20)] = chance.randbytes(chance.randint(0, 5))
    assert outcome(pdf_text, bytes(data)) in ("text", "FZ132", "FZ133", "FZ134", "FZ135", "FZ136")
