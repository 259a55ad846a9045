"""Listed: articles that somebody put together, each headed as the first line of the file is.

"Title: …", "Article 1", "[1] …", or a title and a day: what stands at the head of the file and
again above other text. A page with a menu begins otherwise.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from corpuskit_boilerplate.archive.labels import labels
from corpuskit_boilerplate.cut.parts import NO_TITLE
from corpuskit_boilerplate.head.credits import is_name
from corpuskit_boilerplate.lexicon import LANGUAGES, families
from corpuskit_boilerplate.page.heading import is_bullet
from corpuskit_boilerplate.page.lines import Line, tells

__all__ = ["fed_starts", "headed_alike", "labelled_starts", "numbered", "numbered_starts"]

_TEXT = 20  # words of sentences of an article at least
_LONG = 30  # words of a paragraph that is enough
_SENTENCE = 8  # words of the shortest
_TITLE = range(3, 26)  # words of a headline
_HEAD = 5  # lines of the longest heading
_SHORT = 12  # words of the longest other line of it
_LABEL = 25  # words of the longest line with a label
_COLON = 40  # characters in which the colon stands behind it
_TERM = 3  # words of the longest
_HEADLINES = frozenset(["headline", "title"])
_ABOVE = frozenset(["link", "separator", "document_mark"])  # what can stand above a heading
_ABOVE_FEED = 4  # lines above its first item, and one: its own name
_ITEMS = 3  # of a feed at least
_SOURCES = frozenset(["link", "name", "byline"])  # one of which each has, too
_SCORE = 40  # tenths of a logit
_COUNT = re.compile(
    r"(\W{0,12})(?:([^\W\d_]{3,12})\s(?:no\.?\s?|#)?)?(\d{1,3})(?!\w)([\s\]).:#=*_–—-]{0,12})"
)
_MARKS = "*_# "


def labelled_starts(lines: Sequence[Line], languages: tuple[str, ...] = LANGUAGES) -> list[int]:
    """Where the label of the file's first line stands again at the head of an article."""
    first = _label(lines[0])
    if first is None:
        return []
    heading = itertools.takewhile(lambda term: term is not None, map(_label, lines[:_HEAD]))
    if not any(map(functools.partial(_of_title, languages), heading)):
        return []
    found = [
        i
        for i in range(1, len(lines) - 1)
        if _label(lines[i]) == first and _label(lines[i - 1]) is None
    ]
    return _with_text(lines, found)


def _label(line: Line) -> str | None:
    """What stands before the first colon of a line that is no sentence, if that is short."""
    head, colon, rest = line.folded[:_COLON].partition(":")
    if not colon or line.words > _LABEL or _sentence(line) or rest[:1].strip(_MARKS):
        return None
    term = head.strip(_MARKS)
    return term if term and term.count(" ") < _TERM else None


def _of_title(languages: tuple[str, ...], term: str | None) -> bool:
    row = labels(languages).label.get(term or "")
    told = row is not None and row.role in _HEADLINES
    return told or term in families(languages).labels


def numbered_starts(lines: Sequence[Line], languages: tuple[str, ...] = LANGUAGES) -> list[int]:
    """Lines that go on counting what the file's first line counts, each above an article."""
    one = numbered(lines[0].text, languages)
    if one is None or one[1] != 1:
        return []
    found = [0]
    for i in range(1, len(lines) - 1):
        if not lines[i].text[:12].isalpha():
            mark = numbered(lines[i].text, languages)
            if mark is not None and mark[0] == one[0] and mark[1] == len(found) + 1:
                found.append(i)
    if len(found) < 2 or not all(_headed(lines, i, languages) for i in found):
        return []
    return _with_text(lines, found[1:])


def numbered(text: str, languages: tuple[str, ...] = LANGUAGES) -> tuple[str, int, int] | None:
    """How a line counts ("article", "]"), its number, and where what it counts begins."""
    match = _COUNT.match(text)
    if match is None:
        return None
    before, word, number, behind = match[1], (match[2] or "").lower(), match[3], match[4]
    if word:
        if word not in families(languages).counts or (match.end() < len(text) and not behind):
            return None
        return before.strip() + word, int(number), match.end()
    mark = behind.strip() or ("\t" if "\t" in behind else "")
    if before.strip() not in ("", "[", "(", "#") or mark not in ("]", ")", ".", "\t"):
        return None
    return before.strip() + mark, int(number), match.end()


