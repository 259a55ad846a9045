"""Accidents: whether an article's top tells of an accident or a disaster, done by nobody."""

from __future__ import annotations

import re
from functools import cache

from corpuskit.scan import Example, Rule

__all__ = ["ACCIDENT_RULES", "DONE_BY_NOBODY", "tells_accident"]

DONE_BY_NOBODY = frozenset(["kill", "destroy", "explode", "harm"])
"""Classes that are no assault where an accident did it."""

ACCIDENT_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.context.accident",
        about="Whom an earthquake or a crash kills nobody attacked; the top of the article tells.",
        yes=(Example("An earthquake shook Karn on Sunday. Three people were [[killed]]."),),
        no=("Gunmen shook Karn on Sunday. Three people were killed.",),
    ),
)

_ACCIDENT = (
    r"\b(?:(?:earth)?quakes?|aftershocks?|tremors?|floods?|flooding|hurricanes?|cyclones?|typhoons?"
    r"|tornado(?:es)?|tsunamis?|avalanches?|landslides?|mudslides?|wildfires?|volcano|eruption"
    r"|drought|heatwave|storms?|blizzard|crash(?:es|ed)?|collisions?|collided|derail(?:ed|ment)"
    r"|accident(?:s|al|ally)?|capsized|sank|sinking|drown(?:ed|ing)|gas\s(?:leak|explosion)"
    r"|collapse[ds]?|climbers?|epidemic|outbreak)\b"
)
_VIOLENCE = (
    r"\b(?:attack|bomb|gunm|gunfire|shot\b|shoot|militant|rebel|insurgent|terror|murder|killer"
    r"|killings?\b|stab|assault|arson|suicide|hostage|air\s?strike|soldier|troops|clash|protest"
    r"|riot|massacre|ambush|fighters|hit-and-run|charged|arrest)"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"(?P<accident>{_ACCIDENT})|(?P<violence>{_VIOLENCE})")


def tells_accident(top: str) -> bool:
    """Whether the folded top of an article tells of accidents and of no violence."""
    kinds = {match.lastgroup for match in _pattern().finditer(top)}
    return kinds == {"accident"}
