"""Main: `python -m corpuskit_boilerplate.fit PAGES.jsonl` measures, and writes the tables anew."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs

from corpuskit_boilerplate.body.evidence import SHIFTS
from corpuskit_boilerplate.fit.body import body_figures, body_rows
from corpuskit_boilerplate.fit.cuts import cut_figures, cut_rows
from corpuskit_boilerplate.fit.date import date_figures, date_rows
from corpuskit_boilerplate.fit.model import Rows, write
from corpuskit_boilerplate.fit.pages import LabelledPage, read_pages
from corpuskit_boilerplate.fit.title import title_figures, title_rows

_COLUMNS = tuple(column for shifts in SHIFTS.values() for column in shifts)


@attrs.frozen
class Table:
    """A file in `weights/`: how it is made, how it is measured, and what it says of itself."""

    rows: Callable[[Sequence[LabelledPage]], Rows]
    figures: Callable[[Sequence[LabelledPage], int], object]
    about: str
    columns: tuple[str, ...] = ("weight",)


_BODY = """\
Tenths of a logit. line: is this line body; begin: is it the first line of the body; end: the last.
The number says which line is looked at: -1 is the line above, +1 the line below."""

TABLES = {  # in this order: headlines are looked for around the body, days around headlines
    "body": Table(body_rows, body_figures, _BODY, _COLUMNS),
    "title": Table(
        title_rows,
        title_figures,
        "Tenths of a logit for: this line is the headline rather than another one.",
    ),
    "date": Table(
        date_rows,
        date_figures,
        "Tenths of a logit for: this is the day of publication.\n"
        "no_date is the score that a date has to exceed.",
    ),
    "split": Table(
        cut_rows, cut_figures, "Tenths of a logit for: a later article begins at this line."
    ),
}


def main() -> int:
    """Measure each table on sites that it was not fitted on, and write it if asked to."""
    parser = argparse.ArgumentParser(prog="corpuskit_boilerplate.fit", description=__doc__)
    parser.add_argument("pages", type=Path, help="labelled pages, one JSON object a line")
    parser.add_argument("-o", "--output", type=Path, help="folder to write the tables to")
    parser.add_argument(
        "--folds", type=int, default=5, help="parts of the sites; 0: do not measure"
    )
    parser.add_argument("--table", choices=TABLES, action="append", help="default: all")
    args = parser.parse_args()
    pages = read_pages(args.pages)
    for name in args.table or TABLES:
        table = TABLES[name]
        if args.folds:
            print(f"{name}: {table.figures(pages, args.folds)}", flush=True)
        if args.output:
            path = args.output / f"{name}.tsv"
            write(path, table.rows(pages), table.about, table.columns)
    return 0


if __name__ == "__main__":
    sys.exit(main())
