"""The plugin contract."""

from __future__ import annotations

from corpuskit.testing import ExtractorContract
from corpuskit_casualties import Casualties


class TestCasualties(ExtractorContract):
    extractor = Casualties()
    units = ("killed ", "five ", "and two ", "people were ", "including ", "of them ", "no ", "5, ")
