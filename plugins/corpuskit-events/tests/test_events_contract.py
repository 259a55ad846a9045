"""The plugin contract, the lexicons, and promises over generated text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpuskit_events
from corpuskit import Event, Pipeline
from corpuskit.scan import Lexicon
from corpuskit.testing import ExtractorContract, LinkerContract
from corpuskit_events import EventLinker, Events
from corpuskit_events.words import event_words, inflected, saying_words, trigger_words

PLOVER = frozenset(
    "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT RETREAT STATEMENT".split()
)
PIPELINE = Pipeline([Events()], strict=True)


class TestEvents(ExtractorContract):
    extractor = Events()
    units = ("killed ", "attack in ", "Karn, ", "a day after ", "in the town of ", "not ", "said ")


class TestLinker(LinkerContract):
    linker = EventLinker()


def found(text: str) -> tuple[Event, ...]:
    (result,) = PIPELINE.run([text], segment=False)
    return result.events


PIECES = (
    "the an attack attacked killed was were by on in at near Karn Orlo , . : ; “ ” not never will "
    "if said two days after a day before province district town of rebels police seven and 's "
    "agreement Saturday's arrested protest \n\n to deal condemned"
).split(" ")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=50).map(" ".join)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_trigger_tells_one_event_and_ids_are_unique(text: str) -> None:
    events = found(text)
    mentions = [span for event in events for span in event.mentions]
    assert len(mentions) == len(set(mentions))
    assert len({event.id for event in events}) == len(events)
    assert all(event.trigger_span in event.mentions for event in events)


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_a_paragraph_in_front_moves_all_and_changes_nothing(text: str) -> None:
    front = "It rained all day.\n\n"
    plain = [(e.type, e.trigger_span.start, e.modality) for e in found("It rained.\n\n" + text)]
    moved = [(e.type, e.trigger_span.start - 8, e.modality) for e in found(front + text)]
    assert moved == plain


@pytest.mark.parametrize(
    ("verb", "irregular", "forms"),
    [
        ("attack", (), "attack attacks attacked attacking"),
        ("raid", (), "raid raids raided raiding"),
        ("blame", (), "blame blames blamed blaming"),
        ("deny", (), "deny denies denied denying"),
        ("ram", (), "ram rams rammed ramming"),
        ("visit", (), "visit visits visited visiting"),
        ("flee", ("fled",), "flee flees fled fleeing"),
        ("die", (), "die dies died dying"),
        ("strike", ("struck",), "strike strikes struck striking"),
        ("call for", ("called for",), "call for|calls for|called for|calling for"),
        ("march", (), "march marches marched marching"),
    ],
)
def test_inflection(verb: str, irregular: tuple[str, ...], forms: str) -> None:
    assert set(inflected(verb, irregular)) == set(forms.split("|" if "|" in forms else " "))


def test_the_event_words_have_known_types_and_parts() -> None:
    rows = Lexicon.from_package("corpuskit_events", "event_words.tsv").entries
    assert {row["type"] for row in rows} <= PLOVER | {""}
    assert {row["part"] for row in rows} == {"verb", "noun", "adjective"}
    keys = [(row.term, row["part"]) for row in rows]
    assert len(keys) == len(set(keys))


def test_every_type_has_words_and_sayings_are_no_deeds() -> None:
    assert {e["type"] for e in event_words().entries} >= PLOVER
    assert {e["type"] for e in trigger_words().entries} == PLOVER - {"STATEMENT"}
    assert {e["type"] for e in saying_words().entries} == {"STATEMENT"}


@pytest.mark.parametrize(
    ("file", "column", "values"),
    [
        ("modality.tsv", "modality", {"denied", "alleged", "planned", "hypothetical", "asserted"}),
        ("modality.tsv", "takes", {"", "verb", "noun"}),
        ("actors.tsv", "side", {"militant", "state", "civilian"}),
    ],
)
def test_small_lexicons_have_known_values(file: str, column: str, values: set[str]) -> None:
    rows = Lexicon.from_package("corpuskit_events", file).entries
    assert {row[column] for row in rows} == values
    assert len({row.term for row in rows}) == len(rows)


def test_public_names() -> None:
    assert corpuskit_events.__all__ == [
        "Borrowed",
        "EventLinker",
        "Events",
        "Mention",
        "QuoteVariants",
        "borrowed_dates",
        "mention_chains",
        "quote_variants",
    ]
