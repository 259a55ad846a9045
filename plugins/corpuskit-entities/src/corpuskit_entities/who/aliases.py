"""Aliases: which neighbouring names an article says are one: "X, known as Y", "X, alias Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit.scan import Scan, fold
from corpuskit_entities.cluster import Cluster, Mention

__all__ = ["agree", "also_called", "join"]

_Pairs = Sequence[tuple[Mention, Mention]]
_UNSURE = frozenset(("unknown", "other"))
_ROLES = frozenset(("", "role"))
_NAMELESS = _UNSURE | _ROLES
_CLOSINGS = frozenset(',.;:)”"')  # what stands after the other name
_SHORTEST, _LONGEST = 5, 60  # characters between the two
_OPENED = frozenset(
    ", a| al| ak| a.|, b|, c|, d|, f|, k| kn|, l|, n| ni|, p|, r|, w| wa| (a| (k| (n| (r"
    '|", |”, |," |,” '.split("|")
)  # what follows somebody who is called something else; mostly tells that none is there
_AS = re.compile(r"(?:,[\"”]?|[\"”],) as (?:the )?")
_IS = re.compile(r" (?:is|was|are) (?:\w+ly |also |better )?(?:known|called|nicknamed|dubbed)\b")
_CALLED = re.compile(
    r",? \(?(?:(?:(?:who|which) )?(?:is|was|are) )?"
    r"(?:(?:also|better|popularly|locally|widely|commonly|formerly|previously|simply|more) )*"
    r"(?:(?:known|called|nicknamed|dubbed|referred to)"
    r"(?: (?:as|by|(?:his|her|its|their|the) (?:[\w-]+ )?"
    r"(?:nickname|alias|acronym|initials|nom de guerre)))*"
    r"|born|née|nee|alias|aka|a\.?k\.?a\.?"
    r"|(?:whose )?(?:nom de guerre|real name|code ?name)(?: (?:is|was))?)"
    r",? (?:the )?[\"“‘']?"
)


def also_called(scan: Scan, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Neighbours of which one is said to be called the other."""
    folded, found = scan.folded, []
    ends = [mention.end for mention in mentions[:-1]]
    for at in [at for at, end in enumerate(ends) if folded[end : end + 3] in _OPENED]:
        one, two = mentions[at], mentions[at + 1]
        if two.kind == "group" and folded[two.end] == " " and at + 2 < len(mentions):
            two = mentions[at + 2]  # by its Spanish initials
        if _is_called(folded, one, two):
            found.append((one, _whole(scan, two)))
        elif _is_so_called(folded, one, two):
            found.append((two, _whole(scan, one)))
    return found


def _is_called(folded: str, one: Mention, two: Mention) -> bool:
    near = _SHORTEST <= two.start - one.end < _LONGEST
    stop = two.role[0] if two.role else two.start
    return (
        near
        and (folded[two.end : two.end + 1] in _CLOSINGS or folded.startswith(" in ", two.end))
        and _CALLED.fullmatch(folded, one.end, stop) is not None
    )


def _is_so_called(folded: str, one: Mention, two: Mention) -> bool:
    """ "Ro, as Mrs Varga is called"."""
    stop = two.role[0] if two.role else two.start
    return (
        _AS.fullmatch(folded, one.end, stop) is not None and _IS.match(folded, two.end) is not None
    )


def _whole(scan: Scan, name: Mention) -> Mention:
    """What somebody is called goes with its title: "alias Commander Sol"."""
    if name.kind == "role":
        name.kind = "unknown"  # "Super Mayor"
    if name.role is not None:
        name.start, name.role = name.role[0], None
        name.text = scan.raw[name.start : name.end]
        name.words = tuple(fold(name.text).split())
    return name


def agree(pairs: _Pairs, mentions: Sequence[Mention]) -> None:
    """A kind that only one of two is sure of holds for both, wherever the other stands."""
    for one, two in pairs:
        if one.kind == "person" and two.kind == "place" and len(one.words) > 1:
            two.kind, two.rule = one.kind, "entities.also_called"  # Ana Sol, alias Lima
        sure, other = (two, one) if one.kind in _UNSURE or _is_loose(one) else (one, two)
        if (other.kind in _UNSURE or _is_loose(other)) and sure.kind not in _NAMELESS:
            namesakes = [m for m in mentions if m.words == other.words and m.kind == other.kind]
            for mention in namesakes:
                mention.kind, mention.rule = sure.kind, "entities.also_called"


def _is_loose(mention: Mention) -> bool:
    """Whether only its last noun makes it a place: "Islamic State Zarvik Province"."""
    return mention.kind == "place" and mention.rule == "entities.head_noun"


def join(pairs: _Pairs, clusters: list[Cluster]) -> None:
    """Make the clusters of each pair one if they are of one kind."""
    if not pairs:
        return
    meant = {mention: cluster for cluster in clusters for mention in cluster.mentions}
    for one, two in pairs:
        if one.kind in _ROLES or two.kind in _ROLES:
            continue
        full, other = meant[one], meant[two]
        if full is not other and full.kind == other.kind:
            full.absorb(other)
            full.mentions.sort(key=lambda mention: mention.start)
            meant.update(dict.fromkeys(other.mentions, full))
            clusters.remove(other)
