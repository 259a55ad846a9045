"""Stories and chains of mentions by text alone, without the event layer."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from corpuskit import Pipeline, Source
from corpuskit_events import EventLinker, mention_chains

LINKER = EventLinker()


STORY = "Ilse Marn opened the Valdor bridge. The Valdor bridge cost 41 million. Ilse Marn wept."
OTHER = "A barge sank off Pellan with 19 tonnes of salt. Pellan port shut. The barge Ostra is lost."


def test_stories_work_on_text_alone():
    results = list(Pipeline([]).run([STORY, STORY + " It rained.", OTHER], segment=False))
    ids = [result.article.id for result in results]
    assert set(map(frozenset, LINKER.stories(results))) == {frozenset(ids[:2]), frozenset(ids[2:])}


TOWN = {
    "hostel": "Nine students died when a fire swept through a hostel in Veld before dawn on "
    "Sunday, the fire service said. Most were asleep on the third floor. The cause is not known, "
    "but neighbours spoke of a faulty heater.",
    "hostel again": "Flags flew at half mast in Veld on Monday, a day after nine students died in "
    "a fire in their hostel. Investigators look at a faulty heater on the third floor.",
    "factory": "Two workers were killed and six hurt when a paint factory in Veld caught fire on "
    "Sunday, police said. Smoke hung over the port for hours and trains were stopped.",
    "vote": "Voters in Veld elected a teacher as mayor on Sunday with 58 percent of the vote. She "
    "promised cheaper buses and a new library. Her rival conceded before midnight.",
    "cup": "Veld Rovers beat Hamm United 3-1 in Veld on Sunday to reach the cup final. Petar Soll "
    "scored twice in the second half in front of 14,000 spectators.",
    "ambush": "Gunmen killed six soldiers in an ambush on a supply convoy near the town of Tolm on "
    "Sunday, the army said. A search for the attackers was under way in the hills.",
    "ambush again": "Six soldiers died on Sunday when militants ambushed their convoy close to "
    "Tolm, military sources said. Helicopters joined the search for the gunmen in the hills.",
    "car bomb": "A suicide bomber drove a car full of explosives into a police station in Perrin "
    "on Sunday, killing 12 officers and wounding 30 others, officials said.",
}


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("size", [2, 3, 4, 8])
def test_a_handful_of_articles_of_one_town_and_day_are_not_one_story(size: int, strict: bool):
    """What is rare cannot be told from a few texts: a town's name alone makes no story."""
    results = list(Pipeline([]).run(TOWN.values(), segment=False))
    names = {result.article.id: name for result, name in zip(results, TOWN, strict=True)}
    for some in itertools.combinations(results, size):
        told = {names[result.article.id] for result in some}
        found = {frozenset(names[id] for id in s) for s in LINKER.stories(some, strict=strict)}
        events = {name.removesuffix(" again") for name in told}
        pairs = [{name, f"{name} again"} for name in events]
        assert all(len(story) == 1 or story in pairs for story in found)
        if not strict:
            assert len(found) == len(events)


PRIZES = {
    dt.date(2030, 10, 10): "Orlian poet Ilse Marn won the Tovel Prize for poetry on Thursday. The "
    "academy praised her sea ballads. Marn, 82, is the third woman to win it. It is worth 8 "
    "million crowns.",
    dt.date(
        2030, 10, 11
    ): "The village of Pellan was celebrating after Ilse Marn, 82, was given the "
    "Tovel Prize for her sea ballads. The academy could not reach Marn on the telephone.",
    dt.date(
        2031, 10, 9
    ): "Besk novelist Petar Soll won the Tovel Prize for poetry on Thursday. The "
    "academy praised his harsh mountain sonnets. The prize is worth 8 million crowns.",
    dt.date(2031, 10, 10): "State television hailed Petar Soll, the first man from Besk to get the "
    "Tovel Prize. In his mountain home Soll lit a fire and said nothing.",
}


@pytest.mark.parametrize("dated", [True, False])
def test_a_prize_is_another_story_a_year_later(dated: bool):
    sources = [Source(raw=raw, published=day if dated else None) for day, raw in PRIZES.items()]
    sources += [Source(raw=raw, published=dt.date(2031, 3, 17)) for raw in TOWN.values()]
    results = list(Pipeline([]).run(sources, segment=False))
    ids = [result.article.id for result in results]
    apart = {frozenset(ids[:2]), frozenset(ids[2:4])}
    found = set(map(frozenset, LINKER.stories(results)))
    assert apart <= found if dated else frozenset(ids[:4]) in found


def test_a_text_of_two_sources_is_told_on_the_first_day():
    *first, _, later = PRIZES
    sources = [Source(raw=raw, published=day) for day, raw in PRIZES.items()]
    sources += [Source(raw=PRIZES[day], published=later, id="again") for day in first]
    sources += [Source(raw=raw, published=later) for raw in TOWN.values()]
    results = list(Pipeline([]).run(sources, segment=False))
    found = LINKER.stories(results)
    assert frozenset(result.article.id for result in results[:2]) in map(frozenset, found)
    assert LINKER.stories(results[::-1]) == found


def test_a_number_in_common_makes_no_story():
    texts = (
        "About 20,000 fans cheered as Madrid showed its new winger. In 2009 it was 70,000.",
        "Bulldozer maker Korrin will slash 20,000 jobs. Its forecast for 2009 is bleak.",
    )
    results = list(Pipeline([]).run([*texts, *TOWN.values()], segment=False))
    ids = {result.article.id for result in results[:2]}
    assert all(ids - set(story) for story in LINKER.stories(results, strict=True))


def test_mentions_of_one_class_are_one_chain_and_sayings_are_not():
    texts = [STORY + " She said it was opened.", STORY + " The opening pleased her, she said."]
    results = list(Pipeline([]).run(texts, segment=False))
    chains = mention_chains(results)
    opened = [chain for chain in chains if chain[0].word == "open"]
    assert [len({m.article_id for m in chain}) for chain in opened] == [2]
    assert all(len(chain) == 1 for chain in chains if chain[0].type == "STATEMENT")


def test_a_word_that_one_report_uses_as_a_verb_is_a_mention_in_all():
    texts = [STORY + " Somebody had zested the gate.", STORY + " They zest gates at night."]
    results = list(Pipeline([]).run(texts, segment=False))
    zested = [chain for chain in mention_chains(results) if chain[0].word == "zest~"]
    assert [len({m.article_id for m in chain}) for chain in zested] == [2]
