"""Set rules: every day, each July, weekly, Mondays, twice a week."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_dates.around.context import Context
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.durations import duration_value
from corpuskit_dates.values import UNANCHORED
from corpuskit_dates.words.phrase import Found, Phrase


def each(phrase: Phrase, context: Context) -> Found | None:
    """Every day, each July, Mondays, Tuesday nights, weekends."""
    part = phrase.get("part", "parts")
    step = phrase.count() or phrase.ordinal or int(phrase.get("each") or 1)
    number = phrase.get("weekday", "weekdays")
    of_month = phrase.has("of") or phrase.next_is("of", "in")
    if number and step == 2 and phrase.has("each") and not of_month:
        value = duration_value(2, "W")  # every other Tuesday
    elif number:
        value = f"XXXX-WXX-{number}"
    elif phrase.has("month"):
        value = f"XXXX-{phrase.month:02d}"
    elif season := phrase.get("season", "season_verb"):
        value = f"XXXX-{season}"
    elif part or phrase.has("weekends"):
        value = UNANCHORED["D" if part else "WE"]
    else:
        value = duration_value(step, phrase.unit)
    return Found("SET", f"{value}T{part}" if part else value, None, None)


def frequency(phrase: Phrase, context: Context) -> Found | None:
    """Daily, annually, three times a week."""
    if context.named_by(phrase) or _is_in_name(phrase, context):
        return None
    return Found("SET", phrase.get("freq") or duration_value(1, phrase.unit), None, None)


def _is_in_name(phrase: Phrase, context: Context) -> bool:
    """As in "the Daily Echo", "the Orsha Weekly": a capital beside that of another word."""
    raw, start, end = context.raw, phrase.start, phrase.end
    if not raw[start].isupper() or raw[start:end].isupper():
        return False
    followed = raw[end : end + 1] == " " and raw[end + 1 : end + 2].isupper()
    return followed or (start > 1 and raw[start - 1] == " " and raw[start - 2].isalpha())


RULES = (
    DateRule(
        id="dates.each",
        about="Every one of a unit, weekday, month or season; weekdays in the plural.",
        pattern=(
            "each (NUM|few|NTH)? fiscal? (unit|units|quarter|quarters|century|weekend|weekday "
            "part?|month|SEASON|part) | the? NTH weekday of each unit "
            "| weekdays (part|parts)? | weekday parts | weekends"
        ),
        reads=each,
        yes=(
            Example("It rains [[every day]].", "P1D"),
            Example("A fair is held [[each July]].", "XXXX-07"),
            Example("They meet [[every second week]].", "P2W"),
            Example("They meet [[every other Tuesday]].", "P2W"),
            Example("They meet [[every other month]].", "P2M"),
            Example("They meet on [[the second Tuesday of every month]].", "XXXX-WXX-2"),
            Example("It shuts on [[Mondays]].", "XXXX-WXX-1"),
            Example("It shuts on [[weekends]].", "XXXX-WXX-WE"),
        ),
    ),
    DateRule(
        id="dates.frequency",
        about="Adverbs of frequency, a number of times per unit.",
        pattern="freq | (NUM times | times | once) (a|per|each) unit",
        reads=frequency,
        yes=(
            Example("It is tested [[daily]].", "P1D"),
            Example("They meet [[three times a week]].", "P1W"),
        ),
        no=(
            "He told the Urdu daily Subh that it rained.",
            "Daily Echo said that it rained.",
            "The Orsha Weekly said that it rained.",
        ),
    ),
)
