"""Boilerplate: the way through, from a page's lines to articles with every line labelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from corpuskit import Article, Segmenter, Source, Span
from corpuskit_boilerplate.assemble import assemble
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.lines import read_lines
from corpuskit_boilerplate.split import article_starts
from corpuskit_boilerplate.window import body_lines, chosen, evidence

__all__ = ["Boilerplate"]


@attrs.frozen(kw_only=True, slots=False)
class Boilerplate(Segmenter):
    """Cuts a flattened page, or several stacked ones, into articles and labels every line.

    Attributes:
        languages: whose lexicons are read.
    """

    languages: tuple[str, ...] = LANGUAGES

    name = "boilerplate"

    def __call__(self, source: Source) -> Iterator[Article]:
        """One article a headline found; every non-blank line is headline, body or furniture."""
        page = read_lines(source.raw, self.languages)
        if not page:
            yield Article(source=source, span=Span(0, len(source.raw)))
            return
        found = evidence(page)
        kept = chosen(page, found)
        starts = article_starts(page, kept)
        for part, (first, last) in enumerate(
            zip(starts, [*starts[1:], len(page)], strict=True), start=1
        ):
            lines = page[first:last]
            yield assemble(
                source,
                lines,
                kept if len(starts) == 1 else body_lines(lines),
                part=part,
                parts=len(starts),
                languages=self.languages,
            )
