"""Calendar rules: full dates, months with and without a year, weekdays."""

from __future__ import annotations

import datetime as dt

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.ahead import deferred
from corpuskit_dates.resolving.beside import any_of_its_name, beside_event, weekday_told
from corpuskit_dates.resolving.history import recounted
from corpuskit_dates.resolving.nearest import (
    day_numbered,
    day_of_week,
    nearest_day,
    nearest_month,
    of_weekday,
    range_begun,
)
from corpuskit_dates.resolving.placing import direction, in_year, placed
from corpuskit_dates.resolving.years import (
    of_told_year,
    points_back,
    stated_year,
    told_year,
    year_behind,
)
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.values import made, shift
from corpuskit_dates.words.classes import CODES
from corpuskit_dates.words.phrase import Found, Phrase

#: Days that name an event by themselves, whatever the year of the text.
_KNOWN = {(9, 11): 2001}


def full_date(phrase: Phrase, context: Context) -> Found | None:
    """Day and month, with the year given or the nearest."""
    if phrase.next_is("body") and _names_body(phrase, context):
        return None
    if phrase.classes == _NUMBERED and phrase.previous_is("in") and phrase.next_is("counted"):
        return None  # "in January 17 people died"
    if phrase.classes[-3:-1] == _MONTH_THE and context.noun_follows(phrase.end):
        return None  # "in December the first refugees came"
    found = day_in_month(phrase.month, phrase.ordinal, phrase, context)
    if found and phrase.classes[0] == CODES["last"]:  # "last Oct. 2": it is left out of the mention
        return found._replace(start=phrase.tokens.starts[phrase.first + 1])
    return found


_NUMBERED = CODES["month"] + CODES["dd"]
_MONTH_THE = CODES["month"] + CODES["the"]


def _names_body(phrase: Phrase, context: Context) -> bool:
    """Whether the day is part of a name: "the March 9 Movement", "June 4 Bridge"."""
    if phrase.has("yyyy", "weekday", "comma"):
        return False
    if phrase.previous_is("the"):
        return True
    named = context.name_follows(phrase) or (context.shouted(phrase) and phrase.next_is("body"))
    return named and not context.before_is(phrase.start, "to_day")


def day_in_month(month: int, day: int, phrase: Phrase, context: Context) -> Found | None:
    """A day of a month in the year that the phrase gives, or else the nearest."""
    if counted := of_told_year(phrase, context):
        named = made(counted[0], month, day)
        return placed(named, "D", phrase, "narrative", counted[1]) if named else None
    if dated := phrase.year_of_era:
        return Found("DATE", f"{dated}-{month:02d}-{day:02d}", phrase.mod)
    year, basis = stated_year(phrase, context)
    if year is None and (year := year_behind(phrase)):
        basis = "explicit"
    if year is None and (month, day) in _KNOWN and phrase.next_is("event"):
        year, basis = _KNOWN[month, day], "known"
    if year is None and (past := recounted(month, day, phrase, context)):
        return placed(past[0], "D", phrase, "narrative", past[1])
    if year is None and context.today:
        nearest = nearest_day(month, day, phrase, context)
        if nearest and (number := phrase.get("weekday", "weekday_short")):
            nearest = of_weekday(nearest, int(number), context.today)
        year = nearest.year if nearest else 1  # no such day in any year
    if made(year or _LEAP, month, day) is None:
        return None
    value = f"{year or 'XXXX'}-{month:02d}-{day:02d}"
    return Found("DATE", value, phrase.mod, basis if year else None)


def day_range(phrase: Phrase, context: Context) -> Found | None:
    """Two days of one month."""
    if dashed := phrase.get("dayrange"):
        days = dashed.replace("\u2013", "-").split("-")
    else:
        days = phrase.all("dd")
    if phrase.has("and") and not context.before_is(phrase.start, "between"):
        return None  # two days, not those between them
    first, last = map(int, days[:2])
    found = day_in_month(phrase.month, first, phrase, context)
    if found is None or not found.value or first >= last or not made(_LEAP, phrase.month, last):
        return None
    return found._replace(value=f"{found.value}/{found.value[:-2]}{last:02d}")


