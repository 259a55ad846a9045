"""Parts: which case and which checks belong to which kind of plugin object."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from corpuskit.testing._case import Case, Check
from corpuskit.testing._checks_extractor import EXTRACTOR_CHECKS
from corpuskit.testing._checks_others import (
    EXPORTER_CHECKS,
    LINKER_CHECKS,
    READER_CHECKS,
    SEGMENTER_CHECKS,
)
from corpuskit.testing._contracts import (
    exporter_case,
    extractor_case,
    linker_case,
    reader_case,
    segmenter_case,
)

__all__ = ["case_for", "checks_for"]

_CASES: Mapping[str, Callable[..., Case]] = {
    "extractors": extractor_case,
    "segmenters": segmenter_case,
    "linkers": linker_case,
    "readers": reader_case,
    "exporters": exporter_case,
}
_CHECKS: Mapping[str, Sequence[Check]] = {
    "extractors": EXTRACTOR_CHECKS,
    "segmenters": SEGMENTER_CHECKS,
    "linkers": LINKER_CHECKS,
    "readers": READER_CHECKS,
    "exporters": EXPORTER_CHECKS,
}


def checks_for(kind: str) -> Sequence[Check]:
    """The checks of a kind ("extractors", "readers", …); none for policies and commands."""
    return _CHECKS.get(kind, ())


def case_for(kind: str, subject: Any, **options: Any) -> Case:
    """An object with what it is tried on.

    Args:
        kind: as in `Part.kind`: "extractors", "segmenters", "linkers", "readers", "exporters".
        options: as the attributes of the contract class: `samples`, `beside`, `results`, ….
    """
    return _CASES[kind](subject, **options)
