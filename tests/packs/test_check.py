"""Examples prove an entry in both directions; a failure shows what was expected and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_ie.packs import load_packs
from fazhi_ie.packs.check import Direction, cases, check
from fazhi_ie.packs.engine import ExtractorEngine
from fazhi_ie.packs.examples import Example, Span, mark
from fazhi_ie.packs.model import Entry

from .build import terms, write_pack


class Plain:
    """An engine that finds every occurrence of a term's name."""

    def spans(self, kind: str, entry: Entry, text: str) -> Sequence[Span]:
        name = getattr(entry, "name", "")
        starts = [i for i in range(len(text)) if text.startswith(name, i)]
        return [(start, start + len(name)) for start in starts]

    def proves(self, kind: str, entry: Entry, direction: Direction) -> bool:
        return True


def failures(tmp_path: Path, match: str = "", no_match: str = "") -> list[str]:
    examples = f"examples: {{match: [{match}], no_match: [{no_match}]}}"
    packs = load_packs(
        write_pack(tmp_path / "p", a=terms(f"id: a.b, name: 述法, kind: activity, {examples}"))
    )
    return [failure.text for case in cases(packs) if (failure := check(case, Plain()))]


@pytest.mark.parametrize("match", ["'组织[述法]'", "'[述法]和[述法]'", "'组织[述法]', '[述法]'"])
def test_marked_text_that_is_found_holds(tmp_path: Path, match: str) -> None:
    assert failures(tmp_path, match) == []


@pytest.mark.parametrize(
    ("match", "no_match", "said"),
    [
        ("'[年度述法]'", "", "`年度述法` is not found just so; add a variant or correct the marks."),
        ("'[述法]和述法'", "", "`述法` is found too; mark it as well, or add a guard."),
        ("'组织述法'", "", "nothing is marked; put [ ] around what must be found."),
        ("'组织[述法'", "", "the marks are wrong, a [ has no partner; correct them."),
        ("", "'讲述法律'", "`述法` is found, though it may not be; add a guard or mend the example."),
        ("", "'讲[述法]律'", "`述法` is found, though it may not be; add a guard or mend the example."),
    ],
)
def test_example_that_does_not_hold_says_what_to_do(
    tmp_path: Path, match: str, no_match: str, said: str
) -> None:
    assert failures(tmp_path, match, no_match) == [said]


def test_marks_in_no_match_say_which_near_miss_is_meant(tmp_path: Path) -> None:
    assert failures(tmp_path, no_match="'述法[方法]'") == []


def test_failure_shows_expected_and_found(tmp_path: Path) -> None:
    entry = "id: a.b, name: 述法, kind: activity, examples: {match: ['组织[年度述法]。']}"
    packs = load_packs(write_pack(tmp_path / "p", a=terms(entry)))
    (case,) = cases(packs)
    head, expected, found = str(check(case, Plain())).splitlines()
    assert head.startswith(f"{tmp_path / 'p' / 'a.yaml'}:6: a.b (match): `年度述法` is not found just so;")
    assert expected == "    expected 组织[年度述法]。"
    assert found == "    found    组织年度[述法]。"


@given(st.text(alphabet="述法a", max_size=8), st.data())
def test_marking_and_parsing_are_inverse(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    spans = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    example = Example.parse(mark(text, spans))
    assert (example.text, example.spans) == (text, spans)


@pytest.mark.parametrize("marked", ["]述法", "[述[法]]", "[]述法", "[述法"])
def test_marks_without_a_partner_are_an_error(marked: str) -> None:
    with pytest.raises(ValueError, match=r"partner|nothing"):
        Example.parse(marked)


@pytest.fixture(scope="module")
def engine() -> ExtractorEngine:
    return ExtractorEngine(load_packs())


@pytest.mark.parametrize(
    ("kind", "id", "marked"),
    [
        ("terms", "述法", "组织[述法]31人次，乡镇书记“[述法]”7人次。"),
        ("indicators", "reconsideration.accepted", "收到行政复议申请31件，受理行政复议案件[27件]。"),
        ("sections", "section.problems", "三、存在的[主要问题]"),
        ("units", "unit.money.yuan", "罚款[3.5万元]，警告3人。"),
        ("words", "brand.type.system", "推行[“三张单”制度]。"),
        ("words", "citation.media.endings", "在[《云溪日报》]刊发，依据《云溪县办法》。"),
        ("words", "quantity.bound.after.at_least", "办结率[95%以上]。"),
    ],
)
def test_engine_finds_what_the_extractor_makes_of_an_entry(
    engine: ExtractorEngine, kind: str, id: str, marked: str
) -> None:
    entry = next(e for e in load_packs().entries(kind) if id in (e.id, getattr(e, "name", "")))
    example = Example.parse(marked)
    assert set(example.spans) <= set(engine.spans(kind, entry, example.text))
    if kind in ("terms", "indicators", "units"):
        assert list(example.spans) == engine.spans(kind, entry, example.text)
