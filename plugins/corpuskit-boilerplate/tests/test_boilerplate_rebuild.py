"""Whatever comes in: spans and gaps rebuild it, and every line that is not blank has a label."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuskit import Article, Pipeline, Source, Span
from corpuskit.scan import legible
from corpuskit_boilerplate import Boilerplate

PARAGRAPH = (
    "NORTHPORT: The harbour council said on Monday that the new ferry would sail twice a day, "
    "and that nobody had been hurt when the old one ran aground in the fog.\u00a0"
)


def is_blank(raw: str, start: int, end: int) -> bool:
    """Whether nothing of raw[start:end] is seen as the text is read: white space, a byte order
    mark, zero-width characters; "&nbsp;", and one whose UTF-8 was taken for Windows-1252."""
    plain = legible(raw)
    seen = plain.read(Span(start, end)).of(plain.text) if plain else raw[start:end]
    return all(one.isspace() or unicodedata.category(one) == "Cf" for one in seen)


HOSTILE = {
    "empty": "",
    "blank": " \n\t\r\n\u00a0\n",
    "blank as read": "Ferry returns\n&nbsp;\n\u00c2\u00a0\n\u00c2\u0085\nThe harbour is open.",
    "one word": "Harbour",
    "crlf": "Ferry returns to Northport\r\n\r\nUpdated 3 May 2031\r\n\r\n" + PARAGRAPH + "\r\n",
    "line separators": "Ferry returns\u2028"
    + PARAGRAPH
    + "\u2029"
    + PARAGRAPH
    + "\x85"
    + PARAGRAPH,
    "zero width": "\u200b\n\ufeff\n" + PARAGRAPH + "\n\u200b\u200b\n",
    "no-break space": "\u00a0" + PARAGRAPH + "\u00a0\u00a0\n" + PARAGRAPH,
    "right to left": "عادت العبارة إلى الميناء يوم الاثنين، وقال المجلس إن أحدا لم يصب بأذى.\n" * 4,
    "one long line": "The ferry sails at noon. " * 40_000,
    "one long word": "x" * 1_000_000,
    "many short lines": "Menu\nShare\n" * 3_000,
    "astral": "🛳️ Ferry returns 🛳️\n" + PARAGRAPH,
    "dotted capital": "İSTANBUL: " + PARAGRAPH,
    "only furniture": "Skip to content\nMenu\nShare\nPrivacy policy",
}


def articles(raw: str) -> tuple[Article, ...]:
    pipeline = Pipeline([Boilerplate()], strict=True)
    return tuple(result.article for result in pipeline.run([Source(raw=raw)]))


def assert_whole(raw: str) -> None:
    found = articles(raw)
    labelled = [
        (span.start, span.end)
        for article in found
        for span in (
            *([article.headline] if article.headline else []),
            *(block.span for block in article.body),
            *(piece.span for piece in article.furniture),
        )
    ]
    labelled.sort()
    rebuilt, reached = [], 0
    for start, end in labelled:
        assert start >= reached, "labels overlap"
        gap = raw[reached:start]
        assert is_blank(raw, reached, start), f"a line without a label: {gap!r}"
        rebuilt += [gap, raw[start:end]]
        reached = end
    assert is_blank(raw, reached, len(raw))
    assert "".join([*rebuilt, raw[reached:]]) == raw
    assert [article.part for article in found] == list(range(1, len(found) + 1))
    assert {article.parts for article in found} == {len(found)}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_rebuilt(raw: str):
    assert_whole(raw)


PIECES = st.sampled_from(
    [
        "Ferry returns to Northport after two years",
        "Updated 3 May 2031",
        "8 sec ago",
        "Follow",
        "Share",
        "  • The council met on Friday",
        PARAGRAPH,
        "“We sail,” the captain said.",
        "Related stories",
        "By Ada Quill",
        "(AP)",
        "|",
        "",
        "© 2031 Northport Courier. All rights reserved.",
    ]
)
EXPORT = st.sampled_from(
    [
        "1 of 2 DOCUMENTS",
        "2 of 2 DOCUMENTS",
        "Page 1 of 2",
        "End of Document",
        "Document ORRC000020310306eh3600001",
        "_" * 60,
        "LENGTH: 345 words",
        "345 words",
        "HEADLINE: Ferry returns",
        "Title:",
        "BYLINE: By Ada Quill",
        "DATELINE:",
        "DATELINE: Northport, May 3",
        "BODY:",
        "Full text: " + PARAGRAPH,
        "Abstract: The ferry sails.",
        "Subject: A (90%); B (80%);",
        "LOAD-DATE: May 4, 2031",
        "HD  Ferry returns",
        "WC  345 words",
        "PD",
        "SN  Courier",
        "LP",
        "TD " + PARAGRAPH,
        "AN  Document ORRC000020310306eh3600001",
        "Highlight:",
        "(c) 2031 Courier",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\u2028", "\u2029", "\x85", " \n", "\u00a0\n"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(PIECES | st.text(max_size=30), ENDS), max_size=30))
def test_generated_text_is_rebuilt(parts: list[tuple[str, str]]):
    raw = "".join(text + end for text, end in parts)
    assert_whole(raw.encode("utf-8", "ignore").decode("utf-8"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(EXPORT | PIECES, ENDS), min_size=4, max_size=40))
def test_generated_exports_are_rebuilt(parts: list[tuple[str, str]]):
    assert_whole("".join(text + end for text, end in parts))


def test_same_bytes_twice():
    raw = HOSTILE["crlf"] * 3
    assert repr(articles(raw)) == repr(articles(raw))


def test_hard_wrapped_text_gives_paragraphs():
    raw = (
        "Ferry returns to Northport\n\n"
        "The harbour council said on Monday that the new ferry would sail\n"
        "twice a day, and that nobody had been hurt when the old one ran\n"
        "aground in the fog off the eastern mole last winter.\n\n"
        "The captain, who has sailed the strait for thirty years, said he\n"
        "was glad to be back and hoped that the islanders would be as well.\n"
    )
    assert_whole(raw)
    (article,) = articles(raw)
    assert len(article.body) == 2