def _headed(lines: Sequence[Line], i: int, languages: tuple[str, ...]) -> bool:
    """Whether a counted line is a title or has one below, and a day is in or below it."""
    line = lines[i]
    mark = numbered(line.text, languages)
    rest = "" if mark is None else line.text[mark[2] :]
    head = i if rest else i + 1
    title = lines[head]
    if title.words not in _TITLE or title.ended:
        return False
    if not rest and not line.text[0].isalnum():
        return True
    text = _text_below(lines, head + 1)
    return any(one.dates or one.family == "byline" for one in lines[head:text])


def fed_starts(lines: Sequence[Line], languages: tuple[str, ...] = LANGUAGES) -> list[int]:
    """The headlines of all items but the first if the file is a feed: nothing but a few items, each
    with the same kinds of lines, a title and a day among them, and then what it is about."""
    if sum([len(line.dates) > 0 for line in lines]) < _ITEMS:
        return []
    for top in range(_ABOVE_FEED):
        if found := _items(lines, top, languages):
            return found[1:]
    return []


def _items(lines: Sequence[Line], top: int, languages: tuple[str, ...]) -> list[int]:
    """The headlines of the items of a feed that begins at line `top`."""
    heads: list[int] = []
    first: tuple[str, ...] = ()
    i = top
    while i < len(lines):
        text = _text_below(lines, i)
        kinds = tuple("name" if is_name(one, languages) else _kind(one) for one in lines[i:text])
        if i == top:
            first = kinds
        if kinds != first or not {"title", "day"} <= {*kinds} or _SOURCES.isdisjoint(kinds):
            return []
        heads.append(i)
        i = next((k for k in range(text, len(lines)) if not _sentence(lines[k])), len(lines))
        if i == text:
            return []
    return heads if len(heads) >= _ITEMS else []


def headed_alike(lines: Sequence[Line], languages: tuple[str, ...]) -> list[tuple[int, int]]:
    """Lines with the same kinds of lines below as the first, above the text: (tenths, index)."""
    top = next((i for i, line in enumerate(lines[:_HEAD]) if line.family not in _ABOVE), 0)
    first = _skeleton(lines, top)
    if first is None:
        return []
    found = []
    for i in range(top + 2, len(lines) - 2):
        line, above = lines[i], lines[i - 1]
        if line.family == "comments":
            break
        if not (above.family or above.ended) or _kind(line) != first[0]:
            continue
        if _skeleton(lines, i) == first and not is_name(line, languages):
            found.append((_SCORE, i))
    return found


def _skeleton(lines: Sequence[Line], i: int) -> tuple[str, ...] | None:
    """The kinds of the lines of the heading at line `i`; None without a title and day or author."""
    text = _text_below(lines, i)
    if text == i or not lines[text : text + 1] or not _sentence(lines[text]):
        return None
    if lines[text].words < _LONG and not all(map(_sentence, lines[text : text + 2])):
        return None
    kinds = tuple(map(_kind, lines[i:text]))
    told = {"title", "day"} <= {*kinds} or "title+day" in kinds
    told = told or {"title", "byline"} <= {*kinds}
    return kinds if told and kinds[0] in ("title", "day", "title+day") else None


def _text_below(lines: Sequence[Line], i: int) -> int:
    """The first line of text from line `i` on, or the last that is looked at for it."""
    below = range(i, min(i + _HEAD, len(lines)))
    return next((k for k in below if _sentence(lines[k])), below.stop)


def _kind(line: Line) -> str:
    text = line.text
    if line.family and line.family != "timestamp":
        return line.family
    if line.dates:
        rest = line.words - 3 * len(line.dates)
        if line.family or rest < _TITLE.start or line.words > _TITLE.stop:
            return "day"
        return "title+day" if text[-1] not in NO_TITLE and rest > _TITLE.start else "day"
    title = line.words in _TITLE and text[-1] not in NO_TITLE and not is_bullet(line)
    if title and not text[0].islower():
        return "title"
    return "short" if line.words <= _SHORT else "long"


def _with_text(lines: Sequence[Line], found: Sequence[int]) -> list[int]:
    """Those of `found` that have text above them, and below up to the next."""
    edges = [0, *found, len(lines)]
    texts = [
        sum([line.words for line in lines[one:two] if _sentence(line)]) >= _TEXT
        for one, two in itertools.pairwise(edges)
    ]
    return list(found) if found and all(texts) else []


def _sentence(line: Line) -> bool:
    return tells(line, _SENTENCE)
