"""Context: what a trigger word tells of by what stands beside it, which can be no event."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from corpuskit.scan import Example, Lexicon, Rule, trie_pattern
from corpuskit_events.words import Sense, sense_of

__all__ = ["CONTEXT_RULES", "sense_beside"]

REACH = 60  # characters beside the trigger that are looked at
FAR = 120  # characters before it that can name a film

CONTEXT_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.context.beside",
        about="A row of `lexicons/contexts.tsv` tells what a word beside the trigger makes of it.",
        yes=(
            Example("The ministry [[released]] a report on Karn.", "none"),
            Example("The union [[met]] the conditions of the loan.", "none"),
            Example("The council [[killed]] the proposal.", "none"),
            Example("Marn [[suspended]] her campaign.", "none"),
            Example("Marn [[beat]] Dahl by six points.", "none"),
            Example("The coach praised the [[offensive]] line.", "none"),
            Example("A girl was [[struck]] by a car.", "none"),
            Example("Storm Ina [[killed]] four soldiers in Karn.", "none"),
            Example("Cholera [[killed]] four soldiers in Karn.", "none"),
            Example("The bank [[charged]] a fee.", "none"),
            Example("Sales [[declined]] in Karn.", "none"),
            Example("Guns fell silent until the [[truce]] collapsed.", "none"),
            Example("The bank [[deployed]] new programs in Karn.", "none"),
            Example("Coal ran short in a miners' [[strike]].", "PROTEST"),
            Example("The union [[attacked]] the mayor as a liar.", "ACCUSE"),
            Example("The mayor [[blasted]] the council.", "ACCUSE"),
        ),
        no=(
            "The rebels released six hostages.",
            "The union met the mayor of Karn.",
            "The bomb killed the mayor.",
            "The council suspended the officer.",
            "Guards beat up the driver.",
            "The army launched an offensive in Orlo.",
            "Warplanes struck a depot in Karn.",
            "Prosecutors charged Dahl with fraud.",
            "The council declined to meet the union.",
            "Orland and Merra agreed a ceasefire.",
            "Orland deployed troops in Karn.",
            "Rebels halted their attacks on Karn.",
        ),
    ),
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
        id="events.context.fiction",
        about="What happens in a film or a novel has not happened.",
        yes=(
            Example("In the novel, gunmen [[kill]] nine guests in Karn.", "none"),
            Example("The film, in which 40 villagers are [[killed]], opened in Karn.", "none"),
        ),
        no=("In the film studio, gunmen killed nine guests.", "Gunmen shot a star of the film."),
    ),
)

_FICTION = re.compile(
    r"\b(?:films?|movies?|novels?|thrillers?|dramas?|episodes?|sequels?|video\sgames?)"
    r"(?P<apart>,(?!\sin\swhich)|\sabout\b|,?\s(?:[\w'.,-]+\s){0,6}?(?:in\swhich|tells|depict\w*|portray\w*)\b)"
)
_IN_IT = re.compile(r"\bin\s(?:the|his|her|their|this|a|one)\s(?:[\w'-]+\s){0,3}$")
_ANYBODY = re.compile(
    r"\b(?:you(?:'ll|'re|'ve)?|anyone|anybody|whoever)\s(?:[\w']+\s){0,2}$"
    r"|\b(?P<one>someone|somebody|a\sperson)\s$"
)
_OFTEN = re.compile(
    r"\b(?:often|usually|frequently|regularly|routinely|sometimes|rarely|seldom|typically|generally"
    r"|normally|occasionally|commonly|tends?\sto)\s(?:[\w'-]+ly\s)?$"
)
_WHENEVER = re.compile(r"\b(?:if|whenever|unless)\s(?:[\w'-]+\s){1,3}$")
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
_KIND = re.compile(
    r"\b(?:such\sas\s(?:[\w-]+(?:,|\sand|\sor)\s){0,2}|(?:a\stypical|any|every|each)\s"
    r"|(?:rise|increase|surge|spike|uptick|jump|drop|decline|fall|(?<!\ba\s)numbers?|rates?|types?"
    r"|kinds?|forms?|victims|survivors)\s(?:in|of)\s"
    r"(?:(?!(?:the|an?|his|her|its|their|this|that|whose|who)\b)[\w-]+\s){0,2})$"
)
_PATHS = {
    # no phrase ends in it: "killed the bill", not "killed ten in the election"
    "~": r"(?:(?!(?:in|on|at|to|for|with|from|by|over|about|and|or|as|after|of|who|that|within"
    r"|into|through|during)\b)[\w'.$%-]+\s){0,4}",
    "...": r"(?:[\w'.,-]+\s){0,5}",
}
_MARK = r"\s?(?:[^\w\s-]|\Z)"

Fits = Callable[[str, tuple[int, int], tuple[int, int]], bool]
Row = tuple[str, Fits]


@cache
def _rows() -> dict[str, tuple[Row, ...]]:
    """What is told by what stands beside, by lemma, or by "=" and a form."""
    sets = {"<people>": trie_pattern(Lexicon.from_package("corpuskit_events", "actors.tsv"))}
    found: dict[str, list[Row]] = {}
    for entry in Lexicon.from_package("corpuskit_events", "contexts.tsv").entries:
        if entry["tells"] == "means":
            sets[entry.term] = rf"(?:{'|'.join(_words(entry['words'], sets))})"
            continue
        row = entry["tells"], _fits(entry["side"], _words(entry["words"], sets))
        for term in entry.term.split(", "):
            found.setdefault(term, []).append(row)
    return {term: tuple(rows) for term, rows in found.items()}


def _words(cell: str, sets: dict[str, str]) -> list[str]:
    """The patterns of a cell: "~ to death", "ship*", "<held>"."""
    return [_pattern(words.split(), sets) for words in cell.split(", ") if words]


def _pattern(words: list[str], sets: dict[str, str]) -> str:
    text = ""
    for word in words:
        if word in _PATHS:
            text += _PATHS[word]
        elif word == ".":
            text = text.removesuffix(r"\s") + _MARK
        else:
            text += (sets.get(word) or re.escape(word).replace(r"\*", r"[\w']*")) + r"\s"
    return text.removesuffix(r"\s")


def _fits(side: str, words: list[str]) -> Fits:
    """Whether one of the words stands on that side of a trigger."""
    if side == "before":
        ends = "|".join([word if word.endswith("}") else rf"{word}\s" for word in words])
        before = re.compile(rf"(?<!\w)(?:{ends})$")
        return lambda text, near, hit: before.search(text, near[0], hit[0]) is not None
    if side == "after":
        begins = [word if word.endswith(_MARK) else rf"{word}(?!\w)" for word in words]
        after = re.compile("|".join([w if w.startswith(_MARK) else rf"\s{w}" for w in begins]))
        return lambda text, near, hit: after.match(text, hit[1], near[1]) is not None
    if side == "beside":
        beside = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
        return lambda text, near, hit: (
            beside.search(text, near[0], hit[0]) is not None
            or beside.search(text, hit[1], near[1]) is not None
        )
    return lambda text, near, hit: True


@lru_cache(maxsize=4096)
def _fitting(lemma: str, form: str) -> tuple[Row, ...]:
    """The rows of a trigger, those of its form first."""
    return _rows().get(f"={form}", ()) + _rows().get(lemma, ())


def sense_beside(
    folded: str, bounds: tuple[int, int], hit: tuple[int, int], sense: Sense
) -> Sense | None:
    """What the trigger at `hit` tells of where it stands in folded[bounds]: mostly `sense`."""
    start, end = hit
    near = max(bounds[0], start - REACH), min(bounds[1], end + REACH)
    if _is_general(folded, near[0], hit, sense.form) or _is_fiction(folded, bounds[0], start):
        return None
    for tells, fits in _fitting(sense.lemma, folded[start:end]):
        if fits(folded, near, hit):
            return sense if tells == "event" else _retold(sense, tells)
    return sense


def _is_general(folded: str, near: int, hit: tuple[int, int], form: str) -> bool:
    """Whether a law, a habit or a kind of deeds is told of, and no deed."""
    start, end = hit
    if _OFTEN.search(folded, near, start):
        return True
    if form != "ed" and folded.endswith("who ", near, start):
        return True
    if form in ("noun", "ing"):
        return _KIND.search(folded, near, start) is not None
    anybody = _ANYBODY.search(folded, near, start)
    if anybody:
        return not anybody["one"] or (form == "ed" and _NO_OBJECT.match(folded, end) is not None)
    if form == "ed" or folded.endswith(_NOT_PRESENT, near, start):
        return False
    return _WHENEVER.search(folded, near, start) is not None


def _is_fiction(folded: str, begin: int, start: int) -> bool:
    """Whether a film or a novel is told of: "in the novel, gunmen", "a film in which"."""
    begin = max(begin, start - FAR)
    told = _FICTION.search(folded, begin, start)
    if told is None or folded.find(";", told.end(), start) >= 0:
        return False
    return told["apart"] != "," or _IN_IT.search(folded, begin, told.start()) is not None


@cache
def _retold(sense: Sense, tells: str) -> Sense | None:
    """The sense of a cell "TYPE/class", or None for "none"."""
    if tells == "none":
        return None
    type_, word = tells.split("/")
    return sense_of(type_, word, sense.form, sense.lemma)
