"""Summary: which lines between headline and text sum it up: key points, or a standfirst."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_boilerplate.head.credits import is_name
from corpuskit_boilerplate.page.heading import SIGNS, is_bullet
from corpuskit_boilerplate.page.lines import Line

__all__ = ["summary_lines", "with_headings"]

_FEWEST = 3  # words of a key point without a bullet
_KEY_POINTS = 8  # the most bullets that stand between headline and text as a summary
_SUMS_UP = range(6, 45)  # words of a standfirst
_SHORT = 14  # words of the longest heading of the text below key points


def summary_lines(
    lines: Sequence[Line], body: Sequence[bool], headline: int | None, languages: tuple[str, ...]
) -> list[int]:
    """The key points, else the standfirst; none if there is neither."""
    return _key_points(lines, body, headline) or _standfirst(lines, body, headline, languages)


def _key_points(lines: Sequence[Line], body: Sequence[bool], headline: int | None) -> list[int]:
    """Bullets between the headline and the first paragraph; below a heading of such any lines."""
    if headline is None:
        return []
    points: list[int] = []
    headed = False
    for i in range(headline + 1, len(lines)):
        if (is_bullet(lines[i]) and " " in lines[i].key) or (
            headed and not (body[i] and lines[i].ended) and _point(lines[i])
        ):
            points.append(i)
        elif lines[i].family == "key_points_heading" and not points:
            headed = True
        elif headed and not points and _heads_points(lines[i]):
            continue
        elif body[i] or (points and lines[i].family in SIGNS):
            return points if len(points) <= _KEY_POINTS else []
        elif points and lines[i].key != lines[headline].key and not lines[i].family:
            opens = headed and body[i + 1 : i + 2] == [True] and lines[i].words <= _SHORT
            return points if opens and len(points) <= _KEY_POINTS else []
    return []


def _standfirst(
    lines: Sequence[Line], body: Sequence[bool], headline: int | None, languages: tuple[str, ...]
) -> list[int]:
    """A line between the headline and what signs the text, that sums it up."""
    if headline is None or headline + 2 >= len(lines):
        return []
    line, below, *rest = lines[headline + 1 : headline + 4]
    if rest and is_name(below, languages) and not is_name(line, languages):
        below = rest[0]
    signed = below.family in SIGNS and below.rule != "boilerplate.inside"
    told = not (line.family or body[headline + 1] or line.text[-1] == ":")
    told = told and line.key != lines[headline].key
    return [headline + 1] if signed and told and line.words in _SUMS_UP else []


def with_headings(lines: Sequence[Line], points: Sequence[int]) -> list[int]:
    """The key points and the headings right above them."""
    first = points[0] if points else 0
    above = first
    while above > 0 and _heads_points(lines[above - 1]):
        above -= 1
    return [*range(above, first), *points]


def _heads_points(line: Line) -> bool:
    """Whether it is a heading of key points, or a short one below ("Summary", "Companies")."""
    short = not line.family and line.words < _FEWEST and not line.ended
    return line.family == "key_points_heading" or short


def _point(line: Line) -> bool:
    return not line.family and line.words >= _FEWEST