def day_of_month(phrase: Phrase, context: Context) -> Found | None:
    """A day by its number, in this, last or next month, or the nearest by tense."""
    number, today = phrase.ordinal, context.today
    if phrase.has("that"):
        told = context.told("M")
        day = made(told[0].year, told[0].month, number) if told else None
        if phrase.unit != "M" or (told and not day):
            return None
        return placed(day, "D", phrase, "narrative", told)
    if phrase.has("unit"):
        month = shift(today, direction(phrase), "M") if today else None
        day = made(month.year, month.month, number) if month else None
        if phrase.unit != "M" or (month and not day):
            return None
    else:
        led = context.before_is(phrase.start, "to_day")
        if not (led or _of_part(phrase)) or context.noun_follows(phrase.end):
            return None  # the 13th round
        day = day_numbered(number, phrase, context)
    value = day.isoformat() if day else f"XXXX-XX-{number:02d}"
    return Found("DATE", value, None, context.basis if day else None)


def _of_part(phrase: Phrase) -> bool:
    """As in "the evening of the 12th"."""
    return phrase.tokens.classes.endswith(_PART_OF, 0, phrase.first)


def month(phrase: Phrase, context: Context) -> Found | None:
    """A month of the year given, of last, this or next year, or by itself: then May, March and
    short forms only after a word that leads to a time."""
    part = f"{phrase.month:02d}"
    if counted := of_told_year(phrase, context):
        return in_year(counted[0], part, phrase, "narrative", counted[1])
    if dated := phrase.year_of_era:
        return Found("DATE", f"{dated}-{part}", phrase.mod)
    if phrase.has("yyyy", "short_year", "spoken", "unit"):
        year, basis = stated_year(phrase, context)
        return in_year(year, part, phrase, basis)
    if phrase.has("following", "previous", "that"):
        if phrase.has("that") and not points_back(phrase, context):
            return None
        if counted := told_year(phrase.month, phrase, context):
            return in_year(counted[0], part, phrase, "narrative", counted[1])
    if behind := year_behind(phrase):
        return in_year(behind, part, phrase, "explicit")
    if phrase.previous_is("title"):
        return None  # "Mr. August"
    first = phrase.start_of("month")
    name_follows = context.name_follows(phrase)
    alone = phrase.last - phrase.first == 1
    led = not alone or phrase.next_is("traded") or deferred(phrase, context)
    to_name = name_follows and context.before_is(first, "to_name")
    led = led or (context.before_is(first, "to_month") and not to_name)
    led = led or context.fixed_for(first)
    many = phrase.previous_is("in") and phrase.next_are("dd", "counted")
    if phrase.next_is("dd", "nth") and not many:
        return None  # "last Oct. 23": the day is what counts
    if phrase.next_is("body") and phrase.previous_is("dd"):
        return None  # "the 5 July Brigade"
    doubt = phrase.month_doubt
    if not led and doubt:
        held = (
            phrase.previous_is("poss", "this", "each", "superlative")
            or (phrase.previous_is("the") and not context.shouted(phrase))  # "THE MARCH ENDED"
            or phrase.next_are("to", "month")
            or phrase.next_are("through", "month")
            or range_begun(phrase, context, "month", "yyyy")
        )
        if doubt == "a" or name_follows or (doubt == "?" and not held):
            return None
    named = phrase.has("last", "this", "next", "past", "coming")
    if not named and (past := recounted(phrase.month, 1, phrase, context)):
        return placed(past[0], "M", phrase, "narrative", past[1])
    untold = beside_event(phrase)
    year = None if untold else nearest_month(phrase.month, phrase, context)
    return in_year(year, part, phrase, context.basis)


