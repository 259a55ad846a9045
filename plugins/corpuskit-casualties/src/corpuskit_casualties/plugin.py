"""Registration: what corpuskit-casualties brings through the door."""

from __future__ import annotations

import corpuskit
from corpuskit_casualties.extractor import Casualties
from corpuskit_casualties.policies import POLICIES, Policy


@corpuskit.hookimpl
def corpuskit_extractors() -> list[Casualties]:
    """The extractor of casualty counts."""
    return [Casualties()]


@corpuskit.hookimpl
def corpuskit_policies() -> tuple[Policy, ...]:
    """literal, acled, ucdp and ibc."""
    return POLICIES
