"""What packs do to real text: counted, compared, and searched for what is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fazhi_ie.adapters.cli.packs import packs_app
from fazhi_ie.extractor import Extractor
from fazhi_ie.packs import load_packs
from fazhi_ie.packs.corpus import Candidate, compare, cover, suggest

from .build import TERM_FILE, write_pack

TEXT = "2024年，全县开展述法3次，推广“板凳议事会”。"
DOCUMENTS = [("a.txt", TEXT), ("b.txt", "干部述法42人次，述法全覆盖。")]
BENCH = "entries:\n  - {id: my.bench, name: 板凳议事会, kind: mechanism, topic: governance, source: 测试}\n"
HEAD = TERM_FILE.removesuffix("entries:\n")


@pytest.fixture(scope="module")
def default() -> Extractor:
    return Extractor.from_packs(load_packs())


def law_report(extractor: Extractor) -> str:
    return next(t.id for t in extractor.packs.terms if t.name == "述法")


def test_coverage_counts_mentions_and_documents(default: Extractor) -> None:
    coverage = cover(DOCUMENTS, default)
    id = law_report(default)
    assert (coverage.documents, coverage.mentions[id], coverage.found_in[id]) == (2, 3, 2)
    assert coverage.by_rule == {"板凳议事会": 1}
    assert id not in coverage.never(default.packs)["default"]


def test_never_found_terms_are_told_by_pack_the_default_one_last(tmp_path: Path) -> None:
    id = law_report(Extractor.from_packs(load_packs()))
    entries = BENCH + f"extend:\n  - {{id: {id}, variants: [述法考评会]}}\n"
    mine = write_pack(tmp_path / "mine", a=HEAD + entries)
    extractor = Extractor.from_packs(load_packs(["default", mine]))
    never = cover([("a.txt", "无。")], extractor).never(extractor.packs)
    assert list(never) == ["mine", "default"]
    assert sorted(never["mine"]) == sorted(["my.bench", id])
    assert len(never["default"]) == len(extractor.packs.terms) - 2


def test_coverage_lists_the_terms_of_a_named_pack_and_counts_those_of_the_default_one(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("无。", "utf-8")
    mine = write_pack(tmp_path / "mine", a=HEAD + BENCH)
    output = CliRunner().invoke(packs_app, ["coverage", str(mine), "--corpus", str(report)]).output
    assert re.search(r"Terms never found: 1 of mine, \d+ of default\.\n", output)
    assert output.endswith("| never found |\n|---|\n| my.bench |\n\n")


def test_coverage_of_the_default_pack_lists_its_terms_up_to_the_limit(
    default: Extractor, tmp_path: Path
) -> None:
    report = tmp_path / "a.txt"
    report.write_text("无。", "utf-8")
    output = CliRunner().invoke(packs_app, ["coverage", "--corpus", str(report), "--most", "2"]).output
    first, second, *rest = (term.id for term in default.packs.terms)
    assert output.endswith(f"| {first} |\n| {second} |\n\n… and {len(rest)} more (--most).\n")


def test_compare_lists_gains_losses_and_changes_in_text_order(default: Extractor, tmp_path: Path) -> None:
    id = law_report(default)
    mine = write_pack(tmp_path / "mine", f"disable: [terms/{id}]\n", a=HEAD + BENCH)
    new = Extractor.from_packs(load_packs(["default", mine]))
    changes = [c for c in compare(DOCUMENTS[:1], default, new) if c.subject]
    assert [(c.sign, c.subject, c.document) for c in changes][:2] == [
        ("-", id, "a.txt"),
        ("~", "my.bench", "a.txt"),
    ]
    assert changes[0].context == "2024年，全县开展[述法]3次，推广“板凳议事会”"
    assert changes[1].detail.startswith("subject: brand:板凳议事会 → my.bench; kind: brand → mechanism")


def test_nothing_differs_between_the_same_packs(default: Extractor) -> None:
    assert list(compare(DOCUMENTS, default, default)) == []


def words(text: str) -> list[str]:
    """A segmenter for tests: words are given with bars."""
    return re.findall("推广|落实|板凳|议事|会|制度|[^\n]", text)


def test_suggest_finds_quoted_names_and_runs_with_a_type_word(default: Extractor) -> None:
    texts = [(n, f"推广“板凳议事会”。落实板凳议事制度{n}次。") for n in "12"]
    found = suggest(texts, default.packs, default, words)
    assert {(c.kind, c.text, c.documents) for c in found} == {
        ("name", "板凳议事制度", 2),
        ("name", "板凳议事会", 2),
    }
    assert all(f"[{c.text}]" in c.example for c in found)


def test_suggest_proposes_a_guard_where_a_hit_crosses_words(tmp_path: Path) -> None:
    lone = HEAD + "entries:\n  - {id: my.report, name: 述法条, kind: activity, topic: governance}\n"
    extract = Extractor.from_packs(load_packs(["default", write_pack(tmp_path / "mine", a=lone)]))
    found = suggest(
        [("a", "当庭陈述法条三点。")],
        extract.packs,
        extract,
        lambda t: ["当庭", "陈述", "法条", "三点", "。"],
        least=1,
    )
    assert found == [Candidate("guard", "陈述法条", 1, "当庭[陈述法条]三点。", "my.report")]


def test_suggest_leaves_out_what_is_rare(default: Extractor) -> None:
    assert suggest([("a", TEXT)], default.packs, default, words) == []


def test_commands_print_tables_that_can_be_pasted(tmp_path: Path) -> None:
    corpus = tmp_path / "reports"
    corpus.mkdir()
    for name, text in DOCUMENTS:
        (corpus / name).write_text(text, "utf-8")
    mine = write_pack(tmp_path / "mine", a=HEAD + BENCH)
    run = CliRunner().invoke
    assert "| governance | 1 |" in run(packs_app, ["coverage", str(mine), "--corpus", str(corpus)]).output
    diff = run(packs_app, ["diff", "default", str(mine), "--corpus", str(corpus)])
    assert diff.exit_code == 1
    assert diff.output.startswith(
        "0 gains, 0 losses, 1 changes.\n\n| entry |  | times |\n|---|---|---|\n| my.bench | ~ | 1 |"
    )
    suggested = run(packs_app, ["suggest", "--corpus", str(corpus), "--least", "1"])
    assert "| 板凳议事会 | 1 |" in suggested.output
