"""Year rules: years, fiscal years, decades, centuries."""

from __future__ import annotations

import datetime as dt

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.placing import direction, placed
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.values import shift
from corpuskit_dates.words.classes import CODES, char_of
from corpuskit_dates.words.phrase import Found, Phrase


def year(phrase: Phrase, context: Context) -> Found | None:
    """A year in figures or in words, unless it counts something."""
    if short := phrase.get("short_year"):
        return _short(int(short), phrase, context)
    if not phrase.has("yyyy"):
        return _spoken(phrase)
    if phrase.next_is("counted") or phrase.previous_is("numbered"):
        return None
    at = phrase.classes == _YYYY and context.before_is(phrase.start, "at")
    if at and not context.noun_follows(phrase.end):
        return None  # "the data are due at 1800", "it peaked at 2015"
    if phrase.next_is("make") and not context.before_is(phrase.start, "to_year"):
        return None  # "a 2013 Toyota", but "in 2013 Toyota said"
    some = phrase.previous_is("approx", "over", "some", "about")
    if some and context.word_after(phrase.end).endswith("s"):
        return None  # nearly 2000 villagers
    if phrase.last - phrase.first == 1:
        if phrase.glued:
            return None  # the name of a model, an exercise, a law
        if context.folded[max(0, phrase.start - 2) : phrase.start].rstrip().isdecimal():
            return None  # a telephone number
    return Found("DATE", phrase.year, phrase.mod)


def _short(number: int, phrase: Phrase, context: Context) -> Found | None:
    if phrase.next_is("units", "counted"):
        return None  # the programme "'60 Minutes"
    if phrase.last - phrase.first == 1 and not context.before_is(phrase.start, "to_year"):
        return None  # "Sol said: '20 came'"
    newest = context.today.year + 10 if context.today else 2040
    return Found("DATE", str(number + (2000 if 2000 + number <= newest else 1900)), phrase.mod)


def _spoken(phrase: Phrase) -> Found | None:
    """Nineteen ninety-four, two thousand six."""
    if said := phrase.year:
        return Found("DATE", said)
    numbers = [int(value) for value in phrase.all("word", "scale")]
    return Found("DATE", str(2000 + sum(numbers[2:]))) if numbers[:2] == [2, 1000] else None


def year_span(phrase: Phrase, context: Context) -> Found | None:
    """Two years joined by a dash."""
    text = (phrase.get("yearspan") or "").replace("\u2013", "-").replace("/", "-")
    first, _, last = text.partition("-")
    last = first[: 4 - len(last)] + last
    return Found("DATE", f"{first}/{last}") if int(first) < int(last) else None


def year_of_era(phrase: Phrase, context: Context) -> Found | list[Found] | None:
    """A year before or after the birth of Christ; without either word one of four figures after
    "in" that counts nothing."""
    tokens, first = phrase.tokens, phrase.first
    era = phrase.get("era")
    places = [i for i, char in enumerate(phrase.classes) if char in _FIGURES]
    numbers = [int(tokens.value(first + i).replace(",", "")) for i in places]
    after = context.raw[phrase.end : phrase.end + 2]
    counts = after[1:].islower() and context.noun_follows(phrase.end)
    if counts and context.word_after(phrase.end).endswith("s"):
        return None  # "300 BC residents"
    if era == "BC" and numbers[0] >= _MODERN and after[1:].isalpha() and not after.islower():
        return None  # "in 2013 BC Hydro said"
    if era is None:
        starts = tokens.starts[phrase.last - 1]
        bare = not after[1:].islower() or context.after_is(phrase.end, "after_year")
        four = phrase.end - starts == len("1066") and 1000 <= numbers[0] < 1500
        return Found("DATE", f"{numbers[0]}", start=starts) if bare and four else None
    if phrase.has("and") and not context.before_is(phrase.start, "between"):
        return None
    if len(numbers) > 1 and (era == "BC") != (numbers[0] > numbers[1]):
        return None
    found = [
        Found(
            "DATE",
            f"{'BC' if era == 'BC' else ''}{number:04d}",
            start=tokens.starts[first + i],
            end=tokens.end(first + i),
        )
        for i, number in zip(places, numbers, strict=True)
    ]
    found[-1] = found[-1]._replace(end=phrase.end)
    found[0] = found[0]._replace(start=phrase.start, mod=phrase.mod)
    return found


