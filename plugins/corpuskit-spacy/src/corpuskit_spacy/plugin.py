"""Registration: nothing, unless CORPUSKIT_SPACY_MODEL names the model that shall be used."""

from __future__ import annotations

import os

import corpuskit

MODEL = "CORPUSKIT_SPACY_MODEL"

corpuskit_idle = f"name the model that shall be used, as {MODEL}=en_core_web_sm"


@corpuskit.hookimpl
def corpuskit_extractors() -> list[object]:
    """The extractor for the model that is asked for; then it stands in for corpuskit-entities."""
    model = os.environ.get(MODEL, "").strip()
    if not model:
        return []
    from corpuskit_spacy.extractor import SpacyEntities

    return [SpacyEntities(model=model)]
