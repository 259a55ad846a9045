"""Lexicon: words with their senses, one row of a TSV file each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import attrs

from corpuskit.model.errors import LexiconError
from corpuskit.scan.fold import fold

__all__ = ["Entry", "Lexicon"]


@attrs.frozen
class Entry:
    """One row: one sense of one term.

    Attributes:
        term: as folded text ("killed", "laid to rest"); words are separated by one space.
        row: the other columns by header name; empty cells are "".
    """

    term: str
    row: Mapping[str, str] = attrs.field(factory=dict, hash=False)

    def __getitem__(self, column: str) -> str:
        return self.row.get(column, "")


class Lexicon:
    """Entries by term, in file order. Immutable once made; terms are folded.

    A file is TSV in UTF-8: a header row whose first column is `term`, then one row one sense.
    Lines that start with `#` are comments. A term may stand in several rows.
    """

    def __init__(self, entries: Iterable[Entry], *, name: str = "") -> None:
        self._fill(map(_folded, entries), name)

    def _fill(self, entries: Iterable[Entry], name: str) -> None:
        """Take over entries whose terms are folded."""
        self.name = name
        self.entries = tuple(entries)

    @cached_property
    def _by_term(self) -> dict[str, tuple[Entry, ...]]:
        by_term: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            term = entry.term
            by_term[term] = (*by_term[term], entry) if term in by_term else (entry,)
        return by_term

    @classmethod
    def of(cls, *terms: str) -> Lexicon:
        """A lexicon of bare terms."""
        return cls(Entry(term) for term in terms)

    @classmethod
    def from_tsv(cls, path: str | os.PathLike[str] | Traversable) -> Lexicon:
        """Read a TSV file or package resource.

        Raises:
            LexiconError: naming file and line for a missing header, an empty term or too many
                cells.
        """
        place = Path(path) if isinstance(path, str | os.PathLike) else path
        lines = place.read_text(encoding="utf-8").split("\n")
        lexicon = cls.__new__(cls)
        lexicon._fill(_rows(lines, str(path)), place.name)
        return lexicon

    @classmethod
    def from_package(cls, package: str, file: str) -> Lexicon:
        """Read `lexicons/<file>` of an installed package: `from_package("my_plugin", "x.tsv")`."""
        return cls.from_tsv(resources.files(package) / "lexicons" / file)

    def __getitem__(self, term: str) -> tuple[Entry, ...]:
        return self._by_term[term]

    def get(self, term: str) -> tuple[Entry, ...]:
        """All senses of a folded term; empty if unknown."""
        return self._by_term.get(term, ())

    def by(self, column: str) -> dict[str, frozenset[str]]:
        """The terms by what their rows say in a column: `lexicon.by("class")["month"]`."""
        found: dict[str, set[str]] = {}
        for entry in self.entries:
            found.setdefault(entry[column], set()).add(entry.term)
        return {cell: frozenset(terms) for cell, terms in found.items()}

    def __contains__(self, term: object) -> bool:
        return term in self._by_term

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_term)

    def __len__(self) -> int:
        return len(self._by_term)

    def __or__(self, other: Lexicon) -> Lexicon:
        both = Lexicon.__new__(Lexicon)
        both._fill((*self.entries, *other.entries), f"{self.name}|{other.name}")
        return both


def _folded(entry: Entry) -> Entry:
    term = _term(entry.term)
    return entry if term == entry.term else Entry(term, entry.row)


def _term(cell: str) -> str:
    if cell.isalpha() and cell.isascii() and cell.islower():  # as most are
        return cell
    return " ".join(fold(cell).split())


def _rows(lines: list[str], file: str) -> Iterator[Entry]:
    columns: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line or line.isspace() or line.startswith("#"):
            continue
        term, *cells = map(str.strip, line.split("\t"))
        if columns is None:
            if term != "term":
                raise LexiconError(f"line {number}: the first column must be 'term'", file=file)
            columns = cells
            continue
        missing = len(columns) - len(cells)
        if not term or missing < 0:
            raise LexiconError(f"line {number}: empty term or too many cells: {line!r}", file=file)
        if missing:
            cells += [""] * missing
        yield Entry(_term(term), dict(zip(columns, cells, strict=True)))
