"""NameIndex: groups the names of many documents by referent without comparing all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from corpuskit import Entity
from corpuskit_entities.across.normal import normal_name
from corpuskit_entities.across.same_name import block_keys, same_name

__all__ = ["NameIndex"]

_Key = tuple[str, str]


class NameIndex:
    """Names of persons, organisations and places, grouped by whom they mean. Immutable.

    Args:
        names: entities of any number of documents, or (name, kind) pairs. What one article says
            of an entity, its acronym and its aliases of several words, holds here too.

    An acronym that fits several groups ("PTI") joins none of them unless an article defines it.
    Blocking keys (consonants, initials, gazetteer ids) choose which pairs are compared at all.
    """

    def __init__(self, names: Iterable[Entity | tuple[str, str]] = ()) -> None:
        count: Counter[_Key] = Counter()
        links: set[tuple[_Key, _Key]] = set()
        for item in names:
            if isinstance(item, Entity):
                key = (item.name, item.kind)
                count[key] += 1
                links.update((key, (other, item.kind)) for other in _other_names(item))
            else:
                count[(item[0], item[1])] += 1
        for _, other in links:
            count[other] += 0
        self._count = count
        self._blocks = _blocked(count)
        self._groups = _grouped(count, links, self._blocks)

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """All groups, each sorted, the most frequent and fullest name first; groups sorted."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key, head in self._groups.items():
            found[head].append(key[0])
        ordered = ((head[0], *sorted(set(n) - {head[0]})) for head, n in found.items())
        return tuple(sorted(ordered))

    def canonical(self, name: str, kind: str) -> str:
        """The name that stands for the group of `name`; a name that is not in the index is
        compared with those that are, and stands for itself if it fits none or several."""
        key = (name, kind)
        if key in self._groups:
            return self._groups[key][0]
        near = {other for k in block_keys(name, kind) for other in self._blocks.get((kind, k), ())}
        heads = {self._groups[o] for o in sorted(near) if same_name(name, o[0], kind)}
        return heads.pop()[0] if len(heads) == 1 else name

    def same(self, a: str, b: str, kind: str) -> bool:
        """Whether the index puts both names into one group."""
        return self.canonical(a, kind) == self.canonical(b, kind)


def _other_names(entity: Entity) -> list[str]:
    others = [alias for alias in entity.aliases if entity.kind != "person" or " " in alias]
    if entity.acronym:
        others.append(entity.acronym)
    return [other for other in others if other != entity.name and _says_enough(other, entity.kind)]


def _says_enough(name: str, kind: str) -> bool:
    parts = normal_name(name, kind)
    told = len({*parts.words, *parts.kinds}) + bool(parts.country)
    return kind == "place" or bool(parts.acronym) or told > 1


def _blocked(names: Iterable[_Key]) -> dict[tuple[str, str], list[_Key]]:
    blocks: dict[tuple[str, str], list[_Key]] = defaultdict(list)
    for name, kind in sorted(names):
        for key in block_keys(name, kind):
            blocks[(kind, key)].append((name, kind))
    return dict(blocks)


def _grouped(
    count: Counter[_Key],
    links: set[tuple[_Key, _Key]],
    blocks: dict[tuple[str, str], list[_Key]],
) -> dict[_Key, _Key]:
    """Every name to the head of its group.

    The fullest names come first. A name joins what it fits only if that is one group: "PTI" or
    "J. Bush" must not tie together two that differ.
    """
    union = _Union(count)
    for a, b in sorted(links):
        union.join(a, b)
    defined = {b for _, b in links}
    done: set[_Key] = set()
    for key in sorted(count, key=lambda k: _fullness(k, count[k])):
        near = {other for k in block_keys(*key) for other in blocks.get((key[1], k), ())} & done
        heads = {union.find(other) for other in near if same_name(key[0], other[0], key[1])}
        done.add(key)
        if len(heads) == 1 and not (key in defined and _is_acronym(key)):
            union.join(key, heads.pop())
    return {key: union.head(key, count) for key in count}


def _is_acronym(key: _Key) -> bool:
    return key[1] not in ("person", "place") and bool(normal_name(*key).acronym)


class _Union:
    """Disjoint sets; the root is the smallest key, so that the order of joining never shows."""

    def __init__(self, keys: Iterable[_Key]) -> None:
        self._parent = {key: key for key in keys}
        self._heads: dict[_Key, _Key] = {}

    def find(self, key: _Key) -> _Key:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, a: _Key, b: _Key) -> None:
        one, two = sorted((self.find(a), self.find(b)))
        self._parent[two] = one

    def head(self, key: _Key, count: Counter[_Key]) -> _Key:
        """The fullest of the group's names; of equally full ones the most frequent."""
        if not self._heads:
            groups: dict[_Key, list[_Key]] = defaultdict(list)
            for one in self._parent:
                groups[self.find(one)].append(one)
            for root, keys in groups.items():
                self._heads[root] = min(keys, key=lambda k: _fullness(k, count[k]))
        return self._heads[self.find(key)]


def _fullness(key: _Key, count: int) -> tuple[int, bool, int, str]:
    parts = normal_name(*key)
    words = 0 if parts.acronym else len(parts.words) + len(parts.kinds) + bool(parts.country)
    return -words, key[0].isupper(), -count, key[0]
