"""Unknown names that speak or act and are nobody: what is said of them is said of things alone."""

from __future__ import annotations

import pytest

from corpuskit import Pipeline
from corpuskit_entities import Entities

PIPELINE = Pipeline([Entities()], strict=True)


def kinds(text):
    (result,) = PIPELINE.run([text], segment=False)
    return {entity.name: entity.kind for entity in result.entities}


NOBODY = [
    ("On Monday Melodix, which sells maps, said it was late.", "other"),
    ("We asked Melodix and its makers. “No,” said Melodix.", "organisation"),
    ("We heard Melodix calling itself new. In the end Melodix said no.", "organisation"),
    ("They had installed Melodix, and Melodix told them no.", "organisation"),
    ("Users of Trelan Works met. Trelan Works, which fell, was old.", "other"),
    ("All of them wore a Trelan Vest. Trelan Vest and its belt held.", "other"),
    ("The maps of Melodix are good. Melodix is a small software company.", "organisation"),
    ("Orvel Binz is one of the oldest insurance companies; Orvel Binz said so.", "organisation"),
]
SOMEBODY = [
    "The minister, Orvel Binz, which surprised many, said so.",
    "“No,” said Orvel Binz, who left with his dog.",
    "Near Orvel Binz was a soldier. Orvel Binz said so.",
    "Orvel Binz is a company man, he said. Orvel Binz said so.",
    "Orvel Binz said its members had left.",
]


@pytest.mark.parametrize(("text", "kind"), NOBODY)
def test_what_is_told_of_as_a_thing_is_nobody(text, kind):
    assert kind in kinds(text).values()
    assert "person" not in kinds(text).values()


@pytest.mark.parametrize("text", SOMEBODY)
def test_somebody_stays_somebody(text):
    assert kinds(text).get("Orvel Binz") == "person"
