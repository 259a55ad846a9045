"""The kit's time limit: it holds for a busy loop, for a pattern, and through collections."""

from __future__ import annotations

import gc
import re

import pytest

from corpuskit.testing._limits import TooSlow, limited


def spin():
    while True:
        pass


def backtrack():
    re.fullmatch(r"(?:a|aa)+b", "a" * 60)


@pytest.mark.parametrize("work", [spin, backtrack])
def test_work_without_end_is_called_off(work):
    with pytest.raises(TooSlow), limited(0.2):
        work()


def test_a_collection_does_not_swallow_the_limit():
    def callback(phase, info):
        for _ in range(1_000_000):
            pass

    def collect_then_spin():
        gc.collect(0)  # the limit is reached in here, where what is raised is lost
        spin()

    gc.callbacks.append(callback)
    try:
        with pytest.raises(TooSlow), limited(0.005):
            collect_then_spin()
    finally:
        gc.callbacks.remove(callback)


def test_quick_work_is_left_alone():
    with limited(5):
        assert sum(range(10)) == 45
