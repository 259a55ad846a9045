"""Extractor: what the pipeline sees; everything heavy is loaded with the first article."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from corpuskit import Article, Entity, Extractor, Layers, Quotation

__all__ = ["Quotes"]


@attrs.frozen(kw_only=True, slots=False)
class Quotes(Extractor):
    """Direct, mixed and indirect quotations with cue and speaker.

    Uses the `Entity` layer for names where somebody provides it; without it a speaker is the
    fullest form of the name that the article has.
    """

    name = "quotes"
    provides = (Quotation,)
    uses = (Entity,)

    def __call__(self, article: Article, layers: Layers) -> Iterator[Quotation]:
        """Quotations in text order; see `corpuskit.Quotation` for what each holds."""
        from corpuskit_quotes.attribution import quotations_in

        return quotations_in(layers)
