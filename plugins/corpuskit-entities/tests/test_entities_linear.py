"""Long articles: the work grows with the text and not with its square; counted, not timed."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from corpuskit import Pipeline
from corpuskit_entities import Entities

HEAD = "The Arvanian Front and the Lake Union, a militant group, met Ana Varga and Omar Sol. "
TEXTS = {
    "one sentence": "it says the group ",
    "never the subject": "in the group they say the council ",
    "pronouns": "he says the minister told his wife ",
    "names": "Ana Varga met Omar Sol of the Arvanian Front, ",
    "sentences": "The group said so. He said that the council told her. ",
    "surnames": "Varga said no. ",
    "namesakes": "Rosa Varga said no. Then Varga slept. ",
}


def _steps(text: str) -> int:
    """Lines and calls that the plugin takes for a text."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        if "corpuskit_entities" not in frame.f_code.co_filename:
            return None
        count += 1
        return trace

    pipeline = Pipeline([Entities()])
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        list(pipeline.run([text], segment=False))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_twice_the_steps(name):
    once, twice = (_steps(HEAD + TEXTS[name] * times) for times in (200, 400))
    assert once > 1000
    assert twice < 2.2 * once
