"""Types: the Arrow schema of records, read off the JSON Schema that the core ships."""

from __future__ import annotations

import functools
from typing import Any

import pyarrow as pa

import corpuskit

__all__ = ["record_type"]

_PLAIN = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}

Schema = dict[str, Any]


@functools.cache
def record_type() -> pa.Schema:
    """The columns of a record: those of `corpuskit.record_schema()` behind a key.

    `id` is the source's, `part` the number of the article in it, from 1. A layer is a list of
    structs: null where it was not produced, empty where there was nothing. Spans are structs of
    `start` and `end` in code points, days are date32, instants stay ISO 8601 strings. Layers of
    other plugins, whose types nobody knows here, are JSON in the string column `annotations`.
    """
    whole = corpuskit.record_schema()
    columns = [
        pa.field("id", pa.string(), nullable=False),
        pa.field("part", pa.int64(), nullable=False),
    ]
    for name, schema in whole["properties"].items():
        columns.append(pa.field(name, _type(schema, whole["$defs"])))
    return pa.schema(columns, metadata={"corpuskit": corpuskit.RECORD_VERSION})


def _type(schema: Schema, defs: dict[str, Schema]) -> pa.DataType:
    """The type of what a JSON Schema describes; every value may be null."""
    if "$ref" in schema:
        return _type(defs[schema["$ref"].rpartition("/")[2]], defs)
    if "anyOf" in schema:
        (one,) = [arm for arm in schema["anyOf"] if arm != {"type": "null"}]
        return _type(one, defs)
    if "enum" in schema or "const" in schema:
        return pa.string()
    if schema.get("format") == "date":
        return pa.date32()
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    (kind,) = [kind for kind in kinds if kind != "null"]
    if kind == "array":
        items = schema["items"] or schema["prefixItems"][0]  # a pair of strings is a list of two
        return pa.list_(_type(items, defs))
    if kind == "object" and "properties" not in schema:
        return pa.string()
    if kind == "object":
        properties = schema["properties"].items()
        return pa.struct([pa.field(name, _type(value, defs)) for name, value in properties])
    return _PLAIN[kind]
