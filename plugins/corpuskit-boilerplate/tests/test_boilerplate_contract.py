"""The plugin contract, and what pages without end cost."""

from __future__ import annotations

from corpuskit.testing import SegmenterContract
from corpuskit_boilerplate import Boilerplate


class TestBoilerplate(SegmenterContract):
    segmenter = Boilerplate()
    units = (
        "Guards\nwere\nkilled\nin\nKarn.\n\n",
        "WORDS\n" * 9 + "\n",
        "of the\n\n",
        "KARN:\n\n",
        "1\n",
        "World\nDepot blows up near Karn\nBy Ada Quill\n3 May 2031\n",
    )
