"""Every example of every rule, yes and no; and that the rules are complete."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

import corpuskit_events
from corpuskit import Pipeline, Source
from corpuskit.scan import Lexicon, Scan, fold, within
from corpuskit_casualties import Casualties
from corpuskit_dates import Dates
from corpuskit_entities import Entities
from corpuskit_events import Events
from corpuskit_events.rules import (
    ACCUSED_RULES,
    ALL_RULES,
    APART_RULES,
    ASIDE_RULES,
    CONTEXT_RULES,
    GENERAL_RULES,
    MODALITY_RULES,
    NEWS_RULES,
    OFFSET_RULES,
    PLACE_RULES,
    ROLE_RULES,
    SUBJECT_RULES,
    offset_in,
    place_mentions,
)
from corpuskit_events.words import reading_words

PIPELINE = Pipeline([Events()], strict=True)
DATED = Pipeline([Dates(), Casualties(), Entities(), Events()], strict=True)
DAY = dt.date(2031, 3, 19)


def events(text):
    (result,) = PIPELINE.run([text], segment=False)
    return result.events


def dated(text):
    (result,) = DATED.run([Source(raw=text, published=DAY)], segment=False)
    return result.events


def scenes(text):
    (result,) = Pipeline([]).run([Source(raw=text)], segment=False)
    scan = Scan(result.article)
    return place_mentions(scan.folded, 0, len(text), within(scan.names, 0, len(text)))


def yes(rules):
    return [(rule, example) for rule in rules for example in rule.yes]


def no(rules):
    return [(rule, text) for rule in rules for text in rule.no]


@pytest.mark.parametrize(("rule", "example"), yes(NEWS_RULES))
def test_accidents_and_games_are_no_assaults(rule, example):
    assert [e.type for e in events(example.text)] == []


@pytest.mark.parametrize(("rule", "text"), no(NEWS_RULES))
def test_violence_is(rule, text):
    assert [e.type for e in events(text)] == ["ASSAULT"]


@pytest.mark.parametrize(("rule", "example"), yes((*CONTEXT_RULES, *GENERAL_RULES)))
def test_context_tells(rule, example):
    at = [e.type for e in events(example.text) if example.span == (e.extent.start, e.extent.end)]
    assert at == ([] if example.value == "none" else [example.value])


@pytest.mark.parametrize(("rule", "text"), no((*CONTEXT_RULES, *GENERAL_RULES)))
def test_context_lets_stand(rule, text):
    words = {e.provenance.rule for e in events(text)}
    assert any(word.startswith("events.trigger.") for word in words), words


def test_every_word_of_the_contexts_can_be_a_trigger():
    listed = Lexicon.from_package("corpuskit_events", "contexts.tsv").entries
    rows = {term for e in listed if e["tells"] != "means" for term in e.term.split(", ")}
    known = {entry["lemma"] for entry in reading_words().entries}
    assert {row for row in rows if row[0] != "="} <= known
    assert {row[1:] for row in rows if row[0] == "="} <= {e.term for e in reading_words().entries}


def test_every_use_of_the_cues_is_asked_for_and_has_a_heading():
    package = Path(corpuskit_events.__file__).parent
    sources = "".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    table = (package / "lexicons" / "cues.tsv").read_text("utf-8")
    uses = {entry["cue"] for entry in Lexicon.from_package("corpuskit_events", "cues.tsv").entries}
    assert {use for use in uses if not re.search(rf"[\"']{use}[\"']", sources)} == set()
    assert uses == set(re.findall(r"^# ([^:.]+): ", table, re.MULTILINE))


@pytest.mark.parametrize(("rule", "example"), yes(MODALITY_RULES))
def test_modality_yes(rule, example):
    at = [e for e in events(example.text) if example.span == (e.extent.start, e.extent.end)]
    assert [event.modality for event in at] == [example.value]


@pytest.mark.parametrize(("rule", "text"), no(MODALITY_RULES))
def test_modality_no(rule, text):
    deeds = [e for e in events(text) if e.type != "STATEMENT"]
    assert deeds
    assert all(event.modality != rule.modality for event in deeds)


@pytest.mark.parametrize(("rule", "example"), yes(OFFSET_RULES))
def test_offset_yes(rule, example):
    found = offset_in(fold(example.text), 0, len(example.text))
    assert found is not None
    assert (found.start, found.end) == example.span or example.text[found.start : found.end] in (
        example.text[slice(*example.span)]
    )
    assert (str(found.days), found.rule) == (example.value, rule.id)


@pytest.mark.parametrize(("rule", "text"), no(OFFSET_RULES))
def test_offset_no(rule, text):
    found = offset_in(fold(text), 0, len(text))
    assert found is None or found.rule != rule.id


@pytest.mark.parametrize(("rule", "example"), yes(PLACE_RULES))
def test_place_yes(rule, example):
    assert (*example.span, rule.id) in scenes(example.text)
    assert example.text[slice(*example.span)] == example.value


@pytest.mark.parametrize(("rule", "text"), no(PLACE_RULES))
def test_place_no(rule, text):
    assert rule.id not in {found for _, _, found in scenes(text)}


@pytest.mark.parametrize(("rule", "example"), yes(ROLE_RULES))
def test_role_yes(rule, example):
    (event, *_) = events(example.text)
    assert (event.actor.span.start, event.actor.span.end) == example.span


@pytest.mark.parametrize(("rule", "text"), no(ROLE_RULES))
def test_role_no(rule, text):
    assert [event.actor for event in events(text)] == [None]


RECIPIENTS = [
    ("Gunmen killed at least 20 villagers in Karn.", "villagers"),
    ("The attack by militants on the army failed.", "army"),
    ("Police said rebels raided a house and captured a soldier.", None),  # of the raid
    ("Militants attacked their convoy.", None),
    ("The rebels' attack on the police failed.", "police"),
    ("Prosecutors condemned the attack by militants.", None),
    ("Teachers arrested by police in Karn wept.", "Teachers"),
    ("Rebels seized two towns as the army left Orlo.", None),
    ("Marn condemned the blast and sought a report from the minister.", None),
    ('"Kidnapping must end," Marn wrote.', None),
    ("The blast killed as many as 40 soldiers in Karn.", "soldiers"),
    ("Orland suspended military aid to the rebels.", "rebels"),
    ("Orland met police in Karn.", "police"),
    ("Teachers marched through a council.", None),
    ("The minister, a former teacher, was arrested in Karn.", "minister"),
    ("The priest was jailed in March and deported two weeks later.", "priest"),
]


@pytest.mark.parametrize(("text", "recipient"), RECIPIENTS)
def test_recipient(text, recipient):
    event = events(text)[0]
    assert (event.recipient and event.recipient.name) == recipient


def deeds(text):
    return [event for event in events(text) if event.type == "ASSAULT"]


@pytest.mark.parametrize(("rule", "example"), yes((*ASIDE_RULES, *SUBJECT_RULES)))
def test_subject_yes(rule, example):
    actors = {(event.actor.span.start, event.actor.span.end) for event in deeds(example.text)}
    assert actors == {example.span}


@pytest.mark.parametrize(("rule", "text"), no((*ASIDE_RULES, *SUBJECT_RULES)))
def test_subject_no(rule, text):
    assert {event.actor for event in deeds(text)} == {None}


@pytest.mark.parametrize(("rule", "example"), yes(ACCUSED_RULES))
def test_accused_yes(rule, example):
    (event,) = deeds(example.text)
    told = event.actor.span.start, event.actor.span.end, event.modality
    assert told == (*example.span, example.value)


@pytest.mark.parametrize(("rule", "text"), no(ACCUSED_RULES))
def test_accused_no(rule, text):
    assert {event.actor.name for event in deeds(text)} == {"Police"}


@pytest.mark.parametrize(("rule", "example"), yes(APART_RULES))
def test_apart_yes(rule, example):
    first, second = dated(example.text)
    assert (second.trigger_span.start, second.trigger_span.end) == example.span
    assert [first.place.name, second.place.name] == ["Karn", "Orlo"]


@pytest.mark.parametrize(("rule", "text"), no(APART_RULES))
def test_apart_no(rule, text):
    assert len(dated(text)) == 1


RAIDED = [
    ("Bandits raided Hamm on Monday.", ["Hamm"]),
    ("Bandits raided the post near Karn.", ["Karn"]),
    ("France imposes sanctions.", []),
]


@pytest.mark.parametrize(("text", "places"), RAIDED)
def test_what_is_raided_is_the_place(text, places):
    (event,) = dated(text)
    assert [place.name for place in event.places] == places


# Published on Wednesday, 19 March: each deed by its word, with its day.
DAYS = [
    ("A nurse was convicted on Tuesday of killing four men.", {"convicted": 18, "killing": None}),
    ("A nurse was charged on Monday with the murder of Marn.", {"charged": 17, "murder": None}),
    ("Marn visited Karn on Sunday and promised aid.", {"visited": 16, "promised": 16}),
    ("Women marched in Karn on Sunday to demand a vote.", {"marched": 16}),
    ("A man was seized on Sunday and rescued two weeks later.", {"seized": 16, "rescued": None}),
    ("A man was seized on Sunday and later rescued.", {"seized": 16, "rescued": None}),
    ("Marn spoke in Karn. It came a day after gunmen attacked Orlo.", {"attacked": None}),
    ("Orland condemned the bombing on Tuesday.", {"condemned": 18, "bombing": None}),
    ("Orland condemned Tuesday's bombing.", {"condemned": None, "bombing": 18}),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_whose_day_it_is(text, days):
    found = {e.trigger_span.of(text): e.date and e.date.start.day for e in dated(text)}
    assert found == days


def test_every_rule_has_examples_of_both_kinds_and_a_sentence_about_it():
    assert [r.id for r in ALL_RULES if not (r.yes and r.no and r.about.endswith("."))] == []


def test_ids_are_unique_and_dotted():
    ids = [rule.id for rule in ALL_RULES]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("events.") for one in ids)


FOUND = [
    ("The bomb that killed Marn was made in Orlo.", ["ASSAULT"]),
    ("Two killed in Karn.", ["ASSAULT"]),
    ("Talks between Orland and Merra failed.", ["CONSULT"]),
    ("Sugar-free bread and court-ordered rest are cheap.", []),
    ("Meet the team at Karn.", []),
    ("Lynch: no comment.", []),
    ("No minister said that the dam at Karn was safe.", []),
    ("Nobody said that the dam at Karn was safe.", []),
    ("The minister attacked the union as a liar.", ["ACCUSE"]),
]


@pytest.mark.parametrize(("text", "types"), FOUND)
@pytest.mark.parametrize("form", [str, str.upper], ids=["usual", "capitals"])
def test_words_that_look_like_others(text, types, form):
    assert [event.type for event in events(form(text))] == types


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Marn will quit in May, he said on Sunday, hours after rebels attacked Karn.", (3, 16)),
        ("Rebels attacked Karn ahead of the May 7 vote.", None),
    ],
)
def test_a_day_beside_hours_and_one_that_is_awaited(text, day):
    (date,) = [event.date for event in dated(text) if event.type == "ASSAULT"]
    assert (date and (date.start.month, date.start.day)) == day


def test_nobody_has_claimed_it():
    (bombing,) = dated("No group has claimed the bombing, which shook Karn on Sunday.")
    assert bombing.actor is None


def test_what_is_discussed_by_words_is_planned():
    (talks,) = dated("The council will discuss the plan on Friday.")
    assert (talks.type, talks.modality) == ("CONSULT", "planned")