def weekday(phrase: Phrase, context: Context) -> Found | None:
    """A weekday, with a part of the day or without."""
    number = int(phrase.get("weekday") or 0)
    short = context.raw[phrase.end - 1] == "."
    if phrase.previous_is("title") or (short and phrase.previous_is("the")):
        return None  # "Mr. Sunday", "the age of the Sun."
    if phrase.tokens.classes.endswith(_EVERY, 0, phrase.first) or _each_week(phrase, context):
        return Found("SET", f"XXXX-WXX-{number}", None, None)  # every Tuesday and Thursday
    if context.behind and context.behind[0] == phrase.start and not phrase.has("part"):
        return context.behind[1]  # "is at 11 a.m. at the church on Saturday"
    told = weekday_told(number, phrase, context)
    untold = any_of_its_name(phrase, context) or beside_event(phrase)
    day = told or (None if untold else day_of_week(number, phrase, context))
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    basis = ("narrative" if told else context.basis) if day else None
    if part := phrase.get("part", "overnight"):
        return Found("TIME", f"{value}T{part}", phrase.mod, basis)
    return Found("DATE", value, phrase.mod, basis)


def _each_week(phrase: Phrase, context: Context) -> bool:
    """As in "open 9 a.m. to 5 p.m. Monday to Friday", of every week."""
    tokens, first = phrase.tokens, phrase.last - 1
    if not phrase.next_is("to", "through", "hyphen"):
        if not phrase.previous_is("to", "through", "hyphen"):
            return False
        first -= 2
    if first < 0 or tokens.classes[first : first + 3 : 2] != _TWO_DAYS:
        return False
    days = int(tokens.value(first + 2)) - int(tokens.value(first))
    before = tokens.classes[:first].removesuffix(CODES["comma"])
    timed = before.endswith(_HOURS)  # "9 a.m. to 5 p.m. Monday to Friday", "08:00-17:00, Monday"
    return days % 7 >= _MOST and (timed or context.beside("opening", phrase.start, phrase.end))


_PART_OF = CODES["part"] + CODES["of"]
_EVERY = "".join(CODES[name] for name in ("each", "weekday", "and"))
_HOURS = (
    CODES["ampm"],
    CODES["compact_clock"],
    *(CODES[name] + CODES["clock"] for name in ("to", "until", "hyphen")),
)
_TWO_DAYS = 2 * CODES["weekday"]
_MOST = 3  # days that lie at least between the first and the last on which a thing is open
_LEAP = 2000  # a year that has every day
_P = dt.date(2024, 3, 20)  # a Wednesday

