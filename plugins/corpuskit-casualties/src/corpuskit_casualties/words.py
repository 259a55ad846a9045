"""Words: which class a word belongs to; the lexicons as one look-up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeVar

from corpuskit import CasualtyKind
from corpuskit.scan import NUMBER_WORDS, Lexicon, number_value

__all__ = [
    "Kind",
    "Sense",
    "Word",
    "classes",
    "cue",
    "guess",
    "known_words",
    "look_up",
    "meanings",
    "nationals",
    "reasons",
    "tags",
    "tokens",
    "trigger_lexicon",
    "word_value",
]

PACKAGE = __package__

_TENS = [word for word, value in NUMBER_WORDS.items() if 20 <= value <= 90]
_ONES = [word for word, value in NUMBER_WORDS.items() if 1 <= value <= 9]
_DOER = "(?:ist|goer|keeper|worker|smith|mason|monger|wright|teer|grapher|herder|tamer|minder)"
_PEOPLE = rf"(?:men|ians|icans|{_DOER}s)\Z"
_PERSON = rf"(?:man|{_DOER})\Z"


class Word(NamedTuple):
    """What the lexicons know of one word.

    Attributes:
        tag: "N" people, "n" person, "X" things, "x" thing, "#" figure, "numw" number word,
            "w" unknown, "'s" possessive, or a tag of grammar.tsv.
        role: of the victims, "" if it is no noun of people.
        of: whether "of …" belongs to the noun ("members of the council").
        nation: whether it names people of a nation ("Americans").
        why: what kind of thing it is ("animal"), "" if none.
    """

    tag: str
    role: str = ""
    of: bool = False
    why: str = ""
    nation: bool = False


_UNKNOWN, _FIGURE, _NUMBER = Word("w"), Word("#"), Word("numw")
_ADVERB, _OWNER = Word("adv"), Word("'s")
_DASHES = frozenset("-\u2013\u2014")


Kind = CasualtyKind | Literal["both"]


class Sense(NamedTuple):
    """A row of triggers.tsv: what a trigger tells of, and how."""

    term: str
    kind: Kind
    frame: str
    form: str
    needs: str


@cache
def meanings() -> dict[str, tuple[tuple[Sense, ...], dict[str, str]]]:
    """The senses of each term, none for a false friend; and words before it to the reason why
    the two together tell of no victim."""
    rows: dict[str, tuple[Sense, ...]] = dict.fromkeys(reasons(), ())
    for e in lexicon("triggers").entries:
        if e.term not in reasons():
            kind: Kind = e["kind"]  # type: ignore[assignment]
            sense = Sense(e.term, kind, e["frame"], e["form"], e["needs"])
            rows[e.term] = (*rows.get(e.term, ()), sense)
    found: dict[str, tuple[tuple[Sense, ...], dict[str, str]]]
    found = {term: (senses, {}) for term, senses in rows.items()}
    for e in lexicon("before").entries:
        found[e["trigger"]][1][e.term] = e["reason"]
    return found


@cache
def reasons() -> dict[str, str]:
    """Why a term that holds a trigger's letters tells of no victim."""
    return {e.term: e["reason"] for e in lexicon("false_friends").entries}


@cache
def trigger_lexicon() -> Lexicon:
    """Triggers and their false friends in one; the longest term wins."""
    return lexicon("triggers") | lexicon("false_friends")


@cache
def cue(use: str) -> frozenset[str]:
    """Words of one use in cues.tsv, whose head and headings say what each use is for."""
    return _cues()[use]


@cache
def _cues() -> dict[str, frozenset[str]]:
    return lexicon("cues").by("cue")


@cache
def lexicon(name: str) -> Lexicon:
    """One of the package's lexicons."""
    return Lexicon.from_package(PACKAGE, f"{name}.tsv")


