"""Rules: one file a phenomenon, each rule with its own examples."""

from corpuskit_events.rules.accused import ACCUSED_RULES, accused_before
from corpuskit_events.rules.apart import (
    APART_RULES,
    after_which,
    is_ground,
    joined_by_and,
    plain,
    tells_of_another,
    told_of,
)
from corpuskit_events.rules.asides import ASIDE_RULES
from corpuskit_events.rules.context import CONTEXT_RULES, is_told_beside, sense_beside, walkout
from corpuskit_events.rules.cues import Cues, cues_in
from corpuskit_events.rules.general import GENERAL_RULES, is_fiction, is_general
from corpuskit_events.rules.levels import chained, part_of, told_level
from corpuskit_events.rules.modality import MODALITY_RULES, modality_before
from corpuskit_events.rules.news import NEWS_RULES, doubtful, is_disaster, undone_in
from corpuskit_events.rules.offsets import OFFSET_RULES, OffsetRule, offset_in
from corpuskit_events.rules.places import PLACE_RULES, place_mentions
from corpuskit_events.rules.roles import ROLE_RULES, roles_of
from corpuskit_events.rules.subjects import SUBJECT_RULES

ALL_RULES = (
    *ACCUSED_RULES,
    *APART_RULES,
    *ASIDE_RULES,
    *CONTEXT_RULES,
    *GENERAL_RULES,
    *MODALITY_RULES,
    *NEWS_RULES,
    *OFFSET_RULES,
    *PLACE_RULES,
    *ROLE_RULES,
    *SUBJECT_RULES,
)

__all__ = [
    "ACCUSED_RULES",
    "ALL_RULES",
    "APART_RULES",
    "ASIDE_RULES",
    "CONTEXT_RULES",
    "GENERAL_RULES",
    "MODALITY_RULES",
    "NEWS_RULES",
    "OFFSET_RULES",
    "PLACE_RULES",
    "ROLE_RULES",
    "SUBJECT_RULES",
    "Cues",
    "OffsetRule",
    "accused_before",
    "after_which",
    "chained",
    "cues_in",
    "doubtful",
    "is_disaster",
    "is_fiction",
    "is_general",
    "is_ground",
    "is_told_beside",
    "joined_by_and",
    "modality_before",
    "offset_in",
    "part_of",
    "place_mentions",
    "plain",
    "roles_of",
    "sense_beside",
    "tells_of_another",
    "told_level",
    "told_of",
    "undone_in",
    "walkout",
]
