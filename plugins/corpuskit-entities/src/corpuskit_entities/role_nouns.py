"""Role nouns: whom "the minister" or "the council" means, by role, head word and nearness."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from corpuskit.scan import Scan, trie_pattern
from corpuskit_entities.cluster import Cluster
from corpuskit_entities.lexica import token_of
from corpuskit_entities.tables import heads, lexicon, same

__all__ = ["RoleNouns"]

_FOLLOWING = re.compile(r"[\w-]+")
_LESSER = re.compile(r"\b(?:lt|lieutenant|maj|major|brig|brigadier) (?=gen|col|commander)")
"""No lieutenant is a lieutenant general."""
_PASSING = frozenset("former then current top".split())  # are left out of a role
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
        """What comes before a noun that may be one, and the pattern of the rest."""
        roles = {row.term for row in lexicon("roles.tsv").entries if " " not in row.term}
        nouns, modifiers = trie_pattern(roles | heads("noun")), lexicon("role_modifiers.tsv")
        noun = rf"(?:{trie_pattern(modifiers)} ){{0,2}}{nouns}(?: {trie_pattern(roles)})?\b"
        return {"the ": rf"(?<!\w....){noun}", "'s ": noun, "— ": f"{noun}$", "– ": f"{noun}$"}

    def __init__(self, scan: Scan, clusters: Sequence[Cluster]) -> None:
        self._scan = scan
        self._clusters = clusters
        self._told = {cluster.role[1] for cluster in clusters if cluster.role}

    def resolve(
        self, found: re.Match[str], index: int, subject_before: Callable[[int, int], Cluster | None]
    ) -> Cluster | None:
        """Whom a role noun that `patterns` found means, or None.

        Args:
            index: of the sentence.
            subject_before: tells who is the subject at a place of a sentence, if anybody.
        """
        opening, *words = found[0].split()
        start, end, word = found.start(), found.end(), words[-1]
        officials = self._officials.get(same("roles.tsv").get(word, word))
        head, bodies = same("heads.tsv").get(word, word), None
        if opening == "the" and word in heads("noun"):
            bodies = self._organisations.get(head)
        if (officials is None and bodies is None) or self._goes_on(end):
            return None
        if token_of(word).role:
            if end in self._told:
                return None
            return _person(officials, words[:-1], start) if officials is not None else None
        if bodies is None or self._scan.raw[end - len(word)].isupper():
            return None
        if head == "group":
            return _group(bodies, start, subject_before(start, index))
        return next((row[1] for row in bodies.before(start)), None)

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
        return word in heads("noun") or word in ("of", "for") or token_of(word).role

    @cached_property
    def _officials(self) -> dict[str, _Index]:
        """Persons by each word of their role, with all words of it."""
        found: dict[str, _Index] = defaultdict(_Index)
        folded, alike = self._scan.folded, same("roles.tsv")
        for cluster in self._clusters:
            if cluster.kind == "person" and cluster.role is not None:
                role = _LESSER.sub("", folded[slice(*cluster.role)].replace(".", "")).split()
                words = {*role, *[alike.get(word, word) for word in role]}
                for word in words:
                    found[word].clusters.append((cluster, words))
        return found

    @cached_property
    def _organisations(self) -> dict[str, _Index]:
        """Organisations by each noun that may stand for them; what may be "the group" by that."""
        found: dict[str, _Index] = defaultdict(_Index)
        alike = same("heads.tsv")
        for cluster in self._clusters:
            if cluster.kind == "organisation":
                words = {*cluster.words, *cluster.tail}
                called = {alike.get(word, word) for word in cluster.tail}
                for noun in {alike.get(word, word) for word in words} - {"group"}:
                    found[noun].clusters.append((cluster, called))
                if not words & heads("state"):
                    found["group"].clusters.append((cluster, called))
        return found


def _person(officials: _Index, words: Sequence[str], before: int) -> Cluster | None:
    """The last named whose role has these words, too."""
    wanted = {*words} - _PASSING
    return next((cluster for _, cluster, told in officials.before(before) if wanted <= told), None)


def _group(groups: _Index, before: int, subject: Cluster | None) -> Cluster | None:
    """The subject if it is no state's body, else the one called a group, else the only one."""
    if any(subject is cluster for cluster, _ in groups.clusters):
        return subject
    near = [*takewhile(lambda row: row[0] >= before - _REACH, groups.before(before))]
    called = next((cluster for _, cluster, called in near if "group" in called), None)
    if called is not None:
        return called
    return near[0][1] if len({id(cluster) for _, cluster, _ in near}) == 1 else None


class _Index:
    """Clusters, and where they are named.

    Attributes:
        clusters: each with the words that tell which one is meant.
    """

    def __init__(self) -> None:
        self.clusters: list[tuple[Cluster, set[str]]] = []

    def before(self, at: int) -> Iterator[tuple[int, Cluster, set[str]]]:
        """Start, cluster and words of the mentions before `at`, the last first."""
        rows = self._rows
        last = bisect_left(rows, at, key=itemgetter(0))
        return (rows[back] for back in range(last - 1, max(-1, last - 1 - _MANY), -1))

    @cached_property
    def _rows(self) -> list[tuple[int, Cluster, set[str]]]:
        rows = [
            (m.start, cluster, told) for cluster, told in self.clusters for m in cluster.mentions
        ]
        return sorted(rows, key=itemgetter(0))
