"""Credits: who wrote an article where no wording says so: a name by a stamp or before a function.

"Ada Quill" above "3 May 2031", "Ada Quill, Staff Reporter", "QNA / May 3, 2031", "ByAda Quill".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpuskit import Span
from corpuskit_boilerplate.head.dates import label_in
from corpuskit_boilerplate.lexicon import LANGUAGES, agencies, calendar, families, stripped
from corpuskit_boilerplate.page.lines import Line, tells

__all__ = [
    "author_in",
    "is_agency",
    "is_name",
    "is_plain",
    "name_beside",
    "names_author",
    "names_paper",
    "untold_author",
]

_NEAR = 12  # lines from the headline to the last that can name the author
_WORDS = 8  # of the longest such line
_EACH = 3  # more for each more name
_NAME = re.compile(
    r"[^\W\d_a-z][\w'’-]*\.?(?:\s(?:(?:al|bin|de|van|von|el)[\s-])?[^\W\d_a-z][\w'’-]*\.?){1,3}"
)
_DIVIDES = re.compile(r"\s?[,|/•·–—]\s|,\s|\s-\s")
_NAMES = re.compile(  # of several, with what divides them from the paper's
    rf"(?P<names>{_NAME.pattern}(?:(?:,|\sand|\s&)\s{_NAME.pattern}){{0,3}})(?:{_DIVIDES.pattern})"
)
_OTHER = re.compile(rf"\s\|\s{_NAME.pattern}")
_COLON = re.compile(r"\s?:\s?|\s")
_NEXT = re.compile(r",\s|\s&\s|\sand\s")
_PLACED = re.compile(rf"({_NAME.pattern}),\s([^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?)")
_MORE = re.compile(  # "and agencies", "in Northport", "for the Courier", "@adaquill"
    r"\s(?:(?:and|with|in|for)\s[\w\s]{3,40}|\(?@\w+\)?)$"
)
_CLOCK = re.compile(
    r"(?:\W+(?:at\s)?\d[\d:.]*+h?)?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s\(?[A-Z]{2,4}\b\)?)?"
)
_PARTS = re.compile(r"\s?[,|/•·–—-]\s?|\s")
_AGENCY = re.compile(r"[A-Z]{2,6}(?=\s?[/|])")
_INITIALS = re.compile(r"[A-Z]{2,6}")
_STOPPED = re.compile(r"[a-z]{3}\.$")  # no "Jr."
_MARKS = " \t,|/•·⋅–—:-"
_LAST = re.compile(r"(?:\S+\s+){0,2}\S+\s*$")  # words that can label a day
_TAIL = " |/•·"
_PAPER = 4  # words of the longest name of a paper that stands alone
_ARTICLE = 3  # letters of "The" before a paper's name
_PLACE = 2  # words of a place behind an agency
_FOR = frozenset(["byline", "gallery"])  # what an author does, or an agency
_BUTTONS = frozenset(["share", "follow", "handle"])
_STAMPS = frozenset(["timestamp", "read_time"])
_HEAD = 4  # lines from the headline to a name that heads the text
_SENTENCE = 6  # words of the shortest line of text below it


def untold_author(
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int | None,
    languages: tuple[str, ...] = LANGUAGES,
) -> tuple[int, Span] | None:
    """The line between headline and text that names the author, and where in it; None if none."""
    if headline is None:
        return None
    if body[headline + 1 : headline + 2] == [True]:
        return _first_of_text(lines, body, headline, languages)
    text = next((i for i in range(headline + 1, len(lines)) if body[i]), len(lines))
    head = range(headline + 1, min(text, headline + 1 + _NEAR))
    for i in head:
        size = _named(lines[i], languages)
        if size:
            return i, Span(lines[i].start, lines[i].start + size)
    for i in head:
        name = _behind(lines[i], languages) if lines[i].dates else None
        if name is not None and not _told(lines, body, name[0]):
            return i, Span(lines[i].end - name[1], lines[i].end - name[1] + len(name[0]))
    head_stamped = [i for i in head if _by_stamp(lines, i, head)]
    for i in head_stamped:
        if is_name(lines[i], languages) and _only_here(lines, body, i):
            return i, Span(lines[i].start, lines[i].start + len(lines[i].text.rstrip(_TAIL)))
    for i in head_stamped:
        size = _of_paper(lines[i], languages) or _in_place(lines, body, i, headline, languages)
        if size and not _told(lines, body, lines[i].text[:size]):
            return i, Span(lines[i].start, lines[i].start + size)
    for i in head_stamped:
        if is_agency(lines[i].text):
            return i, Span(lines[i].start, lines[i].end)
    return _first_of_text(lines, body, headline, languages)


def _first_of_text(
    lines: Sequence[Line], body: Sequence[bool], headline: int, languages: tuple[str, ...]
) -> tuple[int, Span] | None:
    """A name alone above the first paragraph that was taken for text, a stamp beside it or beside
    the headline; None if there is none."""
    i = next((i for i in range(headline + 1, len(lines)) if body[i]), len(lines))
    if i + 1 >= len(lines) or i > headline + _HEAD or not tells(lines[i + 1], _SENTENCE):
        return None
    stamped = [lines[k].family for k in (headline - 1, i - 1) if k >= 0 and k != headline]
    if _STAMPS.isdisjoint(stamped):
        return None
    whole = is_name(lines[i], languages)
    size = len(lines[i].text.rstrip(_TAIL)) if whole else _of_paper(lines[i], languages)
    key = lines[i].folded[:size]
    if not size or any(key in one.folded for k, one in enumerate(lines) if k != i):
        return None
    return i, Span(lines[i].start, lines[i].start + size)


def author_in(line: Line, languages: tuple[str, ...] = LANGUAGES) -> Span:
    """The byline that a line is, without what its bearer does, and without a day."""
    name = _NAME.match(line.text) if line.rule == "boilerplate.role" else None
    if name is not None:
        return Span(line.start, line.start + name.end())
    if not line.dates:
        return Span(line.start, line.end)
    text = line.text[: line.dates[0].start - line.start]
    term = _by(text, languages)
    last = _LAST.search(text, term)
    label = label_in(last[0].lower()) if last else None
    told = text[: None if last is None or label is None else last.start() + label].rstrip(_MARKS)
    return Span(line.start, line.end if len(told) <= term else line.start + len(told))


def name_beside(lines: Sequence[Line], i: int, languages: tuple[str, ...] = LANGUAGES) -> int:
    """The line of the name if the byline `i` says only "By" above it, or the function below it."""
    if lines[i].rule == "boilerplate.whole" or lines[i].key in families(languages).names:
        place = i + 1 if lines[i].key in families(languages).names else i - 1
        if 0 < place < len(lines) and is_name(lines[place], languages):
            return place
    return i


def _named(line: Line, languages: tuple[str, ...]) -> int:
    """How many characters of the line are a name by its own form; 0 if none."""
    text = line.text
    if line.words > 2 * _WORDS or line.family in ("caption", "share"):
        return 0
    if not line.family and _glued(line, languages):
        return len(text)
    if line.dates:
        return _before(text[: line.dates[0].start - line.start], languages)
    name = _NAME.match(text)
    if name is None or line.family or line.words > _WORDS:
        return 0
    rest = _DIVIDES.match(text, name.end())
    if rest is None:
        return 0
    function = stripped(line.folded[rest.end() :])
    return name.end() if families(languages).whole.get(function) in _FOR else 0


def names_author(line: Line, languages: tuple[str, ...] = LANGUAGES) -> bool:
    """Whether the line is a name, perhaps with that of a paper, and no more."""
    return is_name(line, languages) or _of_paper(line, languages) > 0


def names_paper(line: Line, languages: tuple[str, ...] = LANGUAGES) -> bool:
    """Whether the line is a paper's name by one of its words and no more ("THE ISLAND HERALD")."""
    words = line.text.split()
    known = families(languages).papers
    short = not line.family and len(words) <= _PAPER and all(word[0].isupper() for word in words)
    return short and any(word.lower() in known for word in words if len(word) > _ARTICLE)


