"""Lexicon: words with their senses, one row of a TSV file each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


_Row = tuple[str, Mapping[str, str]]


class Lexicon:
    """Entries by term, in file order. Immutable once made; terms are folded.

    A file is TSV in UTF-8: a header row whose first column is `term`, then one row one sense.
    Lines that start with `#` are comments. A term may stand in several rows.

    Rows are kept as they are read: of the many words that are known, few are ever met, and only
    those are made entries.
    """

    def __init__(self, entries: Iterable[Entry], *, name: str = "") -> None:
        self._fill([(_term(entry.term), entry.row) for entry in entries], name)

    def _fill(self, rows: Iterable[_Row], name: str) -> None:
        """Take over rows whose terms are folded."""
        self.name = name
        self._terms: list[str] = []
        self._cells: list[Mapping[str, str]] = []
        for term, cells in rows:
            self._terms.append(term)
            self._cells.append(cells)
        self._met: dict[str, tuple[Entry, ...]] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in file order; made anew each time."""
        return tuple(map(Entry, self._terms, self._cells))

    @cached_property
    def _by_term(self) -> dict[str, tuple[int, ...]]:
        """The numbers of each term's rows."""
        by_term: dict[str, tuple[int, ...]] = {}
        for number, term in enumerate(self._terms):
            by_term[term] = (*by_term[term], number) if term in by_term else (number,)
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
        return self._met.get(term) or self._meet(term, self._by_term[term])

    def get(self, term: str) -> tuple[Entry, ...]:
        """All senses of a folded term; empty if unknown."""
        rows = self._by_term.get(term)
        return () if rows is None else self._met.get(term) or self._meet(term, rows)

    def _meet(self, term: str, rows: Sequence[int]) -> tuple[Entry, ...]:
        met = self._met[term] = tuple([Entry(term, self._cells[row]) for row in rows])
        return met

    def by(self, column: str) -> dict[str, frozenset[str]]:
        """The terms by what their rows say in a column: `lexicon.by("class")["month"]`."""
        found: dict[str, set[str]] = {}
        for term, cells in zip(self._terms, self._cells, strict=True):
            found.setdefault(cells.get(column, ""), set()).add(term)
        return {cell: frozenset(terms) for cell, terms in found.items()}

    def __contains__(self, term: object) -> bool:
        return term in self._by_term

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_term)

    def __len__(self) -> int:
        return len(self._by_term)

    def __or__(self, other: Lexicon) -> Lexicon:
        both = Lexicon.__new__(Lexicon)
        rows = zip(self._terms + other._terms, self._cells + other._cells, strict=True)
        both._fill(rows, f"{self.name}|{other.name}")
        return both


def _term(cell: str) -> str:
    if cell.isalpha() and cell.isascii() and cell.islower():  # as most are
        return cell
    return " ".join(fold(cell).split())


def _rows(lines: list[str], file: str) -> Iterator[_Row]:
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
        yield _term(term), dict(zip(columns, cells, strict=True))
