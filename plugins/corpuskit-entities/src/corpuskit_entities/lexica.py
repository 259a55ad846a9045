"""Lexica: what each word of a name may be, looked up once for every word there is."""

from __future__ import annotations

import functools
from importlib import resources
from typing import NamedTuple

from corpuskit.scan import Entry, Lexicon
from corpuskit_entities.normal import default_gazetteer, is_acronym, normal_name
from corpuskit_entities.places.gazetteer import demonyms
from corpuskit_entities.places.place import Reading

__all__ = ["Token", "known", "lexicon", "place_of", "read_all", "speech_verbs", "token_of"]


_LONGEST, _SHOUTED = 7, 4  # characters of an acronym; of a common word in capitals


class Token(NamedTuple):
    """A word of a name and what it may be.

    Attributes:
        text: as written, without a closing full stop.
        folded: lower case.
        role: a noun for what a person is ("minister").
        title: a role that may stand right before a name.
        gender: of a role or first name: "m", "f" or "".
        head: the kind of entity that this noun makes of a name ("committee"), or "".
        first: a first name.
        people: a nationality, people or creed.
        stop: "function" and "calendar" words are no part of a name; an "opener" is none alone.
        common: an English word that news writes with a small letter.
        acronym: written as an acronym.
        upper: begins with a capital.
        opens: a head noun that may come first ("Lake", "Radio").
        surname: a head noun that is a surname too ("Park").
    """

    text: str
    folded: str
    role: bool = False
    title: bool = False
    gender: str = ""
    head: str = ""
    first: bool = False
    people: bool = False
    stop: str = ""
    common: bool = False
    acronym: bool = False
    upper: bool = True
    opens: bool = False
    surname: bool = False


@functools.lru_cache(maxsize=65536)
def token_of(written: str) -> Token:
    """What the word may be; `written` is as in the text, without a possessive."""
    text = written.rstrip(".")
    folded = text.lower().replace("’", "'")
    office = folded.removeprefix("ex-").removesuffix("-elect").removesuffix("-designate")
    role = lexicon("roles.tsv").get(office)
    head = lexicon("heads.tsv").get(folded)
    first = lexicon("first_names.tsv").get(folded)
    stop = lexicon("not_names.tsv").get(folded) or _contracted(folded)
    people = folded in demonyms() or folded in lexicon("peoples.tsv")
    gender = role[0]["gender"] if role else first[0]["gender"] if first else ""
    acronym = _is_acronym(text, folded) and (not stop or folded == "us")
    return Token(
        text,
        folded,
        role=bool(role),
        title=bool(role) and bool(role[0]["title"]),
        gender=gender,
        head=head[0]["kind"] if head else "",
        first=bool(first),
        people=people,
        stop=stop[0]["class"] if stop and not acronym else "",
        common=folded in _common(),
        acronym=acronym,
        upper=text[:1].isupper(),
        opens=bool(head) and bool(head[0]["opens"]),
        surname=bool(head) and bool(head[0]["surname"]),
    )


def read_all() -> None:
    """Read every word list and the gazetteer, so that no article is slower than the others."""
    token_of("Name")
    place_of("Name")
    known("Name")
    normal_name("Name", "organisation")
    speech_verbs()
    lexicon("state_bodies.tsv")


@functools.cache
def lexicon(file: str) -> Lexicon:
    """A lexicon of this plugin."""
    return Lexicon.from_package("corpuskit_entities", file)


@functools.lru_cache(maxsize=65536)
def place_of(name: str) -> Reading | None:
    """The most prominent place called `name` or so abbreviated ("Calif."), or None."""
    rows = lexicon("place_names.tsv").get(name.lower().rstrip("."))
    full = rows[0]["name"] if rows and name[:1].isupper() else name
    return next(iter(default_gazetteer().readings(full)), None)


def _is_acronym(text: str, folded: str) -> bool:
    """Two to seven capitals; a common word of four and more ("WELCOME") only shouts."""
    if len(text) > _LONGEST or not is_acronym(text.replace(".", "")):
        return False
    return len(text) < _SHOUTED or folded not in _common()


def _contracted(folded: str) -> tuple[Entry, ...]:
    """The pronoun of "I've" and "we'll"."""
    first, apostrophe, rest = folded.partition("'")
    known = apostrophe and rest in ("m", "ve", "d", "ll", "re", "t", "s")
    return (
        lexicon("not_names.tsv").get(first.removesuffix("n") if rest == "t" else first)
        if known
        else ()
    )


@functools.cache
def _common() -> frozenset[str]:
    """Read plainly: it is long and has no columns."""
    file = resources.files("corpuskit_entities") / "lexicons" / "common_words.tsv"
    return frozenset(file.read_text(encoding="utf-8").split("\n")[2:])


@functools.lru_cache(maxsize=65536)
def known(name: str) -> str | None:
    """The full name of an organisation that everybody knows by `name`, or None."""
    rows = lexicon("known.tsv").get(name.lower().replace("’", "'"))
    return rows[0]["name"] if rows else None


@functools.cache
def speech_verbs() -> frozenset[str]:
    """Verbs whose subject is somebody who speaks or thinks."""
    return frozenset(lexicon("speech_verbs.tsv"))
