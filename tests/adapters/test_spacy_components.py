"""The components: found without an import, each alone and in any order, records as spans and entities."""

import subprocess
import sys
from itertools import permutations

import pytest
import spacy
from spacy.tokens import Doc

import fazhi_ie
from fazhi_ie.adapters.spacy import FACTORIES
from fazhi_ie.adapters.spacy.extensions import set_extensions
from spacy_texts import REPORT

SPAN_FACTORIES = FACTORIES[:-1]


@pytest.fixture(scope="module")
def doc():
    return fazhi_ie.load(segmenter="char")(REPORT)


def blank_with(*factories, **config):
    nlp = spacy.blank("zh")
    for factory in factories:
        nlp.add_pipe(factory, config=config)
    return nlp


def texts(doc, key):
    return [span.text for span in doc.spans[key]]


def test_components_are_found_without_importing_the_library():
    code = """
import sys, spacy
nlp = spacy.blank("zh")
for name in ["fazhi_sections", "fazhi_terms", "fazhi_quantities", "fazhi_citations", "fazhi_records"]:
    nlp.add_pipe(name)
assert "fazhi_ie.extractor" not in sys.modules, "the engine is loaded before there is a text"
print(len(nlp("全年受理36件。")._.report.statistics))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("1\n", 0), done.stderr


def test_importing_the_library_does_not_import_spacy():
    code = "import sys, fazhi_ie; fazhi_ie.extract; assert 'spacy' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("factory", SPAN_FACTORIES)
def test_a_component_works_alone(factory, doc):
    alone = blank_with(factory)(REPORT)
    assert texts(alone, factory) == texts(doc, factory)
    assert list(alone.spans) == [factory]


def test_records_work_alone():
    alone = blank_with("fazhi_records")(REPORT)
    assert alone._.report == fazhi_ie.extract(REPORT)
    assert not alone.spans


@pytest.mark.parametrize("order", list(permutations(SPAN_FACTORIES, 4))[::5])
def test_components_work_in_any_order(order, doc):
    other = blank_with(*order)(REPORT)
    assert {key: texts(other, key) for key in order} == {key: texts(doc, key) for key in order}


def test_the_engine_runs_once_for_all_components(monkeypatch):
    nlp = blank_with(*FACTORIES)
    engines = {id(component.engine) for _, component in nlp.components}
    assert len(engines) == 1
    engine = nlp.get_pipe("fazhi_terms").engine
    calls = []
    report = engine.report
    monkeypatch.setattr(engine, "report", lambda text: calls.append(text) or report(text))
    nlp("全年受理36件。")
    assert calls == ["全年受理36件。"]


def test_spans_stand_for_records_in_their_order(doc):
    report = doc._.report
    expected = {
        "fazhi_sections": [(s.span, s.kind.upper(), s.id) for s in report.sections],
        "fazhi_terms": [(t.span, t.kind.upper(), t.term or "") for t in report.terms],
        "fazhi_quantities": [(s.quantity.span, "QUANTITY", s.indicator or "") for s in report.statistics],
        "fazhi_citations": [(c.span, "CITATION", "") for c in report.citations],
    }
    for key, records in expected.items():
        assert records
        spans = [(s.start_char, s.end_char, s.label_, s.id_, s.kb_id_) for s in doc.spans[key]]
        assert spans == [(span.start, span.end, label, id, id) for span, label, id in records]


def test_entities_are_terms_quantities_and_citations(doc):
    found = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
    spans = [span for key in SPAN_FACTORIES[1:] for span in doc.spans[key]]
    assert found <= {(s.start_char, s.end_char, s.label_) for s in spans}
    assert {"QUANTITY", "CITATION"} < {label for _, _, label in found}


def test_entities_that_are_there_stay():
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe("span_ruler", config={"annotate_ents": True})
    ruler.add_patterns([{"label": "MINE", "pattern": "办理36"}])
    nlp.add_pipe("fazhi_quantities")
    doc = nlp("全年办理36件，开庭8次。")
    assert [(e.text, e.label_) for e in doc.ents] == [("办理36", "MINE"), ("8次", "QUANTITY")]
    assert texts(doc, "fazhi_quantities") == ["36件", "8次"]


@pytest.mark.parametrize("factory", SPAN_FACTORIES[1:])
def test_entities_can_be_left_alone(factory):
    doc = blank_with(factory, set_ents=False)(REPORT)
    assert doc.spans[factory]
    assert not doc.ents


def test_a_record_inside_a_token_is_widened_and_counted():
    nlp = blank_with("fazhi_quantities", "fazhi_records")
    doc = Doc(nlp.vocab, words=["全年", "办理36", "件次，", "8次"], spaces=[False] * 4)
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert len(doc.spans["fazhi_quantities"]) == len(doc._.report.statistics) == 2
    assert texts(doc, "fazhi_quantities") == ["办理36件次，", "8次"]
    assert doc._.fazhi_unaligned == 1


def test_a_doc_with_records_of_other_packs_is_extracted_anew(tmp_path):
    (tmp_path / "extra.yaml").write_text(
        "format: '1'\nkind: terms\nentries:\n"
        "  - {id: extra.window, name: 青岚一窗, kind: brand, source: 用语, topic: general,"
        " examples: {match: ['设立[青岚一窗]'], no_match: [青岚县]}}\n",
        encoding="utf-8",
    )
    text = "设立青岚一窗，受理36件。"
    doc = blank_with("fazhi_terms")(text)
    own = blank_with("fazhi_terms", "fazhi_records", packs=["default", str(tmp_path)])
    for _, component in own.pipeline:
        doc = component(doc)
    assert "青岚一窗" in texts(doc, "fazhi_terms")
    assert len(doc._.report.packs) == 2


def test_a_doc_that_no_component_saw_has_no_report():
    set_extensions()
    doc = spacy.blank("zh")("全年受理36件。")
    assert doc._.report is None
    assert doc._.fazhi_unaligned == 0


def test_a_foreign_extension_is_not_overwritten():
    set_extensions()
    ours = Doc.remove_extension("report")
    Doc.set_extension("report", default="theirs")
    try:
        with pytest.raises(fazhi_ie.FazhiError, match=r"FZ174.*Doc\._\.report"):
            blank_with("fazhi_records")
    finally:
        Doc.remove_extension("report")
        Doc.set_extension("report", getter=ours[2])


def test_displacy_shows_entities_in_our_colours(doc):
    html = spacy.displacy.render(doc, style="ent", jupyter=False)
    assert "#ffe08a" in html


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"segmenter": "words"}, fazhi_ie.InputError, "FZ171.*'words'.*pkuseg, jieba, char"),
        ({"segmenter": "char", "packs": ["no/such/pack"]}, fazhi_ie.PackError, "no/such/pack"),
    ],
)
def test_load_refuses_what_is_not_there(arguments, error, message):
    with pytest.raises(error, match=message):
        fazhi_ie.load(**arguments)
