"""The challenge file: invented sentences, half of them traps, each with all that is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuskit import Pipeline
from corpuskit_casualties import Casualties

PIPELINE = Pipeline([Casualties()], strict=True)


def rows():
    text = (Path(__file__).parent / "challenge.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines[0] == "sentence\texpected\twhat it tries"
    for line in lines[1:]:
        sentence, expected, _ = line.split("\t")
        yield sentence, [] if expected == "-" else sorted(expected.split(" | "))


ROWS = list(rows())


def found(sentence):
    (result,) = PIPELINE.run([sentence], segment=False)
    return sorted(
        f"{c.kind} {_end(c.low)}-{_end(c.high)} {result.text(c.span)}" for c in result.casualties
    )


def _end(number):
    return "?" if number is None else number


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_challenge(sentence, expected):
    assert found(sentence) == expected


def test_the_file_is_large_enough_and_half_of_it_traps():
    traps = [sentence for sentence, expected in ROWS if not expected]
    assert len(ROWS) >= 120
    assert len(traps) >= len(ROWS) // 2
    assert len({sentence for sentence, _ in ROWS}) == len(ROWS)


def test_lower_case_and_upper_case_find_the_same():
    plain = [(s, e) for s, e in ROWS if "Ana Roe" not in s and "Kill Four" not in s]
    for sentence, expected in plain:
        assert [one.lower() for one in found(sentence.lower())] == [e.lower() for e in expected]
        assert [one.lower() for one in found(sentence.upper())] == [e.lower() for e in expected]
