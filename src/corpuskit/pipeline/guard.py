"""Guard: what plugins return is checked on every run, and refused in words that name it."""

from __future__ import annotations

import functools
import itertools
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

import attrs

from corpuskit.model import Annotation, Article, OutputError, Provenance, Source, Span
from corpuskit.model.codec import per_class, type_hints
from corpuskit.model.fit import Fits, fitting, said
from corpuskit.pipeline.seal import Seal, rows_of

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
    # All of it first: a generator goes on after what it yielded, and could change it then.
    given = list(_iterated(returned))
    found = {layer: [one for one in given if type(one) is layer] for layer in provides}
    if len(given) != sum(map(len, found.values())):
        strange = next(type(one).__name__ for one in given if type(one) not in found)
        names = ", ".join(p.__name__ for p in provides)
        raise OutputError(f"returned a {strange}, but provides only {names}")
    return {
        layer: _checked(layer, ones, article.span, plugin, version) for layer, ones in found.items()
    }


def _checked(
    layer: type[Annotation], given: list[Annotation], bounds: Span, plugin: str, version: str
) -> Delivered:
    if not given:
        return Delivered((), Seal(()))
    for annotation in given:
        # Fresh from the extractor and seen by nobody else: filled in, not copied.
        made = annotation.provenance
        if made.plugin:
            raise OutputError(f"returned a {layer.__name__} that {made.plugin} gave already")
        _set_provenance(annotation, _stamp(made.rule, plugin, version))
    rows = rows_of(layer)(given)
    columns = list(zip(*rows, strict=True))
    _check_values(layer, columns)
    extents = [annotation.extent for annotation in given]
    _check_spans(layer, [*extents, *_spans_in(layer, columns)], bounds)
    places = [(extent.start, extent.end) for extent in extents]
    order = sorted(range(len(places)), key=places.__getitem__)
    annotations = tuple([given[place] for place in order])
    return Delivered(annotations, Seal(annotations, [rows[place] for place in order]))


_stamp = functools.lru_cache(maxsize=4096)(Provenance)
"""One object for each rule: there are few."""

_set_provenance = vars(Annotation)["provenance"].__set__
"""The slot's own setter: annotations are frozen."""


def _iterated(returned: Any) -> Iterator[Any]:
    try:
        return iter(returned)
    except TypeError:
        raise OutputError(
            f"returned {type(returned).__name__}, not an iterable of annotations"
        ) from None


@per_class
def _columns(layer: type[Annotation]) -> list[tuple[str, Any, Fits, _Column]]:
    """Per field of a layer: name, type, the test of one value and that of many at once."""
    hints = type_hints(layer)
    return [(name, hint, fitting(hint), _column(hint)) for name, hint in hints.items()]


def _check_values(layer: type[Annotation], columns: Sequence[tuple[Any, ...]]) -> None:
    for (name, hint, fits, all_fit), values in zip(_columns(layer), columns, strict=True):
        if not all_fit(values):
            for value in values:
                if not fits(value):
                    place = f"{layer.__name__}.{name}"
                    raise OutputError(f"{place} is {value!r:.60}, not {said(hint)}")


_Column = Callable[[Iterable[Any]], bool]


def _column(hint: Any) -> _Column:
    """Whether all values of a field fit, told by their exact types where these alone decide.

    What spans are is told where they are read, with better words.
    """
    arms = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    kinds = {tuple if _is_row_of_spans(arm) else arm for arm in arms}
    fits = fitting(hint)
    if all(isinstance(kind, type) and get_origin(kind) is None for kind in kinds):
        return lambda values: kinds.issuperset(map(type, values)) or all(map(fits, values))
    if all(get_origin(arm) is Literal or arm is types.NoneType for arm in arms):
        return _choices({choice for arm in arms for choice in get_args(arm) or (None,)})
    if get_origin(hint) is tuple and get_args(hint)[1:] == (Ellipsis,):
        return _rows(_column(get_args(hint)[0]))
    return lambda values: all(map(fits, values))


def _rows(all_fit: _Column) -> _Column:
    """Whether all values are tuples of any length, and what they hold fits."""
    return lambda values: (
        _TUPLE.issuperset(map(type, values)) and all_fit([*itertools.chain.from_iterable(values)])
    )


_TUPLE = frozenset([tuple])


def _choices(choices: set[Any]) -> _Column:
    def all_fit(values: Iterable[Any]) -> bool:
        try:
            return choices.issuperset(values)
        except TypeError:  # what cannot be hashed is none of them
            return False

    return all_fit


def _is_row_of_spans(hint: Any) -> bool:
    return get_origin(hint) is tuple and set(get_args(hint)) == {Span, Ellipsis}


def _check_spans(layer: type[Annotation], spans: list[Any], bounds: Span) -> None:
    first, last = bounds.start, bounds.end
    for span in spans:
        if type(span) is not Span:
            raise OutputError(f"{layer.__name__} holds {span!r} where a Span belongs")
        start, end = span.start, span.end
        if not first <= start < end <= last:
            raise OutputError(
                f"{layer.__name__} has a span [{start}:{end}] that is empty "
                f"or outside of its article [{first}:{last}]",
                offset=start,
            )
        if not type(start) is type(end) is int:
            raise OutputError(f"{layer.__name__} has a span of other than whole numbers: {span!r}")


def _spans_in(cls: type[object], columns: Sequence[tuple[Any, ...]]) -> list[Any]:
    """The spans among the values of objects of one class, and of the values in them."""
    spans: list[Any] = []
    plain, nested = _places(cls)
    for place in plain:
        for value in columns[place]:
            if type(value) is tuple:
                spans += value
            elif value is not None:
                spans.append(value)
    for place in nested:
        inside: dict[type[object], list[object]] = {}
        for value in columns[place]:
            for inner in value if type(value) is tuple else (value,):
                if inner is not None:
                    inside.setdefault(type(inner), []).append(inner)
        for inner_class, inners in inside.items():
            spans += _spans_in(inner_class, list(zip(*rows_of(inner_class)(inners), strict=True)))
    return spans


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
        and any(attrs.has(part) for inner in type_hints(hint).values() for part in _parts(inner))
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
    for row in (body, furniture, sorted(body + furniture, key=_start)):
        if any(a.end > b.start for a, b in itertools.pairwise(row)):
            raise OutputError("body blocks or furniture overlap or are out of order")


def _start(span: Span) -> int:
    return span.start
