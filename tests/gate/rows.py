"""Rows: words of content that are listed in code, where a row of a lexicon belongs.

Closed classes (articles, prepositions, pronouns, auxiliaries) may stand in code, and so may what
code calls its own kinds and classes.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

FEWEST = 2
"""Words of content that make a list one; a single word beside others is a special case."""

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those
    i you he she it we they me him her us them my your his its our their
    himself herself itself themselves
    who whom whose which what when where why how whether
    about above across after against ahead along alongside amid among around as at away before
    behind below beneath beside besides between beyond by despite down during except for from in
    inside into like near of off on onto out outside over past per since through throughout till to
    together toward towards under until up upon via with within without
    and or but nor yet so if than then while because although though unless both either neither
    all another any each every few fewer less least many more most much no nobody none not other
    others own same several some such only just still already again ever never also even too very
    almost nearly mostly mainly now here there ago later earlier well
    is are was were be been being am has have had having do does did doing done
    will would shall should can cannot could may might must ought
    d ll m re s t ve
    """.split()
)

_LIST = (ast.Set, ast.Tuple, ast.List)
_WORD = re.compile(r"[a-z]{3,}")
_TERM = re.compile(r"[a-z][a-z' -]{2,}")
_NAMES = {"__all__", "__slots__"}


def strays(source: str, known: frozenset[str] = frozenset()) -> list[tuple[int, list[str]]]:
    """Line and words of each list of content words in a module; `known` are the code's terms."""
    found: list[tuple[int, list[str]]] = []
    for line, listed in _lists(ast.parse(source)):
        words = [word for word in listed if _TERM.fullmatch(word.strip()) and word not in known]
        content = [word for word in words if not _is_closed(word)]
        if len(content) >= FEWEST:
            found.append((line, content))
    return found


def terms(files: list[Path], tables: list[Path]) -> frozenset[str]:
    """What code calls things: modules, columns and classes of tables, strings that stand alone."""
    found: set[str] = set()
    for table in tables:
        rows = table.read_text(encoding="utf-8").splitlines()
        header, *rest = (row.split("\t") for row in rows if row and not row.startswith("#"))
        found.update(header, *(cell.split() for row in rest for cell in row[1:]))
    for file in files:
        found.add(file.stem)
        tree = ast.parse(file.read_text(encoding="utf-8"))
        inside = {id(node) for owner in ast.walk(tree) if _is_list(owner) for node in owner.elts}
        found.update(
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if id(node) not in inside
        )
    return frozenset(found)


def _lists(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    for node in _walked(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            text = node.func.value
            if node.func.attr == "split" and isinstance(text, ast.Constant):
                yield node.lineno, str(text.value).split()
        elif _is_list(node):
            yield node.lineno, [element.value for element in node.elts]


def _walked(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes, but for public names, slots and the choices of a `Literal`."""
    yield node
    if isinstance(node, ast.Assign) and _NAMES & {getattr(t, "id", "") for t in node.targets}:
        return
    if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
        return
    for child in ast.iter_child_nodes(node):
        yield from _walked(child)


def _is_list(node: ast.AST) -> bool:
    """Whether it lists strings; two are a pair."""
    return (isinstance(node, _LIST) and len(node.elts) > 2) and all(
        isinstance(element, ast.Constant) and isinstance(element.value, str)
        for element in node.elts
    )


def _is_closed(term: str) -> bool:
    """Whether a term is of function words alone ("as well as", "weren't")."""
    words = _WORD.findall(term.replace("n't", ""))
    return all(word in FUNCTION_WORDS for word in words)
