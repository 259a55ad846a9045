"""Set rules: every day, each July, weekly, Mondays, twice a week."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_dates.context import Context
from corpuskit_dates.phrase import Found, Phrase
from corpuskit_dates.rule import DateRule
from corpuskit_dates.rules.durations import duration_value


def each(phrase: Phrase, context: Context) -> Found | None:
    """Every day, each July."""
    part = phrase.get("part")
    if number := phrase.get("weekday"):
        return Found("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), None, None)
    if phrase.month:
        return Found("SET", f"XXXX-{phrase.month:02d}", None, None)
    if season := phrase.get("season", "season_verb"):
        return Found("SET", f"XXXX-{season}", None, None)
    if part:
        return Found("SET", f"XXXX-XX-XXT{part}", None, None)
    return Found("SET", duration_value(phrase.count() or 1, phrase.unit), None, None)


def frequency(phrase: Phrase, context: Context) -> Found | None:
    """Daily, annually, three times a week."""
    return Found("SET", phrase.get("freq") or duration_value(1, phrase.unit), None, None)


def weekdays(phrase: Phrase, context: Context) -> Found | None:
    """Mondays, Tuesday nights, weekends."""
    if phrase.has("weekends"):
        return Found("SET", "XXXX-WXX-WE", None, None)
    number = phrase.get("weekdays", "weekday")
    part = phrase.get("part", "parts")
    return Found("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), None, None)


RULES = (
    DateRule(
        id="dates.each",
        about="Every one of a unit, weekday, month or season.",
        pattern=(
            "each (NUM|few)? fiscal? (unit|units|quarter|quarters|century|weekend|weekday "
            "part?|month|SEASON|part) | the? NTH weekday of each unit"
        ),
        reads=each,
        yes=(
            Example("It rains [[every day]].", "P1D"),
            Example("A fair is held [[each July]].", "XXXX-07"),
            Example("They meet on [[the second Tuesday of every month]].", "XXXX-WXX-2"),
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
    ),
    DateRule(
        id="dates.weekdays",
        about="Weekdays in the plural.",
        pattern="weekdays (part|parts)? | weekday parts | weekends",
        reads=weekdays,
        yes=(
            Example("It shuts on [[Mondays]].", "XXXX-WXX-1"),
            Example("It shuts on [[weekends]].", "XXXX-WXX-WE"),
        ),
    ),
)
