"""Learn: the command that writes a site's profile."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from corpuskit import CorpuskitError, Source

__all__ = ["Learn"]


class Learn:
    """`corpuskit learn PATH… -o profile.json`."""

    name = "learn"
    help = "learn a site's template from many of its pages, for extract --profile"
    replaces: tuple[str, ...] = ()

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Paths, where to write, and how often a line has to stand there."""
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="text files, or folders of them"
        )
        parser.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
        parser.add_argument(
            "--share",
            type=float,
            default=0.3,
            help="of the pages that a line must stand on (default 0.3)",
        )

    def __call__(self, args: argparse.Namespace) -> int:
        """0 if all was read, 1 if a file was not; 2 for a wrong share or fewer than two pages."""
        from corpuskit_boilerplate.site.profile import learn_profile

        texts, failed = [], 0
        for path in _files(args.paths):
            try:
                texts.append(Source.from_path(path).raw)
            except (CorpuskitError, OSError) as error:
                said = f"{path}: {error.strerror}" if isinstance(error, OSError) else error
                print(f"corpuskit learn: {said}", file=sys.stderr)
                failed += 1
        try:
            profile = learn_profile(texts, share=args.share)
        except CorpuskitError as error:
            print(f"corpuskit learn: {error}", file=sys.stderr)
            return 2
        if args.output:
            Path(args.output).write_text(profile.dumps(), encoding="utf-8", newline="\n")
            summary = f"{profile.documents} pages -> {len(profile.lines)} lines of template"
            print(summary, file=sys.stderr)
        else:
            sys.stdout.write(profile.dumps())
        return 1 if failed else 0


def _files(paths: list[str]) -> Iterator[Path]:
    for name in paths:
        path = Path(name)
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*.txt") if p.is_file())
        else:
            yield path
