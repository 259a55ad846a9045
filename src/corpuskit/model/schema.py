"""Schema: the JSON Schema of a record, made from the types and their docstrings.

`python -m corpuskit.model.schema` prints it; a test says when the shipped file is stale.
"""

from __future__ import annotations

import datetime as dt
import inspect
import json
import re
import sys
import types
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from corpuskit.model.article import Article, Zone
from corpuskit.model.codec import type_hints
from corpuskit.model.failure import Failure
from corpuskit.model.record import LAYER_KEYS, RECORD_VERSION
from corpuskit.model.source import Source
from corpuskit.model.span import Span

__all__ = ["field_docs", "make_schema"]

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dt.date: {"type": "string", "format": "date"},
    dt.datetime: {"type": "string", "format": "date-time"},
}

_ROW: dict[str, Schema] = {
    "text": {"type": "string", "description": "the original text from first to last code point."},
    "zone": {"enum": list(get_args(Zone)), "description": "where in the article it starts."},
}
"""What a record adds to an annotation."""


def make_schema() -> Schema:
    """The JSON Schema (2020-12) of a record.

    An absent layer is an absent key; every key of an object that is there is required.
    """
    maker = _Maker()
    properties: dict[str, Schema] = {
        "schema": {"const": RECORD_VERSION},
        "source": maker.object(Source, without=("raw",)),
        "article": maker.object(
            Article,
            without=("source",),
            extra={"text": {"type": "string", "description": "the original text of `span`."}},
        ),
    }
    for key, layer in LAYER_KEYS.items():
        row = f"{layer.__name__}Row"
        maker.defs[row] = maker.object(layer, extra=_ROW)
        properties[key] = {"type": "array", "items": {"$ref": f"#/$defs/{row}"}}
    properties["annotations"] = {
        "type": "object",
        "description": "layers of other plugins by name: top package and class",
        "additionalProperties": {"type": "array", "items": {"type": "object"}},
    }
    properties["failures"] = {"type": "array", "items": maker.reference(Failure)}
    return {
        "$schema": DIALECT,
        "$id": f"urn:{RECORD_VERSION.replace('/', ':')}",
        "title": RECORD_VERSION,
        "description": "One article with what was found in it: one line of a JSONL file. Offsets "
        "are Unicode code points of the source, half-open. A layer that was not produced has no "
        "key; null is unknown.",
        "type": "object",
        "properties": properties,
        "required": ["schema", "source", "article", "failures"],
        "additionalProperties": False,
        "$defs": {name: maker.defs[name] for name in sorted(maker.defs)},
    }


class _Maker:
    """Collects the definitions that the properties refer to."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}

    def reference(self, cls: type) -> Schema:
        if cls.__name__ not in self.defs:
            self.defs[cls.__name__] = {}  # types may refer to one another
            self.defs[cls.__name__] = self.object(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}

    def object(
        self,
        cls: type,
        *,
        without: tuple[str, ...] = (),
        extra: dict[str, Schema] | None = None,
    ) -> Schema:
        about = field_docs(cls)
        properties = dict(extra or {})
        for name, hint in type_hints(cls).items():
            if name not in without:
                properties[name] = self.of(hint)
                said = re.sub(r"\bNone\b", "null", about[name])
                properties[name] = {**properties[name], "description": said}
        if "provenance" in properties:  # last, as in a record
            properties["provenance"] = properties.pop("provenance")
        if cls is Span:
            for name in ("start", "end"):
                properties[name]["minimum"] = 0
        return {
            "type": "object",
            "description": (inspect.getdoc(cls) or "").partition("\n")[0],
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def of(self, hint: Any) -> Schema:
        origin, arguments = get_origin(hint), get_args(hint)
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin in (Union, types.UnionType):
            return _either([self.of(argument) for argument in arguments])
        if origin is tuple and arguments[-1] is Ellipsis:
            return {"type": "array", "items": self.of(arguments[0])}
        if origin is tuple:
            items = [self.of(argument) for argument in arguments]
            return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
        if attrs.has(hint):
            return self.reference(hint)
        raise TypeError(f"no schema for {hint}")


def _either(arms: list[Schema]) -> Schema:
    """`anyOf`, or the short form where one of two is null."""
    null = {"type": "null"}
    if len(arms) == 2 and null in arms:
        (other,) = [arm for arm in arms if arm != null]
        if isinstance(other.get("type"), str) and not other.keys() & {"items", "properties"}:
            return {**other, "type": [other["type"], "null"]}
        if "enum" in other:
            return {"enum": [*other["enum"], None]}
    return {"anyOf": arms}


_FIELD = re.compile(r" {4}(\w+): (.+)")


def field_docs(cls: type) -> dict[str, str]:
    """Field name to what the Attributes of the docstrings say of it, base classes first."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        section = (inspect.getdoc(base) or "").partition("Attributes:\n")[2]
        name = ""
        for line in section.split("\n"):
            if match := _FIELD.fullmatch(line):
                name = match.group(1)
                found[name] = match.group(2)
            elif name and line.startswith(" " * 8):
                found[name] += f" {line.strip()}"
            else:
                break
    return found


def main() -> int:
    """Print the schema."""
    json.dump(make_schema(), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
