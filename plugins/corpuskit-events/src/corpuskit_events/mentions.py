"""Mentions: event words of all kinds, joined over the articles of one story by class.

Beside the words of the lexicon, a word counts that some article of the story writes as a verb
("exfiltrated"); all words of its stem are of one class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import attrs

from corpuskit import Article, Result, Span
from corpuskit.scan import FoldedText, TriggerIndex
from corpuskit_events.cue import cue
from corpuskit_events.stories import STRICT, USUAL, group_stories
from corpuskit_events.stories.terms import is_stop_word, stem
from corpuskit_events.words import event_words

__all__ = ["Mention", "mention_chains"]

_SILENT = frozenset(["STATEMENT"])
_WORD = re.compile(r"[a-z]{3,}")
_VERB = re.compile(r"[a-z]{4,}(?:ed|ing)")  # "raced", not "red", "need", "king"


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
        for mention in _story_mentions([articles[id] for id in story]):
            by_word.setdefault(mention.word, []).append(mention)
        for word in sorted(by_word):
            if by_word[word][0].type in _SILENT:
                chains += [(mention,) for mention in by_word[word]]
            else:
                chains.append(tuple(by_word[word]))
    return tuple(sorted(chains, key=lambda c: (c[0].article_id, c[0].span)))


def _story_mentions(articles: Sequence[Article]) -> Iterator[Mention]:
    """Article by article: words of the lexicon, then words of the stems that are verbs here."""
    texts = [FoldedText(article.source.raw).folded for article in articles]
    verbs = _verb_stems(articles, texts)
    for article, folded in zip(articles, texts, strict=True):
        listed = list(event_mentions(article, folded))
        yield from listed
        taken = {offset for m in listed for offset in range(m.span.start, m.span.end)}
        for match in _words(article, folded):
            word = match.group()
            if match.start() not in taken and not is_stop_word(word) and stem(word) in verbs:
                yield Mention(article.id, Span(*match.span()), f"{stem(word)}~", None)


def _verb_stems(articles: Iterable[Article], texts: Iterable[str]) -> frozenset[str]:
    """Stems of the words that stand somewhere in the form of a verb, and are no names."""
    return frozenset(
        stem(match.group())
        for article, folded in zip(articles, texts, strict=True)
        for match in _words(article, folded)
        if _VERB.fullmatch(match.group())
        and match.group() not in cue("string")
        and article.source.raw[match.start()].islower()
    )


def _words(article: Article, folded: str) -> Iterator[re.Match[str]]:
    for _, span in article.zones:
        yield from _WORD.finditer(folded, span.start, span.end)


def event_mentions(article: Article, folded: str) -> Iterator[Mention]:
    """All event words of the lexicon in one article, in text order."""
    spans = [(span.start, span.end) for _, span in article.zones]
    for hit in _index().find(folded, spans)[0]:
        entry = hit.entries[0]
        yield Mention(article.id, Span(hit.start, hit.end), entry["class"], entry["type"] or None)


@cache
def _index() -> TriggerIndex:
    return TriggerIndex([event_words()])
