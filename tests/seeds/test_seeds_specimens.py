"""The specimens and their answers: fresh, consistent, and as hard as they are meant to be."""

from __future__ import annotations

import datetime as dt
import importlib.util
import re

import pytest
from seeds_texts import SEEDS, specimens

DOCUMENTS = specimens()
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def mark():
    spec = importlib.util.spec_from_file_location("seeds_mark", SEEDS / "mark.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_expected_answers_are_fresh(capsys):
    assert mark().main(["--check"]) == 0, capsys.readouterr().out


def test_every_specimen_has_answers():
    texts = {path.name for path in (SEEDS / "specimens").glob("*.txt")}
    assert {document.name for document in DOCUMENTS} == texts


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_weekdays_agree_with_the_calendar(document):
    for article in document.articles:
        for date in article["dates"]:
            text = document.raw[date["start"] : date["end"]]
            if text in DAYS:
                day = dt.date.fromisoformat(date["value"])
                assert DAYS[day.weekday()] == text
                published = dt.date.fromisoformat(article["published"])
                assert published - dt.timedelta(days=7) < day <= published


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_answers_lie_in_their_article(document):
    for article in document.articles:
        spans = [[row["start"], row["end"]] for key in ("dates", "casualties", "furniture")
                 for row in article[key]]  # fmt: skip
        spans += [span for quote in article["quotes"] for span in quote["spans"]]
        for start, end in spans:
            assert article["start"] <= start < end <= article["end"]


DIFFICULTIES = {
    "stacked articles": r"\n\n\n\S",
    "a stamp that tells no day": r"Updated 8 sec ago",
    "no-break spaces at line ends": r"\xa0\n",
    "key points": r"\n  • ",
    "a price table": r"\| Cr \d+ \| \|",
    "dateline, colon": r"^[A-Z]+: ",
    "dateline, hyphen": r"^[A-Z][a-z]+- ",
    "dateline with country": r"^[A-Z ]+, [A-Z]+ – ",
    "dateline with agency": r"^[A-Z]+, [A-Za-z]+ \([A-Za-z ]+\) — ",
    "a split quotation": r",” \w+ told [^“”]+“",
    "a pronoun speaks": r",” (?:he|she|it) (?:said|added)",
    "a floating quotation": r"(?m)^“[^”]+”$",
    "the loss of": r"the loss of \w+ [^.]+, including \w+",
    "dozens": r"dozens of (?:people|villagers)",
    "dozens that are no dead": r"dozens of the accounts",
    "killed without a number": r"some of them were killed",
    "a range that counts no dead": r"20,000-30,000 lorries",
    "a month's total": r"February 2020 .+ killed 31",
    "a toll that rose": r"death toll .+ rose to 13",
}


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_some_specimen_has(difficulty):
    pattern = re.compile(DIFFICULTIES[difficulty], re.MULTILINE)
    assert any(pattern.search(document.raw) for document in DOCUMENTS)
