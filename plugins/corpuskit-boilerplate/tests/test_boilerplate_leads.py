"""A lead below a headline begins a report; a digest's headings begin its items; others do not."""

from __future__ import annotations

import pytest

from corpuskit import Article, Source
from corpuskit_boilerplate import Boilerplate
from corpuskit_boilerplate.page.week import weekdays_in

RATES = """Teln bank holds its rate for the third time

The bank of Teln left its main rate where it was on Thursday, for the third time in a row.

Prices rose by four in a hundred over the year, the governor told reporters after the meeting.

Few had expected anything else, as bread and fuel have become dearer again since the autumn."""

COACH = """Islanders' coach resigns after fourth defeat

The coach of the islanders resigned on Friday, a day after a fourth defeat in a row.

His assistant takes over until summer, said the federation, which had met during the night.

No team from Halden has lost so often since the league was founded ninety years ago."""


def read(raw: str) -> list[Article]:
    return list(Boilerplate()(Source(raw=raw)))


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_headline_whose_lead_tells_the_day_begins_a_report(gap: str):
    raw = f"{RATES}\n\n{COACH}".replace("\n\n", gap)
    _, found = read(raw)
    assert found.text(found.headline) == "Islanders' coach resigns after fourth defeat"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" on Friday,", ","),
        ("on Friday", "last Friday"),
        ("coach resigns after fourth defeat", "ask what has become of them"),
        ("coach resigns after fourth defeat", "coach"),
        ("fourth defeat\n", "fourth defeat?\n"),
    ],
)
def test_without_a_lead_nothing_tells(old: str, new: str):
    assert old in COACH
    assert len(read(f"{RATES}\n\n{COACH.replace(old, new)}")) == 1


SIEGE = """How the siege of Brodek ended

The siege of Brodek ended on Friday as it had begun, with a loudspeaker and a man who read from a
sheet of paper. Forty days had passed.

It was cold, and in the square by the river there were more cameras than people who lived there."""

TALKS = """Rebels agree to talk about the wounded

Sixty men lay in the cellars of the steel works. The talks were held through a hole in a wall, and
in the end a doctor was let in with two bags, one of which was empty."""

BUSES = """Army lets first buses through the gate

The army let the first buses through the gate on Tuesday at noon, after a delay of six hours which
nobody explained.

Women came out first, then children without women, then the old. All had to give up their phones."""

SHOTS = """Shots fired as fighters leave the works

For an hour it seemed that everything would begin again. An officer walked out alone between the
lines with his cap in his hand, and it stopped as it had begun."""

HUTS = """Seven places to see the lights

The sun is at its most active for eleven years, and people who live well to the south have a chance.

But nothing beats the dark of the north, where four rooms are let on the ice by the winter, each
with a stove, and you fish through a hole in the floor."""

ONE_ARTICLE = [
    [SIEGE, SHOTS, BUSES, TALKS],  # most headings have no lead
    [HUTS, BUSES],  # nor has the text itself
    [RATES.replace("\n\n", "\n\nBy Ilse Karre\n\n", 1), COACH],  # whose author is named
    [RATES.replace("The bank", "TELN, May 3 (Halden Press) - The bank", 1), BUSES],  # or place
    [RATES, BUSES.replace("explained.\n\n", "explained. ")],  # nothing below the lead
]


@pytest.mark.parametrize("parts", ONE_ARTICLE)
def test_sub_headings_begin_no_reports(parts: list[str]):
    folded = [part.replace("\n\n", "|").replace("\n", " ").replace("|", "\n") for part in parts]
    assert len(read("\n".join(folded))) == 1


def test_reports_that_are_all_signed_are_found():
    signed = RATES.replace("\n\n", "\n\nBy Ilse Karre\n\n", 1)
    assert len(read("\n\n".join([signed, COACH.replace("\n\n", "\n\nBy Odd Tarn\n\n", 1)]))) == 2


ITEMS = [
    ("Water bill passes after a night", "Lawmakers voted on Thursday for one agency for rivers."),
    ("Two dead as bus leaves the road", "A bus slid off an icy road near Vennik on Wednesday."),
    ("Shipyard wins order for ferries", "The yard will build six ferries for the island lines."),
]
MORE = "It had been asked for since the spring, and all of the towns along the coast had agreed."


def digest(form: str, items: list[tuple[str, str]] = ITEMS, above: str = "Good morning.") -> str:
    some = [
        f"{title.upper() if form == 'capitals' else f'{n}{form} {title}'}\n{text} {MORE}"
        for n, (title, text) in enumerate(items, 1)
    ]
    return "\n\n".join(["The Morning Ferry", above, *some])


@pytest.mark.parametrize("form", [".", ")", "capitals"])
def test_the_items_of_a_newsletter_are_articles(form: str):
    raw = digest(form)
    _, *found = read(raw)
    heads = [one.text(one.headline).casefold() for one in found]
    assert [head.lstrip("0123456789.) ") for head in heads] == [
        title.casefold() for title, _ in ITEMS[1:]
    ]


@pytest.mark.parametrize(
    "raw",
    [
        digest(".", above=MORE),
        digest(".", [(title, text.replace("day", "")) for title, text in ITEMS]),
        digest(".", ITEMS[:2]),
        digest("capitals", [(f"{title}.", text) for title, text in ITEMS]),
        digest(".").replace("2. ", "4. "),
        digest(".").replace("Morning Ferry", "three things to know"),
        digest("capitals", above="").replace("The Morning Ferry", "").strip(),
    ],
)
def test_sections_of_one_text_are_not(raw: str):
    assert len(read(raw)) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on friday and monday", {0, 4}),
        ("last friday", set()),
        ("am montag", {0}),
        ("friday-", set()),
    ],
)
def test_weekdays_of_this_week(text: str, days: set[int]):
    assert weekdays_in(text) == days
