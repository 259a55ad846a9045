"""The specimens as other hands left them: the same is found in each, at its place."""

from __future__ import annotations

import datetime as dt
import html
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
import seeds_texts

from corpuskit import Pipeline, Source

TEXTS = {text.name: text.raw for text in seeds_texts.specimens()}
DAY = dt.date(2021, 2, 19)


def each(pattern: str, new: Callable[[str], str]) -> Callable[[str], str]:
    return lambda raw: re.sub(pattern, lambda match: new(match.group()), raw)


def garbled(text: str) -> str:
    """UTF-8 that somebody took for Windows-1252."""
    return "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in text.encode())


CHANGES: dict[str, Callable[[str], str]] = {
    "no-break spaces": each(" ", lambda _: "\u00a0"),
    "thin spaces": each(r"(?<=\w) (?=\w)", lambda _: "\u2009"),
    "two spaces behind a stop": each(r"(?<=[.!?”]) (?=[A-Z“])", lambda _: "  "),
    "soft hyphens": each(r"(?<=[a-z]{4})(?=[a-z]{4})", lambda _: "\u00ad"),
    "zero width": each(r" (?=[a-zA-Z])", lambda space: space + "\u200b"),
    "byte order mark": lambda raw: "\ufeff" + raw,
    "references": each(r"[^\x00-\x7f]|&", lambda one: f"&#{ord(one)};"),
    "names of references": each(r"[“”’—]", lambda one: f"&{NAMES[one]};"),
    "escaped twice": each(r"[“”’]", lambda one: html.escape(f"&#{ord(one)};")),
    "garbled": each(r"[^\x00-\x7f]+", garbled),
    "accents behind": lambda raw: unicodedata.normalize("NFD", raw),
    "straight quotes": lambda raw: raw.translate(
        {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}
    ),
}
NAMES = {"“": "ldquo", "”": "rdquo", "’": "rsquo", "—": "mdash"}


def found(pipeline: Pipeline, raw: str) -> list[Any]:
    """What is said of a text, without places, and quote marks and spaces made plain."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {key: one for key, one in value.items() if key not in ("id", "sha256", "text")}
            kept = {key: one for key, one in kept.items() if not key.endswith("_id")}
            return None if kept.keys() == {"start", "end"} else [*map(plain, kept.values())]
        if isinstance(value, str):
            return CHANGES["straight quotes"](value)
        return [*map(plain, value)] if isinstance(value, list) else value

    results = pipeline.run([Source(raw=raw, id="one", published=DAY)])
    return [plain(result.to_dict()) for result in results]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.installed()


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_lost_or_added(pipeline: Pipeline, name: str, change: str) -> None:
    raw = TEXTS[name]
    assert found(pipeline, CHANGES[change](raw)) == found(pipeline, raw)
