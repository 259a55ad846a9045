"""Guard: every output is checked on every run; what a plugin may not do is undone and named."""

from __future__ import annotations

import functools
import itertools
import operator
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Union, get_args, get_origin

import attrs

from corpuskit.model import Annotation, Article, OutputError, Provenance, Source, Span
from corpuskit.model.codec import per_class, type_hints

__all__ = ["Layer", "Seal", "changed_in", "checked_annotations", "checked_articles"]


class Layer(NamedTuple):
    """What one extractor delivered of one type, in text order, and the seal on it."""

    annotations: tuple[Annotation, ...]
    seal: Seal


def checked_annotations(
    returned: Any,
    provides: tuple[type[Annotation], ...],
    article: Article,
    plugin: str,
    version: str,
) -> dict[type[Annotation], Layer]:
    """What an extractor returned, by layer, with plugin and version filled in.

    Raises:
        OutputError: for an undeclared layer, a value that is no annotation, a span that is
            empty or outside of the article.
    """
    found: dict[type[Annotation], list[_Row]] = {layer: [] for layer in provides}
    bounds = article.span
    # All of it first: a generator goes on after what it yielded, and could change it then.
    for ordinal, annotation in enumerate(list(_iterated(returned))):
        layer = type(annotation)
        if layer not in found:
            names = ", ".join(p.__name__ for p in provides)
            raise OutputError(f"returned a {layer.__name__}, but provides only {names}")
        # Fresh from the extractor and seen by nobody else: filled in, not copied.
        stamp = _stamp(annotation.provenance.rule, plugin, version)
        object.__setattr__(annotation, "provenance", stamp)
        extent = annotation.extent
        values = _values(layer)(annotation)
        _check_spans(layer, [extent], values, bounds)
        found[layer].append((extent.start, extent.end, ordinal, annotation, values))
    return {layer: _layer(sorted(rows)) for layer, rows in found.items()}


def _layer(rows: list[_Row]) -> Layer:
    annotations = tuple([row[3] for row in rows])
    return Layer(annotations, Seal(annotations, [row[4] for row in rows]))


_stamp = functools.lru_cache(maxsize=4096)(Provenance)
"""One object for each rule: there are few."""

_Row = tuple[int, int, int, Annotation, tuple[object, ...]]
"""Start and end of an annotation, its place among those returned, itself, and what it holds."""


def _iterated(returned: Any) -> Iterator[Any]:
    try:
        return iter(returned)
    except TypeError:
        raise OutputError(
            f"returned {type(returned).__name__}, not an iterable of annotations"
        ) from None


def _check_spans(
    layer: type[Annotation], spans: list[Any], values: tuple[object, ...], bounds: Span
) -> None:
    first, last = bounds.start, bounds.end
    _collect(layer, values, spans)
    for span in spans:
        if type(span) is not Span:
            raise OutputError(f"{layer.__name__} holds {span!r} where a Span belongs")
        if not first <= span.start < span.end <= last:
            raise OutputError(
                f"{layer.__name__} has a span [{span.start}:{span.end}] that is empty "
                f"or outside of its article [{first}:{last}]",
                offset=span.start,
            )


def _collect(cls: type[object], values: tuple[object, ...], spans: list[Any]) -> None:
    """Adds the spans among the values of an object of this class, and of the values in it."""
    plain, nested = _places(cls)
    for place in plain:
        value = values[place]
        if value is not None:
            if type(value) is tuple:
                spans += value
            else:
                spans.append(value)
    for place in nested:
        value = values[place]
        for inner in value if type(value) is tuple else (value,):
            if inner is not None:
                _collect(type(inner), _values(type(inner))(inner), spans)


@per_class
def _places(cls: Any) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Which fields hold spans, and which hold values with spans in them.

    Annotations inside of an annotation were checked when their own extractor returned them.
    """
    hints = [_parts(hint) for hint in type_hints(cls).values()]
    plain = [place for place, parts in enumerate(hints) if Span in parts]
    nested = [place for place, parts in enumerate(hints) if any(map(_is_made_of, parts))]
    return tuple(plain), tuple(nested)


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


_Reader = Callable[[object], tuple[object, ...]]


@per_class
def _values(cls: Any) -> _Reader:
    """Reads all fields of a class."""
    names = _fields(cls)
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
    """Remembers what objects of one class hold, and puts it back where a plugin changed it."""

    __slots__ = ("_items", "_read", "_seen")

    def __init__(
        self, items: Sequence[object], seen: list[tuple[object, ...]] | None = None
    ) -> None:
        """`seen`: what they hold, where that was read already."""
        self._items = items
        if items:
            self._read = _values(type(items[0]))
            self._seen = list(map(self._read, items)) if seen is None else seen

    def broken(self) -> str:
        """Restores every changed object; returns what was changed, or ""."""
        changed = ""
        if not self._holds():
            for item, values in zip(self._items, self._seen, strict=True):
                changed = _restored(item, values) or changed
        return changed

    def _holds(self) -> bool:
        """Whether all fields hold what they held: mostly the very same objects, told at once."""
        try:
            return not self._items or list(map(self._read, self._items)) == self._seen
        except AttributeError:  # a field was deleted
            return False


def changed_in(seals: Iterable[Seal]) -> str:
    """Restores what was changed under any of the seals; returns what that was, or ""."""
    changed = ""
    for seal in seals:
        changed = seal.broken() or changed
    return changed


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
