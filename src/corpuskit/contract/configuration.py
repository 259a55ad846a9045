"""Configuration: what corpuskit.toml or [tool.corpuskit] says, against what is installed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from corpuskit.contract.discovery import ENVIRONMENT, Registry, discover
from corpuskit.contract.selection import Selection
from corpuskit.model import ConfigurationError

__all__ = ["Configuration"]

FILE = "corpuskit.toml"
KEYS = ("options", "plugins")


@attrs.frozen(kw_only=True)
class Configuration:
    """Which plugins run and with which options; a value, read from nowhere by itself.

    Attributes:
        plugins: names to allow, or with a leading minus to deny, as in CORPUSKIT_PLUGINS.
        options: part name to option values.
        file: where it was read, or None.
    """

    plugins: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict, hash=False)
    file: Path | None = None

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Configuration:
        """Read a `corpuskit.toml`, or the table [tool.corpuskit] of a `pyproject.toml`.

        Raises:
            ConfigurationError: naming the file and the key, and the known ones.
            OSError: if the file cannot be read.
        """
        import tomllib  # takes longer to load than the rest of the contract

        path = Path(path)
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigurationError(f"no TOML: {error}", file=path.as_posix()) from None
        if path.name == "pyproject.toml":
            table = table.get("tool", {}).get("corpuskit", {})
        return _checked(table, path)

    @classmethod
    def find(cls, folder: str | os.PathLike[str] = ".") -> Configuration:
        """The nearest one of `folder` and those above it; an empty one if there is none.

        In one folder `corpuskit.toml` comes before `pyproject.toml`, and a `pyproject.toml`
        without the table does not count.
        """
        start = Path(folder).resolve()
        for place in (start, *start.parents):
            if (place / FILE).is_file():
                return cls.load(place / FILE)
            if (place / "pyproject.toml").is_file() and _has_table(place / "pyproject.toml"):
                return cls.load(place / "pyproject.toml")
        return cls()

    @property
    def selection(self) -> Selection:
        """As a selection; the environment variable CORPUSKIT_PLUGINS goes before the file."""
        chosen = os.environ.get(ENVIRONMENT)
        return Selection.parse(chosen) if chosen else Selection.of(self.plugins)

    def discover(
        self,
        selection: Selection | None = None,
        *,
        options: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> Registry:
        """Installed plugins as this configuration wants them, options set.

        Args:
            selection: in place of this configuration's own.
            options: more option values; they go before this configuration's.

        Raises:
            ConfigurationError: for a plugin that is not installed, a part that is not loaded
                and an option that it does not have; the message names those that there are.
        """
        merged = {name: dict(values) for name, values in self.options.items()}
        for name, values in (options or {}).items():
            merged[name] = {**merged.get(name, {}), **values}
        try:
            registry = discover(selection or self.selection, options=merged)
        except ConfigurationError as error:
            if error.file is not None:  # a file that an option names
                raise
            raise ConfigurationError(f"[options] {error.message}", file=self._place) from None
        registry.check_names(Selection.of(self.plugins), "plugins", file=self._place)
        if selection is None and os.environ.get(ENVIRONMENT):
            registry.check_names(self.selection, ENVIRONMENT)
        return registry

    @property
    def _place(self) -> str | None:
        return None if self.file is None else self.file.as_posix()


def _has_table(path: Path) -> bool:
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False
    return "corpuskit" in table.get("tool", {})


def _checked(table: Mapping[str, Any], path: Path) -> Configuration:
    place = path.as_posix()
    for key in table:
        if key not in KEYS:
            raise ConfigurationError(
                f"unknown key {key!r}; there are: {', '.join(KEYS)}", file=place
            )
    plugins, options = table.get("plugins", []), table.get("options", {})
    if not isinstance(plugins, list) or not all(isinstance(name, str) for name in plugins):
        raise ConfigurationError(
            f"plugins must be a list of names such as ['dates', '-quotes'], not {plugins!r}",
            file=place,
        )
    if not isinstance(options, dict):
        raise ConfigurationError(f"options must be tables, not {options!r}", file=place)
    for name, values in options.items():
        if not isinstance(values, dict):
            raise ConfigurationError(
                f"options.{name} must be a table: [options.{name}]", file=place
            )
    frozen = {name: MappingProxyType(_tupled(values)) for name, values in options.items()}
    return Configuration(plugins=tuple(plugins), options=frozen, file=path)


def _tupled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Lists become tuples, as options of frozen classes are."""
    return {
        key: tuple(value) if isinstance(value, list) else value for key, value in values.items()
    }