@cache
def known_words() -> dict[str, Word]:
    """All words of the lexicons with their class."""
    known = {"": Word("")}  # beside the first and the last word of a sentence
    shared: dict[Word, Word] = {}  # few classes, many words
    for entry in lexicon("things").entries:
        known[entry["plural"]] = Word("X", why=entry["category"])
        known[entry.term] = Word("x", why=entry["category"])
    for entry in lexicon("demonyms").entries:
        known[entry.term] = Word("w")
        known[entry["plural"]] = Word("N", "unknown", nation=True)
    for entry in lexicon("people").entries:
        of = entry["of"] == "yes"
        known[entry.term] = Word("n", entry["role"], of)
        known[entry["plural"]] = Word("N", entry["role"], of)
    for entry in lexicon("grammar").entries:
        known[entry.term] = Word(entry["tag"])
    for word in (*NUMBER_WORDS, *_joined()):
        known[word] = _NUMBER
    return {word: shared.setdefault(info, info) for word, info in known.items()}


@cache
def nationals() -> frozenset[str]:
    """What one person of a nation is called, which mostly describes: "a Dane", "a Dane ship"."""
    rows = lexicon("demonyms").entries
    return frozenset(entry.term for entry in rows if entry["plural"] != entry.term)


T = TypeVar("T")


class Told(dict[str, T]):
    """What a function tells of a string, by string; the first that are asked for are kept."""

    def __init__(self, tell: Callable[[str], T], known: Mapping[str, T]) -> None:
        super().__init__(known)
        self._tell = tell

    def __missing__(self, text: str) -> T:
        found = self._tell(text)
        if len(self) < _KEPT:
            self[text] = found
        return found


_KEPT = 1 << 15


@cache
def classes() -> Told[Word]:
    """The class of any folded word or mark; what no lexicon knows is guessed."""
    return Told(guess, known_words())


@cache
def tags() -> Told[str]:
    """The tag of any folded word or mark."""
    return Told(lambda word: classes()[word].tag, {})


@cache
def tokens() -> Told[tuple[str, ...]]:
    """The words and marks of any folded text without white space; quote marks are passed over."""
    token = re.compile(
        r"[^\W\d_]\w*+(?:(?:['-]\w++|\.\w(?!\w))+(?:(?<=\.\w)\.)?)?(?:(?<=s)')?"
        r"|[^\s\d\"'\u201c\u201d\u00ab\u00bb`]"
        r"|\d+(?:[.,:]\d+)*(?:[^\W_]+)?(?:[-\u2013](?:\d+(?:,\d+)+|(?=\w)[^\W_]+))*"
    )
    return Told(lambda text: tuple(token.findall(text)), {})


def look_up(word: str) -> Word:
    """The class of a folded word or mark."""
    return classes()[word]


@lru_cache(maxsize=1 << 12)
def word_value(text: str) -> int | float | None:
    """`number_value`, remembered: few numbers are written in words, and each often."""
    return number_value(_joined().get(text, text))


@cache
def _joined() -> dict[str, str]:
    """As in "thirtythree": number words written together, as they should be."""
    return {ten + one: f"{ten}-{one}" for ten in _TENS for one in _ONES}


def guess(word: str) -> Word:
    """The class of a word that no lexicon knows, by its shape."""
    first = word[0]
    if first.isdigit():
        times = word[-1] == "x" and word[:-1].isdecimal()  # "3x wounded"
        return _FIGURE if times or word[-1].isdigit() else _UNKNOWN
    if not first.isalpha():
        mark = "-" if word in _DASHES else word
        return Word(mark) if len(word) == 1 else _UNKNOWN
    if word.endswith(("'s", "s'")):
        return _OWNER
    if "-" in word:
        return _hyphenated(word)
    if word.endswith("ly") and len(word) > 4:
        return _ADVERB
    if len(word) > 6 and re.search(_PEOPLE, word):
        return Word("N", "unknown")
    if len(word) > 6 and re.search(_PERSON, word):
        return Word("n", "unknown")
    return _UNKNOWN


def _hyphenated(word: str) -> Word:
    whose, of, _ = word.partition("-of-")
    if of:  # "a mum-of-two"
        return known_words().get(whose, _UNKNOWN)
    if word_value(word) is not None or set(word.split("-")) <= NUMBER_WORDS.keys():
        return _NUMBER
    last = known_words().get(word.rpartition("-")[2])
    if last is not None and last.tag in ("N", "n", "X", "x") and word[-3:] != "old":
        return last
    return _UNKNOWN
