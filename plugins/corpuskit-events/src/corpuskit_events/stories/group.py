"""Group: the way from articles to stories, and the two settings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import attrs

from corpuskit import Result
from corpuskit_events.stories.agglomerate import Gap, agglomerate
from corpuskit_events.stories.terms import read_terms
from corpuskit_events.stories.vectors import REPEATED, Weights, candidates, vectors

__all__ = ["DOUBT", "STRICT", "USUAL", "StorySettings", "group_stories"]


@attrs.frozen
class StorySettings:
    """Everything that can be chosen.

    Attributes:
        gap: when two groups are one story.
        weights: how much each kind of term counts.
        doubt: how much more likeness is asked for, as a share, where the articles are so few that
            nobody knows which of their words are rare.
        keys, posting, most: bounds of the candidate search; see `vectors.candidates`.
    """

    gap: Gap
    weights: Weights = attrs.field(factory=Weights)
    doubt: float = 0.0
    keys: int = 16
    posting: int = 24
    most: int = 6

    def gap_among(self, articles: int) -> Gap:
        """The gap in a collection of so many articles; of few, more likeness is asked for."""
        unsure = self.weights.unsure(articles)
        more = 1.0 + self.doubt * unsure
        gap = self.gap
        return attrs.evolve(gap, least=gap.least * more, settled=gap.settled * more, unsure=unsure)


DOUBT = 1.2
USUAL = StorySettings(
    Gap(least=0.1, settled=0.1, relative=0.68, late=0.8), Weights(name=2.0), doubt=DOUBT
)
# One name said often makes two articles alike; strict stories ask for many words in common.
STRICT = StorySettings(
    Gap(least=0.335, settled=0.167, relative=0.65), Weights(name=1.3, repeated=REPEATED)
)


def group_stories(
    results: Sequence[Result],
    settings: StorySettings = USUAL,
    apart: Callable[[str, str], bool] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Article ids by main event: ids sorted within a story, stories by their first id.

    Args:
        apart: whether two articles (by id) are known to have two main events.

    The order of `results` does not matter; an article that comes twice counts once, as told first.
    """
    articles = {result.article.id: result.article for result in results}
    ids = sorted(articles)
    rows = vectors([read_terms(articles[id]) for id in ids], settings.weights)
    pairs = candidates(rows, keys=settings.keys, posting=settings.posting, most=settings.most)
    veto = None if apart is None else lambda one, other: apart(ids[one], ids[other])
    told = _first_told(results)
    days = [told.get(id) for id in ids]
    groups = agglomerate(rows, pairs, settings.gap_among(len(rows)), veto, days)
    return tuple(sorted(tuple(ids[number] for number in group) for group in groups))


def _first_told(results: Sequence[Result]) -> dict[str, dt.date]:
    """When each article, by id, was published, or first if several sources have it."""
    days: dict[str, dt.date] = {}
    for result in results:
        if (told := result.article.published) is not None:
            days[result.article.id] = min(told.date, days.get(result.article.id, told.date))
    return days
