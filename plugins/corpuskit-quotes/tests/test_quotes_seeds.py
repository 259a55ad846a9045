"""The originals: speech to the letter with its speaker's name, and most of what is reported."""

from __future__ import annotations

import functools
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpuskit import Pipeline, Quotation, Source

ROOT = Path(__file__).parents[3]
SEEDS = Path(os.environ.get("CORPUSKIT_SEEDS", ROOT.parent / "shared" / "seeds"))
GOLD = SEEDS.parent / "gold"

pytestmark = pytest.mark.skipif(
    not (GOLD / "events.json").is_file(),
    reason=f"no answers at {GOLD}; set CORPUSKIT_SEEDS to a folder with `gold` beside it",
)

WORD = re.compile(r"\w+(?:['’]\w+)*")
ARTICLE = re.compile(r"^(?:the|an?) ")


class Row(NamedTuple):
    """One span of one attribution that the answers want."""

    mode: str
    text: str
    span: bool
    name: bool
    mention: bool


def words(raw: str, start: int, end: int) -> frozenset[int]:
    return frozenset(match.start() + start for match in WORD.finditer(raw[start:end]))


@functools.cache
def same_entity() -> list[frozenset[str]]:
    events = json.loads((GOLD / "events.json").read_text(encoding="utf-8"))
    return [frozenset(names) for names in events["same_entity"]]


def same_name(found: str | None, wanted: str | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    plain = [ARTICLE.sub("", name.lower()) for name in (found, wanted)]
    return plain[0] == plain[1] or any({found, wanted} <= names for names in same_entity())


def same_mention(quotation: Quotation, wanted: list[int] | None) -> bool:
    span = quotation.speaker_span
    if span is None or wanted is None:
        return span is None and wanted is None
    return span.start < wanted[1] and wanted[0] < span.end


@functools.cache
def rows() -> list[Row]:
    pytest.importorskip("corpuskit_entities", reason="names are resolved with corpuskit-entities")
    pytest.importorskip("corpuskit_boilerplate", reason="corpuskit-boilerplate cuts the articles")
    pipeline = Pipeline.installed(strict=True).only([Quotation])
    found: list[Row] = []
    for path in sorted(GOLD.glob("0*.json")):
        answer = json.loads(path.read_text(encoding="utf-8"))
        (text,) = SEEDS.glob(f"{path.stem}_*.txt")
        raw = text.read_bytes().decode("utf-8")
        results = pipeline.run([Source(raw=raw)])
        for article, result in zip(answer["articles"], results, strict=True):
            found += compared(raw, article["quotes"], result.quotes)
    return found


def compared(
    raw: str, wanted: list[dict[str, Any]], quotes: tuple[Quotation, ...]
) -> Iterator[Row]:
    units = [(words(raw, s.start, s.end), q) for q in quotes for s in q.spans]
    for quote in wanted:
        for start, end in quote["spans"]:
            gold = words(raw, start, end)
            shares = [len(gold & tokens) / len(gold | tokens) for tokens, _ in units]
            best = max(range(len(units)), key=shares.__getitem__)
            span = shares[best] >= 0.8
            quotation = units[best][1]
            yield Row(
                quote["mode"],
                raw[start:end],
                span,
                span and same_name(quotation.speaker, quote["speaker"]),
                span and same_mention(quotation, quote["speaker_span"]),
            )
            if span:
                units.pop(best)


def test_all_of_the_answers_are_looked_for() -> None:
    assert len(rows()) == 87
    assert sum(row.mode == "direct" for row in rows()) == 28


def test_direct_speech_is_found_and_named() -> None:
    missed = [row for row in rows() if row.mode == "direct" and not (row.span and row.name)]
    assert missed == []
    assert sum(row.mention for row in rows() if row.mode == "direct") >= 25


def test_most_attributions_are_found_and_named() -> None:
    assert sum(row.span for row in rows()) >= 0.85 * len(rows())
    assert sum(row.name for row in rows()) >= 0.85 * len(rows())
