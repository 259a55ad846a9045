"""Coding policies: what each codebook makes of the same counts."""

from __future__ import annotations

from corpuskit_casualties.policies.acled import ACLED
from corpuskit_casualties.policies.base import Policy
from corpuskit_casualties.policies.ibc import IBC
from corpuskit_casualties.policies.literal import LITERAL
from corpuskit_casualties.policies.ucdp import UCDP

__all__ = ["ACLED", "IBC", "LITERAL", "POLICIES", "UCDP", "Policy"]

POLICIES: tuple[Policy, ...] = (LITERAL, ACLED, UCDP, IBC)
"""All of them, in the order in which they are documented."""
