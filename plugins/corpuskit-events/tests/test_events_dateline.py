"""Dateline: the day and the agency in front of a report are not of its story."""

from __future__ import annotations

import datetime as dt

import corpuskit


def test_the_agency_did_not_do_it_and_not_on_the_day_of_filing():
    text = "VELM, March 4 (Reuters) - An airstrike on a market in Velm killed four guards."
    (result,) = corpuskit.extract(text, segment=False, published=dt.date(2024, 3, 4))
    (event,) = result.events
    assert (event.actor, event.date) == (None, None)
    assert event.recipient.name == "guards"
