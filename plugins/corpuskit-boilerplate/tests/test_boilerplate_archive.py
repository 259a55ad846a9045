"""Exports of news databases: one article a document, labels furniture; other files untouched."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from typing import NamedTuple

import pytest

from corpuskit import Article, Source, Span
from corpuskit_boilerplate import Boilerplate
from corpuskit_boilerplate.archive import read_export
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.lines import read_lines


class Want(NamedTuple):
    """What must come out of one document; blocks by their first words."""

    headline: str | None
    published: dt.date | None
    blocks: tuple[str, ...]
    byline: str | None = None
    dateline: str | None = None


BUS = (
    "A bus carrying market traders fell into a ravine near Teln on Friday, killing 14 people and "
    "wounding at least nine, officials said.",
    '"The road had been closed twice this winter," said Jon Abel, the district governor. "We asked '
    'for a barrier and none was built."',
    "Rescuers worked through the night.",
)
PORT = (
    "Dock workers in Velm stayed away from the port for a third day on Monday as talks with the "
    "harbour company broke down.",
    "The union said that it would not return before the company paid the wages of January.",
)
CAPTION = (
    "The bus is lifted out of the ravine by a crane of the Orrin fire brigade on "
    "Friday night, as relatives wait."
)
ABSTRACT = (
    "A bus fell into a ravine near Teln on Friday, and fourteen people were killed "
    "and nine wounded."
)
BUS_DE = (
    "Ein Bus mit Markthändlern ist am Freitag bei Teln in eine Schlucht gestürzt; 14 "
    "Menschen kamen um, wie die Polizei mitteilte."
)
PORT_DE = (
    "Hafenarbeiter in Velm sind am Montag den dritten Tag nicht zur Arbeit gekommen, "
    "weil die Gespräche mit der Gesellschaft stocken."
)
BUS_ES = (
    "Un autobús que llevaba a vendedores cayó el viernes a un barranco cerca de Teln "
    "y catorce personas murieron, según la policía."
)
PORT_ES = (
    "Los estibadores de Velm no acudieron el lunes al puerto por tercer día, mientras "
    "se rompían las conversaciones con la empresa."
)
BUS_TITLE = "Bus falls into ravine near Teln, killing 14"
PORT_TITLE = "Strike shuts the port of Velm for a third day"
BUS_BLOCKS = ("A bus carrying market", '"The road had', "Rescuers worked through")
PORT_BLOCKS = ("Dock workers in", "The union said")
WANT_BUS = Want(BUS_TITLE, dt.date(2021, 3, 6), BUS_BLOCKS, "By Mara Dunn", "TELN")
WANT_PORT = Want(PORT_TITLE, dt.date(2021, 3, 8), PORT_BLOCKS)


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def wrapped(paragraph: str, width: int = 70) -> str:
    return textwrap.fill(paragraph, width)


MIDDLE = " " * 30
CLASSIC = f"""{MIDDLE} 1 of 2 DOCUMENTS


{MIDDLE}The Orrin Courier

{MIDDLE}March 6, 2021 Saturday
{MIDDLE}   National Edition

{BUS_TITLE}

BYLINE: By Mara Dunn

SECTION: NATIONAL; Pg. 3

LENGTH: 96 words

DATELINE: TELN, March 5

BODY:

{text(*BUS)}

GRAPHIC: The bus is lifted out of the ravine.

LOAD-DATE: March 7, 2021

LANGUAGE: ENGLISH

DOCUMENT-TYPE: News

PUBLICATION-TYPE: Newspaper

                        Copyright 2021 The Orrin Courier
                              All Rights Reserved


{MIDDLE} 2 of 2 DOCUMENTS


{MIDDLE}Velm Daily

{MIDDLE}March 8, 2021 Monday

{PORT_TITLE}

SECTION: BUSINESS

LENGTH: 71 words

{text(*PORT)}

LOAD-DATE: March 9, 2021
"""
CLASSIC_WRAPPED = CLASSIC
for one in (*BUS, *PORT):
    CLASSIC_WRAPPED = CLASSIC_WRAPPED.replace(one, "   " + wrapped(one))

OLD_CLASSIC = f"""{MIDDLE}1 of 2 DOCUMENTS

{MIDDLE}Copyright 2021 The Orrin Courier
{MIDDLE}All Rights Reserved
{MIDDLE}The Orrin Courier

{MIDDLE}March 6, 2021, Saturday, Late Edition

