"""Samples: pages, files and results that the kit brings along, about invented places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from corpuskit import (
    Argument,
    Article,
    Block,
    Casualty,
    DateMention,
    Entity,
    Event,
    Interval,
    Provenance,
    Published,
    Quotation,
    Result,
    Source,
    Span,
    content_id,
)
from corpuskit.testing._texts import NEWS, PUBLISHED

__all__ = ["PAGES", "default_files", "many_results", "news_sources", "sample_results"]

PAGES: tuple[str, ...] = (
    "Home | World | Business | Sport\n\nStorm cuts off two villages in Averland\n"
    "Updated 2 hours ago\n\nPORT ELSEN: A storm cut off two villages on Sunday night, the "
    "governor's office said.\n\nA road under water near Mirsk. Photo: Averland Press\n\nRescuers "
    "reached the first of them at noon. “Nobody is hurt,” said Mayor Ines Dahl.\n\n"
    "Read more: Storm season starts early\nSubscribe now for 4.99 a month\n© 2024 Averland Press\n",
    "Storm cuts off two villages\r\n\r\nBy Tomas Reyk\r\nMarch 17, 2024\r\n\r\nA storm cut off two "
    "villages on Sunday.\r\n\r\n" + "\r\n\r\n".join(text for _, text in NEWS) + "\r\n",
    *(text for _, text in NEWS),
)


def news_sources() -> tuple[Source, ...]:
    """The kit's news as sources, with a publication date, and one without."""
    dated = tuple(Source(raw=text, published=PUBLISHED) for _, text in NEWS)
    return (*dated, Source(raw=NEWS[0].text))


def default_files(suffix: str) -> dict[str, bytes]:
    """Plain text files with all that a careless reader changes."""
    return {
        f"crlf{suffix}": "Two killed.\r\n\r\n“We know,” he said.\r\n".encode(),
        f"mark{suffix}": "\ufeffTwo killed \u00a0 on Monday.\n\n\n\tNo more is known. \n".encode(),
        f"odd{suffix}": "Deux\u2028tués à Mirsk\x85😀 İ\x0c\n".encode(),
    }


_TOLD = (
    ("Seven soldiers were killed in Mirsk on 16 March 2024 by the Northern Front.", "ASSAULT", 7),
    ("The Northern Front killed nine soldiers in Mirsk on 16 March 2024.", "ASSAULT", 9),
    ("Nurses protested in Port Elsen on 15 March 2024.", "PROTEST", None),
    ("On 15 March 2024 nurses protested in Port Elsen, and police watched.", "PROTEST", None),
    ("Two men were killed in Varda on 3 March 2024.", "ASSAULT", 2),
)
_WORDS = {7: "Seven soldiers", 9: "nine soldiers", 2: "Two men"}


def sample_results() -> tuple[Result, ...]:
    """Five articles about three events, two of them told twice with another count."""
    return tuple(_result(Source(raw=text, id=f"story-{n}"), *_TOLD[n]) for n, (text, _, _) in
                 enumerate(_TOLD))  # fmt: skip


def many_results(count: int, *, spread: bool) -> tuple[Result, ...]:
    """The same told `count` times, in sources of their own, on one day or spread over days."""
    found = []
    for n in range(count):
        text, type_, best = _TOLD[n % len(_TOLD)]
        source = Source(raw=text + " " * (n // len(_TOLD)), id=f"copy-{n}")
        found.append(_result(source, text, type_, best, days=n // 10 if spread else 0))
    return tuple(found)


def _at(raw: str, *words: str) -> Span | None:
    for word in words:
        start = raw.find(word)
        if start >= 0:
            return Span(start, start + len(word))
    return None


def _argument(raw: str, *names: str) -> Argument | None:
    span = _at(raw, *names)
    return Argument(span.of(raw), span) if span is not None else None


def _result(source: Source, text: str, type_: str, best: int | None, days: int = 0) -> Result:
    raw = source.raw
    span = Span(0, len(text))
    article = Article(
        source=source,
        span=span,
        body=(Block(span),),
        published=Published(dt.date(2024, 3, 17), "caller"),
    )
    when = _at(raw, "16 March 2024", "15 March 2024", "3 March 2024") or span
    day = dt.date(2024, 3, int(when.of(raw).split()[0])) + dt.timedelta(days)
    trigger = _at(raw, "killed", "protested") or span
    date = DateMention(
        span=when, type="DATE", value=day.isoformat(), start=day, end=day, precision="day",
        provenance=Provenance("kit.date"),
    )  # fmt: skip
    counts: Sequence[Casualty] = ()
    if best is not None:
        who = _at(raw, _WORDS[best]) or span
        counts = (
            Casualty(
                span=who, kind="killed", trigger_span=trigger, low=best, best=best, high=best,
                provenance=Provenance("kit.count"),
            ),
        )  # fmt: skip
    place = _argument(raw, "Mirsk", "Port Elsen", "Varda")
    event = Event(
        id=content_id(source, trigger, type_),
        type=type_,  # type: ignore[arg-type]
        trigger_span=trigger,
        mentions=(trigger,),
        date=Interval(day, day, "day"),
        date_span=when,
        place=place,
        places=(place,) if place else (),
        actor=_argument(raw, "the Northern Front", "The Northern Front", "Nurses", "nurses"),
        casualties=tuple(counts),
        provenance=Provenance("kit.event"),
    )
    layers = {
        DateMention: (date,),
        Entity: (),
        Quotation: (),
        Casualty: tuple(counts),
        Event: (event,),
    }
    return Result(article, layers)
