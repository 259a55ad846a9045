"""Until a day, next Friday, Tuesday 6 December: days that the words beside them place."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They had kept quiet until Thursday.", "2024-03-14"),
        ("They did not meet until Thursday.", "2024-03-14"),
        ("It wasn't found until Thursday.", "2024-03-14"),
        ("It was not until Thursday that they met.", "2024-03-14"),
        ("The strike lasted until Thursday.", "2024-03-14"),
        ("They were quiet until Thursday, when it burned.", "2024-03-14"),
        ("They had met until mid-May.", "2023-05"),
        ("The talks had been put off until Thursday.", "2024-03-21"),
        ("The schools were shut till Thursday.", "2024-03-21"),
        ("They must stay until the autumn.", "2024-FA"),
        ("It will run through March 1.", "2025-03-01"),
        ("They had until March 18.", "2024-03-18"),
        ("He leaves next Friday.", "2024-03-29"),
        ("He leaves next Saturday.", "2024-03-23"),
        ("It was sold on Tuesday, 6 December.", "2022-12-06"),
        ("It was sold on Monday, 6 March.", "2024-03-06"),  # so near that the weekday is a slip
        ("In January-May it fell.", "2024-01"),
        ("On Thursday the court is expected to rule.", "2024-03-21"),
        ("On Thursday she is meeting the mayor.", "2024-03-21"),
        ("On Thursday he was due in court.", "2024-03-21"),
        ("On Thursday he was asked to leave.", "2024-03-14"),
        ("Mayor to visit mill on Thursday", "2024-03-21"),
        ("It should rain on Thursday.", "2024-03-21"),
        ("It should have rained on Thursday.", "2024-03-21"),
        ("Crowds clashed ahead of Sunday's vote.", "2024-03-24"),
        ("Crowds clashed ahead of Tuesday's vote.", "2024-03-19"),  # that was yesterday
        ("He was held ahead of the Nov. 7 vote.", "2024-11-07"),
        ("He was held ahead of the May vote.", "2024-05"),
        ("The union called a strike for Friday.", "2024-03-22"),
        ("The judge set a hearing for Friday.", "2024-03-22"),
        ("The union called for help on Friday.", "2024-03-15"),
        ("Classes were cancelled through Friday.", "2024-03-22"),
        ("Classes have been cancelled through Friday.", "2024-03-22"),
        ("It rained through Friday.", "2024-03-15"),
        ("It was raining through Friday.", "2024-03-15"),
    ],
)
def test_day_placed_by_the_words_beside_it(text, value):
    pipeline = Pipeline([Dates()], strict=True)
    source = Source(raw=text, published=dt.date(2024, 3, 20))
    (result,) = pipeline.run([source], segment=False)
    assert result.dates[0].value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Votes in January and December 2005.", ["2005-01", "2005-12"]),
        ("Shut from Oct. 3 to March 9, 2010.", ["2009-10-03", "2010-03-09"]),
        ("In April, May and June 1998 it rained.", ["1998-04", "1998-05", "1998-06"]),
        ("Raids on 3 May and in June 2005.", ["2024-05-03", "2005-06"]),
    ],
)
def test_the_last_of_a_list_gives_the_year(text, values):
    source = Source(raw=text, published=dt.date(2024, 2, 20))
    (result,) = Pipeline([Dates()], strict=True).run([source], segment=False)
    assert [date.value for date in result.dates] == values
