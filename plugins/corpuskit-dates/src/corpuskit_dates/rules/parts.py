"""Part rules: the week, the week-end, the small hours of a day that is named, the night to it."""

from __future__ import annotations

import datetime as dt

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.placing import placed
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.calendar import day_range
from corpuskit_dates.rules.clock import DAYS
from corpuskit_dates.rules.relative import day_at_hand
from corpuskit_dates.values import UNANCHORED, interval
from corpuskit_dates.words.classes import char_of
from corpuskit_dates.words.phrase import Found, Phrase


def part_of(phrase: Phrase, context: Context) -> Found | None:
    """The week, the week-end or the small hours of the day that the words behind it name."""
    at = next((i for i, char in enumerate(phrase.classes) if char in _LINKS), -1)
    if at < 0 and phrase.next_is("of"):
        return None  # "the early hours of the campaign"
    named: Found | None = Found("DATE", str(context.today or UNANCHORED["D"]), None, context.basis)
    if at >= 0:
        words = Phrase(phrase.tokens, phrase.first + at + 1, phrase.last)
        reads = next((reading for names, reading in DAYS if words.has(*names)), day_at_hand)
        named = (day_range if words.has("dayrange") else reads)(words, context)
    if named is None or not named.value:
        return None
    day = named.value[:_DAY]
    if phrase.has("unit", "weekend") and not phrase.has("small"):
        week = placed(interval(day).start, phrase.unit or "D", phrase, named.basis)
        return week._replace(mod=None) if phrase.unit in ("W", "WE") else None
    mod = "START" if phrase.has("small") else None
    return Found("TIME", f"{day}T{phrase.get('small', 'part', 'overnight')}", mod, named.basis)


_LINKS = frozenset(map(char_of, ("of", "on", "to", "beginning")))
_DAY = len("2024-03-20")
_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.part_of",
        about="The week, the week-end or the small hours of a day that is named.",
        pattern=(
            "the? ((unit|weekend) (of|beginning)) "
            "(month dayrange | dayrange month | dd (and|to) dd month | month dd (and|to) dd) "
            "(comma? YEAR)? "
            "| the? ((unit|weekend) (of|beginning) | small (of|on)) "
            "the? ((WEEKDAY comma?)? (month (dd|NTH) | (dd|NTH) of? month) (comma? YEAR)? "
            "| weekday part? | deictic part?) "
            "| overnight (on|to) (month dd | dd month) (comma? YEAR)? "
            "| the? small of (the (next|following|same) | that same?) unit "
            "| the? small (of (the|this|that) part)?"
        ),
        reads=part_of,
        yes=(
            Example("Talks resume [[the week of April 8, 2024]].", "2024-W15"),
            Example("They meet on [[the weekend of 17 and 18 March]].", "2024-W11-WE", _P),
            Example("They meet on [[the weekend of June 1-2, 2024]].", "2024-W22-WE"),
            Example("It will be mended in [[the week beginning 8 April 2024]].", "2024-W15"),
            Example("It burned [[overnight to March 12]].", "2024-03-12TNI", _P),
            Example("It burned in [[the early hours of Sunday]].", "2024-03-17TMO", _P),
            Example("It burned in [[the early hours of this morning]].", "2024-03-20TMO", _P),
            Example(
                "It burned Monday and [[the early hours of the next day]].", "2024-03-19TMO", _P
            ),
        ),
        no=(
            "In the early days of this morning show it rained.",
            "In the early hours of the war.",
        ),
    ),
)