RULES = (
    DateRule(
        id="dates.full",
        about=(
            "A day and month, weekday and year optional; without a year the nearest, or the last "
            "one behind a past verb."
        ),
        pattern=(
            "(early|late|earlier|later)? (last | next | (this? (coming|next|last|past))? WEEKDAY "
            "comma? the?)? "
            "(month the? (dd|NTH) | (the? NTH of? | dd of?) hyphen? month) "
            "((comma|hyphen)? (YEAR | short_year | num era) | of? (this|last|next) unit "
            "| of? TOLD unit)?"
        ),
        reads=full_date,
        yes=(
            Example("It opened on [[March 4, 2021]] in Norvale.", "2021-03-04"),
            Example("They met on [[Monday, Feb. 12]].", "2024-02-12", _P),
            Example("It met on May 3, 2019. On [[June 7]] it was shut.", "2019-06-07", _P),
            Example("The schools open on May 10 and close on [[July 31]].", "2024-07-31", _P),
            Example("On May 2, 2011 it burned. It fell on [[May 9]].", "2011-05-09", _P),
            Example("On [[June 2]] Army units left the town.", "2023-06-02", _P),
            Example("They met on [[May 6th of last year]].", "2023-05-06", _P),
            Example("They have met since [[April 6]].", "2023-04-06", _P),
            Example("Updated [[07 December 2025]]", "2025-12-07"),
            Example("It was shut on [[Tuesday 6 December]] by order.", "2022-12-06", _P),
            Example("The levy passed last [[Feb. 7]] by 51 votes.", "2024-02-07", _P),
            Example("The law takes effect [[next Jan. 1]], he said.", "2025-01-01", _P),
            Example("They fought on [[2 August 216 BC]] at sea.", "BC0216-08-02"),
            Example("The vote is on [[the 2nd of May]].", "2024-05-02", _P),
            Example("The mayor was killed on [[1 May]] in Norvale.", "2023-05-01", _P),
            Example("The mayor was killed on [[21 March]] in Norvale.", "2024-03-21", _P),
            Example("The vote was put off to [[1 May]] at last.", "2024-05-01", _P),
            Example("The fair of [[31 May]]-2 June was dry.", "2023-05-31", _P),
            Example("Signed on [[12 Mar '22]] in Norvale.", "2022-03-12", _P),
        ),
        no=(
            "The march 4 miles long was cut short.",
            "Fighters of the March 9 Movement took the town.",
            "They met near June 4 Bridge, at 17 November Avenue.",
            "The March 14 alliance has left the talks.",
        ),
    ),
    DateRule(
        id="dates.day_range",
        about="Two days of one month as a stretch of time.",
        pattern=(
            "(month dayrange | dayrange month | dd (to|and) dd month | month dd (to|and) dd) "
            "(comma? YEAR)?"
        ),
        reads=day_range,
        yes=(
            Example("The fair runs [[June 3-7, 2024]].", "2024-06-03/2024-06-07"),
            Example("The fair ran from [[12 to 16 March]].", "2024-03-12/2024-03-16", _P),
            Example("It fell between [[March 12 and 16]].", "2024-03-12/2024-03-16", _P),
        ),
        no=("Fairs were held on March 12 and 16.",),
    ),
    DateRule(
        id="dates.day_of_month",
        about="A day by its number, by itself or of this, last or next month.",
        pattern="the? NTH of (this|last|next|that same?) unit | the nth",
        reads=day_of_month,
        yes=(
            Example("Rent is due on [[the 15th of this month]].", "2024-03-15", _P),
            Example("The trial was put off until [[the 25th]].", "2024-03-25", _P),
            Example("He was held on [[the 25th]], they said.", "2024-02-25", _P),
            Example("He was held on the evening of [[the 12th]].", "2024-03-12", _P),
            Example("It fell in May 2021, on [[the 11th of that month]].", "2021-05-11"),
        ),
        no=("He fell on the 12th floor.", "On the morning of the 12th round it rained."),
    ),
    DateRule(
        id="dates.month",
        about=(
            "A month with its year, in figures or as last, this or next year; by itself the last "
            "of that name, or the next where the verb looks ahead."
        ),
        pattern=(
            "(MOD | the? NTH half of)? month "
            "(comma? of? YEAR | short_year | of? (num|dd) era | of? (this|last|next|previous) unit "
            "| of? TOLD unit) "
            "| (MOD | earlier | later | the? NTH half of)? (this (coming|past) | last | this "
            "| next | past | coming | that same? | the (previous|following))? month"
        ),
        reads=month,
        yes=(
            Example("It will pay 30 cents, up from 28 in [[May]].", "2023-05", _P),
            Example("The trial was set for [[May]] by the court.", "2024-05", _P),
            Example("It was the wettest [[March]] for years.", "2024-03", _P),
            Example("In [[December]] the first ships came.", "2023-12", _P),
            Example("Prices fell in [[September 2019]].", "2019-09"),
            Example("Rain fell in [[the first half of May 2021]].", "2021-05"),
            Example("It began in [[November last year]].", "2023-11", _P),
            Example("It began in [[November last year]].", "XXXX-11"),
            Example("The truce of [[April '96]] held.", "1996-04", _P),
            Example("They met in 1940 and married in [[May of the following year]].", "1941-05"),
            Example("They married in [[November]].", "2023-11", _P),
            Example("The vote was put off to [[November]].", "2024-11", _P),
            Example("In [[January]] 17 people were hurt.", "2024-01", _P),
            Example("It will be sold by [[end-March]], he said.", "2024-03", _P),
            Example("Silver for [[May]] delivery fell.", "2024-05", _P),
            Example("It was shut from November to [[March]].", "2024-03", _P),
            Example("The plan covers [[May]] to July.", "2023-05", _P),
            Example("Exports had fallen since [[last March]].", "2023-03", _P),
            Example("It broke in June 2011 and was mended [[the following May]].", "2012-05", _P),
            Example("It broke in April 2011; by [[September]] it stood.", "2011-09", _P),
            Example("It broke in 1948. [[That May]], nobody knew.", "1948-05", _P),
            Example("The first poll of 1982 was in [[May that year]].", "1982-05", _P),
        ),
        no=(
            "March on, she said.",
            "It may rain.",
            "It was told to Mr. August Orrin.",
            "They said that May be ours.",
            "The story was told by April Summers, and by Jan Marsh, a sister of May Tarrant.",
        ),
    ),
    DateRule(
        id="dates.weekday",
        about="A weekday: that of publication or of the six days before; after, if the verb is.",
        pattern=(
            "(early|late|earlier|later|MOD)? (this (coming|past|last|next)? | last | next | past | "
            "coming | the (last|next|past|coming|previous|following|same))? "
            "weekday (early|late)? part? "
            "| overnight (on|to)? weekday"
        ),
        reads=weekday,
        yes=(
            Example("Polls open [[Sunday]] in Norvale.", "2024-03-24", _P),
            Example("[[Sunday]]'s vote will decide it.", "2024-03-24", _P),
            Example("They were told to leave by [[Friday]].", "2024-03-22", _P),
            Example("He promised an answer by [[Friday]].", "2024-03-22", _P),
            Example("They had agreed by [[Friday]].", "2024-03-15", _P),
            Example(
                "It will spread slowly from the far north, with gales in all parts by [[Friday]].",
                "2024-03-22",
                _P,
            ),
            Example("They let him go on [[Friday]].", "2024-03-15", _P),
            Example("Two men were held on [[Monday]].", "2024-03-18", _P),
            Example("Two men were held on [[Monday]].", "XXXX-WXX-1"),
            Example("The feast fell on a [[Monday]] in 2012.", "XXXX-WXX-1", _P),
            Example("They spoke in a [[Monday]] interview.", "2024-03-18", _P),
            Example("The court will sit on [[Friday]].", "2024-03-22", _P),
            Example("The trial was adjourned to [[Friday]].", "2024-03-22", _P),
            Example("They called for new protests on [[Friday]].", "2024-03-22", _P),
            Example("The road is shut until at least [[Friday]].", "2024-03-22", _P),
            Example("It rained [[Sunday night]].", "2024-03-17TNI", _P),
            Example("The shop is open [[Monday]] to Friday.", "XXXX-WXX-1", _P),
            Example("Opening times are Monday through [[Friday]].", "XXXX-WXX-5", _P),
            Example("It rained [[overnight on Sunday]].", "2024-03-17TNI", _P),
            Example("It rained [[overnight into Sunday]].", "2024-03-17TNI", _P),
            Example("It rained late on [[Sunday]].", "2024-03-17", _P),
            Example("Following [[Monday]]'s vote it rained.", "2024-03-18", _P),
            Example("It fell on 2 May 2021; [[the following Monday]] it rose.", "2021-05-03", _P),
        ),
        no=("It was told to Mr. Sunday Orrin.", "It is as old as the Sun."),
    ),
)
