"""Heading: what a bullet is, and how many words of a line have capitals."""

from __future__ import annotations

from corpuskit_boilerplate.page.lines import Line

__all__ = ["capitals", "is_bullet"]

_BULLETS = "•·▪●◦‣∙⁃*–-"


def is_bullet(line: Line) -> bool:
    """Whether the line begins with a bullet."""
    text = line.text
    return text[0] in _BULLETS and text[1:2].isspace()


def capitals(text: str) -> int:
    """How many fourths of the words after the first begin with a capital."""
    rest = text.split()[1:]
    return 4 * sum([word[0].isupper() for word in rest]) // (len(rest) or 1)
