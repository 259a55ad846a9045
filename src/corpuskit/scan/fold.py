"""Fold: case away, once per text, without moving a single offset."""

from __future__ import annotations

import functools
import re

__all__ = ["fold", "fold_text"]

_PLAIN = {"\u2019": "'", "\u02bc": "'", "\u00a0": " ", "\u202f": " "}


def fold(raw: str) -> str:
    """Lower case with typographic apostrophes and no-break spaces made plain; same length.

    `len(fold(raw)) == len(raw)` always: characters whose lower case is longer stay as they are.
    """
    low = raw.lower()
    if low.isascii():
        return low
    if len(low) != len(raw):
        longer = "".join(char for char in set(raw) if len(char.lower()) > 1)
        low = re.sub(f"[^{longer}]+", lambda part: part.group().lower(), raw)
    for fancy, plain in _PLAIN.items():
        low = low.replace(fancy, plain)
    return low


@functools.lru_cache(maxsize=1)
def fold_text(raw: str) -> str:
    """`fold` of a whole text; the last one is at hand, for a segmenter asks before the scan."""
    return fold(raw)
