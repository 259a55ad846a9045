"""Documents: where in an export one begins, by its marks or else by its labels."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from corpuskit_boilerplate.archive.labels import Tag
from corpuskit_boilerplate.page.lines import Line

__all__ = ["documents"]

_BELOW = 14  # lines below a page's number in which labels show that a document begins
_LONG = 16  # words from which an unlabelled line is a paragraph
_BELOW_TEXT = ("tail", "loaded")
_SUBSTANCE = frozenset(
    "headline title byline dateline published body abstract summary length".split()
)


def documents(
    page: Sequence[Line], tags: Sequence[Tag], separators: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """[first, last) of each document: pieces between marks, those without substance joined."""
    starts = sorted({0, *_starts(page, tags, separators)})
    edges = [*starts, len(page)]
    pieces = [(one, two) for one, two in itertools.pairwise(edges) if two > one]
    open_from: int | None = None
    done: list[tuple[int, int]] = []
    for first, last in pieces:
        begin = first if open_from is None else open_from
        if _substantial(page, tags, first, last):
            done.append((begin, last))
            open_from = None
        elif done and open_from is None and not _opens(tags, first, last):
            done[-1] = (done[-1][0], last)
        else:
            open_from = begin
    if open_from is not None:
        if done:
            done[-1] = (done[-1][0], len(page))
        else:
            done.append((open_from, len(page)))
    yield from done


def _substantial(page: Sequence[Line], tags: Sequence[Tag], first: int, last: int) -> bool:
    """Whether a piece has a paragraph, or a label that no page in front of all has."""
    return any(
        tags[i].role in _SUBSTANCE or (not tags[i].role and page[i].words >= _LONG)
        for i in range(first, last)
    )


def _opens(tags: Sequence[Tag], first: int, last: int) -> bool:
    return any(tags[i].role in ("start", "page") for i in range(first, last))


def _starts(page: Sequence[Line], tags: Sequence[Tag], separators: frozenset[int]) -> Iterator[int]:
    roles = [tag.role if tag.piece != "value" else "" for tag in tags]
    ended, marked = "end" in roles, bool({"start", "end"} & set(roles))
    for i, role in enumerate(roles):
        if role == "start":
            yield i
        elif role == "end" or page[i].start in separators or (role == "line" and not marked):
            yield i + 1
        elif role == "page" and (_number(tags[i]) == 1 or (not ended and _headed(tags, i))):
            yield i
    coded = any(tag.label is not None and tag.label.form == "code" for tag in tags)
    if not separators and (coded or not marked):
        yield from _unmarked(tags)


def _number(tag: Tag) -> int:
    return tag.label.number if tag.label is not None else 0


def _headed(tags: Sequence[Tag], i: int) -> bool:
    """Whether labels of a heading stand below a page's number."""
    near = [tag.label for tag in tags[i + 1 : i + _BELOW] if tag.label is not None]
    return len({one.role for one in near if one.sure and one.form == "label"}) > 1


def _unmarked(tags: Sequence[Tag]) -> Iterator[int]:
    """Where documents begin if nothing but the labels of their headings and texts says so."""
    sizes, bodies = (
        [i for i, tag in enumerate(tags) if tag.role == role and tag.piece != "value"]
        for role in ("length", "body")
    )
    anchors = sizes if len(sizes) > len(bodies) else bodies
    for one, two in itertools.pairwise(anchors):
        between = range(one + 1, two)
        last = max((i for i in between if tags[i].role in _BELOW_TEXT), default=two)
        plain = [i for i in range(last + 1, two) if not tags[i].role]
        titled = [i for i in between if _titles(tags[i])]
        if plain:
            yield plain[0]
        elif titled:
            above = tags[titled[-1] - 1].label
            yield titled[-1] - (above is not None and above.term == "se")


def _titles(tag: Tag) -> bool:
    return tag.role in ("headline", "title") and tag.piece != "value"
