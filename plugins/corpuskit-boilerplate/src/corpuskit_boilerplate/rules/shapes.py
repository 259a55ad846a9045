"""Shapes: furniture that is told by its form and not by a word list."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import NamedTuple

import attrs

from corpuskit.scan import Example, Rule
from corpuskit_boilerplate.stamps import FoundDate

__all__ = ["SHAPES", "Shape", "marks_of", "shape_family"]


@attrs.frozen(kw_only=True)
class Shape(Rule):
    """A rule on one short line.

    Attributes:
        family: what a line of this shape is.
        gate: characters of which the folded line must hold one; "" for no gate. Keeps the
            pattern from being tried on every line.
        opens: beginnings of which the folded line must have one; () for any.
        closes: endings of which it must have one; () for any.
        holds: of what it must hold one; () for any.
        pattern: must match the folded line from its first character.
        cased: whether the pattern is for the line as it stands.
        least, most: how many words such a line has.
    """

    family: str
    pattern: str
    gate: str = ""
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    cased: bool = False
    least: int = 0
    most: int = 30


_SIGN = r"[$€£¥₹₨₩₽₺₴₦₱₫₪₡₲₵₸₭₮₼₾฿৳]"
_CODE = (
    r"(?:rs|usd|eur|gbp|inr|pkr|bdt|lkr|npr|aud|cad|nzd|sgd|hkd|jpy|cny|rmb|chf|sek|nok|dkk|kr|zar|"
    r"ngn|kes|ghs|aed|sar|qar|myr|rm|idr|rp|thb|php|vnd|krw|twd|brl|mxn|ars|clp|cop|try|tl|rub|uah|"
    r"pln|czk|huf|ron|ils|egp|afn)"
)
_FIGURE = r"\d(?:[\d.,']|\s(?=\d))*(?:/-)?"
_TOKEN = r"[A-Z][A-Z&-]{1,11}"
"""An agency's initials, or its name in capitals."""
_NAME = r"[^\W\d_a-z][\w.'’-]*+(?:\s[^\W\d_a-z][\w.'’-]*+){0,3}"

_SOURCE = (
    r"(?:AP|AFP|EPA|PTI|ANI|IANS|APP|DPA|dpa|Reuters|REUTERS|Xinhua|Getty|Getty Images|Photo|Image|"
    r"File|FILE|Courtesy|Supplied|Screengrab|File photo|Photo courtesy|Photo by|Image courtesy)"
)
_BOTH = (
    rf"(?:(?:{_TOKEN}|{_NAME})\s?[/|]\s?(?:[Ff]ile(?:\s[Pp]hoto)?|FILE(?:\sPHOTO)?|[Hh]andout|HANDOUT|[Pp]ool|POOL)|"
    rf"{_NAME}\s[^\W\d_a-z][\w.'’-]*\s?[/|]\s?{_TOKEN})"
)
_BRACKET = (")", "]", ").", "].")

