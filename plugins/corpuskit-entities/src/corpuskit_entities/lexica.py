"""Lexica: what each word of a name may be, looked up once for every word that is met."""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import NamedTuple

from corpuskit.scan import Entry
from corpuskit_entities.across.normal import default_gazetteer, is_acronym, normal_name
from corpuskit_entities.across.spelling import unaccented
from corpuskit_entities.places.gazetteer import demonyms
from corpuskit_entities.places.place import Reading
from corpuskit_entities.tables import heads, lexicon

__all__ = ["Token", "head_of", "known", "place_of", "read_all", "readings_of", "token_of"]


_ARTICLE = re.compile(r"(?:[Aa]l|[Ee]l|[ae][dnrsz]|ash|esh|at|ul|ur|wal|wa-l)-(?=[^\W\d_a-z])")
_CONTRACTED = frozenset("m ve d ll re t s".split())
_FIGURES = "0123456789,."
_PLAIN = "common_words.tsv"
_INITIALS = 3  # letters of an acronym that may be a name with small letters
_WRITTEN = 4  # letters of a title that is no acronym, at least
_LONGEST, _SHOUTED = 7, 3  # characters of an acronym; of a common word in capitals


class Sense(NamedTuple):
    """What a word may be, whichever word it is.

    Attributes:
        role: a noun for what a person is ("minister").
        title: a role that may stand right before a name.
        gender: of a role or first name: "m", "f" or "".
        head: the kind of entity that this noun makes of a name ("committee"), or "".
        first: a first name.
        people: a nationality, people or creed.
        stop: "function" and "calendar" words are no part of a name; an "opener" is none alone,
            nor is a "front", which opens no name either.
        common: an English word that news writes with a small letter.
        opens: a head noun that may come first ("Lake", "Radio").
        surname: a head noun that is a surname too ("Park").
    """

    role: bool = False
    title: bool = False
    gender: str = ""
    head: str = ""
    first: bool = False
    people: bool = False
    stop: str = ""
    common: bool = False
    opens: bool = False
    surname: bool = False


_UNKNOWN, _COMMON, _BODY = Sense(), Sense(common=True), Sense(head="organisation")
_FUNCTION = Sense(stop="function")


class Token(NamedTuple):
    """A word of a name: how it is written, and its sense.

    Attributes:
        text: as written, without a closing full stop.
        folded: lower case.
        acronym: written as an acronym.
        upper: begins with a capital.
        role, title, gender, head, first, people, stop, common, opens, surname: see `Sense`.
    """

    text: str
    folded: str
    acronym: bool
    upper: bool
    role: bool
    title: bool
    gender: str
    head: str
    first: bool
    people: bool
    stop: str
    common: bool
    opens: bool
    surname: bool


@functools.lru_cache(maxsize=65536)
def token_of(written: str) -> Token:
    """What the word may be; `written` is as in the text, without a possessive."""
    text = written.rstrip(".")
    folded = text.lower().replace("’", "'")
    article = _ARTICLE.match(text) if "-" in text else None
    sense = _sense_of(folded)
    if sense is None and not folded.isascii():
        sense = _sense_of(unaccented(folded))
        sense = None if sense is None or sense.stop else sense  # André, as Andre
    if sense is None and ("-" in folded or "'" in folded):
        sense = _derived(folded, text)
    elif sense is None and text[-1:].isdigit():
        money = _sense_of(folded.rstrip(_FIGURES))
        sense = money if money is not None and money.stop == "calendar" else None
    upper = text[:1].isupper() or article is not None
    acronym = upper and not text[1:].islower() and _is_acronym(text, folded, sense)
    if sense is None:
        sense = _UNKNOWN
        if article:
            folded = folded[article.end() :]
    initial = len(text) == 1 and upper and written != text  # the A. of Rosa A. Varga
    mixed = sense.common and upper and text[-1:].isupper() and not text.isupper()  # LeT
    if sense.stop and (acronym or initial or mixed):
        sense = sense._replace(stop="")
    if sense.title and not (sense.role or acronym) and len(text) < _WRITTEN:
        sense = sense._replace(title=False)  # Di Varga
    return Token(text, folded, acronym, upper, *sense)


