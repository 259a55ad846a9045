"""What one article tells: once, with its fields filled from all of its sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from corpuskit import Event, Pipeline, Source
from corpuskit_casualties import Casualties
from corpuskit_dates import Dates
from corpuskit_entities import Entities
from corpuskit_events import Events
from corpuskit_quotes import Quotes

MONDAY = dt.date(2031, 3, 17)
PIPELINE = Pipeline([Dates(), Casualties(), Entities(), Quotes(), Events()], strict=True)


def told(text: str, published: dt.date | None = MONDAY) -> tuple[Event, ...]:
    (result,) = PIPELINE.run([Source(raw=text, published=published)], segment=False)
    return result.events


def deed(text: str, type: str = "ASSAULT", published: dt.date | None = MONDAY) -> Event:
    events = [event for event in told(text, published) if event.type == type]
    assert len(events) == 1, [(e.type, e.trigger_span.of(text), e.date) for e in events]
    return events[0]


NEWS = (
    "Gunmen killed seven guards in the town of Karn in Orlo district on Saturday, police said.\n\n"
    "The attack on the post was the worst this year. Seven guards, including two officers, were "
    "killed in Saturday’s attack.\n\nIt wounded three others."
)


def test_a_deed_is_told_once():
    event = deed(NEWS)
    assert [span.of(NEWS) for span in event.mentions][:4] == [
        "killed",
        "attack",
        "killed",
        "attack",
    ]


def test_its_day_places_and_parties():
    event = deed(NEWS)
    assert event.date.start == event.date.end == dt.date(2031, 3, 15)
    assert event.date.precision == "day"
    assert [place.name for place in event.places] == ["Karn", "Orlo"]
    assert event.actor.name == "Gunmen"
    assert (event.polarity, event.modality) == ("positive", "asserted")


def test_who_is_named_behind_a_town_and_a_title_is_no_place():
    for whom in ("President Rosa Marn", "General Rosa Marn of the Orland Army"):
        event = deed(f"In Karn, {whom} met rebel leaders on Saturday.", "CONSULT")
        assert [place.name for place in event.places] == ["Karn"]


def test_a_noun_and_the_name_behind_it_are_one_party():
    both = deed("Gunmen killed a chief, Tom Harg, and wounded two guards in Karn on Saturday.")
    assert both.actor.name == "Gunmen"
    shot = deed("Gunmen shot the mayor of Karn, Tom Harg, outside his house on Saturday.")
    assert shot.recipient.name == "Tom Harg"
    for who in ("Tom Harg, the mayor of Karn who", "a teacher in Karn, and the mayor of Karn who"):
        gone = deed(f"Hundreds mourned {who} was gunned down on Saturday.")
        assert gone.recipient.name == "mayor"


def test_two_deeds_with_two_days_are_two_events():
    text = "Gunmen attacked a bank in Karn on Saturday and ambushed a patrol in Orlo on Sunday."
    first, second = (event for event in told(text) if event.type == "ASSAULT")
    assert [first.date.start.day, second.date.start.day] == [15, 16]
    assert [first.place.name, second.place.name] == ["Karn", "Orlo"]
    envoy = "The envoy visited Karn on Saturday and met rebels in Orlo on Sunday."
    first, second = (event for event in told(envoy) if event.type == "CONSULT")
    assert [first.date.start.day, second.date.start.day] == [15, 16]
    assert deed("Gunmen attacked a bank in Karn on Saturday and killed two guards.").date


def test_a_visited_town_is_the_scene():
    visit = deed("The envoy visited Lyon on Saturday and gave a speech in Orlo.", "CONSULT")
    assert visit.place.name == "Lyon"


LATER = "On Sunday, gunmen shot dead a judge in Orlo. "


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A car bomb killed four in Karn on Saturday. " + LATER + "Nobody claimed the blast.", 2),
        ("Rebels abducted a nurse in Karn on Saturday. " + LATER + "The kidnapping was new.", 2),
        ("Gunmen killed a priest in Karn on Saturday. A nurse was killed in Karn on Saturday.", 2),
        ("Gunmen killed a priest in Karn on Saturday. A man was killed in Karn on Saturday.", 1),
        ("Gunmen killed a priest in Karn on Saturday. A priest was killed in Karn.", 1),
    ],
)
def test_deeds_are_told_apart_by_how_and_to_whom(text: str, events: int):
    deeds = [event for event in told(text) if event.type == "ASSAULT"]
    assert len(deeds) == events
    assert all(deed.modality == "asserted" for deed in deeds)
    assert len(deeds[0].mentions) > (events == 1 or "priest" not in text)


def test_a_headline_tells_the_lead():
    news = "Priest killed in Karn\n\nGunmen shot dead a cleric in Karn on Saturday, police said."
    (result,) = Pipeline.installed().run([Source(raw=news, published=MONDAY)])
    assert [e.date.start.day for e in result.events if e.type == "ASSAULT"] == [15]


def test_losses_stay_with_the_deed_of_which_they_are_told():
    text = "Troops killed a rebel blamed for the bombing that left four dead in Karn."
    first, second = (event for event in told(text) if event.type == "ASSAULT")
    assert [c.best for c in first.casualties] == [1]
    assert [c.best for c in second.casualties] == [4]
    assert second.modality == "alleged"


def test_before_a_part_of_the_day_bounds_nothing():
    raid = deed("Gunmen raided a camp near Karn shortly before dawn on Sunday.")
    assert raid.date.start == dt.date(2031, 3, 16)
    assert deed("Gunmen had raided a camp near Karn before Sunday.").date is None


def test_parts_stay_beside_their_whole():
    counts = [(c.kind, c.best, c.scope) for c in deed(NEWS).casualties]
    assert counts.count(("killed", 7, "event")) == 2
    assert counts.count(("killed", 2, "part")) == 1
    assert ("wounded", 3, "event") in counts


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("She spoke on Sunday, a day after gunmen attacked Karn.", (3, 15)),
        ("On Friday she spoke, two days after rebels attacked Karn.", (3, 12)),
        ("Rebels attacked Karn on Saturday, police said on Sunday.", (3, 15)),
        ("Police said on Sunday that rebels attacked Karn.", None),
        ("The death toll from a bombing in Karn rose to 13 on Friday.", None),
        ("Saturday’s attack in Karn was the worst.", (3, 15)),
        ("Gunmen have killed 40 people in Karn since last October.", None),
        ("Gunmen attacked Karn before Sunday.", None),
        ("Gunmen have killed 40 people in Karn since fighting resumed on March 2.", None),
        ("Gunmen attacked a post of the Front, a militia that split off on March 2.", None),
        ("Gunmen attacked a post near Karn, which happened on Sunday.", (3, 16)),
        ("It was the first march since Sunday, when gunmen attacked Karn.", (3, 16)),
        ("Many were arrested since Sunday, when gunmen attacked Karn.", (3, 16)),
        ("Gunmen attacked Karn between March 3 and March 9.", (3, 3)),
    ],
)
def test_the_day_is_the_deeds_own(text: str, day: tuple[int, int] | None):
    date = deed(text).date
    assert (date and (date.start.month, date.start.day)) == day


def test_losses_stay_with_the_deed_of_their_day():
    text = "Orland raided Karn on Sunday, a day after three guards were killed in Orlo."
    days = {event.date.start.day: len(event.casualties) for event in told(text) if event.date}
    assert days == {16: 0, 15: 1}


def test_a_running_total_has_no_single_day():
    text = "Forces have killed more than 2,600 people since the coup on March 1, police said."
    tolls = {event.date: len(event.casualties) for event in told(text) if event.type == "ASSAULT"}
    assert tolls[None] == 1
    assert sum(tolls.values()) == 1


def test_a_range_of_days_is_one_stretch():
    date = deed("Gunmen attacked Karn from March 3 to March 9, police said.").date
    assert (date.start, date.end) == (dt.date(2031, 3, 3), dt.date(2031, 3, 9))
    date = deed("Gunmen attacked Karn on March 3 and on March 9, police said.").date
    assert date.start == date.end == dt.date(2031, 3, 3)


def test_without_a_publication_date_a_weekday_is_no_day():
    event = deed("Gunmen attacked Karn on Saturday.", published=None)
    assert event.date is None
    assert event.date_span is not None


def test_what_others_lost_at_other_times_is_not_this_attack():
    text = (
        "Gunmen killed two guards in Karn on Saturday, police said. It was the deadliest day for "
        "the town since 2018, when four guards were killed.\n\n"
        "More than 4,000 people were killed in Karn during the war."
    )
    attacks = [event for event in told(text) if event.type == "ASSAULT"]
    tolls = {event.date and event.date.start.year: [] for event in attacks}
    for event in attacks:
        tolls[event.date and event.date.start.year] += [c.best for c in event.casualties]
    assert tolls == {2031: [2], 2018: [4], None: [4000]}


@pytest.mark.parametrize(
    ("text", "type", "start"),
    [
        ("Marn, who took office in January, met the union.", "CONSULT", None),
        ("Marn, who is due to leave in May, urged Karn to act.", "REQUEST", None),
        ("Marn, who was elected on 3 March, said it was safe.", "STATEMENT", None),
        ("Dahl, whose aide died in 2020, was arrested in Karn.", "COERCE", None),
        ("Gunmen, who came on Sunday, killed nine in Karn.", "ASSAULT", dt.date(2031, 3, 16)),
        ("The raid, which began in May 2030, killed nine.", "ASSAULT", dt.date(2030, 5, 1)),
        ("On Sunday Marn, who leads it, met the union.", "CONSULT", dt.date(2031, 3, 16)),
    ],
)
def test_what_is_told_of_a_person_dates_no_deed(text: str, type: str, start: dt.date | None):
    dates = {event.date.start if event.date else None for event in told(text) if event.type == type}
    assert dates == {start}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Police arrested four men in Karn.", "COERCE"),
        ("Thousands of workers protested in Karn.", "PROTEST"),
        ("The army deployed troops in Orlo.", "MOBILIZE"),
        ("Orland withdrew its ambassador from Besk on Sunday.", "SANCTION"),
        ("The prime minister vowed a tough response.", "THREATEN"),
        ("The two ministers met in Karn.", "CONSULT"),
        ("The rebels signed a truce.", "AGREE"),
        ("The court freed the prisoners; the judge released two.", "YIELD"),
        ("The council rejected the plan.", "REJECT"),
        ("Orlo demanded the return of the boats.", "REQUEST"),
        ("The mayor threatened the union.", "THREATEN"),
        ("Orland imposed sanctions on Merra.", "SANCTION"),
        ("Troops withdrew from Orlo.", "RETREAT"),
        ("Ministers condemned the mayor of Karn.", "ACCUSE"),
        ("Donors donated blankets to Karn.", "AID"),
    ],
)
def test_types(text: str, type: str):
    assert type in {event.type for event in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The court issued an arrest warrant.",
        "It happened on 17 March 2031.",
        "The accused stayed away.",
    ],
)
def test_what_is_no_deed(text: str):
    assert [e for e in told(text) if e.type in ("COERCE", "PROTEST", "ACCUSE")] == []


def test_whose_town_it_is_suffers_nothing():
    event = deed("Rebels shelled the government-held town, killing six people.", "ASSAULT")
    assert event.actor.name == "Rebels"
    assert event.recipient.name == "people"


def test_a_statement_carries_its_words_and_its_place():
    text = "“We will rebuild the bridge,” Mayor Ilse Marn told reporters in Karn on Sunday."
    event = deed(text, "STATEMENT")
    assert event.actor.name == "Ilse Marn"
    assert event.quotation is not None
    assert event.date.start == dt.date(2031, 3, 16)
    assert [place.name for place in event.places] == ["Karn"]


def test_what_was_not_said_is_no_statement_made():
    silent = deed("Mayor Tom Harg has not commented on the attack.", "STATEMENT")
    doubts = deed("Mayor Tom Harg does not believe that it is safe.", "STATEMENT")
    assert (silent.polarity, doubts.polarity) == ("negative", "positive")


def test_a_place_in_the_next_quotation_is_no_place_of_the_statement():
    text = "“The road is shut,” said Ilse Marn, warning that “the mines in Orland must close too.”"
    assert {event.place for event in told(text) if event.type == "STATEMENT"} == {None}


def test_two_days_of_one_speaker_are_two_statements():
    text = (
        "“The road is shut,” Ilse Marn said on Friday.\n\n"
        "“The road is open,” Ilse Marn said on Sunday."
    )
    days = [event.date.start.day for event in told(text) if event.type == "STATEMENT"]
    assert days == [14, 16]


def test_it_works_on_the_text_alone():
    (result,) = Pipeline([Events()], strict=True).run([NEWS], segment=False)
    event = result.events[0]
    assert (event.type, event.trigger_span.of(NEWS)) == ("ASSAULT", "killed")
    assert [place.name for place in event.places] == ["Karn", "Orlo"]
    assert event.date is None
    assert event.casualties == ()


def test_some_are_only_told_of():
    event = deed("The brother of a trader was among the 13 killed in an anti-police raid.")
    assert (event.actor, event.recipient) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Four teachers were killed and ten wounded in Karn.",
        "Four teachers were killed and ten others wounded in Karn.",
        "The mayor visited teachers wounded in Karn.",
    ],
)
def test_who_is_hurt_beside_a_count_did_not_do_it(text: str):
    hurt = deed(text)
    assert hurt.actor is None
    assert hurt.recipient.name == "teachers"


def test_those_who_died_elsewhere_were_killed_in_another_deed():
    text = "Gunmen killed nine farmers in Karn and five guards died in an ambush in Orlo on Friday."
    one, other = told(text)
    assert [[p.name for p in event.places] for event in (one, other)] == [["Karn"], ["Orlo"]]
    assert [[c.best for c in event.casualties] for event in (one, other)] == [[9], [5]]
    assert other.actor is None
    assert one.date == other.date


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "places"),
    [
        ("The army fired more than 80 missiles at Karn.", "army", None, ["Karn"]),
        ("The rebels fired rockets at the police in Karn.", "rebels", "police", ["Karn"]),
        ("Troops neutralised nine rebels in Karn.", "Troops", "rebels", ["Karn"]),
        ("It will be recalled that rebels attacked police in Karn.", "rebels", "police", ["Karn"]),
        ("Nine police have been killed in rebel attacks there.", "rebel", "police", []),
    ],
)
def test_who_did_it_to_whom(text: str, actor: str | None, recipient: str | None, places: list[str]):
    event = deed(text)
    assert event.modality == "asserted"
    assert event.actor.name == actor
    assert (event.recipient and event.recipient.name) == recipient
    assert [place.name for place in event.places] == places


def test_what_is_no_shelling():
    assert told("Orland fired three missiles into the sea.") == ()
    assert told("The soap neutralises odours in Karn.") == ()


def test_the_day_of_a_funeral_and_a_year_to_compare_with_are_not_the_deeds():
    (event,) = told("Hundreds came to the funeral on Friday of a teacher shot by guards in Karn.")
    assert event.date is None
    text = (
        "Gunmen killed nine in Karn on Saturday. It was the deadliest attack in Orland this year."
    )
    event = deed(text)
    assert event.date.start == dt.date(2031, 3, 15)
    assert [place.name for place in event.places] == ["Karn"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Gunmen killed five men in Karn on Friday. A nurse said at least ten were killed.", 1),
        ("A bomb killed 19 people in Karn. Officials said 25 were killed in the attack.", 1),
        ("Over 40 people were killed in Karn. The raid killed 43 people, police said.", 1),
        ("A mine killed two soldiers in Karn. Police said two rebels were killed.", 2),
        ("A bomb killed 19 people in Karn on Friday. Rebels killed four people, police said.", 2),
        ("Gunmen killed 19 people in Karn. Police said four were killed in Orlo.", 2),
    ],
)
def test_two_sources_tolls_are_of_one_deed(text: str, events: int):
    assert len([event for event in told(text) if event.type == "ASSAULT"]) == events


def test_a_christmas_market_is_no_day():
    assert deed("Gunmen attacked a Christmas market in Karn.").date is None


def test_those_arrested_are_the_arrests():
    text = "Thirteen officers were arrested over the attacks on Karn."
    assert [c.best for c in deed(text, "COERCE").casualties] == [13]
    assert deed(text).casualties == ()


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [  # whose forces they are; a town at the head of an attack's name has done nothing
        ("Israeli forces raided a camp near Jenin on Monday.", "Israeli forces", "Jenin"),
        ("Nigerian troops killed 30 militants in Borno on Monday.", "Nigerian troops", "Borno"),
        ("Kabul blast kills 20", None, "Kabul"),
        ("Karachi shooting leaves two dead", None, "Karachi"),
        ("Moscow attack on Kharkiv kills five", "Moscow", None),
    ],
)
def test_the_name_before_who_acts(text: str, actor: str | None, place: str | None):
    event = deed(text)
    assert (event.actor and event.actor.name) == actor
    assert place is None or event.place is not None
    assert place is None or event.place.name == place
    if event.actor is not None:
        assert event.actor.span.of(text) == actor
