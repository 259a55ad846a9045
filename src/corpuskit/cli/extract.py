"""extract: files, folders or standard input to records, with a summary for a person."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpuskit.cli.options import add_pipeline_options, output, pipeline_from
from corpuskit.cli.progress import progress
from corpuskit.cli.summary import article_lines, closing_line
from corpuskit.model import CorpuskitError, Result, Source
from corpuskit.pipeline.readers import TextReader, find_files, readers_by_suffix
from corpuskit.pipeline.records import to_line

NAME = "extract"
HELP = "find articles, dates, entities, quotes, casualties and events in files"

STANDARD_INPUT = Path("-")


def configure(parser: argparse.ArgumentParser) -> None:
    """Paths, output and the pipeline's options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="file, folder or -")
    parser.add_argument("-o", "--output", metavar="FILE", help="JSON lines; - is standard output")
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")
    add_pipeline_options(parser)


def run(args: argparse.Namespace) -> int:
    """0 if every file and plugin delivered, 1 if anything failed (named on standard error)."""
    job = _Job(args)
    if not job.files:
        print("corpuskit extract: nothing to read; give a file, a folder or -", file=sys.stderr)
        return 2
    talk = not args.quiet and args.output != "-"
    with output(args.output) if args.output else contextlib.nullcontext() as stream:
        for result in job.results():
            if stream is not None:
                stream.write(to_line(result).encode("utf-8"))
            if talk:
                print(*article_lines(result), sep="\n", end="\n\n")
    if talk:
        print(closing_line(len(job.files), job.articles, job.failed))
        if args.output:
            print(f"written to {args.output}")
    return 1 if job.failed or job.failures else 0


class _Job:
    """One call of the command: what is read, and what has failed so far."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.pipeline, registry = pipeline_from(args)
        text = TextReader(encoding=args.encoding, captured=args.captured)
        self.text = text
        self.readers = readers_by_suffix(registry, text)
        paths = args.paths or ([] if sys.stdin.isatty() else [STANDARD_INPUT])
        self.files = list(find_files(paths, self.readers))
        self.articles = 0
        self.failed = 0
        self.failures: Counter[str] = Counter()

    def results(self) -> Iterator[Result]:
        """Results of all files; what fails is said on standard error and counted."""
        for file in progress(self.files):
            try:
                for result in self.pipeline.run(
                    self._sources(file), segment=not self.args.no_segment
                ):
                    self.articles += 1
                    self._note(result)
                    yield result
            except (CorpuskitError, OSError) as error:
                if self.args.strict:
                    raise
                self.failed += 1
                print(f"corpuskit extract: {error}", file=sys.stderr)

    def _sources(self, file: Path) -> Iterator[Source]:
        if file == STANDARD_INPUT:
            yield Source.from_bytes(
                sys.stdin.buffer.read(),
                id="-",
                encoding=self.args.encoding,
                published=self.args.published,
                captured=self.args.captured,
            )
            return
        reader = self.readers.get(file.suffix.lower(), self.text)
        yield from reader(file, published=self.args.published)

    def _note(self, result: Result) -> None:
        for failure in result.failures:
            line = f"{failure.plugin} {failure.version}: {failure.error}"
            if not self.failures[line]:
                place = f" on {result.article.source.id}" if failure.article else ""
                print(f"corpuskit extract: {line}{place}", file=sys.stderr)
            self.failures[line] += 1
