"""Places: names that a preposition of place makes a scene, and chains from small to large."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import attrs

from corpuskit.scan import Example, Name, Rule

__all__ = ["PLACE_RULES", "PlaceRule", "chained", "part_of", "place_mentions", "told_level"]


@attrs.frozen(kw_only=True)
class PlaceRule(Rule):
    """Attributes:
    pattern: over folded text that ends where the name begins.
    begins, last: how the last word before the name begins, or what it is, where the pattern can
        match, so that it is not tried for nothing; () for any.
    """

    pattern: str
    begins: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


_NOUNS = tuple(
    "city town village district province region area port county state capital suburb valley "
    "neighborhood neighbourhood municipality hamlet camp".split()
)
_NOUN = f"(?:{'|'.join(_NOUNS)})"
_PREPOSITIONS = ("in", "at", "near", "outside", "inside", "across", "around")
_TELLS_WHERE = (
    *("north", "south", "east", "west", "central"),
    *("suburban", "downtown", "rural", "nearby", "neighbouring", "neighboring"),
)
_WORDS = r"(?:[a-z'\u2019-]+\s){0,4}"
# Letters tell most names that are no scenes: how the word before a scene ends (" in", "ear", "ern";
# or that before "the"), or how a noun of place behind it begins.
_MARKS = " \n\t-/(['\"\u2018\u201c\u2013\u2014"
_TAILS = frozenset(
    f"{mark}{word}"[-3:]
    for word in (*_PREPOSITIONS, *_TELLS_WHERE, "of", "northern", "northeast", "northwest")
    for mark in _MARKS
)
_HEADS = frozenset(noun[:2] for noun in _NOUNS)
_LED = {"the": _PREPOSITIONS, "of": _NOUNS}  # how the word before one of these ends
LONGEST_CAPITAL = 60  # characters of "in the Orlish capital, "
LONGEST_LINK = 40  # characters between two names of one chain

PLACE_RULES: tuple[PlaceRule, ...] = (
    PlaceRule(
        id="events.place.preposition",
        about="A name after in, at, near, outside, inside or across.",
        pattern=rf"\b(?:{'|'.join(_PREPOSITIONS)})\s(?:the\s)?"
        r"(?:(?:north|south|east|west|central)[a-z]*[\s-]|(?:suburban|downtown|rural|nearby|neighbou?ring)\s)*$",
        begins=_TELLS_WHERE,
        last=(*_PREPOSITIONS, "the"),
        yes=(
            Example("Gunmen attacked a post in [[Karn]].", "Karn"),
            Example("Gunmen attacked a post in suburban [[Karn]].", "Karn"),
            Example("In [[Karn]], gunmen attacked a post.", "Karn"),
        ),
        no=(
            "Gunmen attacked a post of Karn Mining.",
            "A firm based in Karn was attacked.",
            "The council signed a truce in Karn-brokered talks.",
        ),
    ),
    PlaceRule(
        id="events.place.noun",
        about="A name after a noun of place: the town of, the tribal area of.",
        pattern=rf"\b{_NOUN}\sof\s$",
        last=("of",),
        yes=(Example("Gunmen attacked a post in the town of [[Karn]].", "Karn"),),
        no=("Gunmen attacked the mayor of Karn.",),
    ),
    PlaceRule(
        id="events.place.title",
        about="A name before a noun of place: in the troubled Karn district.",
        pattern=rf"\b(?:in|at|near|across)\s(?:the\s)?{_WORDS}$",
        yes=(Example("Gunmen attacked a post in the troubled [[Karn]] district.", "Karn"),),
        no=("Gunmen attacked a post in troubled times, Karn said.",),
    ),
    PlaceRule(
        id="events.place.owned",
        about="A name before a noun of place that the place before it owns.",
        pattern=rf"(?:\s{_NOUN})?'s\s(?:[a-z-]+\s){{0,2}}$",
        yes=(Example("Gunmen attacked a post in Orlo province's [[Karn]] district.", "Karn"),),
        no=("Gunmen attacked a post in Orlo; Marn's Karn Mining district office shut.",),
    ),
    PlaceRule(
        id="events.place.capital",
        about="A name right behind the capital, in which something is told to be.",
        pattern=rf"\b(?:{'|'.join(_PREPOSITIONS)})\s(?:the|its|their|[\w\s.-]{{2,30}}'s)\s(?:\w+\s)?"
        r"capital(?:\scity)?,?\s$",
        yes=(
            Example("Gunmen attacked a post in the capital, [[Karn]].", "Karn"),
            Example("Gunmen attacked a post in Orlo's capital [[Karn]].", "Karn"),
        ),
        no=("Gunmen attacked the mayor of the capital, Karn.",),
    ),
)
_CALLED_CAPITAL = ("capital ", "capital, ", "capital city ", "capital city, ")

# Levels as in `geography`: town, district, province, country. "Area" and "region" tell none.
_NOUN_LEVELS = {
    "city": 0, "town": 0, "village": 0, "port": 0, "capital": 0, "suburb": 0, "hamlet": 0,
    "neighborhood": 0, "neighbourhood": 0, "camp": 0, "district": 1, "county": 1,
    "municipality": 1, "province": 2, "state": 2,
}  # fmt: skip
_LEVEL_BEFORE = re.compile(r"\b([a-z]+)\sof\s$")
_LEVEL_AFTER = re.compile(r"\s([a-z]+)\b")
# "the Orlish town of Karn"; not "the Karn district of Orlo province"
_OWNED = re.compile(r"\s(?:[a-z-]+\s)?(?:city|town|village|port|capital|suburb|hamlet)\sof\b")
_LIVES = frozenset("based born raised headquartered living lives educated".split())
_PART = re.compile(r"\W")  # "sit-in"
_AFTER_NOUN = re.compile(rf"\s{_NOUN}\b")
_CAPITAL = r",\s(?:the\s)?(?:[a-z-]+\s)?(?:capital|cent(?:re|er)|seat)\sof\s(?:the\s)?"
_CHAIN = re.compile(
    rf"{_CAPITAL}$" r"|,\s$|\sin\s(?:the\s)?(?:[a-z-]+\s)?$|\sof\s$|\sdistrict\sof\s$"
)
_OPENING = re.compile(rf"(?:{'|'.join(_PREPOSITIONS)})\s(?=[a-z])")
_IS_CAPITAL = re.compile(_CAPITAL)
_PART_OF = re.compile(
    r"\s(?:district|neighbou?rhood|quarter|suburb)\s(?:of|in)\s(?:the\s(?:[a-z-]+\s)?(?:city|town)\sof\s)?"
)
_WEEKDAY = re.compile(r"\s(?:mon|tues|wednes|thurs|fri|satur|sun)day$")
_NO_PLACE = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct "
    "nov dec the he she it they we i a an in on english arabic urdu french islam god".split()
)

# Only tells whose it is: "in a Merra-brokered deal".
_TIED = tuple(
    f"-{word}" for word in "led backed brokered based born funded made owned bound".split()
)


@cache
def _compiled() -> tuple[tuple[PlaceRule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern)) for rule in PLACE_RULES)


@lru_cache(maxsize=4096)
def _fitting(word: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Id and pattern of the rules that can match where `word` is the last before a name; those
    that also need something else are left out."""
    part = _PART.split(word)[-1]
    return tuple(
        (rule.id, pattern)
        for rule, pattern in _compiled()[:2]
        if part in rule.last or word.startswith(rule.begins or "!")
    )


