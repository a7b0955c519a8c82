"""Saving: pipelines and documents come back with equal records, in other processes and without the packs'
folders."""

import copy
import pickle
import shutil
import subprocess
import sys
from importlib.metadata import version

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import fazhi_ie
from fazhi_ie.adapters.spacy.bundle import PackBundle
from fazhi_ie.records import Report
from spacy_texts import REPORT

TEXTS = [REPORT, "", "全年受理行政复议申请36件。", "依据《青岚县重大决策听证办法》听证8次。"] * 3


@pytest.fixture(scope="module")
def nlp():
    return fazhi_ie.load(segmenter="char")


@pytest.fixture(scope="module")
def expected():
    return [fazhi_ie.extract(text) for text in TEXTS]


def spans(doc):
    return {
        key: [(s.start_char, s.end_char, s.label_, s.id_) for s in group] for key, group in doc.spans.items()
    }


@pytest.mark.parametrize("n_process", [1, 2])
def test_pipe_gives_equal_records(nlp, expected, n_process):
    docs = list(nlp.pipe(TEXTS, n_process=n_process, batch_size=4))
    assert [doc._.report for doc in docs] == expected
    assert [spans(doc) for doc in docs] == [spans(nlp(text)) for text in TEXTS]


def test_pipe_keeps_contexts(nlp, expected):
    pairs = [(text, {"row": row}) for row, text in enumerate(TEXTS)]
    found = list(nlp.pipe(pairs, as_tuples=True, n_process=2))
    assert [context["row"] for _, context in found] == list(range(len(TEXTS)))
    assert [doc._.report for doc, _ in found] == expected


