"""References: which pronouns and role nouns stand for whom, where the evidence is enough."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from corpuskit.scan import Scan, trie_pattern
from corpuskit_entities.cluster import Cluster
from corpuskit_entities.context import OWNED
from corpuskit_entities.lexica import lexicon, speech_verbs, token_of
from corpuskit_entities.mentions import Mention
from corpuskit_entities.quoted import Quoted
from corpuskit_entities.role_nouns import RoleNouns

__all__ = ["Reference", "patterns", "references"]

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m"}
_GENDER |= {"she": "f", "her": "f", "herself": "f"}
_PLURAL = re.compile(r"(?:'s?)? (?:have|are|were|say|also|deny|want|claim|do)\b")
_NEXT = re.compile(r"(?:, who)?\s(?:also\s|then\s|later\s|has\s|have\s|had\s)?(\w+)")
_BEFORE = frozenset(
    "said says added wrote noted replied explained continued declared recalled concluded tweeted "
    "insisted announced asked told".split()
)
_CLAUSE = re.compile(
    r"[,;:—–“”\"(]|\b(?:that|who|whom|which|and|but|when|as|if|because|while|to)\b"
)
_PREPOSITIONS = frozenset(
    "in at from of by with for to on against near after before into over between under".split()
)
_OPENERS = frozenset(
    "that but while because when where as if after before since although though until and".split()
)  # words after which a clause begins
_GOES_ON = _PREPOSITIONS | frozenset("and or of who".split())
_LEADS = frozenset(
    "in on at after before during as while when since for despite with throughout if".split()
)  # words that open a sentence whose "his" may mean who comes after the comma
_MANY, _FIRST = 60, 4  # names and pronouns of a sentence that are looked at, and of its start
_KEEPS = 4  # sentences for which somebody stays in focus without being named
_NEAR = 40  # characters after a comma within which a subject with its title is named
_OPENING = 14  # characters into a sentence within which its subject begins


class Reference(NamedTuple):
    """A stretch that stands for a cluster."""

    start: int
    end: int
    cluster: Cluster


_begin, _place = itemgetter(0), itemgetter(0, 1)
_reference = tuple.__new__  # made so, a NamedTuple costs half


def references(scan: Scan, clusters: Sequence[Cluster]) -> Iterator[Reference]:
    """References outside quote marks, in text order."""
    if clusters:
        yield from _Resolver(scan, clusters).run()


class _Resolver:
    """One article's pronouns and role nouns, read from left to right."""

    def __init__(self, scan: Scan, clusters: Sequence[Cluster]) -> None:
        self._scan = scan
        self._folded = scan.folded
        self._quoted = Quoted(scan)
        self._nouns = RoleNouns(scan, clusters)
        self._named: dict[int, list[tuple[Mention, Cluster]]] = defaultdict(list)
        named = self._named
        for cluster in clusters:
            for mention in cluster.mentions:
                named[mention.sentence].append((mention, cluster))
        self._seen: dict[int, list[Reference]] = {}
        self._verbs = speech_verbs()

    def run(self) -> Iterator[Reference]:
        """See `references`."""
        index, sentences = 0, self._scan.sentences
        edges = self._quoted.edges
        for match in _candidates(self._scan):
            start = match.start()
            if edges and bisect_right(edges, start) % 2:
                continue  # inside quote marks
            while sentences[index][1] <= start:
                index += 1
            if sentences[index][0] > start:
                continue
            word = match.group().split(None, 1)[0]
            end, cluster = self._resolve(word, start, index)
            if cluster is not None:
                found = Reference(start + RoleNouns.OPENINGS.get(word, 0), end, cluster)
                insort(self._seen_in(index), found, key=_place)
                yield found

    def _seen_in(self, index: int) -> list[Reference]:
        """Who is named outside quote marks in a sentence, and who was found to be meant."""
        seen = self._seen.get(index)
        if seen is None:
            edges = self._quoted.edges
            seen = [
                _reference(Reference, (mention.start, mention.end, cluster))
                for mention, cluster in self._named.get(index, ())
                if not (edges and bisect_right(edges, mention.start) % 2)
                and not (cluster.kind == "place" and _dateline(self._scan, mention))
            ]
            if len(seen) > 1:
                seen.sort(key=_place)
            self._seen[index] = seen
        return seen

    def _resolve(self, word: str, start: int, index: int) -> tuple[int, Cluster | None]:
        if word in _GENDER:
            return start + len(word), self._person(word, start, index)
        if word in RoleNouns.OPENINGS:
            ceiling = self._scan.sentences[index].end
            subject = functools.partial(self._subject_before, start, index)
            return self._nouns.resolve(start, ceiling, subject)
        return start + len(word), self._body(word, start, index)

    def _person(self, word: str, at: int, index: int) -> Cluster | None:
        """Whom a pronoun for a person means; a person of unknown gender takes that of it."""
        gender = _GENDER[word]
        before = _fitting(self._before(at, index), gender)
        doer: Cluster | None = None
        if word == "him":
            doer = self._doer(before, at)  # "she praised him": somebody else
            before = [one for one in before if one.cluster is not doer]
        who = self._among(before, gender, at, index)
        if who is None or who is doer:
            return None
        who.gender = who.gender or gender
        return who

    def _before(self, at: int, index: int) -> list[Reference]:
        """Who is seen in a sentence before `at`: of very many, the first and the last."""
        seen = self._seen_in(index)
        count = bisect_left(seen, at, key=_begin)
        return seen[:count] if count <= _MANY else seen[:_FIRST] + seen[count - _MANY : count]

    def _doer(self, before: list[Reference], at: int) -> Cluster | None:
        """The subject of the clause that goes on to `at`, if it is told."""
        for one in reversed(before):
            if not (self._owns(one) or self._governed(one)):
                end = one.end
                if self._folded.startswith(" (", end):
                    end = max(end, self._folded.find(")", end, at))
                return None if self._parted(end, at) else one.cluster
        return None

    def _among(self, before: list[Reference], gender: str, at: int, index: int) -> Cluster | None:
        """The subject of this clause or sentence if it fits, else whom the text was about."""
        if not before:
            return self._coming(gender, at, index) or self._focus(gender, index)
        last = before[-1]
        if self._text(last) in _GENDER or self._folded.startswith((", who ", " who "), last.end):
            return last.cluster
        subject = self._clause_subject(before)
        same = [one for one in before if self._text(one) in _GENDER]
        if same and (subject is None or subject.start < same[-1].start):
            return same[-1].cluster
        free = [one for one in before if not self._owns(one)] or before
        free = [one for one in free if not self._governed(one)] or free
        if subject is not None and subject is not free[0]:
            return None if self._outdone(subject.end, at) else subject.cluster
        if len({id(one.cluster) for one in free}) > 1:
            held = self._focus(gender, index)
            if any(one.cluster is held for one in free):
                return held
        return None if self._outdone(free[0].end, at) else free[0].cluster

    def _coming(self, gender: str, at: int, index: int) -> Cluster | None:
        """ "In his speech, Omar Varga said": who is named after the comma."""
        start, end, *_ = self._scan.sentences[index]
        opening = self._folded[start : start + 12].split(None, 1)
        comma = self._folded.find(", ", at, end) if opening and opening[0] in _LEADS else -1
        if comma < 0:
            return None
        for one in self._seen_in(index):
            if one.start > comma and one.cluster.kind == "person":
                sure = one.cluster.gender == gender
                near = one.start - comma < _NEAR and not self._owns(one)
                return one.cluster if sure and near else None
        return None

    def _clause_subject(self, before: list[Reference]) -> Reference | None:
        """The last that opens a clause and goes on with a word: "… that Varga lost his"."""
        folded = self._folded
        for one in reversed(before):
            follow = folded[one.end : one.end + 14].split(None, 1)
            goes_on = follow and folded[one.end] == " " and follow[0] not in _GOES_ON
            if goes_on and self._text(one) not in _GENDER and self._opens_clause(one.start):
                return one
        return None

    def _opens_clause(self, start: int) -> bool:
        words = self._folded[max(0, start - 40) : start].split()
        while words and token_of(words[-1]).title:
            words.pop()
        return bool(words) and (
            words[-1] in _OPENERS or words[-1] in self._verbs or words[-1][-1] in ",;:—–"
        )

    def _outdone(self, start: int, at: int) -> bool:
        """Whether somebody without a name is the subject of a clause between two places."""
        return _somebody().search(self._folded, start, at) is not None

    def _parted(self, start: int, end: int) -> bool:
        """Whether another clause begins between two places of a sentence."""
        return bool(_CLAUSE.search(self._folded, start, end))

    def _focus(self, gender: str, index: int) -> Cluster | None:
        """Whom the sentences before were about: the last one's speaker, or its first person."""
        for at in range(index - 1, max(-1, index - 1 - _KEEPS), -1):
            fitting = _fitting(self._seen_in(at), gender)
            if fitting:
                free = [one for one in fitting if not self._owns(one)] or fitting
                speaking = next((one for one in free if self._says(one)), free[0])
                return speaking.cluster
        return None

    def _body(self, word: str, at: int, index: int) -> Cluster | None:
        """Whom "it says" or "they say" means: a named body that is the subject here, or was."""
        subject = self._subject_before(at, index)
        if subject is None or subject.kind in ("person", "other", "document"):
            return None
        if word == "they":
            return subject if self._plural(subject) else None
        return None if subject.kind == "group" else subject

    def _subject_before(self, at: int, index: int) -> Cluster | None:
        """The subject of this sentence, or of the last where nobody is named in this yet."""
        subject = self._subject(index, at)
        if subject is not None or any(one.start < at for one in self._seen_in(index)):
            return subject
        sentences = self._scan.sentences
        for back in range(index - 1, max(-1, index - 1 - _KEEPS), -1):
            subject = self._subject(back, sentences[back].end)
            if subject is not None or sentences[back].start + 1 not in self._quoted:
                return subject
        return None

    def _subject(self, index: int, before: int) -> Cluster | None:
        """Who speaks in a sentence, or else opens it."""
        start = self._scan.sentences[index].start
        first: Cluster | None = None
        for one in self._seen_in(index):
            if one.start >= before:
                break
            if self._owns(one) or self._governed(one):
                continue
            if self._says(one):
                return one.cluster
            if first is None and one.start - start <= _OPENING:
                first = one.cluster
        return first

    def _plural(self, cluster: Cluster) -> bool:
        if cluster.kind == "group":
            return cluster.name.endswith("s")
        return any(_PLURAL.match(self._folded, m.end) for m in cluster.mentions)

    def _owns(self, one: Reference) -> bool:
        start, end, _ = one
        if self._folded.startswith(("'s", "' "), end):
            return True
        if _owned().match(self._folded, end):
            return True
        return end - start == 3 and self._text(one) in ("his", "her")

    def _governed(self, one: Reference) -> bool:
        """Whether a preposition stands before it, so that it is no subject."""
        before = self._folded[max(0, one.start - 10) : one.start].rsplit(None, 1)
        return bool(before) and before[-1] in _PREPOSITIONS

    def _text(self, one: Reference) -> str:
        return self._folded[one.start : one.end]

    def _says(self, one: Reference) -> bool:
        folded, (start, end, _) = self._folded, one
        if self._speaks(end):
            return True
        after = end
        while folded.startswith((")", ","), after):
            after += 1
        if after > end and self._speaks(after):
            return True
        before = folded[max(0, start - 14) : start].rsplit(None, 1)
        return bool(before) and before[-1] in _BEFORE

    def _speaks(self, end: int) -> bool:
        follow = _NEXT.match(self._folded, end)
        return follow is not None and follow.group(1) in self._verbs


