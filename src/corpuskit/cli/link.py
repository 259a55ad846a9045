"""link: records of many articles to events and stories, every claim kept."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from corpuskit.cli.options import output
from corpuskit.model import Event, EventCluster, Result
from corpuskit.model.codec import encode
from corpuskit.pipeline import link, stories
from corpuskit.pipeline.records import read_jsonl

NAME = "link"
HELP = "group the events of many records: one event told by many sources"


def configure(parser: argparse.ArgumentParser) -> None:
    """Record files in, clusters out."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="JSONL", help="from extract -o")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="clusters as JSON lines; - is stdout"
    )
    parser.add_argument("--stories", action="store_true", help="group whole articles instead")
    parser.add_argument("--strict", action="store_true", help="join only on strong evidence")
    parser.add_argument("--all", action="store_true", help="show events told only once, too")


def run(args: argparse.Namespace) -> int:
    """0, or 1 for a record that cannot be read."""
    results = [result for path in args.paths for result in read_jsonl(path)]
    if args.stories:
        groups = stories(results, strict=args.strict)
        rows = [json.dumps(list(group), ensure_ascii=False) for group in groups]
        lines = list(_story_lines(results, groups))
    else:
        clusters = link(results, strict=args.strict)
        rows = [json.dumps(encode(c), ensure_ascii=False, separators=(",", ":")) for c in clusters]
        lines = list(_cluster_lines(results, clusters, every=args.all))
    if args.output:
        with output(args.output) as stream:
            stream.writelines(f"{row}\n".encode() for row in rows)
    if args.output != "-":
        print(*lines, sep="\n")
    return 0


def _story_lines(results: list[Result], groups: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    by_id = {result.article.id: result for result in results}
    for group in groups:
        yield f"story of {len(group)}"
        for article in group:
            yield f"    {article}  {_title(by_id[article])}"
    yield f"{len(results)} articles -> {len(groups)} stories"


def _cluster_lines(
    results: list[Result], clusters: tuple[EventCluster, ...], *, every: bool
) -> Iterator[str]:
    by_id = {result.article.id: result for result in results}
    shared = 0
    for cluster in clusters:
        articles = sorted({member.article_id for member in cluster.members})
        shared += len(articles) > 1
        if len(articles) < 2 and not every:
            continue
        yield f"event {cluster.id}: {len(articles)} articles"
        for field, claims in cluster.claims.items():
            mark = "  CONFLICT" if field in cluster.conflicts else ""
            values = sorted({str(claim.value) for claim in claims})
            yield f"    {field:<12} {' | '.join(values)}{mark}"
            for claim in claims:
                if field in cluster.conflicts and claim.span is not None:
                    source = by_id[claim.source].article.source.id
                    yield f"        {claim.value}  {source}[{claim.span.start}:{claim.span.end}]"
    events = sum(len(result.layers.get(Event, ())) for result in results)
    yield f"{events} mentions of events -> {len(clusters)} events, {shared} told more than once"


def _title(result: Result) -> str:
    article = result.article
    span = article.headline or (article.body[0].span if article.body else article.span)
    return " ".join(result.text(span).split())[:72]
