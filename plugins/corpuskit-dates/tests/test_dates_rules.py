"""Every example of every rule, yes and no; and that the rules are complete."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates
from corpuskit_dates.rules import all_rules
from corpuskit_dates.words.classes import CLASSES, NEIGHBOUR_CLASSES, char_of, compile_pattern

RULES = all_rules()
YES = [(rule, example) for rule in RULES for example in rule.yes]
NO = [(rule, text) for rule in RULES for text in rule.no]


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline([Dates()], strict=True)


def found(pipeline, text, published=None):
    (result,) = pipeline.run([Source(raw=text, published=published)], segment=False)
    return result.dates


@pytest.mark.parametrize(("rule", "example"), YES, ids=lambda x: getattr(x, "id", None))
def test_yes(pipeline, rule, example):
    dates = found(pipeline, example.text, example.published)
    at = [date for date in dates if (date.span.start, date.span.end) == example.span]
    assert at, [(date.span.of(example.text), date.value) for date in dates]
    assert at[0].value == example.value
    assert at[0].provenance.rule == rule.id


@pytest.mark.parametrize(("rule", "text"), NO, ids=lambda x: getattr(x, "id", None))
def test_no(pipeline, rule, text):
    assert [d for d in found(pipeline, text) if d.provenance.rule == rule.id] == []


def test_every_rule_has_an_example_and_a_sentence_about_it():
    assert [rule.id for rule in RULES if not rule.yes] == []
    assert [rule.id for rule in RULES if not rule.about.endswith(".")] == []


def test_ids_are_unique_and_dotted():
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("dates.") for one in ids)


def test_every_class_is_used_by_a_pattern_or_asked_for():
    """A class that no pattern names is a word that nothing reads."""
    used = {char for rule in RULES for char in compile_pattern(rule.pattern).pattern}
    assert {name for name in CLASSES if char_of(name) not in used} == set(NEIGHBOUR_CLASSES)
