"""Dates: temporal expressions of an article with TIMEX3 values, resolved in text order."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePath
from typing import Literal

import attrs

from corpuskit import (
    Annotation,
    Article,
    ConfigurationError,
    DateMention,
    Extractor,
    Layers,
    Provenance,
    Published,
    Span,
)
from corpuskit.scan import Lexicon, Scan
from corpuskit_dates.around.context import Context
from corpuskit_dates.resolving.evidence import own_date
from corpuskit_dates.rules import language_rules
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.rules.grammar import Grammar
from corpuskit_dates.values import interval
from corpuskit_dates.words.figures import day_and_month_figures
from corpuskit_dates.words.language import Language, load_language
from corpuskit_dates.words.phrase import Found, Phrase
from corpuskit_dates.words.tokens import tokenise, windows

__all__ = ["Dates"]


@functools.cache
def _grammar(code: str) -> Grammar:
    return Grammar(language_rules(code))


def _tuple(languages: Iterable[str]) -> tuple[str, ...]:
    if isinstance(languages, str):
        raise TypeError(f"languages are several, not one str: languages=({languages!r},)")
    return tuple(languages)


@attrs.frozen(kw_only=True, slots=False)
class Dates(Extractor):
    """Finds temporal expressions in all zones of an article and resolves them.

    Attributes:
        languages: folders of lexicons to read, the first that the source's language names, else
            the first. A folder that does not ship is named by its absolute path: ".../fr".
        numeric_order: how "3/4/2024" is read: "dmy", "mdy", or None: not at all, unless only
            one order is possible.

    Raises:
        ConfigurationError: if there is no folder of a language, or `numeric_order` is no order.
    """

    languages: tuple[str, ...] = attrs.field(default=("en",), converter=_tuple)

    @languages.validator
    def _are_there(self, _: object, languages: tuple[str, ...]) -> None:
        for code in languages if languages != ("en",) else ():  # the default is read on first use
            load_language(code)

    numeric_order: Literal["dmy", "mdy"] | None = attrs.field(default=None)

    @numeric_order.validator
    def _is_known(self, _: object, order: str | None) -> None:
        if order not in (None, "dmy", "mdy"):
            raise ConfigurationError(f"numeric_order is {order!r:.60}, not 'dmy', 'mdy' or None")

    name = "dates"
    provides = (DateMention,)

    @cached_property
    def triggers(self) -> Lexicon:
        """Month names, weekdays, units and the like, of all languages."""
        lexicon = Lexicon(())
        for code in self.languages:
            lexicon |= load_language(code).triggers
        if self.numeric_order:
            lexicon |= day_and_month_figures()
        return lexicon

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        """Mentions in text order."""
        mentions = self._read(article.published, article, layers)
        if article.published is None and (own := own_date(mentions, _lead_end(layers.scan))):
            mentions = self._read(own, article, layers)
        return mentions

    def _read(
        self, published: Published | None, article: Article, layers: Layers
    ) -> list[DateMention]:
        language = self._language(article)
        scan = layers.scan
        triggers = [hit.start for hit in layers.hits]
        around = list(windows(scan.folded, _stretches(scan), triggers))
        mentions: list[DateMention] = []
        if not around:
            return mentions
        context = Context(
            raw=scan.raw,
            folded=scan.folded,
            extent=article.span,
            language=language,
            published=published,
            updated=article.updated.date if article.updated is not None else None,
            numeric_order=self.numeric_order,
            captured=article.source.captured,
        )
        tokens = tokenise(scan.raw, scan.folded, around, language, article.span)
        reached = 0
        for first, ways in _grammar(language.code).candidates(tokens):
            if first < reached:
                continue
            for length, rule in ways:
                phrase = Phrase(tokens, first, first + length)
                amiss = phrase.headless or context.titled(phrase)
                found = None if amiss else rule.reads(phrase, context)
                if found is not None:
                    reached = phrase.last
                    several = [found] if isinstance(found, Found) else found
                    mentions += [_mention(phrase, one, rule, context) for one in several]
                    break
                layers.reject(phrase.start, phrase.end, rule.id, "not read as a time")
        return mentions

    def _language(self, article: Article) -> Language:
        if len(self.languages) == 1:
            return load_language(self.languages[0])
        tag = _primary(article.source.language or "")
        mine = (code for code in self.languages if _primary(PurePath(code).name) == tag)
        return load_language(next(mine, self.languages[0]))


def _primary(tag: str) -> str:
    """The language of a tag or a folder that is called as one: "pt" of "pt-BR"."""
    return tag.partition("-")[0].lower()


def _mention(phrase: Phrase, found: Found, rule: DateRule, context: Context) -> DateMention:
    start = phrase.start if found.start is None else found.start
    end = phrase.end if found.end is None else found.end
    span = Span(start, end)
    kind, value, mod, basis = found.type, found.value, found.mod, found.basis
    if mod is None and kind in ("DURATION", "TIME") and phrase.previous_is("about"):
        mod = "APPROX"
    days = found.days or interval(value if kind in ("DATE", "TIME") else None)
    anchor, anchor_span = _NOWHERE if basis in _UNANCHORED else context.anchor(found)
    context.remember(found, span, days, rule.id)
    return DateMention(
        span=span,
        type=kind,
        value=value,
        mod=mod,
        start=days.start,
        end=days.end,
        precision=days.precision,
        anchor=anchor,
        anchor_span=anchor_span,
        basis=basis,
        provenance=_found_by(rule.id),
    )


_NOWHERE = (None, None)
_UNANCHORED = (None, "explicit", "known", "captured")  # values that lean on no day


def _lead_end(scan: Scan) -> int:
    """The end of the third paragraph: up to there a weekday is that of the news."""
    ends = [end for zone, start, end in scan.zones if zone == "body" and end - start > _PROSE]
    return ends[min(2, len(ends) - 1)] if ends else 0


_PROSE = 80  # shorter lines of an unsegmented page are headings and furniture


def _stretches(scan: Scan) -> list[tuple[int, int]]:
    """Zones to read, body blocks joined where only a line end parts them: a line may break
    inside an expression, and an expression never crosses the end of a sentence anyway."""
    joined: list[tuple[int, int]] = []
    begun = reached = 0
    body = ""
    for zone, start, end in scan.zones:
        near = start - reached <= _INDENT and zone == body == "body"
        if not (near and scan.raw[reached:start].strip(" \t") in _LINE_ENDS):
            if reached:
                joined.append((begun, reached))
            begun = start
        reached, body = end, zone
    joined.append((begun, reached))
    return joined


_LINE_ENDS = frozenset(("\n", "\r\n", "\r"))
_INDENT = 24  # characters from the end of a line to the words of the next


@functools.cache
def _found_by(rule: str) -> Provenance:
    return Provenance(rule=rule)
