"""Texts: what a plugin must bear, what it must not be slow on, and what ordinary news looks like.

All people and places are invented.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

__all__ = ["ADVERSARIAL", "HOSTILE", "NEWS", "PREFIXES", "PUBLISHED", "SUFFIXES", "Named"]

PUBLISHED = dt.date(2024, 3, 17)
"""The publication date that the kit's own samples are run with."""


class Named(NamedTuple):
    """A text and what it is called in a message."""

    name: str
    text: str


NEWS: tuple[Named, ...] = (
    Named(
        "attack",
        "Seven soldiers killed in Varda valley\n\n"
        "PORT ELSEN: At least seven soldiers, including two officers, were killed and 14 others "
        "wounded when militants attacked a checkpoint near Mirsk on Saturday, the Defence Ministry "
        "said.\n\n"
        "“We will not forget them,” Defence Minister Olena Marsh told reporters in Port Elsen on "
        "March 16, 2024. “Those responsible,” she added, “will be found.”\n\n"
        "The Northern Front (NF) claimed responsibility. Dozens of families fled the valley last "
        "week; three people are still missing.",
    ),
    Named(
        "protest",
        "Thousands of nurses protested outside the parliament of Averland on Friday evening, "
        "demanding higher pay, police said.\n\n"
        "Union leader Tomas Reyk accused the government of breaking its promise of 12 January. "
        'Health Minister Ines Dahl rejected the accusation: "We\'ve kept every word."\n\n'
        "The strike, now in its third day, follows talks between the two sides on Tuesday.",
    ),
    Named(
        "markets",
        "Shares in Kestrel Shipping fell 4.5 per cent in early trading after the company said that "
        "it would close two of its five yards by the end of 2025.\n\n"
        "Analysts at Brandt & Co had expected a profit of about 1.2 million crowns for the fourth "
        "quarter. “It is a disappointing year,” said Ms. A. B. Lund, who has followed the company "
        "since the 1990s.",
    ),
    Named(
        "flood",
        "Flooding in the south of Tirana Bay has displaced about 2,300 people since Monday, the "
        "Red Lantern aid agency said on Thursday. No deaths were reported.\n\n"
        "President Karim Sol will meet the governors of three provinces tomorrow. He asked the "
        "United Council for help and warned that the river could rise again within 48 hours.",
    ),
)

_ZWJ = "\u200d"

HOSTILE: tuple[Named, ...] = (
    Named("empty", ""),
    Named("one space", " "),
    Named("blank lines", "\n\n \t\n\r\n"),
    Named("byte order mark alone", "\ufeff"),
    Named("byte order mark in front", "\ufeffTwo people were killed on Monday."),
    Named("lone closing mark", "”"),
    Named("lone straight mark", '"'),
    Named("lone apostrophe", "’"),
    Named("mark never closed", "“He said that two soldiers were killed on Monday"),
    Named("combining mark alone", "\u0301"),
    Named("emoji", "😀 two 👩" + _ZWJ + "👩" + _ZWJ + "👧 killed 🇺🇳 on Monday 👍🏽."),
    Named("CRLF", "Two were killed.\r\n\r\n“We know,” he said.\r\nOn Monday.\r\n"),
    Named("CR only", "Two were killed.\rOn Monday.\r"),
    Named("odd line ends", "Two\x0bwere\x0ckilled\x85on\u2028Monday\u2029morning."),
    Named("right to left", "قُتل سبعة جنود يوم الاثنين، وقال الوزير: «لن ننسى». \u202eyadnoM\u202c"),
    Named("zero width", "Mon\u200bday \u2060two\u00adsol\u200cdiers killed\ufe0f."),
    Named("controls", "Two\x00 killed\x07 on\x1b[31m Monday\x7f."),
    Named("digits of the world", "² soldiers, ١٢ killed, ५ wounded, ½ missing, Ⅻ captured, ①."),
    Named("a number too long", "9" * 5000 + " people were killed on " + "1" * 400 + "/2/2024."),
    Named("dates that are none", "On 31 February 2024, 99/99/9999, 0/0/0 and March 32, two died."),
    Named("case that changes length", "İİİ STRASSE ﬁve ŉ killed in İzmır on Monday, ẞaid ǰohn."),
    Named("braces and escapes", "%s {0} {x!r} \\ $HOME \\N{BULLET} [[two]] killed ${now} `date`."),
    Named("markup", "<p>Two &lt;killed&gt; on <b>Monday</b><!-- “x” --></p>"),
    Named("non-characters", "Two \ufffd\ufffc\uffff\U0010ffff\ue000 killed on Monday."),
    Named("capitals", "TWO SOLDIERS WERE KILLED ON MONDAY, SAID MINISTER OLENA MARSH OF THE NF."),
    Named("no spaces", "TwoSoldiersWereKilledOnMonday,said“he”." * 40),
    Named("marks without end", "“‘\"'«" * 2000),
    Named("brackets in brackets", "(" * 20_000 + "two killed on Monday" + ")" * 20_000),
    Named("one line of a megabyte", "Two people were killed on Monday, “he” said, and " * 21_000),
    Named("a word of a megabyte", "a" * 1_000_000),
)

PREFIXES: tuple[Named, ...] = (
    Named("a line of ASCII", "Menu | Home | News | Sport\n"),
    Named("letters whose lower case is longer", "İİİ\n\n"),
    Named("emoji and a byte order mark", "\ufeff😀👍🏽\n"),
    Named("CRLF lines", "Home\r\n\r\nNews\r\n"),
    Named("right-to-left text", "الأخبار\n\n"),
    Named("another article", "Nine miners died on 2 May 2019, said “Dr. No” of Westmark.\n\n"),
)

SUFFIXES: tuple[Named, ...] = (
    Named("a line after it", "\n\nRead more: “Eleven hurt on Tuesday, 4 June 2013”, said Bo Ek.\n"),
)

ADVERSARIAL: tuple[Named, ...] = (
    Named("ordinary news", "\n\n".join(text for _, text in NEWS) + "\n\n"),
    Named("a sentence that never ends", "two of the 14 soldiers, who were killed on Monday, and "),
    Named("a letter", "a"),
    Named("spaces", " "),
    Named("blank lines", "\n"),
    Named("full stops", "a. "),
    Named("opening marks", "“a "),
    Named("straight marks", "\" ' "),
    Named("brackets", "("),
    Named("digits with commas", "1,"),
    Named("number words", "two hundred and "),
    Named("capitals", "Abc "),
    Named("initials", "A. B. "),
    Named("hyphens", "a-"),
    Named("days", "Monday, "),
    Named("said", "he said, “no,” she told, "),
)
