"""Language: the words, phrases and tense markers of one language, read from its folder of rows."""

from __future__ import annotations

import functools
import re
from importlib import resources

import attrs
from corpuskit.scan import Entry, Lexicon, trie_pattern

from corpuskit_dates.classes import TRIGGERS, char_of
from corpuskit_dates.tense import TenseReader

__all__ = ["Language", "load_language"]


@attrs.frozen(slots=False, eq=False)
class Language:
    """What one language's folder in `lexicons/` holds.

    Attributes:
        code: the folder's name, a BCP 47 tag ("en").
        words: term, class, value, case: what each word is to the rules (`words.tsv`).
        tense: words and endings (`-ed`) that tell past from future (`tense.tsv`).
        phrases: patterns over classes, each naming the rule that reads it (`phrases.tsv`);
            empty where the rules' own patterns serve.
    """

    code: str
    words: Lexicon
    tense: Lexicon
    phrases: Lexicon

    @functools.cached_property
    def triggers(self) -> Lexicon:
        """The words without which there is no temporal expression."""
        return Lexicon(
            Entry(entry.term) for entry in self.words.entries if entry["class"] in TRIGGERS
        )

    @functools.cached_property
    def tense_reader(self) -> TenseReader:
        """Reads the tense of a word in its clause."""
        return TenseReader(self.tense)

    @functools.cached_property
    def token_classes(self) -> dict[str, tuple[str, str, bool]]:
        """Term to (class character, value, needs a capital)."""
        return {
            entry.term: (char_of(entry["class"]), entry["value"], entry["case"] == "capital")
            for entry in self.words.entries
        }

    @functools.cached_property
    def token_pattern(self) -> re.Pattern[str]:
        """Cuts folded text into words and terms, figures and marks."""
        long = [term for term in self.words if re.search(r"\W", term)]
        return re.compile(
            rf"{trie_pattern(long)}(?!\w)"
            r"|\d+(?:[.,:/\u2013-]\d+)*(?:[^\W\d_]+)?"
            r"|[^\W\d_]+|'s(?!\w)|\S"
        )


@functools.cache
def load_language(code: str) -> Language:
    """Read `lexicons/<code>/`.

    Raises:
        LookupError: if there is no such folder; it names those that there are.
    """
    folder = resources.files("corpuskit_dates") / "lexicons"
    if not (folder / code / "words.tsv").is_file():
        known = ", ".join(sorted(child.name for child in folder.iterdir() if child.is_dir()))
        raise LookupError(f"no lexicons for language {code!r}; there are: {known}")

    def read(name: str) -> Lexicon:
        file = folder / code / name
        return Lexicon.from_tsv(file) if file.is_file() else Lexicon(())

    return Language(code, read("words.tsv"), read("tense.tsv"), read("phrases.tsv"))
