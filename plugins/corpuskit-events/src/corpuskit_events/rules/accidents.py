"""Accidents: whether an article's top tells of harm that nobody did."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpuskit.scan import Example, Rule, trie_pattern

__all__ = ["ACCIDENT_RULES", "DONE_BY_NOBODY", "is_disaster", "tells_accident"]

DONE_BY_NOBODY = frozenset(["kill", "wound", "destroy", "explode", "harm"])
"""Classes that are no assault where an accident did it."""

ACCIDENT_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.context.accident",
        about="Whom an earthquake or a crash kills nobody attacked; the top of the article tells.",
        yes=(
            Example("An earthquake shook Karn on Sunday. Three people were [[killed]]."),
            Example("A fire swept through a hostel in Karn, [[killing]] seven."),
            Example("Explosion at Karn gas plant [[kills]] four"),
        ),
        no=(
            "Gunmen shook Karn on Sunday. Three people were killed.",
            "Rebel fire swept a street in Karn, killing seven. Four were soldiers.",
        ),
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
    "blaze",
    "blazes",
    "lightning",
    "cholera",
    "measles",
    *(f"fire {verb}" for verb in "swept broke ripped tore engulfed gutted raged".split()),
    *(f"{noun} fire" for noun in "house hostel hotel factory forest warehouse".split()),
)
_INDUSTRIAL = (
    r"\b(?:explosion|blast)\s(?:at|in)\s(?:[\w'-]+\s){0,4}?"
    r"(?:plant|factory|mine|refinery|mill|quarry|warehouse|bakery)\b"
    r"|\b(?:gas|boiler|factory|refinery|mine|fireworks?|industrial|chemical|coal)\s(?:explosion|blast)"
)
_VIOLENCE = (
    r"\b(?:attack|bomb|gunm|gunfire|shot\b|shoot|militant|rebel|insurgent|terror|murder|killer"
    r"|killings\b|stab|assault|arson|suicide|hostage|air\s?strike|soldier|troops|clash|protest"
    r"|riot|massacre|ambush|fighters|hit-and-run|charged|arrest)"
)


_DISASTER = re.compile(
    r"(?i:^(?:tropical\s)?(?:storm|hurricane|cyclone|typhoon|tropical\sstorm)\s"
    r"|\s(?:fires?|wildfire|floods?|(?:earth)?quake|avalanche|landslide|tsunami|eruption)$)"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"[^a-z]{trie_pattern(_ACCIDENTS)}\b|{_INDUSTRIAL}"), re.compile(_VIOLENCE)


def tells_accident(top: str) -> bool:
    """Whether the folded top of an article tells of accidents and of no violence."""
    accident, violence = _patterns()
    return accident.search(f" {top}") is not None and violence.search(top) is None


@lru_cache(maxsize=4096)
def is_disaster(name: str) -> bool:
    """Whether what has a name is a disaster: "Storm Ina", "the Orlo Fire"; nobody acts there."""
    return _DISASTER.search(name) is not None
