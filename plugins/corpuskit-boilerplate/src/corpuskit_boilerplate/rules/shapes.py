"""Shapes: furniture that is told by its form and not by a word list."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_boilerplate.rules.shape import Shape

__all__ = ["AGENCIES", "SHAPES"]

AGENCIES = "<agencies>"
"""Stands in a pattern for the names in `agencies.tsv`, which are read with the first page."""

_SIGN = r"[$€£¥₹₨₩₽₺₴₦₱₫₪₡₲₵₸₭₮₼₾฿৳]"
_CODE = (
    r"(?:rs|usd|eur|gbp|inr|pkr|bdt|lkr|npr|aud|cad|nzd|sgd|hkd|jpy|cny|rmb|chf|sek|nok|dkk|kr|zar|"
    r"ngn|kes|ghs|aed|sar|qar|myr|rm|idr|rp|thb|php|vnd|krw|twd|brl|mxn|ars|clp|cop|try|tl|rub|uah|"
    r"pln|czk|huf|ron|ils|egp|afn)"
)
_FIGURE = r"\d(?:[\d.,']|\s(?=\d))*(?:/-)?"
_TOKEN = r"[A-Z][A-Z&-]{1,11}"
"""An agency's initials, or its name in capitals."""
_WORD = r"[^\W\d_a-z][\w.'’-]*+"
_NAME = rf"{_WORD}(?:\s{_WORD}){{0,3}}"

