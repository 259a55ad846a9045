"""Names of several words: the first rule that fits says what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit.scan import Example
from corpuskit_entities.lexica import Token, known, place_of, token_of
from corpuskit_entities.names.joined import is_two_regions
from corpuskit_entities.names.lands import is_large
from corpuskit_entities.names.word import Word, text_of
from corpuskit_entities.places.gazetteer import demonyms
from corpuskit_entities.rules.base import NameRule
from corpuskit_entities.tables import heads, lexicon, name_parts

__all__ = ["SEVERAL", "is_people"]

_IZAFAT = re.compile(r"\w-(?:e|i)-\w|^wal-\w")
_ARTICLES = ("al-", "el-", "ad-", "as-", "ash-")
_LONGEST = 4
_SURNAME = 5  # letters of capitals that may be a surname, at least
_SPELT = 4  # letters of a firm and of its country, at least


def _known(words: Sequence[Word]) -> str:
    return "organisation" if known(text_of(words)) else ""


def _ship(words: Sequence[Word]) -> str:
    first, last = words[0].token, words[-1].token
    if last.head == "facility":
        return ""  # USS Zarvik Memorial
    return "other" if first.text.isupper() and first.folded in name_parts("ship") else ""


def _region(words: Sequence[Word]) -> str:
    text = text_of(words).lower()
    return "place" if text in lexicon("regions.tsv") or is_two_regions(text) else ""


def _place(words: Sequence[Word]) -> str:
    place = place_of(text_of(words))
    small = place is not None and place.kind in ("town", "admin2")
    return "" if place is None or (small and words[0].token.first) else "place"


def _and(words: Sequence[Word]) -> str:
    found = any(word.token.folded in ("and", "&", "on") for word in words[1:-1])
    return "organisation" if found else ""


def _head(words: Sequence[Word]) -> str:
    first, last = words[0].token, words[-1].token
    if len(words) > 2 and known(text_of(words[-2:])):
        return ""  # the Varga White House is a branch
    noun = words[-2].token
    if len(words) > 2 and noun.head and not (noun.surname or last.head) and is_large(last.text):
        return noun.head  # Lake College Dublin
    if not first.first:
        return last.head
    if len(words) == len(("Rosa", "J.", "Tribe")) and len(noun.text) == 1:
        return ""
    named = last.surname and not any(_is_word(word.token) for word in words[1:-1])
    return "person" if named and len(words) < _LONGEST else last.head  # Martin Luther King Day


def _opening_head(words: Sequence[Word]) -> str:
    first = words[0].token
    if first.folded in heads("article"):
        return first.head if words[1].token.text.lower().startswith(_ARTICLES) else ""
    if not first.opens or (first.folded in heads("storm") and words[1].token.common):
        return ""
    return "place" if first.folded in heads("town") else first.head


def _izafat(words: Sequence[Word]) -> str:
    joined = [text for word in words if "-" in (text := word.token.text.lower())]
    found = any(map(_IZAFAT.search, joined))
    return "organisation" if found else ""


def _edition(words: Sequence[Word]) -> str:
    arabic = len(words) > 2 and words[0].token.folded == "al"
    return "organisation" if arabic and words[-1].token.people else ""


def _first_name(words: Sequence[Word]) -> str:
    first = words[0].token
    last = words[-1].token
    if not first.first or last.people:
        return ""
    if last.folded in lexicon("teams.tsv") and is_large(first.text):
        return ""  # Charlotte Herons
    if (last.head or first.people) and len(words) > 2 and known(text_of(words[-2:])):
        return ""  # Christian Democratic Party, Philippine Red Cross
    plain = all(word.token.common or word.token.head for word in words[1:])
    plain = plain and last.folded not in name_parts("season")  # Sofia Winter
    return "" if plain and is_large(first.text) else "person"  # Virginia Beer Report


def _branch(words: Sequence[Word]) -> str:
    longer = len(words) > 2 and known(text_of(words[-2:]))
    return "organisation" if longer or known(words[-1].token.text) else ""


def is_people(words: Sequence[Word]) -> bool:
    """Whether it takes all these words to name a people: "Sri Lankan", "North Korean"."""
    first, text = words[0].token.folded, text_of(words).lower()
    part = first in name_parts("direction") and len(words) == 2 and words[1].token.people
    return part or text in demonyms() or text in lexicon("peoples.tsv")


def _people(words: Sequence[Word]) -> str:
    first, last = words[0].token, words[-1].token
    part = first.people or first.folded in name_parts("direction")
    several = last.folded.endswith("s") and token_of(last.folded[:-1]).people
    creed = several and not (first.first or is_large(first.text))  # Houston Texans
    return "group" if (last.people and (part or creed)) or is_people(words) else ""


def _team(words: Sequence[Word]) -> str:
    first, last = words[0].token, words[-1].token
    if last.folded in lexicon("teams.tsv"):
        return "organisation"
    if last.people or first.folded in name_parts("particle"):
        return ""  # Van is a town, too
    large = last.folded.endswith("s") and not first.first and is_large(first.text)
    return "organisation" if large else ""


def _acronym_first(words: Sequence[Word]) -> str:
    first, last = words[0].token, words[-1].token
    if last.people or all(word.token.text.isupper() for word in words):
        return ""
    if last.acronym and not (first.acronym or _is_word(first)):  # Zarvik PF
        named = last.folded in name_parts("honour") or last.folded in name_parts("mark")
        called = len(last.text) >= _SURNAME and known(last.text) is None  # Zarvik VARGA
        return "" if named or called or place_of(last.text) else "organisation"
    form = first.folded in name_parts("form")
    form = form and first.text.isupper()
    written = form or (first.acronym and "." not in first.text and len(first.text) > 2)
    return "organisation" if written and place_of(first.text) is None else ""


def _firm_first(words: Sequence[Word]) -> str:
    first = words[0].token
    if first.first or words[1].token.first or known(first.text) is None:
        return ""
    return "other" if words[-1].token.text[-1].isdecimal() else "organisation"  # Boeing 777


def _survey(words: Sequence[Word]) -> str:
    place = None if words[0].token.first else place_of(words[0].token.text)
    land = place is not None and place.kind == "country"
    surname = words[0].token.folded in name_parts("land")
    return "organisation" if land and len(words) > 2 and not surname else ""


def _country_branch(words: Sequence[Word]) -> str:
    first, last = words[0].token, words[-1].token
    if last.text.isupper() and last.folded in name_parts("branch"):
        return "" if place_of(text_of(words[:-1])) else "organisation"
    if len(words) != 2 or first.first or _is_word(first) or last.folded in name_parts("land"):
        return ""
    if min(len(first.text), len(last.text)) < _SPELT:
        return ""
    place = place_of(last.text)
    return "organisation" if place is not None and place.kind == "country" else ""


def _is_word(token: Token) -> bool:
    plain = token.common or bool(token.stop) or token.people
    return plain or token.folded in name_parts("direction")


def _initial(words: Sequence[Word]) -> str:
    found = any(len(word.token.text) == 1 and word.token.upper for word in words[1:-1])
    return "person" if found else ""


def _other(words: Sequence[Word]) -> str:
    if words[0].token.folded in name_parts("direction") and len(words) == 2:
        return ""
    if len(words) == 2 and not (words[1].token.common or words[0].token.people):
        return ""  # Rush Varga may be somebody
    if words[0].token.folded in name_parts("particle"):
        return ""  # and so may Van den Varga
    plain = any(word.token.common or word.token.people for word in words[:-1])
    return "other" if plain or len(words) > _LONGEST else ""


SEVERAL: tuple[NameRule, ...] = (
    NameRule(
        id="entities.known",
        about="An organisation that everybody knows by this name.",
        kind_of=_known,
        yes=(Example("He told [[Human Rights Watch]] so.", "organisation"),),
        no=("He told Amber Fields Watch so.",),
    ),
    NameRule(
        id="entities.ship",
        about="What stands before the name of a ship is in front.",
        kind_of=_ship,
        yes=(
            Example("The [[HMS Zarvik]] sailed then.", "other"),
            Example("The [[MV Ocean Star]] sailed then.", "other"),
        ),
        no=("The Mv Zarvik Varga sailed then.",),
    ),
    NameRule(
        id="entities.region",
        about="A part of the world that is no state.",
        kind_of=_region,
        yes=(
            Example("It rained in [[Central Asia]] again.", "place"),
            Example("It rained all over [[Europe]] again.", "place"),
            Example("It rained in [[Eastern and Central Europe]] again.", "place"),
        ),
        no=("It rained in Norway again.", "It rained in North and South again."),
    ),
    NameRule(
        id="entities.gazetteer",
        about="The whole name is in the gazetteer; for a town it must not open with a first name.",
        kind_of=_place,
        yes=(
            Example("Trains to [[Buenos Aires]] were late.", "place"),
            Example("It rained in [[South Australia]] again.", "place"),
        ),
        no=("They met Rosa Marlow there.",),
    ),
    NameRule(
        id="entities.and",
        about='A name with "&" in it; with "and" or "on" it must be of general words.',
        kind_of=_and,
        yes=(
            Example("He works at [[Zarvik & Talvi]] now.", "organisation"),
            Example("The [[Food and Water Agency]] closed.", "organisation"),
        ),
        no=("He met Zarvik and Talvi Marlow now.", "The Lake Council and Farmers Union met."),
    ),
    NameRule(
        id="entities.head_noun",
        about="The last word is a general noun for a body, building, place or text.",
        kind_of=_head,
        yes=(
            Example("The [[Lake Farmers Union]] struck.", "organisation"),
            Example("They blocked the [[Amber Bridge]].", "facility"),
            Example("They blocked [[Rosa Street]].", "facility"),
            Example("It breaks the [[Open Rivers Act]].", "document"),
            Example("They left [[Zarvik District]] early.", "place"),
            Example("They prayed in the [[King Varga Mosque]] then.", "facility"),
            Example("They slept in the [[Rosa Hotel]] then.", "facility"),
            Example("The [[Free Rosa Movement]] struck.", "organisation"),
            Example("She teaches at [[Lake University Rotterdam]] now.", "organisation"),
        ),
        no=(
            "They met Zarvik Varga there.",
            "They met Senator Rosa Hall there.",
            "They met Rosa J. Tribe there.",
        ),
    ),
    NameRule(
        id="entities.izafat",
        about="Two nouns joined by -e-, -i- or wal-, as movements from Mali to India are named.",
        kind_of=_izafat,
        yes=(
            Example("A raid by [[Jamaat-e-Sahra Zarvik]] failed.", "organisation"),
            Example("A raid by [[Jamaat-e-Sahra]] failed.", "organisation"),
            Example("A raid by [[Jund al-Sahl wal-Sahra]] failed.", "organisation"),
        ),
        no=("A raid by Ana-Lena Zarvik failed.",),
    ),
    NameRule(
        id="entities.opening_head",
        about="The first word is a general noun that comes first in names.",
        kind_of=_opening_head,
        yes=(
            Example("He told [[Radio Zarvik]] so.", "organisation"),
            Example("They fished in [[Lake Zarvik]] then.", "place"),
            Example("They sailed to [[Port Zarvik]] then.", "place"),
            Example("A raid by [[Ansar al-Sahl]] failed.", "organisation"),
        ),
        no=("They met Zarvik Varga there.", "They met Ansar Varga there."),
    ),
    NameRule(
        id="entities.people",
        about="A nationality, people or creed, with what tells which part of it.",
        kind_of=_people,
        yes=(
            Example("Some [[Central Asian]] states agreed.", "group"),
            Example("The [[Sri Lankan]] President Tolmo Varga agreed.", "group"),
            Example("Two [[Sierra Leoneans]] agreed.", "group"),
            Example("The [[Zarvik-Talvi Christians]] agreed.", "group"),
        ),
        no=("They met Zarvik Varga there.",),
    ),
    NameRule(
        id="entities.edition",
        about="An Arabic article first and a people last: a broadcaster in that language.",
        kind_of=_edition,
        yes=(Example("He told [[Al Zarvik English]] so.", "organisation"),),
        no=("He told Al English so.", "He told Rosa Zarvik English so."),
    ),
    NameRule(
        id="entities.first_name",
        about="The first word is a first name.",
        kind_of=_first_name,
        yes=(
            Example("They met [[Rosa Marlow]] there.", "person"),
            Example("They met [[Omar bin Talvi]] there.", "person"),
        ),
        no=("They joined the Amber Trust there.",),
    ),
    NameRule(
        id="entities.branch",
        about="The last word is a known organisation; what comes before says which branch.",
        kind_of=_branch,
        yes=(Example("He joined [[Zarvik Greenpeace]] then.", "organisation"),),
        no=("He joined Zarvik Varga then.",),
    ),
    NameRule(
        id="entities.team",
        about="A large place and a plural, or what a great league's team is called.",
        kind_of=_team,
        yes=(
            Example("The [[Rotterdam Herons]] won.", "organisation"),
            Example("The [[New Zarvik Yankees]] won.", "organisation"),
        ),
        no=("They met Rosa Herons there.",),
    ),
    NameRule(
        id="entities.acronym_first",
        about="An acronym of three letters and more with other words, or any after them.",
        kind_of=_acronym_first,
        yes=(
            Example("He told [[ALFU Varga]] so.", "organisation"),
            Example("He told [[Zarvik PF]] so.", "organisation"),
        ),
        no=("He told AJ Varga so.", "He told Zarvik VARGA so."),
    ),
    NameRule(
        id="entities.firm_first",
        about="An organisation that everybody knows, with other words; with a figure its product.",
        kind_of=_firm_first,
        yes=(
            Example("He reads [[Reuters Zarvik]] daily.", "organisation"),
            Example("An [[Airbus A350]] landed.", "other"),
        ),
        no=("He reads Zarvik Reuters daily.",),
    ),
    NameRule(
        id="entities.survey",
        about="A country with two other words at least.",
        kind_of=_survey,
        yes=(
            Example("The [[Norway Geological Survey]] said no.", "organisation"),
            Example("Then [[Norway Zarvik Talvi]] said no.", "organisation"),
        ),
        no=("The Norway Zarvik said no.",),
    ),
    NameRule(
        id="entities.country_branch",
        about="An unknown word and a country that is no surname, or words and a country's short "
        "form: a firm's branch.",
        kind_of=_country_branch,
        yes=(
            Example("He works for [[Zarvik Egypt]] now.", "organisation"),
            Example("He works for [[Strong Bells UK]] now.", "organisation"),
        ),
        no=("He works for Zarvik Jordan now.", "He works in Rotterdam UK now."),
    ),
    NameRule(
        id="entities.initial",
        about="An initial stands between two names.",
        kind_of=_initial,
        yes=(Example("They met [[Zarvik J. Varga]] there.", "person"),),
        no=("They met Zarvik Varga there.",),
    ),
    NameRule(
        id="entities.other",
        about="A name with common words in it, or a very long one: something, but what is unknown.",
        kind_of=_other,
        yes=(Example("We all saw [[Strong Bells]] twice.", "other"),),
        no=("They met Zarvik Varga there.", "SITUATION OVERVIEW: they are quiet."),
    ),
)
