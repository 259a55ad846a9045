"""Make: the page `dates.md` from the rules and lexicons of corpuskit-dates.

python docs/reference/make_dates.py            writes the page
python docs/reference/make_dates.py --check    says whether it is stale
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator

from pages import run

from corpuskit.scan import Entry, Example
from corpuskit_dates.rules import FAMILIES, all_rules, language_rules
from corpuskit_dates.rules.base import DateRule
from corpuskit_dates.words.classes import MACROS, WORD_CLASSES
from corpuskit_dates.words.language import load_language

HEAD = """\
# Dates: the rules

<!-- Made by make_dates.py from the rules and lexicons of corpuskit-dates; edit those instead. -->

What `corpuskit-dates` recognises, rule by rule, with the examples that are inside each rule and
that the tests run. The part that becomes the mention is **bold**; then come its TIMEX3 value and,
where it leans on one, the day of publication. How values are resolved, and why so, is in
[Dates: how they are read](../explanation/dates.md).

A pattern is written over word classes, not words: `month dd` is a month's name and a number from
1 to 31. `?` makes a class optional, `|` stands between alternatives; names in capitals are groups
of classes, listed [below](#groups-of-classes). Every rule's id is written on the mentions that it
finds: `mention.provenance.rule`.
"""


def page() -> str:
    """The page as Markdown."""
    parts = [HEAD, f"{len(all_rules())} rules.\n"]
    for name in FAMILIES:
        module = importlib.import_module(f"corpuskit_dates.rules.{name}")
        title, _, about = (module.__doc__ or "").partition(": ")
        parts.append(f"## {title}\n\n{about[0].upper()}{about[1:].strip()}\n")
        parts += [_rule(rule) for rule in module.RULES]
    parts.append("## Groups of classes\n")
    parts.append("| group | stands for |\n|---|---|")
    parts[-1] += "".join(
        f"\n| `{name}` | `{_cell(_plain(what))}` |" for name, what in MACROS.items()
    )
    parts[-1] += "\n"
    parts += list(_words("en")) + list(_beside("en")) + list(_second("es"))
    return "\n".join(parts)


def _rule(rule: DateRule) -> str:
    rows = [f"### `{rule.id}`", "", rule.about, "", "```", _wrapped(rule.pattern), "```", ""]
    rows += [f"- {_example(example)}" for example in rule.yes]
    rows += [f"- not in: {text}" for text in rule.no]
    return "\n".join(rows) + "\n"


def _example(example: Example) -> str:
    text = example.marked.replace("[[", "**").replace("]]", "**").replace("\n", " ")
    day = f", published {example.published}" if example.published else ""
    return f"{text} → `{example.value}`{day}"


def _wrapped(pattern: str) -> str:
    """Top-level alternatives on lines of their own."""
    depth, out = 0, ""
    for char in " ".join(pattern.split()):
        depth += (char == "(") - (char == ")")
        out += "\n| " if char == "|" and not depth else char
    return "\n".join(line.strip().replace("|  ", "| ") for line in out.split("\n"))


def _plain(pattern: str) -> str:
    return " ".join(pattern.replace("(?:", "(").split()).replace("{0,6}", "*")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _words(code: str) -> Iterator[str]:
    language = load_language(code)
    yield "## Words\n"
    yield (
        "Each word has one class. A word is added as a row of "
        f"`lexicons/{code}/words.tsv`: term, class, value, and `capital` where it only counts "
        "with a capital letter.\n"
    )
    rows = ["| class | words |", "|---|---|"]
    for name in WORD_CLASSES:
        terms = [entry.term for entry in language.words.entries if entry["class"] == name]
        if terms:
            shown = ", ".join(terms[:12]) + (", …" if len(terms) > 12 else "")
            rows.append(f"| `{name}` | {_cell(shown)} |")
    yield "\n".join(rows) + "\n"


def _beside(code: str) -> Iterator[str]:
    language = load_language(code)
    yield "## Words beside an expression\n"
    yield (
        "Small words that lead to an expression or follow it; a word may have several classes, "
        f"each in a row of `lexicons/{code}/beside.tsv`.\n"
    )
    rows = ["| class | what its words do | words |", "|---|---|---|"]
    by_class: dict[str, list[Entry]] = {}
    for entry in language.beside.entries:
        by_class.setdefault(entry["class"], []).append(entry)
    for name, entries in by_class.items():
        terms = ", ".join(entry.term for entry in entries)
        rows.append(f"| `{name}` | {_cell(entries[0]['comment'])} | {terms} |")
    yield "\n".join(rows) + "\n"


def _second(code: str) -> Iterator[str]:
    rules = language_rules(code)
    yield "## Spanish\n"
    yield (
        f"A second language is a folder of rows: `lexicons/{code}/words.tsv`, `beside.tsv`, "
        "`tense.tsv`, and `phrases.tsv`, which gives a rule of above another order of words. It "
        "has no code.\n"
    )
    rows = ["| rule | example |", "|---|---|"]
    rows += [f"| `{rule.id}` | {_cell(_example(one))} |" for rule in rules for one in rule.yes]
    yield "\n".join(rows) + "\n"


if __name__ == "__main__":
    run(__file__, {"dates.md": page})
