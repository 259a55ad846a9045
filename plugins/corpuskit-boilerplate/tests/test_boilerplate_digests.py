"""Digests, mails and pasted pages: what begins an item where no lead, number or capital tells."""

from __future__ import annotations

import textwrap

import pytest

from corpuskit import Article, Source
from corpuskit_boilerplate import Boilerplate

FIRE = (
    "Fire guts timber market in Orsha",
    "A fire that began in a shed destroyed sixty shops at the timber market in Orsha on Sunday. "
    "The head of the traders asked the county for help. No life was lost, but two of the men were "
    "burnt on arms and face, and one of them was flown to a hospital on the mainland by nightfall.",
)
STRIKE = (
    "Teachers of Vennik suspend strike",
    "The teachers of Vennik have suspended a strike that began six weeks ago, after the town paid "
    "half of what it owes them. They would march again by April, their union said on Monday, if "
    "nothing more came; parents had taught some of the classes in kitchens, with what they knew.",
)
RICE = (
    "Customs seize sacks of foreign rice",
    "Customs officers seized two lorries with a thousand sacks of foreign rice in the woods by the "
    "border. The drivers ran away, according to the head of the post, who could not tell who had "
    "sent them or to whom the load was going, and the sacks were given to three orphanages nearby.",
)
OWL = (
    "An owl draws crowds to Halden",
    "Nobody knows where it came from. Since Tuesday it has sat on the roof of the old chapel, and "
    "visitors have come from as far as the islands to look at it, with tents and with small "
    "children on their backs, though it does little but turn its head and sleep until evening.",
)


def read(raw: str) -> list[Article]:
    return list(Boilerplate()(Source(raw=raw)))


def headlines(raw: str) -> list[str | None]:
    return [one.headline and one.text(one.headline) for one in read(raw)]


def stacked(*items: tuple[str, str]) -> str:
    return "\n".join(line for item in items for line in item)


def test_items_whose_headings_are_all_said_again():
    items = [FIRE, STRIKE, RICE]
    assert headlines(f"NEWS IN BRIEF\n{stacked(*items)}") == [title for title, _ in items]


@pytest.mark.parametrize("items", [[FIRE, RICE], [FIRE, STRIKE, OWL], [RICE, RICE, FIRE]])
def test_fewer_or_others_begin_nothing(items: list[tuple[str, str]]):
    assert len(read(stacked(*items))) == 1


BRIEFS = [
    ("Bus falls into ravine, twelve die", "TOVINA: Twelve died when a bus fell on Sunday."),
    ("Orsha holds thirty over plot", "ORSHA: The police held thirty in two raids on Monday."),
    ("Storm cuts power in Vennik", "VENNIK: Homes had no light on Monday after a storm passed."),
]
MORE = "Men with ropes were still at work there by nightfall, and more could be found."


def test_short_items_that_all_open_with_a_place():
    items = [(title, f"{text} {MORE}") for title, text in BRIEFS]
    assert headlines(stacked(*items)) == [title for title, _ in items]
    assert len(read(stacked(*items[:2]))) == 1
    assert len(read(stacked(*items[:2], ("In Vennik", items[2][1])))) == 1


def test_an_agency_and_two_sections_above_each_report():
    titles = [title for title, _ in BRIEFS]
    texts = [f"{text[text.index(' ') + 1 :]} {MORE}\n{MORE}\n{MORE}" for _, text in BRIEFS]
    reports = [
        f"World | Asia\n{title}\nReuters\n{day} May 2031\n{text}"
        for day, (title, text) in enumerate(zip(titles, texts, strict=True), 3)
    ]
    assert headlines("\n".join(reports)) == titles


SIEGE = [
    ("How the siege of the Marano hotel went on", "The siege of the Marano hotel went on all day."),
    ("Gunmen enter through the kitchen", "Four gunmen entered through the kitchen on Friday."),
    (
        "Guests hide on the third floor",
        "The guests were hiding on the third floor by Friday night.",
    ),
    ("Soldiers storm the lobby", "Soldiers stormed the lobby on Saturday and were thrown back."),
]
MORE = " It was not known then how many there were, nor what they had brought with them, nor why."


def test_steps_of_one_story_in_which_nobody_new_is_named_are_no_items():
    assert len(read(stacked(*((title, text + 2 * MORE) for title, text in SIEGE)))) == 1


