"""Terms: which words of an article count, and for how much; names, numbers and the lead more."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from corpuskit import Article
from corpuskit.scan import NUMBER_WORDS, Lexicon, legible_article, number_value, sentence_spans

__all__ = ["ArticleTerms", "content_stems", "is_stop_word", "read_terms", "stem"]

LEAD_BOOST = 2.0  # a word of the first sentence counts 1 + this
LEAD_LENGTH = 4.0  # sentences over which the boost falls to 1/e
COUNTS = frozenset(word for word, value in NUMBER_WORDS.items() if 3 <= value <= 90)
SKIPPED = frozenset(["caption", "timestamp", "byline", "furniture"])

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


class ArticleTerms(NamedTuple):
    """What one article says, as weighted counts.

    Attributes:
        words: stem of a word to its count, the lead counted more.
        numbers: figures and number words, by their digits.
        pairs: two neighbouring content words, joined by a space.
        capital: stem to how often it is written with a capital where only names are.
        small: stem to how often it is written without.
    """

    words: dict[str, float]
    numbers: dict[str, float]
    pairs: dict[str, float]
    capital: dict[str, int]
    small: dict[str, int]


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(Lexicon.from_package("corpuskit_events", "stop_words.tsv"))


def is_stop_word(word: str) -> bool:
    """Whether a folded word tells nothing of what a text is about."""
    return word in _stop_words()


@cache
def stem(word: str) -> str:
    """A folded word without its commonest endings; the same for all forms, seldom a word."""
    if len(word) < 5:
        return word
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            if suffix == "s" and word.endswith(("ss", "us", "is")):
                continue
            word = word[: len(word) - len(suffix)] + instead
            break
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


def read_terms(article: Article) -> ArticleTerms:
    """The terms of one article; captions, time stamps and furniture left out."""
    terms = ArticleTerms({}, {}, {}, {}, {})
    stop = _stop_words()
    article = legible_article(article)
    raw = article.source.raw
    for order, (start, end) in enumerate(_sentences(article)):
        boost = 1.0 + LEAD_BOOST * math.exp(-order / LEAD_LENGTH)
        _read_sentence(terms, _TOKEN.findall(raw, start, end), boost, stop)
    return terms


def _sentences(article: Article) -> Iterator[tuple[int, int]]:
    """Headline first, a repeated one left out, then key points and body."""
    raw, seen_headline = article.source.raw, False
    for zone, span in article.zones:
        if zone in SKIPPED or (zone == "headline" and seen_headline):
            continue
        seen_headline = seen_headline or zone == "headline"
        yield from sentence_spans(raw, span.start, span.end)


def _read_sentence(
    terms: ArticleTerms, tokens: list[str], boost: float, stop: frozenset[str]
) -> None:
    words, numbers, pairs, capital, small = terms
    titled = len(tokens) > 3 and sum(t[0].isupper() for t in tokens) > 0.6 * len(tokens)
    before, first = "", True
    for token in tokens:
        folded = token.lower()
        if token[0].isdigit() or folded in COUNTS:
            key = folded if token[0].isdigit() else str(number_value(folded))
            numbers[key] = numbers.get(key, 0.0) + boost
        else:
            if folded[-2:] in ("'s", "\u2019s"):
                folded = folded[:-2]
            if len(folded) < 2 or folded in stop:
                before, first = "", False
                continue
            key = stem(folded)
            words[key] = words.get(key, 0.0) + boost
            if token[0].islower():
                small[key] = small.get(key, 0) + 1
            elif not first and not titled:
                capital[key] = capital.get(key, 0) + 1
        if before:
            pair = f"{before} {key}"
            pairs[pair] = pairs.get(pair, 0.0) + boost
        before, first = key, False


def content_stems(text: str) -> list[str]:
    """Stems of the words of a text that are no stop words; numbers as they are."""
    stop = _stop_words()
    return [
        stem(word)
        for token in _TOKEN.findall(text)
        if (word := token.lower().removesuffix("'s").removesuffix("\u2019s")) not in stop
        and len(word) > 1
    ]
