"""The second language: a folder of rows, no code of its own; every row's example runs."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates, ranges
from corpuskit_dates.rules import all_rules, language_rules

ROWS = [(rule, example) for rule in language_rules("es") for example in rule.yes]


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline([Dates(languages=("es",))], strict=True)


def found(pipeline, text, published=None, language=None):
    source = Source(raw=text, published=published, language=language)
    (result,) = pipeline.run([source], segment=False)
    return {(d.span.start, d.span.end): d for d in result.dates}


@pytest.mark.parametrize(("rule", "example"), ROWS, ids=lambda x: getattr(x, "id", None))
def test_row(pipeline, rule, example):
    dates = found(pipeline, example.text, example.published)
    assert example.span in dates, [d.span.of(example.text) for d in dates.values()]
    assert dates[example.span].value == example.value
    assert dates[example.span].provenance.rule == rule.id


def test_rows_name_rules_that_exist():
    assert {rule.id for rule in language_rules("es")} <= {rule.id for rule in all_rules()}


def test_the_source_chooses_the_language():
    both = Pipeline([Dates(languages=("en", "es"))], strict=True)
    day = dt.date(2024, 3, 20)
    assert [d.value for d in found(both, "Murió ayer.", day, "es-MX").values()] == ["2024-03-19"]
    assert [d.value for d in found(both, "He died yesterday.", day).values()] == ["2024-03-19"]
    assert not found(both, "Murió ayer.", day)


NEWS = (
    "Norval, 5 de mayo. El alcalde dijo el martes que la presa, cerrada desde 2019, abrirá el "
    "próximo lunes. Hace tres semanas hubo una protesta; a principios de abril llegaron unas "
    "40 familias y el año pasado se fueron otras. Los trabajos durarán dos años."
)


def test_a_paragraph_of_news(pipeline):
    dates = found(pipeline, NEWS, dt.date(2022, 5, 5))
    assert [(d.span.of(NEWS), d.value) for d in sorted(dates.values(), key=lambda d: d.span)] == [
        ("5 de mayo", "2022-05-05"),
        ("el martes", "2022-05-03"),
        ("2019", "2019"),
        ("el próximo lunes", "2022-05-09"),
        ("Hace tres semanas", "2022-W15"),
        ("principios de abril", "2022-04"),
        ("el año pasado", "2021"),
        ("dos años", "P2Y"),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Cerró desde el 3 de mayo de 2021 hasta el 9 de mayo de 2021.",
            [(dt.date(2021, 5, 3), dt.date(2021, 5, 9))],
        ),
        (
            "Cerró entre el 3 de mayo de 2021 y el 9 de mayo de 2021.",
            [(dt.date(2021, 5, 3), dt.date(2021, 5, 9))],
        ),
        ("La feria, aplazada del 3 de mayo de 2021 al 9 de mayo de 2021, fue seca.", []),
    ],
)
def test_ranges_read_the_words_of_the_language(pipeline, text, days):
    (result,) = pipeline.run([Source(raw=text, language="es")], segment=False)
    assert [(each.interval.start, each.interval.end) for each in ranges(result)] == days
