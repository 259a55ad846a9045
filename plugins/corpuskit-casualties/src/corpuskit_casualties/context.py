"""Context: what a count covers and who vouches for it."""

from __future__ import annotations

from corpuskit_casualties.reading import Reading
from corpuskit_casualties.rules.base import Link


def scope_of(reading: Reading, link: Link) -> str:
    return "event"


def status_of(reading: Reading, link: Link) -> str:
    return "reported"
