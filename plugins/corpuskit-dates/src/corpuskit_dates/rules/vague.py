"""Vague rules: now, recently, soon, the past, the future."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_dates.context import Context
from corpuskit_dates.phrase import Found, Phrase
from corpuskit_dates.rule import DateRule


def reference(phrase: Phrase, context: Context) -> Found | None:
    """The value that the word carries."""
    value = phrase.get("present_ref", "past_ref", "future_ref") or ""
    after = context.word_after(phrase.end)
    if value == "PRESENT_REF":
        opening = after == "," and context.raw[phrase.start : phrase.end] == "Now"
        if opening or phrase.next_is("hyphen"):
            return None  # "Now, let us see" goes on with a talk; "a now-defunct firm"
        return Found("DATE", value, None, None)
    before = context.word_before(phrase.start)
    if before == after == "as":
        return None  # "as soon as", "as recently as"
    if value == "FUTURE_REF":
        if before in ("as", "too") or after in ("as", "after"):
            return None
        if context.tense(phrase.start, phrase.end) == "past":
            return None  # "it soon became"
    return Found("DATE", value, None, None)


def the_future(phrase: Phrase, context: Context) -> Found | None:
    """The future."""
    return Found("DATE", "FUTURE_REF", None, None)


def the_past(phrase: Phrase, context: Context) -> Found | None:
    """The past, unless it leads up to a noun."""
    after = context.word_after(phrase.end)
    if after.isalpha() and after not in _NO_NOUN and not after.endswith("ed"):
        return None
    return Found("DATE", "PAST_REF", None, None)


def current(phrase: Phrase, context: Context) -> Found | None:
    """Current, before a noun."""
    if context.word_after(phrase.end) in _NO_NOUN:
        return None  # swept along by the current of events
    return Found("DATE", "PRESENT_REF", None, None)


_NO_NOUN = frozenset(
    "and or but as that which who when where to in on by of for with is was has had have were "
    "are".split()
)

RULES = (
    DateRule(
        id="dates.reference",
        about="Words that refer to now, the past or the future without a date.",
        pattern="present_ref | past_ref | future_ref",
        reads=reference,
        yes=(
            Example("The bridge is [[now]] open.", "PRESENT_REF"),
            Example("It was [[recently]] sold.", "PAST_REF"),
        ),
        no=(
            "Now, let us see.",
            "The now-defunct mill.",
            "It left as soon as it could.",
            "It was told as recently as it was asked.",
        ),
    ),
    DateRule(
        id="dates.future",
        about="The future.",
        pattern="the future",
        reads=the_future,
        yes=(Example("Plans for [[the future]] differ.", "FUTURE_REF"),),
    ),
    DateRule(
        id="dates.past",
        about="The past.",
        pattern="the past",
        reads=the_past,
        yes=(
            Example("As in [[the past]], it failed.", "PAST_REF"),
            Example("He has in [[the past]] failed to come.", "PAST_REF"),
        ),
        no=("It is the past president.",),
    ),
    DateRule(
        id="dates.current",
        about="Current, before a noun.",
        pattern="current",
        reads=current,
        yes=(Example("The [[current]] law.", "PRESENT_REF"),),
    ),
)
