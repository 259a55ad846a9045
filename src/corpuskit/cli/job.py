"""Job: files through the installed pipeline; what fails is kept as lines that name it."""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import attrs

from corpuskit.cli.options import STANDARD_INPUT, registry_of
from corpuskit.cli.wording import error_in_words, many
from corpuskit.contract import Reader, Registry, Selection
from corpuskit.model import Columns, CorpuskitError, LayerClash, Result, Source
from corpuskit.model.files import ending_of
from corpuskit.pipeline import AHEAD, Pipeline
from corpuskit.pipeline.delimited import DelimitedTexts
from corpuskit.pipeline.jsonl import JsonLines, is_output
from corpuskit.pipeline.readers import find_files, read_by, reader_called, readers_by_suffix
from corpuskit.pipeline.records import to_line
from corpuskit.pipeline.shards import Shard, ShardReport, errors_beside, whole_file
from corpuskit.pipeline.texts import TextReader

__all__ = ["Job", "Settings", "do_shard"]


@attrs.frozen(kw_only=True)
class Settings:
    """The pipeline options of a call; they travel to worker processes."""

    published: dt.date | None = None
    captured: dt.datetime | None = None
    encoding: str = "utf-8"
    reader: str | None = None
    segment: bool = True
    plugins: str | None = None
    profile: str | None = None
    columns: Columns | None = None
    config: Path | None = None
    strict: bool = False

    @classmethod
    def of(cls, args: argparse.Namespace) -> Settings:
        """From the options that `add_pipeline_options` adds."""
        return cls(
            published=args.published,
            captured=args.captured,
            encoding=args.encoding,
            reader=args.reader,
            segment=not args.no_segment,
            plugins=args.plugins,
            profile=args.profile,
            columns=args.columns,
            config=args.config,
            strict=args.strict,
        )


class Job:
    """What is run on which files, and what has failed so far.

    Attributes:
        errors: a line for each thing that failed, once each, in order.
        articles: how many results came out.
        failed, broken_off: how many files gave none, and how many not all of theirs.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.registry = _registry(settings)
        self.pipeline = Pipeline.installed(registry=self.registry, strict=settings.strict)
        self._text = TextReader(encoding=settings.encoding)
        columns, encoding = settings.columns, settings.encoding
        tables = DelimitedTexts(columns=columns, encoding=encoding)
        built_in = (self._text, JsonLines(columns=columns), tables)
        self._readers, self._disputed = readers_by_suffix(self.registry, built_in)
        self._known = {*self._readers, *self._disputed}
        named = settings.reader
        self._named = reader_called(named, self.registry, built_in) if named else None
        self.errors: dict[str, None] = {}
        self.articles = 0
        self.failed = 0
        self.broken_off = 0

    def files(self, paths: Iterable[Path]) -> list[Path]:
        """Files, folders searched through; "-" is standard input."""
        return list(find_files(paths, self._known, no_texts=self._no_texts))

    def _no_texts(self, file: Path) -> bool:
        """Whether a file of a folder is what the project wrote, or a table without texts."""
        reader = self._readers.get(ending_of(file, self._readers))
        return is_output(file) or (
            isinstance(reader, DelimitedTexts) and not reader.has_texts(file)
        )

    def taken_for_text(self, files: Iterable[Path]) -> list[str]:
        """Endings of files that were named one by one and are plain text for want of a reader."""
        if self._named is not None:
            return []
        endings = {ending_of(file, self._known) for file in files if file != STANDARD_INPUT}
        return sorted(endings - {"", *self._readers})

    def passed_over(self, paths: Iterable[Path]) -> Iterator[str]:
        """A line for the files in the folders that no reader takes, hidden ones aside, and one for
        those without texts: what corpuskit wrote, and tables that have no column of them."""
        strange: list[Path] = []
        empty: list[Path] = []
        for folder in (path for path in paths if path.is_dir()):
            for file in filter(Path.is_file, folder.rglob("*")):
                if any(part.startswith(".") for part in file.relative_to(folder).parts):
                    continue
                if ending_of(file, self._readers) not in self._readers:
                    strange.append(file)
                elif self._no_texts(file):
                    empty.append(file)
        if strange:
            yield f"passed over, as no reader takes them: {_counted(strange)}"
        if empty:
            said = f"passed over, as they hold no texts: {_counted(empty)}"
            tables = any(not is_output(file) for file in empty)
            yield f"{said}; --columns text=NAME names the column of a table" if tables else said

    def results(self, file: Path, opened: IO[bytes] | None = None) -> Iterator[Result]:
        """Results of one file. A file that cannot be read is an error line, unless strict.

        Args:
            opened: what is read in its place, as what came by standard input.
        """
        before = self.articles
        try:
            sources = self.sources(file, opened)
            for result in self.pipeline.run(sources, segment=self.settings.segment, ahead=AHEAD):
                self.articles += 1
                self._note(result)
                yield result
        except (CorpuskitError, OSError) as error:
            if self.settings.strict:
                raise
            if self.articles == before:
                self.failed += 1
            else:
                self.broken_off += 1
            self.errors[error_in_words(error)] = None

    def sources(self, file: Path, opened: IO[bytes] | None = None) -> Iterable[Source]:
        """What the reader of the file makes of it."""
        if opened is None and file == STANDARD_INPUT:
            opened = sys.stdin.buffer
        reader, published = self._reader_of(file), self.settings.published
        return map(self._captured, read_by(reader, file, published=published, file=opened))

    def _reader_of(self, file: Path) -> Reader:
        if self._named is not None:
            return self._named
        suffix = ending_of(file, self._known)
        if suffix in self._disputed:
            raise LayerClash(self._disputed[suffix], file=str(file))
        return self._readers.get(suffix, self._text)

    def _captured(self, source: Source) -> Source:
        """With the call's time of capture, where the file tells none."""
        if source.captured is not None or self.settings.captured is None:
            return source
        return attrs.evolve(source, captured=self.settings.captured)

    def _note(self, result: Result) -> None:
        for failure in result.failures:
            place = f"{result.article.source.id}: " if failure.article else ""
            self.errors[f"{place}{failure.plugin} {failure.version}: {failure.error}"] = None


