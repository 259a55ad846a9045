"""Games: whether an article's top tells of a match, whose attacks and shots are play."""

from __future__ import annotations

import re

from corpuskit.scan import Example, Rule

__all__ = ["GAME_RULES", "PLAYED", "tells_game"]

PLAYED = frozenset(
    "attack shoot strike beat clash explode bomb storm raid offensive capture seize target war "
    "ambush retreat surrender crack oust overthrow revolt destroy shell".split()
)
"""Classes that are no assault, and nobody's defeat by force, in a report of a game."""

GAME_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.context.game",
        about="In a report of a game, attacks and shots are play; its words at the top tell.",
        yes=(Example("The striker scored his tenth goal of the season. Karn [[attacked]] late."),),
        no=("The striker missed a goal. Police said a gunman attacked fans in Karn.",),
    ),
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


def tells_game(top: str) -> bool:
    """Whether the folded top of an article tells of a game, and of nothing worse."""
    told = {match.group() for match in _GAMES.finditer(top)}
    return len(told) >= _FEWEST and _SERIOUS.search(top) is None
