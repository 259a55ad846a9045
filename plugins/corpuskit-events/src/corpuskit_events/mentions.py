"""Mentions: event words of all kinds, joined over the articles of one story by class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from corpuskit import Article, Result, Span
from corpuskit.scan import Entry, FoldedText, Hit, TriggerIndex
from corpuskit_events.stories import STRICT, USUAL, group_stories
from corpuskit_events.words import event_words

__all__ = ["Mention", "mention_chains"]

_SILENT = frozenset(["STATEMENT"])


@attrs.frozen
class Mention:
    """A word that tells of an event.

    Attributes:
        article_id: where.
        span: the word or words.
        word: its class; words of one class can tell one event ("kill", "killing").
        type: PLOVER's, or None.
    """

    article_id: str
    span: Span
    word: str
    type: str | None


def mention_chains(
    results: Sequence[Result], *, strict: bool = False
) -> tuple[tuple[Mention, ...], ...]:
    """Mentions that tell one event, over all articles; works on the texts alone.

    Words of one class in one story are one event. Words of saying stay apart: each is an event of
    its own. Chains are sorted by their first mention.
    """
    articles = {result.article.id: result.article for result in results}
    stories = group_stories(results, STRICT if strict else USUAL)
    chains: list[tuple[Mention, ...]] = []
    for story in stories:
        by_word: dict[str, list[Mention]] = {}
        for article_id in story:
            for mention in event_mentions(articles[article_id]):
                by_word.setdefault(mention.word, []).append(mention)
        for word in sorted(by_word):
            if by_word[word][0].type in _SILENT:
                chains += [(mention,) for mention in by_word[word]]
            else:
                chains.append(tuple(by_word[word]))
    return tuple(sorted(chains, key=lambda c: (c[0].article_id, c[0].span)))


def event_mentions(article: Article) -> Iterator[Mention]:
    """All event words of one article, in text order."""
    text = FoldedText(article.source.raw)
    spans = [(span.start, span.end) for _, span in article.zones]
    for hit in _index().find(text.folded, spans)[0]:
        entry = _sense(hit)
        yield Mention(article.id, Span(hit.start, hit.end), entry["class"], entry["type"] or None)


@cache
def _index() -> TriggerIndex:
    return TriggerIndex([event_words()])


def _sense(hit: Hit) -> Entry:
    return hit.entries[0]
