"""Decides whether a regular expression can take exponential time: two ways round a loop.

A repeat inside a repeat is harmless as long as each text can be divided among the rounds in one way
only. Where two ways exist, a failing match tries all of them, 2 to the power of the text's length.
Each loop of a pattern is made an automaton of its characters (Glushkov's), and two walkers are sent
round it reading the same characters. If they can part and meet again where they started, the loop
is ambiguous (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991).

Word boundaries and possessive repeats of one character are understood, look-arounds are not: what
is reported may be harmless. Time that grows with the square of the text is not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from re import _constants as sre
from re import _parser
from typing import NamedTuple

# The characters by which classes are compared: one bit each.
ALPHABET = (
    [chr(code) for code in range(0x180)]
    + list("\u0391\u03b1\u0416\u0436\u0627\u0661\u4e00\u1e00\u1e9e")
    + [chr(code) for code in range(0x2000, 0x2070)]
    + list("\u20ac\u2122\u2190\u2500\u3000\ufeff")
)
WORD = sum(1 << n for n, char in enumerate(ALPHABET) if char.isalnum() or char == "_")
ALL = (1 << len(ALPHABET)) - 1
FEW = 3  # a repeat of at most so many rounds is no loop

Items = Iterable[tuple[object, object]]  # what re's parser makes of a pattern
Pair = tuple[int, int]


class Border(NamedTuple):
    """What is asked of the place between two characters."""

    boundary: bool = False  # a word begins or ends here
    inside: bool = False  # none does
    denied: int = 0  # characters that cannot follow: a possessive repeat took them

    def and_(self, other: Border) -> Border:
        return Border(
            self.boundary or other.boundary,
            self.inside or other.inside,
            self.denied | other.denied,
        )

    def lets(self, before: int, after: int) -> int:
        """The characters of `after` that may stand behind those of `before`; 0 for none."""
        apart = bool(before & WORD) != bool(after & WORD)
        if (self.boundary and not apart) or (self.inside and apart):
            return 0
        return after & ~self.denied


class Part:
    """A piece of an automaton: its first and last atoms, each with its border, and the borders
    at which the piece may read nothing."""

    def __init__(
        self,
        first: Iterable[tuple[int, Border]] = (),
        last: Iterable[tuple[int, Border]] = (),
        empty: Iterable[Border] = (),
    ) -> None:
        self.first, self.last, self.empty = set(first), set(last), set(empty)


class Automaton:
    """The atoms of one pattern, and its loops that read one text in two ways."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.flags = pattern.flags
        self.atoms: list[int] = []  # the characters that each atom reads
        self.follow: list[dict[int, int]] = []  # which atoms may follow it, with which characters
        self.groups: dict[int, int] = {}  # group of one atom -> the characters that it reads
        self.ambiguous: list[str] = []
        self._of(_parser.parse(pattern.pattern, pattern.flags))

    def _of(self, items: Items) -> Part:
        whole = Part(empty=[Border()])
        for op, argument in items:
            whole = self._joined(whole, self._one(op, argument))
        return whole

    def _one(self, op, argument) -> Part:
        if op in (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY):
            return self._atom(_members(op, argument, self.flags))
        if op is sre.BRANCH:
            return self._either([self._of(branch) for branch in argument[1]])
        if op is sre.SUBPATTERN:
            return self._group(argument[0], argument[-1])
        if op is sre.GROUPREF and argument in self.groups:
            return self._atom(self.groups[argument])
        if op is sre.GROUPREF_EXISTS:
            return self._either([self._of(argument[1]), self._of(argument[2] or ())])
        if op is sre.ATOMIC_GROUP:
            return self._of(argument)
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            return self._repeat(*argument, possessive=op is sre.POSSESSIVE_REPEAT)
        if op is sre.AT and argument is sre.AT_BOUNDARY:
            return Part(empty=[Border(boundary=True)])
        if op is sre.AT and argument is sre.AT_NON_BOUNDARY:
            return Part(empty=[Border(inside=True)])
        return Part(empty=[Border()])  # other places, look-arounds, references to longer groups

    def _atom(self, members: int) -> Part:
        """Word and other characters apart, so that word boundaries can be told."""
        new = []
        for half in (members & WORD, members & ~WORD):
            if half:
                new.append((len(self.atoms), Border()))
                self.atoms.append(half)
                self.follow.append({})
        return Part(new, new)

    def _group(self, number: int | None, items: Items) -> Part:
        start = len(self.atoms)
        part = self._of(items)
        if number is not None and _is_one(items):
            self.groups[number] = self._read(start)
        return part

    def _read(self, start: int) -> int:
        """The characters of all atoms from `start` on."""
        members = 0
        for one in self.atoms[start:]:
            members |= one
        return members

    @staticmethod
    def _either(parts: list[Part]) -> Part:
        return Part(
            {one for part in parts for one in part.first},
            {one for part in parts for one in part.last},
            {one for part in parts for one in part.empty},
        )

    def _joined(self, left: Part, right: Part) -> Part:
        self._link(left, right)
        return Part(
            left.first | {(n, way.and_(border)) for n, border in right.first for way in left.empty},
            right.last | {(n, border.and_(way)) for n, border in left.last for way in right.empty},
            {a.and_(b) for a in left.empty for b in right.empty},
        )

    def _link(self, left: Part, right: Part) -> bool:
        """Lets `right` follow `left`; whether an atom could follow another in that way already."""
        twice = False
        for before, leaving in left.last:
            for after, entering in right.first:
                let = leaving.and_(entering).lets(self.atoms[before], self.atoms[after])
                if let:
                    had = self.follow[before].get(after, 0)
                    twice = twice or bool(had & let)
                    self.follow[before][after] = had | let
        return twice

    def _repeat(self, low: int, high: int, items: Items, *, possessive: bool) -> Part:
        start = len(self.atoms)
        inner = self._of(items)
        if high > 1:
            twice = self._link(inner, inner)
            loops = high > FEW and not possessive and not _is_one(items)
            if loops and (twice or self._parts(start)):
                self.ambiguous.append(self._told(start))
        after = Border(denied=self._read(start) if possessive and _is_one(items) else 0)
        last = {(n, border.and_(after)) for n, border in inner.last} if high > FEW else inner.last
        return Part(inner.first, last, inner.empty | ({after} if low == 0 else set()))

    def _parts(self, start: int) -> bool:
        """Whether two walkers over the same characters can part and meet again."""
        graph: dict[Pair, set[Pair]] = {}
        stack = [(n, n) for n in range(start, len(self.atoms))]
        while stack:
            pair = stack.pop()
            if pair in graph:
                continue
            graph[pair] = {
                (min(a, b), max(a, b))
                for a, by_a in self.follow[pair[0]].items()
                for b, by_b in self.follow[pair[1]].items()
                if by_a & by_b
            }
            stack.extend(graph[pair])
        return any(
            any(a == b for a, b in circle) and any(a != b for a, b in circle)
            for circle in _circles(graph)
        )

    def _told(self, start: int) -> str:
        shown = []
        for members in self.atoms[start : start + 12]:
            chars = [char for n, char in enumerate(ALPHABET) if members >> n & 1]
            shown.append("".join(chars[:3]) + ("…" if len(chars) > 3 else ""))
        return " ".join(shown)


