"""Pages put below each other whose furniture tells where the next begins, listed or not."""

import pytest

from corpuskit import Source
from corpuskit_boilerplate import Boilerplate

FERRY = (
    "NORTHPORT: The harbour council said on Saturday that the new ferry would sail twice a day.",
    "Nobody had been hurt when the old one ran aground in fog, the council said in a statement.",
    "“We sail,” the captain said. “We have waited long enough, and so have the islanders.”",
)
STORM = (
    "A storm took the roof off the school at Karn late on Sunday while nobody was in the building.",
    "Lessons will be held in the church until the roof has been mended, the head teacher said.",
    "Fishermen pulled their boats up the beach and waited for the wind to turn, as they always do.",
)
FIRE = (
    "Firemen from three villages put out a fire in the old mill at Lorn in the small hours.",
    "The miller said that he had smelled smoke at midnight and had woken his wife and children.",
    "The police are looking for a man who was seen with a can near the mill pond on Thursday.",
)
TEXTS = (
    ("Ferry returns to Northport after two years", FERRY),
    ("School at Karn loses its roof in storm", STORM),
    ("Old mill at Lorn burns for six hours", FIRE),
)


def starts(text: str) -> list[str]:
    found = list(Boilerplate()(Source(raw=text)))
    return [text[one.span.start :].partition("\n")[0] for one in found]


def stacked(head: tuple[str, ...], under: tuple[str, ...], foot: tuple[str, ...]) -> str:
    """Each text between the same lines; "@" is a figure that is another on each page."""
    lines = []
    for n, (title, text) in enumerate(TEXTS, start=2):
        framed = [*head, title, *under, *text, *foot]
        lines += [line.replace("@", str(7 * n)) for line in framed]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("head", "under", "foot"),
    [
        # a button that no row knows between headline and day, and no author
        ((), ("Keep for later", "3 May 2031", "Print", "A", "A"), ("Copy link", "Telegram")),
        # a ticker that is above each headline, with other figures
        (
            ("Harbour stocks", "Quay 50", "1,@.85", "World"),
            ("By Ada Quill", "Staff Reporter", "Date: 3 May 2031", "Type size", "Wee", "Big"),
            (),
        ),
        # a count above the buttons
        (
            ("Region",),
            ("@", "Share on Facebook", "Published May 3, 2031", "Staff Report"),
            ("Leave a Reply", "Name *", "Email *"),
        ),
    ],
)
def test_the_same_lines_around_headlines_begin_articles(
    head: tuple[str, ...], under: tuple[str, ...], foot: tuple[str, ...]
) -> None:
    found = starts(stacked(head, under, foot))
    section = head[0] if len(head) == 1 else ""  # it begins the file, too
    assert found[1:] == [section or title for title, _ in TEXTS[1:]]


def test_a_drawn_line_between_pages_stands_above_menus() -> None:
    line = "=" * 30
    menus = ("Harbour stocks", "Log in"), ("Menu", "Good evening"), ("Region", "Print")
    pages = [
        [*menu, title, "3 May 2031", "Keep", *text]
        for menu, (title, text) in zip(menus, TEXTS, strict=True)
    ]
    found = starts(f"\n\n{line}\n\n".join("\n".join(page) for page in pages))
    assert found[1:] == [title for title, _ in TEXTS[1:]]


def test_buttons_between_a_headline_and_a_day_no_author_and_a_lead() -> None:
    head = ("3 May 2031", "Print", "A", "A", "A", "Copy link")
    pages = [
        (TEXTS[0][0], *FERRY, "Copy link"),
        (TEXTS[1][0], "Share", "Print", *head, *STORM, "Copy link"),
    ]
    found = starts("\n".join(line for page in pages for line in page))
    assert found[1:] == [TEXTS[1][0]]


@pytest.mark.parametrize(
    "between",
    [
        ("Share", "Copy link", "Keep for later", "Advertisement"),
        ("How the pilots see the new ferry", "13:05", "Print", "A", "A"),
        ("Why the old ferry sank", "Keep for later", "Print"),
    ],
)
def test_a_gap_in_one_text_begins_none(between: tuple[str, ...]) -> None:
    head = (TEXTS[0][0], "Keep for later", "3 May 2031", "Print", "A", "A")
    assert len(starts("\n".join([*head, *FERRY, *between, *STORM, "Copy link", "Telegram"]))) == 1
