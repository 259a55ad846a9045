"""Every example of every rule, yes and no; and that the table is complete."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import attrs
import pytest

from corpuskit import Pipeline
from corpuskit.testing import ContractViolation, check_rule
from corpuskit_entities import Entities
from corpuskit_entities.rules import all_rules

PIPELINE = Pipeline([Entities()], strict=True)
RULES = all_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule):
    check_rule(PIPELINE, rule, lambda entity: entity.kind)


def test_a_wrong_example_is_noticed():
    rule = next(rule for rule in RULES if rule.id == "entities.first_name")
    with pytest.raises(ContractViolation):
        check_rule(PIPELINE, attrs.evolve(rule, no=(rule.yes[0].text,)))


def test_every_rule_has_examples_and_a_sentence_about_it():
    assert [rule.id for rule in RULES if not rule.yes or not rule.no] == []
    assert [rule.id for rule in RULES if not rule.about.endswith(".")] == []


def test_ids_are_unique_and_no_id_in_the_code_is_missing():
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    package = Path(str(resources.files("corpuskit_entities")))
    code = "\n".join(file.read_text("utf-8") for file in package.rglob("*.py"))
    used = set(re.findall(r'"(entities\.\w+)"', code))
    assert used - set(ids) == {
        "entities.surname",  # a mention's, and its entity has that of the full name
        "entities.short_form",  # as well
        "entities.title",
        "entities.unknown",
    }
