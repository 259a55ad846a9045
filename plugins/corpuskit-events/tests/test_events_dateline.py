"""Dateline: the day and the agency in front of a report are not of its story."""

from __future__ import annotations

import datetime as dt

import pytest

import corpuskit
from corpuskit_events.dateline import told_from

STORY = "Gunmen killed four guards at a market."


@pytest.mark.parametrize(
    "dateline",
    [
        "VELM (Lakes Wire) - ",
        "VELM, Arvania, March 4 (Lakes Wire) \u2014 ",
        "ST. OLAN, Arvania (LW)_ ",
        "VELM, March 4, 2024 \u2014 ",
        "NEW VELM, 4 March -- ",
    ],
)
def test_a_report_begins_behind_its_dateline(dateline):
    assert told_from(dateline + STORY, 0, len(dateline + STORY)) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "The army (LA) - a small force - attacked Velm.",
        "UN troops (blue helmets) left Velm - and came back.",
        "UN troops killed four guards.",
    ],
)
def test_other_brackets_and_dashes_open_no_report(text):
    assert told_from(text, 0, len(text)) == 0


def test_the_agency_did_not_do_it_and_not_on_the_day_of_filing():
    text = "VELM, March 4 (Reuters) - An airstrike on a market in Velm killed four guards."
    (result,) = corpuskit.extract(text, segment=False, published=dt.date(2024, 3, 4))
    (event,) = result.events
    assert (event.actor, event.date) == (None, None)
    assert event.recipient.name == "guards"