def place_mentions(
    folded: str, start: int, end: int, names: Sequence[Name]
) -> list[tuple[int, int, str]]:
    """Scenes among the names of one sentence, folded[start:end]: (start, end, rule id).

    A name that follows another at once ("Karn, Orlo province") is of its chain.
    """
    found: list[tuple[int, int, str]] = []
    last = -LONGEST_LINK
    for begin, stop, initial in names:
        if initial and (opening := _OPENING.match(folded, begin, stop)):
            begin = opening.end()  # "In Karn, a bomb"
        tail = folded[begin - 4 : begin - 1]
        headed = folded[stop + 1 : stop + 3] in _HEADS or begin < 8  # too near the start to tell
        near = begin - last < LONGEST_LINK
        if near and chained(folded[last:begin]):
            rule: str | None = "events.place.chain"
        elif near and headed and _owned(folded, last, begin, stop, end):
            rule = PLACE_RULES[3].id
        elif headed or (folded[begin - 8 : begin - 5] if tail == "the" else tail) in _TAILS:
            rule = _rule(folded, start, begin, headed and _AFTER_NOUN.match(folded, stop, end))
        elif folded.endswith(_CALLED_CAPITAL, start, begin):
            rule = _in_capital(folded, max(start, begin - LONGEST_CAPITAL), begin)
        else:
            continue
        if rule is not None and _can_be_place(folded, begin, stop, end):
            if folded.endswith("day", begin, stop) and (
                weekday := _WEEKDAY.search(folded, begin, stop)
            ):
                stop = weekday.start()  # "in Karn Saturday"
            owner = folded.rfind("'s ", begin, stop)  # "Marn's Orland villa"
            found.append((owner + 3 if owner > 0 else begin, stop, rule))
            last = stop
    return found


