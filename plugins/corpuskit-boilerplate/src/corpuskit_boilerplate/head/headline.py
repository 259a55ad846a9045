"""Headline: which line above the body is the title, by the evidence of `weights/title.tsv`.

Where nothing of a page stands above the body, only what an article's head has, it is the first.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from corpuskit_boilerplate.head.credits import names_author
from corpuskit_boilerplate.lexicon import LANGUAGES, families
from corpuskit_boilerplate.page.heading import capitals, is_bullet
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line, tells
from corpuskit_boilerplate.weights import column, steps, told

__all__ = ["filled_in", "find_headline", "title_above", "title_features"]

_FAR = 48  # lines above the body in which a headline is looked for
_ENTRIES = 3  # times by which a liveblog is known
_INTO = 3  # lines of what was taken for body in which it can be
_WORD = re.compile(r"\w\w{3,}")  # a set first, so that the search is fast
_WORDS = 32  # of the longest headline
_SIZES = steps("words", (1, 2, 3, 4, 5, 6, 7, 10, 15, 20), _WORDS)
_HIGHER = steps("above", (1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 25), _FAR)  # lines above the body
_SEEN = steps("seen", range(4), 3)
_TOP = 10  # lines of the head of a text without a page around it
_HEAD = frozenset(
    ["", "timestamp", "byline", "share", "read_time", "caption", "counts", "key_points_heading"]
)
_LONG = re.compile(r"\w\w{4,}")
_REPEATED = 2  # long words of a title that the lead says again, and none of a slogan above it
_MENU = 7  # words from which a line of capitals is a menu
_FEWEST, _SURE = 3, 5  # words of a headline; of one with capitals, as a name of a site has
_BLOCK = 4  # lines without a known wording that are counted
_TITLE = range(4, 21)  # words of what could be a title, too
_BEHIND = 36  # tenths of a logit by which a headline's own form is behind another's at most
_SAID = 45  # tenths of a logit by which the words of the body can tell two lines apart at most
_LEAD = 220  # words of the body that a headline's words are looked for in
_BEFORE, _BELOW, _AGAIN = 10, 30, 10  # lines around it in which it is looked for
_AFTER = frozenset(["timestamp", "byline", "share", "read_time", "caption", "counts"])
_BETWEEN = _AFTER | {"link", "follow"}  # what stands between a title and its text
_NEVER = frozenset(
    "navigation share footer copyright timestamp byline login search cookies separator handle "
    "link counts read_time comments follow advertisement template document_mark metadata".split()
)
_LABELLED = re.compile(r"[^\W\d_a-z][\w-]*(?:\s[a-z][\w-]*){0,3}:\s")
_ROW = 3  # lines with labels, one below the other, of a form that is filled in
_STOP = re.compile(r"[.…。;,:][\"'”’»)\]]*$")


def find_headline(
    lines: Sequence[Line], body: Sequence[bool], weights: Mapping[str, int] | None = None
) -> int | None:
    """The index of the headline, or None where no line can be one.

    Args:
        weights: feature to tenths of a logit; those of `weights/title.tsv` if not given.
    """
    if body and body[0]:
        return 0 if _clean_title(lines, body) else None
    first, possible = _candidates(lines, body)
    if first <= _TOP and first < len(lines) and 0 in possible:
        lead = {*_LONG.findall(lines[first].folded)}
        again = {i: _told_again(lines[i], lead) for i in possible}
        sure = again[0] >= _REPEATED
        slogan = not again[0] and max(again.values()) >= _REPEATED
        if not slogan and _heads_text(lines[:first], sure=sure):
            return 0
    if len(possible) < 2:  # no choice, whatever speaks for it
        return next((i for i in possible if i < first or _above_text(lines, i)), None)
    if weights is None:
        weights = column("title", "weight")
    seen = Counter([line.key for line in lines])
    scores = {i: told(weights, _own(lines[i], i, first, seen)) for i in possible}
    least = max(scores.values()) - _BEHIND
    worth = [i for i, score in scores.items() if score >= least]
    if len(worth) > 1:
        near = _Near(lines, worth[0], worth[-1])
        for i in worth:
            scores[i] += told(weights, _beside(lines, i, near))
        two, one = sorted([scores[i] for i in worth])[-2:]
        if one - two <= _SAID:
            for i, names in _in_text(lines, body, first, worth):
                scores[i] += told(weights, names)
    best = max(worth, key=lambda i: scores[i])
    best = _above_author(lines, best, possible)
    title = title_above(lines, best)
    return best if title != best and _motto(lines, body, first, title, best) else title


def _motto(lines: Sequence[Line], body: Sequence[bool], first: int, above: int, title: int) -> bool:
    """Whether the text has words of a title, and none of the line above, as of a site's motto."""
    one, two = (set(_WORD.findall(lines[i].folded)) for i in (above, title))
    lead = _lead_words(lines, body, first, one | two)
    return lead.keys().isdisjoint(one) and not lead.keys().isdisjoint(two)


