"""Pictures: lines that are the caption of one, by who took it, or by which of how many it is."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_boilerplate.rules.shape import Shape

__all__ = ["AGENCIES", "PICTURES", "WORD"]

AGENCIES = "<agencies>"
"""Stands in a pattern for the names in `agencies.tsv`, which are read with the first page."""

_TOKEN = r"[A-Z][A-Z&-]{1,11}"
"""An agency's initials, or its name in capitals."""
WORD = r"[^\W\d_a-z][\w.'’-]*+"
"""One of the words of a name."""
_NAME = rf"{WORD}(?:\s{WORD}){{0,3}}"

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

PICTURES: tuple[Shape, ...] = (
    Shape(
        id="boilerplate.credit",
        about="A line that ends in brackets that say who took the picture, or for whom.",
        family="caption",
        closes=_BRACKET,
        cased=True,
        pattern=rf".*[(\[](?:{_SOURCE}(?:[/ :,-][^()\[\]]{{0,60}})?|{_BOTH}"
        rf"|{_NAME}(?:/{_NAME})?\svia\s{_TOKEN}|{_TOKEN}\s(?:[Pp]hoto|[Ff]ile|[Hh]andout|[Vv]ideo)|{_NAME}\sphoto)[)\]]\.?\s*$"
        rf"|.*[.!?][\"'”’]?\s?[(\[](?:[A-Z]{{3,6}}(?:/[A-Z]{{2,6}})?|{_TOKEN}(?:\s{WORD})?:\s{_NAME})[)\]]\s*$",
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
)
