"""Assemble: from the lines of one article and the choice of body to an Article."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit import Article, Block, BlockKind, Furniture, Source, Span
from corpuskit_boilerplate.archive.record import Record
from corpuskit_boilerplate.body.appeal import APPEAL_RULE, appeal_families
from corpuskit_boilerplate.cut.listed import numbered
from corpuskit_boilerplate.head.credits import (
    author_in,
    is_name,
    name_beside,
    names_paper,
    untold_author,
)
from corpuskit_boilerplate.head.headline import filled_in, find_headline
from corpuskit_boilerplate.head.place import place_of
from corpuskit_boilerplate.head.published import publication
from corpuskit_boilerplate.head.summary import summary_lines, with_headings
from corpuskit_boilerplate.kinds import KINDS
from corpuskit_boilerplate.lexicon import LANGUAGES, families
from corpuskit_boilerplate.page.chat import heads_message, sender_of
from corpuskit_boilerplate.page.heading import SIGNS, is_bullet
from corpuskit_boilerplate.page.lines import PARAGRAPH, Line, tells
from corpuskit_boilerplate.page.opening import opening
from corpuskit_boilerplate.page.order import NumericOrder
from corpuskit_boilerplate.page.signoff import signed_from

__all__ = ["assemble"]

_MARKS = "*_# \t"
_LABEL_RULE = "boilerplate.label"
_SIGNED_RULE = "boilerplate.signed"
_SIGNOFF_RULE = "boilerplate.signoff"
_FEWEST = 3  # words of the title of a message
_TITLE = 30  # words of the longest headline
_NAMED = 3  # lines from a byline with a name to one that says only "Staff writer"
_AGAIN = 6  # lines in which a headline comes twice
_KICKER = 2  # words of a section's name, which can stand above a headline
_SENTENCE = 6  # words of the shortest below the title of a message
_SHORT = 14  # words of the longest sub-heading


def assemble(
    source: Source,
    lines: Sequence[Line],
    body: Sequence[bool],
    *,
    part: int,
    parts: int,
    languages: tuple[str, ...],
    numeric_order: NumericOrder | None = None,
    known: Record | None = None,
    titled: bool = True,
    counted: bool = False,
) -> Article:
    """The article of `lines`, of which those marked in `body` are its text.

    Args:
        known: what an export says of it, which then is all.
        titled: whether a later article was cut off at what looks like its headline.
        counted: whether its headline has the number one, as the next has the number two.
    """
    if known is not None:
        return _recorded(source, known, part, parts)
    body = list(body)
    headline = _headline_of(lines, body, languages, later=titled and part > 1, counted=counted)
    if headline is not None:
        for i in _again(lines, headline):
            body[i] = False
    if part > 1 and True not in body:  # it was cut off for its text
        body = [i != headline and not line.family for i, line in enumerate(lines)]
    points = summary_lines(lines, body, headline, languages)
    for i in with_headings(lines, points):
        body[i] = False
    published, updated = publication(
        lines, body, headline, source.captured, languages, numeric_order
    )
    if headline is not None and True in body[headline:]:  # above it are salutations, and the like
        body[:headline] = [
            yes and tells(lines[i], PARAGRAPH) for i, yes in enumerate(body[:headline])
        ]
    byline, author = _signed_by(lines, body, headline, languages)
    if byline is not None and body[byline]:
        body[byline] = False
    points = [i for i in points if i != byline]
    title, labels = _labelled(source.raw, lines, headline, part if parts > 1 else 0, languages)
    blocks, signed = _unsigned(source.raw, _blocks(lines, body))
    furniture = _furniture(lines, body, headline, frozenset(points), byline)
    if labels or signed:
        furniture = sorted([*labels, *furniture, *signed], key=lambda piece: piece.span.start)
    return Article(
        source=source,
        span=_extent(source.raw, lines, part, parts),
        headline=title,
        summary=tuple(_span(lines[i]) for i in points),
        dateline=place_of(source.raw, lines, body, headline, languages),
        byline=author,
        published=published,
        updated=updated,
        body=tuple(blocks),
        furniture=tuple(furniture),
        part=part,
        parts=parts,
    )


def _signed_by(
    lines: Sequence[Line], body: Sequence[bool], headline: int | None, languages: tuple[str, ...]
) -> tuple[int | None, Span | None]:
    """The line that names the author, and where the author stands; of a message, the sender."""
    byline = _byline(lines, body)
    if byline is not None:
        beside = name_beside(lines, byline, languages)
        byline = byline if body[beside] or beside == headline else beside
    author = None if byline is None else author_in(lines[byline], languages)
    stamps = [i for i, line in enumerate(lines) if line.family == "timestamp"]
    heads = [i for i in stamps if heads_message(lines[i])]
    if heads:
        sent = [i for i in heads if True not in body[:i]]
        return byline, sender_of(lines[(sent or heads)[-1]]) or author
    if byline is None or True in body[:byline]:
        return untold_author(lines, body, headline, languages) or (byline, author)
    return byline, author


def _headline_of(
    lines: Sequence[Line],
    body: Sequence[bool],
    languages: tuple[str, ...],
    *,
    later: bool,
    counted: bool,
) -> int | None:
    """The headline: most later articles are cut at it, or at the name of a section above it."""
    number = _counted(lines, body, languages) if counted else None
    if number is not None:
        return number
    first = later and _is_headline(lines[0]) and not _opens_signed(lines, languages)
    first = first and not filled_in(lines, 0)
    if first and not (_names_section(lines[0]) or names_paper(lines[0], languages)):
        return 0
    headline = _of_message(lines)
    if headline is not None:
        return headline
    headline = find_headline(lines, body)
    return 0 if first and (headline is None or _names_section(lines[headline])) else headline


def _of_message(lines: Sequence[Line]) -> int | None:
    """The title right below the head of a message, and above a sentence; None if it has none."""
    for i in [i for i, head in enumerate(lines[:-2]) if head.family == "timestamp"]:
        title, below = lines[i + 1], lines[i + 2]
        if heads_message(lines[i]) and _is_headline(title) and tells(below, _SENTENCE):
            plain = title.words >= _FEWEST and not title.ended and title.text[-1] not in ",;:"
            return i + 1 if plain else None
    return None


def _counted(lines: Sequence[Line], body: Sequence[bool], languages: tuple[str, ...]) -> int | None:
    """The line right above the text that counts the first article ("1. Ferry returns")."""
    text = next((i for i, yes in enumerate(body) if yes and tells(lines[i], PARAGRAPH)), 0)
    mark = numbered(lines[text - 1].text, languages) if text else None
    titled = mark is not None and mark[1] == 1 and mark[2] < len(lines[text - 1].text)
    return text - 1 if titled else None


def _again(lines: Sequence[Line], headline: int) -> list[int]:
    """The headline, and below it that same line once more, right above the text."""
    near = range(headline, min(headline + _AGAIN, len(lines)))
    return [i for i in near if lines[i].key == lines[headline].key]


def _names_section(line: Line) -> bool:
    """Whether it is short enough for a section's name, or for two ("World | Africa")."""
    return line.words <= _KICKER * (3 if " | " in line.text else 1)


