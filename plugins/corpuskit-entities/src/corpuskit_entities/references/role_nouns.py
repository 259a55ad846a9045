"""Role nouns: whom "the minister" or "the council" means, by role, head word and nearness."""

from __future__ import annotations

import functools
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
from corpuskit_entities.lexica import known, token_of
from corpuskit_entities.tables import heads, lexicon, same

__all__ = ["RoleNouns"]

_WORD = re.compile(r"[\w'’-]+")
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
    def patterns() -> tuple[tuple[str, str, str], ...]:
        """Nouns that may be one, with each of `OPENINGS` before; behind a dash they end the line.

        What the pattern begins with, the opening, and the pattern.
        """
        nouns, modifiers = trie_pattern(_nouns()), lexicon("role_modifiers.tsv")
        noun = rf"(?:{trie_pattern(modifiers)} ){{0,2}}{nouns}(?: {trie_pattern(_roles())})?\b"
        last = rf"{noun}(?=[^\S\n]*$)"  # blanks may stand behind it
        return (
            ("the ", "the", rf"the (?<!\w....){noun}"),
            ("'s ", "'s", rf"'s {noun}"),
            ("—", "—", rf"— {last}"),
            ("–", "–", rf"– {last}"),
        )

    def __init__(self, scan: Scan, clusters: Sequence[Cluster]) -> None:
        self._scan = scan
        self._clusters = clusters

    def resolve(
        self,
        opening: str,
        found: re.Match[str],
        index: int,
        subject_before: Callable[[int, int], Cluster | None],
    ) -> Cluster | None:
        """Whom a role noun that `pattern` found means, or None.

        Args:
            opening: what stands before it.
            index: of the sentence.
            subject_before: tells who is the subject at a place of a sentence, if anybody.
        """
        _, *words, word = found[0].split()
        start, end = found.span()
        office, head, is_role = _senses(word)
        if is_role:
            officials = self._officials.get(office)
            if officials is None or end in self._told or self._goes_on(end):
                return None
            return _person(officials, words, start)
        bodies = self._organisations.get(head) if head and opening == "the" else None
        if bodies is None or self._scan.raw[end - len(word)].isupper() or self._goes_on(end):
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
    def _told(self) -> set[int]:
        """Where the words of roles end: such a noun tells what somebody is."""
        roles = [cluster.role for cluster in self._clusters if cluster.role]
        return {match.end() for role in roles for match in _WORD.finditer(self._scan.raw, *role)}

    @cached_property
    def _officials(self) -> dict[str, _Index]:
        """Persons by each office that their role tells, with all words of it."""
        found: dict[str, _Index] = defaultdict(_Index)
        folded = self._scan.folded
        for cluster in self._clusters:
            if cluster.kind == "person" and cluster.role is not None:
                offices, words = _offices_of(folded[slice(*cluster.role)])
                for office in offices:
                    found[office].clusters.append((cluster, words))
        return found

    @cached_property
    def _organisations(self) -> dict[str, _Index]:
        """Organisations by each noun that may stand for them; what may be "the group" by that."""
        found: dict[str, _Index] = defaultdict(_Index)
        for cluster in self._clusters:
            if cluster.kind in ("organisation", "facility"):
                nouns, called = _nouns_of(cluster.words, cluster.tail)
                for noun in nouns:
                    found[noun].clusters.append((cluster, called))
        return found


@functools.lru_cache(maxsize=4096)
def _senses(noun: str) -> tuple[str, str, bool]:
    """By what word of their role a noun means officials, by what head bodies ("" if it means
    none), and whether it is a role."""
    office = same("roles.tsv").get(noun, noun)
    head = same("heads.tsv").get(noun, noun) if noun in heads("noun") else ""
    return office, head, token_of(noun).role


@functools.cache
def _roles() -> frozenset[str]:
    """Roles of one word, none that only tells the gender ("Mrs")."""
    rows = lexicon("roles.tsv").entries
    return frozenset([r.term for r in rows if " " not in r.term and r["title"] != "polite"])


def _nouns() -> frozenset[str]:
    """What may be a reference."""
    return heads("noun") | _roles()


@functools.cache
def _offices() -> frozenset[str]:
    """By what officials are looked up."""
    return frozenset([_senses(noun)[0] for noun in _nouns()])


@functools.cache
def _heads() -> frozenset[str]:
    """By what bodies are looked up."""
    return frozenset([_senses(noun)[1] for noun in _nouns()])


@functools.lru_cache(maxsize=4096)
def _offices_of(role: str) -> tuple[frozenset[str], frozenset[str]]:
    """The offices of a role; all its words, and those that mean the same."""
    words, alike = _LESSER.sub("", role.replace(".", "")).split(), same("roles.tsv")
    told = frozenset([*words, *[alike.get(word, word) for word in words]])
    return told & _offices(), told


@functools.lru_cache(maxsize=4096)
def _nouns_of(
    words: tuple[str, ...], tail: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns that may stand for a body of these words, and those that it is called by."""
    full = known(words[0]) if len(words) == 1 else None
    alike, every = same("heads.tsv"), {*words, *tail, *(full or "").lower().split()}
    nouns = {alike.get(word, word) for word in every} & _heads() - {"group"}
    if not every & heads("state"):
        nouns.add("group")
    return frozenset(nouns), frozenset([alike.get(word, word) for word in tail])


def _person(officials: _Index, words: Sequence[str], before: int) -> Cluster | None:
    """The last named whose role has these words, too."""
    wanted = {*words} - _passing()
    for _, cluster, told in officials.before(before):
        if wanted <= told:
            return cluster
    return None


@functools.cache
def _passing() -> frozenset[str]:
    """What is left out of a role: "former"."""
    rows = lexicon("role_modifiers.tsv").entries
    return frozenset([row.term for row in rows if row["topic"] == "passing"])


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

    __slots__ = ("_rows", "clusters")

    def __init__(self) -> None:
        self.clusters: list[tuple[Cluster, frozenset[str]]] = []
        self._rows: list[tuple[int, Cluster, frozenset[str]]] = []

    def before(self, at: int) -> Iterator[tuple[int, Cluster, frozenset[str]]]:
        """Start, cluster and words of the mentions before `at`, the last first."""
        rows = self._rows
        if not rows:
            rows += [(m.start, one, told) for one, told in self.clusters for m in one.mentions]
            rows.sort(key=itemgetter(0))
        last = bisect_left(rows, at, key=itemgetter(0))
        return (rows[back] for back in range(last - 1, max(-1, last - 1 - _MANY), -1))
