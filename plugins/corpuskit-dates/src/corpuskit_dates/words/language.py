"""Language: the words, phrases and tense markers of one language, read from its folder of rows."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from importlib import resources
from typing import NamedTuple

import attrs

from corpuskit import ConfigurationError, LexiconError
from corpuskit.scan import Entry, Lexicon, trie_pattern
from corpuskit_dates.words.classes import BESIDE_CLASSES, BREAK, TRIGGERS, char_of
from corpuskit_dates.words.figures import figure, telling_figures
from corpuskit_dates.words.tense import TenseReader

__all__ = ["Language", "Vocabulary", "Word", "load_language"]


class Word(NamedTuple):
    """What a token is: its class character, its value, and what its place must satisfy: "capital",
    "capitals" (all of it), "tight" (between word characters), or ""."""

    char: str
    value: str
    check: str = ""


_UNKNOWN = Word(BREAK, "")
_MARKS = {
    ",": Word(char_of("comma"), ""),
    "'s": Word(char_of("poss"), ""),
    **dict.fromkeys("-\u2013", Word(char_of("hyphen"), "", "tight")),
}


class Vocabulary(dict[str, str]):
    """Tokens, with the white space after them, to class characters; each is worked out when
    first met.

    Attributes:
        words: the tokens that rules know, with all that is said of them.
        doubtful: tokens whose place must be looked at.
    """

    def __init__(self, known: dict[str, Word]) -> None:
        super().__init__()
        self._known = known
        self.words: dict[str, Word] = {}
        self.doubtful: set[str] = set()

    def __missing__(self, token: str) -> str:
        text = token.rstrip()
        word = self._known.get(text)
        if word is None:
            spaced = " ".join(text.split())  # a term of several words may be broken over a line
            word = _MARKS.get(text) or self._known.get(spaced) or Word(*figure(text))
        if word.char != BREAK:
            self.words[token] = word
            if word.check:
                self.doubtful.add(token)
        self[token] = word.char  # last: who finds it finds the rest
        return word.char

    def word(self, token: str) -> Word:
        """All that is said of a token."""
        return _UNKNOWN if self[token] == BREAK else self.words[token]


class _Classes(dict[str, frozenset[str]]):
    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


_KEPT = 50_000


@attrs.frozen(slots=False, eq=False)
class Language:
    """What one language's folder in `lexicons/` holds.

    Attributes:
        code: the folder's name, a BCP 47 tag ("en").
        words: term, class, value, case: what each word is to the rules (`words.tsv`).
        beside: small words that stand beside an expression, a class a row; a term may have
            several (`beside.tsv`).
        tense: words and endings (`-ed`) that tell past from future (`tense.tsv`).
        phrases: patterns over classes, each naming the rule that reads it (`phrases.tsv`);
            empty where the rules' own patterns serve.
    """

    code: str
    words: Lexicon
    beside: Lexicon
    tense: Lexicon
    phrases: Lexicon

    @functools.cached_property
    def triggers(self) -> Lexicon:
        """The words without which there is no temporal expression."""
        words = (
            Entry(entry.term)
            for entry in self.words.entries
            if entry["class"] in TRIGGERS or (entry["class"] == "zone" and entry["value"])
        )
        return Lexicon(words) | telling_figures()

    @functools.cached_property
    def tense_reader(self) -> TenseReader:
        """Reads the tense of a word in its clause."""
        return TenseReader(self.tense)

    @functools.cached_property
    def aside(self) -> re.Pattern[str]:
        """A clause between commas: ", who said so,"."""
        return re.compile(rf",\s(?:{trie_pattern(self.terms('relative'))})\b[^,]*+,")

    @functools.cached_property
    def terms(self) -> Callable[[str], frozenset[str]]:
        """The terms of one class of `words.tsv` or `beside.tsv`; none if there is no such class."""
        return _Classes(self.words.by("class") | self.beside.by("class")).__getitem__

    @functools.cached_property
    def _known(self) -> dict[str, Word]:
        if strange := sorted(self.beside.by("class").keys() - BESIDE_CLASSES):
            raise LexiconError(f"there is no class {strange[0]!r}", file=f"{self.code}/beside.tsv")
        try:
            return {
                entry.term: Word(char_of(entry["class"]), entry["value"], entry["case"])
                for entry in self.words.entries
            }
        except KeyError as unknown:
            raise LexiconError(
                f"there is no class {unknown}", file=f"{self.code}/words.tsv"
            ) from None

    @property
    def vocabulary(self) -> Vocabulary:
        """Token of the folded text to what it is; a new one when the last has very many, so that
        a long run does not fill the memory."""
        kept: Vocabulary | None = self.__dict__.get("_vocabulary")
        if kept is None or len(kept) > _KEPT:
            kept = self.__dict__["_vocabulary"] = Vocabulary(self._known)
        return kept

    @functools.cached_property
    def token_pattern(self) -> re.Pattern[str]:
        """Cuts folded text into terms, figures and marks, each with the space after it."""
        long = [term for term in self.words if re.search(r"\W", term)]
        return re.compile(
            rf"(?:{trie_pattern(long)}(?!\w)"
            r"|[a-z]++(?!\w)"  # most words; the last but two of these says the same of all
            r"|fy\d{4}[/\u2013-]\d\d(?:\d\d)?(?!\w)"
            r"|\d{4}-w\d\d(?:-\d)?(?!\w)"
            r"|['\u2018]\d\ds?(?!\w)"
            r"|\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?(?!\w)"
            r"|\d\d?(?::\d\d|:?(?:\d\d)?[ap]m)(?=[-\u2013]\d\d?(?::\d\d|[ap]m)(?![\d:]))"  # of two
            r"|[$\u20ac\u00a3\u00a5\u20b9#]?\d+(?:[.,:/\u2013-]\d+)*(?:[^\W\d_]+)?"  # or money
            r"|[^\W\d_]+(?:\d\w*)?|'s(?!\w)|\S)\s*"
        )


@functools.cache
def load_language(code: str) -> Language:
    """Read `lexicons/<code>/`, or the folder of which `code` is the absolute path.

    Raises:
        ConfigurationError: if there is no such folder; it names those that there are.
    """
    folder = resources.files("corpuskit_dates") / "lexicons"
    if not (folder / code / "words.tsv").is_file():
        known = ", ".join(sorted(child.name for child in folder.iterdir() if child.is_dir()))
        raise ConfigurationError(
            f"no lexicons for language {code!r}; there are: {known}, and any folder with a "
            "words.tsv by its absolute path"
        )

    def read(name: str) -> Lexicon:
        file = folder / code / name
        return Lexicon.from_tsv(file) if file.is_file() else Lexicon(())

    tables = map(read, ("words.tsv", "beside.tsv", "tense.tsv", "phrases.tsv"))
    return Language(code, *tables)
