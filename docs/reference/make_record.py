"""Make: the page `record.md` from the record's JSON Schema.

python docs/reference/make_record.py            writes the page
python docs/reference/make_record.py --check    says whether it is stale
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pages import run

from corpuskit.model.schema import make_schema

HEAD = """\
# The record

<!-- Made by make_record.py from the JSON Schema; edit the docstrings of the types instead. -->

One line of the JSONL that `corpuskit extract -o` writes is one record: one article and what was
found in it. `Result.to_dict()` gives the same as plain data, `Result.from_dict()` reads it back,
and every record validates against `corpuskit.record_schema()` (JSON Schema, draft 2020-12).

```python
import datetime, json
import corpuskit

text = "Two farmers were killed near Orrin on Monday, the mayor said."
(result,) = corpuskit.extract(text, published=datetime.date(2021, 2, 18))
record = result.to_dict()

assert record["schema"] == corpuskit.RECORD_VERSION
assert record["dates"][0]["value"] == "2021-02-15"
assert corpuskit.Result.from_dict(json.loads(json.dumps(record))).to_dict() == record
```

Four things hold for every record:

- **Offsets** (`start`, `end`) are Unicode code points of the whole source, half-open: not bytes,
  not UTF-16 units. `text` beside an annotation repeats the slice, for reading.
- **null is unknown.** A count that the text leaves open is null, never 0.
- **An absent layer is an absent key.** `"quotes": []` says that there are none; no `quotes` says
  that nobody looked, and `failures` says whether that was planned.
- **Keys and their order are fixed**, so the same text gives the same bytes.

A change of a key's meaning is a new version of `schema`. Layers of other plugins are under
`annotations`, by top package and class name.
"""

ORDER = {
    "DateMentionRow": "dates[]",
    "EntityRow": "entities[]",
    "QuotationRow": "quotes[]",
    "CasualtyRow": "casualties[]",
    "EventRow": "events[]",
}
"""Layer rows in the order of the record; the other definitions follow by name."""

SAME = {"Casualty": "CasualtyRow", "Quotation": "QuotationRow"}
"""Definitions that only lack `text` and `zone`."""


def page() -> str:
    """The whole page."""
    schema = make_schema()
    defs = schema["$defs"]
    parts = [HEAD, _section("source", schema["properties"]["source"])]
    parts.append(_section("article", schema["properties"]["article"]))
    parts += [_section(title, defs[name]) for name, title in ORDER.items()]
    rest = [name for name in defs if name not in ORDER and name not in SAME]
    parts += [_section(name, defs[name]) for name in rest]
    parts.append(
        "`Casualty` and `Quotation` inside an event have the fields of `casualties[]` and "
        "`quotes[]` but for `text` and `zone`.\n"
    )
    return "\n".join(parts)


def _section(title: str, part: dict[str, Any]) -> str:
    rows = [
        f"## {title}",
        "",
        part["description"],
        "",
        "| field | type | meaning |",
        "|---|---|---|",
    ]
    for name, value in part["properties"].items():
        meaning = value.get("description", "").replace("|", "\\|")
        rows.append(f"| `{name}` | {' or '.join(_types(value))} | {meaning} |")
    return "\n".join(rows) + "\n"


def _types(value: dict[str, Any]) -> Iterator[str]:
    if "$ref" in value:
        yield value["$ref"].rpartition("/")[2]
    elif "enum" in value:
        yield ", ".join("null" if v is None else f"`{v}`" for v in value["enum"])
    elif "anyOf" in value:
        for arm in value["anyOf"]:
            yield from _types(arm)
    elif value.get("type") == "array" and "prefixItems" in value:
        yield "[" + ", ".join(" or ".join(_types(item)) for item in value["prefixItems"]) + "]"
    elif value.get("type") == "array":
        yield "list of " + " or ".join(_types(value["items"]))
    else:
        kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
        for kind in kinds:
            yield value["format"] if kind == "string" and "format" in value else kind


if __name__ == "__main__":
    run(__file__, {"record.md": page})
