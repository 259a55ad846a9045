"""Tables: the plugin's lexicons, each read once, and what their columns say of a word."""

from __future__ import annotations

import functools

from corpuskit.scan import Lexicon

__all__ = ["heads", "lexicon", "name_parts", "same", "speech_verbs"]


@functools.cache
def lexicon(file: str) -> Lexicon:
    """A lexicon of this plugin."""
    return Lexicon.from_package("corpuskit_entities", file)


@functools.cache
def heads(tag: str) -> frozenset[str]:
    """The nouns of heads.tsv with a tag.

    general: by which bodies call themselves; leads: left out of a loose name, its letter kept in
    the acronym; opens: may come first ("Lake"), and town: names a town there ("Port"); article: so
    before an Arabic article alone ("Ansar al-Sahl"); surname: somebody's, too; firm, paper, party:
    the last word of such a name; on: a body named by what it is "on"; realm: a body, if no
    gazetteer has it; noun: stands for a body with a small letter ("the council"); state: a state's
    body; dated: may be named by a day ("the March 9 Movement"); division: ends a place's full
    name; loose: means no body named before, alone.
    """
    rows = lexicon("heads.tsv").entries
    return frozenset([row.term for row in rows if tag in row["tags"].split()])


@functools.cache
def name_parts(use: str) -> frozenset[str]:
    """The words of name_parts.tsv with a use there: "particle", "direction"."""
    rows = lexicon("name_parts.tsv").entries
    return frozenset([row.term for row in rows if use in row["uses"].split()])


@functools.cache
def same(file: str) -> dict[str, str]:
    """Words of a lexicon to the one that stands for all of their meaning ("panel": council)."""
    return {row.term: row["same"] for row in lexicon(file).entries if row["same"]}


@functools.cache
def speech_verbs() -> frozenset[str]:
    """Verbs whose subject is somebody who speaks or thinks."""
    return frozenset(lexicon("speech_verbs.tsv"))
