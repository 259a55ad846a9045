"""Plan: who runs, in which order, and why the others do not; decided once, before any text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

import attrs

from corpuskit.contract import Part
from corpuskit.model import (
    Annotation,
    DependencyCycle,
    Failure,
    LayerClash,
    OutputError,
    PlanError,
)
from corpuskit.scan import Lexicon, TriggerIndex

__all__ = ["Plan", "SetAside", "choose_one", "make_plan"]

Layer = type[Annotation]


@attrs.frozen
class SetAside:
    """A part that is installed and will not run."""

    part: Part
    reason: str

    @property
    def failure(self) -> Failure:
        """As a value beside the results."""
        return Failure(
            plugin=self.part.plugin,
            version=self.part.version,
            article="",
            error=self.reason,
            layers=tuple(layer.__name__ for layer in getattr(self.part.object, "provides", ())),
        )


@attrs.frozen(slots=False)
class Plan:
    """Extractors in the order in which they run.

    Attributes:
        steps: dependency order, ties by name.
        aside: those that cannot run, with the reason.
    """

    steps: tuple[Part, ...]
    aside: tuple[SetAside, ...] = ()

    @cached_property
    def triggers(self) -> TriggerIndex:
        """All extractors' trigger words as one pattern, made on first use."""
        return TriggerIndex([one if isinstance(one, Lexicon) else None for one in self._words])

    @cached_property
    def wordless(self) -> dict[int, Exception]:
        """The steps whose trigger words cannot be read, and why: they cannot run."""
        return {i: one for i, one in enumerate(self._words) if isinstance(one, Exception)}

    @cached_property
    def _words(self) -> list[Lexicon | Exception | None]:
        return [_words_of(step) for step in self.steps]

    @property
    def layers(self) -> tuple[Layer, ...]:
        """All layers that come out, in order."""
        return tuple(layer for step in self.steps for layer in step.object.provides)

    def only(self, layers: Iterable[Layer]) -> Plan:
        """The part of the plan that `layers` need. What they use is run too, where it is at
        hand: a layer's values do not depend on what else was asked for.

        Raises:
            PlanError: if nobody provides one of them, or it is no annotation class.
        """
        provider = {layer: step for step in self.steps for layer in step.object.provides}
        wanted: set[Layer] = set()
        queue = list(layers)
        while queue:
            layer = queue.pop()
            if not isinstance(layer, type):
                raise PlanError(f"{layer!r} is no annotation class; {_known(provider)}")
            if layer not in provider:
                raise PlanError(_no_provider(layer, provider, self.aside))
            if layer not in wanted:
                wanted.add(layer)
                queue += provider[layer].object.requires
                queue += [used for used in provider[layer].object.uses if used in provider]
        steps = tuple(s for s in self.steps if wanted & set(s.object.provides))
        return Plan(steps, self.aside)


def _words_of(step: Part) -> Lexicon | Exception | None:
    try:
        words = step.object.triggers
    except Exception as error:
        return error
    if words is None or isinstance(words, Lexicon):
        return words
    return OutputError(f"triggers of {step.name} is {type(words).__name__}, not a Lexicon")


def _no_provider(layer: Layer, provider: dict[Layer, Part], aside: Sequence[SetAside]) -> str:
    for one in aside:
        if layer in getattr(one.part.object, "provides", ()):
            plugin = one.part.plugin
            return f"{layer.__name__} is provided by {plugin}, which is set aside: {one.reason}"
    return f"nobody provides {layer.__name__}; {_known(provider)}"


def _known(provider: Iterable[Layer]) -> str:
    return "layers at hand: " + (", ".join(sorted(one.__name__ for one in provider)) or "none")


