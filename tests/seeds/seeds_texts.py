"""The texts of the seeds with their answers: specimens in the project, originals beside it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"

Answer = dict[str, Any]


@attrs.frozen(eq=False)
class Document:
    """One text with its answers.

    Attributes:
        published: what only the caller can say of it, or None where the text itself tells.
        same: sets of names that stand for one referent.
    """

    name: str
    raw: str
    articles: Sequence[Answer]
    published: dt.date | None
    same: Sequence[frozenset[str]]


def specimens() -> tuple[Document, ...]:
    """The texts that ship with the project."""
    return tuple(
        _document(SEEDS / "specimens" / answers["file"], answers, SEEDS / "expected")
        for answers in _answers(SEEDS / "expected")
    )


def _answers(folder: Path) -> Iterator[Answer]:
    for path in sorted(folder.glob("*.json")):
        if path.name != "events.json":
            yield json.loads(path.read_text(encoding="utf-8"))


def originals() -> tuple[Document, ...]:
    """The texts that the project grew from.

    Raises:
        FileNotFoundError: naming the variable that says where they are.
        ValueError: if one is not the text that the answers were made for.
    """
    texts = _folder("CORPUSKIT_SEEDS", "seeds")
    gold = _folder("CORPUSKIT_GOLD", "gold")
    listed = tomllib.loads((SEEDS / "originals.toml").read_text(encoding="utf-8"))["original"]
    documents = []
    for entry in listed:
        path = texts / entry["file"]
        if hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            raise ValueError(f"{path} is another text than the one in seeds/originals.toml")
        answers = json.loads((gold / entry["gold"]).read_text(encoding="utf-8"))
        documents.append(_document(path, answers, gold))
    return tuple(documents)


def _folder(variable: str, default: str) -> Path:
    place = Path(os.environ.get(variable) or ROOT.parent / "shared" / default)
    if not place.is_dir():
        raise FileNotFoundError(f"no originals: {place} is no folder; set {variable}")
    return place


def _document(path: Path, answers: Answer, folder: Path) -> Document:
    called = [a["published"] for a in answers["articles"] if by_caller(a)]
    events = json.loads((folder / "events.json").read_text(encoding="utf-8"))
    return Document(
        name=path.name,
        raw=path.read_bytes().decode("utf-8"),
        articles=answers["articles"],
        published=dt.date.fromisoformat(called[0]) if called else None,
        same=[frozenset(names) for names in events["same_entity"]],
    )


def by_caller(article: Answer) -> bool:
    return str(article["published_from"]).startswith("caller")
