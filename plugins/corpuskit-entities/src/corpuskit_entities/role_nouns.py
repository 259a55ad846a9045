"""Role nouns: whom "the minister" or "the council" means, by role, head word and nearness."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Final

from corpuskit.scan import Scan, trie_pattern
from corpuskit_entities.cluster import Cluster
from corpuskit_entities.lexica import lexicon, token_of

__all__ = ["RoleNouns"]

_WORDS = re.compile(r"(?:the|'s|—|–) ([\w-]+)(?: ([\w-]+))?(?: ([\w-]+))?")
_FOLLOWING = re.compile(r"[\w-]+")
_SAME_ROLE = {
    "premier": "minister", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
}  # fmt: skip
_SAME_BODY = {
    "committee": "council", "commission": "council", "panel": "council", "military": "army",
    "organisation": "group", "organization": "group", "outfit": "group", "movement": "group",
    "paper": "newspaper", "times": "newspaper", "post": "newspaper", "daily": "newspaper",
    "tribune": "newspaper", "journal": "newspaper", "herald": "newspaper",
}  # fmt: skip
_BODIES = frozenset(
    "council committee commission panel army military group organisation organization outfit "
    "movement party ministry department agency court university union newspaper paper network "
    "company bank board bureau administration emirate front association federation foundation "
    "institute parliament senate assembly police corps league alliance campaign academy".split()
)
_STATE = frozenset("government army military police ministry department court".split())
_REACH = 700  # characters back within which "the group" is looked for


class RoleNouns:
    """Finds the referents of role nouns in one article.

    Attributes:
        OPENINGS: what stands before a role noun, and how many characters of it and the space
            are no part of the reference.
    """

    OPENINGS: Final[Mapping[str, int]] = MappingProxyType({"the": 0, "'s": 3, "—": 2, "–": 2})

    @staticmethod
    def patterns() -> tuple[str, ...]:
        """The words before a noun that may be one, with up to two between."""
        nouns = {e.term for e in lexicon("roles.tsv").entries if " " not in e.term} | _BODIES
        modifiers = trie_pattern(lexicon("role_modifiers.tsv"))
        noun = rf"(?:{modifiers} ){{0,2}}{trie_pattern(nouns)}\b"
        return rf"the (?<!\w....){noun}", rf"'s {noun}", rf"— {noun}$", rf"– {noun}$"

    def __init__(self, scan: Scan, clusters: Sequence[Cluster]) -> None:
        self._scan = scan
        self._clusters = clusters
        self._starts: dict[int, list[int]] = {}
        self._told = {cluster.role[1] for cluster in clusters if cluster.role}

    def resolve(
        self, start: int, ceiling: int, subject: Callable[[], Cluster | None]
    ) -> tuple[int, Cluster | None]:
        """The end of the role noun after "the" or "'s" at `start`, and whom it means or None.

        Args:
            subject: tells who is the subject at that point, if anybody.
        """
        match = _WORDS.match(self._scan.folded, start, ceiling)
        if match is None:
            return start, None
        words = [word for word in match.groups() if word]
        owned = not match.group().startswith("the")
        for index, word in enumerate(words):
            token = token_of(word)
            end = match.end(index + 1)
            if end in self._told or (self._scan.raw[end - len(word)].isupper() and word in _BODIES):
                return start, None
            if token.role and not self._goes_on(end):
                return end, self._person(words[: index + 1], start)
            if word in _BODIES and not owned and not self._goes_on(end):
                return end, self._body(words[: index + 1], start, subject)
        return start, None

    def _goes_on(self, end: int) -> bool:
        """Whether a longer noun phrase or a name follows, so that the noun is no reference."""
        raw, folded = self._scan.raw, self._scan.folded
        if raw[end : end + 1] != " ":
            return False
        if raw[end + 1 : end + 2].isupper():
            return True
        match = _FOLLOWING.match(folded, end + 1, end + 30)
        if match is None:
            return False
        word = match.group()
        return word in _BODIES or word in ("of", "for") or token_of(word).role

    @cached_property
    def _officials(self) -> list[tuple[Cluster, set[str], set[str]]]:
        """Persons with a role, the words that may be the head of it, and all its words."""
        found = []
        for cluster in self._clusters:
            if cluster.kind == "person" and cluster.role is not None:
                role = self._scan.folded[slice(*cluster.role)].replace(".", "").split()
                heads = {_SAME_ROLE.get(w, w) for w in role}
                found.append((cluster, heads, {*role, *heads}))
        return found

    @cached_property
    def _organisations(self) -> list[tuple[Cluster, set[str]]]:
        """Organisations with the words that may stand for one."""
        return [
            (cluster, {_SAME_BODY.get(w, w) for w in (*cluster.words, *cluster.tail)})
            for cluster in self._clusters
            if cluster.kind == "organisation"
        ]

    def _person(self, words: Sequence[str], before: int) -> Cluster | None:
        head = _SAME_ROLE.get(words[-1], words[-1])
        modifiers = {w for w in words[:-1] if w not in ("former", "then", "current", "top")}
        best: tuple[int, Cluster] | None = None
        for cluster, heads, told in self._officials:
            if head not in heads or not modifiers <= told:
                continue
            near = self._last(cluster, before)
            if near >= 0 and (best is None or near > best[0]):
                best = (near, cluster)
        return best[1] if best else None

    def _body(
        self, words: Sequence[str], before: int, subject: Callable[[], Cluster | None]
    ) -> Cluster | None:
        head = _SAME_BODY.get(words[-1], words[-1])
        if head == "group":
            return self._group(before, subject())
        fits = []
        for cluster, heads in self._organisations:
            if head in heads and cluster.mentions[0].start <= before:
                fits.append((self._last(cluster, before), cluster))
        return max(fits, key=lambda fit: fit[0])[1] if fits else None

    def _group(self, before: int, subject: Cluster | None) -> Cluster | None:
        """The subject if it is no state's body, else the one called a group, else the only one."""
        if subject is not None and _may_be_group(subject):
            return subject
        near = [
            c
            for c in self._clusters
            if _may_be_group(c) and self._last(c, before) >= max(0, before - _REACH)
        ]
        called = [c for c in near if "group" in {_SAME_BODY.get(w, w) for w in c.tail}]
        if called:
            return max(called, key=lambda cluster: self._last(cluster, before))
        return near[0] if len(near) == 1 else None

    def _last(self, cluster: Cluster, before: int) -> int:
        """Where the cluster was last named before `before`, or -1."""
        starts = self._starts.get(id(cluster))
        if starts is None:
            starts = self._starts[id(cluster)] = [m.start for m in cluster.mentions]
        at = bisect_left(starts, before) - 1
        return starts[at] if at >= 0 else -1


def _may_be_group(cluster: Cluster) -> bool:
    return cluster.kind == "organisation" and not _STATE & {*cluster.words, *cluster.tail}
