"""Layers: what an extractor may see of an article beside the article itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from corpuskit.model import Annotation, LayerMissing, OutputError, Span
from corpuskit.scan import Hit, Scan, Sentence

__all__ = ["Layers", "Rejection"]

A = TypeVar("A", bound=Annotation)


class Rejection(NamedTuple):
    """A candidate that an extractor looked at and turned down; for `corpuskit explain`.

    Attributes:
        span: the candidate.
        rule: dotted id of the rule that turned it down.
        reason: why, in words.
        plugin: the extractor's name.
    """

    span: Span
    rule: str
    reason: str
    plugin: str = ""


class Layers:
    """The declared layers of one article, and the shared lexical pass.

    Attributes:
        scan: sentences, numbers, names, marks: see `corpuskit.scan.Scan`.
        hits: this extractor's trigger hits, in text order.
    """

    __slots__ = ("_declared", "_found", "_owner", "_rejections", "hits", "scan")

    def __init__(
        self,
        scan: Scan,
        found: Mapping[type[Annotation], tuple[Annotation, ...]] | None = None,
        *,
        declared: frozenset[type[Annotation]] = frozenset(),
        hits: Sequence[Hit] = (),
        owner: str = "",
        rejections: list[Rejection] | None = None,
    ) -> None:
        self.scan = scan
        self.hits = hits
        self._found = found or {}
        self._declared = declared
        self._owner = owner
        self._rejections = rejections

    def __getitem__(self, layer: type[A]) -> tuple[A, ...]:
        """The annotations of a layer named in `requires` or `uses`.

        Raises:
            OutputError: if the layer was not declared.
            LayerMissing: if nobody delivered it (only for `uses`).
        """
        if layer not in self._declared:
            raise OutputError(
                f"{self._owner or 'the extractor'} reads {layer.__name__} without naming it in "
                "requires or uses"
            )
        try:
            return self._found[layer]  # type: ignore[return-value]
        except KeyError:
            raise LayerMissing(f"no {layer.__name__} layer here") from None

    def get(self, layer: type[A]) -> tuple[A, ...] | None:
        """As `layers[layer]`, but None where nobody delivered it."""
        try:
            return self[layer]
        except LayerMissing:
            return None

    def sentences(self) -> Iterator[tuple[Sentence, list[Hit]]]:
        """Sentences that hold one of this extractor's triggers, with those hits."""
        return self.scan.triggered(self.hits)

    @property
    def explaining(self) -> bool:
        """Whether anybody wants to know of rejections."""
        return self._rejections is not None

    def reject(self, start: int, end: int, rule: str, reason: str) -> None:
        """Say that a candidate was turned down and why; costs nothing unless explaining."""
        if self._rejections is not None:
            self._rejections.append(Rejection(Span(start, end), rule, reason, self._owner))
