"""Duration rules: ten years, the past two weeks, a few days, five-hour, decades."""

from __future__ import annotations

import datetime as dt

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.rules.ahead import in_time
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.values import around
from corpuskit_dates.words.classes import char_of
from corpuskit_dates.words.phrase import Found, Phrase


def duration_value(count: float | None, unit: str) -> str:
    """TIMEX3 duration: P10Y, PT5H, P1DE, PXD; half years as months, two decades as years."""
    broken = count is not None and count != int(count)
    if unit == "2W" or (unit in _MADE_OF and (broken or (unit == "DE" and count not in (None, 1)))):
        unit, factor = _MADE_OF[unit]
        count = None if count is None else count * factor
    time, letter = ("T", unit[1:]) if unit[0] == "T" else ("", unit)
    if count is None:
        return f"P{time}X{letter}"
    whole, rest = divmod(count, 1)
    parts, finer = _FINER.get(unit, (0, ""))
    if rest and rest * parts == int(rest * parts) > 0:
        return f"P{time}{f'{int(whole)}{letter}' if whole else ''}{int(rest * parts)}{finer}"
    return f"P{time}{count:g}{letter}" if rest else f"P{time}{int(count)}{letter}"


_MADE_OF = {"2W": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100)}
_FINER = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}


def counted(phrase: Phrase, context: Context) -> Found | None:
    """A number of units."""
    if value := phrase.get("lasting"):
        return Found("DURATION", value, None, None)
    unit, count = phrase.unit, phrase.count()
    if count is None and phrase.has("long", "all"):
        count = 1
    if phrase.has("quarter") and phrase.has("century"):
        return Found("DURATION", "P25Y", phrase.mod, None)
    if phrase.has("half") and count is None:
        count = 0
    if (
        count is None
        or (phrase.has("old") and not phrase.next_is("strife"))
        or phrase.next_is("old")
        or phrase.next_are("a", "unit")
        or phrase.previous_is("aged")
    ):
        return None  # an age; "24 hours a day"
    if (
        phrase.classes == _ONE_DAY
        and context.before_is(phrase.start, "modal", "someone")
        and not phrase.next_is("after", "before", "later", "earlier")
    ):
        return None  # "would one day return"
    if start := _after_verb(phrase, context) or _of_noun(count, phrase, context):
        return Found("DURATION", duration_value(count, unit), None, None, start)
    if ahead := in_time(count, phrase, context):
        return ahead
    if unit == "Q" and (phrase.has("hyphen") or (count == 3 and _three_parts(phrase, context))):
        return None
    if phrase.has("half"):
        count = count + 0.5 if phrase.has("and") else 0.5
    return _stretch(count, unit, phrase, context)


def _after_verb(phrase: Phrase, context: Context) -> int | None:
    """Where a length begins after "over" or "last" that go with a verb: "spread over three
    years", "will last six weeks"."""
    measured = context.before_is(phrase.start, "measured", "taking")
    verbal = {"over": not measured, "last": context.before_is(phrase.start, "modal")}
    for name, so in verbal.items():
        if so and phrase.classes.startswith(char_of(name)):
            return phrase.tokens.starts[phrase.first + 1]
    return None


def _of_noun(count: float, phrase: Phrase, context: Context) -> int | None:
    """Where a length begins that stands in the singular before what "the" goes with: "the two year
    rule", as in "the two-year rule"."""
    if phrase.classes[0] != _THE or phrase.classes[1] not in _NUMBERS or count == 1:
        return None
    singular = phrase.classes[-1] == _UNIT and context.noun_follows(phrase.end)
    return phrase.tokens.starts[phrase.first + 1] if singular else None


def _three_parts(phrase: Phrase, context: Context) -> bool:
    """As in "three-quarters full", "three quarters said so"; not "fell for three quarters"."""
    if context.after_is(phrase.end, "of"):
        return True
    placed = phrase.has("last", "past", "next", "coming", "trading", "full", "ordinal")
    return not placed and not context.before_is(phrase.start, "to_year")


def _stretch(count: float, unit: str, phrase: Phrase, context: Context) -> Found:
    """A length; "the past two weeks" and "the next five years" also have a place in time."""
    value = duration_value(count, unit)
    back, on = phrase.has("last", "past"), phrase.has("next", "coming")
    if context.today is None or not (back or on):
        return Found("DURATION", value, phrase.mod, None)
    days = around(context.today, -count if back else count, unit)
    return Found("DURATION", value, phrase.mod, context.basis if days.start else None, days=days)


