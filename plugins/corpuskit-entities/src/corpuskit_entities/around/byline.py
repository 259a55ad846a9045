"""Byline: who signs an article. It is read here alone: a name in it is somebody's, unless it stands
behind "in" or "for", and nobody there does or says what the text tells of."""

from __future__ import annotations

from corpuskit.scan import Scan
from corpuskit_entities.cluster import Mention
from corpuskit_entities.tables import small_words

__all__ = ["is_in_byline", "is_signed"]


def is_in_byline(scan: Scan, at: int) -> bool:
    """Whether a place of the text is in the byline."""
    byline = scan.article.byline
    return byline is not None and byline.start <= at < byline.end


def is_signed(scan: Scan, name: Mention) -> bool:
    """Whether a name stands in the byline as an author's: "By Rosa Varga in Zarvik"."""
    byline = scan.article.byline
    if byline is None or not is_in_byline(scan, name.start):
        return False
    before = scan.folded[byline.start : name.start].split()
    return not before or before[-1] not in small_words("unsigned")
