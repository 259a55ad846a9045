"""FullNames: which full names mean one person: shorter, with a nickname, in another spelling."""

from __future__ import annotations

from collections import defaultdict

from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.lexica import token_of
from corpuskit_entities.names.surnames import are_spellings, nickname
from corpuskit_entities.tables import lexicon, name_parts

__all__ = ["FullNames"]

_MANY = 40  # names with the same first letters that are compared, at most
_SEVERAL = 3  # words of a name with a middle one, and letters of what is no initial


class FullNames:
    """Persons who are named in full, as they are met.

    Attributes:
        clusters: one for each.
        by_last: by their last names.
        by_nickname: by a nickname in marks and the last name.
    """

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.by_last: dict[str, list[Cluster]] = defaultdict(list)
        self.by_nickname: dict[tuple[str, ...], Cluster] = {}
        self._by_front: dict[tuple[str, ...], Cluster] = {}
        self._by_letters: dict[str, list[Cluster]] = defaultdict(list)

    def add(self, mention: Mention, words: tuple[str, ...]) -> None:
        """Take in a mention of which `words` are the name."""
        by_front, written = self._by_front, mention.words
        mark = written[-1:] if written[-1] != words[-1] else ()
        nick = nickname(written) if len(written) > len(words) + len(mark) else ""
        last, front = words[-1], _without_second(words)
        named_so = self.by_last[last]
        joined = ("".join(words).replace("-", ""),)  # Kim Yo Jong, Kim Yo-jong
        alike, known = by_front.get(joined), self.by_nickname.get(words)
        same = [one for one in self.by_last[front[-1]] if one.words == front] if front else []
        also = [one for one in (by_front.get(words), alike, known) if one is not None]
        for cluster in (*named_so, *same, *also) if same or also else named_so:
            called = bool(nick) and cluster.words == (nick, last)
            sure = called or cluster is alike or cluster is known
            loose = cluster is known or words[0] in name_parts("particle")
            if (cluster.tail == mark or (loose and not mark)) and (
                sure or _one_person(cluster.words, words)
            ):
                longer = len(words) - len(cluster.words)
                calmer = cluster.name.isupper() and not mention.text.isupper()
                if longer > 0 or called or ((calmer or nick) and longer == 0):
                    cluster.name, cluster.words = mention.text, words
                goes_by_last = cluster.words == words
                break
        else:
            cluster = self._spelt_so(mention, words, mark)
            goes_by_last = True
        cluster.add(mention)
        if goes_by_last and cluster not in named_so:
            named_so.append(cluster)
        if nick:
            self.by_nickname.setdefault((nick, last), cluster)
        by_front.setdefault(joined, cluster)
        if front:
            by_front.setdefault(front, cluster)

    def _spelt_so(self, mention: Mention, words: tuple[str, ...], mark: tuple[str, ...]) -> Cluster:
        """Whom the words mean in another spelling, if not in one sentence; or somebody new."""
        near = self._by_letters[words[0][0] + words[-1][0]]
        for cluster in near[-_MANY:]:
            apart = cluster.mentions[-1].sentence != mention.sentence
            if apart and cluster.tail == mark and are_spellings(cluster.words, words):
                return cluster
        cluster = Cluster("person", mention.text, words, mention.rule, tail=mark)
        self.clusters.append(cluster)
        near.append(cluster)
        return cluster


def _without_second(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Ana Sol" of "Ana Sol Varga", who has two surnames; () where the middle may be a given name
    or a word."""
    if len(words) < _SEVERAL or len(words[-2]) < _SEVERAL:
        return ()
    middle, last = token_of(words[-2]), token_of(words[-1])
    return () if middle.first or middle.common or last.common or last.head else words[:-1]


def _one_person(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Within an article: last names agree, and the shorter name's words come in the longer."""
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    if short[0] != long[0] and short != long[-len(short) :]:
        initial = len(short[0]) == 1 and short[0] == long[0][:1]
        return initial or (_in_short(short[0], long[0]) and short[-1] == long[-1])
    rest = iter(long)
    return all(any(w == o or (len(w) == 1 and o[0] == w) for o in rest) for w in short)


def _in_short(one: str, two: str) -> bool:
    """Whether one is what somebody called the other is called in short: Fred, Frederick."""
    names = lexicon("short_names.tsv")
    return any(row["name"] == two for row in names.get(one)) or any(
        row["name"] == one for row in names.get(two)
    )