def decade(phrase: Phrase, context: Context) -> Found | None:
    """A decade; "the 90s" is of the last century, "the 10s" of this one."""
    tens = phrase.get("tens")
    digits = f"{tens}0" if tens else phrase.get("decade", "yyyy", "num", "dd") or ""
    odd = phrase.has("poss") and len(digits) > 2 and not phrase.has("the", "early", "late", "mid")
    if digits[-1] != "0" or len(digits) % 2 or odd:
        return None  # the 1998's, the 100's, 1990's election
    if len(digits) > 2 and digits < "1500" and not phrase.has("the"):
        return None  # "file two 1040s", a form
    if len(digits) == 2:
        before = _decade_before(phrase)
        if not before and not _is_decade(int(digits), phrase, context):
            return None
        digits = (before or ("19" if int(digits) >= 30 else "20")) + digits
    if digits[2:] == "00" and digits < "2000":
        return Found("DATE", digits[:2], phrase.mod)  # the 1800s are a century
    return Found("DATE", digits[:3], phrase.mod)


def _decade_before(phrase: Phrase) -> str | None:
    """The century of a decade before: "the 1960s and 70s", "the 60s and 70s"."""
    tokens, at = phrase.tokens, phrase.first - 2
    if at < 0 or not phrase.previous_is("and", "or", "to"):
        return None
    at -= tokens.classes[at] == CODES["poss"]  # "the 1960's and 70's"
    digits = tokens.value(at) if tokens.classes[at] in _DECADE else ""
    return (digits[:2] if len(digits) > 2 else "19") if digits else None


def _is_decade(number: int, phrase: Phrase, context: Context) -> bool:
    """Whether two figures name a decade, not the age of a man ("in his mid-30s"), a rate ("in the
    mid-30s") or how warm it is ("highs in the 90s")."""
    if context.before_is(phrase.start, "owner"):
        return False
    if (
        not phrase.has("the", "early", "late", "mid")
        and context.folded[phrase.end - 4] not in "'\u2018"
    ):
        return False
    if phrase.has("mid") and number in (30, 40) and not phrase.has("tens"):
        return False
    return phrase.has("tens") or not context.beside("gauged", phrase.start, phrase.end)


_DECADE = tuple(CODES[name] for name in ("decade", "yyyy"))
_MODERN = 1900
_YYYY = CODES["yyyy"]
_FIGURES = tuple(map(char_of, ("dd", "num", "yyyy")))


def century(phrase: Phrase, context: Context) -> Found | None:
    """A century by its number, or this, last or next one."""
    if numbers := phrase.all("nth", "ordinal", "second"):
        before = "BC" if phrase.get("era") == "BC" else ""
        return Found("DATE", f"{before}{int(numbers[-1]) - 1:02d}", phrase.mod)
    day = shift(context.today, direction(phrase), "CE") if context.today else None
    return placed(day, "CE", phrase, context.basis)


def fiscal_year(phrase: Phrase, context: Context) -> Found | None:
    """A fiscal year; "the fiscal year ended Oct. 31" is a stretch of time."""
    if phrase.has("yearspan"):
        span = year_span(phrase, context)
        return span._replace(mod=phrase.mod) if span else None
    if stated := phrase.year:
        return Found("DATE", stated, phrase.mod)
    if phrase.previous_is("a") or phrase.unit not in ("Y", ""):
        return None  # any fiscal year, a financial week
    if phrase.next_is("ended", "ending"):
        return Found("DURATION", "P1Y", None, None)
    day = shift(context.today, direction(phrase), "Y") if context.today else None
    return placed(day, "Y", phrase, context.basis)


_P = dt.date(2024, 3, 20)

