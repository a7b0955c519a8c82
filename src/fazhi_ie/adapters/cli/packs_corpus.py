"""`fazhi-ie packs coverage|diff|suggest`: what packs do on a corpus of reports.

A corpus is given like the reports of `fazhi-ie extract`: files, or folders of .txt and .md files. Tables are
Markdown, to be read on a terminal or pasted into a review.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ...extractor import Extractor

Corpus = Annotated[list[Path], typer.Option("--corpus", metavar="PATH", help="Reports; may be repeated.")]
Packs = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH…", help="Packs on top of the default one.", show_default="default"),
]
Most = Annotated[int, typer.Option("--most", min=1, help="How many rows at the most.")]


def coverage(corpus: Corpus, paths: Packs = None, most: Most = 30) -> None:
    """Count what the packs find in a corpus, by topic and term, and list what they never find."""
    from ...packs.corpus import cover

    extract = _extractor(paths or [])
    found = cover(_documents(corpus), extract)
    typer.echo(
        f"{found.documents} documents, {found.mentions.total()} mentions of {len(found.mentions)} terms,"
    )
    typer.echo(
        f"{found.by_rule.total()} names by rule, {found.indicators.total()} figures with an indicator.\n"
    )
    _table(("topic", "mentions"), found.by_topic.most_common())
    rows = [(id, count, found.found_in[id]) for id, count in found.mentions.most_common(most)]
    _table(("term", "mentions", "documents"), rows)
    _table(("indicator", "figures"), found.indicators.most_common(most))
    _never_found(found.never(extract.packs), most)


def _never_found(never: dict[str, list[str]], most: int) -> None:
    """Count for each pack what is never found, and list it for those on top of the default one, if any."""
    counts = ", ".join(f"{len(ids)} of {pack}" for pack, ids in never.items())
    typer.echo(f"Terms never found: {counts}.\n")
    *named, last = never.values()
    ids = [id for of_pack in named or [last] for id in of_pack]
    _table(("never found",), [(id,) for id in ids[:most]])
    if len(ids) > most:
        typer.echo(f"… and {len(ids) - most} more (--most).")


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A pack before the change, or default.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The pack after it.")],
    corpus: Corpus,
    most: Most = 200,
) -> None:
    """List what is gained, lost and changed on a corpus when packs change; exit with 1 if anything is."""
    from ...packs.corpus import compare

    changes = list(compare(_documents(corpus), _extractor([old]), _extractor([new])))
    signs = Counter(change.sign for change in changes)
    typer.echo(f"{signs['+']} gains, {signs['-']} losses, {signs['~']} changes.\n")
    by_subject = Counter((c.subject or "(figure)", c.sign) for c in changes)
    _table(("entry", "", "times"), [(*key, count) for key, count in by_subject.most_common(most)])
    rows = [(c.sign, c.subject, c.document, c.context, c.detail) for c in changes[:most]]
    _table(("", "entry", "document", "text", "difference"), rows)
    if len(changes) > most:
        typer.echo(f"… and {len(changes) - most} more (--most).")
    if changes:
        raise typer.Exit(1)


def suggest(
    corpus: Corpus,
    paths: Packs = None,
    least: Annotated[int, typer.Option(min=1, help="In how many documents at the least.")] = 2,
    most: Most = 100,
) -> None:
    """List names that the packs do not know and guards that short terms seem to need, frequent ones first."""
    from ...packs.corpus import suggest as find
    from ...segment import load_segmenter

    extract = _extractor(paths or [])
    candidates = find(_documents(corpus), extract.packs, extract, load_segmenter("pkuseg"), least=least)
    names = [c for c in candidates if c.kind == "name"][:most]
    guards = [c for c in candidates if c.kind == "guard"][:most]
    _table(("name", "documents", "text"), [(c.text, c.documents, c.example) for c in names])
    _table(
        ("guard", "term", "documents", "text"), [(c.text, c.for_term, c.documents, c.example) for c in guards]
    )


def _extractor(paths: list[Path]) -> Extractor:
    from ...extractor import Extractor
    from ...packs.workspace import load_for

    return Extractor.from_packs(load_for(paths))


def _documents(corpus: Iterable[Path]) -> Iterator[tuple[str, str]]:
    from ..reading import find_texts, read_text, source_id

    return ((source_id(path), read_text(path)) for path in find_texts(corpus))


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """Print a Markdown table, or nothing when it has no rows."""
    lines = ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    if lines:
        typer.echo("\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *lines, ""]))
