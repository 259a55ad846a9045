"""The reference page names every rule, every basis and every letter of the alphabet."""

from __future__ import annotations

import re
from pathlib import Path

from corpuskit_quotes.rules import all_rules
from corpuskit_quotes.vocabulary import vocabulary

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "quotes.md"


def test_the_page_names_every_rule_and_no_other() -> None:
    named = set(re.findall(r"`(quotes\.\w+)`", PAGE.read_text(encoding="utf-8")))
    assert named - {"quotes.marks"} == {rule.id for rule in all_rules()}


def test_the_page_explains_every_letter() -> None:
    explained = set(re.findall(r"`(.)`", PAGE.read_text(encoding="utf-8")))
    assert set(vocabulary().classes.values()) <= explained