SECTION: Section A; Page 3; Column 1; National Desk

LENGTH: 96 words

HEADLINE: {BUS_TITLE}

BYLINE:  By Mara Dunn

DATELINE: TELN

BODY:
{text(*BUS)}

LOAD-DATE: March 7, 2021

{MIDDLE}2 of 2 DOCUMENTS

{MIDDLE}Copyright 2021 Velm Daily

{MIDDLE}Velm Daily

{MIDDLE}March 8, 2021, Monday

LENGTH: 71 words

HEADLINE: {PORT_TITLE}

BODY:
{text(*PORT)}

LOAD-DATE: March 9, 2021
"""

UNI = f"""User Name: Ada Quill
Date and Time: Friday, April 2, 2021 10:00 AM
Job Number: 1234567

Documents (2)

1. {BUS_TITLE}
Client/Matter: -None-
Search Terms: ravine OR strike
2. {PORT_TITLE}
Client/Matter: -None-
Search Terms: ravine OR strike

Page 1 of 2
{BUS_TITLE}
The Orrin Courier
March 6, 2021 Saturday
National Edition

Copyright 2021 The Orrin Courier All Rights Reserved


Section: NATIONAL; Pg. 3
Length: 345 words
Byline: By Mara Dunn
Dateline: TELN
Body

{BUS[0]}
Page 2 of 2
{BUS_TITLE}

{text(*BUS[1:])}

Graphic

{CAPTION}

Load-Date: March 7, 2021


End of Document

Page 1 of 1
{PORT_TITLE}

Velm Daily

March 8, 2021 Monday

Copyright 2021 Velm Daily All Rights Reserved

Length: 71 words

Body


{text(*PORT)}

Classification


Language: ENGLISH

Publication-Type: Newspaper

Subject: STRIKES (90%); PORTS & HARBOURS (88%);
HARBOUR COMPANIES (75%)

Load-Date: March 9, 2021


End of Document
"""
UNI_NUMBERED = f"""Page 1 of 2
{BUS_TITLE}
The Orrin Courier
March 6, 2021 Saturday

Copyright 2021 The Orrin Courier

Section: NATIONAL
Length: 345 words
Byline: By Mara Dunn
Dateline: TELN

Body

{text(*BUS)}

Load-Date: March 7, 2021

End of Document

Page 2 of 2
{PORT_TITLE}
Velm Daily
March 8, 2021 Monday

Copyright 2021 Velm Daily

Section: BUSINESS
Length: 71 words

Body

{text(*PORT)}

Load-Date: March 9, 2021

End of Document
"""

FACTIVA = f"""National
{BUS_TITLE}
By Mara Dunn
345 words
6 March 2021
09:30
The Orrin Courier
ORRC
National
3
English
(c) 2021 The Orrin Courier. All rights reserved.

{text(*BUS)}

Document ORRC000020210306eh3600001

{PORT_TITLE}
71 words
8 March 2021
Velm Daily
VELM
English
Copyright 2021. Velm Daily.

{text(*PORT)}

Document VELM000020210308eh3800002

© 2021 Data Hall, Inc. All rights reserved.
"""
CODES = f"""SE National
HD  {BUS_TITLE}
BY  By Mara Dunn
WC  345 words
PD  6 March 2021
SN  The Orrin Courier
SC  ORRC
LA  English
CY  (c) 2021 The Orrin Courier
LP
{BUS[0]}

TD
{text(*BUS[1:])}

NS  gcat : Political/General News | gdis : Disasters
RE  orrin : Orrin
PUB Courier House
AN  Document ORRC000020210306eh3600001

HD
{PORT_TITLE}
WC
71 words
PD
8 March 2021
SN
Velm Daily
SC
VELM
LP
{PORT[0]}
TD
{PORT[1]}
RE
orrin : Orrin
AN
Document VELM000020210308eh3800002
"""

LINE = "_" * 60
PROQUEST = f"""{LINE}

Document 1 of 2

{BUS_TITLE}

Author: Dunn, Mara

Publication info: The Orrin Courier; Orrin [Orrin]. 06 Mar 2021: A.3.

ProQuest document link

Abstract: {ABSTRACT}

Full text: {text(*BUS)}

Subject: Traffic accidents; Roads

Location: Teln

Title: {BUS_TITLE}

Publication title: The Orrin Courier; Orrin

Pages: A.3

Publication year: 2021

Publication date: Mar 6, 2021

