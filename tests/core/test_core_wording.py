"""A value reads the same in the summary and in the view."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from corpuskit import (
    Annotation,
    Argument,
    Casualty,
    DateMention,
    Entity,
    Event,
    Interval,
    Pipeline,
    Quotation,
    Result,
    Span,
)
from corpuskit.cli.summary import article_lines
from corpuskit.cli.view import render
from corpuskit.cli.wording import error_in_words, in_words, many

AT = Span(0, 4)
DAY = dt.date(2021, 2, 17)


@attrs.frozen(kw_only=True)
class Foreign(Annotation):
    span: Span = AT
    kind: str | None = None
    parts: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (Casualty(span=AT, trigger_span=AT, kind="killed", low=7, best=7, high=7), "7 killed"),
        (
            Casualty(span=AT, trigger_span=AT, kind="wounded", low=12, status="claimed"),
            "12+ wounded (claimed)",
        ),
        (Casualty(span=AT, trigger_span=AT, kind="missing", high=4), "?-4 missing"),
        (DateMention(span=AT, type="DATE", value="2021-02-17"), "DATE 2021-02-17"),
        (DateMention(span=AT, type="DATE", value=None), "DATE without a value"),
        (Entity(id="1", name="Ana Sol", kind="person", mentions=(AT,)), "person Ana Sol"),
        (Quotation(spans=(AT,), mode="direct", speaker="Ana Sol"), "direct, Ana Sol"),
        (Quotation(spans=(AT,), mode="indirect"), "indirect, speaker unknown"),
        (Event(id="1", type="ASSAULT", trigger_span=AT), "ASSAULT"),
        (
            Event(
                id="1",
                type="ASSAULT",
                trigger_span=AT,
                date=Interval(DAY, DAY.replace(day=19), "day"),
                place=Argument("Karn", AT),
                actor=Argument("Arvan Front", AT),
            ),
            "ASSAULT 2021-02-17..2021-02-19 in Karn by Arvan Front",
        ),
        (Foreign(), "Foreign"),
        (Foreign(kind="wind", parts=("a",)), "Foreign, kind wind"),
    ],
)
def test_values_in_words(annotation: Annotation, words: str) -> None:
    assert in_words(annotation) == words


@pytest.fixture
def result() -> Result:
    """One article with a layer of somebody else's."""
    (bare,) = Pipeline([]).run(["Gale at sea."])
    return attrs.evolve(bare, layers={Foreign: (Foreign(kind="wind"),)})


def test_other_plugins_values_are_in_the_summary(result: Result) -> None:
    lines = list(article_lines(result))
    assert lines[1].endswith(", 1 Foreign")
    assert f"other      Foreign, kind wind: Gale  {result.article.source.id}[0:4]" in lines[-1]


def test_statements_are_counted_and_listed_once() -> None:
    (bare,) = Pipeline([]).run(["Gale hit Velm, she said."])
    hit = Event(id="a", type="ASSAULT", trigger_span=Span(5, 8))
    said = Event(id="b", type="STATEMENT", trigger_span=Span(19, 23))
    lines = list(article_lines(attrs.evolve(bare, layers={Event: (hit, said)})))
    assert lines[1].endswith("2 events (with 1 statement, listed as quotes)")
    assert [line.split()[:2] for line in lines[2:]] == [["event", "ASSAULT:"]]


def test_so_many_rows_of_a_kind_and_how_many_more_there_are() -> None:
    (bare,) = Pipeline([]).run(["Gale at sea.\nBy Edda Rosholm\nSeven died, she said."])
    toll = Casualty(span=Span(29, 34), trigger_span=Span(35, 39), kind="killed", low=7, high=7)
    found = {Casualty: (toll,) * 4, Foreign: (Foreign(kind="wind"),) * 3}
    article = attrs.evolve(bare.article, byline=Span(13, 28))
    result = attrs.evolve(bare, article=article, layers=found)
    first, author, counted, *rows = article_lines(result)
    toll_row, wind_row = rows[0], rows[-1]
    assert author.startswith("    By Edda Rosholm  ")
    assert rows == [toll_row] * 4 + [wind_row] * 3
    assert list(article_lines(result, most=4)) == [first, author, counted, *rows]
    for most, shown in [
        (3, [toll_row] * 3 + ["    count      … 1 more"] + [wind_row] * 3),
        (1, [toll_row, "    count      … 3 more", wind_row, "    other      … 2 more"]),
    ]:
        assert list(article_lines(result, most=most)) == [first, author, counted, *shown]


def test_other_plugins_values_are_in_the_view(result: Result) -> None:
    page = render([result], title="one")
    assert '<span class="other" title="Foreign, kind wind · ">Gale</span> at sea.' in page


def test_the_view_has_counts_days_and_speakers_beside_their_line() -> None:
    (bare,) = Pipeline([]).run(["Gale at sea.\n\nSeven died, she said."])
    toll = Casualty(span=Span(14, 19), trigger_span=AT, kind="killed", low=7, best=7, high=7)
    said = Quotation(spans=(Span(14, 24),), mode="indirect", speaker="she")
    result = attrs.evolve(bare, layers={Casualty: (toll,), Quotation: (said,)})
    page = render([result, result], title="two")
    assert page.count("<aside>7 killed</aside>") == 2
    assert page.count(f'<a href="#{bare.article.id}">Gale at sea.</a> undated') == 2
    assert "<nav>" not in render([result], title="one")


@pytest.mark.parametrize(
    ("number", "thing", "words"),
    [
        (1, "file", "1 file"),
        (0, "file", "0 files"),
        (1, "story", "1 story"),
        (4, "story", "4 stories"),
    ],
)
def test_many(number: int, thing: str, words: str) -> None:
    assert many(number, thing) == words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "No such file", "a.txt"), "a.txt: No such file"),
        (OSError("plain"), "plain"),
        (ValueError("no"), "no"),
    ],
)
def test_errors_in_words(error: Exception, words: str) -> None:
    assert error_in_words(error) == words
