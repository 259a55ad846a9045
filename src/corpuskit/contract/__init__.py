"""The plugin contract: hook specifications, protocols, discovery and selection."""

from corpuskit.contract.discovery import ENVIRONMENT, Part, Plugin, Registry, discover, identify
from corpuskit.contract.hookspecs import HOOKS, PROJECT, HookSpecs, hookimpl
from corpuskit.contract.layers import Layers, Rejection
from corpuskit.contract.protocols import (
    CodingPolicy,
    Command,
    Exporter,
    Extractor,
    Linker,
    Named,
    Reader,
    Segmenter,
)
from corpuskit.contract.selection import Selection

__all__ = [
    "ENVIRONMENT",
    "HOOKS",
    "PROJECT",
    "CodingPolicy",
    "Command",
    "Exporter",
    "Extractor",
    "HookSpecs",
    "Layers",
    "Linker",
    "Named",
    "Part",
    "Plugin",
    "Reader",
    "Registry",
    "Rejection",
    "Segmenter",
    "Selection",
    "discover",
    "hookimpl",
    "identify",
]
