"""Loading a pack: all problems at once, each with file, line, id and remedy."""

from __future__ import annotations

import pickle
import time
from pathlib import Path

import pytest

from fazhi_ie.errors import PackError
from fazhi_ie.packs import load_packs
from fazhi_ie.packs.problems import PackProblems, Problem

from .build import TERM_FILE, terms, write_pack

GOOD = "id: a.b, name: 述法, kind: activity"


def problems_of(*packs: Path | str) -> list[str]:
    with pytest.raises(PackProblems) as raised:
        load_packs(packs)
    return [f"{Path(p.path).name}:{p.line} {p.code} {p.id}: {p.text}" for p in raised.value.problems]


def test_pack_gives_entries_topics_and_its_name_version_and_hash(tmp_path: Path) -> None:
    packs = load_packs(write_pack(tmp_path / "mine", "topics: {general: 综合}\n", a=terms(GOOD)))
    assert [(t.id, t.name, t.topic, t.source) for t in packs.terms] == [("a.b", "述法", "general", "测试")]
    assert packs.topics == {"general": "综合"}
    assert [(i.name, i.version, len(i.sha256)) for i in packs.info] == [("mine", "1", 64)]


def test_hash_changes_with_every_byte_and_with_file_names(tmp_path: Path) -> None:
    hashes = [
        load_packs(write_pack(tmp_path / str(n) / "p", **files)).info[0].sha256
        for n, files in enumerate([{"a": terms(GOOD)}, {"a": terms(GOOD) + " "}, {"b": terms(GOOD)}])
    ]
    assert len(set(hashes)) == 3


def test_entry_keeps_its_own_topic_and_source(tmp_path: Path) -> None:
    packs = load_packs(write_pack(tmp_path / "p", a=terms(GOOD + ", topic: rules, source: 《立法法》")))
    assert (packs.terms[0].topic, packs.terms[0].source) == ("rules", "《立法法》")


def test_all_problems_of_all_files_and_packs_come_at_once(tmp_path: Path) -> None:
    wrong = (
        "id: A.b, name: 普法, kind: role",
        "id: a.c, nmae: 普法, kind: rloe",
        "id: a.d, name: '', kind: role",
    )
    other_files = {"b": "format: '1'\nkind: term\n", "c": "a: &x 1"}
    one = write_pack(tmp_path / "one", "verison: 2\n", a=terms(GOOD, *wrong), **other_files)
    two = write_pack(tmp_path / "two", a=terms(GOOD, "id: a.e, name: 普法, kind: role, variants: 普法"))
    found = problems_of("nowhere", two, one)
    assert sorted(problem.split(": ")[0].rstrip() for problem in found) == [
        "a.yaml:6 FZ210 a.b",
        "a.yaml:7 FZ209 A.b",
        "a.yaml:7 FZ209 a.e",
        "a.yaml:8 FZ207 a.c",
        "a.yaml:8 FZ208 a.c",
        "a.yaml:8 FZ209 a.c",
        "a.yaml:9 FZ209 a.d",
        "b.yaml:2 FZ209",
        "c.yaml:1 FZ204",
        "nowhere:1 FZ201",
        "pack.yaml:3 FZ207",
    ]