def _recorded(source: Source, known: Record, part: int, parts: int) -> Article:
    """The article of an export's document, which says itself what is what."""
    lines, body = known.lines, known.body
    return Article(
        source=source,
        span=_extent(source.raw, lines, part, parts),
        headline=None if known.headline is None else _span(lines[known.headline]),
        summary=tuple(_span(lines[i]) for i in known.points),
        dateline=known.dateline or place_of(source.raw, lines, body, known.headline),
        byline=None if known.byline is None else _span(lines[known.byline]),
        published=known.published,
        body=tuple(_blocks(lines, body)),
        furniture=tuple(_furniture(lines, body, known.headline, frozenset(known.points))),
        part=part,
        parts=parts,
    )


def _labelled(
    raw: str,
    lines: Sequence[Line],
    headline: int | None,
    part: int,
    languages: tuple[str, ...],
) -> tuple[Span | None, list[Furniture]]:
    """Where the headline stands, and what it is labelled with, as in a mail ("Subject: …")."""
    if headline is None:
        return None, []
    line = lines[headline]
    head, colon, rest = line.folded.partition(":")
    family = families(languages).labels.get(head.strip(_MARKS)) if colon else None
    mark = numbered(line.text, languages) if family is None and part else None
    if family is not None and rest.strip(_MARKS):
        start = end = line.start + len(head) + 1
    elif mark is not None and mark[1] == part and mark[2] < len(line.text):
        start = end = line.start + mark[2]
        family = "document_mark"
    elif line.text[0] == "#" and line.text.lstrip("#")[:1].isspace() and line.text.strip(_MARKS):
        start = end = line.start + len(line.text) - len(line.text.lstrip("#"))
        family = "separator"
    else:
        return _plain(line), []
    while raw[start] in _MARKS:
        start += 1
    while raw[end - 1].isspace():
        end -= 1
    return Span(start, line.end), [Furniture(family, Span(line.start, end), _LABEL_RULE)]


