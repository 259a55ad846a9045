"""Every example of every rule, yes and no; and that the table of rules is complete."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from corpuskit import Pipeline
from corpuskit_entities.extractor import Entities
from corpuskit_entities.rules import all_rules

RULES = all_rules()
YES = [(rule, example) for rule in RULES for example in rule.yes]
NO = [(rule, text) for rule in RULES for text in rule.no]


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline([Entities()], strict=True)


def found(pipeline, text):
    (result,) = pipeline.run([text], segment=False)
    return result.entities


@pytest.mark.parametrize(("rule", "example"), YES, ids=lambda x: getattr(x, "id", None))
def test_yes(pipeline, rule, example):
    entities = found(pipeline, example.text)
    at = [e for e in entities if example.span in {(m.start, m.end) for m in e.mentions}]
    assert at, [(e.name, e.kind, e.provenance.rule) for e in entities]
    assert (at[0].kind, at[0].provenance.rule) == (example.value, rule.id)


@pytest.mark.parametrize(("rule", "text"), NO, ids=lambda x: getattr(x, "id", None))
def test_no(pipeline, rule, text):
    assert [e for e in found(pipeline, text) if e.provenance.rule == rule.id] == []


def test_every_rule_has_examples_and_a_sentence_about_it():
    assert [rule.id for rule in RULES if not rule.yes or not rule.no] == []
    assert [rule.id for rule in RULES if not rule.about.endswith(".")] == []


def test_ids_are_unique_and_no_id_in_the_code_is_missing():
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    package = resources.files("corpuskit_entities")
    code = "\n".join(f.read_text() for f in package.iterdir() if f.name.endswith(".py"))
    used = set(re.findall(r'"(entities\.\w+)"', code))
    assert used - set(ids) == {
        "entities.surname",  # a mention's, and its entity has that of the full name
        "entities.title",
        "entities.unknown",
    }