def test_error_is_one_text_with_a_line_for_each_problem(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", a=terms("id: a.b, nmae: 述法, kind: role"))
    with pytest.raises(PackError) as raised:
        load_packs(pack)
    assert str(raised.value) == (
        "FZ200: The packs cannot be used; mend 2 problems and load them again:\n"
        f"  {pack / 'a.yaml'}:6: FZ207 a.b: There is no key `nmae` here. Did you mean `name`?\n"
        f"  {pack / 'a.yaml'}:6: FZ208 a.b: `name` is missing. Add `name: …`."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "a.yaml:1 FZ208 : A pattern file has"),
        ("", "a.yaml:1 FZ208 : A pattern file has"),
        ("format: '1'\nentries: []\n", "a.yaml:1 FZ209 : The file does not say its `kind`."),
        ("format: '2'\nkind: terms\n", "a.yaml:1 FZ209 : `format` cannot be `2`. Write one of: 1."),
        ("kind: terms\n", "a.yaml:1 FZ208 : `format` is missing."),
        (TERM_FILE, "a.yaml:5 FZ209 : `entries` must be a list"),
        (TERM_FILE + "  - 述法\n", "a.yaml:6 FZ209 : `This` must be a mapping"),
        (
            terms(GOOD + ", examples: {no_mach: []}"),
            "a.yaml:6 FZ207 a.b: There is no key `examples.no_mach` here. Did",
        ),
        (
            terms("id: A.b, name: 述法, kind: role"),
            "a.yaml:6 FZ209 A.b: `id` cannot be `A.b`. Write lower-case words",
        ),
        (
            terms("id: a.b, name: 述法, kind: rloe"),
            "a.yaml:6 FZ209 a.b: `kind` cannot be `rloe`. Write one of: guidance",
        ),
        (
            terms(GOOD + ", variants: x"),
            "a.yaml:6 FZ209 a.b: `variants` must be a list. Write `variants: [x]`.",
        ),
        (
            "format: '1'\nkind: term\n",
            "a.yaml:2 FZ209 : `kind: term` is no kind of entries. Did you mean `terms`?",
        ),
        (terms(GOOD + ", name: x"), "a.yaml:6 FZ206 : The key `name`"),
        (terms(GOOD + ", priority: high"), "a.yaml:6 FZ209 a.b: `priority` cannot be `high`"),
        (terms(GOOD + ", source: [x]"), "a.yaml:6 FZ209 a.b: `source` must be one text"),
    ],
)
def test_problem_names_file_line_id_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    (problem,) = problems_of(write_pack(tmp_path / "p", a=text))
    assert problem.startswith(said)


def test_line_is_that_of_the_wrong_field(tmp_path: Path) -> None:
    text = (
        TERM_FILE
        + "  - id: a.b\n    name: 述法\n    variants:\n      - 年度述法\n      - ''\n    kind: role\n"
    )
    (problem,) = problems_of(write_pack(tmp_path / "p", a=text))
    assert problem.startswith("a.yaml:10 FZ209 a.b: `variants.1` is empty.")


def test_broken_pack_does_no_harm_to_a_run_that_does_not_use_it(tmp_path: Path) -> None:
    write_pack(tmp_path / "broken", a="a: [")
    assert load_packs(write_pack(tmp_path / "good", a=terms(GOOD))).terms


def test_list_that_no_pack_has_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    packs = load_packs(write_pack(tmp_path / "p", a=terms(GOOD)))
    with pytest.raises(PackError, match=r"FZ202: No loaded pack has a word list 'a.b'; add the default pack"):
        packs.words("a.b")


def test_error_travels_between_processes() -> None:
    error = PackProblems([Problem("a.yaml", 1, "FZ203", "Bad. Mend it.")])
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301


def test_fifty_thousand_terms_load_in_time_that_is_linear_and_short(tmp_path: Path) -> None:
    entries = "".join(f"  - id: a.t{n}\n    name: 第{n}号制度\n    kind: system\n" for n in range(50_000))
    pack = write_pack(tmp_path / "p", a=TERM_FILE + entries)
    start = time.process_time()
    assert len(load_packs(pack).terms) == 50_000
    assert time.process_time() - start < 4, "takes 0.6 s on a plain machine"


def test_one_wrong_entry_among_thousands_is_told_without_delay(tmp_path: Path) -> None:
    entries = "".join(f"  - id: a.t{n}\n    name: 第{n}号制度\n    kind: system\n" for n in range(5_000))
    pack = write_pack(tmp_path / "p", a=TERM_FILE + entries + "  - id: a.wrong\n    kind: system\n")
    start = time.process_time()
    assert [p.split(":")[1] for p in problems_of(pack)] == ["15006 FZ208 a.wrong"]
    assert time.process_time() - start < 5, "takes 0.4 s on a plain machine"
