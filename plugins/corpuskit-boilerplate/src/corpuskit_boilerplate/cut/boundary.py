"""Boundary: what at a line speaks for a later article that begins there."""

from __future__ import annotations

import bisect
import functools
import re
from collections import Counter
from collections.abc import Sequence

from corpuskit_boilerplate.cut.cohesion import Words
from corpuskit_boilerplate.cut.parts import APART, NO_TITLE, is_paragraph, summed
from corpuskit_boilerplate.page.heading import capitals
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line, tells
from corpuskit_boilerplate.page.opening import opening
from corpuskit_boilerplate.weights import steps

__all__ = ["Boundaries"]

_REPEAT = 6  # lines from a headline to its repetition at most
_NEAR = 10  # lines from a headline to the first paragraph at most
_SOON = 8  # lines from it to the last in which a stamp can stand
_CLOSERS = "\"'”’»)]"
_STEP = 200  # words of running text
_LONGEST = 30  # words of a headline
_LENGTHS = steps("own.words", (2, 4, 6, 9, 15), _LONGEST)
_MOST = 31  # words of a line below it from which it counts as long
_NEXT = [steps(f"{name}.words", (1, 4, 16, _MOST), _MOST) for name in ("next", "second")]
_COUNTS = steps("below.lines", (0, 1, 2, 4), _NEAR)  # lines between a headline and the text
_BEFORE, _AFTER = (steps(name, range(6), 5) for name in ("before", "after"))  # running text
_ENDS = {"?": "ask", "!": "mark"}
_FIGURES = re.compile(r"\d+")
_NUMBERED = re.compile(r"(?:step\s|#|no\.?\s)?\d{1,2}[.):\]]")  # as sub-headings are
_STAMPS = frozenset(["timestamp", "byline", "read_time", "share", "follow", "counts"])

_SIGN = (["byline"], ["timestamp"])

_HEADING = frozenset(["timestamp", "byline", "share", "read_time"])
_BELOW = frozenset(
    "timestamp byline share read_time follow caption breadcrumb counts author_bio player comments "
    "tags section footer newsletter subscription advertisement related".split()
)
_ABOVE = frozenset(
    "copyright related comments tags author_bio wire_signoff newsletter share follow timestamp "
    "byline disclaimer section most_read breadcrumb read_time".split()
)


def _running_words(lines: Sequence[Line], likely: Sequence[bool]) -> list[int]:
    """Words of likely body before each line, and in all."""
    return summed([line.words if yes else 0 for line, yes in zip(lines, likely, strict=True)])


