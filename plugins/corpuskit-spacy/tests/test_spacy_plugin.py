"""spaCy: never imported unless asked for, its entities as a layer, and Docs there and back."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpuskit import Entity, Pipeline, Result, Span
from corpuskit.testing import ExtractorContract

spacy = pytest.importorskip(
    "spacy", reason="spaCy is not installed: pip install ./plugins/corpuskit-spacy"
)
corpuskit_spacy = pytest.importorskip(
    "corpuskit_spacy", reason="corpuskit-spacy is not installed: pip install ./plugins/…"
)

from corpuskit_spacy import SpacyEntities, from_doc, to_doc  # noqa: E402
from corpuskit_spacy.entities import kind_of  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")  # spaCy's own

TEXT = "Rosa Varga left Zarvik’s port. Varga said on 3 May: “We sail.” Zarvik’s mayor waved."


def ruled():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Rosa Varga"},
            {"label": "PERSON", "pattern": "Varga"},
            {"label": "GPE", "pattern": "Zarvik"},
            {"label": "ORG", "pattern": "State Department"},
            {"label": "DATE", "pattern": "3 May"},
        ]
    )
    return nlp


def extracted(text):
    (result,) = Pipeline([SpacyEntities(nlp=ruled())], strict=True).run([text], segment=False)
    return result


class TestContract(ExtractorContract):
    extractor = SpacyEntities(nlp=ruled())
    samples = (TEXT, "Rosa Varga met the State Department in Zarvik.")


def test_entities_are_grouped_with_exact_spans():
    got = [
        (e.name, e.kind, e.aliases, [s.of(TEXT) for s in e.mentions], e.provenance.rule)
        for e in extracted(TEXT).entities
    ]
    assert got == [
        ("Rosa Varga", "person", ("Varga",), ["Rosa Varga", "Varga"], "spacy.person"),
        ("Zarvik", "place", (), ["Zarvik", "Zarvik"], "spacy.gpe"),
    ]


def test_an_article_is_no_part_of_a_name():
    nlp = spacy.blank("en")
    patterns = ["the Lake Council", "The Lake Council", "Lake Council"]
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": p} for p in patterns])
    text = "The Lake Council met. Then the Lake Council’s head left."
    (result,) = Pipeline([SpacyEntities(nlp=nlp)], strict=True).run([text], segment=False)
    (council,) = result.entities
    assert council.name == "Lake Council"
    assert [span.of(text) for span in council.mentions] == ["The Lake Council", "Lake Council"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [("NORP", "group"), ("PER", "person"), ("DATE", None), ("place", "place"), ("X", "other")],
)
def test_labels(label, kind):
    assert kind_of(label) == kind


def test_a_missing_model_is_a_failure_that_says_how_to_get_it():
    (result,) = Pipeline([SpacyEntities(model="xx_no_such")]).run([TEXT], segment=False)
    assert Entity not in result
    assert "python -m spacy download xx_no_such" in result.failures[0].error


def test_a_doc_and_back():
    result = extracted(TEXT)
    doc = to_doc(result)
    assert [(s.text, s.label_) for s in doc.spans["entities"]] == [
        ("Rosa Varga", "person"),
        ("Varga", "person"),
        ("Zarvik", "place"),
        ("Zarvik", "place"),
    ]
    assert {s.id_ for s in doc.spans["entities"]} == {e.id for e in result.entities}
    assert from_doc(doc).layers == result.layers


def test_a_doc_from_bytes_and_back():
    result = extracted(TEXT)
    doc = spacy.tokens.Doc(spacy.blank("en").vocab).from_bytes(to_doc(result).to_bytes())
    assert from_doc(doc, source=result.article.source).layers == result.layers
    box = spacy.tokens.DocBin(docs=[to_doc(result)], store_user_data=True).to_bytes()
    (doc,) = spacy.tokens.DocBin().from_bytes(box).get_docs(spacy.blank("en").vocab)
    assert from_doc(doc) == result


def test_every_layer_of_the_installed_plugins_has_a_group():
    (result,) = Pipeline.installed().run([TEXT], segment=False)
    doc = to_doc(result)
    assert len(doc.spans) == len(result.layers)
    assert from_doc(doc).layers == result.layers


def test_an_article_that_does_not_begin_the_source():
    result = extracted("One line.\n\n" + TEXT)
    article = result.article
    start = article.span.start + 11
    moved = type(article)(
        source=article.source, span=Span(start, article.span.end), body=article.body[1:]
    )
    doc = to_doc(Result(moved, result.layers))
    assert doc.text == TEXT
    assert doc.spans["entities"][0].text == "Rosa Varga"


def test_another_doc_gives_its_entities():
    result = from_doc(ruled()(TEXT))
    assert [e.name for e in result.entities] == ["Rosa Varga", "Zarvik"]
    assert from_doc(spacy.blank("en")("")).entities == ()


CODE = """
import sys, corpuskit
registry = corpuskit.discover()
plugin = next(p for p in registry.plugins if p.distribution == "corpuskit-spacy")
print(plugin.state, [part.name for part in plugin.parts], "spacy" in sys.modules)
"""


@pytest.mark.parametrize(
    ("model", "said"),
    [("", "active [] False"), ("en_core_web_sm", "active ['spacy-entities'] False")],
)
def test_it_stays_out_unless_asked_for_and_imports_no_spacy(model, said):
    environment = {"CORPUSKIT_SPACY_MODEL": model, "PATH": ""}
    ran = subprocess.run(
        [sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == said


def test_asked_for_it_stands_in_for_the_rules(monkeypatch):
    monkeypatch.setenv("CORPUSKIT_SPACY_MODEL", "xx_no_such")
    plan = Pipeline.installed().plan
    providers = [step.name for step in plan.steps if Entity in step.object.provides]
    assert providers == ["spacy-entities"]


def test_the_readme_runs():
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```py\n(.*?)```", readme, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
