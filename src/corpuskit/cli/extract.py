"""extract: files, folders or standard input to records, with a summary for a person."""

from __future__ import annotations

import argparse
import contextlib
import functools
import sys
from pathlib import Path

from corpuskit.cli.job import Job, Settings, do_shard
from corpuskit.cli.options import STANDARD_INPUT, add_pipeline_options, at_least_one, output
from corpuskit.cli.progress import Progress
from corpuskit.cli.summary import article_lines, closing_line
from corpuskit.pipeline.records import to_line
from corpuskit.pipeline.shards import errors_beside, pending, run_shards, shards_for

NAME = "extract"
HELP = "find articles, dates, entities, quotes, casualties and events in files"


def configure(parser: argparse.ArgumentParser) -> None:
    """Paths, output and the pipeline's options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="file, folder or -")
    target = parser.add_mutually_exclusive_group()
    target.add_argument("-o", "--output", metavar="FILE", help="JSON lines; - is standard output")
    target.add_argument(
        "--into",
        type=Path,
        metavar="FOLDER",
        help="one output file for each input file; those that exist already are left as they are",
    )
    parser.add_argument(
        "-j",
        "--jobs",
        type=at_least_one,
        default=1,
        metavar="N",
        help="worker processes, with --into",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")
    add_pipeline_options(parser)
    parser.set_defaults(most=None)


def run(args: argparse.Namespace) -> int:
    """0 if every file and plugin delivered, 1 if anything failed (named on standard error)."""
    if args.jobs > 1 and not args.into:
        print("corpuskit extract: -j goes with --into", file=sys.stderr)
        return 2
    job = Job(Settings.of(args))
    files = job.files(args.paths or ([] if sys.stdin.isatty() else [STANDARD_INPUT]))
    if not files:
        print("corpuskit extract: nothing to read; give a file, a folder or -", file=sys.stderr)
        return 2
    if args.into and STANDARD_INPUT in files:
        print("corpuskit extract: standard input goes with -o, not --into", file=sys.stderr)
        return 2
    odd = job.taken_for_text(files)
    if odd:
        print(
            f"corpuskit extract: no reader takes {', '.join(odd)}: read as plain text",
            file=sys.stderr,
        )
    status = _sharded(args, files) if args.into else _streamed(args, job, files)
    if not args.quiet and args.output != "-":
        for line in job.passed_over(args.paths):
            print(line)
    return status


def _streamed(args: argparse.Namespace, job: Job, files: list[Path]) -> int:
    talk = not args.quiet and args.output != "-"
    told = 0
    with output(args.output, files) if args.output else contextlib.nullcontext() as stream:
        progress = Progress(files)
        for file in progress:
            for result in progress.within(job.results(file)):
                if stream is not None:
                    stream.write(to_line(result).encode("utf-8"))
                if talk:  # with a file to be written, `| head` ends no run
                    summary = "\n".join(article_lines(result, most=args.most)) + "\n"
                    progress.say(summary, heard=stream is None)
            for line in list(job.errors)[told:]:
                progress.complain(f"corpuskit extract: {line}")
            told = len(job.errors)
    if talk:
        print(closing_line(len(files), job.articles, job.failed, job.broken_off))
        if args.output:
            print(f"written to {args.output}")
    return 1 if job.errors else 0


def _sharded(args: argparse.Namespace, files: list[Path]) -> int:
    shards = shards_for(files, args.into)
    todo = pending(shards)
    articles = failed = broken_off = errors = 0
    progress = Progress(todo)
    reports = run_shards(todo, functools.partial(do_shard, Settings.of(args)), jobs=args.jobs)
    for _, report in zip(progress, reports, strict=True):
        articles += report.articles
        failed += not report.articles
        broken_off += errors_beside(report.shard.target).exists()
        for line in report.errors:
            progress.complain(f"corpuskit extract: {line}")
            errors += 1
    if not args.quiet:
        skipped = len(shards) - len(todo)
        print(closing_line(len(todo), articles, failed, broken_off), end="")
        print(f", {skipped} done before" if skipped else "")
        print(f"written to {args.into}")
    return 1 if errors else 0