SHAPES: tuple[Shape, ...] = (
    Shape(
        id="boilerplate.separator",
        about="A line without a letter or a figure.",
        family="separator",
        pattern=r"[\W_]+$",
        yes=(Example("[[• • •]]"), Example("[[|]]")),
        no=("A.",),
        most=12,
    ),
    Shape(
        id="boilerplate.byline",
        about="By and one or more names.",
        family="byline",
        opens=("by", "written by", "posted by", "reported by", "von ", "por "),
        cased=True,
        pattern=r"(?:By|BY|by|Written by|Posted by|Reported by|Von|Por)[:\s]\s?[A-Z][\w.'’-]*"
        r"(?:[\s,&|]+(?:and\s|de\s|van\s|von\s|al-|el-)?[A-Z][\w.'’-]*){0,7}\s*$",
        yes=(Example("[[By Ada Quill and Tom Reed]]"), Example("[[Von Anna Weber]]")),
        no=("By Monday the water had gone.", "Von der Brücke ist nichts geblieben"),
        most=12,
    ),
    Shape(
        id="boilerplate.price",
        about="A price in a row of a table, or a price with a period.",
        family="price_table",
        gate="|/",
        pattern=rf"[^|]{{0,40}}\|?\s*(?:(?:us|a|c|hk)?{_SIGN}|{_CODE}\.?)\s?{_FIGURE}\s*(?:[|]|/|(?:a|per)\s)"
        rf"|[^|\d]{{1,40}}\|\s*(?:[^\W\d_]{{1,4}}[.$]?\s?{_FIGURE}|{_FIGURE}\s?(?:[^\W\d_]{{1,4}}\.?|{_SIGN}))"
        r"\s*\|[\s|]*$",
        yes=(
            Example("[[WEEKLY | Rs 40 | |]]"),
            Example("[[$5 / month]]"),
            Example("[[Patron | Qv 1,200 | |]]"),
            Example("[[Family | 25 Kn. | |]]"),
        ),
        no=("It costs Rs 40 to enter.", "Harbour road | No 4", "Storm | Q 40 | north | 3 |"),
        most=12,
    ),
    Shape(
        id="boilerplate.residue",
        about="A row of a table whose last cells are empty.",
        family="table_residue",
        gate="|",
        pattern=r".*\|\s*$",
        yes=(Example("[[JOIN IN |]]"),),
        no=("a | b",),
        most=30,
    ),
    Shape(
        id="boilerplate.ago",
        about="A time counted back from the moment of capture.",
        family="timestamp",
        gate="0123456789",
        holds=("ago",),
        pattern=r"(?:\w+[:\s]+){0,3}(?:\d{1,3}\s?|an?\s)(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|"
        r"days?|w|weeks?|months?|years?)\sago\b",
        yes=(Example("[[Updated 5 sec ago]]"), Example("[[3 hours ago]]")),
        no=("He left 3 hours earlier.",),
        most=10,
    ),
    Shape(
        id="boilerplate.message_head",
        about="Who sent a message of a copied chat, and when.",
        family="timestamp",
        closes=("]",),
        holds=(", [",),
        pattern=r"[^\[\]]{1,60}, \[\d[^\[\]]{6,30}\]$",
        yes=(Example("[[Harbour Watch, [14 Mar 08:14]]]"),),
        no=("The ferry, [a boat of 1931] sank.",),
        most=14,
    ),
    Shape(
        id="boilerplate.read_time",
        about="How long it takes to read.",
        family="read_time",
        gate="0123456789",
        holds=("read",),
        pattern=r"(?:.{0,40}\W)?\d{1,3}\s?(?:-\s?)?min(?:ute)?s?(?:\sto)?\s?read\b|reading time|"
        r"(?:est\.|estimated)\s(?:reading|read)",
        yes=(Example("[[4 min read]]"),),
        no=("It took him 4 minutes to answer.",),
        most=14,
    ),
    Shape(
        id="boilerplate.counts",
        about="A count of shares, views, comments or votes.",
        family="counts",
        gate="0123456789",
        pattern=r"\W*\d[\d.,]*\s?[km]?\+?\s?(?:shares?|views?|likes?|comments?|votes?|replies|reads?|"
        r"followers?|subscribers?|reviews?|ratings?)\b.{0,12}$",
        yes=(Example("[[3.4k views]]"), Example("[[12 Comments]]")),
        no=("12 comments were removed by the court.",),
        most=5,
    ),
    Shape(
        id="boilerplate.copyright_sign",
        about="A copyright sign with a year near it.",
        family="copyright",
        gate="©",
        pattern=r".{0,60}©.{0,60}",
        yes=(Example("[[© 2031 Northport Courier]]"),),
        most=30,
    ),
    Shape(
        id="boilerplate.breadcrumb",
        about="Names divided by arrows or bars, as in a path or a menu.",
        family="breadcrumb",
        gate=">»›▸→/|",
        pattern=r"(?:[^>»›▸→|/.\s][^>»›▸→|/.]{0,39}\s[>»›▸→|/]\s*){2,}[^.]*$|\S+(?:\s\S+)?\s[>»›▸→]\s.*[^.]$",
        yes=(Example("[[Start > Region > Harbour]]"),),
        no=("Yes.",),
        most=24,
    ),
    Shape(
        id="boilerplate.handle",
        about="A social handle or an e-mail address alone.",
        family="handle",
        gate="@",
        pattern=r"\(?\s?(?:e-?mail:?\s)?[\w.+-]*@[\w.]+\)?$",
        yes=(Example("[[@northport]]"), Example("[[desk@courier.example]]")),
        no=("Write to desk@courier.example before noon.",),
        most=3,
    ),
    Shape(
        id="boilerplate.initials",
        about="The initials of an agency and of those who wrote and edited its report.",
        family="wire_signoff",
        gate="/",
        cased=True,
        most=2,
        pattern=r"(?:[A-Z]{2,6}(?:\s[a-z]{2,4})?|[a-z]{2,4}[-/][a-z]{2,4})(?:[-/][a-z]{2,4})*/[a-z]{2,4}$",
        yes=(Example("[[QNA/aq/tr]]"), Example("[[bur-aq/tr]]"), Example("[[QNA aq/tr]]")),
        no=("and/or", "km/h", "Harbour/coast", "Open and/or"),
    ),
    Shape(
        id="boilerplate.url",
        about="A bare address.",
        family="link",
        gate="./",
        pattern=r"(?:https?://|www\.)\S+$|[\w-]+\.(?:com|org|net|gov|edu|io|co)(?:/\S*)?$",
        yes=(Example("[[https://courier.example/a/1]]"),),
        no=("See www.courier.example for more",),
        most=1,
    ),
    Shape(
        id="boilerplate.hashtag",
        about="Hashtags alone.",
        family="tags",
        gate="#",
        pattern=r"(?:#\w+[\s,]*)+$",
        yes=(Example("[[#harbour #storm]]"),),
        no=("#1 in the list",),
        most=20,
    ),
    Shape(
        id="boilerplate.credit",
        about="A line that ends in brackets that say who took the picture, or for whom.",
        family="caption",
        closes=_BRACKET,
        cased=True,
        pattern=rf".*[(\[](?:{_SOURCE}(?:[/ :,-][^()\[\]]{{0,60}})?|{_BOTH}"
        rf"|{_NAME}(?:/{_NAME})?\svia\s{_TOKEN}|{_TOKEN}\s(?:[Pp]hoto|[Ff]ile|[Hh]andout|[Vv]ideo))[)\]]\.?\s*$"
        r"|.*[.!?][\"'”’]?\s?[(\[][A-Z]{3,6}(?:/[A-Z]{2,6})?[)\]]\s*$",
        yes=(
            Example("[[A boat off Northport. (AFP/File)]]"),
            Example("[[A boat off Northport in May. (QNA/File)]]"),
            Example("[[Ferry crews wait for the tide [Ada Quill/QNA]]]"),
            Example("[[Ferry crews wait for the tide. (QNA photo)]]"),
            Example("[[The ferry leaves the old harbour. (QNA)]]"),
        ),
        no=(
            "NORTHPORT (AP) - A boat sank.",
            "All crews need a pass (crew/guest).",
            "He spoke for the North Ferry Union (NFU)",
            "Trains to Northport Central Station (NPX)",
        ),
        most=70,
    ),
    Shape(
        id="boilerplate.bar_credit",
        about="A sentence and behind a bar or a dash who took the picture, and for whom.",
        family="caption",
        gate="|—–",
        holds=("/", "photo"),
        cased=True,
        least=5,
        pattern=rf".*[^|\s]\s?(?:\|\s?{_NAME}\s?/\s?(?:{_TOKEN}|{_NAME})|[|—–]\s?(?:(?:{_TOKEN}|{_NAME})\s?/\s?"
        rf"(?:[Ff]ile|FILE|[Hh]andout|HANDOUT|Getty)(?:\s[Pp]hoto|\sImages)?|[Ff]ile\s[Pp]hoto|Photo:?\sby\s.{{1,40}}))\s*$",
        yes=(
            Example("[[Crews wait for the tide in May. | Ada Quill/Courier]]"),
            Example("[[The ferry leaves the old harbour. — QNA/File]]"),
            Example("[[The ferry leaves the old harbour. — Photo by author]]"),
        ),
        no=(
            "Nobody was hurt, the council said. — QNA",
            "North | South | East | West and all the rest",
        ),
        most=40,
    ),
    Shape(
        id="boilerplate.clock",
        about="A line that is only a time of the day.",
        family="timestamp",
        gate="0123456789",
        pattern=r"[(\[–—-]*\s?(?:[01]?\d|2[0-4])(?::[0-5]\d(?::\d\d)?|\.[0-5]\d(?=\s?[a-z]))"
        r"\s?(?:[ap]\.?m\.?)?\s?(?:[a-z]{2,4})?[^\w%]*$",
        yes=(Example("[[10:45 am GMT]]"), Example("[[17.10 Uhr]]")),
        no=("10:45 was late", "$9.50", "10.45"),
        most=4,
    ),
)