def compound(phrase: Phrase, context: Context) -> Found | None:
    """A length in two or three units, each finer than the one before: two years and six months."""
    if phrase.next_is("old", "ago") or phrase.previous_is("aged"):
        return None
    at = [i + 1 for i, char in enumerate(phrase.classes) if char in _COUNTED_IN]
    parts, begun = [], phrase.first
    for end in at:
        one = Phrase(phrase.tokens, begun, phrase.first + end)
        count = one.count()
        if one.unit not in _FINENESS or count is None or count != int(count):
            return None
        parts.append((one.unit, int(count)))
        begun = phrase.first + end
    order = [_FINENESS.index(unit) for unit, _ in parts]
    if order != sorted(set(order)):
        return None  # "two days and two nights", "a minute and an hour"
    days = "".join(f"{count}{unit}" for unit, count in parts if unit[0] != "T")
    clock = "".join(f"{count}{unit[1]}" for unit, count in parts if unit[0] == "T")
    return Found("DURATION", f"P{days}{clock and 'T'}{clock}", phrase.mod, None)


def spanned(phrase: Phrase, context: Context) -> Found | None:
    """Two numbers of units: 40 to 50 years."""
    unit = phrase.unit
    numbers = phrase.all("dd", "num", "word")
    if phrase.has("dayrange"):
        numbers = (phrase.get("dayrange") or "").replace("\u2013", "-").split("-")
    if len(numbers) != 2:
        return None
    low, high = (float(number.replace(",", "")) for number in numbers)
    return Found(
        "DURATION", f"{duration_value(low, unit)}/{duration_value(high, unit)}", phrase.mod, None
    )


def uncounted(phrase: Phrase, context: Context) -> Found | None:
    """Some units: a few days, several years. Recent and coming months, weeks and days are a stretch
    near to now; recent and coming years are the past and the future."""
    if phrase.unit in _AGES and not phrase.has(*_SOME):
        back = phrase.has("recent", "past", "last")
        return Found("DATE", "PAST_REF" if back else "FUTURE_REF", None, None)
    if phrase.has("many") and context.before_is(phrase.start, "as"):
        return None  # "the third in as many days"
    if phrase.has("old") and phrase.previous_is("hyphen"):
        return None  # "48-years-old"
    unit = phrase.unit
    count = 2.0 if phrase.has("couple") else None
    start = _after_verb(phrase, context)
    return Found("DURATION", duration_value(count, unit), phrase.mod, None, start)


def bare(phrase: Phrase, context: Context) -> Found | None:
    """Days and longer units; hours and minutes by themselves measure only what came later."""
    unit = phrase.get("units") or ""
    odd = phrase.previous_is("dd", "num", "word", "hyphen", "many")
    led = phrase.next_is("after", "before", "later", "earlier")
    if (
        (unit.startswith("T") and not (led or _long(phrase, context)))
        or phrase.next_is("old", "dd", "dayrange")
        or odd
    ):
        return None  # decades-old; Weeks 14-16
    if context.before_is(phrase.start, "these"):
        return None  # years that the text has named
    return Found("DURATION", duration_value(None, unit), None, None)


def _long(phrase: Phrase, context: Context) -> bool:
    """As in "waited for hours", "within minutes", "a matter of hours"."""
    before = context.close_before(phrase.start)[-2:]
    lasts = not context.language.terms("lasts").isdisjoint((*before[-1:], " ".join(before)))
    return lasts and not context.noun_follows(phrase.end)


def a_unit(phrase: Phrase, context: Context) -> Found | None:
    """One unit as a stretch of time, not as a rate (flights a week, $2 million a year)."""
    unit = phrase.unit
    if ahead := in_time(1, phrase, context):
        return ahead
    if phrase.next_is("hyphen"):
        return None  # a week-old baby
    if unit == "Q" and not phrase.next_is("after", "before", "later", "earlier"):
        return None  # a quarter of the vote
    if not phrase.has("approx", "over", "more", "another", "full"):
        before = context.word_before(phrase.start)
        led = phrase.next_is("after", "before", "later", "earlier")
        if before and not led and _rated(before, phrase, context):
            return None
    return Found("DURATION", duration_value(1, unit), phrase.mod, None)


def _rated(before: str, phrase: Phrase, context: Context) -> bool:
    """Whether the word before is a plural or a figure that something is counted by."""
    if context.before_is(phrase.start, "spent", "taking"):
        return False
    return before[-1] in "s%0123456789" or context.before_is(phrase.start, "rated")


_SOME = ("few", "several", "many", "some", "scores", "couple", "old", "long")
_AGES = ("Q", "Y", "DE", "CE")
_THE, _UNIT = char_of("the"), char_of("unit")
_NUMBERS = tuple(map(char_of, ("dd", "num", "decimal", "word", "spoken")))
_ONE_DAY = char_of("word") + char_of("unit")


