"""One pack on top of another: add, override, extend, switch off; what cannot be done is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_ie.packs import load_packs
from fazhi_ie.packs.problems import PackProblems

from .build import TERM_FILE, terms, write_pack

HEAD = TERM_FILE.removesuffix("entries:\n")
WORDS = "format: '1'\nkind: words\nentries:\n  - {id: a.b, words: [约, 近]}\n  - {id: w.x, words: [逾]}\n"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    file = terms(
        "id: a.b, name: 述法, kind: activity, variants: [年度述法]", "id: a.c, name: 普法, kind: activity"
    )
    return write_pack(tmp_path / "base", a=file, w=WORDS)


def problems_of(*packs: Path) -> list[str]:
    with pytest.raises(PackProblems) as raised:
        load_packs(packs)
    return [f"{Path(p.path).name}:{p.line} {p.code} {p.id}: {p.text}" for p in raised.value.problems]


def test_later_pack_adds_entries_in_order(base: Path, tmp_path: Path) -> None:
    mine = write_pack(tmp_path / "mine", a=terms("id: a.d, name: 述责, kind: activity"))
    packs = load_packs([base, mine])
    assert [t.id for t in packs.terms] == ["a.b", "a.c", "a.d"]
    assert [i.name for i in packs.info] == ["base", "mine"]


def test_override_replaces_the_whole_entry_in_its_place(base: Path, tmp_path: Path) -> None:
    mine = write_pack(tmp_path / "mine", a=HEAD + "override:\n  - {id: a.b, name: 述责述法, kind: system}\n")
    packs = load_packs([base, mine])
    assert [(t.name, t.variants) for t in packs.terms] == [("述责述法", ()), ("普法", ())]
    assert [(o.pack, o.line) for o in packs.origins["terms"]["a.b"]] == [("base", 6), ("mine", 6)]


def test_extend_adds_words_and_examples_each_once(base: Path, tmp_path: Path) -> None:
    more = "extend:\n  - {id: a.b, variants: [年度述法, 现场述法], examples: {match: ['[现场述法]']}}\n"
    words = "format: '1'\nkind: words\nextend:\n  - {id: w.x, words: [超]}\n"
    packs = load_packs([base, write_pack(tmp_path / "mine", a=HEAD + more, w=words)])
    assert packs.terms[0].variants == ("年度述法", "现场述法")
    assert packs.terms[0].examples.match == ("[现场述法]",)
    assert packs.words("w.x") == ("逾", "超")


def test_disable_switches_entries_off(base: Path, tmp_path: Path) -> None:
    packs = load_packs([base, write_pack(tmp_path / "mine", "disable: [a.c, terms/a.b]\n")])
    assert packs.terms == ()
    assert list(packs.lists) == ["a.b", "w.x"]


def test_id_switched_off_may_be_given_again(base: Path, tmp_path: Path) -> None:
    mine = write_pack(
        tmp_path / "mine", "disable: [a.c]\n", a=terms("id: a.c, name: 法治宣传, kind: activity")
    )
    assert [t.name for t in load_packs([base, mine]).terms] == ["述法", "法治宣传"]


def test_order_of_packs_is_the_callers(base: Path, tmp_path: Path) -> None:
    mine = write_pack(tmp_path / "mine", a=HEAD + "override:\n  - {id: a.b, name: 述责, kind: role}\n")
    assert problems_of(mine, base)[0].startswith(
        "a.yaml:6 FZ211 a.b: `override` names an entry of kind terms that no"
    )


@pytest.mark.parametrize(
    ("manifest", "file", "said"),
    [
        (
            "",
            "override:\n  - {id: a.bb, name: x, kind: role}\n",
            "a.yaml:6 FZ211 a.bb: `override` names an entry of kind",
        ),
        (
            "",
            "extend:\n  - {id: w.x, variants: [x]}\n",
            "a.yaml:6 FZ211 w.x: `extend` names an entry of kind terms",
        ),
        (
            "",
            "extend:\n  - {id: a.b, words: [x]}\n",
            "a.yaml:6 FZ212 a.b: Entries of kind terms have no words.",
        ),
        (
            "",
            "entries:\n  - {id: a.b, name: x, kind: role}\n",
            "a.yaml:6 FZ210 a.b: The id is taken by the entry at",
        ),
        (
            "disable: [a.x]\n",
            "",
            "pack.yaml:1 FZ211 a.x: `disable` names an entry that no earlier pack has. Did you mean",
        ),
        (
            "disable: [a.b]\n",
            "",
            "pack.yaml:1 FZ211 a.b: Several entries have this id. Write `terms/a.b` or `words/a.b`.",
        ),
    ],
)
def test_change_that_cannot_be_made_is_an_error(
    base: Path, tmp_path: Path, manifest: str, file: str, said: str
) -> None:
    mine = write_pack(tmp_path / "mine", manifest, **({"a": HEAD + file} if file else {}))
    (problem,) = problems_of(base, mine)
    assert problem.startswith(said)


def test_broken_entry_does_not_raise_a_second_alarm_elsewhere(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "base", a=terms("id: a.b, nmae: 述法, name: 述法, kind: role"))
    mine = write_pack(
        tmp_path / "mine", "disable: [a.b]\n", a=HEAD + "extend:\n  - {id: a.b, variants: [述责]}\n"
    )
    assert [p.split(":")[1] for p in problems_of(base, mine)] == ["6 FZ207 a.b"]


def test_deprecated_entry_is_known_but_not_in_force(tmp_path: Path) -> None:
    old = "id: a.old, name: 法制宣传, kind: activity, status: deprecated, successor: a.new"
    packs = load_packs(write_pack(tmp_path / "p", a=terms(old, "id: a.new, name: 法治宣传, kind: activity")))
    assert [t.id for t in packs.terms] == ["a.new"]
    assert [t.id for t in packs.deprecated["terms"]] == ["a.old"]


def test_successor_must_be_there(tmp_path: Path) -> None:
    old = "id: a.old, name: 法制宣传, kind: activity, status: deprecated, successor: a.nwe"
    pack = write_pack(tmp_path / "p", a=terms(old, "id: a.new, name: 法治宣传, kind: activity"))
    assert problems_of(pack) == [
        "a.yaml:6 FZ211 a.old: The successor `a.nwe` is not there. Did you mean `a.new`?"
    ]
