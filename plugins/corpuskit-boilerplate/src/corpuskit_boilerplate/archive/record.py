"""Record: what the lines of one document of an export are: headline, day, place, author, text.

Labels say most of it. Where a database prints a heading without labels, the place above or below
the date line, or above the number of words, does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from corpuskit import Published, Span
from corpuskit_boilerplate.archive.labels import Tag
from corpuskit_boilerplate.lexicon import LANGUAGES, calendar
from corpuskit_boilerplate.page.lines import Line
from corpuskit_boilerplate.page.order import NumericOrder, settled

__all__ = ["ARCHIVE_RULE", "EXPORT_KINDS", "Record", "read_record"]

ARCHIVE_RULE = "boilerplate.archive"
"""The rule of a line that an export's labels tell."""

EXPORT_KINDS = ("dateline", "document_mark", "metadata")
"""Kinds of lines that only exports have."""

_LONG = 16  # words from which an unlabelled line is a paragraph
_TITLE = 40  # words of the longest headline
_NAMES = 8  # words of the longest byline without a label
_FULL = 40  # characters of a labelled line that goes on below
_STAMP = 10  # words of the longest date line
_MARKS = ("start", "end", "page", "line")
_FILLED = frozenset(["headline", "title", "byline", "dateline", "published"])
_NO_TITLE = frozenset(["copyright", "separator", "byline", "timestamp"])
_NO_TEXT = frozenset(["copyright", "separator", "advertisement", "share", "counts", "read_time"])
_EDITION = re.compile(r"(?:edition|final|ausgabe|edición)\b[\W\d]*$")
_FIGURE = re.compile(r"\d")


@attrs.frozen(kw_only=True)
class Record:
    """One document of an export.

    Attributes:
        lines: its lines, those that are no text with the families that they are of.
        body: for each whether it is text.
        headline, byline: indices of lines.
        points: indices of key points.
        dateline: where the place stands, if a label says so.
        published: the day that the heading states.
    """

    lines: tuple[Line, ...]
    body: tuple[bool, ...]
    headline: int | None = None
    byline: int | None = None
    points: tuple[int, ...] = ()
    dateline: Span | None = None
    published: Published | None = None


def read_record(
    lines: Sequence[Line],
    tags: Sequence[Tag],
    languages: tuple[str, ...] = LANGUAGES,
    order: NumericOrder | None = None,
) -> Record | None:
    """The document of `lines`; None if not one of them has a label."""
    if all(tag.label is None or tag.piece == "mark" for tag in tags) and not any(
        tag.role in ("start", "length") for tag in tags
    ):
        return None
    return _Reading(lines, tags, languages, order).record()


