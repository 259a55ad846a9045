"""Article: one news item inside a source, every part of it a span."""

from __future__ import annotations

import bisect
import datetime as dt
from functools import cached_property
from typing import Literal

import attrs

from corpuskit.model.ids import content_id
from corpuskit.model.source import Source
from corpuskit.model.span import Span

__all__ = ["Article", "Block", "BlockKind", "Furniture", "Published", "Zone"]

BlockKind = Literal["paragraph", "subheading", "list_item"]
"""What a piece of the body is."""

Zone = Literal[
    "headline", "key_point", "caption", "timestamp", "byline", "dateline", "body", "furniture"
]
"""Where in an article a value is; see `Article.zone_at`."""

CONTENT: dict[str, Zone] = {
    "repeated_headline": "headline",
    "key_point": "key_point",
    "caption": "caption",
    "timestamp": "timestamp",
    "byline": "byline",
    "dateline": "dateline",
}
"""Furniture that is no body and yet content: extractors read it, values say their zone."""


@attrs.frozen
class Block:
    """A piece of the body: a paragraph, a sub-heading or a list item, without line ends.

    Attributes:
        span: where it is, without the line end.
        kind: paragraph, subheading or list_item.
    """

    span: Span
    kind: BlockKind = "paragraph"


@attrs.frozen
class Furniture:
    """A line or block that is no body.

    Attributes:
        kind: the family, such as "caption", "link", "subscription"; the segmenter's plugin lists
            them. Headlines, key points, captions, time stamps, bylines and datelines are content
            all the same: extractors read them.
        span: where it is, without line ends.
        rule: dotted id of the rule that said so, "" if none.
    """

    kind: str
    span: Span
    rule: str = ""


@attrs.frozen
class Published:
    """A publication (or update) date and why it is believed.

    Attributes:
        date: the day.
        basis: "stamp" (the text's own time stamp), "dateline", "caller", "captured" (counted
            back from when the page was fetched), "weekday" (a weekday and a full date in the
            text agree), "borrowed" (from another report of the same event), or a plugin's own
            word.
        span: where the text says so; None where the caller said it.
    """

    date: dt.date
    basis: str
    span: Span | None = None


@attrs.frozen(kw_only=True)
class Article:
    """One news item. schema.org's NewsArticle, with spans in place of copies.

    Attributes:
        source: the text that all spans count in.
        span: the extent of the item in its source, furniture included.
        headline: the headline, or None.
        summary: key points under the headline, or a standfirst between it and author or day.
        dateline: the place of the dateline, or None.
        byline: the author line, or None.
        published: the date of publication with its basis, or None where unknown.
        updated: the date of the last update with its basis, or None where unknown.
        body: the running text in order; never rewritten.
        furniture: everything labelled that is no body, in order.
        part: which item of its source this is, counted from 1.
        parts: how many items the source has.
        id: derived from the source's digest and the extent.
    """

    source: Source
    span: Span
    headline: Span | None = None
    summary: tuple[Span, ...] = ()
    dateline: Span | None = None
    byline: Span | None = None
    published: Published | None = None
    updated: Published | None = None
    body: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    part: int = 1
    parts: int = 1
    id: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", content_id(self.source, self.span, "Article"))

    def text(self, span: Span | None) -> str:
        """The original text of `span`; "" for None, as where there is no headline."""
        try:
            return "" if span is None else self.source.raw[span.start : span.end]
        except AttributeError:
            raise TypeError(f"text takes a Span, as annotation.span, not {span!r:.60}") from None

    @cached_property
    def zones(self) -> tuple[tuple[Zone, Span], ...]:
        """Everything that is content, in text order: what extractors scan.

        Spans do not overlap. Body blocks are "body"; the dateline place is inside its block.
        """
        zones: list[tuple[Zone, Span]] = [("body", block.span) for block in self.body]
        if self.headline is not None:
            zones.append(("headline", self.headline))
        zones += [(CONTENT[f.kind], f.span) for f in self.furniture if f.kind in CONTENT]
        zones.sort(key=lambda zone: (zone[1].start, zone[1].end))
        apart: list[tuple[Zone, Span]] = []
        for zone, span in zones:
            if not apart or span.start >= apart[-1][1].end:
                apart.append((zone, span))
        return tuple(apart)

    def zone_at(self, offset: int) -> Zone:
        """The zone that the code point at `offset` lies in; "furniture" if none."""
        zones = self.zones
        index = bisect.bisect_right(zones, offset, key=lambda zone: zone[1].start) - 1
        if index >= 0 and offset < zones[index][1].end:
            return zones[index][0]
        return "furniture"
