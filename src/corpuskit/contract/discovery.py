"""Discovery: which plugins are installed, which are wanted, and what each brings or why not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from importlib import metadata
from typing import Any, Literal

import attrs
import pluggy

from corpuskit.contract.hookspecs import API, HOOKS, PROJECT, HookSpecs
from corpuskit.contract.parts import Part, check_part
from corpuskit.contract.selection import NONE, Selection
from corpuskit.model import ConfigurationError, Failure, OutputError, PlanError
from corpuskit.model.codec import type_hints
from corpuskit.model.fit import fitting, said

__all__ = ["ENVIRONMENT", "Plugin", "Registry", "discover", "identify"]

ENVIRONMENT = "CORPUSKIT_PLUGINS"
"""The environment variable that selects plugins; see `Selection.parse`."""

UNMARKED = "no function marked @corpuskit.hookimpl gave an object"

State = Literal["active", "disabled", "failed"]


@attrs.frozen(kw_only=True)
class Plugin:
    """One entry point of group `corpuskit`.

    Attributes:
        distribution: its name as the package metadata says.
        version: its version as the package metadata says.
        entry_point: the entry point's name.
        module: the module that the entry point names.
        state: active, disabled (by selection) or failed (to load or to register).
        reason: why it is not active or brings nothing; "" if all is well.
        parts: what it brings.
    """

    distribution: str
    version: str
    entry_point: str
    module: str
    state: State
    reason: str = ""
    parts: tuple[Part, ...] = ()


@attrs.frozen
class Registry:
    """The plugins that are installed, loaded or not.

    Attributes:
        plugins: all of them, sorted by distribution and entry point.
    """

    plugins: tuple[Plugin, ...] = ()

    def parts(self, kind: str) -> tuple[Part, ...]:
        """What the active plugins bring of one kind: "extractors", "readers", …"""
        return tuple(p for plugin in self.plugins for p in plugin.parts if p.kind == kind)

    def check_names(self, selection: Selection, where: str, *, file: str | None = None) -> None:
        """A name that no plugin has would select nothing, and say nothing.

        Args:
            where: what holds the names, for the message.

        Raises:
            ConfigurationError: that names the plugins there are.
        """
        named = ((p.entry_point, p.distribution) for p in self.plugins)
        known = Selection.of(name for names in named for name in names).allow
        unknown = sorted((selection.allow | selection.deny) - known - {NONE})
        if unknown:
            there = ", ".join(sorted(plugin.entry_point for plugin in self.plugins)) or "none"
            raise ConfigurationError(
                f"{where} names {unknown[0]!r}, which is not installed; installed are: {there}",
                file=file,
            )

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Plugins that could not be loaded, as values."""
        return tuple(
            Failure(plugin=p.distribution, version=p.version, article="", error=p.reason)
            for p in self.plugins
            if p.state == "failed"
        )


def discover(
    selection: Selection | None = None,
    *,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    entry_points: Callable[[], Iterable[metadata.EntryPoint]] | None = None,
) -> Registry:
    """Find, select and load the installed plugins. No plugin can make this raise.

    Args:
        selection: which are wanted; by default what CORPUSKIT_PLUGINS says. Checked before a
            plugin's module is imported.
        options: part name to option values, set on the parts (see `Pipeline.installed`).
        entry_points: where they come from; for tests.

    Raises:
        ConfigurationError: for an option that no loaded part has, and for a name in
            CORPUSKIT_PLUGINS that no plugin has.
        TypeError: for names that are no `Selection` yet.
    """
    if isinstance(selection, str | list | tuple):
        kind = type(selection).__name__
        raise TypeError(f"a Selection, not a {kind}: Selection.parse('dates, -quotes')")
    chosen = Selection.parse(os.environ.get(ENVIRONMENT, "")) if selection is None else selection
    found = (entry_points or (lambda: metadata.entry_points(group=PROJECT)))()
    ordered = sorted(found, key=lambda e: (_distribution(e), e.name, e.value))
    plugins = tuple(_plugin(entry_point, chosen) for entry_point in _once(ordered))
    registry = Registry(plugins)
    if selection is None:
        registry.check_names(chosen, ENVIRONMENT)
    return _configured(registry, options) if options else registry


