"""Dates: which of the full dates on a page is its day of publication, by `weights/date.tsv`."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.lines import PAGE_RULE, Line
from corpuskit_boilerplate.page.order import NumericOrder, settled
from corpuskit_boilerplate.page.stamps import FoundDate
from corpuskit_boilerplate.weights import column, steps, told

__all__ = ["NO_DATE", "Stamp", "can_stamp", "date_features", "is_labelled", "label_in", "stamped"]

_PUBLISHED = re.compile(
    r"(?:publish|post|releas|issued|written|veröffentlicht|erstellt|publicad|stand\b|"
    r"\bon:?\s*$|\bby\b)"
)
_UPDATED = re.compile(
    r"(?:last\s)?(?:updat|modif|revis|edited|aktualisiert|geändert|actualizad|review)"
)
_EVENT = re.compile(
    r"(?:copyright|©|effective|expires?|deadline|starts?|until|born|founded|accessed)"
)

_ELSE = frozenset(["caption", "document_mark"])

_FAR = 20  # days from which a date is of another time
_MOST = 16
_SENTENCE = 12  # words of a line that ends as a sentence does and can be a stamp all the same
_STAMP = 5  # of a line of the text: "Published on 3 May 2031."
_SIZES = steps("words", (0, 5, 9, _MOST), _MOST)  # of its line

NO_DATE = "no_date"
"""The row of a table that a date has to exceed."""


class Stamp(NamedTuple):
    """A date on a line.

    Attributes:
        line: the line's index.
        found: the date.
        updated: whether it is said to be an update's.
        sure: whether it is told which of its figures is the day.
    """

    line: int
    found: FoundDate
    updated: bool
    sure: bool = True


def stamped(
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int | None,
    weights: Mapping[str, int] | None = None,
    order: NumericOrder | None = None,
    languages: tuple[str, ...] = LANGUAGES,
) -> tuple[Stamp | None, Stamp | None]:
    """The stamp of publication and that of the last update; None where there is none.

    Args:
        weights: feature to tenths of a logit; those of `weights/date.tsv` if not given.
        order: how "3/4/2031" is read, if that is known.
    """
    if weights is None:
        weights = column("date", "weight")
    best, best_sum = None, weights.get(NO_DATE, 0)
    updated: Stamp | None = None
    if not any(line.dates for line in lines):
        return None, None
    for stamp, names in date_features(lines, body, headline, order, languages):
        score = told(weights, names)
        if score > best_sum:
            best, best_sum = stamp, score
        if stamp.updated and updated is None and not body[stamp.line]:
            updated = stamp
    return best, updated


def date_features(
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int | None,
    order: NumericOrder | None = None,
    languages: tuple[str, ...] = LANGUAGES,
) -> Iterator[tuple[Stamp, list[str]]]:
    """Every dated line's dates, each with the evidence that it is the day of publication."""
    first = next((i for i, kept in enumerate(body) if kept), len(lines))
    last = max((i for i, kept in enumerate(body) if kept), default=0)
    rows = [
        row
        for row in settled(lines, order, languages)
        if can_stamp(lines[row.line], kept=body[row.line])
    ]
    dated = [(row.line, row.found) for row in rows]
    times = Counter(found.date for _, found in dated)
    top = [found.date for i, found in dated if _zone(i, headline, first, last).startswith("head")]
    below = _below(dated)
    seen: set[dt.date] = set()
    for place, (i, found, sure) in enumerate(rows):
        line = lines[i]
        label, updated = _label(lines, i, found)
        zone = _zone(i, headline, first, last)
        names = [
            "zone." + zone,
            "label." + label,
            f"{zone.partition('.')[0]}.{label}",
            "kept" if body[i] else "furniture",
            "family." + (line.family or "none"),
            _SIZES[min(line.words, _MOST)],
            f"order.{min(place, 4)}",
            f"times.{min(times[found.date], 3)}",
            *_rank(found.date, top, times),
            *_far(found.date, label, times, below[i]),
        ]
        if found.date in seen:
            names.append("again")
        if found.ambiguous:
            names.append("ambiguous")
        if any(one.family == "byline" for one in lines[max(0, i - 2) : i + 3]):
            names.append("near.byline")
        if any(one.family in ("share", "read_time") for one in lines[max(0, i - 2) : i + 3]):
            names.append("near.share")
        if any(one.family == "comments" for one in lines[max(0, i - 6) : i]):
            names.append("near.comments")
        seen.add(found.date)
        yield Stamp(i, found, updated, sure), names


