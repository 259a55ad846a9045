"""Errors: one tree, a stable code each, and a message that says where it happened and what to do.

CorpuskitError
├── SourceError
│   ├── DecodingError       CK101  bytes are not the declared encoding
│   ├── EmptySourceError    CK102  there is nothing to read
│   └── SurrogateError      CK103  text holds half a character
├── SpanError               CK110  offsets that do not fit the text
├── LayerMissing            CK201  a layer that was not produced is not an empty one
├── PlanError               CK301  plugins that cannot be put in an order
│   ├── LayerClash          CK302  two plugins provide one layer, or share a name
│   └── DependencyCycle     CK303  plugins that wait for one another
├── OutputError             CK401  a plugin returned what it may not return
├── LexiconError            CK501  a word list that cannot be read
├── RecordError             CK601  a JSON record that does not fit the types
└── ConfigurationError      CK701  an unknown key or value in a configuration
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "ConfigurationError",
    "CorpuskitError",
    "DecodingError",
    "DependencyCycle",
    "EmptySourceError",
    "LayerClash",
    "LayerMissing",
    "LexiconError",
    "OutputError",
    "PlanError",
    "RecordError",
    "SourceError",
    "SpanError",
    "SurrogateError",
]


class CorpuskitError(Exception):
    """The root of the tree.

    Attributes:
        code: stable, never reused; shown in front of the message.
        file: the path or source id, where one is known.
        offset: where in it (bytes for `DecodingError`, else code points), where known.
    """

    code: ClassVar[str] = "CK000"

    def __init__(self, message: str, *, file: str | None = None, offset: int | None = None) -> None:
        self.message = message
        self.file = file
        self.offset = offset
        place = "" if file is None else f"{file}: " if offset is None else f"{file}[{offset}]: "
        super().__init__(f"{self.code} {place}{message}")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.file, self.offset))


def _rebuild(
    cls: type[CorpuskitError], message: str, file: str | None, offset: int | None
) -> CorpuskitError:
    return cls(message, file=file, offset=offset)


class SourceError(CorpuskitError):
    """Something is wrong with the input itself."""

    code = "CK100"


class DecodingError(SourceError):
    """Bytes are not the declared encoding; `offset` counts bytes."""

    code = "CK101"


class EmptySourceError(SourceError):
    """The input has no character at all."""

    code = "CK102"


class SurrogateError(SourceError):
    """The text holds a lone surrogate: half a character, which no encoding can write."""

    code = "CK103"


class SpanError(CorpuskitError):
    """Offsets that are negative, reversed or outside the text."""

    code = "CK110"


class LayerMissing(CorpuskitError, LookupError):
    """A layer was asked for that was not produced: no plugin, not asked for, or it failed."""

    code = "CK201"


class PlanError(CorpuskitError):
    """The plugins at hand cannot be put into an order that gives each what it requires."""

    code = "CK301"


class LayerClash(PlanError):
    """Two plugins provide one layer, or carry one name."""

    code = "CK302"


class DependencyCycle(PlanError):
    """Plugins require one another in a circle."""

    code = "CK303"


class OutputError(CorpuskitError):
    """A plugin returned something undeclared, out of range, empty or of the wrong type."""

    code = "CK401"


class LexiconError(CorpuskitError):
    """A lexicon file is malformed; the message names the row."""

    code = "CK501"


class RecordError(CorpuskitError):
    """A JSON record does not fit the types; the message names the key."""

    code = "CK601"


class ConfigurationError(CorpuskitError):
    """A configuration names something that does not exist; the message lists what does."""

    code = "CK701"
