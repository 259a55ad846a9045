"""link: records of many articles to events and stories, every claim kept."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpuskit.cli.ledger import (
    claim_in_words,
    claim_rows,
    claims_in_words,
    event_rows,
    story_rows,
)
from corpuskit.cli.options import add_plugin_options, output, record_files, records, registry_of
from corpuskit.cli.table import write_csv
from corpuskit.cli.wording import many, place, title
from corpuskit.model import Event, EventCluster, Result, Source
from corpuskit.model.cluster import POLICIES
from corpuskit.model.table import Results, teller
from corpuskit.pipeline.linking import clusters_by, linker_of, stories_by

NAME = "link"
HELP = "group the events of many records: one event told by many sources"


def configure(parser: argparse.ArgumentParser) -> None:
    """Record files in, clusters out."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="JSONL", help="records, folders of them, or -"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="clusters go there; - is standard output"
    )
    parser.add_argument(
        "--as",
        dest="format",
        choices=("jsonl", "csv"),
        default="jsonl",
        help="of the output: a cluster a line (default), or a table",
    )
    parser.add_argument(
        "--rows",
        choices=("claims", "events"),
        help="of the table: one claim a row (default), or one event a row",
    )
    parser.add_argument(
        "--policy",
        choices=tuple(POLICIES),
        help="what an event's row tells where sources differ (default: majority)",
    )
    parser.add_argument("--stories", action="store_true", help="group whole articles instead")
    parser.add_argument("--strict", action="store_true", help="join only on strong evidence")
    parser.add_argument(
        "--all",
        action="store_true",
        help="show events told only once, too; those are in the output in any case",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")
    add_plugin_options(parser)


def run(args: argparse.Namespace) -> int:
    """0, 1 for a record that cannot be read, 2 for an option that would say nothing."""
    in_vain = _said_in_vain(args)
    if in_vain:
        print(f"corpuskit link: {in_vain}", file=sys.stderr)
        return 2
    files = record_files(args.paths)
    results = _by_article(records(files))
    every = [result for told in results.values() for result in told]
    linker = linker_of(registry_of(args.plugins, args.config)[1])
    plain: Iterable[Any]
    if args.stories:
        groups = stories_by(linker, every, strict=args.strict)
        lines, plain, table = _story_lines(results, groups), groups, story_rows(groups, results)
    else:
        clusters = clusters_by(linker, every, strict=args.strict)
        lines = _cluster_lines(results, clusters, every=args.all)
        plain = (cluster.to_dict() for cluster in clusters)
        by_event = args.rows == "events"
        policy = args.policy or "majority"
        table = event_rows(clusters, policy) if by_event else claim_rows(clusters, results)
    if args.output:
        with output(args.output, files) as stream:
            if args.format == "csv":
                write_csv(table, stream)
            else:
                stream.writelines(_json_line(one) for one in plain)
    if args.output != "-" and not args.quiet:
        print(*lines, sep="\n")
    return 0


def _said_in_vain(args: argparse.Namespace) -> str | None:
    """An option that is there without the one that it goes with."""
    pairs = (
        ("--as csv", args.format == "csv", "-o (- is standard output)", args.output),
        ("--rows", args.rows, "--as csv", args.format == "csv"),
        ("--policy", args.policy, "--rows events", args.rows == "events"),
    )
    vain = (f"{one} goes with {other}" for one, said, other, there in pairs if said and not there)
    return next(vain, None)


def _by_article(results: Iterable[Result]) -> dict[str, list[Result]]:
    """Results by article id; a text that several sources have is theirs, each once."""
    found: dict[str, dict[Source, Result]] = {}
    for result in results:
        found.setdefault(result.article.id, {})[result.article.source] = result
    return {id_: list(by_source.values()) for id_, by_source in found.items()}


def _json_line(data: Any) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _story_lines(results: Results, groups: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    for group in groups:
        told = [result for article in group for result in results[article]]
        yield f"story of {len(told)}"
        for result in told:
            article = result.article
            day = article.published.date if article.published else "undated   "
            yield f"    {day}  {title(result)}  {place(result, article.headline or article.span)}"
    articles = sum(len(told) for told in results.values())
    yield f"{many(articles, 'article')} -> {many(len(groups), 'story')}"


def _cluster_lines(
    results: Results, clusters: tuple[EventCluster, ...], *, every: bool
) -> Iterator[str]:
    shared = 0
    for cluster in clusters:
        articles = {(member.article_id, member.source_id) for member in cluster.members}
        shared += len(articles) > 1
        if len(articles) < 2 and not every:
            continue
        yield f"event {cluster.id}: {many(len(articles), 'article')}"
        for field, claims in cluster.claims.items():
            mark = "  CONFLICT" if field in cluster.conflicts else ""
            yield f"    {field:<12} {claims_in_words(claims)}{mark}"
            for claim in claims:
                told_by = teller(results, claim)
                if field in cluster.conflicts and claim.span is not None and told_by is not None:
                    where = place(told_by, claim.span)
                    yield f"        {claim_in_words(claim)}  {where}"
    told = sum(len(result.get(Event)) for copies in results.values() for result in copies)
    yield f"{many(told, 'telling')} -> {many(len(clusters), 'event')}, {shared} by several articles"
