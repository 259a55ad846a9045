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

_WORDS = re.compile(r"(?:the|'s|—|–) ([\w-]+)(?: ([\w-]+))?(?: ([\w-]+))?")
_FOLLOWING = re.compile(r"[\w-]+")
_LESSER = re.compile(r"\b(?:lt|lieutenant|maj|major|brig|brigadier) (?=gen|col|commander)")
"""No lieutenant is a lieutenant general."""
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
        nouns = {e.term for e in lexicon("roles.tsv").entries if " " not in e.term} | heads("noun")
        modifiers = trie_pattern(lexicon("role_modifiers.tsv"))
        noun = rf"(?:{modifiers} ){{0,2}}{trie_pattern(nouns)}\b"
        return {"the ": rf"(?<!\w....){noun}", "'s ": noun, "— ": f"{noun}$", "– ": f"{noun}$"}

    def __init__(self, scan: Scan, clusters: Sequence[Cluster]) -> None:
        self._scan = scan
        self._clusters = clusters
        self._bodies = heads("noun")
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
            if end in self._told or (
                self._scan.raw[end - len(word)].isupper() and word in self._bodies
            ):
                return start, None
            if token.role and not self._goes_on(end):
                return end, self._person(words[: at + 1], start)
            if word in self._bodies and not owned and not self._goes_on(end):
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
        return word in self._bodies or word in ("of", "for") or token_of(word).role

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

    def _person(self, words: Sequence[str], before: int) -> Cluster | None:
        """The last named whose role has that head and these words before it."""
        officials = self._officials.get(same("roles.tsv").get(words[-1], words[-1]))
        if officials is None:
            return None
        modifiers = {w for w in words[:-1] if w not in ("former", "then", "current", "top")}
        rows = officials.before(before)
        return next((cluster for _, cluster, told in rows if modifiers <= told), None)

    def _body(
        self, word: str, before: int, subject: Callable[[], Cluster | None]
    ) -> Cluster | None:
        head = same("heads.tsv").get(word, word)
        bodies = self._organisations.get(head)
        if bodies is None:
            return None
        if head == "group":
            return self._group(bodies, before, subject())
        return next((row[1] for row in bodies.before(before)), None)

    def _group(self, groups: _Index, before: int, subject: Cluster | None) -> Cluster | None:
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
