"""Datelines: what stands in front of a report, and where the report begins."""

from __future__ import annotations

import pytest

from corpuskit import Article, Block, Source, Span
from corpuskit.scan import Scan, dateline_at

STORY = "Gunmen killed four guards at a market."


@pytest.mark.parametrize(
    ("opening", "place", "form"),
    [
        ("VELM (Lakes Wire) - ", "VELM", "wire"),
        ("VELM, Arvania, March 4 (Lakes Wire) \u2014 ", "VELM, Arvania", "wire"),
        ("ST. OLAN, Arvania (LW)_ ", "ST. OLAN, Arvania", "wire"),
        ("VELM, March 4, 2024 \u2014 ", "VELM", "wire"),
        ("NEW VELM, 4 March -- ", "NEW VELM", "wire"),
        ("NEW VELM, 4 MAR 89 (LW) -- [TEXT] ", "NEW VELM", "wire"),
        ("VELM, Arvania \u2014 ", "VELM, Arvania", "country"),
        ("Old Velm (Talvi), Arvania \u2013 ", "Old Velm (Talvi), Arvania", "mixed"),
        ("VELM, N.Y. \u2015 ", "VELM, N.Y.", "country"),
        ("VELM, Upper Talvi Province (LW) - ", "VELM, Upper Talvi Province", "wire"),
        ("VELM, Republic of the Talvi \u2014 ", "VELM, Republic of the Talvi", "country"),
        ("VELM, W.Va. - ", "VELM, W.Va.", "country"),
        ("VELM, 4th March, 2031 (LW) -- ", "VELM", "wire"),
        ("Velm (U/T), March 4, LWA \u2013 ", "Velm", "upper"),
        ("VELM: ", "VELM", "label"),
        ("Velm (LW) \u2013 ", "Velm", "upper"),
        ("New Velm, March 4 (LW): ", "New Velm", "upper"),
        ("Velm (LW): ", "Velm", "upper"),
        ("New Velm, Mar 4 (LW) ", "New Velm", "upper"),
        ("New Velm, 4 March 2031 (Lakes Wire): ", "New Velm", "upper"),
        ("VELM, March 4. /LAKES/. ", "VELM", "wire"),
        ("March 4, 2031 (NEW VELM) \u2013 ", "NEW VELM", "wire"),
        ("(LW) \u2014 ", "LW", "agency"),
    ],
)
def test_a_report_begins_behind_its_dateline(opening, place, form):
    text = opening + STORY
    found = dateline_at(text, 0, len(text))
    assert text[found.start : found.end] == place
    assert (text[found.told :], found.form) == (STORY, form)


@pytest.mark.parametrize(
    "text",
    [
        "The army (LA) - a small force - attacked Velm.",
        "UN troops (blue helmets) left Velm - and came back.",
        "UN troops killed four guards.",
        "On Monday, March 4 (4.30pm) The talks between them begin.",
        "March 4, 2031 (Monday) \u2013 The talks between them begin.",
        "Monday, March 4: The talks between them begin.",
        "The minister (a former guard): nobody left Velm.",
        "VELM: Too short.",
        "(See the table) - nobody else knew of the deal.",
    ],
)
def test_other_brackets_colons_and_dashes_are_no_dateline(text):
    assert dateline_at(text, 0, len(text)) is None


def test_a_scan_knows_the_datelines_of_its_blocks():
    raw = "Raid on a market\n\nVELM (Wire) - " + STORY
    article = Article(
        source=Source(raw=raw),
        span=Span(0, len(raw)),
        headline=Span(0, 16),
        body=(Block(Span(18, len(raw))),),
    )
    scan = Scan(article)
    assert [(block, raw[d.start : d.end]) for block, d in scan.datelines.items()] == [(1, "VELM")]
