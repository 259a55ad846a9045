"""What linking costs an article as a corpus grows: run it with sizes, such as 1000 100000."""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import corpuskit

INVENTED = Path(__file__).parents[2] / "plugins" / "corpuskit-events" / "tests" / "invented.py"


def invented() -> Any:
    """The module that invents news; tests are no package, so it is loaded by its path."""
    spec = importlib.util.spec_from_file_location("invented", INVENTED)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["invented"] = module
    spec.loader.exec_module(module)
    return module


def cost(run: Callable[[Sequence[corpuskit.Result]], object], results: Sequence[Any]) -> float:
    """CPU milliseconds an article."""
    start = time.process_time()
    run(results)
    return 1000 * (time.process_time() - start) / len(results)


def main() -> None:
    """Prints a line a size: articles, link and stories in milliseconds an article."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    world = invented()
    corpuskit.link(world.direct_results(50))  # reads lexicons and the gazetteer
    for size in parser.parse_args().sizes:
        results = world.direct_results(size)
        link, stories = cost(corpuskit.link, results), cost(corpuskit.stories, results)
        print(
            f"{len(results):8} articles: link {link:.2f} ms, stories {stories:.2f} ms", flush=True
        )


if __name__ == "__main__":
    main()
