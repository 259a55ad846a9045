"""Exports of news databases: one article a document, labels furniture; other files untouched."""

from __future__ import annotations

import re

import pytest
from archive_forms import CODES, FACTIVA, FORMS, GERMAN, PROQUEST
from archive_nexis import (
    BUS,
    BUS_TITLE,
    CLASSIC,
    MIDDLE,
    PORT,
    PORT_TITLE,
    UNI,
    Want,
    text,
)

from corpuskit import Article, Source, Span
from corpuskit_boilerplate import Boilerplate
from corpuskit_boilerplate.archive.export import read_export
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.lines import read_lines


def read(raw: str, **options: object) -> list[Article]:
    return list(Boilerplate(**options)(Source(raw=raw)))  # type: ignore[arg-type]


def said(article: Article, span: Span | None) -> str | None:
    return None if span is None else article.text(span)


def assert_whole(raw: str, found: list[Article]) -> None:
    spans = sorted(
        span
        for article in found
        for span in (
            *([article.headline] if article.headline else []),
            *(block.span for block in article.body),
            *(piece.span for piece in article.furniture),
        )
    )
    reached = 0
    for span in spans:
        assert reached <= span.start, "labels overlap"
        assert not raw[reached : span.start].strip(), "a line without a label"
        reached = span.end
    assert not raw[reached:].strip()


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("form", FORMS)
def test_an_export_of_this_form(form: str, ends: str):
    raw, wanted = FORMS[form]
    check(raw.replace("\n", ends), wanted)


def check(raw: str, wanted: tuple[Want, ...]) -> None:
    found = read(raw)
    assert_whole(raw, found)
    assert len(found) == len(wanted)
    for article, want in zip(found, wanted, strict=True):
        assert said(article, article.headline) == want.headline
        assert (article.published and article.published.date) == want.published
        assert article.updated is None
        assert said(article, article.byline) == want.byline
        assert said(article, article.dateline) == want.dateline
        blocks = [article.text(block.span) for block in article.body]
        assert [one.startswith(two) for one, two in zip(blocks, want.blocks, strict=True)] == [
            True
        ] * len(want.blocks), blocks


def without(form: str, pattern: str) -> tuple[str, str]:
    return form, rf"(?m)^[ ]*(?:{pattern}).*\n"


