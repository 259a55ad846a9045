"""Peers: other date finders beside corpuskit-dates, on the dates kit, in one table.

    uv pip install 'corpuskit-dates[peers]'
    python tests/benchmarks/dates_peers.py [--part tune | check | all] [--corrected]

Takes some minutes; the kit is looked for as tests/gate/kit.py does. A peer that is
not installed is left out. Peers give a datetime, not a TIMEX3 value, so each is read in its own
favour: prepositions in front of its span are cut, its datetime is cut to the grain that the words
name, and where it offers several readings the latest before publication counts.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
KIT = Path(os.environ.get("CORPUSKIT_EVAL", ROOT.parent / "shared" / "eval")) / "dates"

Mention = tuple[int, int, str, str]
Tag = Callable[[str, dt.date], Iterable[Mention]]

_LEAD = re.compile(
    r"(?:\s|\b(?:on|in|at|since|by|of|from|for|during|until|to|and|before|after)\b)+", re.IGNORECASE
)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|day\b|tomorrow",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d:\d\d|\b[ap]\.?m\b|noon|midnight", re.IGNORECASE)


def ours() -> Tag:
    """corpuskit-dates through its adapter."""
    tag: Tag = _load(ROOT / "tests" / "eval" / "dates.py", "dates_eval_adapter").tag
    return tag


def dateparser() -> Tag:
    """dateparser's search_dates, which gives strings without offsets."""
    from dateparser.search import search_dates  # type: ignore[import-not-found]

    def tag(text: str, published: dt.date) -> Iterator[Mention]:
        base = dt.datetime.combine(published, dt.time())
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        reached = 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, reached)
            if start >= 0:
                reached = start + len(words)
                yield _moment(text, start, reached, moment)

    return tag


def datefinder() -> Tag:
    """datefinder, told the publication date."""
    import datefinder  # type: ignore[import-not-found]

    def tag(text: str, published: dt.date) -> Iterator[Mention]:
        base = dt.datetime.combine(published, dt.time())
        for moment, (start, end) in datefinder.find_dates(text, index=True, base_date=base):
            yield _moment(text, start, end, moment)

    return tag


def parsedatetime() -> Tag:
    """parsedatetime's nlp."""
    import parsedatetime  # type: ignore[import-not-found]

    calendar = parsedatetime.Calendar()

    def tag(text: str, published: dt.date) -> Iterator[Mention]:
        base = dt.datetime.combine(published, dt.time())
        for moment, _, start, end, _ in calendar.nlp(text, sourceTime=base) or ():
            yield _moment(text, start, end, moment)

    return tag


def recognizers() -> Tag:
    """recognizers-text, which gives TIMEX values and several readings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from recognizers_date_time import recognize_datetime  # type: ignore[import-not-found]
        from recognizers_text import Culture  # type: ignore[import-not-found]

    def tag(text: str, published: dt.date) -> Iterator[Mention]:
        base = dt.datetime.combine(published, dt.time())
        offset = 0
        for line in text.split("\n"):  # it is slow on long texts
            for found in recognize_datetime(line, Culture.English, reference=base):
                readings = (found.resolution or {}).get("values", [])
                start, end = offset + found.start, offset + found.end + 1
                yield (start, end, *_reading(readings, published))
            offset += len(line) + 1

    return tag


def _moment(text: str, start: int, end: int, moment: dt.datetime) -> Mention:
    """A datetime as a mention, cut to the grain that the words name."""
    lead = _LEAD.match(text, start, end)
    start = min(lead.end() if lead else start, end - 1)
    words = text[start:end]
    if _CLOCK.search(words):
        return start, end, "TIME", moment.strftime("%Y-%m-%dT%H:%M")
    grain = "%Y-%m-%d"
    if "week" in words.lower():
        grain = "%G-W%V"
    elif not _DAY.search(words):
        named = _MONTH.search(words) or "month" in words.lower()
        year = re.search(r"year|\b(?:19|20)\d\d\b", words, re.IGNORECASE)
        grain = "%Y-%m" if named else "%Y" if year else grain
    return start, end, "DATE", moment.strftime(grain)


def _reading(readings: list[dict[str, str]], published: dt.date) -> tuple[str, str]:
    kinds = {"duration": "DURATION", "set": "SET", "date": "DATE", "daterange": "DATE"}
    if not readings:
        return "DATE", ""
    past = [r for r in readings if (r.get("value") or r.get("start") or "") <= f"{published}T"]
    best = (past or readings)[-1]
    kind, timex = kinds.get(best["type"], "TIME"), best["timex"]
    if kind in ("DURATION", "SET") or re.fullmatch(
        r"\d{4}(?:-\d\d){0,2}|\d{4}-W\d\d|.*_REF", timex
    ):
        return kind, timex
    day = best.get("value") or best.get("start") or ""
    if kind == "TIME":
        return kind, day[:16].replace(" ", "T")
    return kind, day[:7] if re.fullmatch(r"XXXX-\d\d", timex) else day


def _load(path: Path, name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


PEERS: dict[str, Callable[[], Tag]] = {
    "corpuskit-dates": ours,
    "recognizers-text-date-time": recognizers,
    "dateparser `search_dates`": dateparser,
    "parsedatetime `nlp`": parsedatetime,
    "datefinder": datefinder,
}

HEAD = """\
| finder | found | strict F1 | relaxed F1 | type F1 | value F1 | thousand characters a second |
|---|---|---|---|---|---|---|"""


def rows(part: str, corrected: bool) -> Iterator[str]:
    """One row of the table a peer; a peer that is not installed gives a note."""
    kit = _load(KIT / "score.py", "dates_kit_score")
    docs = [doc for name in kit.CORPORA for doc in kit.load(name, corrected, part)]
    size = sum(len(doc["text"]) for doc in docs)
    for name, make in PEERS.items():
        try:
            tag = make()
        except ImportError as error:
            print(f"left out: {name} ({error})", file=sys.stderr)
            continue
        tag("In May.", dt.date(2000, 1, 1))
        outputs, failed, seconds, _ = kit.run(tag, docs)
        total, _, _ = kit.score(docs, outputs)
        figures = [f"{100 * total[figure]:.1f}" for figure in kit.FIGURES]
        note = f" ({len(failed)} texts failed)" if failed else ""
        cells = [name + note, str(total["system"]), *figures, f"{size / seconds / 1000:,.0f}"]
        yield f"| {' | '.join(cells)} |"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Date finders on the dates kit.")
    parser.add_argument("--part", choices=("all", "tune", "check"), default="all")
    parser.add_argument("--corrected", action="store_true", help="against the corrected values")
    arguments = parser.parse_args()
    if not (KIT / "score.py").is_file():
        print(f"the dates kit is not at {KIT}; set CORPUSKIT_EVAL", file=sys.stderr)
        return 1
    print(HEAD)
    for row in rows(arguments.part, arguments.corrected):
        print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