_MANY = 100  # words; no shape has so many


class _Compiled(NamedTuple):
    shape: Shape
    gate: frozenset[str]
    match: Callable[[str], object]


class _Possible(NamedTuple):
    """What lines of so many words can be: one look at each of these, and most are done with.

    Attributes:
        shapes: in their order.
        free: whether one of them asks for no beginning, ending or character.
        opens, closes, gates: beginnings, endings and characters that any of them asks for.
    """

    shapes: tuple[_Compiled, ...]
    free: bool
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    gates: tuple[str, ...]


@functools.cache
def _compiled() -> tuple[_Compiled, ...]:
    return tuple(_Compiled(s, frozenset(s.gate), re.compile(s.pattern).match) for s in SHAPES)


@functools.lru_cache(maxsize=1 << 12)
def _possible(words: int, marks: frozenset[str]) -> _Possible:
    found = [
        one
        for one in _compiled()
        if one.shape.least <= words <= one.shape.most
        and not (one.gate and one.gate.isdisjoint(marks))
    ]
    shapes = [one.shape for one in found]
    return _Possible(
        tuple(found),
        not all(s.gate or s.opens or s.closes for s in shapes),
        tuple(sorted({opens for s in shapes for opens in s.opens})),
        tuple(sorted({closes for s in shapes for closes in s.closes})),
        tuple(sorted({char for s in shapes for char in s.gate if char in marks})),
    )


