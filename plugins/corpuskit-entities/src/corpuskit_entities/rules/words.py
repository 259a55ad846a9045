"""Names of one word: the first rule that fits says what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit.scan import Example
from corpuskit_entities.lexica import known, place_of, token_of
from corpuskit_entities.names.compounds import is_branch
from corpuskit_entities.names.lands import is_city, is_municipal
from corpuskit_entities.names.word import Word
from corpuskit_entities.places import place_key
from corpuskit_entities.rules.base import NameRule
from corpuskit_entities.rules.names import SEVERAL
from corpuskit_entities.tables import lexicon, name_parts

__all__ = ["SINGLE"]

# A capital after three small letters at least, or small ones after capitals that are no plural's;
# names as McAna and DelTalvi have theirs too.
_INNER = re.compile(r"([A-Z][a-z]{2,})[A-Z]+[a-z]*$|[A-Z]{2,}[a-rt-z]$")
_SPELT = 4  # capitals that may be a town's name and no acronym, at least


def _people(words: Sequence[Word]) -> str:
    token = words[0].token
    people = token.people or ("-" in token.text and token_of(token.text.rsplit("-", 1)[1]).people)
    return "group" if people else ""


def _land(words: Sequence[Word]) -> str:
    token = words[0].token
    place = place_of(token.text) if len(token.text) > 1 else None
    if place is None or token.first or place.kind not in ("country", "admin1"):
        return ""
    if token.common and place_key(place.name) != token.folded:
        return ""  # Free China
    if token.acronym and known(token.text) is not None:
        return ""  # IOM, the Isle of Man too
    if place.kind == "admin1" and (
        token.head or is_municipal(place) or known(token.text) is not None
    ):
        return ""
    letters = len(token.text.replace(".", ""))
    written = letters > 2 or "." in token.text  # "SC" may be anything, "S.C." is not
    return "place" if written or place.kind == "country" else ""


def _known(words: Sequence[Word]) -> str:
    return "organisation" if known(words[0].token.text) else ""


def _acronym(words: Sequence[Word]) -> str:
    token = words[0].token
    parts = token.text.split("-")
    told = token.acronym or (len(parts) == len(("front", "tail")) and is_branch(*parts))
    return "organisation" if told else ""


def _city(words: Sequence[Word]) -> str:
    token = words[0].token
    if token.first or token.common or (token.acronym and len(token.text) < _SPELT):
        return ""
    if token.folded in lexicon("surnames.tsv"):
        return ""
    place = place_of(token.text)
    return "place" if place is not None and is_city(place) else ""


def _inner_capital(words: Sequence[Word]) -> str:
    match = _INNER.match(words[0].token.text)
    front = match.group(1) if match else None
    named = front is not None and front.lower() in name_parts("prefix")
    return "organisation" if match and not named else ""


def _team(words: Sequence[Word]) -> str:
    return "organisation" if words[0].token.folded in lexicon("teams.tsv") else ""


def _head(words: Sequence[Word]) -> str:
    head = words[0].token.head
    return head if head == "organisation" else ""


SINGLE: tuple[NameRule, ...] = (
    *(rule for rule in SEVERAL if rule.id == "entities.region"),
    NameRule(
        id="entities.people_word",
        about="A nationality, people or creed.",
        kind_of=_people,
        yes=(Example("Two [[Danish]] ships sank.", "group"),),
        no=("Two Zarvik ships sank.",),
    ),
    NameRule(
        id="entities.country",
        about="A country, state or province of the gazetteer.",
        kind_of=_land,
        yes=(
            Example("A storm hit [[Norway]] again.", "place"),
            Example("A storm hit the [[U.S.]] again.", "place"),
            Example("Neighbouring [[Norway]] hit back.", "place"),
        ),
        no=("A storm hit Zarvik again.",),
    ),
    NameRule(
        id="entities.known_word",
        about="An organisation that everybody knows by this word.",
        kind_of=_known,
        yes=(Example("He told [[Reuters]] so.", "organisation"),),
        no=("He told Zarvik so.",),
    ),
    NameRule(
        id="entities.city",
        about="A town of the gazetteer with 100,000 inhabitants, whatever stands around it.",
        kind_of=_city,
        yes=(Example("A storm hit [[Rotterdam]] again.", "place"),),
        no=("A storm hit Zarvik again.",),
    ),
    NameRule(
        id="entities.acronym",
        about="Two to seven capitals that are no common noun's.",
        kind_of=_acronym,
        yes=(
            Example("The [[ALFU]] struck.", "organisation"),
            Example("The [[ALFU-N]] struck.", "organisation"),
        ),
        no=("The CEO struck.", "They pledged EUR 2 million."),
    ),
    NameRule(
        id="entities.inner_capital",
        about="A word with a second capital inside: a company, an outlet, a product.",
        kind_of=_inner_capital,
        yes=(
            Example("He told [[FactZarvik]] so.", "organisation"),
            Example("He told [[ZarvikAI]] so.", "organisation"),
            Example("He told [[ZARe]] so.", "organisation"),
        ),
        no=("He told MacZarvik so.", "He told two ZARs so."),
    ),
    NameRule(
        id="entities.team_word",
        about="What the teams of the great leagues are called.",
        kind_of=_team,
        yes=(Example("Then the [[Yankees]] won.", "organisation"),),
        no=("Then the Zarviks won.",),
    ),
    *(rule for rule in SEVERAL if rule.id == "entities.izafat"),
    NameRule(
        id="entities.head_word",
        about="A general noun for a body, with a capital inside a sentence.",
        kind_of=_head,
        yes=(Example("He told the [[Council]] so.", "organisation"),),
        no=("Council members met.",),
    ),
)
