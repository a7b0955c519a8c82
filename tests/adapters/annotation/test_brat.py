"""brat: what it is given, and what an annotator's changes come back as."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated import PLANNED, TEXT, quantity, span
from fazhi_ie import InputError, Span
from fazhi_ie.adapters.annotation import Mark, MarkedText, export, read_gold, read_marks


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An exported text: T1 is a term, T2 is 36件, T3 is 98%以上."""
    counted = quantity(
        "36件", value="36", unit="件", measure="受理申请", indicator="reconsideration.accepted"
    )
    marks = Mark(label="Activity", fragments=(span("行政复议"),)), counted, PLANNED
    marked = MarkedText(id="reports/a.txt", text=TEXT, marks=marks)
    export([marked], tmp_path / "brat", format="brat", indicators=["reconsideration.accepted"])
    return tmp_path / "brat"


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "a.ann"
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new), "utf-8")


def quantities(folder: Path) -> dict[str, dict[str, str]]:
    (marked,) = read_marks(folder)
    return {m.text_in(TEXT): m.attributes for m in marked.marks if m.label == "Quantity"}


def test_a_mark_is_a_line_and_what_goes_without_saying_is_left_out(folder: Path) -> None:
    assert (folder / "a.txt").read_text("utf-8") == TEXT
    assert (folder / "a.ann").read_text("utf-8").splitlines() == [
        "T1\tActivity 4 8\t行政复议",
        "T2\tQuantity 10 13\t36件",
        "A1\tIndicator T2 reconsideration.accepted",
        "#1\tAnnotatorNotes T2\tvalue=36; unit=件; measure=受理申请",
        "T3\tQuantity 23 28\t98%以上",
        "A2\tStatus T3 planned",
        "A3\tBound T3 at_least",
        "#2\tAnnotatorNotes T3\tvalue=98; unit=%; measure=办结率",
    ]


def test_what_was_left_out_is_there_again_when_read(folder: Path) -> None:
    assert quantities(folder)["36件"] == {
        "value": "36",
        "value_max": "",
        "unit": "件",
        "per": "",
        "bound": "exact",
        "status": "achieved",
        "measure": "受理申请",
        "indicator": "reconsideration.accepted",
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("A2\tStatus T3 planned\n", "", {"status": "achieved"}),
        ("A2\tStatus T3 planned", "A2\tStatus T3 baseline", {"status": "baseline"}),
        ("value=98; unit=%", "value=99；unit ＝ ‰", {"value": "99", "unit": "‰"}),
        ("measure=办结率", "measure=明年办结率; 待定", {"measure": "明年办结率"}),
    ],
)
def test_a_correction_comes_back(folder: Path, old: str, new: str, expected: dict[str, str]) -> None:
    edit(folder, old, new)
    assert expected.items() <= quantities(folder)["98%以上"].items()


def test_a_deleted_mark_is_gone(folder: Path) -> None:
    edit(folder, "T1\tActivity 4 8\t行政复议\n", "")
    assert [m.label for m in read_marks(folder)[0].marks] == ["Quantity", "Quantity"]


def test_a_moved_mark_keeps_its_attributes(folder: Path) -> None:
    edit(folder, "Quantity 23 28\t98%以上", "Quantity 23 26\t98%")
    assert quantities(folder)["98%"]["value"] == "98"


def test_an_added_quantity_says_nothing_of_its_value(folder: Path) -> None:
    edit(folder, "T1\t", "T9\tQuantity 0 2\t全年\nT1\t")
    assert quantities(folder)["全年"] == {"status": "achieved", "bound": "exact", "indicator": ""}
    added = read_gold(folder)[0].quantities[0]
    assert "value" not in added.model_fields_set
    assert added.status == "achieved"


def test_a_mark_across_a_line_break_has_a_fragment_a_line(tmp_path: Path) -> None:
    text = "全县推行行政执法\r\n　　公示制度。"
    crossing = Mark(label="System", fragments=(Span(start=4, end=16),))
    export([MarkedText(id="b", text=text, marks=(crossing,))], tmp_path / "out", format="brat")
    assert (tmp_path / "out/b.txt").read_bytes().decode() == text
    assert (tmp_path / "out/b.ann").read_text("utf-8") == "T1\tSystem 4 8;12 16\t行政执法 公示制度\n"
    assert read_marks(tmp_path / "out")[0].marks == (crossing,)


def test_fragments_with_other_words_between_them_stay_apart(folder: Path) -> None:
    edit(folder, "T1\tActivity 4 8\t行政复议", "T1\tActivity 4 6;8 10\t行政 申请")
    mark = read_marks(folder)[0].marks[0]
    assert [(f.start, f.end) for f in mark.fragments] == [(4, 6), (8, 10)]
    assert mark.text_in(TEXT) == "行政申请"


def test_what_brat_adds_besides_is_passed_over(folder: Path) -> None:
    edit(folder, "T1\t", "R1\tPart Arg1:T1 Arg2:T2\n*\tEquiv T1 T2\n#9\tAnnotatorNotes R1\t?\nT1\t")
    assert len(read_marks(folder)[0].marks) == 3


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("T1\tActivity 4 8", "T1\tActivity 5 9", "line 1: the text has not '行政复议' at 5 9"),
        ("T1\tActivity", "T1\tProtein", "line 1: the label Protein is none of Quantity"),
        ("T1\tActivity 4 8\t", "T1 Activity 4 8 ", "is not an annotation as brat writes it"),
        ("A2\tStatus T3", "A2\tStatus T8", "line 6: it is about T8"),
        ("A2\tStatus", "A2\tMood", "line 6: the attribute Mood is none of Status"),
        ("measure=受理", "meausre=受理", "line 4: the note has meausre=, which is none of value"),
    ],
)
def test_a_line_that_cannot_be_understood_is_an_error(folder: Path, old: str, new: str, said: str) -> None:
    edit(folder, old, new)
    with pytest.raises(InputError, match=r"FZ177: .*a.ann, ") as caught:
        read_marks(folder)
    assert said in caught.value.message


def test_a_value_that_is_no_number_is_an_error(folder: Path) -> None:
    edit(folder, "value=98", "value=1.8万")
    with pytest.raises(InputError, match=r"FZ176: .*Quantity at 23 .*value='1.8万'"):
        read_gold(folder)


def test_menus_offer_labels_attributes_and_indicators(folder: Path) -> None:
    config = (folder / "annotation.conf").read_text("utf-8")
    assert "Status\tArg:Quantity, Value:planned|baseline\n" in config
    assert "Indicator\tArg:Quantity, Value:reconsideration.accepted\n" in config
    assert "Quantity | 数量\n" in (folder / "visual.conf").read_text("utf-8")