_FINENESS = ("Y", "M", "W", "D", "TH", "TM", "TS")
_COUNTED_IN = tuple(map(char_of, ("unit", "units", "sec")))
_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.duration",
        about="A number of units.",
        pattern=(
            "NUM unit term "
            "| (approx|over)? NUM more? trading? full? ANYUNIT (and a half)? old? or_so? "
            "| approx? (the|another)? "
            "(full|last|past|next|coming|following|previous|more|ordinal|final)? approx? NUM "
            "more? trading? full? ANYUNIT (and a half)? old? or_so? "
            "| approx? NUM hyphen ANYUNIT (hyphen old | hyphen long | term)? "
            "| NUM hyphen plus ANYUNIT "
            "| a NUM hyphen? unit period "
            "| a unit and a half "
            "| approx? NUM hyphen? and hyphen? a hyphen? half hyphen? ANYUNIT "
            "| approx? a? half hyphen? a? (unit | century) "
            "| a quarter (hyphen? | of a) century "
            "| unit hyphen long | lasting "
            "| all unit"
        ),
        reads=counted,
        yes=(
            Example("They waited [[ten years]].", "P10Y"),
            Example("A [[five-hour]] talk.", "PT5H"),
            Example("Over [[the past two weeks]] it fell.", "P2W"),
            Example("For [[20-odd years]] it stood.", "P20Y"),
            Example("It will last [[six weeks]].", "P6W"),
            Example("A [[yearlong]] drought.", "P1Y"),
            Example("The [[22-month-old]] war goes on.", "P22M"),
            Example("The [[two year]] rule of the mayor ended.", "P2Y"),
            Example("It grew over [[a three year period]].", "P3Y"),
            Example("He got two [[one-year]] terms.", "P1Y"),
            Example("He had a [[one year term]] left.", "P1Y"),
            Example("They will meet in [[two weeks' time]].", "2024-W14", _P),
        ),
        no=(
            "A 6-year-old boy.",
            "Three quarters voted.",
            "They hoped that he would one day return.",
        ),
    ),
    DateRule(
        id="dates.compound_duration",
        about="A length in two or three units, each finer than the one before.",
        pattern=(
            "approx? (NUM | a) (unit|units|sec) (comma? and | comma)? "
            "(NUM (unit|units|sec) (comma? and | comma)?)? (NUM | a) (unit|units|sec)"
        ),
        reads=compound,
        yes=(
            Example("He was jailed for [[two years and six months]].", "P2Y6M"),
            Example("It took [[3 hours 26 minutes]].", "PT3H26M"),
            Example("It took [[1 year 2 months 3 days]].", "P1Y2M3D"),
            Example("It took [[an hour and 20 minutes]].", "PT1H20M"),
            Example("It took [[one day, two hours and 5 minutes]].", "P1DT2H5M"),
        ),
        no=(
            "She is two years and six months old.",
            "They took two days and three days.",
            "He flew 20 hours a day.",
        ),
    ),
    DateRule(
        id="dates.duration_range",
        about="Two numbers of units.",
        pattern=(
            "(approx|about)? (another | the (last|past|next|ordinal|coming))? (dd|num|word) "
            "(to|or|hyphen) (dd|num|word) hyphen? ANYUNIT "
            "| (approx|about)? dayrange hyphen? ANYUNIT"
        ),
        reads=spanned,
        yes=(Example("It lasts [[40 to 50 years]].", "P40Y/P50Y"),),
    ),
    DateRule(
        id="dates.few_units",
        about="An unsaid number of units.",
        pattern=(
            "approx? (the|a)? (last|past|next|ordinal|coming|following)? (a? "
            "few|several|many|some|scores|a? couple of?) more? UNITS or_so? "
            "| the? (recent|coming|past|last) UNITS | the UNITS ahead "
            "| several hyphen unit "
            "| units hyphen (old|long)"
        ),
        reads=uncounted,
        yes=(
            Example("It took [[a few days]].", "PXD"),
            Example("It took [[several years]].", "PXY"),
            Example("It stood for [[hundreds of years]].", "PXY"),
            Example("Clashes in [[recent years]] were rare.", "PAST_REF"),
            Example("Clashes in [[recent weeks]] were rare.", "PXW"),
            Example("It will fall in [[the coming years]].", "FUTURE_REF"),
            Example("It will fall in [[the weeks ahead]].", "PXW"),
        ),
        no=("It was the third in as many days.", "He was 48-years-old."),
    ),
    DateRule(
        id="dates.bare_units",
        about="Units without a number.",
        pattern="units (or units)?",
        reads=bare,
        yes=(
            Example("They had been friends for [[decades]].", "PXDE"),
            Example("He fled [[hours]] after the vote.", "PTXH"),
            Example("It will be over within [[hours]].", "PTXH"),
        ),
        no=("It took minutes.", "Most of those years were dry."),
    ),
    DateRule(
        id="dates.a_unit",
        about="One unit as a stretch of time.",
        pattern="(approx|over)? (a|another) (full|more)? (unit|century|quarter) or_so?",
        reads=a_unit,
        yes=(
            Example("It will end within [[a year]].", "P1Y"),
            Example("They will meet in [[a year's time]].", "2025", _P),
        ),
        no=("Seven flights a week.", "It won less than a quarter of the vote."),
    ),
)
