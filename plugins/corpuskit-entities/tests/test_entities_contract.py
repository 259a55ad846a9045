"""The plugin contract."""

from __future__ import annotations

from corpuskit.testing import ExtractorContract
from corpuskit_entities import Entities


class TestEntities(ExtractorContract):
    extractor = Entities()
    units = ("Karn ", "Ana Sol ", "the ", "President ", "of the ", "A. ", "(AB) ", "Sol, head of ")
