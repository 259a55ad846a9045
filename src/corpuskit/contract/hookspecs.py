"""Hook specifications: the doors through which plugins come in. pluggy registers, nothing more."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from corpuskit.contract.protocols import (
    CodingPolicy,
    Command,
    Exporter,
    Extractor,
    Linker,
    Reader,
    Segmenter,
)

__all__ = ["API", "HOOKS", "PROJECT", "HookSpecs", "hookimpl"]

PROJECT = "corpuskit"

API = 1
"""The number of the plugin contract; it goes up when a plugin written for the one before would
no longer run. A plugin module may say its own as `corpuskit_api`; and as `corpuskit_idle` why it
brings nothing for now, such as a setting that it waits for."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin module as an implementation of one of the hooks below."""


class HookSpecs:
    """Every hook takes nothing and returns objects; it is called once, when a pipeline is built."""

    @hookspec
    def corpuskit_readers(self) -> Iterable[Reader]:
        """Readers of file formats."""
        raise NotImplementedError

    @hookspec
    def corpuskit_segmenters(self) -> Iterable[Segmenter]:
        """Segmenters; exactly one is used."""
        raise NotImplementedError

    @hookspec
    def corpuskit_extractors(self) -> Iterable[Extractor]:
        """Extractors of layers."""
        raise NotImplementedError

    @hookspec
    def corpuskit_linkers(self) -> Iterable[Linker]:
        """Linkers; exactly one is used."""
        raise NotImplementedError

    @hookspec
    def corpuskit_exporters(self) -> Iterable[Exporter]:
        """Exporters to formats."""
        raise NotImplementedError

    @hookspec
    def corpuskit_policies(self) -> Iterable[CodingPolicy]:
        """Coding policies for casualty counts."""
        raise NotImplementedError

    @hookspec
    def corpuskit_commands(self) -> Iterable[Command]:
        """Subcommands of the command line."""
        raise NotImplementedError


HOOKS = tuple(sorted(name for name in vars(HookSpecs) if name.startswith("corpuskit_")))
