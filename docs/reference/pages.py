"""Pages that a program of this folder makes: written beside it, or with --check compared."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from corpuskit.scan import Rule

__all__ = ["first_example", "run"]


def run(program: str, pages: Mapping[str, Callable[[], str]]) -> None:
    """Write each page; with `--check` say which are stale, and leave with status 1 if one is.

    Args:
        program: the program's `__file__`.
        pages: file name to what makes its text.
    """
    stale = 0
    for name, make in pages.items():
        page = Path(program).with_name(name)
        if "--check" not in sys.argv[1:]:
            page.write_text(make(), encoding="utf-8", newline="\n")
        elif not page.exists() or page.read_text(encoding="utf-8") != make():
            print(f"{name} is stale; run python docs/reference/{Path(program).name}")
            stale = 1
    sys.exit(stale)


def first_example(rule: Rule) -> str:
    """What a rule finds, in bold, and the value that it gets: a cell of a table."""
    example = rule.yes[0]
    value = f" → `{example.value}`" if example.value else ""
    return example.marked.replace("[[", "**").replace("]]", "**") + value
