"""corpuskit-casualties: how many were killed, wounded, missing, captured or displaced."""

from corpuskit_casualties.extractor import Casualties
from corpuskit_casualties.policies import ACLED, IBC, LITERAL, POLICIES, UCDP, Policy

__all__ = ["ACLED", "IBC", "LITERAL", "POLICIES", "UCDP", "Casualties", "Policy"]
