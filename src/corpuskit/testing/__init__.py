"""The conformance kit: inherit one class, name one object, and know whether a plugin is right.

Install it with `corpuskit-core[testing]`. The checks are functions and run without pytest too
(`verify`, `corpuskit check`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpuskit.testing._case import Case, Check, ContractViolation, NotApplicable, Outcome, verify
from corpuskit.testing._cases import (
    ExporterCase,
    ExtractorCase,
    LinkerCase,
    ReaderCase,
    SegmenterCase,
)
from corpuskit.testing._contracts import (
    ExporterContract,
    ExtractorContract,
    LinkerContract,
    ReaderContract,
    SegmenterContract,
)
from corpuskit.testing._parts import case_for, checks_for
from corpuskit.testing._rules import check_rule, run
from corpuskit.testing._texts import HOSTILE, NEWS

if TYPE_CHECKING:
    from corpuskit.testing.strategies import hostile_texts, news_texts

__all__ = [
    "HOSTILE",
    "NEWS",
    "Case",
    "Check",
    "ContractViolation",
    "ExporterCase",
    "ExporterContract",
    "ExtractorCase",
    "ExtractorContract",
    "LinkerCase",
    "LinkerContract",
    "NotApplicable",
    "Outcome",
    "ReaderCase",
    "ReaderContract",
    "SegmenterCase",
    "SegmenterContract",
    "case_for",
    "check_rule",
    "checks_for",
    "hostile_texts",
    "news_texts",
    "run",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name in ("hostile_texts", "news_texts"):  # hypothesis is loaded only when asked for
        from corpuskit.testing import strategies

        return getattr(strategies, name)
    raise AttributeError(f"module 'corpuskit.testing' has no attribute {name!r}")