def _of_paper(line: Line, languages: tuple[str, ...]) -> int:
    """How many characters of the line are a name before that of a paper ("Ada Quill | The Northport
    Courier", "Ada Quill, Tom Reed - The Courier"); 0 if it is not such a line."""
    found = _NAMES.match(line.text)
    if found is None or line.family not in ("", "breadcrumb"):
        return 0
    names = _NEXT.split(found["names"])
    if line.words > _WORDS + _EACH * (len(names) - 1):
        return 0
    paper = line.text[found.end() :].split()
    known = families(languages).papers
    named = any(word.lower() in known for word in paper if len(word) > _ARTICLE)
    if not named or not all(word[0].isupper() for word in paper):
        return 0
    return 0 if any(is_plain(name, languages) for name in names) else found.end("names")


def _in_place(
    lines: Sequence[Line], body: Sequence[bool], i: int, headline: int, languages: tuple[str, ...]
) -> int:
    """How many characters of line `i` are a name before a place that headline or text name, too
    ("Ada Quill, Northport"); 0 if it is not such a line."""
    line = lines[i]
    found = None if line.family or line.dates else _PLACED.fullmatch(line.text)
    if found is None or is_plain(found[0].replace(",", ""), languages):
        return 0
    told = found[2] in lines[headline].text or _told(lines, body, found[2])
    return found.end(1) if told else 0