@functools.cache
def _gates() -> frozenset[str]:
    return frozenset(char for shape in SHAPES for char in shape.gate)


def marks_of(folded: str) -> frozenset[str]:
    """The characters in a page that open gates of shapes; in plain text there are few."""
    return frozenset([char for char in _gates() if char in folded])


def shape_family(
    text: str,
    folded: str,
    words: int,
    dates: tuple[FoundDate, ...],
    marks: frozenset[str] | None = None,
) -> tuple[str, str]:
    """The family and rule id of the first shape that the line has; ("", "") if none.

    Args:
        marks: `marks_of` the page, if known.
    """
    if dates and _mostly_dates(dates, words):
        return "timestamp", "boilerplate.date_line"
    found = _possible(min(words, _MANY), _gates() if marks is None else marks)
    shapes, free, opens, closes, gates = found
    chars = [char for char in gates if char in folded]
    if (
        not chars
        and not (free and not folded[0].isalnum())
        and not folded.startswith(opens)
        and not folded.endswith(closes)
    ):
        return "", ""
    for shape, gate, match in shapes:
        if shape.opens and not folded.startswith(shape.opens):
            continue
        if shape.closes and not folded.endswith(shape.closes):
            continue
        if gate and gate.isdisjoint(chars):
            continue
        if shape.holds and not any(one in folded for one in shape.holds):
            continue
        if match(text if shape.cased else folded):
            return shape.family, shape.id
    return "", ""


def _mostly_dates(dates: tuple[FoundDate, ...], words: int) -> bool:
    """Whether a line is a stamp: a date and a few words besides."""
    return words <= 14 and words - 3 * len(dates) <= 4
