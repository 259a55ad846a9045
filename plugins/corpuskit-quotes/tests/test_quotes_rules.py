"""Every example of every rule, yes and no; ids are unique and stable in form."""

from __future__ import annotations

import functools

import pytest

from corpuskit import Pipeline, Quotation
from corpuskit.scan import Example
from corpuskit_quotes import Quotes
from corpuskit_quotes.rules import QuoteRule, all_rules
from corpuskit_quotes.rules.base import describe


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline([Quotes()], strict=True)


def _found(text: str, rule: QuoteRule) -> list[Quotation]:
    (result,) = _pipeline().run([text], segment=False)
    return [q for q in result.quotes if q.provenance.rule == rule.id]


YES = [pytest.param(r, e, id=f"{r.id}-{i}") for r in all_rules() for i, e in enumerate(r.yes)]
NO = [pytest.param(r, text, id=f"{r.id}-{i}") for r in all_rules() for i, text in enumerate(r.no)]


@pytest.mark.parametrize(("rule", "example"), YES)
def test_rule_finds_its_example(rule: QuoteRule, example: Example) -> None:
    found = _found(example.text, rule)
    got = [((q.extent.start, q.extent.end), describe(q, example.text)) for q in found]
    assert (example.span, example.value) in got
    assert len(got) == 1 or rule.id == "quotes.transcript"


@pytest.mark.parametrize(("rule", "text"), NO)
def test_rule_leaves_its_near_miss(rule: QuoteRule, text: str) -> None:
    assert _found(text, rule) == []


def test_every_rule_has_an_example_and_an_id_of_its_own() -> None:
    assert all(rule.yes and rule.about.endswith(".") for rule in all_rules())
    ids = [rule.id for rule in all_rules()]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith("quotes.") for id in ids)
