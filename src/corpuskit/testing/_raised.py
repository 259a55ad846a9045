"""Raised: what an exception of a plugin says, in one line, and where it was raised."""

from __future__ import annotations

import traceback
from pathlib import Path

from corpuskit import CorpuskitError

__all__ = ["raised"]


def raised(error: BaseException) -> str:
    """As "KeyError: 'hail' (rules.py:31, in find)"; corpuskit's errors name their own place."""
    said = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
    frames = traceback.extract_tb(error.__traceback__)
    if isinstance(error, CorpuskitError) or not frames:
        return said
    last = frames[-1]
    return f"{said} ({Path(last.filename).name}:{last.lineno}, in {last.name})"
