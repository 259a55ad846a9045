"""What a whole story tells: the day of its times, and the intervals that two dates make up."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Pipeline, Result, Source
from corpuskit_dates import Dates, ranges

PIPELINE = Pipeline([Dates()], strict=True)
WEDNESDAY = dt.date(2024, 3, 20)


def run(text: str) -> Result:
    (result,) = PIPELINE.run([Source(raw=text, published=WEDNESDAY)], segment=False)
    return result


def values(text: str) -> list[str | None]:
    return [date.value for date in run(text).dates]


_LEAD = "Two guards were shot in Velm on Monday, the police said.\n\n" + (
    "Both had served the town for years, and flags were lowered to half staff. " * 5
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The shooting began around 6:30 a.m.", "2024-03-18T06:30"),
        (
            "She has led the force since May 2021. The shooting began at 6:30 a.m.",
            "2024-03-18T06:30",
        ),
        ("The hall will open at 7 p.m.", "2024-03-20T19:00"),
        ("7 p.m.: They left the mill.", "2024-03-20T19:00"),
        (f"On Sunday it snowed. {_LEAD[58:]}The shooting began at 6:30 a.m.", "2024-03-18T06:30"),
        (f"On Sunday it snowed. {_LEAD[58:]}They left it at 6:30 a.m.", "2024-03-20T06:30"),
        (f"It snowed on Wednesday. {_LEAD[58:]}It ended at 7 a.m.", "2024-03-20T07:00"),
    ],
)
def test_a_time_is_of_the_one_day_that_the_lead_named(text, value):
    assert value in values(_LEAD + text)


@pytest.mark.parametrize(
    "said",
    ["police said Tuesday", "he told the Velm Herald on Tuesday", "he said in a statement Tuesday"],
)
def test_the_day_on_which_somebody_speaks_is_not_the_storys(said):
    text = f"Two guards were shot in Velm on Monday, {said}. The shooting began around 6:30 a.m."
    assert values(text)[-1] == "2024-03-18T06:30"
    assert values(f"{text} Nobody else was hurt that day.")[-1] == "2024-03-18"


@pytest.mark.parametrize(
    "opening", ["In a statement on Tuesday,", "Speaking to reporters on Tuesday,"]
)
def test_nor_where_it_opens_the_sentence(opening):
    text = f"Two guards were shot on Monday. {opening} Jon Vik said it began at 6:30 a.m."
    assert values(text)[-1] == "2024-03-18T06:30"


def test_the_day_of_a_conference_at_which_something_happened_is_the_storys():
    text = "Jon Vik came on Monday. He fell at a conference on Tuesday. It had begun at 6:30 a.m."
    assert values(text)[-1] == "2024-03-19T06:30"


def test_who_spoke_in_the_sentence_before_does_not_matter():
    text = "On Monday it rained, said Jon Vik. On Tuesday two guards were shot at 6 a.m."
    assert values(f"{text} It ended by 7 a.m.")[-1] == "2024-03-19T07:00"


def test_the_stamp_of_a_page_is_no_day_of_the_story():
    raw = (
        "Shots in Velm\n\nBy Ana Sol\nMarch 20, 2024\n\n"
        "Masked men on Monday night attacked Velm, a small town in the north of the country, where "
        "they shot two guards.\n\nA witness, Jon Vik, told the Herald that the men stormed the "
        "hall at about 9:15 p.m. and left after midnight."
    )
    (result,) = Pipeline.installed().run([raw])
    clock = next(date for date in result.dates if "9:15" in date.span.of(raw))
    assert (clock.value, clock.basis) == ("2024-03-18T21:15", "narrative")


def test_a_time_is_not_of_a_day_that_was_named_on_the_way_or_long_before():
    aside = f"{_LEAD[58:] * 2}The mill burned on Monday. {_LEAD[58:]}It ended at 7 a.m."
    distant = _LEAD.replace("Monday", "March 4") + "The shooting began at 7 a.m."
    assert [values(text)[-1] for text in (aside, distant)] == ["2024-03-20T07:00"] * 2


def test_ranges_are_two_mentions_and_one_interval():
    text = "The fair ran from Jan. 8 to Jan. 16, and in May and June it was shut."
    result = run(text)
    assert len(result.dates) == 4
    (found,) = ranges(result)
    assert (found.interval.start, found.interval.end) == (dt.date(2024, 1, 8), dt.date(2024, 1, 16))
    assert ranges(run("Open between June 2020 and July 2021."))[0].interval.end == dt.date(
        2021, 7, 31
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Shut between October 3 and October 9.", ["2023-10-03/2023-10-09"]),
        ("Shut from Oct. 3, 2019, to March 9, 2020.", ["2019-10-03/2020-03-09"]),
        ("It runs from Monday, March 25, until Thursday, March 28.", ["2024-03-25/2024-03-28"]),
        ("Shut from Monday through Thursday.", ["2024-03-18/2024-03-21"]),
        ("The postponed fair ran from Jan. 8 to Jan. 16.", ["2024-01-08/2024-01-16"]),
        ("The fair was moved from Jan. 8 to Jan. 16.", []),
        ("They put off the spring fair from Jan. 8 to Jan. 16.", []),
        ("It fell on Jan. 8, 2024, to Jan. 16 unknown.", []),
        ("Raids on Jan. 8, and Jan. 16, failed.", []),
    ],
)
def test_a_range_has_the_days_from_the_first_to_the_last(text, days):
    found = [f"{each.interval.start}/{each.interval.end}" for each in ranges(run(text))]
    assert found == days
