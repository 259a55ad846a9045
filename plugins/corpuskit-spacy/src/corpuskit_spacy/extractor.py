"""SpacyEntities: what a spaCy pipeline calls entities, as corpuskit's Entity layer."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

import attrs

from corpuskit import Article, ConfigurationError, Entity, Extractor, Layers
from corpuskit.scan import Scan
from corpuskit_spacy.entities import Found, entities_of

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["SpacyEntities"]


@attrs.frozen(kw_only=True, slots=False)
class SpacyEntities(Extractor):
    """Runs a spaCy pipeline over every zone of an article and groups its entities.

    spaCy and the model are imported when the first article comes, and not before.

    Attributes:
        model: the name of an installed model package, or the path of a model.
        nlp: a pipeline at hand, which is used in its place; it must set `doc.ents`.

    Raises:
        ConfigurationError: when called, if spaCy or the model is missing; it says how to get it.
            A pipeline notes that as a `Failure`.
    """

    model: str = "en_core_web_sm"
    nlp: Language | None = attrs.field(default=None, eq=False, repr=False)

    name = "spacy-entities"
    provides = (Entity,)
    replaces = ("entities",)
    exempt: ClassVar[Mapping[str, str]] = {
        "hostile_inputs": "how long a text takes is up to spaCy's tokenizer",
        "linear_time": "how long a text takes is up to spaCy's tokenizer",
    }

    def __call__(self, article: Article, layers: Layers) -> Iterator[Entity]:
        """Entities by first mention."""
        nlp = self.nlp if self.nlp is not None else load_model(self.model)
        spans = [*_pieces(layers.scan, nlp.max_length)]
        texts = [layers.scan.raw[start:end] for start, end in spans]
        found: list[Found] = []
        for (start, _), doc in zip(spans, nlp.pipe(texts), strict=True):
            found += (Found.of(ent, start) for ent in doc.ents)
        yield from entities_of(article.source, found)


def _pieces(scan: Scan, longest: int) -> Iterator[tuple[int, int]]:
    """The zones, cut where they are longer than the pipeline takes."""
    for _, start, end in scan.zones:
        for begin in range(start, end, longest):
            yield begin, min(begin + longest, end)


@functools.lru_cache(maxsize=2)
def load_model(name: str) -> Language:
    """The model, loaded once.

    Raises:
        ConfigurationError: if spaCy or the model is missing.
    """
    try:
        import spacy
    except ImportError as error:
        raise ConfigurationError("spaCy is not installed; pip install spacy") from error
    try:
        return spacy.load(name)
    except OSError as error:
        raise ConfigurationError(
            f"the spaCy model {name!r} is not installed; get it with "
            f"'python -m spacy download {name}' or give SpacyEntities(nlp=…) a pipeline"
        ) from error
