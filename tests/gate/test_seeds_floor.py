"""Floors on the seeds: the figures that may not fall, and a planted fault under each."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable

import attrs
import pytest
from seeds_score import Tally, installed, score
from seeds_texts import Document, originals, specimens

from corpuskit import (
    Article,
    Block,
    Casualty,
    DateMention,
    Failure,
    Furniture,
    Published,
    Quotation,
    Result,
    Span,
)

Results = tuple[Result, ...]
Spoil = Callable[[Results], Results]


@attrs.frozen
class Floor:
    """What must be reached: a share of the wanted (or an F1), and how many extra at most."""

    share: float = 1.0
    extra: int = 0
    f1: float = 0.0

    def fallen(self, tally: Tally) -> bool:
        """Whether a tally lies below."""
        return tally.share < self.share or tally.extra > self.extra or tally.f1 < self.f1


FLOORS = {
    "articles": Floor(),
    "boundaries": Floor(),
    "rebuild": Floor(),
    "delivered": Floor(),
    "furniture": Floor(),
    "labels": Floor(),
    "body": Floor(),
    "headline": Floor(),
    "dateline": Floor(),
    "published_text": Floor(),
    "published_caller": Floor(),
    "published_unknown": Floor(),
    "dates_spans": Floor(share=0, extra=99, f1=0.95),
    "dates_values": Floor(share=0.95),
    "undated_spans": Floor(share=0, extra=99, f1=0.95),
    "undated_values": Floor(share=0.95),
    "casualties": Floor(),
    "direct_spans": Floor(),
    "direct_mentions": Floor(share=25 / 28),
    "direct_speakers": Floor(share=25 / 28),
}

GAPS: dict[tuple[str, str], Floor] = {}
"""What is known to be missing: set and aspect to what must be reached all the same."""

SETS = {"specimens": specimens, "originals": originals}


@functools.cache
def documents(name: str) -> tuple[Document, ...] | str:
    """The texts of a set, or why they are not here."""
    try:
        return SETS[name]()
    except FileNotFoundError as error:
        return str(error)


@functools.cache
def tallies(name: str) -> dict[str, Tally]:
    """The figures of a set, as installed."""
    return score(_here(name))


def _here(name: str) -> tuple[Document, ...]:
    found = documents(name)
    if isinstance(found, str):
        pytest.skip(found)
    return found


@pytest.mark.parametrize("aspect", FLOORS)
@pytest.mark.parametrize("name", SETS)
def test_floor(name, aspect):
    tally = tallies(name)[aspect]
    said = f"{tally.right} of {tally.wanted}, {tally.extra} extra"
    floor = GAPS.get((name, aspect), FLOORS[aspect])
    assert not floor.fallen(tally), "\n".join([said, *tally.faults])


def test_every_aspect_has_a_floor():
    assert set(tallies("specimens")) == set(FLOORS)


# --- planted faults: each must turn its floor red ------------------------------------------


def on_article(change: Callable[[Article], Article]) -> Spoil:
    return lambda results: tuple(attrs.evolve(r, article=change(r.article)) for r in results)


def on_layer(layer: type, change: Callable[[Result, tuple], tuple]) -> Spoil:
    def spoil(results: Results) -> Results:
        return tuple(
            attrs.evolve(r, layers={**r.layers, layer: change(r, r.layers[layer])}) for r in results
        )

    return spoil


def failing(results: Results) -> Results:
    failure = Failure(plugin="x", version="0", article="", error="ValueError")
    return tuple(attrs.evolve(r, failures=(failure,)) for r in results)


def cut_in_two(results: Results) -> Results:
    """A false cut in the last article."""
    *others, last = results
    span = last.article.span
    half = (span.start + span.end) // 2
    first = attrs.evolve(last.article, span=Span(span.start, half), body=())
    second = attrs.evolve(last.article, span=Span(half, span.end), body=())
    return (*others, attrs.evolve(last, article=first), attrs.evolve(last, article=second))


def shift_start(article: Article) -> Article:
    return attrs.evolve(article, span=Span(article.span.start + 1, article.span.end))


def without_furniture(article: Article) -> Article:
    return attrs.evolve(article, furniture=article.furniture[1:])


def unlabelled(article: Article) -> Article:
    other = tuple(Furniture("other", piece.span) for piece in article.furniture)
    return attrs.evolve(article, furniture=other)


def clipped(article: Article) -> Article:
    """The last body block loses its last character."""
    *blocks, last = article.body
    shorter = Block(Span(last.span.start, last.span.end - 1))
    return attrs.evolve(article, body=(*blocks, shorter))


def longer_headline(article: Article) -> Article:
    if article.headline is None:
        return article
    longer = Span(article.headline.start, article.headline.end + 1)
    return attrs.evolve(article, headline=longer)


def without_dateline(article: Article) -> Article:
    return attrs.evolve(article, dateline=None)


def dated(article: Article) -> Article:
    return attrs.evolve(article, published=Published(dt.date(1999, 1, 1), "stamp"))


def drop(row: tuple) -> tuple:
    return row[: len(row) // 2]


def shifted(_: Result, found: tuple[DateMention, ...]) -> tuple:
    return tuple(attrs.evolve(d, span=Span(d.span.start, d.span.end + 1)) for d in found)


def wrong_days(_: Result, found: tuple[DateMention, ...]) -> tuple:
    days = dt.timedelta(days=7)
    return tuple(
        attrs.evolve(d, value="1999-01-01", start=d.start and d.start - days) for d in found
    )


def counted_trap(result: Result, found: tuple[Casualty, ...]) -> tuple:
    """The first figure of the text, or its first letter, becomes a count of the dead."""
    raw, span = result.article.source.raw, result.article.span
    place = next((i for i in range(span.start, span.end) if raw[i].isdigit()), span.start)
    at = Span(place, place + 1)
    return (*found, Casualty(span=at, trigger_span=at, kind="killed", low=1, high=1))


def whole_parts(_: Result, found: tuple[Casualty, ...]) -> tuple:
    """ "two officers" counts as a loss of its own."""
    return tuple(attrs.evolve(c, scope="event") for c in found)


def zero_for_unknown(_: Result, found: tuple[Casualty, ...]) -> tuple:
    return tuple(attrs.evolve(c, high=c.high or 0) for c in found)


def all_direct(_: Result, found: tuple[Quotation, ...]) -> tuple:
    return tuple(attrs.evolve(q, mode="direct") for q in found)


def unsaid(_: Result, found: tuple[Quotation, ...]) -> tuple:
    return tuple(attrs.evolve(q, speaker_span=None, speaker=None) for q in found)


PLANTED: dict[str, tuple[str, Spoil]] = {
    "a false cut": ("articles", cut_in_two),
    "a boundary one off": ("boundaries", on_article(shift_start)),
    "a plugin that fails": ("delivered", failing),
    "text that nothing labels": ("rebuild", on_article(clipped)),
    "a furniture line gone": ("furniture", on_article(without_furniture)),
    "a label that says nothing": ("labels", on_article(unlabelled)),
    "a body line clipped": ("body", on_article(clipped)),
    "a headline one too long": ("headline", on_article(longer_headline)),
    "a dateline gone": ("dateline", on_article(without_dateline)),
    "another publication date": ("published_text", on_article(dated)),
    "the caller overruled": ("published_caller", on_article(dated)),
    "a date guessed": ("published_unknown", on_article(dated)),
    "half the dates": ("dates_spans", on_layer(DateMention, lambda r, f: drop(f))),
    "dates one too long": ("undated_spans", on_layer(DateMention, shifted)),
    "dates a week off": ("dates_values", on_layer(DateMention, wrong_days)),
    "undated ones resolved": ("undated_values", on_layer(DateMention, wrong_days)),
    "a casualty of a trap": ("casualties", on_layer(Casualty, counted_trap)),
    "a part as a whole": ("casualties", on_layer(Casualty, whole_parts)),
    "0 for unknown": ("casualties", on_layer(Casualty, zero_for_unknown)),
    "scare quotes called direct": ("direct_spans", on_layer(Quotation, all_direct)),
    "half the quotes": ("direct_spans", on_layer(Quotation, lambda r, f: drop(f))),
    "nobody speaks": ("direct_mentions", on_layer(Quotation, unsaid)),
    "nobody is named": ("direct_speakers", on_layer(Quotation, unsaid)),
}


@functools.cache
def results(document: Document, published: dt.date | None) -> Results:
    """Run once, spoilt many times."""
    return installed(document, published)


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_turns_the_floor_red(fault):
    aspect, spoil = PLANTED[fault]
    texts = _here("specimens")
    sound = score(texts, results)[aspect]
    spoilt = score(texts, lambda document, published: spoil(results(document, published)))[aspect]
    assert FLOORS[aspect].fallen(spoilt)
    assert (spoilt.right, -spoilt.extra) < (sound.right, -sound.extra) or spoilt.extra > sound.extra


def test_every_floor_has_a_planted_fault():
    assert {aspect for aspect, _ in PLANTED.values()} == set(FLOORS)
