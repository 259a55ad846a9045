"""Make: the pages `api.md` and `errors.md` from the docstrings of what `corpuskit` exports.

python docs/reference/make_api.py            writes the pages
python docs/reference/make_api.py --check    says whether one is stale
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import attrs
from pages import run

import corpuskit
from corpuskit.model import errors
from corpuskit.model.schema import field_docs

HERE = Path(__file__).parent
WIDTH = 88

API_HEAD = """\
# The Python API

<!-- Made by make_api.py from the docstrings of what corpuskit exports; edit those instead. -->

Everything here is imported from `corpuskit`. What plugins implement is in
[protocols](protocols.md), what they can read in [what an extractor can read](scan.md)
(`corpuskit.scan`), their tests in [the conformance kit](testing.md) (`corpuskit.testing`), and
what can be raised in [errors](errors.md). `date` and `datetime` are those of Python's own
`datetime`; a `*` says that what follows is given by name.

```python
import datetime
import corpuskit

text = "Two farmers were killed near Orrin on Monday, the mayor said."
(result,) = corpuskit.extract(text, published=datetime.date(2021, 2, 18))

assert result.dates[0].value == "2021-02-15"
assert result.text(result.casualties[0].span) == "Two farmers"
```
"""

GROUPS = {
    "From text to results": ("extract", "Pipeline", "link", "stories", "read_jsonl"),
    "Texts": ("Source", "Columns", "Article", "Block", "Furniture", "Published", "Span"),
    "Results": ("Result", "rows", "Failure", "record_schema"),
    "Annotations": (
        "Annotation", "Provenance", "DateMention", "Interval", "Entity", "Quotation", "Casualty",
        "Toll", "Event", "Argument",
    ),
    "One event in many articles": ("EventCluster", "claim_rows", "Member", "Claim", "Claims"),
    "Plugins": (
        "Selection", "Configuration", "discover", "Registry", "Plugin", "Part", "Layers",
        "Rejection", "content_id", "digest",
    ),
}  # fmt: skip

WORDS = (
    "BlockKind", "Zone", "DateType", "Precision", "EntityKind", "QuotationMode", "CasualtyKind",
    "CasualtyScope", "CasualtyStatus", "VictimRole", "EventType", "Polarity", "Modality",
)  # fmt: skip

OTHERS = {
    "API": "the number of the plugin contract; see [what you can rely on]"
    "(../explanation/compatibility.md#the-number-of-the-contract)",
    "ClaimPolicy": "a function from claims to one value; see `EventCluster.value`",
    "RECORD_VERSION": "the value of `schema` in a [record](record.md)",
    "__version__": "the version of corpuskit-core",
    "hookimpl": "marks a function of a plugin as one of the [hooks](hooks.md)",
}

HEADINGS = {
    "Args": "Arguments",
    "Attributes": "Attributes",
    "Raises": "Raises",
    "Returns": "Returns",
}

ERRORS_HEAD = """\
# Errors

<!-- Made by make_api.py from the docstrings of the errors; edit those instead. -->

Every error that corpuskit raises is a `corpuskit.CorpuskitError` with a code that never changes.
The code comes first in its message, then file and offset, where they are known:

```python
import corpuskit

try:
    corpuskit.Source.from_bytes(b"caf\\xe9", id="latin.txt")
except corpuskit.CorpuskitError as error:
    print(error)
    print(error.code, error.file, error.offset)
```
```text
CK101 latin.txt[3]: byte 0xE9 at byte offset 3 is not utf-8 (unexpected end of \
data); name the right encoding, with encoding= or --encoding
CK101 latin.txt 3
```

What a plugin raises while it reads an article is no error but a `Failure` in `result.failures`,
unless `strict=True`. A wrong type in a call is Python's own `TypeError`, a file that cannot be
opened its `OSError`.

"""


def errors_page() -> str:
    """Every error with its code, what it means and what to do."""
    classes = sorted((getattr(errors, name) for name in errors.__all__), key=lambda c: c.code)
    rows = [
        f"| [{cls.code}](#{_anchor(cls)}) | `{cls.__name__}` | {_first(cls)} |" for cls in classes
    ]
    table = "\n".join(["| code | error | meaning |", "|---|---|---|", *rows])
    return f"{ERRORS_HEAD}{table}\n" + "".join(map(_error, classes))


def _error(cls: type[errors.CorpuskitError]) -> str:
    bases = ", ".join(f"`{base.__name__}`" for base in cls.__bases__)
    return f"\n## {cls.code} {cls.__name__}\n\n{_markdown(cls)}\n\nBase: {bases}.\n"


def _anchor(cls: type[errors.CorpuskitError]) -> str:
    return f"{cls.code} {cls.__name__}".lower().replace(" ", "-")


def _first(value: object) -> str:
    return (inspect.getdoc(value) or "").partition("\n")[0]


def api_page() -> str:
    """Every exported name but errors and protocols, by group."""
    parts = [API_HEAD]
    for title, names in GROUPS.items():
        parts.append(f"\n## {title}\n")
        parts += [_section(name, getattr(corpuskit, name)) for name in names]
    parts.append(
        "\n## Words and other names\n\nA field of such a type holds one of these words:\n\n"
    )
    for name in WORDS:
        words = ", ".join(f"`{word}`" for word in get_args(getattr(corpuskit, name)))
        parts.append(f"- `{name}`: {words}\n")
    parts.append("\nThe names that are left:\n\n")
    parts += [f"- `{name}`: {about}\n" for name, about in OTHERS.items()]
    return "".join(parts)


def _section(name: str, value: Any) -> str:
    parts = [f"\n### {name}\n"]
    if inspect.isfunction(value):
        return "\n".join([*parts, _call(name, value), _markdown(value), ""])
    if attrs.has(value):
        parts.append(_call(name, value.__init__, types=False))
    elif "Args:" in (value.__doc__ or ""):
        parts.append(_call(name, value.__init__))
    parts.append(_markdown(value, without_fields=attrs.has(value)))
    if attrs.has(value):
        parts += ["", *_table(value)]
    for signature, about in _members(value):
        parts += ["", f"- `{signature}`", "", textwrap.indent(about, "  ")]
    return "\n".join([*parts, ""])


def _call(name: str, function: Any, *, types: bool = True) -> str:
    """A fenced signature, one parameter a line where it is long."""
    shown, returns = _parameters(function, types=types)
    returns = returns if name.islower() else ""
    line = f"{name}({', '.join(shown)}){returns}"
    if len(line) > WIDTH:
        rows = "".join(f"    {parameter},\n" for parameter in shown)
        line = f"{name}(\n{rows}){returns}"
    return f"```py\n{line}\n```\n"


def _parameters(function: Any, *, types: bool = True) -> tuple[list[str], str]:
    """Each parameter as it is shown, and what is returned."""
    signature = inspect.signature(function)
    parameters = [p for p in signature.parameters.values() if p.name not in ("self", "cls")]
    first = next((i for i, p in enumerate(parameters) if p.kind is p.KEYWORD_ONLY), None)
    shown = [_parameter(p, types=types) for p in parameters]
    if first is not None:
        keyword_only = shown[first:] if types else sorted(shown[first:], key=lambda one: "=" in one)
        shown[first:] = ["*", *keyword_only]
    return shown, f" -> {_plain(signature.return_annotation)}"


def _parameter(parameter: inspect.Parameter, *, types: bool) -> str:
    star = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
    type_ = f": {_plain(parameter.annotation)}" if types else ""
    if parameter.default is parameter.empty:
        return f"{star}{parameter.name}{type_}"
    default = parameter.default
    plain = isinstance(default, str | int | tuple | None)
    short = repr(default).replace("'", '"') if plain else "…"
    return f"{parameter.name}{type_}{' = ' if types else '='}{short}"


def _plain(annotation: Any) -> str:
    """A type as it is written, without the short name of the module datetime."""
    return re.sub(r"\bdt\.", "", str(annotation)).replace("'", "")


def _table(cls: Any) -> Iterator[str]:
    """The fields of an attrs class, those of its base too."""
    said = field_docs(cls)
    yield from ("| field | type | meaning |", "|---|---|---|")
    for field in sorted(attrs.fields(cls), key=lambda field: field.name == "provenance"):
        type_ = _plain(field.type).replace("|", "\\|")
        yield f"| `{field.name}` | `{type_}` | {said[field.name]} |"


def _members(cls: type) -> Iterator[tuple[str, str]]:
    """Signature and docstring of each method and property that a class itself has."""
    for name, value in vars(cls).items():
        about = _sectioned(inspect.getdoc(value) or "")
        if (name.startswith("_") and name != "__getitem__") or not about:
            continue
        if isinstance(value, property):
            yield f"{name}: {_plain(inspect.signature(value.fget).return_annotation)}", about  # type: ignore[arg-type]
        elif isinstance(value, classmethod):
            shown, returns = _parameters(value.__func__)
            yield f"{cls.__name__}.{name}({', '.join(shown)}){returns}", about
        elif inspect.isfunction(value):
            shown, returns = _parameters(value)
            call = f"[{shown[0]}]" if name == "__getitem__" else f".{name}({', '.join(shown)})"
            one = re.findall("[A-Z][a-z]+", cls.__name__)[-1].lower()
            yield f"{one}{call}{returns}", about


def _markdown(value: object, *, without_fields: bool = False) -> str:
    doc = inspect.getdoc(value) or ""
    if without_fields:
        doc = re.sub(r"Attributes:\n(?: {4}.*\n?|\n(?= {4}))*\n*", "", doc)
    return _sectioned(doc).strip()


def _sectioned(doc: str) -> str:
    """A docstring's sections as headed lists; the rest is Markdown as it is."""
    rows: list[str] = []
    inside = False
    for line in doc.split("\n"):
        if match := re.fullmatch(r"(Args|Attributes|Raises|Returns):", line):
            inside = True
            rows += [f"*{HEADINGS[match.group(1)]}*", ""]
        elif inside and (match := re.fullmatch(r" {4}(\w+(?:, \w+)*): (.*)", line)):
            names = match.group(1).replace(", ", "`, `")
            rows.append(f"- `{names}`: {match.group(2)}")
        elif inside and line.startswith("    "):
            rows.append(line[6:] if line.startswith("      ") else line[4:])
        else:
            inside = inside and not line
            rows.append(line)
    return "\n".join(rows)


PAGES = {"api.md": api_page, "errors.md": errors_page}


if __name__ == "__main__":
    run(__file__, PAGES)
