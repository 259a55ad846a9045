"""Sizes: a module has under 400 lines, a function under 50 behind its docstring."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULE, FUNCTION = 400, 50


def too_long(text: str) -> Iterator[str]:
    """What of a module is too long, each with its lines."""
    lines = len(text.splitlines())
    if lines >= MODULE:
        yield f"the module: {lines}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and node.body[1:] else node.body[0]
            lines = (node.end_lineno or 0) - first.lineno + 1
            if lines >= FUNCTION:
                yield f"{node.name}: {lines}"


def test_nothing_is_too_long():
    folders = ("src", "tests", "docs", "seeds", "plugins/*/src", "plugins/*/tests")
    paths = (path for folder in folders for path in ROOT.glob(f"{folder}/**/*.py"))
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in paths
        if ".venv" not in path.parts and (names := list(too_long(path.read_text("utf-8"))))
    }
    assert found == {}


PLANTED = [
    ("x = 1\n" * 400, ["the module: 400"]),
    ("x = 1\n" * 399, []),
    ("def f():\n" + "    x = 1\n" * 50, ["f: 50"]),
    ("class A:\n    async def f(self):\n" + "        x = 1\n" * 50, ["f: 50"]),
    ('def f():\n    """Words."""\n' + "    x = 1\n" * 49, []),
]


@pytest.mark.parametrize(("text", "found"), PLANTED)
def test_what_is_too_long_is_found(text, found):
    assert list(too_long(text)) == found