def _fitting(seen: list[Reference], gender: str) -> list[Reference]:
    """The persons of a gender, or of none that is known."""
    return [
        one
        for one in seen
        if (who := one[2]).kind == "person" and (not who.gender or who.gender == gender)
    ]


def _dateline(scan: Scan, mention: Mention) -> bool:
    """ "PORTO SOL: The army": the place of a dateline is nobody's subject."""
    if mention.start != scan.sentences[mention.sentence].start:
        return False
    return scan.folded[mention.end : mention.end + 2].strip()[:1] in (*":—–-(,", "/")


def _candidates(scan: Scan) -> list[re.Match[str]]:
    start, end = scan.sentences[0].start, scan.sentences[-1].end
    found: list[re.Match[str]] = []
    for pattern in patterns():
        found += pattern.finditer(scan.folded, start, end)
    return sorted(found, key=re.Match.start)


@functools.cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf" {trie_pattern(OWNED)}(?=\s|$)")


@functools.cache
def _somebody() -> re.Pattern[str]:
    """ "… said the old man shot": a clause that opens with somebody who is not named."""
    people = {entry.term for entry in lexicon("roles.tsv").entries if " " not in entry.term}
    nouns = trie_pattern(people | {"man", "woman", "boy", "girl", "teenager", "driver", "attacker"})
    opening = r"(?:said|says|that|because|but|while|when|if|claimed|alleged)"
    return re.compile(rf"\b{opening} (?:the|a|an|another|one) (?:[\w-]+ ){{0,3}}{nouns} (?!of\b)")


@functools.cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Pronouns, "it" and "they" only with a verb of speech; "the" or "'s" with a role noun.

    Each begins with letters and looks back after them: one such pattern a word is several times
    faster than one for all, and that than one with a boundary in front.
    """
    verbs = rf"(?:(?:also|has|have|had) )?(?:\w{{3,12}}ly )?{trie_pattern(speech_verbs())}\b"
    pronouns = (
        r"h(?<!\w.)(?:e|is|im(?:self)?|er(?:self)?)\b",
        r"she(?<!\w...)\b",
        rf"it (?<!\w...){verbs}",
        rf"they (?<!\w.....){verbs}",
    )
    return tuple(re.compile(one, re.MULTILINE) for one in (*pronouns, *RoleNouns.patterns()))