class Boundaries:
    """The lines of a page that could be a later article's headline, and the evidence there.

    Attributes:
        places: their indices.
        running: words of likely body before each line, and in all.
    """

    def __init__(self, lines: Sequence[Line], likely: Sequence[bool]) -> None:
        running = _running_words(lines, likely)
        self._lines, self.running = lines, running
        self._keys = [line.key for line in lines]
        self._restarts = _restarts(lines, self._keys)
        between = range(
            max(bisect.bisect_left(running, APART), 1),
            min(bisect.bisect_right(running, running[-1] - APART), len(lines)),
        )
        titles = [i for i in between if _could_head(lines[i])]
        if titles or self._restarts:
            self._following = _next_paragraph(lines)
        self.places = sorted(
            {i for i in titles if _heads(lines, i, self._following)}
            | {i for i in self._restarts if i and self._restart(i, running)}
        )
        if self.places:
            self._shapes = [
                _FIGURES.sub("0", key) if line.words <= PARAGRAPH else key
                for key, line in zip(self._keys, lines, strict=True)
            ]
            self._again = {one for one, times in Counter(self._shapes).items() if times > 1}
            self._first = frozenset(self._shapes[1:_NEAR])
            self._families = [line.family for line in lines]
            self._dated = [bool(line.dates) for line in lines]
            self._top = [name for name in self._families[1:_NEAR] if name in _STAMPS]

    @functools.cached_property
    def words(self) -> Words:
        """The words of the page; what it costs most to look at."""
        return Words(self._lines, self.places)

    def place(self, i: int) -> list[str]:
        """The evidence in the line itself, above it and in the sizes of the next; cheap."""
        found = _own(self._lines[i])
        found.append(self._layout(i))
        return found + self._sizes(i) + self._above(i)

    def _next(self, i: int) -> int:
        """The next paragraph, or the last line that is looked at for one.

        A single one between the title and its author or day is a standfirst.
        """
        text = self._following[i + 1]
        if text == i + 1 and self._families[text + 1 : text + 2] in _SIGN:
            text = self._following[text + 1]
        return min(text, i + _NEAR)

    def _restart(self, i: int, running: Sequence[int]) -> bool:
        """Whether a line that restarts has text above it and below."""
        if 0 in self._restarts:
            return True
        if running[-1] - running[i] < PARAGRAPH:
            return False
        return running[i] >= PARAGRAPH or _paragraph_above(self._lines, i)

    def _sizes(self, i: int) -> list[str]:
        """How long the next lines are, and how much text stands above and below."""
        above, below = self.running[i], self._lines[i + 1 : i + 3]
        return [
            *(names[min(one.words, _MOST)] for names, one in zip(_NEXT, below, strict=False)),
            _BEFORE[min(above // _STEP, 5)],
            _AFTER[min((self.running[-1] - above) // _STEP, 5)],
        ]

    def _layout(self, i: int) -> str:
        if i in self._restarts:
            return "restarts"
        # a site has its habit with capitals: it says little beside how the file begins
        return (
            "unlike_first"
            if 0 in self._restarts
            else f"own.capitals.{capitals(self._lines[i].text)}"
        )

    def stamped(self, i: int) -> bool:
        """Whether a stamp, a byline or a share bar stands soon below."""
        return not _STAMPS.isdisjoint(self._families[i + 1 : i + _SOON])

    def below(self, i: int) -> list[str]:
        """The evidence in the lines from there to the next paragraph."""
        paragraph = self._next(i)
        between = self._families[i + 1 : paragraph]
        found = [_COUNTS[len(between)]]
        key = self._lines[i].key
        if key in self._keys[i + 1 : paragraph]:
            found.append("below.again")
        families = _BELOW.intersection(between)
        found += ["below." + family for family in families]
        soon = _STAMPS.intersection(self._families[i + 1 : i + _SOON])
        found += ["soon." + family for family in soon]
        if True in self._dated[i + 1 : paragraph]:
            found.append("below.dated")
        if between and between[0] in _BELOW:
            found.append("next." + between[0])
        found.append(f"below.kinds.{min(len(families & _HEADING), 3)}")
        if paragraph < len(self._lines) and opening(self._lines[paragraph].text):
            found.append("below.dateline")
        return found

    def _above(self, i: int) -> list[str]:
        last = self._lines[i - 1]
        if last.family in _ABOVE:
            found = ["above." + last.family]
        elif last.ended:
            found = ["above.text" if last.words >= PARAGRAPH else "above.stop"]
        else:
            found = ["above.open"]
        ends = _ABOVE.intersection(self._families[max(0, i - 5) : i])
        found += ["near." + family for family in ends]
        key = self._lines[i].key
        if key in self._keys[max(0, i - 6) : i]:
            found.append("above.again")
        return found

    def template(self, i: int) -> list[str]:
        """Whether the lines around recur in the file, or are those under its first line."""
        shapes, again, paragraph = self._shapes, self._again, self._next(i)
        below = [one for one in shapes[i + 1 : paragraph] if one != shapes[i]]
        above = shapes[max(0, i - 3) : i]
        found = [
            f"again.below.{min(sum([one in again for one in below]), 3)}",
            f"again.above.{min(sum([one in again for one in above]), 3)}",
            f"like.{min(sum([one in self._first for one in below]), 3)}",
        ]
        here = [name for name in self._families[i + 1 : paragraph] if name in _STAMPS]
        top = self._top
        if here and top and top[: len(here)] == here[: len(top)]:
            found.append("like.families")
        return found


def _could_head(line: Line) -> bool:
    """Whether a line could be a headline by itself."""
    return (
        2 <= line.words <= _LONGEST
        and line.text.rstrip(_CLOSERS)[-1:] not in NO_TITLE
        and not _NUMBERED.match(line.folded)
    )


def _heads(lines: Sequence[Line], i: int, following: Sequence[int]) -> bool:
    """Whether a paragraph stands below a line that could be a headline, or a stamp."""
    return following[i + 1] - i <= _NEAR or any(
        one.family in ("timestamp", "byline") for one in lines[i + 1 : i + 4]
    )


def _restarts(lines: Sequence[Line], keys: Sequence[str]) -> frozenset[int]:
    """Lines that stand again below, with a stamp between the two."""
    found = set()
    for stamp in [i for i, line in enumerate(lines) if line.family == "timestamp"]:
        for i in range(max(stamp - _REPEAT + 1, 0), stamp):
            key, line = keys[i], lines[i]
            if key in keys[i + 1 : i + _REPEAT + 1] and keys.index(key, i + 1) > stamp:
                new = not i or keys[i - 1] != key
                if new and line.words > 2 and not line.family and not line.dates:
                    found.add(i)
    return frozenset(found)


def _paragraph_above(lines: Sequence[Line], i: int) -> bool:
    near = lines[max(0, i - _NEAR) : i]
    return any(tells(line, PARAGRAPH) for line in near)


def _next_paragraph(lines: Sequence[Line]) -> list[int]:
    """For each line and the end the next paragraph from there on, far away if there is none."""
    following: list[int] = []
    for i, line in enumerate(lines):
        if is_paragraph(line):
            following += [i] * (i + 1 - len(following))
    return following + [10**9] * (len(lines) + 1 - len(following))


def _own(line: Line) -> list[str]:
    text = line.text
    found = [
        "all",
        _LENGTHS[min(line.words, _LONGEST)],
        "own.end." + _ENDS.get(text[-1], "word"),
        "own.family" if line.family else "own.plain",
        "own.first."
        + ("digit" if text[0].isdigit() else "lower" if text[0].islower() else "other"),
    ]
    if ": " in text:
        found.append("own.colon")
    return found
