"""Dates: changes of a text that leave what it says alone leave its values alone, or move them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest

from corpuskit import DateMention, Pipeline, Source
from corpuskit_dates import Dates

_P = dt.date(2024, 3, 20)  # a Wednesday
_PIPELINE = Pipeline([Dates()])

SAID = (
    "The council will sit on Friday, its clerk said on Monday.",
    "He gave them until 9 a.m. on Tuesday, and the trial was put off until at least Friday.",
    "The blast came at about 10:35 a.m. (0735 GMT) on Thursday, within hours of the vote.",
    "On May 2 the fort fell. A day earlier it stood; three weeks later it was rebuilt.",
    "In 1987, the year that he left, it rose. By the end of the year it had doubled.",
    "Sales rose in the third quarter, from $98.6 million a year earlier.",
    "The two-year rule of the mayor, of 1974-78, ended late last week in the north.",
    "They met on Nov. 3, the day before the poll, and in early June as well.",
    "A truce beginning on Sunday was agreed last month, and a three-week truce the year before.",
)

Change = Callable[[str], str]
CHANGES: dict[str, Change] = {
    "hard-wrapped": lambda text: re.sub(r"(?<![.;:]) ", "\n", text),
    "wrapped by CRLF": lambda text: text.replace(" on ", "\r\non "),
    "wrapped and indented": lambda text: re.sub(r" (?=on |the |May|weeks|week)", "\n    ", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "thin spaces": lambda text: text.replace(" ", "\u2009"),
    "no-break hyphens": lambda text: text.replace("-", "\u2011"),
    "curly": lambda text: text.replace("'", "\u2019"),
    "in capitals": str.upper,
}


def _read(text: str, published: dt.date = _P) -> list[DateMention]:
    (result,) = _PIPELINE.run([Source(raw=text, published=published)], segment=False)
    assert not result.failures
    return list(result.dates)


def _values(text: str, published: dt.date = _P) -> list[tuple[str, str | None, str | None]]:
    return [(mention.type, mention.value, mention.mod) for mention in _read(text, published)]


@pytest.mark.parametrize("text", SAID)
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_type_changes_no_value(name: str, text: str) -> None:
    assert _values(CHANGES[name](text)) == _values(text) != []


@pytest.mark.parametrize("text", SAID)
def test_a_paragraph_before_or_behind_changes_no_value(text: str) -> None:
    dry = "The weather stayed dry over the hills, and the river was low."
    assert _values(f"{dry}\n\n{text}") == _values(text)
    assert _values(f"{text}\n\n{dry}") == _values(text)


def _moved(value: str | None, days: int) -> str | None:
    def later(match: re.Match[str]) -> str:
        return (dt.date.fromisoformat(match[0]) + dt.timedelta(days)).isoformat()

    return value and re.sub(r"\d{4}-\d\d-\d\d", later, value)


@pytest.mark.parametrize("weeks", [1, -1, 4, 52])
@pytest.mark.parametrize("text", SAID[:3])
def test_days_of_the_week_move_with_publication(text: str, weeks: int) -> None:
    moved = _values(text, _P + dt.timedelta(weeks=weeks))
    assert moved == [(kind, _moved(value, 7 * weeks), mod) for kind, value, mod in _values(text)]


SAME = (
    ("Sales were $98.6 million a year earlier.", "a year earlier", "one year earlier"),
    ("They rose, up from seven a year ago.", "a year ago", "one year ago"),
    ("The fort fell on May 2; a day earlier it stood.", "a day earlier", "one day earlier"),
    ("It comes little over a month after the vote.", "a month", "one month"),
    ("Profit fell in the quarter ended June 30.", "June 30", "30 June"),
    ("The two-year rule ended.", "two-year", "two year"),
    ("It grew over a three-year period.", "three-year", "three year"),
    ("It has burned for the past three summers.", "three", "3"),
    ("The mayor said on Friday that it would rain.", "said", "says"),
    ("They agreed on a truce beginning Friday.", "beginning", "beginning on"),
    ("Three-quarters voted for it.", "Three-quarters", "Three quarters"),
)


@pytest.mark.parametrize(("text", "words", "others"), SAME)
def test_other_words_for_the_same_time(text: str, words: str, others: str) -> None:
    assert words in text
    assert _values(text.replace(words, others)) == _values(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council votes Friday on the plan.", "2024-03-22"),
        ("The council won more votes Friday.", "2024-03-15"),
        ("The law comes into force in October.", "2024-10"),
        ("The move comes after a vote in October.", "2023-10"),
        ("On May 2 the fort fell.", "2023-05-02"),
        ("On May 2 the fort will fall.", "2024-05-02"),
        ("Cable Problems In Norvale To End Next Week\nIt was dry, they said.", "2024-W13"),
    ],
)
def test_verbs_and_capitals_tell_the_time(text: str, value: str) -> None:
    assert [mention.value for mention in _read(text)] == [value]


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n", "\n\n"])
def test_each_clock_of_a_log_stands_on_a_line_of_its_own(end: str) -> None:
    log = f"08:15{end}The polls opened.{end}17:40{end}The count began.{end}"
    assert [value for _, value, _ in _values(log)] == ["2024-03-20T08:15", "2024-03-20T17:40"]


@pytest.mark.parametrize(
    "text",
    [
        "Two women, 68 and 48-years-old, were found.",
        "About three quarters support the ban.",
        "THE MARCH ENDED AT THE GATE OF THE MILL.",
        "THE M-19 [19 APRIL MOVEMENT] LEFT THE TALKS.",
    ],
)
def test_no_time(text: str) -> None:
    assert _read(text) == []
