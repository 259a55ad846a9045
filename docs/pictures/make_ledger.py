"""Makes ledger.svg: two reports of one event, and the ledger of what each of them claims.

python docs/pictures/make_ledger.py > docs/pictures/ledger.svg
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from xml.sax.saxutils import escape

import attrs
from make_found import ADVANCE, MONO, NOTE, SIZE, wrapped

import corpuskit
from corpuskit import Claim, EventCluster, Result, Source, Span

WIRE = "A bomb killed four guards and wounded nine people at a fuel depot in Orrin on Tuesday."
GAZETTE = (
    "Six guards were killed on Tuesday when a bomb went off at a fuel depot in the town of Orrin, "
    "the mayor said."
)
SOURCES = (
    Source(id="wire", raw=WIRE, published=dt.date(2021, 2, 16)),
    Source(id="gazette", raw=GAZETTE, published=dt.date(2021, 2, 18)),
)

FIELDS = {"killed": "#f9d3ca", "wounded": "#f6e3b4", "date": "#d5ecce", "place": "#dbe9f8"}
RED = "#b3261e"
ROW = 26
LEFT, WIDTH = 24, 920
CARD, GAP = 424, 24
TABLE = (LEFT, LEFT + 110, LEFT + 350, LEFT + 590)
"""Where the table's columns begin: field, first source, second source, what follows."""


@attrs.frozen
class Story:
    """The two results, in the order of SOURCES, and the cluster that holds both."""

    results: tuple[Result, ...]
    cluster: EventCluster

    def claims(self, field: str, result: Result) -> list[Claim]:
        """What one source says of a field."""
        return [c for c in self.cluster.claims.get(field, ()) if c.source == result.article.id]


def story() -> Story:
    """Read and link."""
    results = tuple(corpuskit.Pipeline.installed().run(SOURCES))
    (cluster,) = (c for c in corpuskit.link(results) if len(c.members) > 1)
    return Story(results, cluster)


def card(told: Story, result: Result, x: float) -> Iterator[str]:
    """One report with its claims marked where they stand."""
    article, y = result.article, 34
    assert article.published is not None
    yield (
        f'<text x="{x}" y="{y}"><tspan class="head">{article.source.id}</tspan>'
        f'<tspan class="note">  {article.published.date}</tspan></text>'
    )
    columns = int(CARD / ADVANCE)
    for line in wrapped(article.body[0].span, result.text(article.body[0].span), columns):
        y += ROW
        for field, colour in FIELDS.items():
            for claim in told.claims(field, result):
                if claim.span and claim.span.overlaps(line):
                    yield mark(claim.span, line, x, y, colour)
        words = escape(result.text(line))
        length = f'textLength="{len(line) * ADVANCE:.1f}" lengthAdjust="spacingAndGlyphs"'
        yield f'<text x="{x}" y="{y}" {length} xml:space="preserve">{words}</text>'


def mark(span: Span, line: Span, x: float, y: float, colour: str) -> str:
    """The background of what of `span` is on `line`."""
    start, end = max(span.start, line.start), min(span.end, line.end)
    left, width = x + (start - line.start) * ADVANCE, (end - start) * ADVANCE
    return f'<rect x="{left:.1f}" y="{y - 14}" width="{width:.1f}" height="19" fill="{colour}"/>'


def ledger(told: Story, top: int) -> Iterator[str]:
    """A row for each field: both claims with their places, and what becomes of them."""
    names = ("one event", *(f"{r.article.source.id}[start:end]" for r in told.results), "")
    for x, name in zip(TABLE, names, strict=True):
        yield f'<text class="note" x="{x}" y="{top}">{name}</text>'
    for row, (field, colour) in enumerate(FIELDS.items(), 1):
        y = top + row * ROW
        yield f'<rect x="{LEFT}" y="{y - 18}" width="{WIDTH - 2 * LEFT}" height="1" fill="#ddd"/>'
        swatch = f'x="{LEFT}" y="{y - 13}" width="{(len(field) + 1) * ADVANCE:.1f}" height="18"'
        yield f'<rect {swatch} fill="{colour}"/><text x="{LEFT + 4}" y="{y}">{field}</text>'
        for x, result in zip(TABLE[1:], told.results, strict=False):
            yield f'<text x="{x}" y="{y}">{said(told.claims(field, result))}</text>'
        if field in told.cluster.conflicts:
            value = told.cluster.value
            chosen = f"lowest {value(field, 'lowest')}, newest {value(field, 'newest')}"
            yield (
                f'<text x="{TABLE[3]}" y="{y}"><tspan class="conflict">conflict</tspan>'
                f'<tspan dx="{NOTE}">{chosen}</tspan></text>'
            )


def said(claims: list[Claim]) -> str:
    """ "4 [14:25]", or nothing, which is not zero."""
    if not claims:
        return '<tspan class="note">says nothing</tspan>'
    claim = claims[0]
    place = f"[{claim.span.start}:{claim.span.end}]" if claim.span else ""
    return f'{escape(str(claim.value))} <tspan class="note">{place}</tspan>'


def picture() -> str:
    """The whole picture."""
    told = story()
    top = 34 + 4 * ROW + 14
    height = top + len(FIELDS) * ROW + 20
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" role="img" '
            'aria-label="Two reports of one event, and the ledger of their claims">',
            f"<style>text {{ font: {SIZE}px {MONO}; fill: #1c1c1c }} "
            ".note { font-size: 12px; fill: #666 } .head { font-weight: bold } "
            f".conflict {{ fill: {RED}; font-weight: bold }}</style>",
            '<rect width="100%" height="100%" rx="6" fill="#fdfdfb"/>',
            *card(told, told.results[0], LEFT),
            *card(told, told.results[1], LEFT + CARD + GAP),
            *ledger(told, top),
            "</svg>",
            "",
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(picture())
