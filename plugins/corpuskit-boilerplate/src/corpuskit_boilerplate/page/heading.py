"""Heading: what a bullet is, which lines sign a text or head links, which words have capitals."""

from __future__ import annotations

from corpuskit_boilerplate.page.lines import Line

__all__ = ["SIGNS", "capitals", "heads_links", "is_bullet"]

SIGNS = frozenset(["byline", "timestamp"])
"""Families of lines that say who wrote a text, and when."""

_OF_LINKS = frozenset(["related", "most_read"])
_BULLETS = "•·▪●◦‣∙⁃*–-"


def is_bullet(line: Line) -> bool:
    """Whether the line begins with a bullet."""
    text = line.text
    return text[0] in _BULLETS and text[1:2].isspace()


def heads_links(line: Line) -> bool:
    """Whether links to other articles stand below it."""
    return line.family in _OF_LINKS and line.rule == "boilerplate.whole"


def capitals(text: str) -> int:
    """How many fourths of the words after the first begin with a capital."""
    rest = text.split()[1:]
    return 4 * sum([word[0].isupper() for word in rest]) // (len(rest) or 1)
