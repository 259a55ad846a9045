"""The plugin contract."""

from __future__ import annotations

from corpuskit.testing import ExtractorContract
from corpuskit_casualties import Casualties


class TestCasualties(ExtractorContract):
    extractor = Casualties()
