"""No pattern takes exponential time on hostile text, and none is read otherwise by an old Python.

The first: no loop reads a text in two ways. The second: only single characters are repeated
possessively; Python before 3.11.5 misreads other such repeats (its issue 106052), and 3.11.2 is
what Debian 12 has. An atomic group, `(?>…)`, is read well by all.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ambiguity import ambiguous_loops, possessive_groups

HERE = Path(__file__).parent

EXPONENTIAL = (
    r"(a+)+b",
    r"(?:a*)*b",
    r"(?:\w+\s*)*x",
    r"(?:x(?:\w+,?)+y)",
    r"(?:\s|[A-Z]\w*)*",
    r"(?:\bin\b|[A-Z]\w*)*x",
    r"(?:[A-Z]\w*){0,8}x",
    r"(.*a){12}",
    r"(?:[NY]|p[DY]?[NY]*)*x",
    r"([-a])(?:a*\1){2,}",
    r"(?:[^>]{1,40}\s>\s?){2,}x",
)
HARMLESS = (
    r"\w+x",
    r"(?:\w+\s+)*x",
    r"(?:\w+\b\s*)*x",
    r"(?:\s|\b[A-Z]\w*\b)*",
    r"(?:\bin\b|\b[A-Z]\w*\b|\s)*",
    r"(?:[A-Z][a-z]*)*x",
    r"(?:[A-Z]\w*+)*x",
    r"(?:[NY]|p[D]?[NY]*+)*x",
    r"(?:\d{1,3},)*\d",
    r"([-=])(?:\s*\1){2,}",
    r"(?:\w+ ?){1,2}",
)


@pytest.mark.parametrize("pattern", EXPONENTIAL)
def test_a_loop_with_two_ways_is_found(pattern):
    assert ambiguous_loops(re.compile(pattern))


@pytest.mark.parametrize("pattern", HARMLESS)
def test_a_loop_with_one_way_is_not(pattern):
    assert not ambiguous_loops(re.compile(pattern))


@pytest.mark.parametrize(
    ("pattern", "number"),
    [(r"\w*+x", 0), (r"(?:a|[bc]++)*x", 0), (r"(?:ab)*+", 1), (r"(x|(?=(?:a,)?+)y)", 1)],
)
def test_a_possessive_repeat_of_more_than_a_character_is_found(pattern, number):
    assert possessive_groups(re.compile(pattern)) == number


@pytest.fixture(scope="module")
def patterns():
    """Of the whole project: where, pattern, flags."""
    printed = subprocess.run(
        [sys.executable, str(HERE / "patterns.py")], capture_output=True, text=True, check=True
    ).stdout
    rows = json.loads(printed)
    assert len(rows) > 300, "the patterns were not found: this test would say nothing"
    return rows


def test_every_pattern_of_the_project_has_one_way(patterns):
    twofold = {
        f"{where}  {pattern[:80]}": loops
        for where, pattern, flags in patterns
        if (loops := ambiguous_loops(re.compile(pattern, flags)))
    }
    assert twofold == {}


def test_every_pattern_of_the_project_is_read_well_by_all_versions(patterns):
    misread = [
        f"{where}  {pattern[:80]}"
        for where, pattern, flags in patterns
        if possessive_groups(re.compile(pattern, flags))
    ]
    assert misread == []
