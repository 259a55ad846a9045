"""Guard: every output is checked on every run; what a plugin may not do is undone and named."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args

import attrs

from corpuskit.model import Annotation, Article, OutputError, Provenance, Source, Span
from corpuskit.model.codec import per_class, type_hints

__all__ = ["Seal", "checked_annotations", "checked_articles"]


def checked_annotations(
    returned: Any,
    provides: tuple[type[Annotation], ...],
    article: Article,
    plugin: str,
    version: str,
) -> dict[type[Annotation], tuple[Annotation, ...]]:
    """What an extractor returned, by layer, in text order, with plugin and version filled in.

    Raises:
        OutputError: for an undeclared layer, a value that is no annotation, a span that is
            empty or outside of the article.
    """
    found: dict[type[Annotation], list[Annotation]] = {layer: [] for layer in provides}
    stamps: dict[str, Provenance] = {}
    for annotation in _iterated(returned):
        layer = type(annotation)
        if layer not in found:
            names = ", ".join(p.__name__ for p in provides)
            raise OutputError(f"returned a {layer.__name__}, but provides only {names}")
        _check_spans(annotation, article)
        rule = annotation.provenance.rule
        if rule not in stamps:
            stamps[rule] = Provenance(rule, plugin, version)
        found[layer].append(attrs.evolve(annotation, provenance=stamps[rule]))
    return {
        layer: tuple(sorted(items, key=lambda a: (a.extent.start, a.extent.end)))
        for layer, items in found.items()
    }


def _iterated(returned: Any) -> Iterator[Any]:
    try:
        return iter(returned)
    except TypeError:
        raise OutputError(
            f"returned {type(returned).__name__}, not an iterable of annotations"
        ) from None


def _check_spans(annotation: Annotation, article: Article) -> None:
    bounds = article.span
    spans = [annotation.extent]
    for name in _span_fields(type(annotation)):
        value = getattr(annotation, name)
        if isinstance(value, Span):
            spans.append(value)
        elif value is not None:
            spans.extend(value)
    for span in spans:
        if not isinstance(span, Span):
            raise OutputError(f"{type(annotation).__name__} holds {span!r} where a Span belongs")
        if not bounds.start <= span.start < span.end <= bounds.end:
            raise OutputError(
                f"{type(annotation).__name__} has a span [{span.start}:{span.end}] that is empty "
                f"or outside of its article [{bounds.start}:{bounds.end}]",
                offset=span.start,
            )


@per_class
def _span_fields(cls: Any) -> tuple[str, ...]:
    hints = type_hints(cls)
    return tuple(name for name, hint in hints.items() if _holds_spans(hint))


def _holds_spans(hint: Any) -> bool:
    return hint is Span or any(_holds_spans(arg) for arg in get_args(hint))


def checked_articles(returned: Any, source: Source) -> tuple[Article, ...]:
    """What a segmenter returned.

    Raises:
        OutputError: for no article, overlapping ones, another source, or spans out of place.
    """
    articles = tuple(_iterated(returned))
    if not articles:
        raise OutputError("returned no article")
    reached = 0
    for article in articles:
        if not isinstance(article, Article):
            raise OutputError(f"returned {type(article).__name__}, not Article")
        if article.source is not source:
            raise OutputError("returned an article of another source")
        if article.span.start < reached or article.span.end > len(source.raw):
            raise OutputError(f"article {article.span} overlaps another or leaves the text")
        reached = article.span.end
        _check_parts(article)
    return articles


def _check_parts(article: Article) -> None:
    bounds = article.span
    body = [block.span for block in article.body]
    furniture = [piece.span for piece in article.furniture]
    single = [s for s in (article.headline, article.dateline, article.byline) if s is not None]
    for span in (*body, *furniture, *single, *article.summary):
        if not bounds.contains(span) or span.start == span.end:
            raise OutputError(f"{span} is empty or outside of its article {bounds}")
    for row in (body, furniture):
        if any(a.end > b.start for a, b in itertools.pairwise(row)):
            raise OutputError("body blocks or furniture overlap or are out of order")


class Seal:
    """Remembers what objects hold, tells whether a plugin changed one, and puts it back."""

    __slots__ = ("_seen",)

    def __init__(self, objects: Iterable[object]) -> None:
        self._seen: list[tuple[object, Sequence[str], tuple[object, ...]]] = [
            (item, names := _fields(type(item)), tuple(getattr(item, name) for name in names))
            for item in objects
        ]

    def broken(self) -> str:
        """Restores every changed object; returns what was changed, or ""."""
        changed = ""
        for item, names, values in self._seen:
            for name, value in zip(names, values, strict=True):
                if getattr(item, name, None) is not value:
                    object.__setattr__(item, name, value)
                    changed = f"{type(item).__name__}.{name}"
        return changed


@per_class
def _fields(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))
