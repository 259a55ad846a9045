"""The plugin contract: hook specifications, protocols, discovery and selection."""

from corpuskit.contract.configuration import Configuration
from corpuskit.contract.discovery import (
    ENVIRONMENT,
    Plugin,
    Registry,
    discover,
    identify,
)
from corpuskit.contract.hookspecs import API, HOOKS, PROJECT, HookSpecs, hookimpl
from corpuskit.contract.layers import Layers, Rejection
from corpuskit.contract.parts import Part, check_part
from corpuskit.contract.protocols import (
    CodingPolicy,
    Command,
    Exporter,
    Extractor,
    Linker,
    Named,
    Reader,
    Segmenter,
    StreamReader,
)
from corpuskit.contract.selection import Selection

__all__ = [
    "API",
    "ENVIRONMENT",
    "HOOKS",
    "PROJECT",
    "CodingPolicy",
    "Command",
    "Configuration",
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
    "StreamReader",
    "check_part",
    "discover",
    "hookimpl",
    "identify",
]
