"""Unknown: what a name is that its words leave open, by the other names of the article."""

from __future__ import annotations

from collections import defaultdict

from corpuskit.scan import Scan
from corpuskit_entities.around.context import evidence
from corpuskit_entities.cluster import Mention
from corpuskit_entities.kinds.several import kind_of_name
from corpuskit_entities.kinds.single import kind_of_word
from corpuskit_entities.lexica import place_of, token_of
from corpuskit_entities.names.lands import is_land, is_large
from corpuskit_entities.names.namesakes import is_club, middle_of
from corpuskit_entities.names.surnames import is_spelt, middle_names, name_words, nickname
from corpuskit_entities.tables import heads, lexicon

__all__ = ["decide_unknown"]


def decide_unknown(scan: Scan, by_kind: dict[str, list[Mention]]) -> None:
    """Give every unknown mention a kind by what stands around all mentions of that name."""
    by_name: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in by_kind["unknown"]:
        by_name[mention.words].append(mention)
    if not by_name:
        return
    surnames, firsts = _names_of(by_kind["person"])
    double = {m.words[at:] for m in by_kind["person"] for at in range(1, len(m.words) - 1)}
    towns = {m.words[:-1] for m in by_kind["place"] if m.words[-1] in heads("division")}
    towns |= {m.words for m in by_kind["place"] if m.rule == "entities.place_context"}
    singles = {words[0] for words in by_name if len(words) == 1}
    singles |= {m.words[0] for kind in ("organisation", "place") for m in by_kind[kind]}
    bodies, clubs, leaders = _short_names(by_kind["organisation"])
    owners = _of_somebody(scan.folded, by_name, by_kind["person"])
    for words in sorted(by_name, key=len, reverse=True):
        same = by_name[words]
        word = words[0]
        if words in double:
            kind, rule = "person", "entities.surname"
        elif words in owners and word not in surnames:
            kind, rule = "organisation", "entities.body_context"
        elif len(words) > 1 and words in bodies:
            kind, rule = "organisation", "entities.short_form"
        elif len(words) > 1:
            kind, rule = kind_of_name(scan, words, same)
            if kind == "person":
                surnames |= {word, words[-1], nickname(words) or word}
            elif rule == "entities.body_context":
                bodies.add((word,))
        elif word in surnames or is_spelt(same[0].text, surnames):
            kind, rule = "person", "entities.surname"
            if is_land(word):
                same = _people(scan, same, by_kind["place"])
        elif word in firsts or is_land(word):
            kind, rule = _kind_of_land(scan, same, word in firsts)
        elif words in bodies:
            kind, rule = "organisation", "entities.short_form"
        elif words in towns:
            kind, rule = "place", "entities.short_form"
        elif words in clubs and not evidence(scan.folded, same).place:
            kind, rule = "organisation", "entities.short_form"
        elif word in leaders and not evidence(scan.folded, same).place:
            kind, rule = "person", "entities.surname"
        elif _shares_surname(scan.folded, same[0], by_kind["person"]):
            kind, rule = "person", "entities.first_name"
        else:
            kind, rule = kind_of_word(scan, word, same, singles)
        for mention in same:
            mention.kind, mention.rule = kind, rule
        by_kind[kind] += same


def _of_somebody(
    folded: str, by_name: dict[tuple[str, ...], list[Mention]], persons: list[Mention]
) -> set[tuple[str, ...]]:
    """ "Zarvik's Ana Sol": the names, no places', whose somebody with a full name is said to be."""
    starts = [m.start for m in persons if m.role is None and len(m.words) > 1]
    owned = {start for start in starts if folded.endswith("'s ", 0, start)}
    return {
        words
        for words, same in (by_name.items() if owned else ())
        if place_of(same[0].text) is None and any(m.end + 3 in owned for m in same)
    }


def _people(scan: Scan, same: list[Mention], places: list[Mention]) -> list[Mention]:
    """Those of some mentions of "Jordan", whom somebody is called, that no preposition shows to
    mean the country."""
    found: list[Mention] = []
    for mention in same:
        if evidence(scan.folded, [mention]).place:
            mention.kind, mention.rule = "place", "entities.country"
            places.append(mention)
        else:
            found.append(mention)
    return found


def _names_of(persons: list[Mention]) -> tuple[set[str], set[str]]:
    """Surnames, and first names; one that is no large place's name counts as both."""
    surnames: set[str] = set()
    firsts: set[str] = set()
    for written in dict.fromkeys([mention.words for mention in persons]):
        words = name_words(written)
        surnames.add(words[-1])
        if words != written:
            surnames |= {nickname(written)} - {""}
        surnames.update(filter(_may_be_surname, middle_names(words)))
        if len(words) > 1 and words[0] not in surnames:
            (firsts if is_large(words[0]) else surnames).add(words[0])
    return surnames, firsts


def _may_be_surname(word: str) -> bool:
    return word in lexicon("surnames.tsv") or not is_large(word)


def _kind_of_land(scan: Scan, same: list[Mention], named: bool) -> tuple[str, str]:
    """Kind and rule of "Georgia": a person if one of that first name is there and no place is."""
    if named and not evidence(scan.folded, same).strong:
        return "person", "entities.surname"
    return "place", "entities.country"


def _shares_surname(folded: str, one: Mention, persons: list[Mention]) -> bool:
    """Whether a first name is joined to a full one: "Walt and Rosa Varga"."""
    if not folded.startswith(" and ", one.end) or is_large(one.text):
        return False
    called = token_of(one.text).first or one.words[0] in lexicon("short_names.tsv")
    start = one.end + len(" and ")
    return called and any(m.start == start and len(m.words) > 1 for m in persons)


def _short_names(
    organisations: list[Mention],
) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]], set[str]]:
    """What teams and firms that are named in full are called in short: a team by its last word, a
    firm by its first, or by all but the last, or by the surname of its founder; clubs by the town
    in front; and whose administration is named."""
    found: set[tuple[str, ...]] = set()
    clubs: set[tuple[str, ...]] = set()
    leaders: set[str] = set()
    for mention in organisations:
        words = mention.words
        if len(words) > 1:
            found.add(words)
            if is_club(words, mention.rule):
                clubs.add(words[:-1])
            if mention.rule == "entities.team":
                found.add(words[-1:])
            elif mention.rule == "entities.state_body":
                leaders.add(words[-2])
            elif words[-1] in heads("firm"):
                found |= {words[:1], words[:-1]}
                if token_of(words[0]).first:
                    found.add(middle_of(words))
    return found, clubs, leaders
