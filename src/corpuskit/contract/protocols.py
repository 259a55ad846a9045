"""Protocols: what a reader, segmenter, extractor, linker, exporter, policy or command must have."""

from __future__ import annotations

import argparse
import datetime as dt
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Any, Protocol

from corpuskit.contract.layers import Layers
from corpuskit.model import Annotation, Article, Casualty, EventCluster, Result, Source, Toll
from corpuskit.model.files import opened

__all__ = [
    "CodingPolicy",
    "Command",
    "Exporter",
    "Extractor",
    "Linker",
    "Named",
    "Reader",
    "Segmenter",
    "StreamReader",
]


class Named(Protocol):
    """What all of them share.

    `replaces` names others of the same kind that this one stands in for, so that two providers
    of one layer are a choice and not a clash.
    """

    name: str
    """Lower case, unique among its kind; the key in configuration and listings."""

    replaces: tuple[str, ...] = ()
    """Names of those it stands in for."""


class Extractor(Named, Protocol):
    """Finds annotations in one article.

    Options are keyword-only attributes of the implementing class (an attrs class, say).
    """

    provides: tuple[type[Annotation], ...]
    """The annotation classes that it returns; at least one."""

    requires: tuple[type[Annotation], ...] = ()
    """Layers it cannot do without; they are run before it."""

    uses: tuple[type[Annotation], ...] = ()
    """Layers that make it better; run before it where somebody provides them."""

    triggers: Any = None
    """The `Lexicon` of words without which it finds nothing, or None. All extractors' words are
    looked for in one pass; the hits come back as `layers.hits` and `layers.sentences()`.

    An attribute of the class, a property, or a `cached_property` that reads a lexicon on first
    use: no type but Any lets type checkers take all three. What is no `Lexicon` is a failure."""

    @abstractmethod
    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        """Annotations in any order; the pipeline sorts and checks them.

        All spans count in `article.source.raw`, the text as it is read (`corpuskit.scan.legible`),
        and lie in `article.span`; the pipeline brings them back to the text as it was found.
        Nothing may be kept between calls. An exception becomes a `Failure` for this article.
        """
        raise NotImplementedError


class Segmenter(Named, Protocol):
    """Cuts one source into articles and labels every line."""

    @abstractmethod
    def __call__(self, source: Source) -> Iterable[Article]:
        """Articles in text order, apart from one another, each with `part` and `parts`.

        `source.raw` is the text as it was found.
        """
        raise NotImplementedError


class Reader(Named, Protocol):
    """Turns a file into sources."""

    suffixes: tuple[str, ...]
    """File name endings it reads, in lower case with the dot: (".txt",)."""

    @abstractmethod
    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        """Sources in the order of the file. Raises `SourceError` for bytes it cannot read."""
        raise NotImplementedError


class StreamReader(Reader, Protocol):
    """A reader of what is opened for it: standard input, too, and files packed or not."""

    def __call__(self, path: Path, *, published: dt.date | None = None) -> Iterable[Source]:
        """As `read`, of the file at `path`, unpacked where its ending says `.gz`, `.bz2`, `.xz`."""
        with opened(path) as file:
            yield from self.read(file, path, published=published)

    @abstractmethod
    def read(
        self, file: IO[bytes], path: Path, *, published: dt.date | None = None
    ) -> Iterable[Source]:
        """Sources from the beginning to the end, once; `path` is only what it is called."""
        raise NotImplementedError


class Linker(Named, Protocol):
    """Groups what many results tell."""

    @abstractmethod
    def link(self, results: Sequence[Result], *, strict: bool = False) -> Iterable[EventCluster]:
        """One cluster per event, single ones too; independent of the order of `results`."""
        raise NotImplementedError

    @abstractmethod
    def stories(
        self, results: Sequence[Result], *, strict: bool = False
    ) -> Iterable[tuple[str, ...]]:
        """Article ids grouped by their main event; each article in exactly one group."""
        raise NotImplementedError


class Exporter(Named, Protocol):
    """Writes results in a format."""

    suffix: str
    """File name ending with the dot: ".csv"."""

    @abstractmethod
    def __call__(self, results: Iterable[Result], out: IO[bytes]) -> None:
        """Write all of `results`, one at a time."""
        raise NotImplementedError


class CodingPolicy(Named, Protocol):
    """Turns the counts of one event into a codebook's numbers."""

    cites: str
    """The codebook: title, version and section."""

    @abstractmethod
    def __call__(self, casualties: Sequence[Casualty]) -> tuple[Toll, ...]:
        """One `Toll` a kind (and side); parts and running totals are not added up."""
        raise NotImplementedError


class Command(Named, Protocol):
    """A subcommand of `corpuskit` that a plugin adds."""

    help: str
    """One line for `corpuskit --help`."""

    @abstractmethod
    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add arguments."""
        raise NotImplementedError

    @abstractmethod
    def __call__(self, args: argparse.Namespace) -> int:
        """Run; returns the exit status."""
        raise NotImplementedError
