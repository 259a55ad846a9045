"""Parts: the objects that plugins bring, and what each kind must have to be taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from corpuskit.model import Annotation, OutputError, RecordError
from corpuskit.model.codec import decoder, field_names, type_hints

__all__ = ["Part", "check_part"]


@attrs.frozen
class Part:
    """One object that a plugin brings: an extractor, a segmenter, …

    Attributes:
        kind: the hook it came through without its prefix: "extractors".
        object: what the hook gave.
        plugin: the distribution it belongs to.
        version: that distribution's version.
    """

    kind: str
    object: Any
    plugin: str
    version: str

    @property
    def name(self) -> str:
        """The object's own name."""
        name: str = self.object.name
        return name

    @property
    def options(self) -> dict[str, attrs.Attribute[Any]]:
        """What can be set of it, by the name that a configuration calls it."""
        kind = type(self.object)
        return {f.alias: f for f in attrs.fields(kind) if f.init} if attrs.has(kind) else {}


def check_part(kind: str, item: object) -> None:
    """Refuse what cannot be used, at the door and not in the middle of a run.

    Raises:
        OutputError: that says what the object lacks.
    """
    if isinstance(item, type):
        raise OutputError(f"{item.__name__} of {kind} is a class; give an object of it")
    members = _MEMBERS.get(kind, {})
    if not callable(item) and not any(hasattr(item, member) for member in ("name", *members)):
        raise OutputError(f"{item!r:.60} of {kind} is no plugin part; give an object with a name")
    what = f"an object of {kind} ({type(item).__name__})"
    name = getattr(item, "name", None)
    if not isinstance(name, str) or not name.strip():
        raise OutputError(f"{what} has no name")
    if kind != "linkers" and not callable(item):
        raise OutputError(f"{what} cannot be called")
    for member, (fits, expected) in members.items():
        if not fits(getattr(item, member, None)):
            raise OutputError(f"{what}: {member} is not {expected}")
    if not _is_tuple_of(str)(getattr(item, "replaces", ())):
        raise OutputError(f"{what}: replaces is not a tuple of names")
    for layer in getattr(item, "provides", ()) if kind == "extractors" else ():
        _check_layer(what, layer)


def _check_layer(what: str, layer: type[Annotation]) -> None:
    """Annotations of the class must have a place, and records must be able to hold them."""
    name = layer.__name__
    if "__attrs_attrs__" not in vars(layer):
        raise OutputError(f"{what}: {name} is no attrs class; it lacks @attrs.frozen(kw_only=True)")
    fields = field_names(layer)
    if layer.extent is Annotation.extent and "span" not in fields:
        raise OutputError(f"{what}: {name} has no span, nor an extent of its own")
    taken = sorted({"text", "zone"} & set(fields))
    if taken:
        raise OutputError(f"{what}: {name} has a field {taken[0]!r}, which every record has")
    for field, hint in type_hints(layer).items():
        try:
            decoder(hint)
        except RecordError as error:
            raise OutputError(f"{what}: {name}.{field}: {error.message}") from None


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_tuple_of(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, tuple) and all(isinstance(v, kind) for v in value)


def _are_layers(value: object) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(layer, type) and issubclass(layer, Annotation) for layer in value
    )


def _are_endings(value: object) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(one, str) and one.startswith(".") and one == one.lower() for one in value
    )


def _provides(value: object) -> bool:
    return _are_layers(value) and value != ()


def _needs(value: object) -> bool:
    return value is None or _are_layers(value)


def _reads(value: object) -> bool:
    return _are_endings(value) and value != ()


_LAYERS = "a tuple of annotation classes"

_MEMBERS: Mapping[str, Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "extractors": {
        "provides": (_provides, _LAYERS),
        "requires": (_needs, _LAYERS),
        "uses": (_needs, _LAYERS),
    },
    "readers": {
        "suffixes": (_reads, 'a tuple of endings in lower case with their dot: (".html",)')
    },
    "linkers": {"link": (callable, "a method"), "stories": (callable, "a method")},
    "exporters": {"suffix": (_is_text, 'an ending with its dot: ".csv"')},
    "policies": {"cites": (_is_text, "a text")},
    "commands": {"help": (_is_text, "a text"), "configure": (callable, "a method")},
}
"""By kind: member, its test, and what it should be; `corpuskit.contract.protocols` has them."""
