"""Lexicon: which words of which languages the segmenter knows, in shapes made for look-up."""

from __future__ import annotations

import functools
from importlib import resources
from importlib.resources.abc import Traversable

import attrs

from corpuskit import ConfigurationError
from corpuskit.scan import Entry, Lexicon, trie_pattern

__all__ = [
    "LANGUAGES",
    "Calendar",
    "Families",
    "agencies",
    "calendar",
    "entries",
    "families",
    "first_word",
    "folder_of",
    "stripped",
]

LANGUAGES = ("en", "de", "es")
"""Languages with a lexicon, in the order in which they are read."""

_PACKAGE = "corpuskit_boilerplate"
_TABLES = ("families.tsv", "calendar.tsv", "archive.tsv")
_EDGES = " \t|:;,.…!?»›«‹→←↓↑▸►▶▼▾•·*-–—_=+<>()[]\"'“”‘’✕×"


def stripped(folded: str) -> str:
    """A folded line without the marks at its ends; itself if nothing else is in it."""
    if folded[:1] == "#" and (title := folded.lstrip("#"))[:1] == " ":  # of a Markdown heading
        return title.strip(_EDGES) or folded
    return folded.strip(_EDGES) or folded


_NO_STARTS: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@attrs.frozen
class Families:
    """Wordings of furniture.

    Attributes:
        whole: line to family.
        starts: first word to beginnings, longest first, and for each its family.
        inside: term to family, wherever in a line it stands.
        labels: term to family, before a colon and a headline.
        names: term to family, before names.
        counts: term to family, before a number.
        papers: words of names of papers, to family.
    """

    whole: dict[str, str]
    starts: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    inside: dict[str, str]
    labels: dict[str, str]
    names: dict[str, str]
    counts: dict[str, str]
    papers: dict[str, str]
    roles: dict[str, str]

    def of_start(self, key: str, first: str) -> str:
        """The family of the longest beginning that `key` has; "" if none."""
        terms, found = self.starts.get(first, _NO_STARTS)
        if key.startswith(terms):
            for term, family in zip(terms, found, strict=True):
                rest = key[len(term) : len(term) + 1]
                if key.startswith(term) and not (term[-1].isalnum() and rest.isalnum()):
                    return family
        return ""


@attrs.frozen
class Calendar:
    """Month, weekday and unit words of all languages, folded, and those of another week."""

    months: dict[str, int]
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    units: dict[str, int]
    other_weeks: dict[str, int]


@functools.cache
def families(languages: tuple[str, ...]) -> Families:
    """The furniture lexicons of `languages`; where two disagree on a wording, the first wins."""
    whole: dict[str, str] = {}
    starts: dict[str, dict[str, str]] = {}
    inside: dict[str, str] = {}
    labels: dict[str, str] = {}
    names: dict[str, str] = {}
    counts: dict[str, str] = {}
    papers: dict[str, str] = {}
    roles: dict[str, str] = {}
    for entry in entries(languages, "families.tsv"):
        family, term = entry["family"], entry.term
        if entry["place"] == "whole":
            whole.setdefault(stripped(term), family)
        elif entry["place"] == "in":
            inside.setdefault(term, family)
        elif entry["place"] == "label":
            labels.setdefault(term, family)
        elif entry["place"] == "name":
            names.setdefault(term, family)
        elif entry["place"] == "count":
            counts.setdefault(term, family)
        elif entry["place"] == "paper":
            papers.setdefault(term, family)
        elif entry["place"] == "role":
            roles.setdefault(term, family)
        else:
            term = term.lstrip(_EDGES) or term
            starts.setdefault(first_word(term), {}).setdefault(term, family)
    ordered = {}
    for first, known in starts.items():
        terms = tuple(sorted(known, key=lambda term: (-len(term), term)))
        ordered[first] = terms, tuple(known[term] for term in terms)
    return Families(whole, ordered, inside, labels, names, counts, papers, roles)


def first_word(key: str) -> str:
    """The first word of a stripped folded line, marks at its ends left out."""
    head = key.split(None, 1)[0] if key else ""
    return head.strip(_EDGES) or head


@functools.cache
def calendar(languages: tuple[str, ...]) -> Calendar:
    """The calendar lexicons of `languages`."""
    names = ("month", "weekday", "weekday_short", "unit", "other_week")
    kinds: dict[str, dict[str, int]] = {name: {} for name in names}
    for entry in entries(languages, "calendar.tsv"):
        kinds.setdefault(entry["kind"], {}).setdefault(entry.term, int(entry["value"]))
    return Calendar(*(kinds[name] for name in names))


@functools.cache
def agencies(*brings: str) -> str:
    """A pattern for the names of agencies that bring such things, by `agencies.tsv`."""
    rows = Lexicon.from_package(_PACKAGE, "agencies.tsv").entries
    return trie_pattern(row["written"] for row in rows if row["brings"] in brings)


def entries(languages: tuple[str, ...], file: str) -> list[Entry]:
    """The rows of `lexicons/<language>/<file>` of all languages that have one."""
    found: list[Entry] = []
    for language in languages:
        path = folder_of(language) / file
        if path.is_file():
            found += Lexicon.from_tsv(path).entries
    return found


def folder_of(language: str) -> Traversable:
    """The folder `lexicons/<language>/`, or that of which `language` is the absolute path.

    Raises:
        ConfigurationError: if there is none with a table; it names those that there are.
    """
    folder = resources.files(_PACKAGE) / "lexicons"
    if not any((folder / language / table).is_file() for table in _TABLES):
        known = ", ".join(sorted(child.name for child in folder.iterdir() if child.is_dir()))
        raise ConfigurationError(
            f"no lexicons for language {language!r}; there are: {known}, and any folder with "
            f"{', '.join(_TABLES[:-1])} or {_TABLES[-1]} by its absolute path"
        )
    return folder / language