LEFT_OUT = {
    "pages": without("uni, documents numbered", "Page"),
    "pages and length": without("uni, documents numbered", "Page|Length"),
    "body's label": without("uni, documents numbered", "Body"),
    "ends": without("uni, documents numbered", "End of"),
    "rights": without("factiva", r"\(c\)|Copyright"),
    "rights and language": without("factiva", r"\(c\)|Copyright|English"),
    "ids": without("factiva", "Document"),
    "numbers": without("proquest", "Document \\d"),
    "lines": without("proquest", "____"),
    "numbers and lines": without("proquest", "____|Document \\d"),
    "lines between titles": without("proquest, title first", "____"),
    "marks": without("classic", r"\d of \d DOC"),
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_an_export_from_which_some_lines_are_left_out(what: str):
    form, pattern = LEFT_OUT[what]
    raw, wanted = FORMS[form]
    shorter = re.sub(pattern, "", raw)
    assert shorter != raw
    check(shorter, wanted)


SPACES = {
    "no blank line": (r"\n\s*\n", "\n", {"classic, hard-wrapped"}),
    "blank lines everywhere": (r"\n+", "\n\n", {"classic, hard-wrapped"}),
    "white space at the ends": (r"\n", " \t\n", set()),
    "no margins": (r"(?m)^ +", "", set()),
    "form feeds": (r"\n\n\n+", "\n\x0c\n", set()),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("how", SPACES)
def test_an_export_whose_white_space_is_another(form: str, how: str):
    pattern, put, apart = SPACES[how]
    if form not in apart:
        raw, wanted = FORMS[form]
        check(re.sub(pattern, put, raw), wanted)


def test_a_headline_of_two_lines_below_its_code():
    title = BUS_TITLE.replace(" ravine", "\nravine")
    for raw in (CODES, CODES.replace("HD  ", "HD\n")):
        first, _ = read(raw.replace(BUS_TITLE, title))
        assert said(first, first.headline) == title
        assert said(first, first.byline) == "By Mara Dunn"


def test_many_documents():
    found = read(CLASSIC * 300)
    assert_whole(CLASSIC * 300, found)
    assert len(found) == found[-1].parts == 600


@pytest.mark.parametrize("form", FORMS)
def test_one_document_alone_is_an_export_too(form: str):
    raw, wanted = FORMS[form]
    first, _ = read(raw)
    (alone,) = read(raw[: first.span.end])
    assert said(alone, alone.headline) == wanted[0].headline
    assert len(alone.body) == len(wanted[0].blocks)


def kinds(article: Article) -> dict[str, str]:
    return {article.text(piece.span).split("\n")[0]: piece.kind for piece in article.furniture}


def test_labelled_lines_and_marks_are_furniture_of_their_own():
    first, second = read(CLASSIC)
    found = kinds(first)
    assert found["1 of 2 DOCUMENTS"] == "document_mark"
    assert found["The Orrin Courier"] == found["National Edition"] == "metadata"
    assert found["LENGTH: 96 words"] == found["LOAD-DATE: March 7, 2021"] == "metadata"
    assert found["BYLINE:"] == "metadata"
    assert found["By Mara Dunn"] == "byline"
    assert found["March 6, 2021 Saturday"] == "timestamp"
    assert found["All Rights Reserved"] == "copyright"
    assert second.span.start == CLASSIC.index("2 of 2")
    rules = {piece.rule for piece in first.furniture if piece.kind == "metadata"}
    assert rules == {"boilerplate.archive"}


def test_a_page_in_front_of_all_documents_belongs_to_the_first():
    first, second = read(UNI)
    assert first.span.start == 0
    assert second.span.start == UNI.index("Page 1 of 1")
    assert kinds(first)["Page 2 of 2"] == "document_mark"
    assert [p.kind for p in first.furniture].count("repeated_headline") == 1


def test_an_abstract_is_the_text_where_there_is_no_other():
    start, end = PROQUEST.index("Full text:"), PROQUEST.index("Subject:")
    first, _ = read(PROQUEST[:start] + PROQUEST[end:])
    assert [first.text(block.span)[:18] for block in first.body] == ["A bus fell into a "]


def test_a_headline_above_the_date_line():
    raw = CLASSIC.replace(f"{MIDDLE}Velm Daily\n\n", f"{PORT_TITLE}\n\n")
    raw = raw.replace(f"Monday\n\n{PORT_TITLE}", "Monday")
    _, second = read(raw)
    assert said(second, second.headline) == PORT_TITLE


def test_a_label_of_other_texts_inside_of_the_text_is_text():
    raw = CLASSIC.replace("BODY:\n\n", "BODY:\n\nSubject: a bus, and a road without a barrier.\n\n")
    first, _ = read(raw)
    assert first.text(first.body[0].span).startswith("Subject: a bus")
    assert len(first.body) == 4


@pytest.mark.parametrize(
    "label", ["DATELINE:", "BYLINE:", "SECTION:", "HIGHLIGHT: A road.", "URL:"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_label_without_a_value_takes_no_text(label: str, gap: str):
    raw = CLASSIC.replace(f"71 words\n\n{PORT[0]}", f"71 words\n\n{label}{gap}{PORT[0]}")
    assert raw != CLASSIC
    _, second = read(raw)
    assert [second.text(block.span) for block in second.body] == list(PORT)
    assert second.dateline is None
    assert second.byline is None


def test_a_paragraph_above_the_body_s_label_is_text():
    lead = (
        "The governor of Teln has asked the ministry in Orrin once more for a barrier on the road."
    )
    first, _ = read(UNI.replace("Section: NATIONAL", f"{lead}\n\nSection: NATIONAL"))
    assert [first.text(block.span) for block in first.body] == [lead, *BUS]
    assert said(first, first.headline) == BUS_TITLE


def test_the_foot_of_a_printed_page_is_no_text():
    foot = "Page 3 of 10 © 2021 Data Hall, Inc. All rights reserved."
    _, second = read(FACTIVA.replace(PORT[1], f"{foot}\n\n{PORT[1]}"))
    assert len(second.body) == 2
    assert kinds(second)[foot] == "copyright"


def test_the_load_date_is_never_the_day():
    raw = CLASSIC.replace(f"{MIDDLE}March 6, 2021 Saturday\n", "")
    first, _ = read(raw)
    assert first.published is None


def test_a_user_s_separator_ends_a_document():
    raw = CLASSIC.replace(f"{MIDDLE} 1 of 2 DOCUMENTS", "").replace(
        f"{MIDDLE} 2 of 2 DOCUMENTS", "====="
    )
    first, second = read(raw, separator="=+")
    assert said(first, first.headline) == BUS_TITLE
    assert said(second, second.headline) == PORT_TITLE
    assert "=====" in kinds(first)


PLAIN = {
    "a heading of a letter": f"Date: 6 May\nSubject: The road\nTitle: Road\n\n{text(*BUS)}",
    "pages of a document": f"Page 1 of 2\n\n{text(*BUS)}\n\nPage 2 of 2\n\n{text(*PORT)}",
    "a product": f"Length: 3 m\nSection: Garden\nType: Hose\nNotes: none\n\n{text(*BUS)}",
    "a match": f"HD\n\nTD Roth 4 yards\nTD Dorn 8 yards\nBY the river\n\n{text(*BUS)}",
    "one count": f"{BUS_TITLE}\n345 words\n6 March 2021\n\n{text(*BUS)}",
    "one mark": f"3 of 10 documents\n\n{text(*BUS)}",
    "a byline with a label": f"{BUS_TITLE}\nByline: Mara Dunn\nSection: News\n\n{text(*BUS)}",
}


@pytest.mark.parametrize("case", PLAIN)
def test_no_export(case: str):
    raw = PLAIN[case]
    assert read_export(raw, read_lines(raw, LANGUAGES)) is None


def test_other_languages_labels_only_if_they_are_read():
    assert len(read(GERMAN)) == 2
    page = read_lines(GERMAN, ("es",))
    assert read_export(GERMAN, page, ("es",)) is None
