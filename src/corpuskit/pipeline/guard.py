"""Guard: what plugins return is checked on every run, and refused in words that name it."""

from __future__ import annotations

import functools
import itertools
import operator
import types
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

import attrs

from corpuskit.model import Annotation, Article, OutputError, Provenance, Source, Span
from corpuskit.model.codec import per_class, type_hints
from corpuskit.model.fit import fitting
from corpuskit.pipeline.seal import Seal, values_of

__all__ = ["Delivered", "checked_annotations", "checked_articles"]


class Delivered(NamedTuple):
    """What one extractor delivered of one type, in text order, and the seal on it."""

    annotations: tuple[Annotation, ...]
    seal: Seal


def checked_annotations(
    returned: Any,
    provides: tuple[type[Annotation], ...],
    article: Article,
    plugin: str,
    version: str,
) -> dict[type[Annotation], Delivered]:
    """What an extractor returned, by layer, with plugin and version filled in.

    Raises:
        OutputError: for an undeclared layer, what is no annotation or was returned before, a
            value that is not what its field says, a span that is empty or outside of the article.
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
        made = annotation.provenance
        if made.plugin:
            raise OutputError(f"returned a {layer.__name__} that {made.plugin} gave already")
        object.__setattr__(annotation, "provenance", _stamp(made.rule, plugin, version))
        values = values_of(layer)(annotation)
        _form(layer).check(values)
        extent = annotation.extent
        _check_spans(layer, [extent], values, bounds)
        found[layer].append((extent.start, extent.end, ordinal, annotation, values))
    return {layer: _delivered(sorted(rows)) for layer, rows in found.items()}


def _delivered(rows: list[_Row]) -> Delivered:
    annotations = tuple([row[3] for row in rows])
    return Delivered(annotations, Seal(annotations, [row[4] for row in rows]))


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


class _Form:
    """What the fields of a layer may hold. Types seen to fit are remembered: they are few."""

    __slots__ = ("_choice", "_fits", "_known", "_layer", "_listed")

    def __init__(self, layer: type[Annotation]) -> None:
        hints = type_hints(layer)
        self._layer = layer
        self._fits = [(name, hint, fitting(hint)) for name, hint in hints.items()]
        choices = [place for place, hint in enumerate(hints.values()) if _is(Literal, hint)]
        self._choice = operator.itemgetter(*choices) if choices else None
        self._listed = [
            (place, fits)
            for place, (_, hint, fits) in enumerate(self._fits)
            if _is(tuple, hint) and Span not in _parts(hint)  # spans are checked with the others
        ]
        self._known: set[object] = set()

    def check(self, values: tuple[Any, ...]) -> None:
        """Raises OutputError, naming the field and what it should hold."""
        types = tuple(map(type, values))
        if types not in self._known:
            self._check_each(values)
            self._known.add(types)
        if self._choice is not None:
            chosen = self._choice(values)
            if chosen not in self._known:
                self._check_each(values)
                self._known.add(chosen)
        for place, fits in self._listed:
            if values[place] and not fits(values[place]):
                self._check_each(values)

    def _check_each(self, values: tuple[Any, ...]) -> None:
        for (name, hint, fits), value in zip(self._fits, values, strict=True):
            if not fits(value):
                said = hint.__name__ if isinstance(hint, type) else str(hint).replace("typing.", "")
                raise OutputError(f"{self._layer.__name__}.{name} is {value!r:.60}, not {said}")


_form = per_class(_Form)


def _is(kind: Any, hint: Any) -> bool:
    """Whether a type is of a kind (a tuple, a Literal) or may be."""
    arms = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return any(get_origin(arm) is kind for arm in arms)


def _check_spans(
    layer: type[Annotation], spans: list[Any], values: tuple[object, ...], bounds: Span
) -> None:
    first, last = bounds.start, bounds.end
    _collect(layer, values, spans)
    for span in spans:
        if type(span) is not Span:
            raise OutputError(f"{layer.__name__} holds {span!r} where a Span belongs")
        if not type(span.start) is type(span.end) is int:
            raise OutputError(f"{layer.__name__} has a span of other than whole numbers: {span!r}")
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
                _collect(type(inner), values_of(type(inner))(inner), spans)


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
    if not 1 <= article.part <= article.parts:
        raise OutputError(f"article {bounds} is part {article.part} of {article.parts}")
    body = [block.span for block in article.body]
    furniture = [piece.span for piece in article.furniture]
    days = [day.span for day in (article.published, article.updated) if day is not None]
    single = [article.headline, article.dateline, article.byline, *days]
    spans = [span for span in single if span is not None]
    for span in (*body, *furniture, *spans, *article.summary):
        if type(span) is not Span:
            raise OutputError(f"an article holds {span!r} where a Span belongs")
        if not bounds.contains(span) or span.start == span.end:
            raise OutputError(f"{span} is empty or outside of its article {bounds}")
    for row in (body, furniture, sorted(body + furniture)):
        if any(a.end > b.start for a, b in itertools.pairwise(row)):
            raise OutputError("body blocks or furniture overlap or are out of order")
