"""Split: at which lines a second or later article of a stacked file begins.

Evidence is added up at every line that could be a headline: what stands between it and the next
paragraph (stamp, byline, share bar, itself again), what stands above it, and whether the words
change there. The weights are in `weights/split.tsv`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.heading import dateline_place
from corpuskit_boilerplate.lines import Line
from corpuskit_boilerplate.weights import column

__all__ = ["article_starts", "split_features"]

_CUT = -4  # tenths of a logit above which a line is cut at
_NEAR = 10  # lines from a headline to the first paragraph at most
_APART = 45  # words of running text that an article has at least
_LONG = 16  # words from which a line is a paragraph
_WORD = re.compile(r"[^\W\d_]{5,}")
_STOP = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_FIGURES = re.compile(r"\d+")
_STAMPS = frozenset(["timestamp", "byline", "read_time", "share", "follow", "counts"])
_WIDE = 300
_WINDOW = 110  # content words compared on either side


def article_starts(lines: Sequence[Line], likely: Sequence[bool]) -> list[int]:
    """Indices of the first line of each article; the first is always 0.

    Args:
        likely: for each line whether it looks like body; an article has some of it.
    """
    weights = column("split", "weight")
    found: list[tuple[float, int]] = []
    for i, names in split_features(lines, likely):
        score = sum(weights.get(name, 0) for name in names)
        if score > _CUT:
            found.append((score, i))
    return [0, *_apart(_running(lines, likely), found)]


def _apart(running: Sequence[int], found: list[tuple[float, int]]) -> list[int]:
    """The best of `found`, any two of which have an article's length of text between them."""
    chosen: list[int] = []
    for _, i in sorted(found, key=lambda pair: (-pair[0], pair[1])):
        if all(abs(running[i] - running[j]) >= _APART for j in chosen):
            chosen.append(i)
    return sorted(chosen)


def _running(lines: Sequence[Line], likely: Sequence[bool]) -> list[int]:
    """Words of likely paragraphs before each line."""
    total, running = 0, []
    for line, yes in zip(lines, likely, strict=True):
        running.append(total)
        if yes:
            total += line.words
    running.append(total)
    return running