def _in_capital(folded: str, start: int, begin: int) -> str | None:
    """The rule's id where "in the capital," stands before a name."""
    rule, pattern = _compiled()[4]
    return rule.id if pattern.search(folded, start, begin) else None


def _owned(folded: str, owner: int, begin: int, stop: int, end: int) -> bool:
    """Whether the place that ends at `owner` owns a smaller: "Orlo province's Karn district"."""
    _, pattern = _compiled()[3]
    owns = pattern.fullmatch(folded, owner, begin)
    return owns is not None and _AFTER_NOUN.match(folded, stop, end) is not None


def _can_be_place(folded: str, begin: int, stop: int, end: int) -> bool:
    text = folded[begin:stop]
    if text in _NO_PLACE or not text[-1:].isalnum() or text.endswith(_TIED):
        return False
    return _OWNED.match(folded, stop, end) is None


def told_level(folded: str, start: int, end: int) -> int | None:
    """The level that the text itself gives a place: "the town of Karn", "Orlo province"."""
    if _IS_CAPITAL.match(folded, end):
        return 0
    after = _LEVEL_AFTER.match(folded, end, end + 16)
    if after is not None and after.group(1) in _NOUN_LEVELS:
        return _NOUN_LEVELS[after.group(1)]
    before = _LEVEL_BEFORE.search(folded[max(0, start - 20) : start])
    return _NOUN_LEVELS.get(before.group(1)) if before is not None else None


def part_of(folded: str, one: int, other: int) -> bool:
    """Whether the place that ends at `one` is told as a part of the town at `other`."""
    return _PART_OF.fullmatch(folded, one, other) is not None


@lru_cache(maxsize=4096)
def chained(between: str) -> bool:
    """Whether what stands between two names makes the second hold the first: "Karn, Orlo"."""
    inner = _AFTER_NOUN.sub("", between, count=1)
    return bool(_CHAIN.fullmatch(inner))


def _rule(folded: str, start: int, begin: int, titled: object) -> str | None:
    """The rule that makes a scene of the name at `begin`; `titled` is true before a noun."""
    before = folded[max(start, begin - 60) : begin]
    if not (before[-1:].isspace() or before.endswith("-")):
        return None  # all patterns end so
    *_, earlier, last = "", "", *before.rsplit(None, 2)
    if not last or earlier in _LIVES:
        return None  # "a firm based in Karn"
    if last in _PREPOSITIONS:  # as most often
        return PLACE_RULES[0].id
    if last not in _LED or earlier.endswith(_LED[last]):
        for rule, pattern in _fitting(last):
            if pattern.search(before):
                return rule
    title, pattern = _compiled()[2]
    return title.id if titled and pattern.search(before) else None
