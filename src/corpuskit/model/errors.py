"""Errors: one tree, a stable code each, and a message that says where it happened and what to do.

CorpuskitError
├── SourceError             CK100  an input that cannot be read
│   ├── DecodingError       CK101  bytes are not the declared encoding
│   ├── EmptySourceError    CK102  there is nothing to read
│   └── SurrogateError      CK103  text holds half a character
├── SpanError               CK110  offsets that are negative or reversed
├── LayerMissing            CK201  a layer that was not produced is not an empty one
├── PlanError               CK301  something that nobody provides
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
    """The root of the tree: catch it to catch all of them.

    Remedy: the message says what is wrong.

    Attributes:
        code: stable, never reused; shown in front of the message.
        message: what is wrong, without code and place.
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
    """The input itself cannot be read: no file of its kind, or a reader broke off in it.

    Remedy: look at the file that the message names; what is readable of it, and the others, were
    read.
    """

    code = "CK100"


class DecodingError(SourceError):
    """Bytes are not the declared encoding; `offset` counts bytes. Nothing is replaced.

    Remedy: name the right encoding: `Source.from_path(path, encoding="cp1252")`, or `--encoding`
    on the command line.
    """

    code = "CK101"


class EmptySourceError(SourceError):
    """The input has no character at all.

    Remedy: see whether the file was written to its end, or leave it out.
    """

    code = "CK102"


class SurrogateError(SourceError):
    """The text holds a lone surrogate: half a character, which no encoding can write.

    Remedy: decode the bytes again, strictly. A text that was cut in UTF-16 or in JSON escapes
    ends in such a half: cut it elsewhere.
    """

    code = "CK103"


class SpanError(CorpuskitError):
    """Offsets that are negative or reversed.

    Remedy: count code points of `Source.raw` from 0, the end not included; convert offsets of
    bytes or UTF-16 units first.
    """

    code = "CK110"


class LayerMissing(CorpuskitError, LookupError):
    """A layer was asked for that was not produced: no plugin, not asked for, or it failed.

    Remedy: the message says which. Install or select the plugin, ask for the layer, or see
    `result.failures`; `layer in result` asks beforehand, and `result.get(layer)` takes an absent
    layer for an empty one. `link` needs `Event` in at least one; corpuskit-events brings it.
    """

    code = "CK201"


class PlanError(CorpuskitError):
    """Nobody provides what is required or asked for, or what was handed over is no part.

    Remedy: install or hand over what the message names; `corpuskit plugins` lists what is there,
    what each provides, and why one does not run.
    """

    code = "CK301"


class LayerClash(PlanError):
    """Two plugins provide one layer, or carry one name.

    Remedy: deny one by name (`CORPUSKIT_PLUGINS=-quotes`), or let one say that it `replaces` the
    other.
    """

    code = "CK302"


class DependencyCycle(PlanError):
    """Plugins wait for one another in a circle, by what they require or use.

    Remedy: deny one of those that the message names; as their author, take a layer out of
    `requires` or `uses`.
    """

    code = "CK303"


class OutputError(CorpuskitError):
    """A plugin returned something undeclared, out of range, empty or of the wrong type.

    Remedy: it is a fault of the plugin, and the others run. `corpuskit check NAME` finds it;
    report it to the plugin's author.
    """

    code = "CK401"


class LexiconError(CorpuskitError):
    """A lexicon file is malformed; the message names the row.

    Remedy: mend the row: cells apart by tabs, the term in the first, no more cells than the
    header has.
    """

    code = "CK501"


class RecordError(CorpuskitError):
    """A JSON record, or a line of a file of records, does not fit the types.

    Remedy: the message names the key, and the line of a file. Write the records anew, or compare
    them with `corpuskit.record_schema()`.
    """

    code = "CK601"


class ConfigurationError(CorpuskitError):
    """A configuration, an option or a name in a call means nothing that exists.

    Remedy: take one of those that the message lists.
    """

    code = "CK701"