def _above_author(lines: Sequence[Line], i: int, possible: Sequence[int]) -> int:
    """Line `i`, or the title right above it if it names an author and a day stands below."""
    signed = i + 1 < len(lines) and lines[i + 1].family == "timestamp"
    titled = signed and i - 1 in possible and _titled(lines[i - 1])
    return i - 1 if titled and names_author(lines[i]) else i


def title_above(lines: Sequence[Line], i: int) -> int:
    """The title right above line `i` if that is its standfirst; one line that says how old the
    article is may stand between. Else `i`."""
    title = i - 2 if i > 2 and _old(lines[i - 1]) else i - 1
    return title if title > 0 and _below(lines[title - 1], lines[title], lines[i]) else i


def _old(line: Line) -> bool:
    """As in "This article is more than 1 month old"."""
    return line.family == "timestamp" and line.rule == "boilerplate.start" and not line.dates


def _below(above: Line, title: Line, line: Line) -> bool:
    """Whether a line is a sentence without a stop below a title that a menu ends above."""
    if not _titled(title) or title.dates or title.text[0].islower():
        return False
    menu = above.words == _FEWEST and capitals(above.text) > 3  # "In Your Area"
    short = above.words < _FEWEST or menu
    if not above.family and (not short or capitals(title.text) > 1):
        return False
    again = title.key in line.folded or line.key in title.folded
    return min(title.words, line.words) >= _SURE and capitals(line.text) < 2 and not again


def _heads_text(head: Sequence[Line], *, sure: bool) -> bool:
    """Whether the first line is a title, and those below it are a head's, not a page's.

    Args:
        sure: the text says words of it again, so that a short one names no site.
    """
    line = head[0]
    if line.family or line.dates or line.text[0].islower() or line.text.isupper():
        return False
    if _STOP.search(line.text[-8:]) or not _HEAD.issuperset([one.family for one in head]):
        return False
    great = capitals(line.text)
    least = _SURE if great and not sure else _FEWEST
    return line.words >= least and (great < 4 or line.words < _MENU)


def _told_again(line: Line, lead: set[str]) -> int:
    """How many of the long words of the text's first paragraph a line has."""
    return len(lead.intersection(_LONG.findall(line.folded)))


def _above_text(lines: Sequence[Line], i: int) -> bool:
    """Whether a line that was taken for text is a title right above a paragraph."""
    return _titled(lines[i]) and i + 1 < len(lines) and tells(lines[i + 1], PARAGRAPH)


def _clean_title(lines: Sequence[Line], body: Sequence[bool]) -> bool:
    """Whether a text that is all body begins with its title."""
    line = lines[0]
    head = [one for one in lines[1 : 1 + _BEFORE] if one.key != line.key]  # it may come again
    below = [one for one in head if one.family not in _BETWEEN][:2]
    return (
        any(one.words > line.words for one in below)
        and 2 <= line.words <= 20
        and not line.family
        and not line.text[0].islower()
        and _STOP.search(line.text[-8:]) is None
        and not is_bullet(line)
    )


def title_features(lines: Sequence[Line], body: Sequence[bool]) -> Iterator[tuple[int, list[str]]]:
    """Lines that could be the headline, each with the evidence there."""
    first, possible = _candidates(lines, body)
    if not possible:
        return
    seen = Counter([line.key for line in lines])
    near = _Near(lines, possible[0], possible[-1])
    for i, names in _in_text(lines, body, first, possible):
        yield i, [*_own(lines[i], i, first, seen), *_beside(lines, i, near), *names]


def _candidates(lines: Sequence[Line], body: Sequence[bool]) -> tuple[int, list[int]]:
    """The first line of the body, and the lines around it that could be the headline."""
    first = next((i for i, kept in enumerate(body) if kept), len(lines))
    top = range(max(0, first - _FAR), min(first + _INTO, len(lines)))
    possible = [i for i in top if _possible(lines[i], i < first)]
    possible = [i for i in possible if not filled_in(lines, i)] or possible
    if possible and possible[-1] >= first and sum(map(_time, lines)) >= _ENTRIES:
        possible = [i for i in possible if i < first or not i or not _time(lines[i - 1])]
    return first, possible


