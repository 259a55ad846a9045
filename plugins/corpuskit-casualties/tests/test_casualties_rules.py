"""Every example of every rule, yes and no; and that the rules are complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import corpuskit_casualties
from corpuskit import Pipeline
from corpuskit.testing import ContractViolation, check_rule
from corpuskit_casualties import Casualties
from corpuskit_casualties.describe import describe
from corpuskit_casualties.rules import FRAMES, RULES
from corpuskit_casualties.words import lexicon

PIPELINE = Pipeline([Casualties()], strict=True)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule):
    check_rule(PIPELINE, rule, describe)


def test_a_wrong_example_is_noticed():
    rule = next(rule for rule in RULES if rule.id == "casualties.object")
    with pytest.raises(ContractViolation):
        check_rule(PIPELINE, type(rule)(**{**fields(rule), "no": (rule.yes[0].text,)}), describe)


def fields(rule):
    return {name: getattr(rule, name) for name in ("id", "about", "yes", "no", "frames", "find")}


def test_ids_are_unique_and_dotted():
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("casualties.") for one in ids)


def test_every_rule_has_an_example_and_a_sentence_about_it():
    assert [rule.id for rule in RULES if not rule.yes] == []
    assert [rule.id for rule in RULES if not rule.about.endswith(".")] == []


def test_every_frame_of_the_lexicon_is_read_by_a_rule():
    told = {entry["frame"] for entry in lexicon("triggers").entries}
    assert told == {frame for rule in FRAMES for frame in rule.frames}


def test_every_kind_of_the_lexicon_is_known():
    kinds = {entry["kind"] for entry in lexicon("triggers").entries}
    assert kinds == {"killed", "wounded", "missing", "captured", "displaced", "both"}


def test_every_use_of_the_cues_is_asked_for_and_every_one_asked_for_has_words():
    package = Path(corpuskit_casualties.__file__).parent
    sources = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    asked = set(re.findall(r'\bcue\("([^"]+)"\)', sources)) | {"war", "rule", "unrest"}
    assert {entry["cue"] for entry in lexicon("cues").entries} == asked


def test_the_reference_page_lists_every_rule():
    page = Path(__file__).parents[3] / "docs" / "reference" / "casualties.md"
    if not page.is_file():
        pytest.skip("the plugin stands alone here, without the project's pages")
    text = page.read_text(encoding="utf-8")
    assert [rule.id for rule in RULES if f"| `{rule.id}` | {rule.about} |" not in text] == []
