"""Deeds that are no attacks, told by two articles: what makes them one, and what two."""

from __future__ import annotations

import datetime as dt

import pytest

import corpuskit
from corpuskit import EventCluster, Result, Source
from corpuskit_events import borrowed_dates

MONDAY = dt.date(2031, 3, 17)
LATER = dt.date(2031, 9, 1)


def read(*texts: str, published: dt.date | None = MONDAY) -> list[Result]:
    sources = [Source(raw=text, published=published) for text in texts]
    return [result for source in sources for result in corpuskit.extract(source, segment=False)]


def joined(results: list[Result]) -> list[EventCluster]:
    return [cluster for cluster in corpuskit.link(results) if len(cluster.members) > 1]


QUIT = "Kenya's finance minister, Ana Sol, announced her resignation after weeks of strikes."
GONE = "Finance minister Ana Sol resigned on Sunday after weeks of strikes over pay in Kenya."
HELD = "Police arrested Ana Sol, the editor of a daily newspaper, in Nairobi on Sunday."
MET = "Kenyan Prime Minister Ana Sol met Chadian Foreign Minister Edo Rus in Nairobi on Sunday."
CROWD = "Hundreds of farmers marched in Nairobi on Sunday."
PLAN = "Kenya's government rejected a peace plan from Chad on Sunday."
BAN = "The European Union imposed sanctions on General Ana Sol on Sunday over human rights abuses."


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (QUIT, GONE, True),  # the one has no day
        (QUIT, GONE.replace("Ana Sol", "Edo Rus"), False),
        (HELD, HELD.replace(" on Sunday", "").replace("Police", "Security forces"), True),
        (HELD, HELD.replace("Ana Sol", "Edo Rus"), False),
        (MET, "Edo Rus, Chad's foreign minister, met Prime Minister Ana Sol in Nairobi.", True),
        (MET, MET.replace("Edo Rus", "Mila Korr"), False),
        (CROWD, "Farmers protested in Nairobi on Sunday against a new tax.", True),
        (CROWD, "Teachers protested in Nairobi on Sunday against a new tax.", False),
        (CROWD, "Farmers protested in Mombasa on Sunday against a new tax.", False),
        (PLAN, "Kenya rejected a peace plan put forward by Chad on Sunday.", True),
        (BAN, BAN.replace("European Union", "United Kingdom"), False),
        (BAN, BAN.replace("Ana Sol", "Edo Rus").replace("European Union", "United States"), False),
    ],
)
def test_one_deed_or_two(one: str, other: str, together: bool):
    assert bool(joined(read(one, other))) is together


def test_what_has_no_day_is_news_of_its_report():
    results = read(QUIT) + read(QUIT.replace("Kenya's", "Kenyan"), published=LATER)
    assert joined(results) == []


def test_who_met_whom_is_no_conflict():
    turned = "Edo Rus, Chad's foreign minister, met Prime Minister Ana Sol in Nairobi on Sunday."
    (cluster,) = joined(read(MET, turned))
    assert {claim.value for claim in cluster.claims["actor"]} == {"Ana Sol", "Edo Rus"}
    assert cluster.conflicts == ()


def test_nobody_and_no_one_deny_alike():
    said = "“{} in this government has taken a coin from the fund,” Ana Sol said on Sunday."
    (cluster,) = joined(read(said.format("Nobody"), said.format("No one")))
    assert cluster.conflicts == ()


def test_what_is_looked_back_at_lends_no_date():
    lender = read(MET)
    top = "Ana Sol opened a bridge in Nairobi on Friday.\n\nThousands came to see it.\n\n"
    below = f"{top}The mayor spoke of better times.\n\n{MET}\n"
    for text, loans in ((MET, 1), (below, 0)):
        borrower = list(corpuskit.extract(Source(raw=f"Sol in Nairobi\n\n{text}")))
        results = lender + borrower
        assert len(borrowed_dates(results, corpuskit.link(results))) == loans
