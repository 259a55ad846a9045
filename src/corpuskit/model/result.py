"""Result: one article with the layers found in it, and what failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from corpuskit.model import record
from corpuskit.model.annotation import Annotation, several
from corpuskit.model.article import Article, Zone
from corpuskit.model.casualty import Casualty
from corpuskit.model.date import DateMention
from corpuskit.model.entity import Entity
from corpuskit.model.errors import LayerMissing
from corpuskit.model.event import Event
from corpuskit.model.failure import Failure
from corpuskit.model.frozen import FrozenMap
from corpuskit.model.quotation import Quotation
from corpuskit.model.source import Source
from corpuskit.model.span import Span

__all__ = ["Result"]

A = TypeVar("A", bound=Annotation)
Found = Mapping[type[Annotation], tuple[Annotation, ...]]


def _frozen(layers: Found) -> Found:
    return FrozenMap(layers)


def _frozen_records(records: Mapping[str, Any]) -> Mapping[str, Any]:
    return FrozenMap(records)


@attrs.frozen(repr=False)
class Result:
    """What was found in one article.

    Attributes:
        article: the article.
        layers: annotation class to annotations, in text order. Read it through `result[Class]`.
        failures: what went wrong, in the order of the plan.
        foreign: records of layers whose class is not at hand; kept so that nothing is lost.
    """

    article: Article
    layers: Found = attrs.field(factory=FrozenMap, converter=_frozen)
    failures: tuple[Failure, ...] = ()
    foreign: Mapping[str, Any] = attrs.field(
        factory=FrozenMap, converter=_frozen_records, hash=False
    )

    def __repr__(self) -> str:
        """One line: where the article is and how much was found in each layer."""
        article = self.article
        found = [f"{len(items)} {layer.__name__}" for layer, items in self.layers.items()]
        found += [f"failed: {failure.plugin}" for failure in self.failures]
        place = f"{article.source.id} [{article.span.start}:{article.span.end}]"
        return f"<Result {place}: {', '.join(found) or 'no layers'}>"

    def __getitem__(self, layer: type[A]) -> tuple[A, ...]:
        """The annotations of a layer, in text order.

        Raises:
            LayerMissing: if the layer is absent; the message says why.
            TypeError: for what is no class, as a layer's name.
        """
        try:
            return self.layers[layer]  # type: ignore[return-value]
        except KeyError:
            if not isinstance(layer, type):
                raise TypeError(f"a layer is a class, as DateMention, not {layer!r:.60}") from None
            raise LayerMissing(self._why_missing(layer), file=self.article.source.id) from None

    def get(self, layer: type[A], default: tuple[A, ...] = ()) -> tuple[A, ...]:
        """As `result[layer]`, but `default` where the layer is absent."""
        return self[layer] if layer in self.layers else default

    __iter__ = None  # else Python would try result[0]; `layers` has what there is

    def __contains__(self, layer: type[Annotation]) -> bool:
        return layer in self.layers

    def _why_missing(self, layer: type[Annotation]) -> str:
        for failure in self.failures:
            if layer.__name__ in failure.layers:
                return f"no {layer.__name__} layer: {failure.plugin} failed ({failure.error})"
        return (
            f"no {layer.__name__} layer: no plugin in this pipeline provides it, "
            "or it was not asked for; an absent layer is not an empty one"
        )

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """Temporal expressions in text order. Raises LayerMissing if the layer is absent."""
        return self[DateMention]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Entities by first mention. Raises LayerMissing if the layer is absent."""
        return self[Entity]

    @property
    def quotes(self) -> tuple[Quotation, ...]:
        """Quotations in text order. Raises LayerMissing if the layer is absent."""
        return self[Quotation]

    @property
    def casualties(self) -> tuple[Casualty, ...]:
        """Casualty counts in text order. Raises LayerMissing if the layer is absent."""
        return self[Casualty]

    @property
    def events(self) -> tuple[Event, ...]:
        """Events in text order. Raises LayerMissing if the layer is absent."""
        return self[Event]

    def text(self, span: Span | None) -> str:
        """The original text of `span`; "" for None, as where an article has no headline."""
        return self.article.text(span)

    def zone(self, annotation: Annotation) -> Zone:
        """The zone that an annotation starts in: headline, key_point, caption, body, …"""
        return self.article.zone_at(annotation.extent.start)

    def to_dict(self) -> dict[str, Any]:
        """The JSON record: plain data, keys in a fixed order. See `corpuskit.record_schema`."""
        return record.to_dict(self)

    @classmethod
    def from_dict(
        cls,
        data: Mapping[str, Any],
        *,
        source: Source | None = None,
        layers: Iterable[type[Annotation]] = (),
    ) -> Result:
        """Read a record back.

        Args:
            data: what `to_dict` gave.
            source: the original, if at hand. Without it the source's text is rebuilt from the
                article's; what lies outside the article is filled with U+FFFC, so that offsets
                hold.
            layers: annotation classes beyond the core's that the record may hold.

        Raises:
            RecordError: naming the key that does not fit.
        """
        article, found, failures, foreign = record.from_dict(data, source=source, layers=layers)
        return cls(article, found, failures, foreign)

    @classmethod
    def from_dicts(
        cls, records: Iterable[Mapping[str, Any]], *, layers: Iterable[type[Annotation]] = ()
    ) -> Iterator[Result]:
        """Read many records back, one source at a time: those that follow one another share it.

        Args:
            records: what `to_dict` gave.
            layers: annotation classes beyond the core's that the records may hold.

        Raises:
            RecordError: naming the key that does not fit.
        """
        known = several(layers)
        return (
            cls.from_dict(data, source=source, layers=known)
            for source, data in record.with_sources(records, lambda data: data)
        )
