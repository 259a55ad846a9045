"""Places: names that a preposition of place makes a scene, and chains from small to large."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import attrs

from corpuskit.scan import Example, Name, Rule, trie_pattern
from corpuskit_events.cue import cue, either
from corpuskit_events.rules.levels import chained, place_nouns

__all__ = ["PLACE_RULES", "PlaceRule", "place_mentions"]


@attrs.frozen(kw_only=True)
class PlaceRule(Rule):
    """Attributes: pattern over folded text that ends where the name begins; `{in}` and the like
    are words of one use in `lexicons/cues.tsv`, `{noun}` the nouns of place."""

    pattern: str


LONGEST_CAPITAL = 60  # characters of "in the Orlish capital, "
LONGEST_LINK = 40  # characters between two names of one chain
HEAD = 8  # characters that open a text, where the last ones before a name are not looked at

_IN = PlaceRule(
    id="events.place.preposition",
    about="A name after in, at, near, outside, inside or across.",
    pattern=r"\b{in}\s(?:the\s)?(?:{north}[a-z]*[\s-]|{suburban}\s)*$",
    yes=(
        Example("Gunmen attacked a post in [[Karn]].", "Karn"),
        Example("Gunmen attacked a post in suburban [[Karn]].", "Karn"),
        Example("In [[Karn]], gunmen attacked a post.", "Karn"),
        Example("Teachers marched through [[Karn]].", "Karn"),
    ),
    no=(
        "Gunmen attacked a post of Karn Mining.",
        "A firm based in Karn was attacked.",
        "The council sold gas through Karn Mining.",
        "The council signed a truce in Karn-brokered talks.",
    ),
)
_OF = PlaceRule(
    id="events.place.noun",
    about="A name after a noun of place: the town of, the tribal area of.",
    pattern=r"\b(?:{noun}|(?:in\sthe\s|(?<!the\s)){north})\sof\s$",
    yes=(
        Example("Gunmen attacked a post in the town of [[Karn]].", "Karn"),
        Example("Gunmen attacked a post in the south of [[Karn]].", "Karn"),
        Example("Gunmen attacked a post 12 km north of [[Karn]].", "Karn"),
    ),
    no=("Gunmen attacked the mayor of Karn.",),
)
_TITLED = PlaceRule(
    id="events.place.title",
    about="A name before a noun of place: in the troubled Karn district.",
    pattern=r"\b(?:in|at|near|across)\s(?:the\s)?(?:[a-z'\u2019-]+\s){{0,4}}$",
    yes=(Example("Gunmen attacked a post in the troubled [[Karn]] district.", "Karn"),),
    no=("Gunmen attacked a post in troubled times, Karn said.",),
)
_OWNED = PlaceRule(
    id="events.place.owned",
    about="A name before a noun of place that the place before it owns.",
    pattern=r"(?:\s{noun})?'s\s(?:[a-z-]+\s){{0,2}}$",
    yes=(Example("Gunmen attacked a post in Orlo province's [[Karn]] district.", "Karn"),),
    no=("Gunmen attacked a post in Orlo; Marn's Karn Mining district office shut.",),
)
_CAPITAL = PlaceRule(
    id="events.place.capital",
    about="A name right behind the capital, in which something is told to be.",
    pattern=r"\b{in}\s(?:the|its|their|[\w\s.-]{{2,30}}'s)\s(?:\w+\s)?{capital},?\s$",
    yes=(
        Example("Gunmen attacked a post in the capital, [[Karn]].", "Karn"),
        Example("Gunmen attacked a post in Orlo's capital [[Karn]].", "Karn"),
    ),
    no=("Gunmen attacked the mayor of the capital, Karn.",),
)
PLACE_RULES: tuple[PlaceRule, ...] = (_IN, _OF, _TITLED, _OWNED, _CAPITAL)


CHAIN = "events.place.chain"
_PART = re.compile(r"\W")  # "sit-in"
_WEEKDAY = re.compile(r"\s(?:mon|tues|wednes|thurs|fri|satur|sun)day$")
_MARKS = " \n\t-/(['\"\u2018\u201c\u2013\u2014"


@attrs.frozen
class _Words:
    """Words beside names, as they are looked for.

    Attributes:
        patterns: those of the rules, by id.
        before: prepositions of place.
        led: how the word before "the" or "of" ends.
        tells: how a word between a preposition and a name begins.
        tails, heads: letters that tell most names that are no scenes: how the word before a scene
            ends (" in", "ear", "ern"; or that before "the"), or how a noun of place behind it
            begins; capital_tails for the capital; telling is all that the former can end with.
        opening, openings: a preposition that a name begins with, and how that begins.
        capital: how what stands before a capital's name ends.
        titled: a noun of place behind a name.
        town: one to which a name behind it belongs: "the Orlish town of Karn"; not "the Karn
            district of Orlo province".
        tied: how what only tells whose something is ends.
    """

    patterns: dict[str, re.Pattern[str]]
    before: frozenset[str]
    led: dict[str, tuple[str, ...]]
    tells: tuple[str, ...]
    tails: frozenset[str]
    heads: frozenset[str]
    capital_tails: frozenset[str]
    telling: frozenset[str]
    opening: re.Pattern[str]
    openings: frozenset[str]
    capital: tuple[str, ...]
    titled: re.Pattern[str]
    town: re.Pattern[str]
    tied: tuple[str, ...]


@cache
def _words() -> _Words:
    before, nouns, tells = cue("in"), place_nouns(), (*cue("north"), *cue("suburban"))
    tries = {use: either(use) for use in ("in", "north", "suburban", "capital")}
    tries["noun"] = trie_pattern(nouns)
    leading = (*before, *tells, "of", "ern", "through")
    tails = frozenset(f"{mark}{word}"[-3:] for word in leading for mark in _MARKS)
    capital_tails = frozenset(f"{term}{mark}"[-3:] for term in cue("capital") for mark in ("", ","))
    return _Words(
        patterns={rule.id: re.compile(rule.pattern.format_map(tries)) for rule in PLACE_RULES},
        before=before,
        led={"the": tuple(before), "of": (*nouns, *cue("north"))},
        tells=tells,
        tails=tails,
        capital_tails=capital_tails,
        telling=tails | capital_tails | {"the"},
        heads=frozenset(noun[:2] for noun in nouns),
        opening=re.compile(rf"{tries['in']}\s(?=[a-z])"),
        openings=frozenset(word[:2] for word in before),
        capital=tuple(f"{term}{mark}" for term in cue("capital") for mark in (" ", ", ")),
        titled=re.compile(rf"\s{tries['noun']}\b"),
        town=re.compile(rf"\s(?:[a-z-]+\s)?{either('town')}\sof\b"),
        tied=tuple(f"-{word}" for word in cue("brokered")),
    )


@lru_cache(maxsize=4096)
def _fitting(word: str) -> tuple[str, ...]:
    """Ids of the rules that can match where `word` is the last before a name; those that also need
    something else are left out."""
    words, part = _words(), _PART.split(word)[-1]
    found = []
    if part == "the" or part in words.before or word.startswith(words.tells):
        found.append(_IN.id)
    if part == "of":
        found.append(_OF.id)
    return tuple(found)


def place_mentions(
    folded: str, start: int, end: int, names: Sequence[Name]
) -> list[tuple[int, int, str]]:
    """Scenes among the names of one sentence, folded[start:end]: (start, end, rule id).

    A name that follows another at once ("Karn, Orlo province") is of its chain.
    """
    words = _words()
    heads, tails, telling = words.heads, words.tails, words.telling
    found: list[tuple[int, int, str]] = []
    last, near = 0, HEAD  # up to where a name stands near the last scene
    for begin, stop, initial in names:
        if (
            initial
            and folded[begin : begin + 2] in words.openings
            and (opening := words.opening.match(folded, begin, stop))
        ):
            begin = opening.end()  # "In Karn, a bomb"
        tail = folded[begin - 4 : begin - 1]
        headed = folded[stop + 1 : stop + 3] in heads
        if begin >= near and tail not in telling and not headed:
            continue  # as mostly
        linked = bool(found) and begin < near
        titled = headed and words.titled.match(folded, stop, end) is not None
        if linked and chained(folded[last:begin]):
            rule: str | None = CHAIN
        elif linked and titled and words.patterns[_OWNED.id].fullmatch(folded, last, begin):
            rule = _OWNED.id
        elif (
            titled
            or begin < HEAD
            or (folded[begin - 8 : begin - 5] if tail == "the" else tail) in tails
        ):
            rule = _rule(folded, start, begin, titled=titled)
        elif tail in words.capital_tails and folded.endswith(words.capital, start, begin):
            pattern = words.patterns[_CAPITAL.id]
            told = pattern.search(folded, max(start, begin - LONGEST_CAPITAL), begin)
            rule = _CAPITAL.id if told else None
        else:
            continue
        if rule is not None and _can_be_place(folded, begin, stop, end):
            if folded.endswith("day", begin, stop) and (
                weekday := _WEEKDAY.search(folded, begin, stop)
            ):
                stop = weekday.start()  # "in Karn Saturday"
            owner = folded.rfind("'s ", begin, stop)  # "Marn's Orland villa"
            found.append((owner + 3 if owner > 0 else begin, stop, rule))
            last, near = stop, stop + LONGEST_LINK
    return found


def _can_be_place(folded: str, begin: int, stop: int, end: int) -> bool:
    text, words = folded[begin:stop], _words()
    if text in cue("no place") or text in cue("month names"):
        return False
    if not text[-1:].isalnum() or text.endswith(words.tied):
        return False
    return words.town.match(folded, stop, end) is None


def _rule(folded: str, start: int, begin: int, *, titled: bool) -> str | None:
    """The rule that makes a scene of the name at `begin`; `titled` is true before a noun."""
    before = folded[max(start, begin - 60) : begin]
    if not (before[-1:].isspace() or before.endswith("-")):
        return None  # all patterns end so
    *_, earlier, last = "", "", *before.rsplit(None, 2)
    if not last or earlier in cue("based"):
        return None  # "a firm based in Karn"
    words = _words()
    if last in words.before or (last == "through" and earlier in cue("marched")):
        return _IN.id  # as most often
    if last not in words.led or earlier.endswith(words.led[last]):
        for rule in _fitting(last):
            if words.patterns[rule].search(before):
                return rule
    return _TITLED.id if titled and words.patterns[_TITLED.id].search(before) else None
