"""Holiday rules: Christmas, Thanksgiving, Easter, of the nearest year or the one that is named."""

from __future__ import annotations

import datetime as dt
import functools

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.history import recounted
from corpuskit_dates.resolving.nearest import FAR
from corpuskit_dates.resolving.placing import direction
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.values import at_grain, interval, shift
from corpuskit_dates.words.classes import CODES
from corpuskit_dates.words.phrase import Found, Phrase


def holiday(phrase: Phrase, context: Context) -> Found | None:
    """A holiday: nearest to publication, or as last, next or a year says."""
    if phrase.has("weekend"):
        return _weekend(phrase, context)
    recipe = phrase.get("holiday") or ""
    stated = phrase.year
    if not recipe:  # "Independence Day", of whatever country
        return Found("DATE", f"{stated or 'XXXX'}-XX-XX", None, None)
    if stated:
        return Found("DATE", holiday_in(recipe, int(stated)).isoformat())
    today = context.today
    if today is None:
        fixed = len(recipe) == 5 and ":" not in recipe
        return Found("DATE", f"XXXX-{recipe}" if fixed else None, None, None)
    if "Y" in phrase.all("unit"):
        day = holiday_in(recipe, today.year + direction(phrase))
        return Found("DATE", day.isoformat(), None, context.basis)
    days = [holiday_in(recipe, year) for year in (today.year - 1, today.year, today.year + 1)]
    plain = not phrase.has("last", "past", "previous", "next", "coming", "this")
    if plain and (past := recounted(days[0].month, days[0].day, phrase, context)):
        day = holiday_in(recipe, past[0].year)
        return Found("DATE", day.isoformat(), None, "narrative", told=past[1])
    if phrase.has("last", "past", "previous"):
        day = max(one for one in days if one < today)
    elif phrase.has("next", "coming"):
        day = min(one for one in days if one > today)
    else:
        day = min(days, key=lambda one: abs((one - today).days))
        on_it = phrase.previous_is("on") and day > today  # "won on Boxing Day", in November
        if on_it or abs((day - today).days) > FAR:
            tense = context.tense(phrase.start, phrase.end)
            if tense == "past":
                day = max(one for one in days if one <= today)
            elif tense in ("future", "near"):
                day = min(one for one in days if one >= today)
    return Found("DATE", day.isoformat(), None, context.basis)


def _weekend(phrase: Phrase, context: Context) -> Found | None:
    """The week-end that a holiday falls in or next to: the one before a Monday."""
    at = phrase.first + phrase.classes.index(CODES["weekend"])
    tokens = phrase.tokens
    found = holiday(Phrase(tokens, phrase.first, at), context)
    day = interval(found.value if found else None).start
    if day and phrase.has("yyyy", "unit"):
        year = int(phrase.year or 0) or (context.today or day).year + direction(phrase)
        day = holiday_in(tokens.value(at - 1), year)
    if found is None or day is None:
        return None
    if day.isoweekday() == 1:
        day = shift(day, -1, "D") or day
    return found._replace(value=at_grain(day, "WE"))


@functools.lru_cache(maxsize=1024)
def holiday_in(recipe: str, year: int) -> dt.date:
    """The day that a recipe of `words.tsv` gives in a year."""
    if recipe.startswith(("easter", "orthodox")):
        from dateutil.easter import (  # type: ignore[import-untyped]
            EASTER_ORTHODOX,
            EASTER_WESTERN,
            easter,
        )

        which = EASTER_ORTHODOX if recipe.startswith("orthodox") else EASTER_WESTERN
        offset = recipe.removeprefix("easter").removeprefix("orthodox")
        sunday: dt.date = easter(year, which)
        return sunday + dt.timedelta(days=int(offset or 0))
    if ":" not in recipe:
        return dt.date(year, int(recipe[:2]), int(recipe[3:]))
    from dateutil.relativedelta import relativedelta, weekday  # type: ignore[import-untyped]

    recipe, _, offset = recipe.partition("+")
    month, which, name = (int(piece) for piece in recipe.split(":"))
    step = relativedelta(day=1 if which > 0 else 31, weekday=weekday(name - 1, which))
    found: dt.date = dt.date(year, month, 1) + step
    return found + dt.timedelta(days=int(offset or 0))


_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.holiday",
        about="A holiday.",
        pattern=(
            "(the|last|this|next)? holiday weekend (of? yyyy|(last|this|next) unit)? "
            "| (last|this|next|past|coming)? holiday (comma? yyyy|(last|this|next) unit)?"
        ),
        reads=holiday,
        yes=(
            Example("They met on [[Christmas Eve]].", "2023-12-24", _P),
            Example("They met on [[Thanksgiving 2021]].", "2021-11-25"),
            Example("They met at [[Easter 2024]].", "2024-03-31"),
            Example("They have met since [[Boxing Day]].", "2023-12-26", dt.date(2024, 9, 1)),
            Example("They marched on [[Independence Day]].", "XXXX-XX-XX", _P),
            Example("They met over [[the Easter weekend]].", "2024-W13-WE", _P),
            Example("They met on [[Easter weekend last year]].", "2023-W14-WE", _P),
            Example("They met on [[Labor Day weekend]].", "2023-W35-WE", _P),
            Example("They vote on [[Election Day 2022]].", "2022-11-08"),
            Example("They won on [[Boxing Day]].", "2023-12-26", dt.date(2024, 11, 3)),
        ),
    ),
)