def make_plan(parts: Iterable[Part], *, lenient: bool) -> Plan:
    """Order extractors.

    Args:
        parts: extractors, in any order; the plan does not depend on it.
        lenient: set aside what clashes or lacks a provider (installed plugins) instead of
            raising (a list that somebody wrote).

    Raises:
        PlanError: an extractor requires a layer that nobody provides.
        LayerClash: two provide one layer or carry one name; both distributions are named.
        DependencyCycle: the circle is spelled out.
    """
    alive = sorted(parts, key=lambda part: (part.name, part.plugin, repr(type(part.object))))
    aside: list[SetAside] = []
    errors: list[PlanError] = []
    for step in (_replaced, _clashing, _unprovided, _circular):
        gone, error = step(alive)
        if error is not None:
            errors.append(error)
        aside += gone
        names = {id(one.part) for one in gone}
        alive = [part for part in alive if id(part) not in names]
    if errors and not lenient:
        raise errors[0]
    return Plan(tuple(_ordered(alive)), tuple(aside))


Gone = tuple[list[SetAside], PlanError | None]


def _replaced(parts: Sequence[Part]) -> Gone:
    by = {name: part for part in parts for name in getattr(part.object, "replaces", ())}
    gone = [
        SetAside(part, f"replaced by {by[part.name].name} of {by[part.name].plugin}")
        for part in parts
        if part.name in by and by[part.name] is not part
    ]
    return gone, None


def _clashing(parts: Sequence[Part]) -> Gone:
    gone: list[SetAside] = []
    for what, keys in (("the name", _names), ("layer", _layer_names)):
        holders: dict[str, list[Part]] = {}
        for part in parts:
            for key in keys(part):
                holders.setdefault(key, []).append(part)
        for key, claimants in holders.items():
            if len(claimants) > 1:
                who = " and ".join(f"{p.name} of {p.plugin}" for p in claimants)
                reason = f"{who} both claim {what} {key}; deny one, or let one declare replaces"
                held = {id(one.part) for one in gone}
                gone += [SetAside(p, reason) for p in claimants if id(p) not in held]
    return gone, LayerClash(gone[0].reason) if gone else None


def _names(part: Part) -> Iterable[str]:
    return (part.name,)


def _layer_names(part: Part) -> Iterable[str]:
    return tuple(layer.layer_name() for layer in part.object.provides)


def _unprovided(parts: Sequence[Part]) -> Gone:
    gone: list[SetAside] = []
    alive = list(parts)
    while True:
        at_hand = {layer for part in alive for layer in part.object.provides}
        lacking = [p for p in alive if not set(p.object.requires) <= at_hand]
        if not lacking:
            break
        for part in lacking:
            names = ", ".join(sorted(r.__name__ for r in part.object.requires if r not in at_hand))
            gone.append(
                SetAside(part, f"{part.name} of {part.plugin} requires {names}: nobody provides it")
            )
        alive = [part for part in alive if part not in lacking]
    return gone, PlanError(gone[0].reason) if gone else None


def _circular(parts: Sequence[Part]) -> Gone:
    try:
        list(_ordered(parts))
    except CycleError as error:
        circle = list(error.args[1])
        reason = "plugins wait for one another: " + " -> ".join(circle)
        gone = [SetAside(part, reason) for part in parts if part.name in circle]
        return gone, DependencyCycle(reason)
    return [], None


def _ordered(parts: Sequence[Part]) -> Iterable[Part]:
    by_name = {part.name: part for part in parts}
    provider = {layer: part.name for part in parts for layer in part.object.provides}
    graph: dict[str, list[str]] = {}
    for name in sorted(by_name):
        part = by_name[name]
        needs = (*part.object.requires, *part.object.uses)
        graph[name] = sorted({provider[n] for n in needs if n in provider} - {name})
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    ordered: list[Part] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        ordered += [by_name[name] for name in ready]
        sorter.done(*ready)
    return ordered


def choose_one(parts: Sequence[Part], *, lenient: bool) -> tuple[Part | None, list[SetAside]]:
    """The one segmenter or linker among `parts`, replaced ones apart.

    Raises:
        LayerClash: if several are left and not `lenient`; then all are set aside.
    """
    gone, _ = _replaced(parts)
    held = {id(one.part) for one in gone}
    alive = [part for part in parts if id(part) not in held]
    if len(alive) < 2:
        return (alive[0] if alive else None), gone
    who = " and ".join(sorted(f"{p.name} of {p.plugin}" for p in alive))
    reason = f"{who}: only one can be used; deny the others, or let one declare replaces"
    if not lenient:
        raise LayerClash(reason)
    return None, gone + [SetAside(part, reason) for part in alive]