class _Reading:
    """A document while it is read: `roles` say for each line what it was found to be."""

    def __init__(
        self,
        lines: Sequence[Line],
        tags: Sequence[Tag],
        languages: tuple[str, ...],
        order: NumericOrder | None,
    ) -> None:
        self.lines, self.tags, self.languages, self.order = lines, tags, languages, order
        self.roles = [_role(tag) for tag in tags]
        opening = [i for i, role in enumerate(self.roles) if role in ("start", "page")]
        self.top = opening[0] if opening else 0  # above it stands what is in front of all
        self._fill()
        first, last = self._text()
        self._weak(first, last)
        self.first, self.last = first, last

    def record(self) -> Record:
        """What was found."""
        stamp = self._stamp()
        headline = self._headline(stamp)
        if headline is not None:
            if self.roles[headline] == "":
                self.roles[headline] = "=headline"
            self.first = max(self.first, headline + 1) if headline < self.last else self.first
        byline = self._byline(headline)
        body = self._body(headline, byline)
        place = self._of("dateline")
        points = [i for i, role in enumerate(self.roles) if role == "=summary"]
        day = self._day(stamp)
        kinds = self._families(body, headline, byline, stamp)
        return Record(
            lines=tuple(
                line.of(kind, ARCHIVE_RULE) if kind else line
                for line, kind in zip(self.lines, kinds, strict=True)
            ),
            body=tuple(body),
            headline=headline,
            byline=byline,
            points=tuple(points),
            dateline=None if place is None else _place(self.lines[place], self.languages),
            published=day,
        )

    def _fill(self) -> None:
        """Give a line below a label without a value, or right below a full one, to that label."""
        waiting, coded, begun = "", False, False
        for i, tag in enumerate(self.tags):
            if tag.label is not None:
                coded = tag.label.form == "code"
                begun = begun or tag.role == "body"
                bare = tag.piece in ("label", "whole") and self._bare(i)
                waiting = tag.role if bare else ""
                if not bare and tag.piece == "whole" and tag.role in ("tail", "heading", "source"):
                    waiting = "+" + tag.role
                continue
            if not waiting or waiting in ("body", "length"):
                begun = begun or self._paragraph(i)
                continue
            if waiting == "abstract":
                self.roles[i] = "=abstract"
            elif waiting[0] != "+" and self._can_be(i, waiting, begun=begun):
                self.roles[i] = "=" + waiting
                waiting = "+" + waiting
            elif waiting[0] == "+" and (not tag.gap or coded) and self._runs_on(i, waiting, coded):
                self.roles[i] = "=" + waiting[1:]
            else:
                waiting = ""
                begun = begun or self._paragraph(i)

    def _can_be(self, i: int, role: str, *, begun: bool) -> bool:
        """Whether line `i` can be what a label without a value on its line labels."""
        words = self.lines[i].words
        if role in ("headline", "title"):
            return words <= _TITLE
        return words < _LONG or role == "summary" or (begun and role == "tail")

    def _bare(self, i: int) -> bool:
        """Whether the label of line `i` stands without a value."""
        label = self.tags[i].label
        if label is None or self.roles[i] in _MARKS or label.form in ("mark", "opening"):
            return False
        after = self.tags[i + 1] if i + 1 < len(self.tags) else None
        if after is not None and after.piece == "value" and after.label is label:
            return False
        return self.lines[i].end - self.lines[i].start <= label.value

    def _runs_on(self, i: int, waiting: str, coded: bool) -> bool:
        if waiting[1:] in _FILLED:
            return coded and not self.tags[i].gap
        above = self.lines[i - 1]
        full = above.end - above.start >= _FULL or not self.roles[i - 1].isalpha()
        return coded or (full and (waiting == "+tail" or self.lines[i].words < _LONG))

    def _text(self) -> tuple[int, int]:
        """[first, last) of the text."""
        count = len(self.lines)
        first = next((i for i, role in enumerate(self.roles) if role in ("body", "=body")), None)
        if first is None:
            first = self._unlabelled_text()
        if first is None:
            abstract = [i for i, role in enumerate(self.roles) if role == "=abstract"]
            if abstract:
                for i in abstract:
                    self.roles[i] = "=body"
                return abstract[0], abstract[-1] + 1
            return count, count
        texts = [i for i in range(first, count) if self._paragraph(i) or self.roles[i] == "=body"]
        end = texts[-1] if texts else first
        for i in range(end + 1, count):
            if self.roles[i] not in ("", "page", "body"):
                return first, i
        return first, count

    def _unlabelled_text(self) -> int | None:
        """Where the text begins that no label announces."""
        below = range(self.top, len(self.lines))
        long = next((i for i in below if self._paragraph(i)), None)
        if long is None:
            long = next((i for i in below if self._sentence(i)), None)
        if long is None:
            return None
        above = [i for i in range(self.top, long) if self.roles[i] or self._dated(i)]
        start = above[-1] + 1 if above else long
        if above and self.roles[above[-1]] and self.tags[above[-1]].piece != "mark":
            return start
        return next((i for i in range(start, long) if self.tags[i].gap), long)

    def _paragraph(self, i: int) -> bool:
        return not self.roles[i] and self.lines[i].words >= _LONG

    def _sentence(self, i: int) -> bool:
        return not self.roles[i] and self.lines[i].words >= 4 and self.lines[i].ended

    def _weak(self, first: int, last: int) -> None:
        """Labels inside of the text that stand in other texts, too, are text."""
        weak = ""
        for i in range(first, last):
            label = self.tags[i].label
            if label is not None:
                weak = label.term if not label.sure and label.form == "label" else ""
                if weak and self.tags[i].role not in ("body", "abstract"):
                    self.roles[i] = ""
            elif weak and self.roles[i].startswith("="):
                self.roles[i] = ""

    def _dated(self, i: int) -> bool:
        line = self.lines[i]
        if not line.dates:
            return False
        return line.family == "timestamp" or (line.words <= _STAMP and not line.ended)

    def _stamp(self) -> int | None:
        """The date line of the heading."""
        return next((i for i in self._heading() if self._dated(i)), None)

    def _heading(self) -> Iterable[int]:
        """Unlabelled lines above the text."""
        return [i for i in range(self.top, self.first) if not self.roles[i]]

    def _of(self, role: str) -> int | None:
        """The first value that a label of this role has."""
        return next((i for i, one in enumerate(self.roles) if one == "=" + role), None)

    def _headline(self, stamp: int | None) -> int | None:
        labelled = self._of("headline")
        if labelled is not None:
            return labelled
        possible = [i for i in self._heading() if i != stamp and self._can_title(i)]
        title = self._of("title")
        if title is not None:
            key = self.lines[title].key
            return next((i for i in possible if self.lines[i].key == key), title)
        if not possible:
            return None
        size = self.roles.index("length") if "length" in self.roles else None
        plain = size is not None and self.tags[size].piece == "mark"
        if size is not None and plain and (stamp is None or size < stamp):
            above = [i for i in possible if i < size]
            return max(above, key=lambda i: (self.lines[i].words, -i), default=None)
        return possible[0] if stamp is None else self._by_stamp(possible, stamp)

    def _by_stamp(self, possible: Sequence[int], stamp: int) -> int:
        """The headline above or below the date line, as the database prints it."""
        above = [i for i in possible if i < stamp]
        below = [i for i in possible if i > stamp and self._set_off(stamp, i)]
        named = any(role == "page" or role == "end" for role in self.roles)
        rights = "rights" in self.roles[stamp : self.first]
        if (named or rights) and above:
            return above[0]
        return below[0] if below else above[0] if above else possible[0]

    def _set_off(self, stamp: int, i: int) -> bool:
        """Whether a line below the date line is of no block with it and names no edition."""
        gaps = [k for k in range(self.top + 1, self.first) if self.tags[k].gap]
        apart = not gaps or any(stamp < k <= i for k in gaps)
        return apart and not _EDITION.search(self.lines[i].folded)

    def _can_title(self, i: int) -> bool:
        line = self.lines[i]
        return line.words <= _TITLE and line.family not in _NO_TITLE

    def _byline(self, headline: int | None) -> int | None:
        labelled = self._of("byline")
        if labelled is not None:
            return labelled
        near = range(min(self.first + 2, self.last))
        worded = [i for i in near if not self.roles[i] and self.lines[i].family == "byline"]
        if worded or headline is None:
            return next(iter(worded), None)
        below = headline + 1
        if below + 1 < len(self.roles) and self.roles[below] == "":
            size = self.tags[below + 1]
            if size.role == "length" and size.piece == "mark" and self._names(below):
                return below
        return None

    def _names(self, i: int) -> bool:
        line = self.lines[i]
        return line.words <= _NAMES and not _FIGURE.search(line.text)

    def _body(self, headline: int | None, byline: int | None) -> list[bool]:
        body = [False] * len(self.lines)
        title = None if headline is None else self.lines[headline].key
        for i in range(self.last):
            line = self.lines[i]
            if i < self.first and not (self._paragraph(i) and line.ended):
                continue
            if i in (headline, byline) or self.roles[i] not in ("", "=body"):
                continue
            if i and self.roles[i - 1] == "page" and line.key == title:
                continue
            sure = line.family in _NO_TEXT and line.words < _LONG
            body[i] = not sure or line.rule == "boilerplate.inside"
        return body

    def _day(self, stamp: int | None) -> Published | None:
        """The day of publication: what a label says, else the date line, else the source's."""
        places = [self._of("published"), stamp, *self._roles_of("source")]
        dated = settled(self.lines, self.order, self.languages)
        for i in places:
            for line, found, sure in dated:
                if line == i:
                    span = Span(found.start, found.end)
                    return Published(found.date, "stamp", span) if sure else None
        return None

    def _roles_of(self, role: str) -> list[int]:
        return [i for i, one in enumerate(self.roles) if one in (role, "=" + role)]

    def _families(
        self, body: Sequence[bool], headline: int | None, byline: int | None, stamp: int | None
    ) -> list[str]:
        """The families of lines that are no text; "" where they are left as they are."""
        kinds = []
        for i, role in enumerate(self.roles):
            if body[i] or i == headline:
                kind = ""
            elif role in _MARKS:
                kind = "document_mark"
            elif i == byline:
                kind = "byline"
            elif i == stamp or role == "=published":
                kind = "timestamp"
            elif role == "=dateline":
                kind = "dateline"
            elif role == "rights":
                kind = "copyright"
            elif role:
                kind = "metadata"
            else:
                plain = i < self.first and self.lines[i].family != "copyright"
                kind = "metadata" if plain else ""
            kinds.append(kind)
        return kinds


def _role(tag: Tag) -> str:
    """The role of a line: behind "=" that of the label whose value it is."""
    return "=" + tag.role if tag.piece == "value" else tag.role


def _place(line: Line, languages: tuple[str, ...]) -> Span | None:
    """Where the place stands in a dateline that may name the day, too."""
    text = line.text
    figure = _FIGURE.search(text)
    if figure is not None:
        text = text[: figure.start()].rstrip(" ,.(")
        words = text.rsplit(None, 1)
        if words and words[-1].lower() in calendar(languages).months:
            text = text[: len(text) - len(words[-1])]
    text = text.rstrip(" ,;(")
    return Span(line.start, line.start + len(text)) if text else None