def can_stamp(line: Line, *, kept: bool = False) -> bool:
    """Captions tell when a picture was taken, sentences when something happened, prints when.

    Args:
        kept: whether it is a line of the text, where few words are a sentence.
    """
    most = _STAMP if kept else _SENTENCE
    if line.family in _ELSE and line.rule != PAGE_RULE:  # a paper's head tells its day
        return False
    return line.words <= most or line.text[-1] not in '.)"”’'


def _below(dated: Sequence[tuple[int, FoundDate]]) -> dict[int, tuple[dt.date, dt.date]]:
    """For each dated line the earliest and the latest date on the lines below it."""
    found = {}
    first, last = dt.date.max, dt.date.min
    for i, some in itertools.groupby(reversed(dated), key=lambda row: row[0]):
        found[i] = first, last
        days = [one.date for _, one in some]
        first, last = min(first, *days), max(last, *days)
    return found


def _far(
    date: dt.date, label: str, times: Counter[dt.date], below: tuple[dt.date, dt.date]
) -> Iterator[str]:
    """Whether the page has older dates, such as comments from before an update, or newer ones."""
    first, last = below
    older = "below" if (date - first).days > _FAR else "above"
    newer = "below" if (last - date).days > _FAR else "above"
    yield f"older.{older if (date - min(times)).days > _FAR else 'none'}.{label}"
    yield f"newer.{newer if (max(times) - date).days > _FAR else 'none'}"


def _zone(i: int, headline: int | None, first: int, last: int) -> str:
    if headline is not None and i >= headline - 1 and i < first:
        return "head." + str(min(max(i - headline, -1), 8))
    if i < first:
        return "top.near" if first - i < 12 else "top.far"
    if i <= last:
        return "in." + ("start" if i - first < 4 else "end" if last - i < 4 else "middle")
    return "below." + ("near" if i - last < 6 else "mid" if i - last < 20 else "far")


def _label(lines: Sequence[Line], i: int, found: FoundDate) -> tuple[str, bool]:
    line = lines[i]
    before = line.folded[: found.start - line.start][-30:]
    if not before.strip() and i and lines[i - 1].words <= 5:
        before = lines[i - 1].folded[-30:]
    if _EVENT.search(before):
        return "event", False
    updated = list(_UPDATED.finditer(before))
    published = list(_PUBLISHED.finditer(before))
    if updated and (not published or published[-1].start() < updated[-1].start()):
        return ("last_updated" if "last" in before else "updated"), True
    return ("published" if published else "none"), False


def is_labelled(lines: Sequence[Line], stamp: Stamp) -> bool:
    """Whether the stamp is said to be that of publication or of an update."""
    return _label(lines, stamp.line, stamp.found)[0] not in ("none", "event")


def label_in(folded: str) -> int | None:
    """Where a word that labels a day of publication or of an update begins; None if there is none.

    What stands before is no part of the label; a name can.
    """
    found = [match.start() for one in (_PUBLISHED, _UPDATED) if (match := one.search(folded))]
    return min(found, default=None)


def _rank(date: dt.date, top: Sequence[dt.date], times: Counter[dt.date]) -> Iterator[str]:
    if top:
        if date == min(top):
            yield "earliest.head"
        if date == max(top):
            yield "latest.head"
    else:
        yield "no.head"
    if date == max(times):
        yield "latest"
    if len(times) == 1:
        yield "only"
