"""Vague rules: now, recently, soon, the past, the future."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.words.classes import compile_pattern
from corpuskit_dates.words.phrase import Found, Phrase


def reference(phrase: Phrase, context: Context) -> Found | None:
    """The value that the word carries."""
    value = phrase.get("present_ref", "past_ref", "future_ref") or ""
    after = context.word_after(phrase.end)
    liken = context.after_is(phrase.end, "as")
    if value == "PRESENT_REF":
        opening = after == "," and context.raw[phrase.start : phrase.end] == "Now"
        if opening or phrase.next_is("hyphen"):
            return None  # "Now, let us see" goes on with a talk; "a now-defunct firm"
    elif value == "PAST_REF" and compile_pattern(_DATED).match(phrase.tokens.classes, phrase.last):
        return None  # "most recently in 2019" says when
    elif liken and context.before_is(phrase.start, "as"):
        return None  # "as soon as", "as recently as"
    elif value == "FUTURE_REF":
        if context.before_is(phrase.start, "as", "too"):
            return None
        if liken or context.after_is(phrase.end, "after"):
            return None
        if context.tense(phrase.start, phrase.end) == "past":
            return None  # "it soon became"
    return Found("DATE", value, None, None)


def stretch(phrase: Phrase, context: Context) -> Found | None:
    """The future; the past, unless it leads up to a noun; current, if it does."""
    noun = context.noun_follows(phrase.end)
    if phrase.has("past") and (noun or context.word_after(phrase.end).isdecimal()):
        return None
    if phrase.has("current") and not (noun or context.word_after(phrase.end).endswith("ed")):
        return None  # "swept along by the current of events"; but "the current targeted raids"
    return Found("DATE", phrase.get("future", "past", "current"), None, None)


_DATED = "(in|on)? (last|this)? (yyyy|month|weekday|deictic|SEASON)"

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
            "It burned most recently in 2019.",
        ),
    ),
    DateRule(
        id="dates.stretch",
        about="The future, the past; current, before a noun.",
        pattern="the (future|past) | current",
        reads=stretch,
        yes=(
            Example("Plans for [[the future]] differ.", "FUTURE_REF"),
            Example("He has in [[the past]] failed to come.", "PAST_REF"),
            Example("The [[current]] law.", "PRESENT_REF"),
        ),
        no=("It is the past president.", "It was swept off by the current of the river."),
    ),
)