def _glued(line: Line, languages: tuple[str, ...]) -> bool:
    """Whether flattening has glued a word that stands before names to one."""
    text, low = line.text, line.folded
    known = families(languages).names
    if not low.startswith(tuple(known)):
        return False
    sizes = [len(term) for term in known if low.startswith(term) and len(term) < len(text)]
    return any(text[n - 1].islower() and text[n].isupper() for n in sizes)


def _before(text: str, languages: tuple[str, ...]) -> int:
    """How many characters of the text before a day are a name."""
    agency = _AGENCY.match(text)
    if agency is not None:
        label = label_in(text.lower())
        rest = text[agency.end() : label].strip(" /|")
        return 0 if len(rest.split()) > _PLACE or "|" in rest else agency.end()
    term = _by(text, languages)
    if term:
        label = label_in(text[term:].lower())
        name = _NAME.match(text, term, len(text) if label is None else term + label)
        if name is None:
            return 0
        rest = text[name.end() : None if label is None else term + label].strip(_MARKS)
        apart = _DIVIDES.match(text, name.end()) or _MORE.match(text.rstrip(_MARKS), name.end())
        return name.end() if apart or not rest else 0
    second = text.find(" ") + 1  # the first word can be that before a name
    label = label_in(text[second:].lower())
    end = len(text) if label is None else second + label
    name = _NAME.match(text, 0, end)
    if name is None:
        return 0
    function = families(languages).whole.get(name[0].lower()) == "byline"  # "Staff Reporter"
    if not function and is_plain(name[0], languages):
        return 0
    behind = text[name.end() : end].rstrip(_MARKS)
    rest = behind.lstrip(_MARKS)
    if not rest or _INITIALS.fullmatch(rest) or _MORE.match(behind.partition(" / ")[0]):
        return name.end()
    if _OTHER.fullmatch(behind) and not is_plain(rest, languages):
        return name.end() + len(behind)
    return name.end() if families(languages).whole.get(stripped(rest.lower())) == "byline" else 0


