"""Boilerplate: the way through, from a page's lines to articles with every line labelled."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from corpuskit import Article, ConfigurationError, Segmenter, Source, Span
from corpuskit.scan import legible
from corpuskit_boilerplate.archive.export import Export, read_export
from corpuskit_boilerplate.archive.record import read_record
from corpuskit_boilerplate.assemble import assemble
from corpuskit_boilerplate.body.window import Body, body_lines
from corpuskit_boilerplate.cut.listed import numbered
from corpuskit_boilerplate.cut.separator import checked, marked, separators, starts_behind
from corpuskit_boilerplate.cut.split import article_starts
from corpuskit_boilerplate.lexicon import LANGUAGES, folder_of
from corpuskit_boilerplate.page.chat import headed, message_heads, order_of
from corpuskit_boilerplate.page.lines import PROFILE_RULE, Line, read_lines
from corpuskit_boilerplate.page.order import NumericOrder
from corpuskit_boilerplate.page.wrap import parted, units
from corpuskit_boilerplate.site.profile import Profile, shape
from corpuskit_boilerplate.site.recurring import recurring, without_site

__all__ = ["Boilerplate"]


def _tuple(languages: Iterable[str]) -> tuple[str, ...]:
    if isinstance(languages, str):
        raise TypeError(f"languages are several, not one str: languages=({languages!r},)")
    return tuple(languages)


def _profile(given: Profile | str | os.PathLike[str] | None) -> Profile | None:
    return given if given is None or isinstance(given, Profile) else Profile.load(Path(given))


def _marked(line: Line, profile: Profile) -> Line:
    """The line, said to be of the template if it is."""
    if shape(line.key) not in profile:
        return line
    return line.of(line.family or "template", PROFILE_RULE)


@attrs.frozen(kw_only=True, slots=False)
class Boilerplate(Segmenter):
    """Cuts a flattened page, or several stacked ones, into articles and labels every line.

    Attributes:
        languages: folders of lexicons that are read. One that does not ship is named by its
            absolute path.
        profile: a site's template, or the path of one that `corpuskit learn` wrote.
        separator: a regular expression for whole lines between articles. Where one is found, the
            file is cut below these lines and nowhere else.
        numeric_order: how a stamp such as "3/4/2031" is read: "dmy", "mdy", or None: not at all,
            unless the text itself tells the order.

    Raises:
        ConfigurationError: if there is no folder of a language, `separator` is no regular
            expression, or `numeric_order` no known order.
    """

    languages: tuple[str, ...] = attrs.field(default=LANGUAGES, converter=_tuple)

    @languages.validator
    def _are_there(self, _: object, languages: tuple[str, ...]) -> None:
        for language in languages if languages != LANGUAGES else ():
            folder_of(language)

    profile: Profile | None = attrs.field(default=None, converter=_profile)
    separator: str | None = attrs.field(default=None, converter=checked)
    numeric_order: NumericOrder | None = attrs.field(default=None)

    @numeric_order.validator
    def _is_known(self, _: object, order: str | None) -> None:
        if order not in (None, "dmy", "mdy"):
            raise ConfigurationError(f"numeric_order is {order!r:.60}, not 'dmy', 'mdy' or None")

    name = "boilerplate"

    def __call__(self, source: Source) -> Iterator[Article]:
        """One article a headline found; every non-blank line is headline, body or furniture.

        Read is the text as it is meant; spans are those of the text as it was found.
        """
        plain = legible(source.raw)
        if plain is None:
            yield from self._articles(source)
            return
        read = attrs.evolve(source, raw=plain.text)  # under the same digest
        for article in self._articles(read):
            yield attrs.evolve(plain.back(article), source=source, id="")

    def _articles(self, source: Source) -> Iterator[Article]:
        marks = separators(source.raw, self.separator)
        heads = message_heads(source.raw)
        page = self._page(source.raw, [*marks, *heads])
        if heads:
            page = headed(page, heads)
        order = self.numeric_order or (order_of(page) if heads else None)
        if self.profile is not None:
            page = [_marked(line, self.profile) for line in page]
        if marks:
            page = marked(page, marks)
        if not page:
            yield Article(source=source, span=Span(0, len(source.raw)))
            return
        export = read_export(source.raw, page, self.languages, marks)
        if export is not None:
            yield from self._documents(source, export)
            return
        body = Body(page)
        kept = body.within(0, len(page))
        starts = starts_behind(page) if marks else self._starts(page, kept, source.raw)
        again = recurring(page, starts) if len(starts) > 1 else frozenset()
        second = numbered(page[starts[1]].text, self.languages) if len(starts) > 1 else None
        for part, (first, last) in enumerate(
            zip(starts, [*starts[1:], len(page)], strict=True), start=1
        ):
            text = kept if len(starts) == 1 else body.within(first, last)
            lines = page[first:last]
            yield assemble(
                source,
                without_site(lines, again, self.languages) if again else lines,
                text,
                part=part,
                parts=len(starts),
                languages=self.languages,
                numeric_order=order,
                titled=not marks and page[first].key != page[0].key,
                counted=part == 1 and second is not None and second[1] == 2,
            )

    def _starts(self, page: list[Line], kept: list[bool], raw: str) -> list[int]:
        return article_starts(page, kept, raw=raw, languages=self.languages)

    def _documents(self, source: Source, export: Export) -> Iterator[Article]:
        """One article a document of a database's export."""
        for part, (first, last) in enumerate(export.documents, start=1):
            lines = export.page[first:last]
            known = read_record(lines, export.tags[first:last], self.languages, self.numeric_order)
            yield assemble(
                source,
                lines,
                body_lines(lines) if known is None else known.body,
                part=part,
                parts=len(export.documents),
                languages=self.languages,
                numeric_order=self.numeric_order,
                known=known,
            )

    def _page(self, raw: str, apart: list[tuple[int, int]]) -> list[Line]:
        """The lines, separators and heads of messages each by itself."""
        if not apart:
            return read_lines(raw, self.languages)
        cuts = sorted({edge for span in apart for edge in span})
        spans = parted(raw, units(raw)[0], cuts)
        return read_lines(raw, self.languages, spans)
