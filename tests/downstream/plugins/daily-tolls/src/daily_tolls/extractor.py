"""Daily tolls: each count of killed with the nearest resolved day of its sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

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
            near = [
                day for day in days if sentence and sentence.start <= day.span.start < sentence.end
            ]
            best = min(near, key=lambda d: abs(d.span.start - count.span.start), default=None)
            yield DailyToll(
                span=count.span,
                killed=count.best,
                day=best.start if best else None,
                day_span=best.span if best else None,
                provenance=Provenance("daily_tolls.nearest_day"),
            )
