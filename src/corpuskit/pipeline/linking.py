"""Linking: the installed linker is asked, and its answer checked against what it was given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from corpuskit.contract import Part, Registry
from corpuskit.model import (
    CorpuskitError,
    Event,
    EventCluster,
    LayerMissing,
    OutputError,
    PlanError,
    Result,
)
from corpuskit.pipeline.aside import choose_one

__all__ = ["clusters_by", "linker_of", "stories_by"]


def linker_of(registry: Registry) -> Part:
    """The one linker.

    Raises:
        PlanError: if none is installed, or several are.
    """
    part, _ = choose_one(registry.parts("linkers"), lenient=False)
    if part is None:
        raise PlanError("no linker is installed; corpuskit-events brings one")
    return part


def clusters_by(
    linker: Part, results: Iterable[Result], *, strict: bool
) -> tuple[EventCluster, ...]:
    """See `corpuskit.link`.

    Raises:
        TypeError: for what is no `Result`.
        LayerMissing: if there are results, and none of them has an `Event` layer.
        OutputError: naming the linker, if it fails, or loses or invents an event.
    """
    given = _given(results)
    if given and not any(Event in result for result in given):
        raise LayerMissing(_why_no_events(given))
    clusters = _answer(linker, linker.object.link, given, strict)
    for cluster in clusters:
        if not isinstance(cluster, EventCluster):
            raise _wrong(linker, f"returned {type(cluster).__name__}, not EventCluster")
    told = {(r.article.id, event.id) for r in given for event in r.get(Event)}
    grouped = {(m.article_id, m.event_id) for cluster in clusters for m in cluster.members}
    if told != grouped:
        raise _wrong(linker, f"{min(told ^ grouped)} is not both told and in a cluster")
    return clusters


def stories_by(
    linker: Part, results: Iterable[Result], *, strict: bool
) -> tuple[tuple[str, ...], ...]:
    """See `corpuskit.stories`.

    Raises:
        TypeError: for what is no `Result`.
        OutputError: naming the linker, if it fails, or loses or invents an article.
    """
    given = _given(results)
    stories = tuple(tuple(story) for story in _answer(linker, linker.object.stories, given, strict))
    told = {result.article.id for result in given}
    grouped = {article for story in stories for article in story}
    if told != grouped:
        raise _wrong(linker, f"article {min(told ^ grouped)} is not both given and in a story")
    return stories


def _given(results: Iterable[Result]) -> tuple[Result, ...]:
    if isinstance(results, Result):
        raise TypeError("results are several, not one Result")
    given = tuple(results)
    for one in given:
        if not isinstance(one, Result):
            kind = type(one).__name__
            raise TypeError(f"what is linked is a Result, not a {kind}; Result.from_dict reads one")
    return given


def _why_no_events(given: Sequence[Result]) -> str:
    failures = (failure for result in given for failure in result.failures)
    failed = next((one for one in failures if Event.__name__ in one.layers), None)
    why = (
        f"{failed.plugin} failed ({failed.error})"
        if failed
        else "run the texts again with corpuskit-events, installed and selected, which finds it"
    )
    return f"none of the results has an Event layer: {why}"


def _answer(linker: Part, ask: Any, results: Sequence[Result], strict: bool) -> tuple[Any, ...]:
    try:
        return tuple(ask(results, strict=strict))
    except CorpuskitError:
        raise
    except Exception as error:
        raise _wrong(linker, f"{type(error).__name__}: {error}") from error


def _wrong(linker: Part, message: str) -> OutputError:
    return OutputError(f"linker {linker.name} of {linker.plugin} {linker.version}: {message}")