def _plain(line: Line) -> Span:
    """The line without the asterisks around all of it by which it is in bold."""
    text = line.text
    for mark in ("**", "*"):
        size = len(mark)
        if (
            text.startswith(mark)
            and text.endswith(mark)
            and mark not in text[size:-size]
            and len(text) > 2 * size
        ):
            return Span(line.start + size, line.end - size)
    return _span(line)


def _span(line: Line) -> Span:
    return Span(line.start, line.end)


def _extent(raw: str, lines: Sequence[Line], part: int, parts: int) -> Span:
    """From the first line to the last, with what white space there is at the outer line ends."""
    start, end = lines[0].start, lines[-1].end
    while end < len(raw) and raw[end] in " \t":
        end += 1
    return Span(start, end)


def _is_headline(line: Line) -> bool:
    """Whether a later article's first line is its headline: most are cut at one."""
    if line.family and line.rule != "boilerplate.inside":
        return False
    return line.words <= _TITLE and not opening(line.text)


def _opens_signed(lines: Sequence[Line], languages: tuple[str, ...]) -> bool:
    """Whether an article's first lines are its author or paper and the day."""
    signed = len(lines) > 1 and lines[1].family in SIGNS
    return signed and is_name(lines[0], languages, papers=True)


def _byline(lines: Sequence[Line], body: Sequence[bool]) -> int | None:
    """The byline nearest above the text, else the first below it; a name before a function."""
    found = [i for i, line in enumerate(lines) if line.family == "byline" and not body[i]]
    first = next((i for i, kept in enumerate(body) if kept), len(lines))
    above = [i for i in found if i < first]
    if not above:
        return next(iter(found), None)
    named = [i for i in above if lines[i].rule == "boilerplate.byline" and above[-1] - i <= _NAMED]
    return named[-1] if named else above[-1]


def _blocks(lines: Sequence[Line], body: Sequence[bool]) -> list[Block]:
    blocks = []
    last = len(lines) - 1
    for i, kept in enumerate(body):
        if not kept:
            continue
        line = lines[i]
        kind: BlockKind = "paragraph"
        if is_bullet(line):
            kind = "list_item"
        elif line.words <= _SHORT and line.text[-1].isalnum() and i < last and body[i + 1]:
            kind = "subheading" if lines[i + 1].words > _SHORT else "paragraph"
        blocks.append(Block(_span(line), kind))
    return blocks


def _unsigned(raw: str, blocks: list[Block]) -> tuple[list[Block], list[Furniture]]:
    """The blocks without the sign-off that stands behind their last sentence, and this."""
    if not blocks:
        return blocks, []
    span, kind = blocks[-1].span, blocks[-1].kind
    at = signed_from(span.of(raw))
    if not at:
        return blocks, []
    told = len(raw[span.start : span.start + at].rstrip())
    signed = Furniture("wire_signoff", Span(span.start + at, span.end), _SIGNOFF_RULE)
    return [*blocks[:-1], Block(Span(span.start, span.start + told), kind)], [signed]


def _furniture(
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int | None,
    points: frozenset[int],
    byline: int | None = None,
) -> list[Furniture]:
    pieces = []
    title = None if headline is None else lines[headline].key
    label, _, bare = (title or "").partition(": ")
    labelled = label in families(LANGUAGES).labels
    appeals = appeal_families(lines, body)
    for i, kept in enumerate(body):
        if kept or i == headline:
            continue
        line = lines[i]
        family, rule = line.family, line.rule
        if line.key == title or (labelled and line.key == bare):
            kind, rule = "repeated_headline", "boilerplate.repeated_headline"
        elif i in points:
            kind, rule = "key_point", "boilerplate.key_point"
        elif i in appeals:
            kind, rule = KINDS.get(appeals[i], appeals[i]), APPEAL_RULE
        elif i == byline and not family:
            kind, rule = "byline", _SIGNED_RULE
        elif family:
            kind = KINDS.get(family, family)
        else:
            kind, rule = "other", "boilerplate.window"
        pieces.append(Furniture(kind, _span(line), rule))
    return pieces