def _is_one(items: Items) -> bool:
    """Whether a piece reads one character, and no more."""
    ops = [op for op, _ in items]
    return len(ops) == 1 and ops[0] in (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY)


@cache
def _single(source: str, flags: int) -> int:
    pattern = re.compile(source, flags)
    return sum(1 << n for n, char in enumerate(ALPHABET) if pattern.match(char))


CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


def _members(op, argument, flags: int) -> int:
    """The characters that one atom reads, as bits; those outside the alphabet are left out."""
    kept = flags & (re.IGNORECASE | re.DOTALL | re.ASCII)
    if op is sre.ANY:
        return _single(".", kept)
    if op is sre.LITERAL:
        return _single(re.escape(chr(argument)), kept)
    if op is sre.NOT_LITERAL:
        return _single(f"[^{re.escape(chr(argument))}]", kept)
    members, negated = 0, False
    for kind, value in argument:
        if kind is sre.NEGATE:
            negated = True
        elif kind is sre.LITERAL:
            members |= _single(re.escape(chr(value)), kept)
        elif kind is sre.RANGE:
            low, high = map(re.escape, map(chr, value))
            members |= _single(f"[{low}-{high}]", kept)
        else:
            members |= _single(CATEGORIES[value], kept)
    return ALL & ~members if negated else members


def _circles(graph: dict[Pair, set[Pair]]) -> Iterator[set[Pair]]:
    """The strongly connected parts of a graph (Tarjan's, without recursion)."""
    number: dict[Pair, int] = {}
    low: dict[Pair, int] = {}
    held: dict[Pair, None] = {}  # in the order in which they were met
    for root in graph:
        walk = [] if root in number else [(root, iter(graph[root]))]
        while walk:
            node, rest = walk[-1]
            if node not in number:
                number[node] = low[node] = len(number)
                held[node] = None
            for after in rest:
                if after not in number:
                    walk.append((after, iter(graph[after])))
                    break
                if after in held:
                    low[node] = min(low[node], low[after])
            else:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
                if low[node] == number[node]:
                    circle = set()
                    while node in held:
                        circle.add(held.popitem()[0])
                    yield circle


def ambiguous_loops(pattern: re.Pattern[str]) -> list[str]:
    """How each loop of `pattern` begins that can take exponential time; [] for none."""
    return Automaton(pattern).ambiguous


def possessive_groups(pattern: re.Pattern[str]) -> int:
    """How many possessive repeats of more than one character `pattern` has."""
    return _possessive(_parser.parse(pattern.pattern, pattern.flags))


def _possessive(value: object) -> int:
    """In a parsed pattern or a piece of one: nested tuples, lists and sub-patterns."""
    if not isinstance(value, list | tuple | _parser.SubPattern):
        return 0
    here = 0
    if isinstance(value, tuple) and value[:1] == (sre.POSSESSIVE_REPEAT,):
        here = not _is_one(value[1][2])
    return here + sum(map(_possessive, value))
