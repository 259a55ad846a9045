"""The short way: `extract`, `link` and `stories` with whatever is installed."""

from __future__ import annotations

import datetime as dt
import functools
import os
from collections.abc import Iterable, Sequence

from corpuskit.contract import ENVIRONMENT, Part, discover
from corpuskit.model import Annotation, EventCluster, Result, Source, several
from corpuskit.pipeline.linking import clusters_by, linker_of, stories_by
from corpuskit.pipeline.pipeline import Pipeline

__all__ = ["extract", "link", "stories"]


def extract(
    text: str | Source,
    *,
    published: dt.date | None = None,
    segment: bool = True,
    layers: Iterable[type[Annotation]] | None = None,
    strict: bool = False,
) -> tuple[Result, ...]:
    """Everything the installed plugins find in one text, one result for each article.

    Args:
        text: a str, or a `Source`.
        published: the publication date, for a str; used where the text gives none.
        segment: False takes the whole text as one clean article body.
        layers: annotation classes to produce; only these and what they need is run.
        strict: raise what a plugin raises instead of noting a `Failure`.

    Raises:
        PlanError: if a layer is asked for that nobody provides.
        TypeError: if `published` is given together with a `Source`, or `layers` is one class.
    """
    if isinstance(text, Source):
        if published is not None:
            raise TypeError("give the date to the Source: Source(raw=…, published=…)")
        source = text
    else:
        source = Source(raw=text, published=published)
    wanted = None if layers is None else several(layers)
    pipeline = _installed(os.environ.get(ENVIRONMENT, ""), wanted, strict)
    return tuple(pipeline.run([source], segment=segment))


def link(results: Iterable[Result], *, strict: bool = False) -> tuple[EventCluster, ...]:
    """One event told by many articles, as one cluster; single ones too.

    Args:
        results: with their `Event` layer; one without, as where the plugin failed on it, has
            nothing to link. The order does not matter. One text of two sources (of another id,
            day, URL or publisher) is two articles; the same twice counts once.
        strict: join only on strong evidence.

    Raises:
        PlanError: if no linker is installed, or several are.
        TypeError: for what is no `Result`.
        LayerMissing: if there are results, and none of them has an `Event` layer.
        OutputError: naming the linker, if it fails, or loses or invents an event.
    """
    return clusters_by(_linker(os.environ.get(ENVIRONMENT, "")), results, strict=strict)


def stories(results: Iterable[Result], *, strict: bool = False) -> tuple[tuple[str, ...], ...]:
    """Article ids grouped by their main event; each article in exactly one group.

    An id is a hash of the text: it stands, once, for all sources that print that text.

    Raises:
        PlanError: if no linker is installed, or several are.
        TypeError: for what is no `Result`.
        OutputError: naming the linker, if it fails, or loses or invents an article.
    """
    return stories_by(_linker(os.environ.get(ENVIRONMENT, "")), results, strict=strict)


@functools.lru_cache(maxsize=16)
def _installed(selection: str, layers: Sequence[type[Annotation]] | None, strict: bool) -> Pipeline:
    """Planned once per selection; `selection` is the value of CORPUSKIT_PLUGINS."""
    pipeline = Pipeline.installed(strict=strict)
    return pipeline if layers is None else pipeline.only(layers)


@functools.lru_cache(maxsize=4)
def _linker(selection: str) -> Part:
    """Found once per selection; `selection` is the value of CORPUSKIT_PLUGINS."""
    return linker_of(discover())
