"""Accidents and games: whether an article's top tells of harm that nobody did, or that is play."""

from __future__ import annotations

import re
from functools import cache

from corpuskit.scan import Example, Rule, trie_pattern

__all__ = ["ACCIDENT_RULES", "DONE_BY_NOBODY", "PLAYED", "tells_accident", "tells_game"]

DONE_BY_NOBODY = frozenset(["kill", "wound", "destroy", "explode", "harm"])
"""Classes that are no assault where an accident did it."""

PLAYED = frozenset(
    "attack shoot strike beat clash explode bomb storm raid offensive capture seize target war "
    "ambush retreat surrender crack oust overthrow revolt destroy shell".split()
)
"""Classes that are no assault, and nobody's defeat by force, in a report of a game."""

ACCIDENT_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.context.accident",
        about="Whom an earthquake or a crash kills nobody attacked; the top of the article tells.",
        yes=(Example("An earthquake shook Karn on Sunday. Three people were [[killed]]."),),
        no=("Gunmen shook Karn on Sunday. Three people were killed.",),
    ),
    Rule(
        id="events.context.game",
        about="In a report of a game, attacks and shots are play; its words at the top tell.",
        yes=(Example("The striker scored his tenth goal of the season. Karn [[attacked]] late."),),
        no=("The striker missed a goal. Police said a gunman attacked fans in Karn.",),
    ),
)

_ACCIDENTS = (
    *"quake quakes earthquake earthquakes aftershock aftershocks tremor tremors flood floods "
    "flooding hurricane hurricanes cyclone cyclones typhoon typhoons tornado tornadoes tsunami "
    "tsunamis avalanche avalanches landslide landslides mudslide mudslides wildfire wildfires "
    "volcano eruption drought heatwave storm storms blizzard crash crashes crashed collision "
    "collisions collided derailed derailment accident accidents accidental accidentally capsized "
    "sank sinking drowned drowning collapse collapsed collapses climber climbers epidemic "
    "outbreak".split(),
    "gas leak",
    "gas explosion",
)
_VIOLENCE = (
    r"\b(?:attack|bomb|gunm|gunfire|shot\b|shoot|militant|rebel|insurgent|terror|murder|killer"
    r"|killings\b|stab|assault|arson|suicide|hostage|air\s?strike|soldier|troops|clash|protest"
    r"|riot|massacre|ambush|fighters|hit-and-run|charged|arrest)"
)


_GAMES = re.compile(
    r"\b(?:season|playoffs?|quarter-?finals?|semi-?finals?|coach|goal(?:s|less|keeper)?|midfielder"
    r"|striker|defender|winger|quarterback|touchdowns?|rebounds|baskets?|innings|wickets?|batsman"
    r"|batter|bowler|league|half-?time|first\shalf|second\shalf|penalty\skick|knockout|heavyweight"
    r"|fixture|offside|scored|scoreless|\d{1,3}-\d{1,3}\s(?:win|victory|defeat|loss|draw))\b"
)
_FEWEST = 2  # words of games that tell one
_SERIOUS = re.compile(
    r"\b(?:police|kill|gunm|arrest|dead\b|died\b|deaths?\b|injur(?!y|ies)|wound|murder|militant|rebel"
    r"|troops|soldier|court\b|charged|bomb|hospital|army)"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"[^a-z]{trie_pattern(_ACCIDENTS)}\b"), re.compile(_VIOLENCE)


def tells_accident(top: str) -> bool:
    """Whether the folded top of an article tells of accidents and of no violence."""
    accident, violence = _patterns()
    return accident.search(f" {top}") is not None and violence.search(top) is None


def tells_game(top: str) -> bool:
    """Whether the folded top of an article tells of a game, and of nothing worse."""
    told = {match.group() for match in _GAMES.finditer(top)}
    return len(told) >= _FEWEST and _SERIOUS.search(top) is None
