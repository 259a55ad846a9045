"""Guard: every output is checked on every run; what a plugin may not do is undone and named."""

from __future__ import annotations

import functools
import itertools
import operator
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Union, get_args, get_origin

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
    found: dict[type[Annotation], list[_Row]] = {layer: [] for layer in provides}
    for ordinal, annotation in enumerate(_iterated(returned)):
        layer = type(annotation)
        if layer not in found:
            names = ", ".join(p.__name__ for p in provides)
            raise OutputError(f"returned a {layer.__name__}, but provides only {names}")
        extent = annotation.extent
        _check_spans(annotation, extent, article.span)
        # Fresh from the extractor and seen by nobody else: filled in, not copied.
        stamp = _stamp(annotation.provenance.rule, plugin, version)
        object.__setattr__(annotation, "provenance", stamp)
        found[layer].append((extent.start, extent.end, ordinal, annotation))
    return {layer: tuple([row[3] for row in sorted(rows)]) for layer, rows in found.items()}


_stamp = functools.lru_cache(maxsize=4096)(Provenance)
"""One object for each rule: there are few."""

_Row = tuple[int, int, int, Annotation]
"""Start and end of an annotation, its place among those returned, and the annotation."""


def _iterated(returned: Any) -> Iterator[Any]:
    try:
        return iter(returned)
    except TypeError:
        raise OutputError(
            f"returned {type(returned).__name__}, not an iterable of annotations"
        ) from None


def _check_spans(annotation: Annotation, extent: Any, bounds: Span) -> None:
    first, last = bounds.start, bounds.end
    spans: list[Any] = [extent]
    _collect(annotation, spans)
    for span in spans:
        if type(span) is not Span:
            raise OutputError(f"{type(annotation).__name__} holds {span!r} where a Span belongs")
        if not first <= span.start < span.end <= last:
            raise OutputError(
                f"{type(annotation).__name__} has a span [{span.start}:{span.end}] that is empty "
                f"or outside of its article [{first}:{last}]",
                offset=span.start,
            )


def _collect(item: object, spans: list[Any]) -> None:
    """Adds what stands in the fields of `item`, and of its values, that hold spans."""
    plain, nested = _span_readers(type(item))
    for value in plain(item):
        if value is not None:
            if type(value) is tuple:
                spans += value
            else:
                spans.append(value)
    if nested is not None:
        for value in nested(item):
            for inner in value if type(value) is tuple else (value,):
                if inner is not None:
                    _collect(inner, spans)


_Reader = Callable[[object], tuple[object, ...]]


@per_class
def _span_readers(cls: Any) -> tuple[_Reader, _Reader | None]:
    """Readers of the fields that hold spans, and of those that hold values with spans in them.

    Annotations inside of an annotation were checked when their own extractor returned them.
    """
    hints = type_hints(cls)
    plain = [name for name, hint in hints.items() if Span in _parts(hint)]
    nested = [name for name, hint in hints.items() if any(map(_is_made_of, _parts(hint)))]
    return _reader(plain), _reader(nested) if nested else None


def _parts(hint: Any) -> list[Any]:
    """The types in an optional or a tuple: `tuple[Span, ...] | None` is made of Span."""
    if get_origin(hint) in (Union, types.UnionType, tuple):
        return [part for arg in get_args(hint) for part in _parts(arg)]
    return [hint]


def _is_made_of(hint: Any) -> bool:
    return (
        isinstance(hint, type)
        and attrs.has(hint)
        and hint is not Span
        and not issubclass(hint, Annotation | Provenance)
    )


@per_class
def _values(cls: Any) -> _Reader:
    """Reads all fields of a class."""
    return _reader(_fields(cls))


def _reader(names: Sequence[str]) -> _Reader:
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda item: tuple(getattr(item, name) for name in names)


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

    __slots__ = ("_groups",)

    def __init__(self, groups: Iterable[Sequence[object]]) -> None:
        """Each group is of one class."""
        self._groups: list[_Sealed] = []
        for group in groups:
            if group:
                read = _values(type(group[0]))
                self._groups.append((group, read, list(map(read, group))))

    def broken(self) -> str:
        """Restores every changed object; returns what was changed, or ""."""
        changed = ""
        for group, read, seen in self._groups:
            if not _holds(group, read, seen):
                for item, values in zip(group, seen, strict=True):
                    changed = _restored(item, values) or changed
        return changed


_Sealed = tuple[Sequence[object], _Reader, list[tuple[object, ...]]]


def _holds(group: Sequence[object], read: _Reader, seen: list[tuple[object, ...]]) -> bool:
    """Whether all fields hold what they held: mostly the very same objects, told at once."""
    try:
        return list(map(read, group)) == seen
    except AttributeError:  # a field was deleted
        return False


def _restored(item: object, values: tuple[object, ...]) -> str:
    changed = ""
    for name, value in zip(_fields(type(item)), values, strict=True):
        if getattr(item, name, None) is not value:
            object.__setattr__(item, name, value)
            changed = f"{type(item).__name__}.{name}"
    return changed


@per_class
def _fields(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))
