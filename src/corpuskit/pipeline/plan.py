"""Plan: who runs, in which order, and why the others do not; decided once, before any text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import attrs

from corpuskit.contract import Part
from corpuskit.model import Annotation, OutputError, PlanError, several
from corpuskit.pipeline.aside import SetAside, in_order, set_aside
from corpuskit.scan import Lexicon, TriggerIndex

__all__ = ["Plan", "make_plan"]

LayerType = type[Annotation]


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
    def layers(self) -> tuple[LayerType, ...]:
        """All layers that come out, in order."""
        return tuple(layer for step in self.steps for layer in step.object.provides)

    def only(self, layers: Iterable[LayerType]) -> Plan:
        """The part of the plan that `layers` need. What they use is run too, where it is at
        hand: a layer's values do not depend on what else was asked for.

        Raises:
            PlanError: if nobody provides one of them, or it is no annotation class.
            TypeError: for one class in place of several.
        """
        provider = {layer: step for step in self.steps for layer in step.object.provides}
        wanted: set[LayerType] = set()
        queue = list(several(layers))
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


def _no_provider(
    layer: LayerType, provider: dict[LayerType, Part], aside: Sequence[SetAside]
) -> str:
    for one in aside:
        if layer in getattr(one.part.object, "provides", ()):
            plugin = one.part.plugin
            return f"{layer.__name__} is provided by {plugin}, which is set aside: {one.reason}"
    return f"nobody provides {layer.__name__}; {_known(provider)}"


def _known(provider: Iterable[LayerType]) -> str:
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
    known = sorted(parts, key=lambda part: (part.name, part.plugin, repr(type(part.object))))
    alive, aside, errors = set_aside(known)
    if errors and not lenient:
        raise errors[0]
    return Plan(tuple(in_order(alive)), tuple(aside))