def filled_in(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` is one of several labelled ones in a row ("Country: …", "Status: …"), and
    its label is no headline's ("Subject: …")."""
    if not _LABELLED.match(lines[i].text):
        return False
    if lines[i].folded.partition(":")[0] in families(LANGUAGES).labels:
        return False
    row = 1
    for step in (-1, 1):
        k = i + step
        while 0 <= k < len(lines) and _LABELLED.match(lines[k].text):
            row += 1
            k += step
    return row >= _ROW


def _time(line: Line) -> bool:
    """Whether the line is a time of today, as it stands above each entry of a liveblog."""
    return line.family == "timestamp" and not line.dates


def _in_text(
    lines: Sequence[Line], body: Sequence[bool], first: int, possible: Sequence[int]
) -> Iterator[tuple[int, list[str]]]:
    """For each of `possible` how often its words stand in the text."""
    words = {i: set(_WORD.findall(lines[i].folded)) for i in possible}
    lead = _lead_words(lines, body, first, set().union(*words.values()))
    shares = {
        i: sum([min(lead[word], 3) for word in of_line]) / len(of_line) if of_line else -1.0
        for i, of_line in words.items()
    }
    strongest = max(shares.values())
    for i, share in shares.items():
        name = "share." + ("none" if share < 0 else str(min(int(share * 3), 7)))
        yield i, [name, "strongest"] if share == strongest and share > 0 else [name]


def _lead_words(
    lines: Sequence[Line], body: Sequence[bool], first: int, wanted: AbstractSet[str]
) -> Counter[str]:
    """How often the words asked for stand in the paragraphs at the head of the body."""
    lead: list[str] = []
    for i in range(first, len(lines)):
        if body[i] and lines[i].words > 12:
            lead += _WORD.findall(lines[i].folded)
            if len(lead) > _LEAD:
                break
    return Counter([word for word in lead if word in wanted])


def _possible(line: Line, above: bool) -> bool:
    if not 1 <= line.words <= _WORDS or line.family in _NEVER:
        return False
    if is_bullet(line) or line.key.isdigit():
        return False
    return above or _STOP.search(line.text[-8:]) is None


def _own(line: Line, i: int, first: int, seen: Counter[str]) -> list[str]:
    """What the form of line `i` and its place above the body say."""
    text, last = line.text, line.text[-1]
    found = [
        _HIGHER[first - i] if i < first else f"inside.{i - first}",
        _SIZES[line.words],
        "family." + (line.family or "none"),
        "end." + ("word" if last.isalnum() else last if last in ".?!:)…" else "other"),
        _SEEN[min(seen[line.key], 3)],
    ]
    if i == 0:
        found.append("first_line")
    if line.dates:
        found.append("dated")
    if text[0].isdigit():
        found.append("digit")
    if text[0].islower():
        found.append("lower")
    if line.words > 1:
        found.append(f"capitals.{capitals(text)}")
    if "|" in text:
        found.append("bar")
    if text.isupper():
        found.append("upper")
    return found


class _Near:
    """The lines around the first to the last that could be the headline, as one text.

    What is not in it needs no look at lines.
    """

    def __init__(self, lines: Sequence[Line], first: int, last: int) -> None:
        self._first = max(0, first - _BEFORE)
        near = lines[self._first : last + 1 + _BELOW]
        self._text = "\n".join([line.folded for line in near])
        self._starts = [0, *itertools.accumulate(len(line.folded) + 1 for line in near)]

    def holds(self, key: str, first: int, last: int) -> bool:
        """Whether `key` stands somewhere in the lines [first, last)."""
        starts = self._starts
        begin = max(first - self._first, 0)
        end = min(last - self._first, len(starts) - 1)
        return begin < end and self._text.find(key, starts[begin], starts[end]) >= 0


def _beside(lines: Sequence[Line], i: int, near: _Near) -> Iterator[str]:
    line = lines[i]
    key, longer = line.key, len(line.key)
    below = [one for one in lines[i + 1 : i + 5] if one.key != key]
    for one in below[:1]:
        yield "next." + (one.family or ("long" if one.words > 14 else "short"))
    for family in sorted({one.family for one in below} & _AFTER):
        yield "soon." + family
    if any(one.dates for one in below):
        yield "soon.dated"
    yield f"block.{_block(lines, i)}"
    if i and lines[i - 1].key != key and _titled(lines[i - 1]):
        yield "under.title"
    if below and below[0] is lines[i + 1] and _titled(below[0]):
        yield "over.title"
    above = lines[max(0, i - _BEFORE) : i] if near.holds(key, i - _BEFORE, i) else []
    under = lines[i + 1 : i + _BELOW] if near.holds(key, i + 1, i + _BELOW) else []
    if i:
        last = lines[i - 1]
        yield "last." + (last.family or ("long" if last.words > 14 else "short"))
    if line.words > 2:
        if any(len(one.folded) > longer and key in one.folded for one in above[-6:]):
            yield "within.above"
        if any(len(one.folded) > longer and key in one.folded for one in under):
            yield "within.below"
    if any(one.key == key for one in above):
        yield "again.above"
    if any(one.key == key for one in under[: _AGAIN - 1]):
        yield "again.below"


def _block(lines: Sequence[Line], i: int) -> int:
    """How many lines right above have no known wording, up to `_BLOCK`."""
    return next((n for n in range(min(i, _BLOCK)) if lines[i - n - 1].family), min(i, _BLOCK))


def _titled(line: Line) -> bool:
    return not line.family and line.words in _TITLE and _STOP.search(line.text[-8:]) is None
