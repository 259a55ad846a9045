"""Pages: labelled pages as `corpuskit_boilerplate.fit` reads them, one JSON object a line."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from corpuskit_boilerplate.page.lines import Line, read_lines

__all__ = ["LabelledPage", "folds", "read_pages"]


@attrs.frozen(eq=False)
class LabelledPage:
    """A page and what is known of it.

    Attributes:
        site: where it is from; pages of one site are never told by each other's weights.
        lines: its lines.
        body: for each line whether it is text of the article.
        title: the headline, or None if it is not known.
        published: the day of publication, or None.
    """

    site: str
    lines: Sequence[Line]
    body: Sequence[bool]
    title: str | None
    published: dt.date | None


def read_pages(path: Path) -> list[LabelledPage]:
    """The pages of a JSON lines file: `text`, `site`, `body`, and perhaps `title`, `published`.

    `body` is a list of [start, end) offsets in `text`; a line is body if half of it is in them.
    """
    with path.open(encoding="utf-8") as rows:
        return [_page(json.loads(row)) for row in rows if row.strip()]


def _page(row: dict[str, Any]) -> LabelledPage:
    text = row["text"]
    lines = read_lines(text)
    held = bytearray(len(text))
    for start, end in row["body"]:
        held[start:end] = b"\x01" * (end - start)
    return LabelledPage(
        site=row["site"],
        lines=lines,
        body=[2 * sum(held[one.start : one.end]) >= one.end - one.start for one in lines],
        title=row.get("title"),
        published=dt.date.fromisoformat(row["published"]) if row.get("published") else None,
    )


def folds(
    pages: Sequence[LabelledPage], count: int
) -> Iterator[tuple[list[LabelledPage], list[LabelledPage]]]:
    """`count` times the pages of most sites and those of the others."""
    sites = sorted({page.site for page in pages})
    fold = {site: place % count for place, site in enumerate(sites)}
    for held in range(count):
        yield (
            [page for page in pages if fold[page.site] != held],
            [page for page in pages if fold[page.site] == held],
        )
