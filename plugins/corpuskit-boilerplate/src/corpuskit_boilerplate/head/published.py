"""Published: which of the dates on a page is the day of publication, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from corpuskit import Published, Span
from corpuskit_boilerplate.head.dates import Stamp, can_stamp, is_labelled, stamped
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.lines import Line, all_dates
from corpuskit_boilerplate.page.opening import opening
from corpuskit_boilerplate.page.order import NumericOrder
from corpuskit_boilerplate.page.stamps import ago_in
from corpuskit_boilerplate.page.week import weekdays_in

__all__ = ["publication"]

_HEAD = 8  # lines under a headline where the stamp stands
_LEAD = 3  # paragraphs that can carry the weekday of publication


def publication(
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int | None,
    captured: dt.datetime | None,
    languages: tuple[str, ...] = LANGUAGES,
    order: NumericOrder | None = None,
) -> tuple[Published | None, Published | None]:
    """When it was published and when updated; None where the text does not say.

    A stamp in figures that can be read in two orders says it only if the order is told.
    """
    first, last = stamped(lines, body, headline, order=order, languages=languages)
    updated = None if last is None else _said(last)
    if first is not None and _of_others(first, lines, body, headline):
        first = None
    if first is None and last is not None and _heads(last, lines, body, headline):
        first = last
    if first is not None:
        return _said(first), updated
    said = (
        _relative(lines, body, captured, languages)
        or _in_dateline(lines, body, languages)
        or _by_weekday(lines, body, languages)
    )
    return said, updated


def _heads(stamp: Stamp, lines: Sequence[Line], body: Sequence[bool], headline: int | None) -> bool:
    """Whether an update's stamp, the only date of the heading, stands right under the headline.

    Flattened news pages that show one stamp show the last one, which is nearly always that day.
    """
    if headline is None or not headline < stamp.line <= headline + _HEAD:
        return False
    text = next((i for i in range(headline, len(lines)) if body[i]), len(lines))
    others = [i for i in range(headline, text) if i != stamp.line and can_stamp(lines[i])]
    return stamp.line < text and all(
        found.date == stamp.found.date for i in others for found in lines[i].dates
    )


def _of_others(
    stamp: Stamp, lines: Sequence[Line], body: Sequence[bool], headline: int | None
) -> bool:
    """Whether a bare stamp below the text is another article's: this one says how old it is."""
    if headline is None or is_labelled(lines, stamp) or True in body[stamp.line :]:
        return False
    last = next((i for i in range(stamp.line, headline, -1) if body[i]), headline)
    return any(line.rule == "boilerplate.ago" for line in lines[headline:last])


def _said(stamp: Stamp) -> Published | None:
    if not stamp.sure:
        return None
    return Published(stamp.found.date, "stamp", Span(stamp.found.start, stamp.found.end))


def _relative(
    lines: Sequence[Line],
    body: Sequence[bool],
    captured: dt.datetime | None,
    languages: tuple[str, ...],
) -> Published | None:
    if captured is None:
        return None
    for line, kept in zip(lines, body, strict=True):
        if kept:
            return None
        if line.family == "timestamp":
            ago = ago_in(line.folded, 0, len(line.folded), languages)
            if ago is not None:
                return Published((captured - ago).date(), "captured", Span(line.start, line.end))
    return None


def _in_dateline(
    lines: Sequence[Line], body: Sequence[bool], languages: tuple[str, ...]
) -> Published | None:
    """The full date of the dateline that the text opens with: "KARN, Aug. 14, 2031 (Wire) - "."""
    first = next((line for line, is_body in zip(lines, body, strict=True) if is_body), None)
    if first is None or not first.years:
        return None
    place = opening(first.text)
    if place is None:
        return None
    for date in all_dates(first, languages):
        if not date.ambiguous and date.start - first.start < place.told:
            return Published(date.date, "dateline", Span(date.start, date.end))
    return None


def _by_weekday(
    lines: Sequence[Line], body: Sequence[bool], languages: tuple[str, ...]
) -> Published | None:
    """A bare weekday in the lead and one full date in the body that falls on it."""
    kept = [line for line, is_body in zip(lines, body, strict=True) if is_body]
    found: dict[dt.date, Span] = {}
    for line in kept:
        for date in all_dates(line, languages) if line.years else ():
            if not date.ambiguous:
                found.setdefault(date.date, Span(date.start, date.end))
    if not found:
        return None
    days = {day for line in kept[:_LEAD] for day in weekdays_in(line.folded, languages)}
    agreeing = [day for day in found if day.weekday() in days]
    if len(agreeing) == 1 and agreeing[0] == max(found):
        return Published(agreeing[0], "weekday", found[agreeing[0]])
    return None