_SOURCE = (
    rf"(?:{AGENCIES}|Photo|Image|File|FILE|Courtesy|Supplied|Screengrab|File photo|Photo courtesy|"
    r"Photo by|Image courtesy)"
)
_BOTH = (
    rf"(?:(?:{_TOKEN}|{_NAME})\s?[/|]\s?(?:[Ff]ile(?:\s[Pp]hoto)?|FILE(?:\sPHOTO)?|[Hh]andout|HANDOUT|[Pp]ool|POOL)|"
    rf"{_NAME}\s[^\W\d_a-z][\w.'’-]*\s?[/|]\s?(?:{_TOKEN}|{_SOURCE}))"
)
_KIND = (
    r"(?:Photo(?:graph|s)?|PHOTOS?|Picture|PICTURE|Pic|Image|IMAGE|Credit|CREDIT)"
    r"(?:\s(?:[Cc]redit|[Cc]ourtesy|[Bb]y))?"
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
        named=True,
        cased=True,
        pattern=r"[^\W\d_]+(?:\s[bB][yY])?[:\s]\s?[A-Z][\w.'’-]*"
        r"(?:[\s,&|]+(?:and\s|de\s|van\s|von\s|al-|el-)?[A-Z][\w.'’-]*){0,7}\s*$",
        yes=(Example("[[By Ada Quill and Tom Reed]]"), Example("[[Von Anna Weber]]")),
        no=("By Monday the water had gone.", "Von der Brücke ist nichts geblieben"),
        most=12,
    ),
    Shape(
        id="boilerplate.role",
        about="A name and behind it, parted from it, what its bearer does at a paper.",
        family="byline",
        roled=True,
        cased=True,
        pattern=rf"{_WORD}(?:\s{_WORD}){{1,3}}(?:\s?[,|/•–—-]\s?|\s\()(?:[A-Z][\w&'’-]*\s(?:and\s)?){{0,4}}[\w-]+\)?$",
        yes=(
            Example("[[Ada Quill, Crime Reporter]]"),
            Example("[[Ada Quill | Chief Political Correspondent]]"),
            Example("[[Ada Quill (Staff Reporter)]]"),
        ),
        no=(
            "He told Ada Quill, the editor",
            "Ada Quill hits out at an editor",
            "Storm, says editor",
        ),
        least=3,
        most=10,
    ),
    Shape(
        id="boilerplate.follow",
        about="Follow and a name, up to a colon below which links stood.",
        family="follow",
        named=True,
        closes=(":",),
        cased=True,
        pattern=r"[^\W\d_]+\s(?:the\s)?[A-Z][\w.'’-]*(?:\s(?:on\s)?[A-Z][\w.'’-]*){0,4}\s?:$",
        yes=(Example("[[Follow Harbour Watch English:]]"), Example("[[Follow the Courier on X:]]")),
        no=("Follow these steps:", "Follow the river:"),
        most=8,
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
        closes=("]", "]:"),
        holds=(", [",),
        pattern=r"[^\[\]]{1,60}, \[\w[^\[\]]{6,30}\]:?$",
        yes=(
            Example("[[Harbour Watch, [14 Mar 08:14]]]"),
            Example("[[Harbour Watch, [Mar 14, 2031 at 8:14 AM]:]]"),
        ),
        no=("The ferry, [a boat of 1931] sank.",),
        most=14,
    ),
    Shape(
        id="boilerplate.read_time",
        about="How long it takes to read.",
        family="read_time",
        gate="0123456789",
        holds=("read",),
        pattern=r"(?:.{0,40}\W)?\d{1,3}\s?(?:-\s?)?min(?:ute)?s?(?:\sto)?\s?read\b|read(?:ing)?\stime\b|"
        r"(?:est\.|estimated)\s(?:reading|read)",
        yes=(Example("[[4 min read]]"), Example("[[Read time: 2 mins]]")),
        no=("It took him 4 minutes to answer.",),
        most=14,
    ),
    Shape(
        id="boilerplate.counts",
        about="A count of shares, views, comments or votes.",
        family="counts",
        gate="0123456789",
        pattern=r"\W*(?:(?:view|show|see|read)\s(?:all\s)?)?\d[\d.,]*\s?[km]?\+?\s?(?:shares?|views?|likes?|comments?|votes?|replies|reads?|"
        r"followers?|subscribers?|reviews?|ratings?|reactions?)\b.{0,12}$"
        r"|(?:post\s)?(?:views?|hits|reads)\s?:\s?\d[\d.,]*$",
        yes=(
            Example("[[3.4k views]]"),
            Example("[[12 Comments]]"),
            Example("[[View all 12 comments]]"),
            Example("[[Post views: 312]]"),
        ),
        no=("12 comments were removed by the court.",),
        most=5,
    ),
    Shape(
        id="boilerplate.thoughts",
        about="How many have answered a text, whose title is quoted.",
        family="comments",
        gate="0123456789",
        holds=(" on ", " to "),
        pattern=r"\d[\d,]*\s(?:thoughts?|responses?|replies|comments?)\s(?:on|to)\s[\"“‘'«]",
        yes=(Example("[[4 thoughts on “Ferry returns to Northport”]]"),),
        no=("4 thoughts on the new ferry",),
        most=30,
    ),
    Shape(
        id="boilerplate.arrow",
        about="A link with an arrow before it or behind it.",
        family="related",
        gate="←→»«",
        pattern=r"[←→»«]\s\w.*[^.]$|\w.*[^.:]\s[→»]$",
        yes=(Example("[[← Storm takes the roof off a school]]"), Example("[[Ferry returns »]]")),
        no=("North → south.", "«Wir fahren», sagte er"),
        least=2,
        most=24,
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
        id="boilerplate.copyright_letter",
        about="The sign written as a letter in brackets, and a year.",
        family="copyright",
        gate="(",
        pattern=r"(?:[Cc]opyright\s)?\([Cc]\)\s?(?:19|20)\d\d\b.{0,60}",
        yes=(Example("[[(c) 2031 Northport Courier]]"),),
        no=("(c) the harbour of 2031",),
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
        id="boilerplate.agency",
        about="The initials of an agency in brackets, alone.",
        family="wire_signoff",
        closes=(")",),
        cased=True,
        most=1,
        pattern=r"\([A-Z]{2,6}\)$",
        yes=(Example("[[(QNA)]]"),),
        no=("(2)", "(cont)"),
    ),
    Shape(
        id="boilerplate.initials",
        about="The initials of an agency behind dashes, or with those of its writers and editors.",
        family="wire_signoff",
        gate="/-–—",
        cased=True,
        most=2,
        pattern=r"(?:[A-Z]{2,6}(?:\s[a-z]{2,4})?|[a-z]{2,4}[-/][a-z]{2,4})(?:[-/][a-z]{2,4})*/[a-z]{2,4}$"
        r"|(?:[-–—]{2}\s?|[–—]\s|[-–—])[A-Z]{3,8}$",
        yes=(
            Example("[[QNA/aq/tr]]"),
            Example("[[bur-aq/tr]]"),
            Example("[[QNA aq/tr]]"),
            Example("[[-QNA]]"),
            Example("[[-- QNA]]"),
        ),
        no=("and/or", "km/h", "Harbour/coast", "Open and/or", "- QNA", "— Quill"),
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
        id="boilerplate.print",
        about="What a browser prints around a page: when and the title, the address and a number.",
        family="document_mark",
        gate="/",
        pattern=r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?:\s[ap]m|(?!\s[ap]m))\s\S+\s\S"
        r"|(?:https?://|www\.)\S+\s+(?:page\s)?\d{1,3}(?:/|\sof\s)\d{1,3}$",
        yes=(
            Example("[[03/05/2031, 21:14 Ferry returns - Northport Courier]]"),
            Example("[[5/3/31, 9:14 PM Ferry returns]]"),
            Example("[[https://courier.example/a/1 2/3]]"),
        ),
        no=(
            "03/05/2031, 21:14 GMT",
            "5/3/31, 9:14 PM EDT",
            "03/05/2031 21:14 Ada Quill",
            "See courier.example 1/2",
        ),
        least=2,
        most=30,
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
        rf"|{_NAME}(?:/{_NAME})?\svia\s{_TOKEN}|{_TOKEN}\s(?:[Pp]hoto|[Ff]ile|[Hh]andout|[Vv]ideo)|{_NAME}\sphoto)[)\]]\.?\s*$"
        rf"|.*[.!?][\"'”’]?\s?[(\[](?:[A-Z]{{3,6}}(?:/[A-Z]{{2,6}})?|{_TOKEN}(?:\s{_WORD})?:\s{_NAME})[)\]]\s*$",
        yes=(
            Example("[[A boat off Northport. (AFP/File)]]"),
            Example("[[A boat off Northport in May. (QNA/File)]]"),
            Example("[[Ferry crews wait for the tide [Ada Quill/QNA]]]"),
            Example("[[Ferry crews wait for the tide [Ada Quill/Supplied]]]"),
            Example("[[Ferry crews wait for the tide. (QNA photo)]]"),
            Example("[[Ferry crews wait for the tide. (Courier photo)]]"),
            Example("[[The ferry leaves the old harbour. (QNA)]]"),
            Example("[[The ferry leaves the old harbour. (QNA News: Ada Quill)]]"),
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
        id="boilerplate.numbered_picture",
        about="Which picture of how many a caption is of.",
        family="caption",
        gate="[",
        pattern=r"\[\d{1,2}(?:/|\sof\s)\d{1,3}\]\s?\S",
        yes=(Example("[[[1/5]Crews wait for the tide in May, off Northport.]]"),),
        no=("[1] Quill, p. 5",),
        most=70,
    ),
    Shape(
        id="boilerplate.bar_credit",
        about="A sentence and behind a bar or a dash who took the picture, and for whom.",
        family="caption",
        gate="|—–",
        holds=("/", "photo", "|"),
        cased=True,
        least=5,
        pattern=rf".*[.!?][\"'”’]?\s?\|\s?[A-Z]{{2,6}}$|.*[^|\s]\s?(?:\|\s?{_NAME}\s?/\s?(?:{_TOKEN}|{_NAME})|[|—–]\s?(?:(?:{_TOKEN}|{_NAME})\s?/\s?"
        rf"(?:[Ff]ile|FILE|[Hh]andout|HANDOUT|Getty)(?:\s[Pp]hoto|\sImages)?|[Ff]ile\s[Pp]hoto|Photo:?\sby\s.{{1,40}}))\s*$",
        yes=(
            Example("[[Crews wait for the tide in May. | Ada Quill/Courier]]"),
            Example("[[The ferry leaves the old harbour. — QNA/File]]"),
            Example("[[The ferry leaves the old harbour. | QNA]]"),
            Example("[[The ferry leaves the old harbour. — Photo by author]]"),
        ),
        no=(
            "Nobody was hurt, the council said. — QNA",
            "North | South | East | West and all the rest",
        ),
        most=40,
    ),
    Shape(
        id="boilerplate.end_credit",
        about="A sentence and behind it who took the picture, or an agency and who took it.",
        family="caption",
        gate=":/|",
        cased=True,
        least=4,
        pattern=rf".*[.!?][\"'”’]?\s+(?:{_KIND}\s?[:/|]\s?[^\s:.][^:.]{{1,60}}"
        rf"|{_TOKEN}\s?/\s?{_NAME}(?:/[Ff]ile(?:\s[Pp]hoto)?)?"
        rf"|{_NAME}(?:/{_NAME})?/(?:{_TOKEN}|{AGENCIES}))\.?\s*$",
        yes=(
            Example("[[Crews wait for the tide in May. Photo: Ada Quill/QNA]]"),
            Example("[[Crews wait for the tide in May. Picture / Ada Quill]]"),
            Example("[[Crews wait for the tide in May. PHOTO | ADA QUILL | COURIER]]"),
            Example("[[Crews wait for the tide in May. QUILLNEWS/Ada Quill]]"),
            Example("[[Crews wait for the tide in May. Ada Quill/The Courier/QNA]]"),
        ),
        no=(
            "Nobody was hurt. He said: Ada Quill is safe",
            "Nobody was hurt. Picture: a boat that sinks. Nobody wants it",
        ),
        most=45,
    ),
    Shape(
        id="boilerplate.clock",
        about="A line that is only a time of the day.",
        family="timestamp",
        gate="0123456789",
        pattern=r"[(\[–—-]*\s?(?:[01]?\d|2[0-4])(?::[0-5]\d(?::\d\d)?|\.[0-5]\d(?=\s?[a-z]))"
        r"\s?(?:[ap]\.?m\.?)?\s?(?:\(?[a-z]{2,4})?[^\w%]*$",
        yes=(Example("[[10:45 am GMT]]"), Example("[[17.10 Uhr]]"), Example("[[04:12 PM (GMT)]]")),
        no=("10:45 was late", "$9.50", "10.45"),
        most=4,
    ),
)
