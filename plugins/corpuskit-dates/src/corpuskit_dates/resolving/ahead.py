"""Ahead: whether the words just before an expression say that it is still to come."""

from __future__ import annotations

from corpuskit_dates.around.context import Context
from corpuskit_dates.words.classes import char_of
from corpuskit_dates.words.phrase import Phrase

__all__ = ["ahead_of", "deferred", "due_by", "still_to_come"]


def still_to_come(phrase: Phrase, context: Context) -> bool:
    """As in "until Friday", "was postponed to Friday", "through Friday"."""
    if deferred(phrase, context):
        return True
    if phrase.previous_is("starting", "beginning") and phrase.value_before:
        return True  # "a truce starting Friday"
    if phrase.tokens.classes.endswith(_FROM_ON, 0, phrase.first):
        return True  # "a truce beginning on Friday"
    if phrase.previous_is("through"):  # "were closed through Friday", but "it rained through"
        past = context.tense(phrase.start, phrase.end) == "past"
        return not past or context.passive(phrase.start) or context.prolonged(phrase.start)
    # "gave them until Friday"; not "Until Friday, they had", "was not found until Friday"
    if not _until(phrase) or context.opens_sentence(phrase.start - _UNTIL):
        return False
    return not context.went_on(phrase.start, phrase.end)


def _until(phrase: Phrase) -> bool:
    """As in "until Friday", "until at least Friday"."""
    return phrase.previous_is("until") or phrase.tokens.classes.endswith(_AT_LEAST, 0, phrase.first)


def deferred(phrase: Phrase, context: Context) -> bool:
    """As in "was postponed to Friday", "moved the trial to February"."""
    if not phrase.previous_is("to"):
        return False
    words = context.close_before(phrase.start)
    return not context.language.terms("deferring").isdisjoint(words[-_OBJECT:])


def ahead_of(phrase: Phrase) -> bool:
    """As in "ahead of Friday's vote", "ahead of the Nov. 7 vote"."""
    return phrase.tokens.classes.endswith(_AHEAD_OF, 0, phrase.first)


def due_by(phrase: Phrase, context: Context) -> bool:
    """As in "it is due by Friday", "told to go by Friday"; not "they had left by Friday"."""
    if not phrase.previous_is("by"):
        return False
    past = context.tense(phrase.start, phrase.end) == "past"
    return not past or context.infinitive(phrase.start) or context.undertaken(phrase.start)


_FROM_ON = tuple(char_of(name) + char_of("on") for name in ("starting", "beginning"))
_UNTIL = len("until ")
_AT_LEAST = char_of("until") + char_of("approx")
_OBJECT = 6  # words that the object of a verb may take
_AHEAD_OF = (char_of("ahead_of"), char_of("ahead_of") + char_of("the"))
