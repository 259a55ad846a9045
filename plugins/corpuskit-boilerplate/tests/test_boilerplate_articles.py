"""What becomes of the lines: headline, dateline, stamps, labels, parts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import corpuskit
from corpuskit import Article, ConfigurationError, Source
from corpuskit_boilerplate import Boilerplate

FERRY = """Ferry returns to Northport after two years

The ferry leaves the eastern mole on 2 May 2031. (AFP/File)
Short Url
Updated 3 May 2031
Follow

Ferry returns to Northport after two years

  • The council had stopped it after the accident
  • Islanders had protested for months

NORTHPORT: The harbour council said on Saturday that the new ferry would sail twice a day.

Nobody had been hurt when the old one ran aground in the fog, the council said in a statement.

“We sail,” the captain said. “We have waited long enough, and so have the islanders.”

The strait had been crossed by ferries since the lighthouse was built a hundred years ago.
"""

BRIDGE = """Engineers close the Ostrava bridge

Updated 8 sec ago
Follow

Engineers close the Ostrava bridge

  • Cracks were found in two pillars

OSTRAVA: Engineers closed the only bridge over the river on Thursday after finding cracks.

The inspection was held on 15 January 2026 by the roads agency, its director told reporters.

Drivers will have to take the long way round by the dam until the pillars have been repaired.
"""


def read(raw: str, **known: object) -> list[Article]:
    return list(Boilerplate()(Source(raw=raw, **known)))  # type: ignore[arg-type]


def labels(article: Article) -> list[tuple[str, str]]:
    return [(piece.kind, article.text(piece.span)[:20]) for piece in article.furniture]


def test_a_single_article():
    (article,) = read(FERRY)
    assert article.headline is not None
    assert article.text(article.headline) == "Ferry returns to Northport after two years"
    assert [kind for kind, _ in labels(article)] == [
        "caption",
        "link",
        "timestamp",
        "link",
        "repeated_headline",
        "key_point",
        "key_point",
    ]
    assert article.dateline is not None
    assert article.text(article.dateline) == "NORTHPORT"
    assert len(article.summary) == 2
    assert len(article.body) == 4


def test_the_stamp_is_the_day_and_a_caption_is_not():
    (article,) = read(FERRY)
    assert article.published is not None
    assert (article.published.date, article.published.basis) == (dt.date(2031, 5, 3), "stamp")
    assert article.published.span is not None
    assert article.text(article.published.span) == "3 May 2031"
    assert article.updated is not None


def test_two_stacked_articles_are_cut_at_the_headline():
    first, second = read(FERRY + "\n\n" + BRIDGE)
    assert (first.part, first.parts, second.part, second.parts) == (1, 2, 2, 2)
    assert second.span.start == len(FERRY) + 2
    assert second.headline is not None
    assert second.text(second.headline) == "Engineers close the Ostrava bridge"
    assert first.body[-1].span.end == first.span.end


def test_a_relative_stamp_gives_way_to_a_weekday_that_agrees():
    (article,) = read(BRIDGE)
    assert article.published is not None
    assert (article.published.date, article.published.basis) == (dt.date(2026, 1, 15), "weekday")


def test_who_knows_the_day_is_believed_before_a_weekday_that_agrees():
    known = dt.date(2027, 1, 17)
    (result,) = corpuskit.extract(BRIDGE, published=known, layers=[])
    assert result.article.published == corpuskit.Published(known, "caller")


def test_a_weekday_that_disagrees_proves_nothing():
    (article,) = read(BRIDGE.replace("on Thursday", "on Tuesday"))
    assert article.published is None


@pytest.mark.parametrize(
    ("stamp", "other", "day"),
    [
        ("03/04/2031", "Storm over the hill - 3 April 2031", dt.date(2031, 4, 3)),
        ("03/04/2031", "Storm over the hill - 25/03/2031", dt.date(2031, 4, 3)),
        ("03/04/2031", "Storm over the hill - 03/25/2031", dt.date(2031, 3, 4)),
        ("03/04/2031", "Storm over the hill - 4 March 2031", dt.date(2031, 3, 4)),
        ("03/04/2031", "Storm over the hill", None),
        ("03/04/2031", "Storm over the hill - 25-03-2031", None),
        ("03/04/2031", "Storm over the hill - 25/03/2031 - 03/25/2031", None),
        ("03/04/2031", "Storm over the hill - 4 March 2031 - 25/03/2031", None),
        ("Thursday 03/04/2031", "Storm over the hill", dt.date(2031, 4, 3)),
        ("03/04/2031 (Tue)", "Storm over the hill", dt.date(2031, 3, 4)),
        ("Monday 03/04/2031", "Storm over the hill", None),
        ("04/04/2031", "Storm over the hill", dt.date(2031, 4, 4)),
        ("03.04.2031", "Storm over the hill", dt.date(2031, 4, 3)),
    ],
)
def test_other_dates_of_the_page_tell_the_day_from_the_month(
    stamp: str, other: str, day: dt.date | None
):
    page = FERRY.replace("3 May 2031", stamp) + f"\nRelated stories\n{other}\n"
    (article,) = read(page)
    assert (article.published and article.published.date) == day
    assert (article.updated and article.updated.date) == day


@pytest.mark.parametrize(
    ("order", "day"), [("dmy", dt.date(2031, 4, 3)), ("mdy", dt.date(2031, 3, 4)), (None, None)]
)
def test_the_option_says_which_figure_is_the_day(order: Any, day: dt.date | None):
    source = Source(raw=FERRY.replace("3 May 2031", "03/04/2031"))
    (article,) = Boilerplate(numeric_order=order)(source)
    assert (article.published and article.published.date) == day


@pytest.mark.parametrize("order", ["DMY", "ymd", 5])
def test_an_unknown_order_is_refused(order: Any):
    with pytest.raises(ConfigurationError, match="numeric_order"):
        Boilerplate(numeric_order=order)


def test_a_relative_stamp_counts_from_the_capture():
    captured = dt.datetime(2026, 1, 16, 9, 30)
    (article,) = read(BRIDGE, captured=captured)
    assert article.published is not None
    assert (article.published.date, article.published.basis) == (dt.date(2026, 1, 16), "captured")


def test_a_clean_body_has_no_headline_and_no_furniture():
    body = FERRY[FERRY.index("NORTHPORT") :]
    (article,) = read(body)
    assert article.headline is None
    assert article.furniture == ()
    assert len(article.body) == 4
    assert article.published is None


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("NORTHPORT: ", "NORTHPORT"),
        ("NORTHPORT, Arvania (AP) — ", "NORTHPORT, Arvania"),
        ("Northport- ", "Northport"),
        ("PORT ARVEN, ARVANIA – ", "PORT ARVEN, ARVANIA"),
        ("NORTHPORT, May 3 (Reuters) - ", "NORTHPORT"),
        ("Mayor Ada Quill: ", None),
        ("The well-known ", None),
        ("", None),
    ],
)
def test_datelines(opening: str, place: str | None):
    text = opening + "The harbour council said that the new ferry would sail twice a day.\n"
    (article,) = read(text + "Nobody had been hurt when the old one ran aground in the fog.\n")
    assert (article.dateline and article.text(article.dateline)) == place


def test_an_appeal_below_the_text_is_no_body():
    tail = (
        "Follow this link to join our Telegram group: Join Now\n"
        "Support Our Journalism |\n"
        "Independent journalism needs time and money, and we go on in spite of it all. |\n"
        "WEEKLY | Rs 40 | |\n"
        "LIFETIME | Rs 900 | |\n"
    )
    body = FERRY[FERRY.index("NORTHPORT") :]
    (article,) = read(body + tail)
    kinds = [kind for kind, _ in labels(article)]
    assert kinds == ["subscription", "donation", "donation", "price_table", "price_table"]
    assert len(article.body) == 4


def test_menus_above_and_below_are_furniture():
    top = "Skip to content\nMenu\nNorthport Courier\nNews\nSport\nSign in\nSubscribe\n"
    below = "Related stories\nStorm takes the roof off a school\nPrivacy policy\n© 2031 Courier\n"
    (article,) = read(top + FERRY + below)
    assert article.headline is not None
    assert article.text(article.headline) == "Ferry returns to Northport after two years"
    assert len(article.body) == 4
    assert {"navigation", "section", "login", "related", "footer", "copyright"} <= {
        piece.kind for piece in article.furniture
    }
    assert all(piece.rule.startswith("boilerplate.") for piece in article.furniture)


def test_german_and_spanish_pages_without_a_stop_list():
    german = (
        "Startseite\nPolitik\nMenü\nFähre kehrt nach Nordhafen zurück\nVon Anna Weber\n"
        "Stand: 3. Mai 2031\n"
        "Der Hafenrat teilte am Samstag mit, dass die neue Fähre zweimal am Tag fahren werde.\n"
        "Niemand sei verletzt worden, als die alte im Nebel auf Grund lief, hieß es weiter.\n"
        "Der Kapitän sagte, er sei froh, nach zwei Jahren wieder auf See zu sein.\n"
        "Mehr zum Thema\nDatenschutz\nImpressum\n"
    )
    (article,) = read(german)
    assert article.headline is not None
    assert article.text(article.headline) == "Fähre kehrt nach Nordhafen zurück"
    assert len(article.body) == 3
    assert article.byline is not None
    assert article.published is not None
    assert article.published.date == dt.date(2031, 5, 3)


def test_a_short_report_that_is_all_text_has_its_headline():
    text = (
        "Six dead in fuel depot explosion\n\nBy Nadia Orsk\nPublished: 19 February 2021\n\n"
        "Six firemen were killed when a fuel depot exploded in the town of Orrin, the mayor said.\n"
    )
    (article,) = Boilerplate()(Source(raw=text))
    assert article.headline is not None
    assert article.text(article.headline) == "Six dead in fuel depot explosion"


@pytest.mark.parametrize(
    ("line", "inside"),
    [
        ("• • •", False),
        ("Back to top", False),
        ("See also: Storm takes the roof off a school", False),
        ("Lesen Sie auch: Sturm deckt Schuldach ab", False),
        ("Te puede interesar: Una tormenta arranca el tejado", False),
        ("Photo: The new ferry at the eastern mole.", False),
        ("What the captain saw", True),
        ("See also the harbour rules, the captain said, before you sail.", True),
    ],
)
def test_what_breaks_into_running_text_is_furniture(line: str, inside: bool):
    head, tail = FERRY.split("“We sail,”")
    (article,) = read(f"{head}{line}\n\n“We sail,”{tail}")
    assert (line in [article.text(block.span) for block in article.body]) is inside
    assert article.text(article.body[-1].span).startswith("The strait")


LANTERN = """Home » News » Crime
Court jails two over lantern fraud
On April 26, 2031
By Ada Quill
{call}
NORTHPORT: Two traders were sent to prison on Tuesday for selling lanterns that they did not have.
The court heard that forty islanders had paid for the lanterns in advance and had never seen one.
Both men had asked for mercy, and one of them said that he would pay back all of what he had taken.
{call}
All rights reserved. Nothing of this site may be copied without the leave of the Courier's owners.
Comments expressed here do not reflect the opinions of the Courier or any of those who work for it.
"""


@pytest.mark.parametrize("call", ["Pass this on to a friend:", "Kindly share this story:"])
def test_a_call_to_share_above_and_below_the_text_is_no_repeated_headline(call: str):
    (article,) = read(LANTERN.format(call=call))
    assert article.body
    assert article.text(article.body[0].span).startswith("NORTHPORT: Two traders")


@pytest.mark.parametrize(
    "stamp", ["The DeskLast Updated: 3 May 2031, 01:00 AM", "Updated 3 May 2031"]
)
def test_the_only_day_in_the_heading_is_the_day_though_it_is_an_updates(stamp: str):
    page = FERRY.replace("Updated 3 May 2031", stamp).replace(" on 2 May 2031", "")
    (article,) = read(page)
    assert article.published is not None
    assert article.published.date == dt.date(2031, 5, 3)


HEAD = "Northport Courier\nNews Sport Opinion Weather\nSaturday, 3 May 2031\n"
WHOLE = """{title}
By Ada Quill
Share
{text} The council of the harbour was told of it on Friday evening by a man who was walking his dog.
Nobody was hurt, officers said, and the beach will be open again to all on Sunday or on Monday.
Visitors are asked to keep their distance and to leave the sand to the birds that nest there.
"""
FOOT = "© 2031 Northport Courier\n"


def test_whole_pages_of_a_site_are_cut_below_its_head():
    pages = [
        HEAD + WHOLE.format(title=title, text=text) + FOOT
        for title, text in (
            (
                "Whale found dead on the sand",
                "A whale was found dead, its back cut by a propeller.",
            ),
            (
                "Lamp of the old mole is out",
                "The lamp of the old mole has been out for a week now.",
            ),
        )
    ]
    articles = read("".join(pages))
    titles = [article.headline and article.text(article.headline) for article in articles]
    assert titles == ["Whale found dead on the sand", "Lamp of the old mole is out"]


def test_the_head_of_a_site_at_the_foot_of_its_page_is_no_cut():
    page = HEAD + WHOLE.format(title="Whale found dead on the sand", text="A whale was found dead.")
    assert len(read(page + FOOT + HEAD + "Privacy policy\n")) == 1


SHARED = "\nOur Correspondent\nMay {day:02}, 2031\nfacebook\ntwitter\nwhatsapp\n"


def test_the_lines_under_the_first_headline_tell_the_second():
    one, two = (WHOLE.partition("\n")[2].replace("By Ada Quill\nShare\n", "") for _ in range(2))
    raw = (
        "Whale found dead on the sand"
        + SHARED.format(day=2)
        + one.format(text="NORTHPORT: A whale was found dead on Friday by a man with a dog.")
        + "Like the Courier, follow @courier to join in the conversation.\n"
        + "Lamp of the old mole is out"
        + SHARED.format(day=3)
        + two.format(text="NORTHPORT: The lamp of the old mole has been out for a whole week.")
    )
    assert [article.span.start for article in read(raw)] == [0, raw.index("Lamp of")]


def test_a_running_head_with_a_day_is_no_repeated_headline():
    head = "NORTHPORT COURIER Saturday, 3 May 2031\n"
    page = head + WHOLE.format(title="Whale found dead on the sand", text="A whale was found dead.")
    first, *rest = page.split("Visitors")
    (article,) = read(first + head + "Visitors" + "".join(rest))
    assert article.text(article.body[0].span).startswith("A whale was found dead.")


def test_messages_of_a_copied_chat_are_articles():
    raw = (
        "Harbour Watch, [3 May 2031 08:14:02]\n"
        "Shelling was heard in the eastern districts of Northport at five in the morning.\n"
        "Harbour Watch, [4 May 2031 18:05:13]\n"
        "Evening summary: nine drones were shot down over the region during the day.\n"
        "Ada, [4 May 2031 18:06:00]\nThank you\n"
    )
    one, two = read(raw)
    assert [article.text(block.span)[:8] for article in (one, two) for block in article.body][
        :2
    ] == ["Shelling", "Evening "]
    assert [article.published and article.published.date.day for article in (one, two)] == [3, 4]


def test_one_message_is_no_stack():
    raw = "Harbour Watch, [3 May 2031 08:14:02]\n" + WHOLE.format(title="Whale found", text="So.")
    assert len(read(raw)) == 1


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Subject: Ferry returns to Northport", "Ferry returns to Northport"),
        ("Betreff:  Ferry returns to Northport", "Ferry returns to Northport"),
        ("Subject to change: ferry to Northport", "Subject to change: ferry to Northport"),
    ],
)
def test_a_label_is_no_part_of_the_headline(line: str, headline: str):
    head = f"From: Ada Quill <ada@courier.example>\n{line}\nDate: 3 May 2031\n\n"
    (article,) = read(head + FERRY.partition("NORTHPORT: ")[2])
    assert article.headline is not None
    assert article.text(article.headline) == headline
    sender, *labelled = [text for kind, text in labels(article) if kind == "metadata"]
    assert sender.startswith("From: ")
    assert labelled == ([] if line == headline else [line.partition(":")[0] + ":"])
