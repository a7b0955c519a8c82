"""Out and back: whatever is marked in whatever text, each tool gives back the same marks."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_ie import InputError, Span, extract, load_packs
from fazhi_ie.adapters.annotation import Format, Mark, MarkedText, export, mark_report, read_gold, read_marks
from fazhi_ie.adapters.annotation.notes import read_note, write_note
from fazhi_ie.evaluation import evaluate

EXAMPLES = sorted((Path(__file__).parents[3] / "examples/reports").glob("*.txt"))
FORMATS: list[Format] = ["brat", "doccano"]
LINES = st.text("受理36件\r\n\t ;|\\=\u2028\ufeff😀", min_size=1, max_size=20)

every_format = pytest.mark.parametrize("format", FORMATS)


@every_format
def test_every_record_of_a_report_comes_back_and_scores_1(tmp_path: Path, format: Format) -> None:
    texts = [path.read_bytes().decode("utf-8") for path in EXAMPLES]
    reports = [extract(text, id=path.stem) for path, text in zip(EXAMPLES, texts, strict=True)]
    marked = [mark_report(report, text) for report, text in zip(reports, texts, strict=True)]
    indicators = [indicator.id for indicator in load_packs().indicators]
    assert export(marked, tmp_path / "out", format=format, indicators=indicators) == len(EXAMPLES)
    assert read_marks(tmp_path / "out") == marked
    scores = evaluate(read_gold(tmp_path / "out"), reports)
    assert {score.f1 for score in scores.scores} == {1.0}
    assert len(scores.scores) == 18  # all but the header, which marks do not say
    assert not scores.mistakes


@st.composite
def marked_texts(draw: st.DrawFn) -> MarkedText:
    text = draw(LINES)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    words = text[start:end].strip()
    found = text.find(words) if words else 0
    marks = (Mark(label="Role", fragments=(Span(start=found, end=found + len(words)),)),) if words else ()
    return MarkedText(id="a", text=text, marks=marks)


@every_format
@given(marked=marked_texts())
@settings(deadline=None, max_examples=50)
def test_any_mark_in_any_text_comes_back(format: Format, marked: MarkedText) -> None:
    with TemporaryDirectory() as folder:
        export([marked], Path(folder, "out"), format=format)
        assert read_marks(Path(folder, "out")) == [marked]


@given(st.dictionaries(st.sampled_from(["unit", "measure"]), LINES))
def test_any_value_in_a_note_comes_back_on_one_line(values: dict[str, str]) -> None:
    note = write_note(values)
    assert len(note.splitlines()) <= 1
    assert read_note(note) == {name: " ".join(value.splitlines()).strip() for name, value in values.items()}


@every_format
def test_a_folder_that_holds_anything_is_refused(tmp_path: Path, format: Format) -> None:
    (tmp_path / "corrected.ann").touch()
    with pytest.raises(InputError, match=r"FZ179: .*must not be overwritten"):
        export([], tmp_path, format=format)
    assert [path.name for path in tmp_path.iterdir()] == ["corrected.ann"]


def test_texts_of_one_name_have_files_of_their_own(tmp_path: Path) -> None:
    texts = [MarkedText(id=id, text=id, marks=()) for id in ("x/a.txt", "y/a.txt", "A", "..", "a\nb")]
    export(texts, tmp_path / "out", format="brat")
    assert {m.text: m.id for m in read_marks(tmp_path / "out")} == {
        "x/a.txt": "a",
        "y/a.txt": "a-2",
        "A": "A-3",
        "..": "report",
        "a\nb": "a_b",
    }


def test_a_report_of_another_text_is_refused() -> None:
    with pytest.raises(InputError, match="not the one the report was extracted from"):
        mark_report(extract("受理36件。"), "受理37件。")


def test_a_text_that_is_not_unicode_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"FZ178: .*half a surrogate pair at offset 2"):
        export([MarkedText(id="a", text="受理\ud800", marks=())], tmp_path / "out", format="brat")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([], "has no annotations"),
        (["a.ann", "b.jsonl"], r"several kinds \(.ann, .jsonl\)"),
        (["a.ann"], "a.txt of the annotations cannot be read: no such file"),
    ],
)
def test_a_folder_without_annotations_of_one_kind_is_an_error(
    tmp_path: Path, files: list[str], said: str
) -> None:
    for name in files:
        (tmp_path / name).touch()
    with pytest.raises(InputError, match=f"FZ178: .*{said}"):
        read_gold(tmp_path)
    with pytest.raises(InputError, match=r"FZ178: .*missing does not exist"):
        read_gold(tmp_path / "missing")
