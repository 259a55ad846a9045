"""Many articles: what joins, what stays apart, what is kept of each, and what is lent."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

import corpuskit
from corpuskit import EventCluster, Pipeline, Result, Source
from corpuskit_casualties import Casualties
from corpuskit_dates import Dates
from corpuskit_entities import Entities
from corpuskit_events import EventLinker, Events, borrowed_dates, quote_variants
from corpuskit_events.linking.main_event import MainEvents
from corpuskit_quotes import Quotes

MONDAY = dt.date(2031, 3, 17)
PIPELINE = Pipeline([Dates(), Casualties(), Entities(), Quotes(), Events()], strict=True)
LINKER = EventLinker()


def read(*texts: str, published: dt.date | None = MONDAY) -> list[Result]:
    sources = [Source(raw=text, published=published) for text in texts]
    return list(PIPELINE.run(sources, segment=False))


def joined(results: list[Result], type: str = "ASSAULT", **options: bool) -> list[EventCluster]:
    return [
        cluster
        for cluster in LINKER.link(results, **options)
        if len({member.article_id for member in cluster.members}) > 1
        and cluster.claims["type"][0].value == type
    ]


ONE = "Gunmen killed seven guards, including two officers, in the town of Karn on Saturday."
SAME = "Seven guards were killed on 15 March 2031 when rebels attacked a post in Karn."
DISTRICT = (
    "Seven guards, including two officers, died on Saturday in an attack in the Orlo district."
)
ORLO = "The town of Karn in Orlo district was quiet on Monday after an attack in Karn in Orlo."


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (ONE, SAME, True),
        (ONE, SAME.replace("15 March", "16 March"), True),
        (ONE, SAME.replace("15 March", "11 March"), False),
        (ONE, SAME.replace("Karn", "the town of Besk"), False),
        (ONE, SAME.replace("Karn", "Kaarn"), True),
        (ONE.replace("seven", "eight"), SAME, True),
        (ONE.replace("seven", "thirty"), SAME, False),
        (ONE + " Karn lies in Orlo.", SAME.replace("Karn", "Karn, Orlo province"), True),
        (
            ONE.replace("Karn", "Karn in the province of Tovel"),
            SAME.replace("Karn", "Karn, Orlo province"),
            False,
        ),
        ("Police arrested four men in Karn on Saturday.", SAME, False),
        (ONE, ONE.replace("in the town of Karn", "at the Red Mosque"), True),
        (ONE, ONE.replace("in the town of Karn", "at Besk"), False),
    ],
)
def test_one_event_or_two(one: str, other: str, together: bool):
    assert bool(joined(read(one, other))) is together


GUARDS = "Gunmen killed five guards in Karn on Saturday."
RAID = "Five gunmen died in Karn on Saturday when guards raided a house."


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    ("one", "other", "together"),
    [  # places that no gazetteer knows
        (GUARDS, GUARDS.replace("Karn", "Besk"), False),
        (GUARDS, GUARDS.replace("Karn", "Kaarn"), True),
        (GUARDS.replace("Karn", "Karn, Orlo province,"), GUARDS.replace("Karn", "Orlo"), True),
        (GUARDS.replace("Karn", "Karn, near Besk,"), GUARDS.replace("Karn", "Besk"), True),
        (
            GUARDS.replace("Karn", "Karn, 12 km north of the town of Besk,"),
            GUARDS.replace("Karn", "Besk"),
            True,
        ),
        # who killed whom
        (GUARDS, "The army killed five gunmen in Karn on Saturday.", False),
        (
            GUARDS.replace("guards", "people"),
            "Guards killed five gunmen in Karn on Saturday.",
            False,
        ),
        ("Five guards died in Karn on Saturday when rebels stormed a post.", RAID, False),
        (GUARDS, GUARDS.replace("five guards", "five people"), True),
        # tolls that rise
        (GUARDS.replace("five", "14"), GUARDS.replace("five", "at least 11"), True),
        (GUARDS.replace("five", "50"), GUARDS.replace("five", "at least 11"), True),
        (GUARDS.replace("five", "three"), GUARDS.replace("five", "at least 11"), False),
        (
            GUARDS.replace("five guards", "a priest"),
            GUARDS.replace("five guards", "a nurse"),
            False,
        ),
        (GUARDS.replace("five guards", "a priest"), GUARDS.replace("five guards", "a man"), True),
    ],
)
def test_places_sides_and_tolls(one: str, other: str, together: bool, strict: bool):
    assert bool(joined(read(one, other), strict=strict)) is together


STRIKE = "An air strike killed 16 people in Rafah in the Gaza Strip on Saturday."


@pytest.mark.parametrize(
    ("place", "together"),
    [  # provinces of one region, which the gazetteer gives one code
        ("Deir al-Balah in the Gaza Strip", False),
        ("Deir al-Balah", False),
        ("Gaza", True),
        ("the Gaza Strip", True),
    ],
)
def test_provinces_lie_in_their_region_and_not_in_one_another(place: str, together: bool):
    other = STRIKE.replace("Rafah in the Gaza Strip", place)
    assert bool(joined(read(STRIKE, other))) is together


def test_what_two_armies_claim_of_one_fight_is_one_event_with_two_tolls():
    one = "Four Orlish soldiers were killed when Merran guns shelled a post in Karn on Saturday."
    other = "The Merran army said it killed 15 Orlish soldiers in Karn on Saturday."
    (fight,) = joined(read(one, other))
    assert fight.conflicts == ("killed",)


UNDATED = "Gunmen killed five guards at a checkpoint on the road to the mine in Karn."


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (UNDATED, UNDATED.replace("Gunmen", "On Saturday, gunmen"), True),
        (UNDATED, UNDATED.replace("Karn", "Besk"), False),
        (UNDATED, UNDATED.replace("five", "nine"), False),
        (UNDATED, UNDATED.replace("Gunmen", "On 3 May 2030, gunmen"), False),
    ],
)
def test_undated_reports(one: str, other: str, together: bool):
    assert bool(joined(read(one, other))) is together


def test_nobody_is_killed_twice():
    one = "Gunmen killed the mayor of Karn, Tom Harg, police said."
    other = "Hundreds mourned Tom Harg, who was killed in Karn on Saturday."
    assert joined(read(one, other))


def test_no_third_report_ties_two_places():
    results = read(GUARDS, GUARDS.replace("Karn", "Besk"), GUARDS.replace("in Karn on", "on"))
    places = [c.claims.get("place", ()) for c in LINKER.link(results)]
    assert all(len({claim.value for claim in told}) < 2 for told in places)


def test_one_person_is_arrested_once_a_day_and_the_places_conflict():
    arrest = "Police arrested the mayor Tom Harg in Karn on Saturday."
    results = read(arrest, arrest.replace("Karn", "Besk"))
    (cluster,) = joined(results, "COERCE")
    assert cluster.conflicts == ("place",)
    assert not joined(results, "COERCE", strict=True)


def test_a_level_of_place_is_no_conflict():
    results = read(ONE.replace("Karn on", "Karn in Orlo district on"), DISTRICT)
    (cluster,) = joined(results)
    assert {claim.value for claim in cluster.claims["place"]} >= {"Karn", "Orlo"}
    assert cluster.conflicts == ()


def test_a_day_and_a_toll_are_conflicts_and_nothing_is_lost():
    results = read(ONE, SAME.replace("15 March", "16 March").replace("Seven", "Eight"))
    clusters = joined(results)
    if not clusters:  # a day and a toll: kept apart, and said so
        reasons = [why for c in LINKER.link(results) for _, why in c.candidates]
        assert any("2031-03-15 or 2031-03-16" in why for why in reasons)
    (rising,) = joined(read(ONE, SAME.replace("Seven", "Eight")))
    assert rising.conflicts == ("killed",)
    assert {claim.value for claim in rising.claims["killed"]} == {7, 8}
    assert rising.value("killed", "lowest") == 7


def test_claims_point_into_their_article():
    results = read(ONE, SAME)
    texts = {result.article.id: result for result in results}
    (cluster,) = joined(results)
    for field in ("killed", "place", "date"):
        for claim in cluster.claims[field]:
            assert texts[claim.source].text(claim.span)
    assert {texts[c.source].text(c.span) for c in cluster.claims["date"]} == {
        "Saturday",
        "15 March 2031",
    }


def test_what_joined_and_what_nearly_did_can_be_read():
    results = read(ONE, SAME, SAME.replace("Karn", "the town of Besk"))
    (cluster,) = joined(results)
    assert any("day 2031-03-15" in why for _, why in cluster.joined_by)
    assert any("Besk" in why for _, why in cluster.candidates)


def test_strict_joins_nothing_that_the_usual_setting_keeps_apart():
    results = read(ONE, SAME, DISTRICT, SPEECH, SPOKEN, ONE.replace("seven", "nine"))
    usual = [set(cluster.members) for cluster in LINKER.link(results)]
    strict = [set(cluster.members) for cluster in LINKER.link(results, strict=True)]
    assert len(strict) >= len(usual)
    assert all(any(members <= whole for whole in usual) for members in strict)


def test_order_and_repetition_do_not_matter():
    results = read(ONE, SAME, DISTRICT, ONE.replace("Karn", "Besk"))
    clusters = LINKER.link(results)
    for order in itertools.permutations(results):
        assert LINKER.link(order) == clusters
        assert LINKER.stories(order) == LINKER.stories(results)
    assert LINKER.link(results + results) == clusters


def test_every_event_is_in_one_cluster():
    results = read(ONE, SAME, DISTRICT)
    members = [m.event_id for cluster in LINKER.link(results) for m in cluster.members]
    assert sorted(members) == sorted(e.id for r in results for e in r.events)


SPEECH = "“The bridge is the heart of our valley,” Mayor Ilse Marn said in Karn on Sunday."
SPOKEN = "In Karn on 16 March 2031, Ilse Marn said: “The bridge is the heart of the valley.”"


def test_one_utterance_worded_in_two_ways():
    results = read(SPEECH, SPOKEN)
    clusters = LINKER.link(results)
    assert joined(results, "STATEMENT")
    (found,) = quote_variants(results, clusters)
    assert {article for article, _ in found.variants} == {r.article.id for r in results}


VOW = "“We will rebuild every school in the valley by autumn,” Ilse Marn said on Sunday."


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    ("words", "together"),
    [
        ("We will rebuild every school in this valley by the autumn", True),
        ("We will rebuild every school in the valley", True),
        ("We will rebuild every school in the valley by autumn. We do not beg for money", True),
        ("We will not rebuild every school in the valley by autumn", False),
        ("Every school in the valley is never going to be rebuilt by autumn", False),
        ("The hospital has no beds", False),
        ("We will rebuild the bridge", False),
    ],
)
def test_statements_join_by_their_words(words: str, together: bool, strict: bool):
    results = read(VOW, f"On Sunday, Ilse Marn said: “{words}.”")
    clusters = LINKER.link(results, strict=strict)
    assert bool(joined(results, "STATEMENT", strict=strict)) is together
    reasons = [why for cluster in clusters for _, why in cluster.joined_by]
    assert any("the same utterance" in why for why in reasons) is together
    assert bool(quote_variants(results, clusters)) is together


def test_the_contrary_is_a_near_miss():
    results = read(VOW, VOW.replace("will", "will not"))
    reasons = [why for cluster in LINKER.link(results) for _, why in cluster.candidates]
    assert any("one says not what the other says" in why for why in reasons)


def test_a_statement_on_the_next_day_is_kept_apart_and_shown():
    results = read(SPEECH, SPOKEN.replace("16 March", "17 March"), published=dt.date(2031, 3, 18))
    clusters = LINKER.link(results)
    conflicts = [c for c in clusters if "date" in c.conflicts]
    near = [why for c in clusters for _, why in c.candidates]
    assert conflicts or any("2031-03-16 or 2031-03-17" in why for why in near)


def printed(*sources: tuple[str, dt.date | None], text: str = ONE) -> list[Result]:
    """One text in several sources."""
    told = [Source(raw=text, id=name, published=day) for name, day in sources]
    return list(PIPELINE.run(told, segment=False))


@pytest.mark.parametrize("later", [MONDAY, MONDAY + dt.timedelta(days=1)])
def test_one_text_of_several_sources_is_theirs(later: dt.date):
    results = printed(("wire", MONDAY), ("post", MONDAY), ("radio", later))
    assert len({result.article.id for result in results}) == 1
    for strict in (False, True):
        (cluster,) = LINKER.link(results, strict=strict)
        assert [member.source_id for member in cluster.members] == ["post", "radio", "wire"]
        told = [claim.source_id for claim in cluster.claims["killed"]]
        assert (told, cluster.conflicts) == (["post", "radio", "wire"], ())
        assert all("one text in two sources" in why for _, why in cluster.joined_by)
        assert LINKER.stories(results, strict=strict) == ((results[0].article.id,),)
    assert LINKER.link(results[::-1] + results) == LINKER.link(results)


def test_one_text_printed_months_later_is_another_event_with_an_id_of_its_own():
    results = printed(("wire", MONDAY), ("post", MONDAY + dt.timedelta(days=70)))
    one, other = LINKER.link(results)
    assert (one.claims["date"][0].value, one.id) != (other.claims["date"][0].value, other.id)
    assert one.id != other.id


def test_a_copy_without_a_date_borrows_that_of_another():
    results = printed(
        ("wire", MONDAY), ("post", None), text=ONE.replace("Saturday", "15 March 2031")
    )
    (loan,) = borrowed_dates(results, LINKER.link(results))
    assert (loan.source_id, loan.published.date) == ("post", MONDAY)
    assert loan.claims[0].source_id == "wire"


def test_a_date_is_lent_with_its_chain():
    (dated,) = read(ONE)
    (undated,) = read(ONE.replace("Gunmen", "Rebels"), published=None)
    clusters = LINKER.link([dated, undated])
    (loan,) = borrowed_dates([dated, undated], clusters)
    assert (loan.article_id, loan.lender) == (undated.article.id, dated.article.id)
    assert (loan.published.date, loan.published.basis) == (MONDAY, "borrowed")
    assert loan.claims[0].source == dated.article.id


def test_old_news_dates_nobody():
    text = "The truce of Karn was signed in Karn in 2011, after a war."
    (dated,) = read(text + " It rained.")
    (undated,) = read(text, published=None)
    assert borrowed_dates([dated, undated], LINKER.link([dated, undated])) == ()


def test_stories_hold_each_article_once():
    results = read(ONE, SAME, SPEECH, RAID)
    found = [id for story in LINKER.stories(results) for id in story]
    assert sorted(found) == sorted(result.article.id for result in results)


def test_articles_of_two_places_are_two_stories():
    far = SAME.replace("Karn", "the town of Besk in the province of Tovel")
    near = SAME.replace("Karn", "the town of Karn in the province of Orlo")
    assert len(LINKER.stories(read(far, near))) == 2


@pytest.mark.parametrize(
    ("first", "apart"),
    [
        ("Two rebels were killed in Karn on Sunday.", True),
        ("The army said it killed two rebels in Karn on Sunday.", False),
        ("The army said it killed 34 rebels in Karn on Sunday. Two cooks died there.", False),
    ],
)
def test_two_tolls_of_a_day_are_two_events_unless_a_party_claims_one(first: str, apart: bool):
    results = read(first, "A clinic in Karn said 34 rebels were killed there on Sunday.")
    one, other = (result.article.id for result in results)
    assert MainEvents(results).apart(one, other) is apart


TRIAL = "Adam Moss shot the mayor of Karn on Monday, 4 March, and the town mourned, police said."


@pytest.mark.parametrize(
    ("told", "text", "apart"),
    [
        (7, "A cook shot with the mayor of Karn died on Monday, a week later.", False),
        (49, "A judge sent Adam Moss to jail on Monday for he shot the mayor of Karn.", True),
        (126, "A judge in Karn sent Adam Moss to jail on Monday morning.", True),
        (70, "Adam Moss sits in jail and says that he shot no mayor of Karn.", False),
        (364, "Karn remembers: a year ago Adam Moss shot the mayor of the town.", True),
    ],
)
def test_what_is_news_no_other_article_told_weeks_before(told: int, text: str, apart: bool):
    first = dt.date(2024, 3, 4)
    sources = [
        Source(raw=TRIAL, published=first),
        Source(raw=text, published=first + dt.timedelta(days=told)),
    ]
    results = [result for source in sources for result in corpuskit.extract(source)]
    one, other = (result.article.id for result in results)
    assert MainEvents(results).apart(one, other) is apart


def test_the_installed_linker_is_this_one():
    assert corpuskit.link(read(ONE, SAME)) == LINKER.link(read(ONE, SAME))