Source type: Newspapers

Language of publication: English

ProQuest document ID: 1234567

Document URL: https://archive.example/docview/1234567

Copyright: Copyright Orrin Courier Mar 6, 2021

Last updated: 2021-03-07

Database: News

{LINE}

Document 2 of 2

{PORT_TITLE}

Publication info: Velm Daily; Velm [Velm]. 08 Mar 2021.

Full text:

{text(*PORT)}

Title: {PORT_TITLE}

Publication title: Velm Daily

Last updated: 2021-03-09

{LINE}

Contact the archive at: desk@archive.example
"""
PROQUEST_TITLE_FIRST = f"""Title: {BUS_TITLE}
Author: Dunn, Mara
Publication title: The Orrin Courier
Publication date: Mar 6, 2021
Section: National
Full text:
{text(*BUS)}
Last updated: 2021-03-07
{LINE}
Title: {PORT_TITLE}
Publication title: Velm Daily
Publication date: Mar 8, 2021
Full text:
{text(*PORT)}
Last updated: 2021-03-09
"""

BUS_TITLE_DE = "Bus stürzt bei Teln in eine Schlucht"
PORT_TITLE_DE = "Streik legt den Hafen von Velm still"
GERMAN = f"""Dokument 1 von 2

{MIDDLE}Orriner Bote

{MIDDLE}Samstag 6. März 2021

Bus stürzt bei Teln in eine Schlucht

AUTOR: Mara Dunn

RUBRIK: LAND; S. 3

LÄNGE: 345 Wörter

{BUS_DE}

Die Straße war im Winter zweimal gesperrt.

UPDATE: 7. März 2021

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung

Dokument 2 von 2

{MIDDLE}Velmer Tageblatt

{MIDDLE}Montag 8. März 2021

Streik legt den Hafen von Velm still

LÄNGE: 71 Wörter

{PORT_DE}

UPDATE: 9. März 2021
"""
BUS_TITLE_ES = "Un autobús cae a un barranco cerca de Teln"
SPANISH = f"""Título: Un autobús cae a un barranco cerca de Teln
Título de la publicación: El Correo de Orrin
Fecha de publicación: 6 de marzo de 2021
Texto completo:
{BUS_ES}
Tipo de documento: Noticias
Última actualización: 2021-03-07
{LINE}
Título: La huelga cierra el puerto de Velm
Título de la publicación: Diario de Velm
Fecha de publicación: 8 de marzo de 2021
Texto completo:
{PORT_ES}
Última actualización: 2021-03-09
"""

AUTHOR = WANT_BUS._replace(byline="Dunn, Mara", dateline=None)
FORMS = {
    "classic": (CLASSIC, (WANT_BUS, WANT_PORT)),
    "classic, hard-wrapped": (CLASSIC_WRAPPED, (WANT_BUS, WANT_PORT)),
    "classic, headlines labelled": (OLD_CLASSIC, (WANT_BUS, WANT_PORT)),
    "uni": (UNI, (WANT_BUS, WANT_PORT)),
    "uni, documents numbered": (UNI_NUMBERED, (WANT_BUS, WANT_PORT)),
    "factiva": (FACTIVA, (WANT_BUS._replace(dateline=None), WANT_PORT)),
    "factiva, author without by": (
        FACTIVA.replace("By Mara Dunn", "Mara Dunn"),
        (WANT_BUS._replace(dateline=None, byline="Mara Dunn"), WANT_PORT),
    ),
    "factiva, codes": (CODES, (WANT_BUS._replace(dateline=None), WANT_PORT)),
    "proquest": (PROQUEST, (AUTHOR, WANT_PORT)),
    "proquest, title first": (PROQUEST_TITLE_FIRST, (AUTHOR, WANT_PORT)),
    "german": (
        GERMAN,
        (
            Want(
                BUS_TITLE_DE,
                dt.date(2021, 3, 6),
                ("Ein Bus mit", "Die Straße war"),
                "Mara Dunn",
            ),
            Want(PORT_TITLE_DE, dt.date(2021, 3, 8), ("Hafenarbeiter in",)),
        ),
    ),
    "spanish": (
        SPANISH,
        (
            Want(
                BUS_TITLE_ES, dt.date(2021, 3, 6), ("Un autobús que",)
            ),
            Want("La huelga cierra el puerto de Velm", dt.date(2021, 3, 8), ("Los estibadores",)),
        ),
    ),
}  # fmt: skip


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
