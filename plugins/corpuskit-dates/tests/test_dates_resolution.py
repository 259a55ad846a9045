"""What expressions are resolved against: tables of sentence, publication date, value, basis."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Pipeline, Source
from corpuskit_dates import Dates

WEDNESDAY = dt.date(2024, 3, 20)


def run(text, published=WEDNESDAY, **options):
    pipeline = Pipeline([Dates(**options)], strict=True)
    (result,) = pipeline.run([Source(raw=text, published=published)], segment=False)
    return result


def told(text, published=WEDNESDAY, **options):
    return [(d.span.of(text), d.value) for d in run(text, published, **options).dates]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Sunday.", "XXXX-WXX-7"),
        ("It was shut on 2 January.", "XXXX-01-02"),
        ("It fell in November last year.", "XXXX-11"),
        ("It fell last November.", "XXXX-11"),
        ("He resigned today.", "PRESENT_REF"),
        ("It fell last week.", "XXXX-WXX"),
        ("It fell last year.", "XXXX"),
        ("It fell in the third quarter.", "XXXX-Q3"),
        ("Crowds came over the weekend.", "XXXX-WXX-WE"),
        ("The mill shut two years ago.", "XXXX"),
    ],
)
def test_without_a_date_nothing_is_guessed(text, value):
    (date,) = run(text, None).dates
    assert date.value == value
    assert (date.start, date.end, date.anchor, date.precision) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister spoke on Wednesday.", "2024-03-20"),  # the day of publication itself
        ("The minister spoke on Thursday.", "2024-03-14"),
        ("The minister will speak on Thursday.", "2024-03-21"),
        ("The talks are scheduled for Thursday.", "2024-03-21"),
        ("The talks had been scheduled for Thursday.", "2024-03-14"),
        ("The talks have been scheduled for Thursday.", "2024-03-21"),
        ("The court has scheduled a hearing for Friday.", "2024-03-22"),
        ("Schools reopen Monday after the storm.", "2024-03-25"),
        ("It will report third-quarter results.", "2023-Q3"),
        ("It will open in the third quarter.", "2024-Q3"),
        ("Voters go to the polls on Sunday.", "2024-03-24"),
        ("Norvale face Orrin on Sunday.", "2024-03-24"),
        ("Two men were found face down on Sunday.", "2024-03-17"),
        ("The agency has forecast rain for Sunday.", "2024-03-24"),
        ("They did not meet on Thursday.", "2024-03-14"),
        ("They were planning to drive there on Thursday.", "2024-03-21"),
        ("They were planning a march on Thursday.", "2024-03-14"),
        ("At 0630 GMT it burned.", "2024-03-20T06:30"),
        ("The court is to sit on Thursday.", "2024-03-21"),
        ("They could leave as early as Thursday.", "2024-03-21"),
        ("The panel gave them until Thursday.", "2024-03-21"),
        ("Until Thursday, they had kept quiet.", "2024-03-14"),
        ("They plan to get around Thursday's ruling.", "2024-03-14"),
        ("Last Wednesday he fled.", "2024-03-13"),
        ("Next Wednesday he leaves.", "2024-03-27"),
        ("The United team arrived on Thursday.", "2024-03-14"),  # "United" is no verb
        ("The vote will be held Thursday.", "2024-03-21"),
        ("The law is to be read on Thursday.", "2024-03-21"),
        ("Ten men were held Thursday.", "2024-03-14"),
        ("The agency, which will close, said Thursday it was done.", "2024-03-14"),
        ("They could not be reached for comment Thursday.", "2024-03-14"),
        ("He is accused of robbing a bank on Thursday.", "2024-03-14"),
        ("The ferry is leaving on Thursday.", "2024-03-21"),
        ("The ferry was leaving on Thursday.", "2024-03-14"),
        ("The trial begins Thursday.", "2024-03-21"),
        ("The trial was to begin Thursday.", "2024-03-21"),
        ("The two mayors meet on Thursday.", "2024-03-21"),
        ("The game is on Thursday.", "2024-03-21"),
        ("They agreed to meet Thursday.", "2024-03-21"),
        ("They agreed to a truce on Thursday.", "2024-03-14"),
        ("They refused to meet Thursday.", "2024-03-14"),
        ("He was scheduled to speak Thursday.", "2024-03-21"),
        ("He was scheduled to speak Monday.", "2024-03-18"),
        ("A rally planned for Monday was called off.", "2024-03-18"),
        ("A rally planned for Monday will go ahead.", "2024-03-25"),
        ("He will surely win Saturday's debate.", "2024-03-23"),
        ("She announced plans to sell the mill on Thursday.", "2024-03-14"),
        ("She plans to sell the mill on Thursday.", "2024-03-21"),
        ("She did not plan to sell it Thursday.", "2024-03-21"),
        ("Neither of the men could be found Thursday.", "2024-03-14"),
        ("He prepares to leave on Thursday.", "2024-03-21"),
        ("Smoke could be seen on Thursday.", "2024-03-14"),
        ("They will meet in Thursday's semifinals.", "2024-03-21"),
    ],
)
def test_weekdays_by_tense(text, value):
    assert [v for _, v in told(text)] == [value]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("It opened in November.", WEDNESDAY, "2023-11"),
        ("It will open in November.", WEDNESDAY, "2024-11"),
        ("The vote is in May.", WEDNESDAY, "2024-05"),
        ("The games are held in July.", WEDNESDAY, "2024-07"),
        ("The games were held in July.", WEDNESDAY, "2023-07"),
        ("The ferry starts in May.", WEDNESDAY, "2024-05"),
        ("A hearing was pencilled in for July.", WEDNESDAY, "2024-07"),
        ("They agreed to sell it in May.", WEDNESDAY, "2024-05"),
        ("The mill moved to a new site in May.", WEDNESDAY, "2023-05"),  # no infinitive
        ("It opened last February.", WEDNESDAY, "2023-02"),  # else it were "last month"
        ("It opened last January.", WEDNESDAY, "2024-01"),
        ("It opened last December.", dt.date(2024, 1, 3), "2023-12"),
        ("It was sold in the quarter ended July 31, the firm said.", WEDNESDAY, "2023-Q2"),
        ("A third child is expected this summer.", dt.date(2023, 12, 20), "2024-SU"),
        ("It was wet this summer.", dt.date(2023, 12, 20), "2023-SU"),
        ("It fell in the second half of this month.", WEDNESDAY, "2024-03"),
        ("It opened in March.", WEDNESDAY, "2024-03"),
        ("The 7 May attack shook them.", WEDNESDAY, "2023-05-07"),
        ("Since the Sept. 11 attacks guards stand here.", WEDNESDAY, "2001-09-11"),
        ("On Feb. 30 nothing happens in May.", WEDNESDAY, "2023-05"),
        ("It opened on 28 December.", dt.date(2024, 1, 3), "2023-12-28"),
        ("It opens on 3 January.", dt.date(2023, 12, 28), "2024-01-03"),
        ("The record was set on Aug. 6.", dt.date(2024, 2, 6), "2023-08-06"),
        ("The vote will be held on Aug. 6.", dt.date(2024, 2, 6), "2024-08-06"),
        ("A dividend payable Aug. 6 was declared.", dt.date(2024, 6, 6), "2024-08-06"),
        ("The law expires Dec. 31.", WEDNESDAY, "2024-12-31"),
        ("The law expired Dec. 31.", WEDNESDAY, "2023-12-31"),
        ("Profit for the year ended Oct. 31 rose.", dt.date(2023, 10, 27), "2022-10-31"),
        ("The 29 February vote was void.", dt.date(2023, 3, 1), "2020-02-29"),
    ],
)
def test_the_year_of_months_and_days(text, published, value):
    assert value in [v for _, v in told(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fire broke out on May 2, 2021. Two days later it was out.", "2021-05-04"),
        ("The fire broke out on May 2, 2021. The next day it was out.", "2021-05-03"),
        ("The fire broke out on May 2, 2021. Over the next day it will rain.", "2024-03-21"),
        ("The fire broke out on May 2, 2021. The following day it was out.", "2021-05-03"),
        ("The fire broke out on May 2, 2021. The previous day it had rained.", "2021-05-01"),
        ("It was shut on May 2, 2021\n\nOne day after the fire they left.", "P1D"),
        ("It burned on May 2, 2021. Smoke was seen at 7 p.m. and later.", "2021-05-02T19:00"),
        ("It burned on May 2, 2021. 7 p.m.: They left the mill.", "2024-03-20T19:00"),
        ("On May 2, 2021 it burned. It was so dry the month before.", "2021-04"),
        ("The mine shut in 1987. That year 40 men left.", "1987"),
        ("A vigil was held Monday evening, a march the next night.", "2024-03-19TNI"),
        (
            "A vigil was held Monday; a fire broke out at 4 p.m. The next day was quiet.",
            "2024-03-19",
        ),
        ("The mine shut in 1987. The following year 40 men left.", "1988"),
        ("The mine shut in May 1987. That month 40 men left.", "1987-05"),
        ("It earned more last year than the year before.", "2022"),
        (
            "First-quarter profit rose after a poor second quarter; it fell a year earlier.",
            "2023-Q1",
        ),
        ("First-quarter profit was $3 million, compared with $2 million last year.", "2023-Q1"),
        ("Profit was $3 million, compared with $2 million last year.", "2023"),
        ("On Monday he spoke, a day after the raid.", "2024-03-18"),
        ("His words come a day after the raid.", "2024-03-20"),
        ("Sales rose in the first quarter of 2023 from a year earlier.", "2022-Q1"),
    ],
)
def test_the_storys_own_dates(text, value):
    *_, last = told(text)
    assert last[1] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It opens every Tuesday and Thursday.", ["XXXX-WXX-2", "XXXX-WXX-4"]),
        ("It fell on Tuesday and Monday.", ["2024-03-19", "2024-03-18"]),
        ("In the year to March 2013 it grew.", ["P1Y", "2013-03"]),
        ("Songs of the 1800s and the 2000s.", ["18", "200"]),
        ("It grew in the second-quarter of 2013.", ["2013-Q2"]),
        ("It shut half a year ago.", ["2023-09"]),
        ("It is due next week or the week after.", ["2024-W13", "2024-W14"]),
        ("It burned from 9 a.m. to noon on Friday.", ["2024-03-15T09:00", "2024-03-15T12:00"]),
        ("They met at 5 p.m. Every year they do.", ["2024-03-20T17:00", "P1Y"]),
        ("Clashes of recent weeks and recent years.", ["PXW", "PAST_REF"]),
    ],
)
def test_values_in_a_row(text, values):
    assert [value for _, value in told(text)] == values


def test_a_clock_before_its_day():
    assert told("It struck at 8:30 p.m. (0130 GMT) on Monday.")[0][1] == "2024-03-18T20:30"


def test_a_year_is_resolved_against_the_year_told():
    told_year, next_year = run("The mine shut in 1987. The following year it burned.").dates
    assert (next_year.anchor, next_year.basis) == (dt.date(1987, 1, 1), "narrative")
    assert next_year.anchor_span == told_year.span


def test_basis_and_anchor():
    text = "On 12 April 2021 they met. The previous day it had rained. It ended on Monday."
    explicit, narrative, published = run(text).dates
    assert (explicit.basis, explicit.anchor) == ("explicit", None)
    assert (narrative.basis, narrative.anchor) == ("narrative", dt.date(2021, 4, 12))
    assert narrative.anchor_span == explicit.span
    assert (published.basis, published.anchor) == ("caller", WEDNESDAY)
    assert published.anchor_span is None


def test_a_line_end_inside_an_expression():
    assert told("The dam broke last\nweek.") == [("last\nweek", "2024-W11")]
    assert told("It broke on Sept.\u00a030 and on\u00a02\nMay.") == [
        ("Sept.\u00a030", "2023-09-30"),
        ("2\nMay", "2024-05-02"),
    ]
    assert told("It broke in May\n\n12 men died.") == [("May", "2023-05")]


def test_typographic_apostrophes():
    assert told("Saturday\u2019s vote and last year\u2019s third quarter.") == [
        ("Saturday", "2024-03-16"),
        ("last year\u2019s third quarter", "2023-Q3"),
    ]


@pytest.mark.parametrize(
    ("order", "value"), [("dmy", "2024-04-03"), ("mdy", "2024-03-04"), (None, "2024-XX-XX")]
)
def test_numeric_order_is_never_guessed(order, value):
    assert told("Signed on 03/04/2024.", numeric_order=order) == [("03/04/2024", value)]


def test_one_possible_order_needs_no_setting():
    assert told("Signed on 25/12/2023 and 12.25.2023.") == [
        ("25/12/2023", "2023-12-25"),
        ("12.25.2023", "2023-12-25"),
    ]


PROOF = (
    "The council of Norvale met on Thursday in the old hall, as it does each spring, to hear "
    "the fishers speak of their nets.\n"
    "The fair runs from Jan. 8 to Jan. 16.\n"
    "The prize was given on 15 January 2026, the organisers said."
)


def test_a_text_that_proves_its_own_day():
    result = run(PROOF, None)
    thursday = result.dates[0]
    assert (thursday.value, thursday.basis) == ("2026-01-15", "weekday")
    assert thursday.anchor_span.of(PROOF) == "15 January 2026"
    assert [d.value for d in result.dates if "Jan." in d.span.of(PROOF)] == [
        "2026-01-08",
        "2026-01-16",
    ]


@pytest.mark.parametrize(
    "text",
    [
        PROOF.replace("15 January", "14 January"),  # a Wednesday
        PROOF.replace("The fair runs from Jan. 8 to Jan. 16.\n", ""),  # nothing near it
        PROOF + "\nIt was first given on 12 March 2027.",  # not the latest date
    ],
)
def test_a_text_that_does_not(text):
    assert run(text, None).dates[0].value == "XXXX-WXX-4"


def test_lengths_with_a_place_in_time():
    past, ahead = run("It fell over the past two weeks; the next five years are bleak.").dates
    assert (past.value, past.start, past.end) == ("P2W", dt.date(2024, 3, 6), WEDNESDAY)
    assert (ahead.value, ahead.start, ahead.end) == ("P5Y", WEDNESDAY, dt.date(2029, 3, 20))


@pytest.mark.parametrize("folder", ["fr", "FR", "fr-CA"])
def test_a_folder_elsewhere_is_a_language(tmp_path, folder):
    rows = {
        "words.tsv": "term\tclass\tvalue\nhier\tdeictic\t-1\n",
        "phrases.tsv": "term\tpattern\texample\tvalue\ndates.deictic\tdeictic\t[[hier]]\t\n",
    }
    (tmp_path / folder).mkdir()
    for name, text in rows.items():
        (tmp_path / folder / name).write_text(text)
    pipeline = Pipeline([Dates(languages=["en", str(tmp_path / folder)])], strict=True)
    for tag in ("fr", "fr-CA"):
        source = Source(raw="Il pleuvait hier.", published=WEDNESDAY, language=tag)
        (result,) = pipeline.run([source])
        assert [date.value for date in result.dates] == ["2024-03-19"]


def test_moments_ago_need_the_time_of_capture():
    text = "Updated 8 sec ago, posted 3 hours ago."
    captured = dt.datetime(2024, 3, 20, 1, 30)
    pipeline = Pipeline([Dates()], strict=True)
    for moment, values in (
        (None, [None, None]),
        (captured, ["2024-03-20T01:29", "2024-03-19T22:30"]),
    ):
        (result,) = pipeline.run([Source(raw=text, captured=moment)], segment=False)
        assert [date.value for date in result.dates] == values


@pytest.mark.parametrize(
    "text",
    [
        "The council meets on Tuesday, 17 March.",
        "The hall burned on Oct. 7, and the mill on the 4th of March.",
        "Trading begins at 9:30 a.m. ET on Friday.",
        "The bridge will reopen in April.",
        "The court has scheduled a hearing for Friday.",
    ],
)
def test_capitals_and_small_letters_are_read_alike(text):
    expected = [(words.lower(), value) for words, value in told(text)]
    assert expected
    assert [(words.lower(), value) for words, value in told(text.upper())] == expected
    assert told(text.lower()) == expected


def test_words_that_are_also_months_need_a_figure_without_capitals():
    assert told("they may march on the town.") == []
    assert told("they march on 4 may.") == [("4 may", "2024-05-04")]


@pytest.mark.parametrize(
    ("text", "order", "found"),
    [
        ("It is due on 3/4 in Norvale.", "dmy", [("3/4", "2024-04-03")]),
        ("It is due on 3/4 in Norvale.", "mdy", [("3/4", "2024-03-04")]),
        ("It is due on 25/4 in Norvale.", "dmy", [("25/4", "2024-04-25")]),
        ("It is due on 25/4 in Norvale.", "mdy", []),
        ("The lamps burn on 3/4 of the streets.", "dmy", []),
        ("The shop sold 3/4 and the inn 5/6.", "dmy", []),
        ("Signed on 12.03.24 in Norvale.", "mdy", [("12.03.24", "2024-12-03")]),
        ("The version 12.03.24 was mended.", "dmy", []),
    ],
)
def test_the_order_of_figures_reads_days_without_a_year_and_with_dots(text, order, found):
    assert told(text, numeric_order=order) == found
