"""Years: the year that the words about a day, a month or a season give, or one told before."""

from __future__ import annotations

import datetime as dt

from corpuskit import Span
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.placing import direction
from corpuskit_dates.words.classes import char_of, compile_pattern
from corpuskit_dates.words.phrase import Phrase

__all__ = ["of_clause", "of_told_year", "points_back", "stated_year", "told_year", "year_behind"]


def stated_year(phrase: Phrase, context: Context) -> tuple[int | None, str | None]:
    """The year that the phrase itself gives, "1998" or "last year", None if it gives none; and
    what a value that is worked out is based on."""
    if year := phrase.year:
        return int(year), "explicit"
    if context.today is not None and "Y" in phrase.all("unit"):
        return context.today.year + direction(phrase), context.basis
    return None, context.basis


def told_year(
    begins: int, phrase: Phrase, context: Context
) -> tuple[int, tuple[dt.date, Span]] | None:
    """The year of a month or a season that begins in month `begins`, counted from the last date
    told: "the following January", "that fall"; and that date."""
    told = context.told("Y")
    if told is None:
        return None
    year, month = told[0].year, told[0].month
    whole = context.last.precision == "year"
    if phrase.has("following"):
        year += whole or begins <= month
    elif phrase.has("previous"):
        year -= whole or begins >= month
    return year, told


def of_told_year(phrase: Phrase, context: Context) -> tuple[int, tuple[dt.date, Span]] | None:
    """The year that "of that year", "of the following year" say, and the date told that it is
    counted from."""
    ends = compile_pattern(_RANGE_TOLD).match(phrase.tokens.classes, phrase.last)
    if ends:  # "between January and April of that year"
        phrase = Phrase(phrase.tokens, phrase.last + 1, ends.end())
    if not phrase.has("that", "same", "following", "previous") or "Y" not in phrase.all("unit"):
        return None
    told = context.told("Y")
    return (told[0].year + direction(phrase), told) if told else None


def year_behind(phrase: Phrase) -> int | None:
    """The year that a later date of the same list or range gives: "in May and June 2005", "from
    Nov. 3 to March 9, 2010", of which November is that of the year before."""
    tokens = phrase.tokens
    found = compile_pattern(_LISTED).match(tokens.classes, phrase.last)
    if found is None or phrase.has("last", "this", "next", "past", "coming"):
        return None
    last = Phrase(tokens, found.end() - found.group()[::-1].index(_MONTH) - 1, found.end())
    return int(last.year or 0) - (phrase.month - last.month >= _HALF_A_YEAR)


def of_clause(phrase: Phrase, context: Context) -> tuple[dt.date, Span] | None:
    """The year that the words after "the year" explain: "in 1987, the year he left"."""
    told = context.told("Y")
    if told is None or context.last.precision != "year":
        return None
    return told if context.folded[told[1].end : phrase.start].strip() == "," else None


def points_back(phrase: Phrase, context: Context) -> bool:
    """Whether "that May" is the one of a year told before: not "said that May would be dry"."""
    after = context.word_after(phrase.end)
    if context.raw[phrase.start].isupper() and not phrase.month_doubt:
        return True  # "That winter was the worst"
    return not after.isalnum() or context.before_is(phrase.start, "to_told")


_DATE = "((WEEKDAY comma?)? (month the? (dd|NTH)? | (dd|NTH) of? month))"
_JOINED = f"(comma | comma? (and|or|to|through|until|hyphen)) (mid hyphen? | early | late)? {_DATE}"
_LISTED = f"{_JOINED} ({_JOINED}){{0,3}} comma? of? yyyy"
_RANGE_TOLD = f"(and|to|through|until|hyphen) {_DATE} of? (that same? | the same) unit"
_MONTH = char_of("month")
_HALF_A_YEAR = 6