def identify(part: object) -> tuple[str, str]:
    """Distribution and version of an object that came without an entry point.

    The distribution is the one named as the object's top package; failing that, the object's
    own `name` and `version` attributes ("0" if it has none).
    """
    guess = type(part).__module__.partition(".")[0].replace("_", "-")
    try:
        return guess, metadata.version(guess)
    except (metadata.PackageNotFoundError, ValueError):
        return str(getattr(part, "name", guess)), str(getattr(part, "version", "0"))


def _once(entry_points: list[metadata.EntryPoint]) -> Iterable[metadata.EntryPoint]:
    seen = set()
    for entry_point in entry_points:  # one distribution can be listed twice on sys.path
        key = (_distribution(entry_point), entry_point.name, entry_point.value)
        if key not in seen:
            seen.add(key)
            yield entry_point


def _distribution(entry_point: metadata.EntryPoint) -> str:
    return entry_point.dist.name if entry_point.dist is not None else entry_point.name


def _plugin(entry_point: metadata.EntryPoint, selection: Selection) -> Plugin:
    name = _distribution(entry_point)
    plugin = Plugin(
        distribution=name,
        version=entry_point.dist.version if entry_point.dist is not None else "0",
        entry_point=entry_point.name,
        module=entry_point.value,
        state="active",
    )
    reason = selection.excludes(name, entry_point.name)
    if reason:
        return attrs.evolve(plugin, state="disabled", reason=reason)
    try:
        module = entry_point.load()
        parts = tuple(_members(module, plugin))
    except (Exception, SystemExit) as error:
        return attrs.evolve(plugin, state="failed", reason=f"{type(error).__name__}: {error}")
    idle = "" if parts else f"brings nothing: {getattr(module, 'corpuskit_idle', UNMARKED)}"
    return attrs.evolve(plugin, parts=parts, reason=idle)


def _members(module: object, plugin: Plugin) -> Iterable[Part]:
    written_for = getattr(module, "corpuskit_api", API)
    if written_for != API:
        raise PlanError(
            f"written for plugin contract {written_for}, this core has {API}; "
            "install versions that go together"
        )
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(HookSpecs)
    manager.register(module, name=plugin.distribution)
    manager.check_pending()
    for hook in HOOKS:
        for returned in getattr(manager.hook, hook)():
            if isinstance(returned, str) or not isinstance(returned, Iterable):
                raise OutputError(f"{hook} returned {returned!r:.60}, not a list of objects")
            for item in returned:
                kind = hook.removeprefix("corpuskit_")
                check_part(kind, item)
                yield Part(kind, item, plugin.distribution, plugin.version)


def _configured(registry: Registry, options: Mapping[str, Mapping[str, Any]]) -> Registry:
    unused = set(options)
    plugins = []
    for plugin in registry.plugins:
        parts = []
        for part in plugin.parts:
            if part.name in options:
                unused.discard(part.name)
                part = attrs.evolve(part, object=_with_options(part, options[part.name]))
            parts.append(part)
        plugins.append(attrs.evolve(plugin, parts=tuple(parts)))
    loaded = {part.name for plugin in plugins for part in plugin.parts}
    if unused:
        raise ConfigurationError(
            f"options for {', '.join(sorted(unused))}, which is not loaded; "
            f"loaded are: {', '.join(sorted(loaded)) or 'none'}"
        )
    return Registry(tuple(plugins))


def _with_options(part: Part, values: Mapping[str, Any]) -> Any:
    kind, fields = type(part.object), part.options
    for key in values:
        if key not in fields:
            known = ", ".join(map(str, fields)) or "none"
            raise ConfigurationError(f"{part.name} has no option {key!r}; it has: {known}")
    try:
        made = attrs.evolve(part.object, **values)
    except ConfigurationError as error:
        if error.file is not None:  # of a file, not of the option that names it
            raise
        raise ConfigurationError(f"{part.name}: {error.message}") from error
    except (TypeError, ValueError, LookupError) as error:
        raise ConfigurationError(f"{part.name}: {error}") from error
    for key in values:
        name = fields[key].name
        hint, value = type_hints(kind)[name], getattr(made, name)
        if not fitting(hint)(value):
            raise ConfigurationError(f"{part.name}: {key} is {value!r:.60}, not {said(hint)}")
    return made
