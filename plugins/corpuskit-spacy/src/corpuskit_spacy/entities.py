"""Entities: which of a model's spans are one entity, and what its labels are called here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from corpuskit import Entity, EntityKind, Provenance, Source, Span, content_id

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

__all__ = ["KINDS", "Found", "entities_of"]

KINDS: dict[str, EntityKind | None] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place",
    "NORP": "group", "FAC": "facility", "LAW": "document", "WORK_OF_ART": "document",
    "DATE": None, "TIME": None, "MONEY": None, "PERCENT": None, "QUANTITY": None,
    "CARDINAL": None, "ORDINAL": None,
}  # fmt: skip
"""OntoNotes' and CoNLL's labels; None is no entity here. A label that is not listed is `other`,
unless it is an `EntityKind` itself."""

_OWN: tuple[EntityKind, ...] = (
    "person", "organisation", "place", "group", "facility", "document", "other",
)  # fmt: skip


class Found(NamedTuple):
    """A span of the source that a model calls an entity."""

    start: int
    end: int
    text: str
    label: str
    kb_id: str

    @classmethod
    def of(cls, ent: SpacySpan, offset: int) -> Found:
        """From a span of a Doc whose text begins at `offset` of the source, bare: models take in
        the article before a name and the possessive after it."""
        text = ent.text.lstrip().removeprefix("the ").lstrip()
        start = offset + ent.end_char - len(text)
        text = text.rstrip().removesuffix("’s").removesuffix("'s").rstrip()
        return cls(start, start + len(text), text, ent.label_, ent.kb_id_)


def entities_of(source: Source, found: Iterable[Found]) -> Iterator[Entity]:
    """Spans of one kind and text are one entity, whether "The" opens a sentence with it or not; a
    person's surname alone is that person."""
    groups: dict[tuple[EntityKind, str], list[Found]] = defaultdict(list)
    for one in found:
        kind = kind_of(one.label)
        if kind is not None and one.end > one.start:
            groups[(kind, one.text.casefold().removeprefix("the "))].append(one)
    _join_surnames(groups)
    for (kind, _), mentions in groups.items():
        if mentions:
            yield _entity(source, kind, sorted(mentions))


def kind_of(label: str) -> EntityKind | None:
    """The kind for a model's label; see `KINDS`."""
    if label in KINDS:
        return KINDS[label]
    return next((kind for kind in _OWN if kind == label.lower()), "other")


def _join_surnames(groups: dict[tuple[EntityKind, str], list[Found]]) -> None:
    bearers: dict[str, list[tuple[EntityKind, str]]] = defaultdict(list)
    for kind, name in groups:
        if kind == "person" and " " in name:
            bearers[name.rsplit(" ", 1)[1]].append((kind, name))
    for surname, full in bearers.items():
        if len(full) == 1 and ("person", surname) in groups:
            groups[full[0]] += groups.pop(("person", surname))


def _entity(source: Source, kind: EntityKind, mentions: list[Found]) -> Entity:
    bare = [one for one in mentions if not one.text.startswith("The ")] or mentions
    name = max(bare, key=lambda one: (len(one.text), -one.start)).text
    others: dict[str, Span] = {}
    for one in mentions:
        if one.text != name:
            others.setdefault(one.text, Span(one.start, one.end))
    spans = tuple(Span(one.start, one.end) for one in mentions)
    ids = sorted({("spacy", one.kb_id) for one in mentions if one.kb_id})
    return Entity(
        id=content_id(source, spans[0], f"Entity.{kind}"),
        name=name,
        kind=kind,
        mentions=spans,
        aliases=tuple(others),
        alias_spans=tuple(others.values()),
        ids=tuple(ids),
        provenance=Provenance(f"spacy.{mentions[0].label.lower()}"),
    )
