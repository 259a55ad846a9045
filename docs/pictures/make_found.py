"""Makes found.svg: one short report with every value marked where it stands, and what it is.

python docs/pictures/make_found.py > docs/pictures/found.svg
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from xml.sax.saxutils import escape

import attrs

import corpuskit
from corpuskit import Annotation, Casualty, DateMention, Entity, Event, Quotation, Result, Span
from corpuskit.cli.wording import in_words

TEXT = """Depot blast near Orrin kills four

Updated 18 February 2021
Follow

ORRIN: Four firemen, including two captains, were killed on Tuesday when a fuel depot blew up.

“We heard it twenty miles away,” Mayor Edda Rosholm told reporters. “Nobody slept.”

At least 60 people were injured, the hospital said.

Sign up for our morning briefing
"""

COLUMNS = 58
SIZE, ADVANCE, LEADING = 14, 8.4, 24
LEFT, TOP, GUTTER = 24, 58, 24
NOTE = 7.2
MONO = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"

LAYERS: tuple[tuple[type[Annotation], str, str], ...] = (
    (Quotation, "quote", "#dbe9f8"),
    (DateMention, "date", "#d5ecce"),
    (Casualty, "count", "#f9d3ca"),
    (Entity, "name", "#8a6d3b"),
    (Event, "event", "#b3541e"),
)
UNDERLINED = ("name", "event")


@attrs.frozen
class Line:
    """A stretch of the text as one line of the picture."""

    span: Span
    kind: str


def lines_of(result: Result) -> list[Line]:
    """The article's labelled lines, wrapped; white space between them is left out."""
    article = result.article
    labelled = [(block.span, "body") for block in article.body]
    labelled += [(piece.span, "furniture") for piece in article.furniture]
    if article.headline is not None:
        labelled.append((article.headline, "headline"))
    return [
        Line(part, kind)
        for span, kind in sorted(labelled)
        for part in wrapped(span, result.text(span))
    ]


def wrapped(span: Span, text: str, columns: int = COLUMNS) -> Iterator[Span]:
    """Stretches of at most so many characters."""
    at = span.start
    for piece in textwrap.wrap(text, columns):
        start = span.start + text.index(piece, at - span.start)
        at = start + len(piece)
        yield Span(start, at)


def spans_of(annotation: Annotation) -> tuple[Span, ...]:
    """What is marked of a value."""
    if isinstance(annotation, Quotation):
        return annotation.spans
    return annotation.mentions if isinstance(annotation, Entity) else (annotation.extent,)


def drawn(result: Result) -> Iterator[str]:
    """The elements, line by line."""
    for row, line in enumerate(lines_of(result)):
        y = TOP + row * LEADING
        notes: list[str] = []
        for layer, name, colour in LAYERS:
            for annotation in result.get(layer):
                if isinstance(annotation, Quotation) and annotation.mode != "direct":
                    continue
                for span in spans_of(annotation):
                    if span.overlaps(line.span):
                        yield mark(name, colour, span, line.span, y)
                if layer not in (Entity, Event) and line.span.contains(
                    Span(annotation.extent.start, annotation.extent.start + 1)
                ):
                    notes.append(in_words(annotation))
        yield written(result, line, y)
        if notes:
            x = LEFT + COLUMNS * ADVANCE + GUTTER
            yield (f'<text class="note" x="{x:.1f}" y="{y}">{escape(" · ".join(notes))}</text>')


def mark(name: str, colour: str, span: Span, line: Span, y: int) -> str:
    """A value's background or underline on one line."""
    start, end = max(span.start, line.start), min(span.end, line.end)
    x, width = LEFT + (start - line.start) * ADVANCE, (end - start) * ADVANCE
    if name in UNDERLINED:
        top, height = y + (4 if name == "name" else 6), 1.6
    else:
        top, height = y - SIZE + 1, SIZE + 4
    return f'<rect x="{x:.1f}" y="{top}" width="{width:.1f}" height="{height}" fill="{colour}"/>'


def written(result: Result, line: Line, y: int) -> str:
    """The text of one line, as wide on every machine."""
    text = result.text(line.span)
    return (
        f'<text class="{line.kind}" x="{LEFT}" y="{y}" textLength="{len(text) * ADVANCE:.1f}" '
        f'lengthAdjust="spacingAndGlyphs" xml:space="preserve">{escape(text)}</text>'
    )


def key() -> Iterator[str]:
    """What the colours mean."""
    x = float(LEFT)
    for _, name, colour in LAYERS:
        width = (len(name) + 2) * NOTE
        if name in UNDERLINED:
            yield f'<rect x="{x:.1f}" y="28" width="{width:.1f}" height="1.6" fill="{colour}"/>'
        else:
            yield (f'<rect x="{x:.1f}" y="12" width="{width:.1f}" height="18" fill="{colour}"/>')
        yield f'<text class="note" x="{x + NOTE:.1f}" y="25">{name}</text>'
        x += width + 14
    yield f'<text class="furniture note" x="{x:.1f}" y="25">furniture</text>'


def picture() -> str:
    """The whole picture."""
    (result,) = corpuskit.extract(TEXT)
    rows = len(lines_of(result))
    width, height = LEFT + COLUMNS * ADVANCE + 440, TOP + rows * LEADING
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" '
            f'width="{width:.0f}" height="{height}" role="img" '
            'aria-label="A news report with dates, counts, quotes, names and events marked">',
            f"<style>text {{ font: {SIZE}px {MONO}; fill: #1c1c1c }} "
            ".note { font-size: 12px; fill: #555 } .headline { font-weight: bold } "
            ".furniture { fill: #9a9a9a }</style>",
            '<rect width="100%" height="100%" rx="6" fill="#fdfdfb"/>',
            *key(),
            *drawn(result),
            "</svg>",
            "",
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(picture())
