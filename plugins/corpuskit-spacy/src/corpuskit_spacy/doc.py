"""Doc: an article with its annotations as a spaCy Doc, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from corpuskit import (
    Annotation,
    Article,
    Block,
    Casualty,
    DateMention,
    Entity,
    Event,
    Quotation,
    Result,
    Source,
    Span,
)
from corpuskit_spacy.entities import Found, entities_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["RECORD", "from_doc", "to_doc"]

RECORD = "corpuskit"
"""The key of `doc.user_data` under which the whole record stands, so that nothing is lost."""

_Place = tuple[Span, str, str]  # where, label, id

GROUPS: dict[type[Annotation], str] = {
    DateMention: "dates",
    Entity: "entities",
    Quotation: "quotes",
    Casualty: "casualties",
    Event: "events",
}


def to_doc(result: Result, nlp: Language | None = None) -> Doc:
    """A Doc of the article's text, with a span group for every layer.

    The groups are called "dates", "entities", "quotes", "casualties" and "events"; the layer of a
    plugin has its `layer_name()`. The label of a span is the TIMEX3 type, the kind, the mode or
    the event type. An entity gives one span a mention, with its id as `span.id_`; a quotation one
    span a piece. Where a span cuts a token, the token is taken whole; exact offsets stand in the
    record, `doc.user_data["corpuskit"]`.

    Args:
        result: any result.
        nlp: what makes the tokens; by default a blank English pipeline. Only its tokenizer runs:
            apply the rest with `nlp(doc)`.

    Raises:
        ImportError: if spaCy is not installed.
    """
    article = result.article
    doc = (_blank() if nlp is None else nlp).make_doc(article.text(article.span))
    for layer, found in result.layers.items():
        key = GROUPS.get(layer, layer.layer_name())
        places = (place for annotation in found for place in _places(annotation))
        spans = (_span(doc, article, place) for place in places)
        doc.spans[key] = [span for span in spans if span is not None]
    doc.user_data[RECORD] = result.to_dict()
    return doc


@cache
def _blank() -> Language:
    """Made once: it takes as long as reading some hundred articles."""
    import spacy

    return spacy.blank("en")


def _places(annotation: Annotation) -> Iterator[_Place]:
    match annotation:
        case Entity():
            yield from ((span, annotation.kind, annotation.id) for span in annotation.mentions)
        case Quotation():
            yield from ((span, annotation.mode, "") for span in annotation.spans)
        case Event():
            yield annotation.trigger_span, annotation.type, annotation.id
        case DateMention():
            yield annotation.span, annotation.type, ""
        case Casualty():
            yield annotation.span, annotation.kind, ""
        case _:
            yield annotation.extent, type(annotation).__name__, ""


def _span(doc: Doc, article: Article, place: _Place) -> Any:
    span, label, id = place
    start = span.start - article.span.start
    return doc.char_span(start, start + len(span), label=label, span_id=id, alignment_mode="expand")


def from_doc(
    doc: Doc, *, source: Source | None = None, layers: Iterable[type[Annotation]] = ()
) -> Result:
    """What `to_doc` was given; for any other Doc, its text with `doc.ents` as entities.

    Args:
        doc: from `to_doc`, also after `Doc.to_bytes` or a `DocBin` with `store_user_data=True`;
            or of any spaCy pipeline.
        source: the original, if at hand; see `Result.from_dict`.
        layers: annotation classes beyond the core's that the record may hold.

    Raises:
        RecordError: if the record does not fit.
    """
    record = doc.user_data.get(RECORD)
    if record is not None:
        return Result.from_dict(_with_lists(record), source=source, layers=layers)
    source = source or Source(raw=doc.text)
    whole = Span(0, len(doc.text))
    article = Article(source=source, span=whole, body=(Block(whole),) if len(whole) else ())
    entities = entities_of(source, (Found.of(ent, 0) for ent in doc.ents))
    ordered = tuple(sorted(entities, key=lambda entity: entity.extent))
    return Result(article, {Entity: ordered})


def _with_lists(value: Any) -> Any:
    """A record as it was: a DocBin gives tuples back for lists."""
    if isinstance(value, dict):
        return {key: _with_lists(item) for key, item in value.items()}
    return [_with_lists(item) for item in value] if isinstance(value, list | tuple) else value