def test_started_processes_give_equal_records(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        "import multiprocessing, fazhi_ie\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    docs = fazhi_ie.load(segmenter='char').pipe(['全年受理36件。'] * 4, n_process=2, batch_size=1)\n"
        "    print([len(doc._.report.statistics) for doc in docs])\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("[1, 1, 1, 1]\n", 0), done.stderr


def test_a_doc_survives_bytes(nlp, expected):
    doc = nlp(REPORT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.report == expected[0]
    assert spans(again) == spans(doc)
    assert [(e.text, e.label_) for e in again.ents] == [(e.text, e.label_) for e in doc.ents]


def test_the_report_of_a_new_doc_is_not_read_again(nlp, expected):
    doc = nlp(REPORT)
    assert doc._.report is doc._.report
    assert doc._.report == expected[0] == Report.model_validate(doc.user_data["fazhi_ie"])


def pickled_and_back(kept):
    return pickle.loads(pickle.dumps(kept))  # noqa: S301  (our own bytes)


@pytest.mark.parametrize("away_and_back", [copy.deepcopy, pickled_and_back])
def test_what_leaves_the_process_is_plain_values(nlp, expected, away_and_back):
    again = away_and_back(nlp(REPORT).user_data)["fazhi_ie"]
    assert type(again) is dict
    assert Report.model_validate(again) == expected[0]


def test_a_doc_bin_keeps_records_with_user_data(nlp, expected):
    stored = DocBin(store_user_data=True, docs=nlp.pipe(TEXTS)).to_bytes()
    docs = list(DocBin().from_bytes(stored).get_docs(spacy.blank("zh").vocab))
    assert [doc._.report for doc in docs] == expected
    assert [spans(doc) for doc in docs] == [spans(nlp(text)) for text in TEXTS]


def test_a_doc_bin_without_user_data_keeps_spans_and_entities_but_no_records(nlp, expected):
    stored = DocBin(docs=[nlp(REPORT)]).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert doc._.report is None
    assert spans(doc) == spans(nlp(REPORT))
    assert [(e.text, e.label_, e.kb_id_) for e in doc.ents] == [
        (e.text, e.label_, e.kb_id_) for e in nlp(REPORT).ents
    ]
    assert nlp.get_pipe("fazhi_records")(doc)._.report == expected[0]


@pytest.mark.parametrize("text", ["受理99999999999999亿件。", "投资999999999999亿元，占98.1%。"])
def test_a_number_that_no_machine_word_holds_survives_bytes(nlp, text):
    doc = nlp(text)
    assert doc._.report == fazhi_ie.extract(text)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.report == fazhi_ie.extract(text)
    assert max(s.quantity.value for s in doc._.report.statistics) > 2**64


@pytest.mark.parametrize("segmenter", ["char", "jieba", "pkuseg"])
def test_a_pipeline_survives_disk(tmp_path, expected, segmenter):
    nlp = fazhi_ie.load(segmenter=segmenter)
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert again(REPORT)._.report == expected[0]
    assert [t.text for t in again(REPORT)] == [t.text for t in nlp(REPORT)]
    assert again.config.to_str() == nlp.config.to_str()


def test_a_pipeline_survives_bytes(nlp, expected):
    again = spacy.blank("zh", config=nlp.config).from_bytes(nlp.to_bytes())
    assert again(REPORT)._.report == expected[0]
    assert spans(again(REPORT)) == spans(nlp(REPORT))


def test_a_pipeline_is_made_from_its_config(nlp, expected):
    config = spacy.util.load_config_from_str(nlp.config.to_str())
    again = spacy.util.load_model_from_config(config, auto_fill=True)
    assert again(REPORT)._.report == expected[0]


def test_a_saved_pipeline_says_its_name_and_requires_this_library(tmp_path, nlp):
    nlp.to_disk(tmp_path / "saved")
    meta = spacy.load(tmp_path / "saved").meta
    own = version("fazhi-ie")
    assert (meta["lang"], meta["name"], meta["version"]) == ("zh", "fazhi_ie", own)
    assert f"fazhi-ie~={own}" in meta["requirements"]


def test_a_saved_pipeline_has_the_same_bytes_twice(nlp):
    assert nlp.tokenizer.to_bytes() == nlp.tokenizer.to_bytes()


@pytest.fixture
def own_pack(tmp_path):
    folder = tmp_path / "own"
    (folder / "terms").mkdir(parents=True)
    (folder / "pack.yaml").write_text("name: own\nversion: '1'\ndescription: 本县用语\n", encoding="utf-8")
    (folder / "terms" / "local.yaml").write_text(
        "format: '1'\nkind: terms\nentries:\n"
        "  - {id: own.window, name: 青岚一窗, kind: brand, source: 用语, topic: general,"
        " examples: {match: ['设立[青岚一窗]'], no_match: [青岚县]}}\n",
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize("route", ["disk", "bytes", "copy"])
def test_a_pipeline_takes_its_packs_along(tmp_path, own_pack, route):
    text = "设立青岚一窗，受理36件。"
    nlp = fazhi_ie.load(segmenter="char", packs=["default", own_pack])
    expected = nlp(text)._.report
    assert "own.window" in {term.term for term in expected.terms}
    nlp.to_disk(tmp_path / "saved")
    data = nlp.to_bytes()
    shutil.rmtree(own_pack)
    if route == "disk":
        again = spacy.load(tmp_path / "saved")
    elif route == "bytes":
        again = spacy.blank("zh", config=nlp.config).from_bytes(data)
    else:
        again = copy.deepcopy(spacy.load(tmp_path / "saved"))
    assert again(text)._.report == expected
    assert again(text)._.report.packs == expected.packs
    again.to_disk(tmp_path / "saved again")
    assert spacy.load(tmp_path / "saved again")(text)._.report == expected


def test_a_saved_component_takes_its_packs_along(tmp_path, own_pack):
    nlp = spacy.blank("zh")
    nlp.add_pipe("fazhi_terms", config={"packs": ["default", str(own_pack)]})
    nlp.to_disk(tmp_path / "saved")
    shutil.rmtree(own_pack)
    doc = spacy.load(tmp_path / "saved")("设立青岚一窗。")
    assert [span.id_ for span in doc.spans["fazhi_terms"]] == ["own.window"]


def test_packs_that_changed_meanwhile_are_not_saved(own_pack):
    nlp = fazhi_ie.load(segmenter="char", packs=["default", own_pack])
    with (own_pack / "terms" / "local.yaml").open("a", encoding="utf-8") as file:
        file.write("# 新注\n")
    with pytest.raises(fazhi_ie.PackError, match=r"FZ175.*changed"):
        nlp.to_bytes()


def test_a_bundle_is_its_files():
    bundle = PackBundle.collect(["default"])
    assert PackBundle.from_bytes(bundle.to_bytes()) == bundle
    assert "pack.yaml" in bundle.packs[0][1]
    assert bundle.load().info == fazhi_ie.load_packs().info
