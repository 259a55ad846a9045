"""Exports: what their documents say, and the two forms of Nexis."""

from __future__ import annotations

import datetime as dt
import textwrap
from typing import NamedTuple


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