RULES = (
    DateRule(
        id="dates.year",
        about="A year in figures or in words.",
        pattern=(
            "(MOD | prefix hyphen)? (the unit)? yyyy (or later | and beyond)? "
            "| MOD? short_year "
            "| (the unit)? spoken word (hyphen? word)? | the unit word scale (and? word)?"
        ),
        reads=year,
        yes=(
            Example("It was founded in [[1971]].", "1971"),
            Example("Since [[mid-1996]] it grew.", "1996"),
            Example("In [[post-1959]] politics.", "1959"),
            Example("It was the summer hit of [['98]].", "1998"),
            Example("Back in [['98]] they won.", "1998"),
            Example("They fled in [[nineteen ninety-four]].", "1994"),
            Example("They fled in [[the year two thousand]].", "2000"),
        ),
        no=(
            "They paid $1998 for it.",
            "About 2000 people came.",
            "He said: '20 came back'.",
            "He was shot in the 2000 block of Mill Street.",
            "He drove a grey 2013 Toyota.",
            "In twenty houses they found gold.",
            "Nineteen years on.",
            "The data are due at 1800.",
        ),
    ),
    DateRule(
        id="dates.year_span",
        about="Two years joined by a dash.",
        pattern="yearspan",
        reads=year_span,
        yes=(
            Example("The [[2019-20]] season was cut short.", "2019/2020"),
            Example("Rents rose in [[FY2022/23]] again.", "2022/2023"),
        ),
    ),
    DateRule(
        id="dates.era",
        about='A year before or after the birth of Christ, and a year before 1500 after "in".',
        pattern=(
            "(approx | the unit)? (dd|num|yyyy) era | (dd|num) (to|and|hyphen) (dd|num) era "
            "| (the unit)? era (dd|num) "
            "| in num"
        ),
        reads=year_of_era,
        yes=(
            Example("They landed in [[490 BC]].", "BC0490"),
            Example("They fought from 264 to [[241 B.C.]] at sea.", "BC0241"),
            Example("They fought from [[264]] to 241 B.C. at sea.", "BC0264"),
            Example("The town was buried in [[AD 79]].", "0079"),
            Example("The monks fled in [[1066]], and came back.", "1066"),
            Example("In [[1453]] the city fell.", "1453"),
        ),
        no=(
            "In 1200 homes the light went out.",
            "They were held in 1200 more cases.",
            "Some 300 BC residents fled.",
            "Vancouver, BC, was dry. He placed an ad 79 times.",
        ),
    ),
    DateRule(
        id="dates.decade",
        about="A decade.",
        pattern=(
            "(the? (early|late|mid) hyphen? to? (early|late|mid)? hyphen? | the)? "
            "(early|late|mid)? hyphen? (decade|tens) "
            "| (the? (early|late|mid) hyphen? | the)? (yyyy|num|dd) poss"
        ),
        reads=decade,
        yes=(
            Example("Songs of [[the early 1980s]].", "198"),
            Example("Songs of [[the nineties]].", "199"),
            Example("Songs of [[the 1450s]].", "145"),
            Example("Songs of [[the mid-1950's]].", "195"),
            Example("Songs of the 1960s and [[70s]].", "197"),
            Example("Songs of the 1960's and [[70's]].", "197"),
        ),
        no=(
            "They file two 1040s.",
            "Temperatures in his 90s tests varied.",
            "Highs will be in the 90s inland.",
        ),
    ),
    DateRule(
        id="dates.century",
        about="A century.",
        pattern=(
            "(the? (early|late|mid|mid of|beginning of|end of|NTH half of) hyphen?)? "
            "(the? NTH hyphen? century era? | (this|last|next) century)"
        ),
        reads=century,
        yes=(
            Example("A bridge of [[the 19th century]].", "18"),
            Example("In [[the second half of the 19th century]] they left.", "18"),
            Example("A tomb of [[the 4th century BC]] was found.", "BC03"),
        ),
    ),
    DateRule(
        id="dates.fiscal_year",
        about="A fiscal year.",
        pattern=(
            "MOD? (the|this|last|next|previous)? (current|latest|last|next|previous)? fiscal "
            "(unit (yyyy|yearspan)?|yyyy) "
            "| fiscal yearspan "
            "| the? yyyy (fiscal|trading) unit "
            "| trading yyyy"
        ),
        reads=fiscal_year,
        yes=(
            Example("Budgets for [[fiscal 2020]] were cut.", "2020"),
            Example("Budgets for [[the financial year 2023-24]] were cut.", "2023/2024"),
            Example("Budgets for [[FY 2023-24]] were cut.", "2023/2024"),
        ),
    ),
)
