"""Tables: the plugin's lexicons, each read once, and what their columns say of a word.

Each lexicon's first lines say what its columns hold.
"""

from __future__ import annotations

import functools

from corpuskit.scan import Lexicon

__all__ = [
    "beside", "heads", "lexicon", "name_parts", "neighbours", "same", "small_words", "speech_verbs",
]  # fmt: skip


@functools.cache
def lexicon(file: str) -> Lexicon:
    """A lexicon of this plugin."""
    return Lexicon.from_package("corpuskit_entities", file)


@functools.cache
def heads(tag: str) -> frozenset[str]:
    """The nouns of heads.tsv with a tag there: "general", "firm"."""
    rows = lexicon("heads.tsv").entries
    return frozenset([row.term for row in rows if tag in row["tags"].split()])


@functools.cache
def name_parts(use: str) -> frozenset[str]:
    """The words of name_parts.tsv with a use there: "particle", "direction"."""
    rows = lexicon("name_parts.tsv").entries
    return frozenset([row.term for row in rows if use in row["uses"].split()])


@functools.cache
def small_words(use: str) -> frozenset[str]:
    """The words of small_words.tsv with a use there: "determiner", "preposition"."""
    rows = lexicon("small_words.tsv").entries
    return frozenset([row.term for row in rows if use in row["uses"].split()])


def beside(where: str) -> list[tuple[str, str]]:
    """The words of neighbours.tsv in a place beside a name, and what each tells of it."""
    rows = lexicon("neighbours.tsv").entries
    return [(row.term, row["tells"]) for row in rows if row["where"] == where]


@functools.cache
def neighbours(*tells: str) -> frozenset[str]:
    """The words of neighbours.tsv that tell one of some things, wherever they stand."""
    return frozenset(
        [row.term for row in lexicon("neighbours.tsv").entries if row["tells"] in tells]
    )


@functools.cache
def same(file: str) -> dict[str, str]:
    """Words of a lexicon to the one that stands for all of their meaning ("panel": council)."""
    return {row.term: row["same"] for row in lexicon(file).entries if row["same"]}


@functools.cache
def speech_verbs() -> frozenset[str]:
    """Verbs whose subject is somebody who speaks or thinks."""
    return frozenset(lexicon("speech_verbs.tsv"))