def _counted(files: list[Path]) -> str:
    """ "3 files (.bin, .doc)"."""
    endings = sorted({file.suffix.lower() or file.name for file in files})
    return f"{many(len(files), 'file')} ({', '.join(endings)})"


def _registry(settings: Settings) -> Registry:
    configuration, registry = registry_of(settings.plugins, settings.config)
    options: dict[str, dict[str, Any]] = {}
    if settings.profile is not None:
        for part in registry.parts("segmenters"):
            options[part.name] = {"profile": settings.profile}
    if settings.columns is not None:
        for part in registry.parts("readers"):
            if hasattr(part.object, "columns"):
                options[part.name] = {"columns": settings.columns}
    if not options:
        return registry
    selection = None if settings.plugins is None else Selection.parse(settings.plugins)
    return configuration.discover(selection, options=options)


def do_shard(settings: Settings, shard: Shard) -> ShardReport:
    """Write one shard's records; runs in a worker process."""
    job = _job_of_this_process(settings)
    job.errors, job.articles, job.broken_off = {}, 0, 0
    lines = (to_line(result).encode("utf-8") for result in job.results(shard.source))
    first = next(lines, None)
    if first is not None:
        with whole_file(shard.target) as stream:
            stream.write(first)
            stream.writelines(lines)
        _tell_beside(shard.target, job)
    return ShardReport(shard, job.articles, tuple(job.errors))


def _tell_beside(target: Path, job: Job) -> None:
    """A file that broke off leaves its errors beside the records that came before."""
    beside = errors_beside(target)
    beside.unlink(missing_ok=True)
    if job.broken_off:
        with whole_file(beside) as stream:
            lines = "".join(f"{error}\n" for error in job.errors)
            stream.write(lines.encode("utf-8", "backslashreplace"))  # a name may be any bytes


@functools.lru_cache(maxsize=1)
def _job_of_this_process(settings: Settings) -> Job:
    """A worker plans its pipeline once."""
    return Job(settings)