def _sense_of(word: str) -> Sense | None:
    """What the word lists tell of a folded word; None if none has it."""
    common = word in _common()
    if word not in _special():
        return _COMMON if common else None
    role, head = _first_row("roles.tsv", word), _first_row("heads.tsv", word)
    first, stop = _first_row("first_names.tsv", word), _first_row("not_names.tsv", word)
    return Sense(
        role=role is not None and role["title"] != "name",
        title=role is not None and bool(role["title"]),
        gender=role["gender"] if role else first["gender"] if first else "",
        head=head["kind"] if head else "",
        first=first is not None,
        people=word in _peoples(),
        stop=stop["class"] if stop else "",
        common=common,
        opens=word in heads("opens"),
        surname=word in heads("surname"),
    )


def _first_row(file: str, word: str) -> Entry | None:
    """The first sense of a word in a lexicon, or None."""
    rows = lexicon(file).get(word)
    return rows[0] if rows else None


def head_of(word: str) -> str:
    """The `head` of a folded word."""
    if not word.isalpha():
        return token_of(word).head
    head = _first_row("heads.tsv", word)
    return head["kind"] if head else ""


@functools.cache
def _special() -> frozenset[str]:
    """The words that are more than common: most are not among them."""
    files = ("roles.tsv", "heads.tsv", "first_names.tsv", "not_names.tsv")
    return _peoples().union(*map(lexicon, files))


@functools.cache
def _peoples() -> frozenset[str]:
    return frozenset([*demonyms(), *lexicon("peoples.tsv")])


def _derived(folded: str, text: str) -> Sense | None:
    """The office of "ex-minister", the pronoun of "I've" and "we'll", the noun of "Post-Tribune"
    and of "League-Varga"."""
    first, apostrophe, rest = folded.partition("'")
    if apostrophe:
        if rest == "t" and first.endswith("n"):
            return _FUNCTION  # don't, won't
        sense = _sense_of(first) if rest in _CONTRACTED else None
        return sense if sense is not None and sense.stop else None
    front, _, last = folded.rpartition("-")
    if last.isdigit():  # Tribunal-1
        sense = _sense_of(front)
        return sense if sense is not None and sense.head else None
    sense = _sense_of(last) if front == "ex" else None
    if sense is not None and sense.role:
        return sense
    body = last in heads("paper") or (front in heads("party") and text[len(front) + 1 :].istitle())
    return _BODY if body else None


def _is_acronym(text: str, folded: str, sense: Sense | None) -> bool:
    """Two to seven capitals; a common word of four and more ("WELCOME") only shouts."""
    if not (text[1:2].isupper() or text[1:2] == "." or text[-1:].isupper()):
        return False
    if len(text) > _LONGEST or not is_acronym(text.replace(".", "")):
        return False
    if sense is None or folded == "us" or (text.isupper() and known(text)):
        return True
    return not sense.stop and (len(text) < _SHOUTED or not sense.common)


@functools.cache
def read_all() -> None:
    """Read every word list and the gazetteer, so that no article is slower than the others."""
    token_of("Name")
    place_of("Name")
    normal_name("Name", "organisation")
    for file in resources.files("corpuskit_entities").joinpath("lexicons").iterdir():
        if file.name.endswith(".tsv") and file.name != _PLAIN:
            lexicon(file.name)


@functools.lru_cache(maxsize=65536)
def place_of(name: str) -> Reading | None:
    """The most prominent place called `name` or so abbreviated ("Calif."), or None."""
    return default_gazetteer().first(_in_full(name))


def readings_of(name: str) -> tuple[Reading, ...]:
    """All places of `place_of`, the most prominent first."""
    return default_gazetteer().readings(_in_full(name))


def _in_full(name: str) -> str:
    rows = lexicon("place_names.tsv").get(name.lower().rstrip("."))
    return rows[0]["name"] if rows and name[:1].isupper() else name


@functools.cache
def _common() -> frozenset[str]:
    """Read plainly: it is long and has no columns."""
    file = resources.files("corpuskit_entities") / "lexicons" / _PLAIN
    return frozenset(file.read_text(encoding="utf-8").split("\n")[2:])


@functools.lru_cache(maxsize=65536)
def known(name: str) -> str | None:
    """The full name of an organisation that everybody knows by `name`, or None."""
    rows = lexicon("known.tsv").get(name.lower().replace("’", "'"))
    if not rows or (len(name) <= _INITIALS and rows[0]["name"].isupper() and not name.isupper()):
        return None  # Gao is not GAO
    return rows[0]["name"]
