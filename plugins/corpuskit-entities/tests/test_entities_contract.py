"""The plugin contract."""

from __future__ import annotations

from corpuskit.testing import ExtractorContract
from corpuskit_entities import Entities


class TestEntities(ExtractorContract):
    extractor = Entities()
