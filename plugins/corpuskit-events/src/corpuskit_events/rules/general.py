"""General: whether a law, a habit, a kind of deeds or a film is told of, and no deed."""

from __future__ import annotations

import re
from functools import cache

from corpuskit.scan import Example, Lexicon, Rule, trie_pattern
from corpuskit_events.rules.deed import Deed

__all__ = ["GENERAL_RULES", "is_fiction", "is_general"]

FAR = 120  # characters before it that can name a film

GENERAL_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.context.anybody",
        about="What you, anybody or whoever does, may do or suffers is advice or a law.",
        yes=(
            Example("In Karn you cannot [[refuse]] a soup.", "none"),
            Example("Anyone [[convicted]] of theft goes to jail.", "none"),
            Example("The law fines anyone who [[attacks]] a guard.", "none"),
            Example("A judge can bar someone [[accused]] of fraud.", "none"),
        ),
        no=("The mayor refused the soup.", "Someone attacked the guard in Karn."),
    ),
    Rule(
        id="events.context.habit",
        about="What is done often, or in the simple present behind who or if, is a habit.",
        yes=(
            Example("Bandits often [[attack]] drivers in Karn.", "none"),
            Example("Drivers are usually [[arrested]] in Karn.", "none"),
            Example("People who [[protest]] in Karn are brave.", "none"),
            Example("Drivers hide whenever bandits [[attack]] a bus.", "none"),
        ),
        no=(
            "Bandits attacked drivers who often came to Karn.",
            "People who protested in Karn were brave.",
            "Drivers hid when bandits tried to attack a bus.",
        ),
    ),
    Rule(
        id="events.context.kind",
        about="A noun behind such as, any, or the rate of tells of a kind of deeds.",
        yes=(
            Example("Crimes such as [[kidnapping]] are rare.", "none"),
            Example("The mayor spoke of a surge in [[attacks]].", "none"),
            Example("Victims of [[rape]] are heard in Karn.", "none"),
            Example("A typical [[raid]] begins at dawn.", "none"),
        ),
        no=("A series of attacks shook Karn.", "Victims of the attack were buried in Karn."),
    ),
    Rule(
        id="events.context.common",
        about="A kind of deeds that is common, rare or routine tells of no deed.",
        yes=(
            Example("[[Kidnapping]] is common in Karn.", "none"),
            Example("[[Attacks]] on teachers have become routine in Karn.", "none"),
            Example("[[Raids]] on villages in the north are an almost daily event.", "none"),
        ),
        no=("The attack on Karn is a rare blow.", "Attacks on Karn have killed nine since May."),
    ),
    Rule(
        id="events.context.fiction",
        about="What happens in a film or a novel has not happened.",
        yes=(
            Example("In the novel, gunmen [[kill]] nine guests in Karn.", "none"),
            Example("The film, in which 40 villagers are [[killed]], opened in Karn.", "none"),
        ),
        no=("In the film studio, gunmen killed nine guests.", "Gunmen shot a star of the film."),
    ),
)

_BEHIND = ("fiction", "common")  # kinds whose words tell of no deed close behind them
_MARKS = ("", *"\"'(\u201c\u2018[\u2014\u2013-")  # with which a word can begin
_IN_IT = re.compile(r"\bin\s(?:the|his|her|their|this|a|one)\s(?:[\w'-]+\s){0,3}$")
_NO_OBJECT = re.compile(r"\s(?:of|for|in|with|by|to)\b")
_NOT_PRESENT = (
    "to ",
    "n't ",
    "will ",
    "would ",
    "could ",
    "can ",
    "may ",
    "might ",
    "did ",
    "not ",
)
_PHRASES = {
    "habit": r"\b{habit}\s(?:[\w'-]+ly\s)?$",
    "anybody": r"\b{anybody}\s(?:[\w']+\s){{0,2}}$|\b(?P<one>{one})\s$",
    "condition": r"\b{condition}\s(?:[\w'-]+\s){{1,3}}$",
    "kind": r"\b(?:{example}\s(?:[\w-]+(?:,|\sand|\sor)\s){{0,2}}|{each}\s"
    r"|(?!(?<=\ba\s)number){kind}\s(?:in|of)\s"
    r"(?:(?!(?:the|an?|his|her|its|their|this|that|whose|who)\b)[\w-]+\s){{0,2}})$",
    "common": r"\s(?:(?:on|of|by|in|for|against)\s[\w' -]{{1,60}}\s)?"
    r"(?:is|are|was|were|remains?|ha(?:s|ve)\s(?:become|been))\s(?:[\w-]+\s){{0,3}}{common}\b",
    "fiction": r"\b{fiction}(?P<apart>,(?!\sin\swhich)|\sabout\b"
    r"|,?\s(?:[\w'.,-]+\s){{0,6}}(?:in\swhich|tells|depict\w*|portray\w*)\b)",
}
"""Where the words of each kind in `lexicons/general.tsv` stand before a trigger."""


@cache
def _terms() -> dict[str, list[str]]:
    """The words by kind."""
    found: dict[str, list[str]] = {}
    for row in Lexicon.from_package("corpuskit_events", "general.tsv").entries:
        found.setdefault(row["kind"], []).append(row.term)
    return found


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    tries = {kind: trie_pattern(terms) for kind, terms in _terms().items()}
    return re.compile(_PHRASES[kind].format_map(tries))


@cache
def _telling() -> frozenset[str]:
    """Words without which nothing general is told, with a mark before or without."""
    terms = [
        "who",
        *(term for kind, terms in _terms().items() if kind not in _BEHIND for term in terms),
    ]
    return frozenset(mark + max(term.split(), key=len) for term in terms for mark in _MARKS)


def is_general(deed: Deed) -> bool:
    """Whether a law, a habit or a kind of deeds is told of, and no deed."""
    form, last = deed.sense.form, deed.last
    if form != "ed" and not (last and last[-1][-1].isalnum()) and _is_common(deed):
        return True
    if _telling().isdisjoint(last):
        return False
    folded, near, start = deed.folded, deed.near, deed.start
    if _pattern("habit").search(folded, near, start):
        return True
    if form != "ed" and folded.endswith("who ", near, start):
        return True
    if form in ("noun", "ing"):
        return _pattern("kind").search(folded, near, start) is not None
    anybody = _pattern("anybody").search(folded, near, start)
    if anybody:
        return not anybody["one"] or (
            form == "ed" and _NO_OBJECT.match(folded, deed.end) is not None
        )
    if form == "ed" or folded.endswith(_NOT_PRESENT, near, start):
        return False
    return _pattern("condition").search(folded, near, start) is not None


def _is_common(deed: Deed) -> bool:
    """Whether a kind of deeds that opens a clause is told to be common: "Kidnapping is rife"."""
    stop = min(deed.stop, deed.end + FAR)
    return _pattern("common").match(deed.folded, deed.end, stop) is not None


def is_fiction(deed: Deed) -> bool:
    """Whether it happens in a film or a novel: "in the novel, gunmen"."""
    folded, start = deed.folded, deed.start
    begin = max(deed.first, start - FAR)
    told = _pattern("fiction").search(folded, begin, start)
    if told is None or folded.find(";", told.end(), start) >= 0:
        return False
    return told["apart"] != "," or _IN_IT.search(folded, begin, told.start()) is not None
