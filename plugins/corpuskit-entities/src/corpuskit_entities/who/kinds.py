"""Kinds: what an unknown name is, by what stands around all its mentions in the article."""

from __future__ import annotations

import re
from collections import defaultdict
from operator import attrgetter

from corpuskit.scan import Scan
from corpuskit_entities.around.context import (
    are_told,
    before_armed,
    before_body,
    compounded,
    evidence,
)
from corpuskit_entities.around.firms import acts_as_firm, become_firms
from corpuskit_entities.around.nearby import (
    become_bodies,
    become_houses,
    become_ships,
    become_towns,
    no_persons,
    said_after,
)
from corpuskit_entities.around.roles import role_after, role_before
from corpuskit_entities.cluster import Mention
from corpuskit_entities.lexica import known, place_of, token_of
from corpuskit_entities.names.joined import is_noun
from corpuskit_entities.names.namesakes import middle_of
from corpuskit_entities.rules.names import is_land, is_large
from corpuskit_entities.tables import heads, lexicon, name_parts
from corpuskit_entities.who.persons import middle_names, name_words

__all__ = ["decided"]


def decided(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """The mentions with a kind each; roles, and words that prove to be no names, are left out."""
    by_kind: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_kind[mention.kind].append(mention)
    _become_surnames(by_kind["role"], by_kind["person"])
    _leave_openers_out(scan.folded, mentions, by_kind["organisation"])
    no_persons(scan, by_kind["person"], by_kind["unknown"])
    become_ships(scan.folded, by_kind["organisation"])
    become_bodies(scan, by_kind["document"], by_kind["other"])
    words = by_kind.pop("", [])
    become_firms(by_kind["person"], by_kind["organisation"])
    _take_articles(scan, by_kind)
    _take_given_names(scan, by_kind)
    _decide_unknown(scan, by_kind)
    roles = [mention for mention in by_kind["role"] if mention.kind == "role"]
    _become_surnames(words + roles, by_kind["person"])
    become_houses(scan.folded, by_kind["other"])
    become_towns(scan.folded, by_kind["other"], by_kind["place"])
    return [mention for mention in mentions if mention.kind not in _NO_NAMES]


_NO_NAMES = frozenset(("", "role"))
_is_alone = attrgetter("alone")
_ByKind = dict[str, list[Mention]]


def _become_surnames(words: list[Mention], persons: list[Mention]) -> None:
    """ "Dean", "Baker" and "Page" are names where somebody of that surname is named."""
    last = {mention.words[-1] for mention in persons if mention.words[1:]} if words else ()
    for mention in words:
        if mention.words[0] in last and len(mention.words) == 1:
            mention.kind, mention.rule, mention.role = "person", "entities.surname", None
            persons.append(mention)


def _leave_openers_out(folded: str, mentions: list[Mention], bodies: list[Mention]) -> None:
    """Leave out "Government", "Eagles", "Labour (costs)" where only a sentence's start gives the
    capital."""
    openers = [mention for mention in bodies if mention.alone and _is_plain(mention)]
    if openers:
        elsewhere = {m.words[-1] for m in mentions if not m.alone and m.kind not in _NO_NAMES}
        elsewhere -= heads("firm") - heads("general")  # Steel (prices), of National Steel
        for mention in openers:
            if mention.words[-1] not in elsewhere:
                mention.kind = ""
    for mention in [m for m in bodies if m.alone and compounded(m.text, folded, m.end)]:
        mention.kind = ""


def _is_plain(mention: Mention) -> bool:
    """Whether a word alone is a general noun, too."""
    if mention.rule != "entities.team_word":
        return mention.rule == "entities.head_word"
    one = token_of(mention.text.removesuffix("s"))
    return one.common or one.role or token_of(mention.text).common


def _decide_unknown(scan: Scan, by_kind: _ByKind) -> None:
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
    bodies = _short_names(by_kind["organisation"])
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
            kind, rule = _kind_of_name(scan, words, same)
            if kind == "person":
                surnames |= {word, words[-1]}
            elif rule == "entities.body_context":
                bodies.add((word,))
        elif word in surnames:
            kind, rule = "person", "entities.surname"
            if is_land(word):
                same = _people(scan, same, by_kind["place"])
        elif word in firsts or is_land(word):
            kind, rule = _kind_of_land(scan, same, word in firsts)
        elif words in bodies:
            kind, rule = "organisation", "entities.short_form"
        elif words in towns:
            kind, rule = "place", "entities.short_form"
        else:
            kind, rule = _kind_of_word(scan, word, same, singles)
        for mention in same:
            mention.kind, mention.rule = kind, rule
        by_kind[kind] += same


def _of_somebody(
    folded: str, by_name: dict[tuple[str, ...], list[Mention]], persons: list[Mention]
) -> set[tuple[str, ...]]:
    """ "Zarvik's Ana Sol": the names, no places', whose somebody with a full name is said to be."""
    owned = {m.start for m in persons if m.role is None and len(m.words) > 1}
    return {
        words
        for words, same in by_name.items()
        for m in same
        if m.end + 3 in owned and folded.startswith("'s ", m.end) and place_of(same[0].text) is None
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
    for words in map(name_words, dict.fromkeys([mention.words for mention in persons])):
        surnames.add(words[-1])
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


def _short_names(organisations: list[Mention]) -> set[tuple[str, ...]]:
    """What teams and firms that are named in full are called in short: a team by its last word, a
    firm by its first, or by all but the last, or by the surname of its founder."""
    found: set[tuple[str, ...]] = set()
    for mention in organisations:
        words = mention.words
        if len(words) > 1:
            if mention.rule == "entities.team":
                found.add(words[-1:])
            elif words[-1] in heads("firm"):
                found |= {words[:1], words[:-1]}
                if token_of(words[0]).first:
                    found.add(middle_of(words))
    return found


def _take_articles(scan: Scan, by_kind: _ByKind) -> None:
    """ "By al Sahl militants", "linked to al Qaeda": the article is a part of a body's name."""
    named: dict[Mention, tuple[str, ...]] = {}
    rules: dict[tuple[str, ...], str] = {}
    for mention in by_kind["unknown"]:
        if mention.words[0] == "al":
            words = mention.words
        elif scan.raw[mention.start - 4 : mention.start] in _AL:
            words = ("al", *mention.words)
        else:
            continue
        named[mention] = words
        if known(" ".join(words)):
            rules[words] = "entities.known"
        elif before_armed(scan.folded, mention.end):
            rules[words] = "entities.body_context"
    for mention, words in named.items() if rules else ():
        if words in rules:
            mention.start -= 3 if words != mention.words else 0
            mention.text, mention.words = scan.raw[mention.start : mention.end], words
            mention.kind, mention.rule, mention.alone = "organisation", rules[words], False
            by_kind["organisation"].append(mention)
    if rules:
        by_kind["unknown"] = [m for m in by_kind["unknown"] if m.kind == "unknown"]


def _take_given_names(scan: Scan, by_kind: _ByKind) -> None:
    """ "Army chief Win Rosa Sahl": after a role in small letters, and where somebody is named in
    full elsewhere, a common word before a first name is a part of the name."""
    raw = scan.raw
    single = [m for m in by_kind["unknown"] if len(m.words) == 1 and token_of(m.text).common]
    loose = [m for m in single if raw[m.end + 1 : m.end + 2].isupper()]
    if not loose:
        return
    persons = by_kind["person"]
    after = {m.start: m for m in persons if m.rule == "entities.first_name"}
    full = {m.words for m in persons if m.role is not None}
    taken: set[Mention] = set()
    for given in loose:
        named = after.get(given.end + 1)
        if named is None or raw[given.end] != " ":
            continue
        words = given.words + named.words
        floor = scan.sentences[given.sentence].start
        if words in full or role_before(scan.raw, scan.folded, given.start, floor) is not None:
            full.add(words)
            named.start, named.words = given.start, words
            named.text = raw[named.start : named.end]
            given.kind = ""
            taken.add(given)
    if taken:
        by_kind["unknown"] = [m for m in by_kind["unknown"] if m not in taken]


_FRONT = "In "
_AL = frozenset(f"{mark}al " for mark in " \n(“‘\"'—–-/")
_DIGIT = re.compile(r"\d")
_SUM = re.compile(r"[A-Z]\d+(?:[.,]\d+)*\s?(?:[mb]n?|trn?|million|billion|trillion|crore|lakh)\b")
_UNIT = 16  # characters that hold the rest of a sum and its unit
_WHERE = frozenset("in at for from of".split())  # in a byline, before no author
_ENOUGH = 2  # what one role or verb of speech counts: enough for a name that begins like a word


def _kind_of_name(scan: Scan, words: tuple[str, ...], same: list[Mention]) -> tuple[str, str]:
    """Kind and rule of an unknown name of several words."""
    if _signs(scan, same[0]) and not _ends_as_word(same[0]):
        return "person", "entities.person_context"
    found = evidence(scan.folded, same)
    if found.body * 2 >= len(same) or said_after(scan, same):
        return "organisation", "entities.body_context"
    if _DIGIT.search(same[0].text):
        return "other", "entities.other"  # AK-47 Rifles
    part = words[0] in name_parts("direction") and is_large(" ".join(words[1:]))
    if found.determined * 2 > len(same) and not (found.place or part):
        if words[-1].endswith("s") and not words[-1].endswith("ss"):
            return "organisation", "entities.plural"  # the Purple Herons
        if len(words[0]) > 1 and found.person + _roles(scan, same) < _ENOUGH:
            return "other", "entities.other"  # the Golden Heron
    first = token_of(words[0])
    wordlike = words[0] in name_parts("direction") or first.common or bool(first.stop)
    seat = words[-1] in name_parts("seat") and not (wordlike or same[0].text.isupper())
    if seat and not (found.person or _roles(scan, same)):
        return "place", "entities.seat"
    if not wordlike and found.place <= found.person + 1:
        unsure = not found.person and _ends_as_word(same[0]) and not _roles(scan, same)
        return ("other", "entities.other") if unsure else ("person", "entities.person_context")
    person = found.person + _roles(scan, same)
    if found.place > person + 1 or part or (found.strong and words[0] in name_parts("direction")):
        return "place", "entities.place_context"
    if wordlike and person < _ENOUGH:
        return "other", "entities.other"
    return "person", "entities.person_context"


def _signs(scan: Scan, first: Mention) -> bool:
    """Whether a name stands in the byline, and not behind "in" or "for"."""
    byline = scan.article.byline
    if byline is None or not byline.start <= first.start < byline.end:
        return False
    before = scan.folded[byline.start : first.start].split()
    return not before or before[-1] not in _WHERE


def _ends_as_word(name: Mention) -> bool:
    """ "Zarvik Update": an unknown name whose last word is a common one, or the plural of one, is
    somebody only if something tells so; initials do ("J.D. Drew")."""
    first, last = name.text.split(None, 1)[0], name.text.rsplit(None, 1)[-1]
    word = token_of(last).common or token_of(last.removesuffix("s")).common
    return word and "." not in first


def _kind_of_word(scan: Scan, word: str, same: list[Mention], singles: set[str]) -> tuple[str, str]:
    """Kind and rule of an unknown word with a capital; "" for one that is no name."""
    token = token_of(same[0].text)
    alone = all(map(_is_alone, same))
    ending = "n" if word.endswith("a") else "er" if word.endswith("land") else ""
    if ending and not singles.isdisjoint((word + ending, word + ending + "s")):
        return "place", "entities.country_of_people"
    if word.endswith(("an", "ans")) and word.rstrip("s")[:-1] in singles:
        return "group", "entities.people_of_country"
    if alone and word in lexicon("role_modifiers.tsv") and _is_role_next(scan, same[0]):
        return "", ""  # Defence lawyer
    if alone and is_noun(token):
        bodies = sum([before_body(scan.folded, m.end) for m in same])
        return ("organisation", "entities.body_context") if bodies * 2 >= len(same) else ("", "")
    if _SUM.match(scan.raw, same[0].start, same[0].end + _UNIT):
        return "", ""  # R1.3bn
    found = evidence(scan.folded, same)
    if found.body * 2 >= len(same) or (token.common and are_told(scan.folded, same)):
        return "organisation", "entities.body_context"
    firm = (found.body and not alone) or acts_as_firm(scan.folded, same)
    if firm and not (token.common or token.first or found.strong or _roles(scan, same)):
        return "organisation", "entities.body_context"
    plural = word.endswith("s") and not token.common
    if found.determined * 2 > len(same) - plural and not found.strong:
        if alone and not _DIGIT.search(word):
            return "", ""  # among capitals
        return ("group", "entities.plural") if plural else ("other", "entities.other")
    if alone and word.endswith("ly") and scan.raw.startswith(",", same[0].end):
        return "", ""  # an adverb
    strongly = bool(found.strong) and found.strong * 6 >= len(same)
    if token.common:
        if found.place <= found.person:
            return "other", "entities.other"
    elif strongly and not alone and (not (token.first and found.person) or found.town):
        return "place", "entities.place_context"
    person = found.person + _roles(scan, same)
    if person and _DIGIT.search(word):
        return "organisation", "entities.body_context"  # News24 reported
    if alone and person < _ENOUGH and not scan.folded.startswith("'s ", same[0].end):
        return "", ""
    if strongly and not (token.common or token.first):
        return "place", "entities.place_context"
    if found.place > person and not token.common and place_of(same[0].text) is not None:
        return "place", "entities.place_context"
    if token.common or _is_shouted(same):
        return "other", "entities.other"
    called = token.first and not found.place
    if person or (called and place_of(same[0].text) is None):
        return "person", "entities.person_context"
    return "other", "entities.other"


def _is_role_next(scan: Scan, mention: Mention) -> bool:
    follow = scan.raw[mention.end : mention.end + 24].split(None, 1)
    return bool(follow) and follow[0].islower() and token_of(follow[0]).role


def _is_shouted(same: list[Mention]) -> bool:
    """Whether it always stands in capitals, so that it is an abbreviation of something."""
    return all(mention.text.isupper() for mention in same)


def _roles(scan: Scan, same: list[Mention]) -> int:
    """What the roles beside mentions count for a person; the dearest of the evidence."""
    return 2 * sum([_has_role(scan, mention) for mention in same])


def _has_role(scan: Scan, mention: Mention) -> bool:
    sentence = scan.sentences[mention.sentence]
    if mention.start - sentence.start == len(_FRONT) and scan.raw.startswith(
        _FRONT, sentence.start
    ):
        return False  # "In Sol, the mayor said"
    return (
        role_before(scan.raw, scan.folded, mention.start, sentence.start) is not None
        or role_after(scan.raw, scan.folded, mention.end, sentence.end) is not None
    )