def test_mails_one_below_the_other():
    head = "From: Ada Quill <ada@courier.example>\nDate: Tue, 3 Jun 2031 14:02\nTo: newsroom\n"
    mails = [f"{head}Subject: {title}\n{text}\n" for title, text in (FIRE, OWL)]
    found = read("\n".join(mails))
    assert [one.headline and one.text(one.headline) for one in found] == [FIRE[0], OWL[0]]
    assert [[one.text(block.span) for block in one.body] for one in found] == [[FIRE[1]], [OWL[1]]]


TEXT = (
    "The harbour council said on Saturday that the new ferry would sail twice a day from May.\n"
    "Nobody had been hurt when the old one ran aground in the fog of March, said the council.\n"
    "“We sail,” the captain said. “We have waited long enough, and so have the islanders.”\n"
)
PAGE = f"Council buys a ferry\nBy Tom Reed\nMay 1, 2031\n{TEXT}"


@pytest.mark.parametrize(
    "head",
    [
        "Most read\nStorm takes the roof off\nOwl draws crowds\n{}\nBy Ada Quill\nMay 3, 2031\n",
        "{}\nMay 3, 2031\nThe ferry in its dock. Photo: Ada Quill/QNA\nBy Ada Quill\nReporter\n",
        "{}\nThe islands have waited for it for years.\nby\nAda Quill\nMay 3, 2031\n2 mins read\n",
        "(QNA)\n{}\n3 May 2031\n",
    ],
)
def test_what_stands_around_a_pasted_headline(head: str):
    title = "Ferry returns to Northport after two years"
    lead = (
        "The ferry returns to Northport on Monday, after two long years in which none could sail.\n"
    )
    _, found = read(PAGE + head.format(title) + lead + TEXT)
    assert found.headline is not None
    assert found.text(found.headline) == title
    assert found.published is not None
    assert found.published.date.day == 3


@pytest.mark.parametrize(
    ("opening", "place"),
    [("Northport: The", "Northport"), ("Harbour council: The", None), ("Monday: The", None)],
)
def test_a_place_before_a_colon_stands_again_in_the_text(opening: str, place: str | None):
    raw = f"Ferry returns to Northport on Monday\n3 May 2031\n{TEXT.replace('The', opening, 1)}"
    (found,) = read(raw)
    assert (found.dateline and found.text(found.dateline)) == place


DAILY = [("Teachers of Vennik suspend strike", STRIKE[1]), ("Briefly", RICE[1]), FIRE]


@pytest.mark.parametrize(
    "head", [[], ["Northport Daily", "Good morning. Here is what you need today."]]
)
def test_a_numbered_digest_may_have_an_item_of_one_word(head: list[str]):
    items = [f"{n}. {title}\n{text}" for n, (title, text) in enumerate(DAILY, 1)]
    assert headlines("\n".join([*head, *items])) == [title for title, _ in DAILY]


def test_items_with_the_same_button_may_have_a_heading_of_one_word():
    head = [
        "Subject: Northport Daily",
        "View this email in your browser",
        "Good morning to you all.",
    ]
    items = [f"{title}\n{text}\nRead more" for title, text in DAILY]
    assert headlines("\n".join([*head, *items, "Unsubscribe"])) == [title for title, _ in DAILY]


HEAD = "BALKAN WEEKLY".ljust(60) + "{}"


def test_a_numbered_digest_on_pages_below_its_contents():
    items = [FIRE, ("Teachers of Vennik suspend strike", STRIKE[1]), RICE]
    contents = [f"{n}. {title} ........ {n}" for n, (title, _) in enumerate(items, 1)]
    wrapped = [textwrap.fill(text.replace("on Sunday", "on 3 May"), 62) for _, text in items]
    wrapped = [text.replace("on Monday", "on 4 May") for text in wrapped]
    first, rest = wrapped[1].split("half of what", 1)
    wrapped[1] = f"{first}half of what\n\n{HEAD.format(2)}\n\n{rest.strip()}"
    listed = [f"{n}. {items[n - 1][0]}\n\n{text}" for n, text in enumerate(wrapped, 1)]
    raw = "\n\n".join([HEAD.format(1), "CONTENTS", "\n".join(contents), *listed])
    assert headlines(raw) == [title for title, _ in items]
    assert [len(one.body) for one in read(raw)] == [1, 2, 1]
