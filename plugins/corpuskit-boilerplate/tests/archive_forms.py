"""Exports: the forms of Factiva and ProQuest and of other languages, with what must come out."""

from __future__ import annotations

import datetime as dt

from archive_nexis import (
    ABSTRACT,
    BUS,
    BUS_DE,
    BUS_ES,
    BUS_TITLE,
    CLASSIC,
    CLASSIC_WRAPPED,
    MIDDLE,
    OLD_CLASSIC,
    PORT,
    PORT_DE,
    PORT_ES,
    PORT_TITLE,
    UNI,
    UNI_NUMBERED,
    WANT_BUS,
    WANT_PORT,
    Want,
    text,
)

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
