"""Role nouns: whom "the minister" or "the council" means, by role, head word and nearness."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from operator import itemgetter
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
    "sgt": "sergeant", "capt": "captain", "gen": "general", "col": "colonel", "maj": "major",
    "lt": "lieutenant", "cpl": "corporal", "sen": "senator", "gov": "governor",
    "supt": "superintendent", "insp": "inspector", "det": "detective", "prof": "professor",
}  # fmt: skip
_LESSER = re.compile(r"\b(?:lt|lieutenant|maj|major|brig|brigadier) (?=gen|col|commander)")
"""No lieutenant is a lieutenant general."""
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
_MANY = 200  # mentions back within which anybody is looked for


class RoleNouns:
    """Finds the referents of role nouns in one article.

    Attributes:
        OPENINGS: what stands before a role noun, and how many characters of it and the space
            are no part of the reference.
    """

    OPENINGS: Final[Mapping[str, int]] = MappingProxyType({"the": 0, "'s": 3, "—": 2, "–": 2})

    @staticmethod
    def patterns() -> dict[str, str]:
        """What comes before a noun that may be one, and the pattern of the rest: up to two words
        between."""
        nouns = {e.term for e in lexicon("roles.tsv").entries if " " not in e.term} | _BODIES
        modifiers = trie_pattern(lexicon("role_modifiers.tsv"))
        noun = rf"(?:{modifiers} ){{0,2}}{trie_pattern(nouns)}\b"
        return {"the ": rf"(?<!\w....){noun}", "'s ": noun, "— ": f"{noun}$", "– ": f"{noun}$"}

    def __init__(self, scan: Scan, clusters: Sequence[Cluster]) -> None:
        self._scan = scan
        self._clusters = clusters
        self._by_role: dict[str, _Index] = {}
        self._by_body: dict[str, _Index] = {}
        self._told = {cluster.role[1] for cluster in clusters if cluster.role}

    def resolve(
        self, start: int, index: int, subject_before: Callable[[int, int], Cluster | None]
    ) -> tuple[int, Cluster | None]:
        """The end of the role noun after "the" or "'s" at `start`, and whom it means or None.

        Args:
            index: of the sentence.
            subject_before: tells who is the subject at a place of a sentence, if anybody.
        """
        match = _WORDS.match(self._scan.folded, start, self._scan.sentences[index][1])
        if match is None:
            return start, None
        words = [word for word in match.groups() if word]
        owned = not match.group().startswith("the")
        for at, word in enumerate(words):
            token = token_of(word)
            end = match.end(at + 1)
            if end in self._told or (self._scan.raw[end - len(word)].isupper() and word in _BODIES):
                return start, None
            if token.role and not self._goes_on(end):
                return end, self._person(words[: at + 1], start)
            if word in _BODIES and not owned and not self._goes_on(end):
                return end, self._body(word, start, lambda: subject_before(start, index))
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

    def _officials(self, head: str) -> _Index:
        """Persons with a word in their role that may be `head`, with all words of it."""
        index = self._by_role.get(head)
        if index is None:
            names = _same_roles(head)
            rows = [row for row in self._roles if not names.isdisjoint(row[1])]
            index = self._by_role[head] = _Index(
                [
                    (cluster, {*role, *[_SAME_ROLE.get(w, w) for w in role]})
                    for cluster, role in rows
                ]
            )
        return index

    @cached_property
    def _roles(self) -> list[tuple[Cluster, list[str]]]:
        """Persons with a role, with the words of it."""
        folded = self._scan.folded
        return [
            (cluster, _LESSER.sub("", folded[slice(*cluster.role)].replace(".", "")).split())
            for cluster in self._clusters
            if cluster.kind == "person" and cluster.role is not None
        ]

    def _organisations(self, head: str) -> _Index:
        """Organisations that `head` may stand for, with what they are called."""
        index = self._by_body.get(head)
        if index is None:
            names = _same_bodies(head)
            index = self._by_body[head] = _Index(
                [
                    (cluster, _called(cluster))
                    for cluster in self._clusters
                    if cluster.kind == "organisation"
                    and not (names.isdisjoint(cluster.words) and names.isdisjoint(cluster.tail))
                ]
            )
        return index

    @cached_property
    def _groups(self) -> _Index:
        """Organisations that may be "the group"."""
        return _Index([(c, _called(c)) for c in self._clusters if _may_be_group(c)])

    def _person(self, words: Sequence[str], before: int) -> Cluster | None:
        """The last named whose role has that head and these words before it."""
        modifiers = {w for w in words[:-1] if w not in ("former", "then", "current", "top")}
        rows = self._officials(_SAME_ROLE.get(words[-1], words[-1])).before(before)
        return next((cluster for _, cluster, told in rows if modifiers <= told), None)

    def _body(
        self, word: str, before: int, subject: Callable[[], Cluster | None]
    ) -> Cluster | None:
        head = _SAME_BODY.get(word, word)
        if head == "group":
            return self._group(before, subject())
        return next((row[1] for row in self._organisations(head).before(before)), None)

    def _group(self, before: int, subject: Cluster | None) -> Cluster | None:
        """The subject if it is no state's body, else the one called a group, else the only one."""
        if subject is not None and _may_be_group(subject):
            return subject
        near = [*takewhile(lambda row: row[0] >= before - _REACH, self._groups.before(before))]
        called = next((cluster for _, cluster, called in near if "group" in called), None)
        if called is not None:
            return called
        return near[0][1] if len({id(cluster) for _, cluster, _ in near}) == 1 else None


class _Index:
    """Clusters, and where they are named.

    Attributes:
        clusters: each with the words that tell which one is meant.
    """

    def __init__(self, clusters: list[tuple[Cluster, set[str]]]) -> None:
        self.clusters = clusters

    def before(self, at: int) -> Iterator[tuple[int, Cluster, set[str]]]:
        """Start, cluster and words of the mentions before `at`, the last first."""
        if not self.clusters:
            return iter(())
        rows = self._rows
        last = bisect_left(rows, at, key=itemgetter(0))
        return (rows[back] for back in range(last - 1, max(-1, last - 1 - _MANY), -1))

    @cached_property
    def _rows(self) -> list[tuple[int, Cluster, set[str]]]:
        rows = [
            (m.start, cluster, told) for cluster, told in self.clusters for m in cluster.mentions
        ]
        return sorted(rows, key=itemgetter(0))


def _may_be_group(cluster: Cluster) -> bool:
    return cluster.kind == "organisation" and not _STATE & {*cluster.words, *cluster.tail}


def _called(cluster: Cluster) -> set[str]:
    return {_SAME_BODY.get(word, word) for word in cluster.tail}


@functools.lru_cache(maxsize=1024)
def _same_roles(head: str) -> frozenset[str]:
    """All words for a role that mean the same as `head`."""
    return frozenset({head, *[word for word, meaning in _SAME_ROLE.items() if meaning == head]})


@functools.lru_cache(maxsize=1024)
def _same_bodies(head: str) -> frozenset[str]:
    """All words for a body that mean the same as `head`."""
    return frozenset({head, *[word for word, meaning in _SAME_BODY.items() if meaning == head]})
