"""The plugin contract."""

from __future__ import annotations

from corpuskit.testing import SegmenterContract
from corpuskit_boilerplate import Boilerplate


class TestBoilerplate(SegmenterContract):
    segmenter = Boilerplate()
