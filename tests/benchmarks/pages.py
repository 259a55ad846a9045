"""Pages: what the segmenter costs on flattened web pages, in yardsticks.

    python tests/benchmarks/pages.py [COUNT]       by default 150 of the boilerplate kit's pages

The kit is looked for as tests/gate/kit.py does. A yardstick is one pass of a
bare tokeniser over the same pages; both are the least of some rounds, page by page, since other
programs that run beside only make them longer. Pages follow each other as in a stream.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from corpuskit import Source
from corpuskit_boilerplate import Boilerplate

ROOT = Path(__file__).parents[2]
KIT = Path(os.environ.get("CORPUSKIT_EVAL", ROOT.parent / "shared" / "eval")) / "boilerplate"
COUNT, ROUNDS = 150, 5
TOKEN = re.compile(r"\w+|\S")


def least(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Seconds of the processor for all `texts`, the least of some rounds for each."""
    best = [float("inf")] * len(texts)
    for _ in range(ROUNDS):
        for i, text in enumerate(texts):
            start = time.process_time()
            work(text)
            best[i] = min(best[i], time.process_time() - start)
    return sum(best)


def main(arguments: Sequence[str]) -> int:
    """Print the figure."""
    path = KIT / "data" / "pages.jsonl.gz"
    if not path.is_file():
        print(f"the boilerplate kit is not at {KIT}; set CORPUSKIT_EVAL", file=sys.stderr)
        return 1
    count = int(arguments[0]) if arguments else COUNT
    rows = gzip.decompress(path.read_bytes()).splitlines()[:count]
    texts = [json.loads(row)["text_block"] for row in rows]
    segmenter = Boilerplate()
    seconds = least(lambda text: list(segmenter(Source(raw=text))), texts)
    print(f"{len(texts)} pages: {seconds / least(TOKEN.findall, texts):.1f} yardsticks")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
