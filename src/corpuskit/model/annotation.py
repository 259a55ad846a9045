"""Annotation: what every recognised thing has, a place in the text and a rule that found it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from corpuskit.model.span import Span

__all__ = ["Annotation", "Provenance", "several"]


@attrs.frozen
class Provenance:
    """Who found it: HeidelTime's foundByRule, with plugin and version.

    Attributes:
        rule: stable dotted id of the rule, such as "dates.weekday"; the extractor gives it.
        plugin: the distribution it belongs to; the pipeline fills it in.
        version: that distribution's version; the pipeline fills it in.
    """

    rule: str = ""
    plugin: str = ""
    version: str = ""


@attrs.frozen(kw_only=True)
class Annotation:
    """The base of all layers, first-party or not.

    A plugin's own annotation is a frozen attrs class that inherits this one and has a `span`,
    or overrides `extent`. Its class is the layer's key: `result[MyAnnotation]`.

    Attributes:
        provenance: the rule and the plugin that found it.
    """

    provenance: Provenance = Provenance()

    @property
    def extent(self) -> Span:
        """The main span: what is sorted by, checked and shown."""
        span: Span = self.span  # type: ignore[attr-defined]
        return span

    @classmethod
    def layer_name(cls) -> str:
        """The layer's key in a JSON record: top package and class name."""
        return f"{cls.__module__.partition('.')[0]}.{cls.__name__}"


def several(layers: Iterable[type[Annotation]]) -> tuple[type[Annotation], ...]:
    """The classes that a call names.

    Raises:
        TypeError: for one class in place of a list, which says so.
    """
    if isinstance(layers, type | str):
        name = layers.__name__ if isinstance(layers, type) else repr(layers)
        raise TypeError(f"layers are several classes, not one {name}: layers=[{name}]")
    return tuple(layers)
