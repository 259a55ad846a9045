"""Floors of entities: the originals' names, aliases and roles; the names across documents; and
how many speakers of real articles are somebody the plugin knows. A planted fault under each."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpuskit import Entity, Pipeline
from corpuskit_entities import Entities, NameIndex, same_name
from corpuskit_entities.lexica import lexicon, token_of

ROOT = Path(__file__).parents[2]
SEEDS = Path(os.environ.get("CORPUSKIT_SEEDS") or ROOT.parent / "shared" / "seeds")
GOLD = Path(os.environ.get("CORPUSKIT_GOLD") or ROOT.parent / "shared" / "gold")
EVAL = Path(os.environ.get("CORPUSKIT_EVAL") or ROOT.parent / "shared" / "eval")
DEV = EVAL / "quotes" / "data" / "dev.jsonl.gz"

NAMES, ALIASES, ROLES = 0.98, 0.97, 0.95
"""Shares of the originals' names with their kind, of their aliases, and of their roles."""

SPEAKERS = 0.98
"""Share of the speakers with a name in them that overlap a person, organisation or place."""

Find = Callable[[str], tuple[Entity, ...]]

needs_seeds = pytest.mark.skipif(
    not (SEEDS.is_dir() and GOLD.is_dir()),
    reason=f"no originals: {SEEDS} or {GOLD} is no folder; set CORPUSKIT_SEEDS, CORPUSKIT_GOLD",
)
needs_kit = pytest.mark.skipif(
    not DEV.is_file(), reason=f"no quotations kit: {DEV} is missing; set CORPUSKIT_EVAL"
)


@pytest.fixture(scope="module")
def find() -> Find:
    pipeline = Pipeline([Entities()], strict=True)
    return lambda text: next(pipeline.run([text], segment=False)).entities


def thinned(find: Find) -> Find:
    """A fault: every fourth entity is lost."""
    return lambda text: tuple(e for i, e in enumerate(find(text)) if i % 4 != 1)


def answers() -> Iterator[tuple[str, list[dict]]]:
    for path in sorted(GOLD.glob("0*.json")):
        (file,) = SEEDS.glob(f"{path.stem}*")
        raw = file.read_bytes().decode()
        for article in json.loads(path.read_text())["articles"]:
            yield raw[article["start"] : article["end"]], article["entities"]


def seeds_shares(find: Find) -> tuple[float, float, float]:
    """Names found with the right kind; aliases and roles, of all that are wanted."""
    names, aliases, roles = [], [], []
    for text, wanted in answers():
        found = find(text)
        for want in wanted:
            same = [
                e for e in found if e.kind == want["type"] and want["name"].lower() in called(e)
            ]
            names.append(bool(same))
            aliases += [bool(same) and a.lower() in called(same[0]) for a in want["aliases"]]
            if want.get("role"):
                told = (same[0].role or "") if same else ""
                roles.append(want["role"].lower() in told.lower())
    return share(names), share(aliases), share(roles)


def called(entity: Entity) -> set[str]:
    names = (entity.name, *entity.aliases, entity.acronym or entity.name)
    return {name.lower() for name in names}


def share(truths: list[bool]) -> float:
    return sum(truths) / len(truths)


@needs_seeds
def test_the_originals(find):
    names, aliases, roles = seeds_shares(find)
    assert (names >= NAMES, aliases >= ALIASES, roles >= ROLES) == (True, True, True)


@needs_seeds
def test_lost_entities_are_noticed(find):
    names, aliases, roles = seeds_shares(thinned(find))
    assert (names < NAMES, aliases < ALIASES, roles < ROLES) == (True, True, True)


@needs_seeds
def test_names_across_the_originals():
    events = json.loads((GOLD / "events.json").read_text())
    for names in events["same_entity"]:
        for a, b in itertools.combinations(names, 2):
            assert same_name(a, b), (a, b)
    for names in events["different_entity"]:
        for a, b in itertools.combinations(names, 2):
            assert not same_name(a, b), (a, b)


@needs_seeds
def test_one_index_over_the_originals(find):
    index = NameIndex(entity for text, _ in answers() for entity in find(text))
    events = json.loads((GOLD / "events.json").read_text())
    for names in events["same_entity"]:
        kind = "person" if " " in names[0] and " " in names[-1] else "organisation"
        kind = "organisation" if names[0].lower() == names[-1].lower() else kind
        assert len({index.canonical(name, kind) for name in names}) == 1, names


def speakers_share(find: Find) -> float:
    """Of the dev articles' speakers with a name in them, those that are somebody."""
    hits = []
    with gzip.open(DEV, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = article["text"]
            spans = [
                (mention.start, mention.end)
                for entity in find(text)
                if entity.kind in ("person", "organisation", "place")
                for mention in entity.mentions
            ]
            for quote in article["quotes"]:
                for start, end in quote["speaker"]:
                    if has_name(text[start:end]):
                        hits.append(any(a < end and start < b for a, b in spans))
    return share(hits)


def has_name(speaker: str) -> bool:
    """Whether a word has a capital that is neither a common word's nor a people's."""
    common = lexicon("common_words.tsv")
    for word in re.findall(r"\b[A-Z][\w’'-]*", speaker):
        token = token_of(re.sub(r"['’]s?$", "", word))
        known = token.stop or token.people or token.common or token.folded in common
        singular = token_of(token.text.removesuffix("s"))
        if not known and not singular.people and not singular.role:
            return True
    return False


@needs_kit
def test_speakers_are_known(find):
    reached = speakers_share(find)
    assert reached >= SPEAKERS, reached


@needs_kit
def test_lost_speakers_are_noticed(find):
    assert speakers_share(thinned(find)) < SPEAKERS
