"""Tidy text: what it is made of, and that its places lead back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuskit import Article, Block, Furniture, Source, Span
from corpuskit.scan import Scan, names_in, tidied, tidy

LINE = "Velm\nThe  ferry\u00a0of Ana\nSol\u2009left. \tIt was\r\nlate."


def scan_of(raw, *blocks, **parts):
    body = tuple(Block(Span(*block)) for block in blocks)
    return Scan(Article(source=Source(raw=raw), span=Span(0, len(raw)), body=body, **parts))


def test_in_a_block_any_white_space_is_one_space():
    one, span = tidied(scan_of(LINE, (0, 4), (5, len(LINE))))
    assert one.raw == "Velm\nThe ferry of Ana Sol left. It was late."
    assert [one.raw[a:b] for _, a, b in one.zones] == one.raw.split("\n")
    start = one.raw.index("Ana Sol")
    assert span(start, start + len("Ana Sol")).of(LINE) == "Ana\nSol"


@pytest.mark.parametrize("raw", ["The ferry left. It was late.", "Velm\n\n  The ferry left.\n"])
def test_plain_text_is_read_as_it_stands(raw):
    at = raw.index("The")
    scan = scan_of(raw, (at, at + len("The ferry left.")))
    assert tidied(scan) == (scan, Span)


def test_parts_of_an_article_are_moved():
    raw = "x" * 9 + "\nOld  Velm\nVELM:  The ferry\nA  ship\n"
    article = Article(
        source=Source(raw=raw),
        span=Span(10, len(raw)),
        headline=Span(10, 19),
        dateline=Span(20, 24),
        summary=(Span(37, 44),),
        body=(Block(Span(20, 36)),),
        furniture=(Furniture("key_point", Span(37, 44)),),
    )
    one, span = tidied(Scan(article))
    moved = one.article
    said = [moved.headline, moved.dateline, *moved.summary, moved.furniture[0].span]
    assert [moved.text(part) for part in said] == ["Old Velm", "VELM", "A ship", "A ship"]
    assert (moved.id, moved.source.sha256) == (article.id, article.source.sha256)
    assert span(0, len(one.raw)) == article.span


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Ana\u2011Sol", "Ana-Sol"),
        ("Mar\u00adgor \u200bSol", "Margor Sol"),
        ("Ana\u00a0\nSol", "Ana Sol"),
        ("\ufeffAna Sol", "Ana Sol"),
        ("Val-\nSol", "Val-Sol"),
        ("3-\nSol", "3- Sol"),
    ],
)
def test_a_name_is_made_tidy(raw, name):
    assert tidy(raw) == name
    one, span = tidied(scan_of(f"to {raw}.", (0, len(raw) + 4)))
    assert one.raw == f"to {name}."
    assert span(3, 3 + len(name)).of(f"to {raw}.") == raw.lstrip("\ufeff")


@given(st.text("aB. \n\t\u00a0\u2003", min_size=1), st.data())
def test_every_place_leads_back(raw, data):
    text = raw.strip()
    if not text:
        return
    at = raw.index(text)
    one, span = tidied(scan_of(raw, (at, at + len(text))))
    assert one.raw[one.zones[0][1] : one.zones[0][2]] == " ".join(text.split())
    start = data.draw(st.integers(0, len(one.raw) - 1))
    if not one.raw[start].isspace():
        assert span(start, start + 1).of(raw) == one.raw[start]


@pytest.mark.parametrize("gap", [" ", "  ", "\n", "\u00a0", "\u2009", "\u202f", "\t", " \n  "])
def test_names_go_on_over_white_space(gap):
    text = gap.join("then Ana de la Sol of the Osk Bank paid HK$2 to Ben van den Moss".split())
    names = [text[name.start : name.end] for name in names_in(text, 0, len(text))]
    assert [gap.join(name.split()) for name in names] == names
    assert [" ".join(name.split()) for name in names] == [
        "Ana de la Sol of the Osk Bank",
        "Ben van den Moss",
    ]
