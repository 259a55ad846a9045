"""List rules: several days of one month, several centuries, each a mention of its own."""

from __future__ import annotations

import datetime as dt

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.calendar import day_in_month
from corpuskit_dates.words.classes import CODES
from corpuskit_dates.words.phrase import Found, Phrase


def several_days(phrase: Phrase, context: Context) -> list[Found] | None:
    """Days in rising order; behind a month no figure may count the noun that follows."""
    if phrase.previous_is("aged", "numbered"):
        return None
    after = context.word_after(phrase.end)
    if (
        phrase.classes[0] == CODES["month"]
        and after.isalpha()
        and not context.after_is(phrase.end, "after_day")
    ):
        return None  # "on March 12 and 16 people died"
    places = [i for i, char in enumerate(phrase.classes) if char in _DAYS]
    tokens, first = phrase.tokens, phrase.first
    numbers = [int(tokens.value(first + i)) for i in places]
    if numbers != sorted(set(numbers)):
        return None
    found = []
    for i, number in zip(places, numbers, strict=True):
        day = day_in_month(phrase.month, number, phrase, context)
        if day is None:
            return None
        begin = i - (phrase.classes[max(0, i - 1) : i] == CODES["the"])
        found.append(day._replace(start=tokens.starts[first + begin], end=tokens.end(first + i)))
    found[0] = found[0]._replace(start=phrase.start)
    found[-1] = found[-1]._replace(end=phrase.end)
    return found


def two_centuries(phrase: Phrase, context: Context) -> list[Found] | None:
    """The 16th and 17th centuries, the late 19th and early 20th."""
    if "CE" not in phrase.all("units", "century"):
        return None
    joint = next(i for i, char in enumerate(phrase.classes) if char in _JOINTS)
    tokens, at = phrase.tokens, phrase.first + joint
    first = Phrase(tokens, phrase.first, at)
    last = Phrase(tokens, at + 1, phrase.last)
    return [
        Found("DATE", f"{one.ordinal - 1:02d}", one.mod, start=one.start, end=one.end)
        for one in (first, last)
    ]


_JOINTS = tuple(CODES[name] for name in ("and", "or", "to"))
_DAYS = (CODES["dd"], CODES["nth"])
_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.several_days",
        about="Several days of one month; each is a mention.",
        pattern=(
            "the? (dd|nth) (comma the? (dd|nth)){0,6} comma? (and|or) the? (dd|nth) of? month "
            "(comma? YEAR)? "
            "| month the? (dd|nth) (comma the? (dd|nth)){0,6} comma? (and|or) the? (dd|nth) "
            "(comma? YEAR)?"
        ),
        reads=several_days,
        yes=(
            Example("It shut on [[8]], 9 and 10 January.", "2024-01-08", _P),
            Example("It shut on 8, [[9]] and 10 January.", "2024-01-09", _P),
            Example("It shut on 8, 9 and [[10 January]].", "2024-01-10", _P),
            Example("They met on [[March 12]] and 14, 2021.", "2021-03-12"),
            Example("They met on March 12 and [[14, 2021]].", "2021-03-14"),
        ),
        no=("On March 12 and 16 people fled.", "Boys aged 8 and 9 May be freed."),
    ),
    DateRule(
        id="dates.two_centuries",
        about="Two centuries; each is a mention.",
        pattern=(
            "the? (early|late|mid)? hyphen? NTH (and|or|to) the? (early|late|mid)? hyphen? NTH "
            "(century|units)"
        ),
        reads=two_centuries,
        yes=(
            Example("Ships of [[the 16th]] and 17th centuries.", "15"),
            Example("Ships of the 16th and [[17th centuries]].", "16"),
            Example("Ships of [[the late 19th]] and early 20th century.", "18"),
        ),
        no=("The first and second days were dry.",),
    ),
)
