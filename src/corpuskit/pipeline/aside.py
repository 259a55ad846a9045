"""Aside: which of the installed parts cannot stand beside the others, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

import attrs

from corpuskit.contract import Part
from corpuskit.model import DependencyCycle, Failure, LayerClash, PlanError

__all__ = ["KEYED_KINDS", "SetAside", "choose_by_key", "choose_one", "in_order", "set_aside"]


@attrs.frozen
class SetAside:
    """A part that is installed and will not run.

    Attributes:
        fault: False where another part stands in for it, as somebody wanted.
    """

    part: Part
    reason: str
    fault: bool = True

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


Gone = tuple[list[SetAside], PlanError | None]
"""Parts that a test sets aside, and the error that tells why."""

Keys = Callable[[Part], Iterable[str]]


def set_aside(parts: Sequence[Part]) -> tuple[list[Part], list[SetAside], list[PlanError]]:
    """Extractors that can run beside one another, those that cannot, and what is wrong."""
    aside: list[SetAside] = []
    errors: list[PlanError] = []
    alive = list(parts)

    def apply(test: Callable[[Sequence[Part]], Gone]) -> bool:
        gone, error = test(alive)
        aside.extend(gone)
        alive[:] = _without(alive, gone)
        if error is not None:
            errors.append(error)
        return bool(gone)

    apply(_replaced)
    apply(_clashing)
    # Each may leave work for the other: a circle's layers are missed, or there is a second one.
    while apply(_unprovided) or apply(_circular):
        pass
    return alive, aside, errors


def _without(parts: Sequence[Part], gone: Iterable[SetAside]) -> list[Part]:
    held = {id(one.part) for one in gone}
    return [part for part in parts if id(part) not in held]


def _replaced(parts: Sequence[Part]) -> Gone:
    by = {name: part for part in parts for name in getattr(part.object, "replaces", ())}
    gone: list[SetAside] = []
    error = None
    for part in parts:
        other = by.get(part.name, part)
        if other is part:
            continue
        who = f"{other.name} of {other.plugin}"
        if _replaces_back(part, by):
            reason = f"{part.name} of {part.plugin} and {who} replace one another; deny one"
            error = error or LayerClash(reason)
            gone.append(SetAside(part, reason))
        else:
            gone.append(SetAside(part, f"replaced by {who}", fault=False))
    return gone, error


def _replaces_back(part: Part, by: Mapping[str, Part]) -> bool:
    """Whether what replaces a part is, by however many steps, replaced by it."""
    seen: list[Part] = []
    one = by[part.name]
    while one is not part and one not in seen:
        seen.append(one)
        one = by.get(one.name, one)
    return one is part


def _clashing(parts: Sequence[Part]) -> Gone:
    gone = _clashes(parts, (("the name", _own_name), ("layer", _layer_names)))
    return gone, LayerClash(gone[0].reason) if gone else None


def _clashes(parts: Sequence[Part], claims: Iterable[tuple[str, Keys]]) -> list[SetAside]:
    gone: dict[int, SetAside] = {}
    for what, keys in claims:
        for key, claimants in _claimants(parts, keys).items():
            if len(claimants) > 1:
                who = " and ".join(f"{part.name} of {part.plugin}" for part in claimants)
                reason = f"{who} both claim {what} {key}; deny one, or let one declare replaces"
                reason += "".join(map(_replaces_in_vain, claimants))
                for part in claimants:
                    gone.setdefault(id(part), SetAside(part, reason))
    return list(gone.values())


def _replaces_in_vain(part: Part) -> str:
    """What a part that is still in a clash replaces is none of those that it clashes with."""
    names = ", ".join(map(repr, getattr(part.object, "replaces", ())))
    return f"; {part.name} replaces {names}, as nobody here is called" if names else ""


def _claimants(parts: Sequence[Part], keys: Keys) -> dict[str, list[Part]]:
    holders: dict[str, list[Part]] = {}
    for part in parts:
        for key in dict.fromkeys(keys(part)):
            holders.setdefault(key, []).append(part)
    return holders


def _own_name(part: Part) -> Iterable[str]:
    return (part.name,)


def _layer_names(part: Part) -> Iterable[str]:
    return (layer.layer_name() for layer in part.object.provides)


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
        in_order(parts)
    except CycleError as error:
        circle = list(error.args[1])
        reason = "plugins wait for one another: " + " -> ".join(circle)
        gone = [SetAside(part, reason) for part in parts if part.name in circle]
        return gone, DependencyCycle(reason)
    return [], None


def in_order(parts: Sequence[Part]) -> list[Part]:
    """Extractors in dependency order, ties by name.

    Raises:
        CycleError: if they wait for one another.
    """
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
    gone, error = _replaced(parts)
    if error is not None and not lenient:
        raise error
    alive = _without(parts, gone)
    if len(alive) < 2:
        return (alive[0] if alive else None), gone
    who = " and ".join(sorted(f"{p.name} of {p.plugin}" for p in alive))
    reason = f"{who}: only one can be used; deny the others, or let one declare replaces"
    if not lenient:
        raise LayerClash(reason)
    return None, gone + [SetAside(part, reason) for part in alive]


def choose_by_key(
    kind: str, parts: Sequence[Part]
) -> tuple[dict[str, Part], dict[str, SetAside], list[SetAside]]:
    """Readers by ending, exporters, policies and commands by name.

    Returns:
        key to part; key to what is wrong, where several claim it and nobody has it; and all that
        are set aside, replaced ones too.
    """
    what, keys = _CLAIMS[kind]
    gone, _ = _replaced(parts)
    gone += _clashes(_without(parts, gone), ((what, keys),))
    chosen = {key: part for part in _without(parts, gone) for key in keys(part)}
    wrong = {key: one for one in gone if one.fault for key in keys(one.part) if key not in chosen}
    return chosen, wrong, gone


def _suffixes(part: Part) -> Iterable[str]:
    suffixes: tuple[str, ...] = part.object.suffixes
    return suffixes


def _stood_for(part: Part) -> Iterable[str]:
    return (part.name, *getattr(part.object, "replaces", ()))


_CLAIMS: Mapping[str, tuple[str, Keys]] = {
    "readers": ("the ending", _suffixes),
    "exporters": ("the format", _stood_for),
    "policies": ("the policy", _stood_for),
    "commands": ("the command", _stood_for),
}
"""What the parts of a kind are asked for by."""

KEYED_KINDS = tuple(_CLAIMS)
"""The kinds of which `choose_by_key` chooses."""
