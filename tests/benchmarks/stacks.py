"""Stacks: how well plain news texts that are put one below the other are cut apart.

    python tests/benchmarks/stacks.py TEXTS.jsonl [TEXTS.jsonl.gz …]

A line of a file is an object with a "text", one article without page furniture. Texts of 80 words
and more are stacked by twos, threes and fours, in the order of the file; a cut counts where it is
at the very line. "Alone" is how many texts are cut that should not be: as they are, and with a
gap, a gap with an advertisement or three stars put into the middle.
"""

from __future__ import annotations

import gzip
import itertools
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpuskit import Source
from corpuskit_boilerplate import Boilerplate

FEWEST = 80  # words
BETWEEN = {
    "one blank line": "\n\n",
    "two blank lines": "\n\n\n",
    "four blank lines": "\n\n\n\n\n",
    "a drawn line": "\n\n-----\n\n",
    "three stars": "\n\n* * *\n\n",
}
INSIDE = {
    "a gap": "\n\n\n\n",
    "a gap with an advertisement": "\n\n\nAdvertisement\n\n\n",
    "three stars": "\n\n* * *\n\n",
}


def texts(path: Path) -> list[str]:
    """The texts of a file that are long enough."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    found = [json.loads(line)["text"].strip() for line in content.splitlines()]
    return [text for text in found if len(text.split()) >= FEWEST]


def starts(raw: str) -> list[int]:
    """Where the later articles of a text begin."""
    return [article.span.start for article in Boilerplate()(Source(raw=raw))][1:]


def stacked(some: Sequence[str], between: str) -> Iterator[tuple[str, set[int]]]:
    """Texts by twos, threes and fours, and where each but the first begins."""
    begin = 0
    for size in itertools.cycle((2, 3, 4)):
        part = some[begin : begin + size]
        if len(part) < size:
            return
        ends = itertools.accumulate(len(text) + len(between) for text in part)
        yield between.join(part), set(list(ends)[:-1])
        begin += size


def told(some: Sequence[str], between: str) -> tuple[float, float]:
    """Precision and recall of the cuts."""
    right = found = wanted = 0
    for raw, gold in stacked(some, between):
        cuts = set(starts(raw))
        right += len(cuts & gold)
        found += len(cuts)
        wanted += len(gold)
    return right / found if found else 1.0, right / wanted


def with_inside(text: str, inside: str) -> str:
    """A text with something between two paragraphs in its middle."""
    end = "\n\n" if "\n\n" in text else "\n"
    paragraphs = text.split(end)
    half = len(paragraphs) // 2
    return end.join(paragraphs[:half]) + inside + end.join(paragraphs[half:])


def main(arguments: Sequence[str]) -> int:
    """Print all figures."""
    for name in arguments:
        some = texts(Path(name))
        print(f"{name}: {len(some)} texts")
        for label, between in BETWEEN.items():
            precision, recall = told(some, between)
            print(f"  {label:<40} precision {precision:.3f}  recall {recall:.3f}")
        cut = sum(bool(starts(text)) for text in some)
        print(f"  {'alone':<40} {cut} are cut")
        long = [text for text in some if text.count("\n") > 4]
        for label, inside in INSIDE.items():
            cut = sum(bool(starts(with_inside(text, inside))) for text in long)
            print(f"  {'alone with ' + label:<40} {cut} of {len(long)} are cut")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
