"""Record: the JSON form of a result, and its schema. One line of a JSONL file is one record."""

from __future__ import annotations

import itertools
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from corpuskit.model.annotation import Annotation, several
from corpuskit.model.article import Article
from corpuskit.model.casualty import Casualty
from corpuskit.model.codec import decode, encode
from corpuskit.model.date import DateMention
from corpuskit.model.entity import Entity
from corpuskit.model.errors import RecordError
from corpuskit.model.event import Event
from corpuskit.model.failure import Failure
from corpuskit.model.quotation import Quotation
from corpuskit.model.source import Source
from corpuskit.model.span import Span

if TYPE_CHECKING:
    from corpuskit.model.result import Result

__all__ = ["LAYER_KEYS", "RECORD_VERSION", "from_dict", "record_schema", "to_dict", "with_sources"]

T = TypeVar("T")

RECORD_VERSION = "corpuskit-record/1"

LAYER_KEYS: Mapping[str, type[Annotation]] = {
    "dates": DateMention,
    "entities": Entity,
    "quotes": Quotation,
    "casualties": Casualty,
    "events": Event,
}
"""Where the core's layers are in a record; all others are under "annotations"."""

FILLER = "\ufffc"
"""Stands for text that a record does not carry; U+FFFC OBJECT REPLACEMENT CHARACTER."""


def to_dict(result: Result) -> dict[str, Any]:
    """See `Result.to_dict`."""
    article = result.article
    found: dict[str, Any] = {"schema": RECORD_VERSION}
    found["source"] = _source(article.source)
    found["article"] = _article(article)
    for key, layer in LAYER_KEYS.items():
        if layer in result.layers:
            found[key] = [_annotation(result, a) for a in result.layers[layer]]
    others = dict(result.foreign)
    for layer, found_here in result.layers.items():
        if layer not in LAYER_KEYS.values():
            others[layer.layer_name()] = [_annotation(result, a) for a in found_here]
    if others:
        found["annotations"] = {name: others[name] for name in sorted(others)}
    found["failures"] = encode(result.failures)
    return found


def _source(source: Source) -> dict[str, Any]:
    return {
        f.name: encode(getattr(source, f.name)) for f in attrs.fields(Source) if f.name != "raw"
    }


def _article(article: Article) -> dict[str, Any]:
    data = encode_fields(article, skip=("source",))
    data["text"] = article.text(article.span)
    return data


def _annotation(result: Result, annotation: Annotation) -> dict[str, Any]:
    extent = annotation.extent
    return {
        "text": result.text(extent),
        "zone": result.zone(annotation),
        **encode_fields(annotation),
    }


def encode_fields(value: Any, skip: tuple[str, ...] = ()) -> dict[str, Any]:
    """Fields by name, provenance last."""
    names = [f.name for f in attrs.fields(type(value)) if f.name not in skip]
    names.sort(key=lambda name: name == "provenance")
    return {name: encode(getattr(value, name)) for name in names}


def from_dict(
    data: Mapping[str, Any],
    *,
    source: Source | None = None,
    layers: Iterable[type[Annotation]] = (),
) -> tuple[
    Article,
    dict[type[Annotation], tuple[Annotation, ...]],
    tuple[Failure, ...],
    dict[str, Any],
]:
    """See `Result.from_dict`."""
    known = {layer.layer_name(): layer for layer in several(layers)}
    if not isinstance(data, Mapping) or data.get("schema") != RECORD_VERSION:
        raise RecordError(
            f"not a {RECORD_VERSION}, as corpuskit extract writes it: {str(data)[:60]!r}"
        )
    for key in ("source", "article"):
        if key not in data:
            raise RecordError(f"the record lacks {key}")
        _expect(Mapping, key, data[key])
    article = _read_article(data["article"], source or _read_source(data))
    found: dict[type[Annotation], tuple[Annotation, ...]] = {}
    for key, layer in LAYER_KEYS.items():
        if key in data:
            found[layer] = _read_layer(key, layer, data[key], article)
    foreign: dict[str, Any] = {}
    for name, rows in _expect(Mapping, "annotations", data.get("annotations", {})).items():
        if name in known:
            found[known[name]] = _read_layer(name, known[name], rows, article)
        else:
            foreign[name] = rows
    failures = _expect(list, "failures", data.get("failures", []))
    return article, found, tuple(decode(Failure, row) for row in failures), foreign


def _expect(kind: Any, key: str, value: Any) -> Any:
    if not isinstance(value, kind):
        expected = "a list" if kind is list else "an object"
        raise RecordError(f"{key}: expected {expected}, found {value!r:.60}")
    return value


def _read_layer(
    key: str, layer: type[Annotation], rows: Any, article: Article
) -> tuple[Annotation, ...]:
    annotations = []
    for index, row in enumerate(_expect(list, key, rows)):
        try:
            annotation = decode(layer, row)
        except RecordError as error:
            raise RecordError(f"{key}[{index}]: {error.message}") from None
        _check_text(f"{key}[{index}]", row, article, annotation.extent)
        annotations.append(annotation)
    return tuple(annotations)


def _check_text(key: str, data: Mapping[str, Any], article: Article, span: Span) -> None:
    text = article.text(span)
    if not article.span.contains(span) or data.get("text", text) != text:
        raise RecordError(f"{key}: its text does not stand at [{span.start}:{span.end}]")


def with_sources(
    items: Iterable[T], record: Callable[[T], Any]
) -> Iterator[tuple[Source | None, T]]:
    """Items in order, each with the original for `from_dict`, which neighbours of one source share.

    A stack of many articles would else be rebuilt for each of them. None, where records of a source
    do not fit together: each tells its own then, or what is wrong with it.

    Args:
        record: the record of an item, or what is none.
    """
    for _, group in itertools.groupby(items, lambda item: _told_source(record(item))):
        some = deque(group)
        source = _shared_source([record(item) for item in some])
        while some:
            yield source, some.popleft()


def _told_source(record: Any) -> Any:
    return record.get("source") if isinstance(record, Mapping) else None


def _shared_source(records: Sequence[Any]) -> Source | None:
    """The original as far as the records tell it; what none of them has is filled with U+FFFC."""
    try:
        texts = sorted({_placed(record["article"]) for record in records})
        pieces: list[str] = []
        reached = 0
        for start, text in texts:
            if start < reached:
                return None
            pieces += FILLER * (start - reached), text
            reached = start + len(text)
        source: Source = decode(Source, {**records[0]["source"], "raw": "".join(pieces)})
    except (AttributeError, KeyError, TypeError, RecordError):
        return None
    return source


def _read_source(data: Mapping[str, Any]) -> Source:
    """The original, as far as the record tells it."""
    start, text = _placed(data["article"])
    source: Source = decode(Source, {**data["source"], "raw": FILLER * start + text})
    return source


def _placed(article: Mapping[str, Any]) -> tuple[int, str]:
    """Where an article begins in its source, and its text."""
    text, span = article.get("text"), article.get("span")
    start = span.get("start") if isinstance(span, Mapping) else None
    if not isinstance(text, str) or not isinstance(start, int):
        raise RecordError("article: lacks text or span")
    return start, text


def _read_article(data: Mapping[str, Any], source: Source) -> Article:
    article: Article = decode(Article, {**data, "source": source})
    _check_text("article", data, article, article.span)
    if article.span.end > len(source.raw):
        raise RecordError(f"article: ends at {article.span.end}, its source at {len(source.raw)}")
    return article


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record, as shipped in the package."""
    path = resources.files("corpuskit.model") / "record.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema
