"""Make: the pages `hooks.md` and `protocols.md` from the plugin contract's own signatures.

python docs/reference/make_contract.py            writes the pages
python docs/reference/make_contract.py --check    says whether one is stale
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from pages import run

from corpuskit.contract import HOOKS, HookSpecs, protocols

HERE = Path(__file__).parent

HOOKS_HEAD = """\
# Hooks

<!-- Made by make_contract.py from the contract's docstrings; edit those instead. -->

A plugin is a module that an entry point of group `corpuskit` names, with functions marked
`@corpuskit.hookimpl`. Each hook takes nothing and returns objects; it is called once, when a
pipeline is built. What the objects must have: [protocols](protocols.md).

```toml
[project.entry-points.corpuskit]
weather = "corpuskit_weather.plugin"
```

```python
import types
import corpuskit

plugin = types.ModuleType("corpuskit_weather.plugin")

@corpuskit.hookimpl
def corpuskit_extractors() -> list[corpuskit.Extractor]:
    return []

plugin.corpuskit_extractors = corpuskit_extractors
assert plugin.corpuskit_extractors() == []
```

Importing the module must load nothing but the plugin's own package and what the object names in
`registration_imports`: an import that is needed only while text is read belongs inside of the
function that needs it. Selection (`CORPUSKIT_PLUGINS`, `corpuskit.toml`) is looked at before the
module is imported; a module that cannot be imported is listed as failed, with the reason, and the
others run. A module that brings nothing until something is set says so as `corpuskit_idle = "…"`,
which `corpuskit plugins` shows.
"""

PROTOCOLS_HEAD = """\
# Protocols

<!-- Made by make_contract.py from the contract's docstrings; edit those instead. -->

What an object that a [hook](hooks.md) returns must have. All of them are `typing.Protocol`s:
inherit one, which gives you the defaults and lets a type checker help, or just have the same
members (for a type checker, with the same types written out:
`provides: tuple[type[Annotation], ...] = (Flood,)`). What an extractor finds in `layers`: [what an
extractor can read](scan.md).
Beside these members an object may have

| attribute | read by |
|---|---|
| `rules` | `corpuskit explain`, and the check `rules_prove_themselves`: a tuple of `scan.Rule` |
| `describe` | the same check: annotation to the text that `Example.value` is written in |
| `samples` | the kit: texts in which the object finds something |
| `exempt` | the kit and `corpuskit plugins`: check name to the reason why it cannot be kept |
| `registration_imports` | the check `light_registration`: packages that registering may import |

```python
import attrs
import corpuskit
from corpuskit import Article, Layers, Provenance, Span
from corpuskit.scan import Lexicon


@attrs.frozen(kw_only=True)
class Storm(corpuskit.Annotation):
    span: Span


class Storms(corpuskit.Extractor):
    name = "storms"
    provides = (Storm,)
    triggers = Lexicon.of("storm", "gale")

    def __call__(self, article: Article, layers: Layers):
        for hit in layers.hits:
            yield Storm(span=Span(hit.start, hit.end), provenance=Provenance("storms.word"))


(result,) = corpuskit.Pipeline([Storms()]).run(["A gale cut off two villages."])
assert result.text(result[Storm][0].span) == "gale"
```
"""


def hooks_page() -> str:
    """Every hook with its signature."""
    return HOOKS_HEAD + "".join(_hook(name) for name in sorted(HOOKS))


def _hook(name: str) -> str:
    function = getattr(HookSpecs, name)
    about = inspect.getdoc(function)
    return f"\n## {name}\n\n```text\n{hook_signature(name)}\n```\n\n{about}\n"


def hook_signature(name: str) -> str:
    """As a plugin writes it: without self."""
    signature = inspect.signature(getattr(HookSpecs, name))
    return f"def {name}() -> {signature.return_annotation}"


def protocols_page() -> str:
    """Every protocol with its members."""
    return PROTOCOLS_HEAD + "".join(_protocol(name) for name in protocols.__all__)


def _protocol(name: str) -> str:
    cls = getattr(protocols, name)
    about = inspect.cleandoc(cls.__doc__)
    rows = "".join(f"\n- `{signature}`\n{about}" for signature, about in members(cls))
    return f"\n## {name}\n\n{about}\n{rows}"


def members(cls: type) -> Iterator[tuple[str, str]]:
    """Signature and indented docstring of each member that a protocol itself declares."""
    source = inspect.getsource(cls)
    for field, type_ in vars(cls).get("__annotations__", {}).items():
        match = re.search(rf'^    {field}: .*\n    """((?:.|\n)*?)"""', source, re.MULTILINE)
        default = vars(cls).get(field, inspect.Parameter.empty)
        tail = "" if default is inspect.Parameter.empty else f" = {default!r}"
        yield f"{field}: {type_}{tail}", _indented(match.group(1) if match else "")
    for field, value in vars(cls).items():
        if isinstance(value, property):
            returns = inspect.signature(value.fget).return_annotation  # type: ignore[arg-type]
            yield f"{field}: {returns}", _indented(value.__doc__ or "")
        elif inspect.isfunction(value) and (field == "__call__" or not field.startswith("_")):
            yield f"{field}{_plain(value)}", _indented(value.__doc__ or "")


def _plain(function: object) -> str:
    """The signature without self and without the quotes of postponed annotations."""
    text = str(inspect.signature(function))  # type: ignore[arg-type]
    return text.replace("'", "").replace("(self, ", "(").replace("(self)", "()")


def _indented(docstring: str) -> str:
    about = inspect.cleandoc(docstring)
    return textwrap.indent(about, "  ") + "\n" if about else ""


PAGES = {"hooks.md": hooks_page, "protocols.md": protocols_page}


if __name__ == "__main__":
    run(__file__, PAGES)
