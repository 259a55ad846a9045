"""ISO dates: 2024-03-16 and nothing else."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

import attrs

import corpuskit
from corpuskit import Article, DateMention, Layers, Provenance, Span


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)", re.ASCII)


@attrs.frozen(kw_only=True, slots=False)
class IsoDates(corpuskit.Extractor):
    name = "iso-dates"
    provides = (DateMention,)
    replaces = ("dates",)

    def __call__(self, article: Article, layers: Layers) -> Iterator[corpuskit.Annotation]:
        for _, start, end in layers.scan.zones:
            for match in _pattern().finditer(layers.scan.raw, start, end):
                try:
                    day = dt.date.fromisoformat(match.group())
                except ValueError:
                    layers.reject(*match.span(), "iso_dates.day", "no day of the calendar")
                    continue
                yield DateMention(
                    span=Span(*match.span()),
                    type="DATE",
                    value=match.group(),
                    start=day,
                    end=day,
                    precision="day",
                    basis="explicit",
                    provenance=Provenance("iso_dates.day"),
                )
