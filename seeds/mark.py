"""Mark: turns answer sheets (`answers/*.toml`) into expected answers (`expected/*.json`).

A sheet quotes the specimen instead of counting characters. In `at`, `[[…]]` marks the answer,
`{{…}}` the trigger or the speaker's mention, and `~` stands for any text between; without
marks the whole is the answer. Rows stand in text order: each is looked for after the one before.

    python seeds/mark.py            writes expected/*.json
    python seeds/mark.py --check    says which are stale
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

SEEDS = Path(__file__).parent
TOKEN = re.compile(r"(\[\[|\]\]|\{\{|\}\})")
NO_BREAK = {"⍽": "\u00a0"}

Range = tuple[int, int]


class Found(NamedTuple):
    """Where a pattern stands: its start, its answers and the other mention, if marked."""

    start: int
    answers: list[Range]
    mention: Range | None


def expected(sheet: dict[str, Any], raw: str) -> dict[str, Any]:
    """The expected answers of one specimen, in the format of the gold."""
    return {
        "file": sheet["file"],
        "sha256": hashlib.sha256(raw.encode()).hexdigest(),
        "characters": len(raw),
        "offsets": "Unicode code points, half-open",
        "articles": [_article(article, raw) for article in sheet["article"]],
    }


def _article(sheet: dict[str, Any], raw: str) -> dict[str, Any]:
    start = _find(sheet["opens"], raw, 0)
    closes = _plain(sheet["closes"])
    end = _find(closes, raw, start) + len(closes)
    text = raw[:end]
    headline, place = sheet.get("headline"), sheet.get("place")
    return {
        "start": start,
        "end": end,
        "headline": list(locate(headline, text, start).answers[0]) if headline else None,
        "place": list(locate(place, text, start).answers[0]) if place else None,
        "published": sheet["published"],
        "published_from": sheet["published_from"],
        "furniture": _furniture(sheet["furniture"], text, start),
        "dates": [_date(row, found) for row, found in _in_order(sheet["dates"], text, start)],
        "casualties": [
            _casualty(row, found) for row, found in _in_order(sheet["casualties"], text, start)
        ],
        "quotes": [_quote(row, found) for row, found in _in_order(sheet["quotes"], text, start)],
        "entities": [{"aliases": [], **row} for row in sheet["entities"]],
    }


def _in_order(rows: list[dict[str, Any]], text: str, start: int) -> list[tuple[Any, Found]]:
    located: list[tuple[Any, Found]] = []
    cursor, after = start, start - 1
    for row in rows:
        found = locate(row["at"], text, cursor, after)
        located.append((row, found))
        cursor, after = found.start, found.answers[0][0]
    return located


def locate(pattern: str, text: str, start: int, after: int = -1) -> Found:
    """The first place from `start` on where `pattern` stands and its answer begins past `after`.

    Raises:
        ValueError: if there is none.
    """
    stretches = re.split(r" *~ *", _plain(pattern))
    first = TOKEN.sub("", stretches[0])
    while (start := text.find(first, start)) >= 0:
        found = _match(stretches, text, start)
        if found is not None and found.answers[0][0] > after:
            return found
        start += 1
    raise ValueError(f"not found after {after}: {pattern!r}")


def _match(stretches: list[str], text: str, start: int) -> Found | None:
    position = start
    marks: list[tuple[str, int]] = []
    for stretch in stretches:
        position = text.find(TOKEN.sub("", stretch), position)
        if position < 0:
            return None
        for token in TOKEN.split(stretch):
            if TOKEN.fullmatch(token):
                marks.append((token, position))
            else:
                position += len(token)
    ends = {mark: [at for token, at in marks if token == mark] for mark in ("[[", "]]", "{{", "}}")}
    answers = list(zip(ends["[["], ends["]]"], strict=True)) or [(start, position)]
    mentions = list(zip(ends["{{"], ends["}}"], strict=True))
    return Found(start, answers, mentions[0] if mentions else None)


def _furniture(rows: list[list[str]], text: str, start: int) -> list[dict[str, Any]]:
    found = []
    for label, words in rows:
        begin = text.index("\n", start) + 1
        while not text[begin:].lstrip(" ").startswith(words):
            begin = text.index("\n", begin) + 1
        end = text.find("\n", begin)
        start = len(text) if end < 0 else end
        found.append({"start": begin, "end": start, "label": label})
    return found


def _date(row: dict[str, Any], found: Found) -> dict[str, Any]:
    start, end = found.answers[0]
    date = {"start": start, "end": end, "type": row.get("type", "DATE"), "value": row.get("value")}
    return date | {key: row[key] for key in ("unanchored", "optional") if key in row}


def _casualty(row: dict[str, Any], found: Found) -> dict[str, Any]:
    start, end = found.answers[0]
    count = row.get("count")
    counts = {key: row.get(key, count) for key in ("best", "low", "high")}
    words = {"who": row.get("who"), "role": row.get("role", "unknown")}
    rest = {k: v for k, v in row.items() if k not in ("at", "kind", "count", *counts, *words)}
    return (
        {"start": start, "end": end, "kind": row["kind"]}
        | counts
        | {"trigger": list(found.mention or ()), **words, "scope": "event"}
        | rest
    )


def _quote(row: dict[str, Any], found: Found) -> dict[str, Any]:
    return {
        "spans": [list(span) for span in found.answers],
        "speaker_span": list(found.mention) if found.mention else None,
    } | {key: value for key, value in row.items() if key != "at"}


def _find(words: str, raw: str, start: int) -> int:
    at = raw.find(_plain(words), start)
    if at < 0:
        raise ValueError(f"not found after {start}: {words!r}")
    return at


def _plain(words: str) -> str:
    for shown, meant in NO_BREAK.items():
        words = words.replace(shown, meant)
    return words


def written(sheet: Path) -> tuple[Path, str]:
    """Where the answers of a sheet go, and what is to be written there."""
    rows = tomllib.loads(sheet.read_text(encoding="utf-8"))
    raw = (SEEDS / "specimens" / rows["file"]).read_bytes().decode()
    try:
        answers = expected(rows, raw)
    except ValueError as error:
        error.add_note(f"in {sheet.name}")
        raise
    text = json.dumps(answers, indent=1, ensure_ascii=False) + "\n"
    return SEEDS / "expected" / f"{sheet.stem}.json", text


def main(arguments: list[str]) -> int:
    """Write all, or with --check say which are stale."""
    stale = 0
    for sheet in sorted((SEEDS / "answers").glob("*.toml")):
        target, text = written(sheet)
        if "--check" not in arguments:
            target.write_text(text, encoding="utf-8", newline="\n")
        elif not target.exists() or target.read_text(encoding="utf-8") != text:
            stale += 1
            print(f"stale: {target.name}; run python seeds/mark.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
