"""Daily tolls: each count of killed with the nearest resolved day of its sentence."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

import corpuskit
from corpuskit import Article, Casualty, DateMention, Layers, Provenance, Span


@attrs.frozen(kw_only=True)
class DailyToll(corpuskit.Annotation):
    """A count and the day it belongs to; None where the sentence names none."""

    span: Span
    killed: int | None
    day: dt.date | None = None
    day_span: Span | None = None


@attrs.frozen(kw_only=True, slots=False)
class DailyTolls(corpuskit.Extractor):
    name = "daily-tolls"
    provides = (DailyToll,)
    requires = (Casualty, DateMention)

    def __call__(self, article: Article, layers: Layers) -> Iterator[corpuskit.Annotation]:
        days = [d for d in layers[DateMention] if d.precision == "day" and d.start == d.end]
        for count in layers[Casualty]:
            if count.kind != "killed":
                continue
            sentence = layers.scan.sentence_at(count.span.start)
            best = _nearest(days, count.span.start)
            if best and not (sentence and sentence.start <= best.span.start < sentence.end):
                best = None
            yield DailyToll(
                span=count.span,
                killed=count.best,
                day=best.start if best else None,
                day_span=best.span if best else None,
                provenance=Provenance("daily_tolls.nearest_day"),
            )


def _nearest(days: Sequence[DateMention], offset: int) -> DateMention | None:
    at = bisect.bisect_left(days, offset, key=lambda day: day.span.start)
    near = days[max(0, at - 1) : at + 1]
    return min(near, key=lambda day: abs(day.span.start - offset), default=None)