def split_features(
    lines: Sequence[Line], likely: Sequence[bool]
) -> Iterator[tuple[int, list[str]]]:
    """Lines that could be a later article's headline, each with the evidence there."""
    running = _running(lines, likely)
    following = _next_paragraph(lines)
    words = [_WORD.findall(line.folded) for line in lines]
    shapes = [_FIGURES.sub("0", line.key) for line in lines]
    seen = Counter(shapes)
    places = [i for i in range(1, len(lines)) if _candidate(lines, i, running, following)]
    shared = [_shared(words, i, _WINDOW) for i in places]
    wide = [_shared(words, i, _WIDE) for i in places]
    usual = sorted(shared)[len(shared) // 2] if shared else 0.0
    usual_wide = sorted(wide)[len(wide) // 2] if wide else 0.0
    for i, share, far in zip(places, shared, wide, strict=True):
        paragraph = min(following[i + 1], i + _NEAR)
        yield (
            i,
            [
                *_own(lines, i),
                *_below(lines, i, paragraph),
                *_above(lines, i),
                *_template(lines, shapes, seen, i, paragraph),
                f"shared.{min(int(share * 25), 10)}",
                f"depth.{min(max(int((usual - share) * 25), -3), 5)}",
                f"wide.{min(int(far * 25), 12)}",
                f"wide_depth.{min(max(int((usual_wide - far) * 25), -3), 5)}",
                *_title(words, i),
            ],
        )


def _candidate(
    lines: Sequence[Line], i: int, running: Sequence[int], following: Sequence[int]
) -> bool:
    line = lines[i]
    if not 1 <= line.words <= 30:
        return False
    left = running[-1] - running[i]
    if _restarts(lines, i):
        if _restarts(lines, 0):
            return True
        return left >= _LONG and (running[i] >= _LONG or _paragraph_above(lines, i))
    if line.text[-1] in ".,;:" or line.words < 2:
        return False
    if running[i] < _APART or left < _APART:
        return False
    return following[i + 1] - i <= _NEAR or any(
        one.family in ("timestamp", "byline") for one in lines[i + 1 : i + 4]
    )


def _restarts(lines: Sequence[Line], i: int) -> bool:
    """Whether a line stands again below, with a stamp between the two."""
    line = lines[i]
    if line.dates or line.family or line.words < 3 or (i and lines[i - 1].key == line.key):
        return False
    stamped = False
    for one in lines[i + 1 : i + 7]:
        if one.key == line.key:
            return stamped
        stamped = stamped or one.family == "timestamp"
    return False


def _paragraph_above(lines: Sequence[Line], i: int) -> bool:
    return any(
        line.words >= _LONG and _STOP.search(line.text) is not None
        for line in lines[max(0, i - _NEAR) : i]
    )


def _next_paragraph(lines: Sequence[Line]) -> list[int]:
    following = [10**9] * (len(lines) + 1)
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        long = line.words >= _LONG and _STOP.search(line.text) is not None
        following[i] = i if long else following[i + 1]
    return following


def _own(lines: Sequence[Line], i: int) -> Iterator[str]:
    line = lines[i]
    yield "all"
    if _restarts(lines, i):
        yield "restarts"
    elif _restarts(lines, 0):
        yield "unlike_first"
    yield "own.words." + (
        "2"
        if line.words < 4
        else "4"
        if line.words < 6
        else "6"
        if line.words < 9
        else "9"
        if line.words < 15
        else "15"
    )
    yield "own.end." + (
        "ask" if line.text[-1] in "?" else "mark" if line.text[-1] in "!" else "word"
    )
    yield "own." + ("family" if line.family else "plain")
    yield "own.first." + (
        "digit" if line.text[0].isdigit() else "lower" if line.text[0].islower() else "other"
    )


_BELOW = frozenset(
    "timestamp byline share read_time follow caption breadcrumb counts author_bio player comments tags section footer newsletter subscription advertisement related".split()
)


def _below(lines: Sequence[Line], i: int, paragraph: int) -> Iterator[str]:
    between = lines[i + 1 : paragraph]
    n = len(between)
    yield "below.lines." + ("0" if n == 0 else "1" if n == 1 else "2" if n <= 3 else "4")
    key = lines[i].key
    if any(line.key == key for line in between):
        yield "below.again"
    families = {line.family for line in between}
    for family in sorted(families & _BELOW):
        yield "below." + family
    soon = {line.family for line in lines[i + 1 : i + 8]}
    for family in sorted(soon & _STAMPS):
        yield "soon." + family
    if any(line.dates for line in between):
        yield "below.dated"
    if between and between[0].family in _BELOW:
        yield "next." + between[0].family
    evidence = len(families & {"timestamp", "byline", "share", "read_time"})
    yield f"below.kinds.{min(evidence, 3)}"
    if paragraph < len(lines):
        first = lines[paragraph]
        if dateline_place(first.text, 0, len(first.text)):
            yield "below.dateline"


_ABOVE = frozenset(
    "copyright related comments tags author_bio wire_signoff newsletter share follow timestamp byline disclaimer section most_read breadcrumb read_time".split()
)


def _above(lines: Sequence[Line], i: int) -> Iterator[str]:
    last = lines[i - 1]
    stop = _STOP.search(last.text) is not None
    if last.family in _ABOVE:
        yield "above." + last.family
    else:
        yield "above." + ("text" if last.words >= _LONG and stop else "stop" if stop else "open")
    ends = {line.family for line in lines[max(0, i - 5) : i]}
    for family in sorted(ends & _ABOVE):
        yield "near." + family
    key = lines[i].key
    if any(line.key == key for line in lines[max(0, i - 6) : i]):
        yield "above.again"


def _template(
    lines: Sequence[Line], shapes: Sequence[str], seen: Counter[str], i: int, paragraph: int
) -> Iterator[str]:
    """Whether the lines around recur in the file, or are those under its first line."""
    key = shapes[i]
    below = [shape for shape in shapes[i + 1 : paragraph] if shape != key]
    yield f"again.below.{min(sum(seen[shape] > 1 for shape in below), 3)}"
    yield f"again.above.{min(sum(seen[shape] > 1 for shape in shapes[max(0, i - 3) : i]), 3)}"
    first = set(shapes[1:_NEAR])
    same = sum(shape in first for shape in below)
    yield f"like.{min(same, 3)}"
    top = [line.family for line in lines[1:_NEAR] if line.family in _STAMPS]
    here = [line.family for line in lines[i + 1 : paragraph] if line.family in _STAMPS]
    if top and top[: len(here)] == here[: len(top)] and here:
        yield "like.families"


def _shared(words: Sequence[list[str]], i: int, window: int) -> float:
    """The share of words that the text above and the text below a line have in common."""
    old, new = set(_before(words, i, window)), set(_after(words, i, window))
    return len(old & new) / (min(len(old), len(new)) or 1)


def _before(words: Sequence[list[str]], i: int, window: int) -> list[str]:
    found: list[str] = []
    for j in range(i - 1, -1, -1):
        if len(found) >= window:
            break
        found += words[j]
    return found


def _after(words: Sequence[list[str]], i: int, window: int) -> list[str]:
    found: list[str] = []
    for j in range(i + 1, len(words)):
        if len(found) >= window:
            break
        found += words[j]
    return found


def _title(words: Sequence[list[str]], i: int) -> Iterator[str]:
    """How often the words of a line stand below it and above it."""
    title = set(words[i])
    if not title:
        yield "title.none"
        return
    below, above = Counter(_after(words, i, _WINDOW)), Counter(_before(words, i, _WINDOW))
    here = sum(min(below[word], 3) for word in title) / len(title)
    there = sum(min(above[word], 3) for word in title) / len(title)
    yield f"title.below.{min(int(here * 3), 5)}"
    yield f"title.above.{min(int(there * 3), 5)}"