def _by(text: str, languages: tuple[str, ...]) -> int:
    """Where a name can begin behind "by", "Written by: "; 0 if the text does not begin so."""
    low = text.lower()
    known = families(languages).names
    sizes = [len(term) for term in known if known[term] == "byline" and low.startswith(term)]
    size = max(sizes, default=0)
    behind = _COLON.match(text, size) if size else None
    return behind.end() if behind else 0


def _behind(line: Line, languages: tuple[str, ...]) -> tuple[str, int] | None:
    """The name behind the last day of a line, and how far from the line's end it begins."""
    text = line.text
    clock = _CLOCK.match(text, line.dates[-1].end - line.start)
    parts = clock and _PARTS.match(text, clock.end())
    if parts is None or line.words > 2 * _WORDS:
        return None
    start, known = parts.end(), families(languages).names
    first = text[start:].partition(" ")[0]
    by = known.get(first.lower()) == "byline"
    if not by and parts[0].isspace():
        return None  # a place can stand there, too
    start += (len(first) + 1) * by
    name = _NAME.match(text, start)
    if name is None or is_plain(name[0], languages):
        return None
    whole = not text[name.end() :].strip(_MARKS) or _MORE.match(text, name.end())
    apart = by and _DIVIDES.match(text, name.end())
    return (name[0], len(text) - start) if whole or apart else None


def _told(lines: Sequence[Line], body: Sequence[bool], name: str) -> bool:
    """Whether the text has the name, as it has that of a place."""
    return any(name in line.text for line, kept in zip(lines, body, strict=True) if kept)


def is_agency(text: str) -> bool:
    """Whether the text is the name of a news agency and no more."""
    return _agency_pattern().fullmatch(text) is not None


@functools.cache
def _agency_pattern() -> re.Pattern[str]:
    return re.compile(agencies("news"))


def _by_stamp(lines: Sequence[Line], i: int, head: range) -> bool:
    """Whether a day or a time stands above or below line `i`, nothing but buttons between.

    Right below the headline a line, as with the paper's name, may be between; or the stamp stands
    right above the headline.
    """
    if i == head[0] > 1 and lines[i - 2].family in _STAMPS:
        return True
    if i == head[0] and i + 2 in head and lines[i + 2].family in _STAMPS:
        return True
    for step in (-1, 1):
        k = i + step
        while k in head and lines[k].family in _BUTTONS:
            k += step
        if k in head and lines[k].family in _STAMPS:
            return True
    return False


def is_name(line: Line, languages: tuple[str, ...], *, papers: bool = False) -> bool:
    """Whether the line is a name and no more, perhaps others behind it.

    Args:
        papers: whether that of a paper is one, too.
    """
    if line.family not in ("", "table_residue") or line.words > _WORDS or line.dates:
        return False
    name = _NAME.match(line.text)
    if name is None or label_in(line.folded) is not None:
        return False
    if is_plain(name[0], languages, papers=papers):
        return False
    if _STOPPED.search(line.text[-4:]):
        return False
    text = line.text.rstrip(_TAIL)
    return name.end() == len(text) or _MORE.match(text, name.end()) is not None


def is_plain(name: str, languages: tuple[str, ...], *, papers: bool = False) -> bool:
    """Whether a word of a name is one of menus, of the calendar or, unless `papers`, of papers."""
    known, days = families(languages), calendar(languages)
    return any(
        word in known.whole
        or (not papers and word in known.papers)
        or (i and word.strip(".") in days.months)  # "Jan Kowal", "April Quill"
        or word in days.weekdays
        for i, word in enumerate(name.lower().split())
    )


def _only_here(lines: Sequence[Line], body: Sequence[bool], i: int) -> bool:
    """Whether no other line has the name but one below that could be of its bearer.

    A place stands in the text, too, and a paper's name in its menu or beside its rights.
    """
    key = lines[i].key
    return not any(
        key in line.folded
        for k, line in enumerate(lines)
        if k != i
        and (k < i or body[k] or line.family == "copyright")
        and line.rule != "boilerplate.code"
    )
