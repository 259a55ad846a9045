"""The plugin contract, and what pages without end cost."""

from __future__ import annotations

import time

import pytest

from corpuskit import Source
from corpuskit.testing import SegmenterContract
from corpuskit_boilerplate import Boilerplate


class TestBoilerplate(SegmenterContract):
    segmenter = Boilerplate()


@pytest.mark.parametrize(
    "piece",
    [
        "Guards\nwere\nkilled\nin\nKarn.\n\n",
        "WORDS\n" * 9 + "\n",
        "of the\n\n",
        "KARN:\n\n",
        "1\n",
        "World\nDepot blows up near Karn\nBy Ada Quill\n3 May 2031\n",
    ],
)
def test_hostile_pages_take_linear_time(piece: str) -> None:
    segmenter = Boilerplate()

    def seconds(characters: int) -> float:
        source = Source(raw=piece * (characters // len(piece)))
        start = time.process_time()
        list(segmenter(source))
        return time.process_time() - start

    seconds(2_000)
    short = min(seconds(10_000) for _ in range(2))
    assert seconds(240_000) < max(0.5, short * 24 * 4)
