"""Packs that travel: the same rules elsewhere, or no result."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

import fazhi_ie
from fazhi_ie.arrow import extract_batch, reports_from_arrow, ship_packs

TEXT = "全县开展“禾苗普法岗”活动36场次，培育禾苗说事点3个。"
DOCUMENTS = pa.RecordBatch.from_pylist([{"id": "a", "text": TEXT}])
TERMS = """\
format: "1"
kind: terms
topic: outreach
source: 本县
entries:
  - {id: own.seedling_point, name: 禾苗说事点, kind: mechanism}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "own_pack"
    (own / "terms").mkdir(parents=True)
    (own / "pack.yaml").write_text('name: own\nversion: "2"\n', "utf-8")
    (own / "terms/seedlings.yaml").write_text(TERMS, "utf-8")
    return own


def local(packs: list[str]) -> fazhi_ie.Report:
    return fazhi_ie.extract(TEXT, id="a", packs=packs)


@pytest.mark.parametrize("part", ["", "terms/seedlings.yaml"], ids=["folder", "single file"])
def test_own_pack_works_where_its_files_are_not(folder, part):
    packs = ["default", str(folder / part)]
    report = local(packs)
    shipped = ship_packs(packs)
    shutil.rmtree(folder)
    assert "own.seedling_point" in {term.term for term in report.terms}
    assert reports_from_arrow(extract_batch(DOCUMENTS, packs=shipped)) == [report]


def test_folder_without_manifest_keeps_its_name(folder):
    (folder / "pack.yaml").unlink()
    packs = ["default", str(folder)]
    (report,) = reports_from_arrow(extract_batch(DOCUMENTS, packs=ship_packs(packs)))
    assert report == local(packs)
    assert report.packs[1].name == "own_pack"


def test_order_of_packs_is_kept(folder):
    packs = ["default", str(folder), str(folder / "terms/seedlings.yaml")]
    with pytest.raises(fazhi_ie.PackError):  # the same id twice
        ship_packs(packs)
    names = ship_packs(packs[:2]).names
    assert names == ("default", "1/own_pack")


def test_default_pack_is_not_sent():
    assert ship_packs().files == ()


PROGRAM = """
import pickle, sys
import pyarrow as pa
from fazhi_ie.arrow import extract_batch, reports_from_arrow
shipped, text = pickle.load(sys.stdin.buffer)
batch = pa.RecordBatch.from_pylist([{"id": "a", "text": text}])
print(reports_from_arrow(extract_batch(batch, packs=shipped))[0].model_dump_json())
"""


def test_shipped_packs_travel_to_another_process(folder):
    import pickle

    packs = ["default", str(folder)]
    report = local(packs)
    sent = pickle.dumps((ship_packs(packs), TEXT))
    shutil.rmtree(folder)
    run = subprocess.run([sys.executable, "-c", PROGRAM], input=sent, capture_output=True, check=True)
    assert run.stdout.decode().strip() == report.model_dump_json()


def test_other_packs_than_where_the_job_was_started_stop_it():
    shipped = ship_packs()
    (info,) = shipped.expected
    other = dataclasses.replace(shipped, expected=(info.model_copy(update={"version": "0.0.9"}),))
    with pytest.raises(fazhi_ie.InputError, match=r"FZ167: .*install the same version of fazhi-ie"):
        extract_batch(DOCUMENTS, packs=other)
