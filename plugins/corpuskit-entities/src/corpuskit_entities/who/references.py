"""References: which pronouns and role nouns stand for whom, where the evidence is enough."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from corpuskit.scan import Scan, trie_pattern
from corpuskit_entities.around.context import nouns_for
from corpuskit_entities.around.quoted import Quoted
from corpuskit_entities.around.subjects import PREPOSITIONS, Text
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.lexica import token_of
from corpuskit_entities.tables import lexicon, speech_verbs
from corpuskit_entities.who.role_nouns import RoleNouns

__all__ = ["Reference", "patterns", "references"]

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m"}
_GENDER |= {"she": "f", "her": "f", "herself": "f"}
_SUBJECTS = frozenset(("it", "they"))  # of a verb of speech
_OWNERS = frozenset(("his", "her"))
_PLURAL = re.compile(r"(?:'s?)? (?:have|are|were|say|also|deny|want|claim|do)\b")
_CLAUSE = re.compile(
    r"[,;:—–“”\"(]|\b(?:that|who|whom|which|and|but|when|as|if|because|while|to)\b"
)
_OPENERS = frozenset(
    "that but while because when where as if after before since although though until and".split()
)  # words after which a clause begins
_GOES_ON = PREPOSITIONS | frozenset("and or of who".split())
_LEADS = frozenset(
    "in on at after before during as while when since for despite with throughout if".split()
)  # words that open a sentence whose "his" may mean who comes after the comma
_MANY, _FIRST = 60, 4  # names and pronouns of a sentence that are looked at, and of its start
_FAR = 2000  # characters of a clause that are looked at, at most
_KEEPS = 4  # sentences for which somebody stays in focus without being named
_ENDING = frozenset(',.;:)”"?!')  # after "her" that is no possessive
_DATED = frozenset(":—–-(,/")  # after the place of a dateline
_NEAR = 40  # characters after a comma within which a subject with its title is named
_TAIL = 16  # characters after a speaker at a sentence's end
_OPENING = 14  # characters into a sentence within which its subject begins


class Reference(NamedTuple):
    """A stretch that names a cluster or stands for it."""

    start: int
    end: int
    cluster: Cluster


_Seen = list[Reference]
"""Who is named or meant in a sentence, in text order."""

_begin = attrgetter("start")


def references(
    scan: Scan, named: Sequence[Mention], clusters: Sequence[Cluster]
) -> Iterator[Reference]:
    """References outside quote marks, in text order.

    Args:
        named: the mentions of all clusters, in text order.
    """
    if clusters:
        yield from _Resolver(scan, named, clusters).run()


class _Sentence:
    """Who is named outside quote marks in a sentence, and who was found to be meant.

    Attributes:
        start: where it begins.
        seen: in text order.
    """

    __slots__ = ("_first", "_looked_at", "_speaker", "seen", "start")

    def __init__(self, start: int, seen: _Seen) -> None:
        self.start, self.seen = start, seen
        self._looked_at = 0
        self._speaker: Cluster | None = None
        self._first: Cluster | None = None

    def before(self, at: int) -> _Seen:
        """Who is seen before `at`: of very many, the first and the last."""
        count = bisect_left(self.seen, at, key=_begin)
        return self.seen[:count] if count <= _MANY else self.ends(count)

    def ends(self, count: int) -> _Seen:
        """The first and the last of very many."""
        return [*self.seen[:_FIRST], *self.seen[max(_FIRST, count - _MANY) : count]]

    def subject(self, text: Text, before: int) -> Cluster | None:
        """Who speaks before a place, or else opens the sentence.

        Asked for one place after the other: what was looked at stands.
        """
        seen = self.seen
        while (
            self._speaker is None
            and self._looked_at < len(seen)
            and seen[self._looked_at].start < before
        ):
            one = seen[self._looked_at]
            self._looked_at += 1
            if text.owns(one.start, one.end) or text.governed(one.start):
                continue
            if text.says(one.start, one.end):
                self._speaker = one.cluster
            elif self._first is None and one.start - self.start <= _OPENING:
                self._first = one.cluster
        return self._speaker or self._first


class _Resolver:
    """One article's pronouns and role nouns, read from left to right."""

    def __init__(self, scan: Scan, named: Sequence[Mention], clusters: Sequence[Cluster]) -> None:
        self._scan = scan
        self._text = Text(scan.folded)
        self._folded = scan.folded
        self._quoted = Quoted(scan)
        self._nouns = RoleNouns(scan, clusters)
        self._named = named
        self._meant = {mention: one for one in clusters for mention in one.mentions}
        self._starts = [mention.start for mention in named]
        self._sentences: dict[int, _Sentence] = {}
        self._plurals: dict[int, bool] = {}

    def run(self) -> Iterator[Reference]:
        """See `references`."""
        index, sentences = 0, self._scan.sentences
        edges = self._quoted.edges
        for start, word, match in _candidates(self._scan):
            if edges and bisect_right(edges, start) % 2:
                continue  # inside quote marks
            while sentences[index][1] <= start:
                index += 1
            if sentences[index][0] > start:
                continue
            cluster = self._resolve(word, match, index)
            if cluster is not None:
                end = start + len(word) if word in _SUBJECTS else match.end()
                found = Reference(start + RoleNouns.OPENINGS.get(word, 0), end, cluster)
                insort(self._sentence(index).seen, found, key=_begin)
                yield found

    def _sentence(self, index: int) -> _Sentence:
        sentence = self._sentences.get(index)
        if sentence is None:
            here = self._scan.sentences[index]
            start, end = here[0], here[1]
            first = bisect_left(self._starts, start)
            named = self._named[first : bisect_left(self._starts, end, first)]
            seen = [Reference(one.start, one.end, self._meant[one]) for one in named]
            edges = self._quoted.edges
            opened = bisect_right(edges, start)
            if opened < bisect_right(edges, end):
                seen = [one for one in seen if not bisect_right(edges, one.start) % 2]
            elif opened % 2 or here.zone == "byline":
                seen = []  # all of it is said, or only signed
            if seen and seen[0].start == start and self._is_dateline(seen[0]):
                del seen[0]
            sentence = self._sentences[index] = _Sentence(start, seen)
        return sentence

    def _is_dateline(self, one: Reference) -> bool:
        """ "PORTO SOL: The army": the place of a dateline is nobody's subject."""
        follow = self._folded[one.end : one.end + 2].strip()[:1]
        return follow in _DATED and one.cluster.kind == "place"

    def _resolve(self, word: str, match: re.Match[str], index: int) -> Cluster | None:
        if word in _SUBJECTS:
            return self._body(word, match.start(), index)
        if word in RoleNouns.OPENINGS:
            return self._nouns.resolve(word, match, index, self._subject_before)
        return self._person(match[0], match.start(), index)

    def _person(self, word: str, at: int, index: int) -> Cluster | None:
        """Whom a pronoun for a person means; a person of unknown gender takes that of it."""
        gender = _GENDER[word]
        before = _fitting(self._sentence(index).before(at), gender)
        if word in _OWNERS and before and self._text.is_told_of(before[-1].end, at):
            before = before[:-1]  # "Varga was his minister": somebody else's
        doer: Cluster | None = None
        if word == "him" or (word == "her" and self._folded[at + 3 : at + 4] in _ENDING):
            doer = self._doer(before, at)  # "she praised him": somebody else
            before = [one for one in before if one.cluster is not doer]
        who = self._among(before, gender, at, index)
        if who is None or who is doer:
            return None
        who.gender = who.gender or gender
        return who

    def _doer(self, before: _Seen, at: int) -> Cluster | None:
        """The subject of the clause that goes on to `at`, if it is told."""
        text = self._text
        for one in reversed(before):
            if not (
                text.owns(one.start, one.end)
                or text.governed(one.start)
                or text.acted_on(one.start)
            ):
                end = one.end
                if self._folded.startswith(" (", end):
                    end = max(end, self._folded.find(")", end, at))
                return None if self._parted(end, at) else one.cluster
        return None

    def _among(self, before: _Seen, gender: str, at: int, index: int) -> Cluster | None:
        """The subject of this clause or sentence if it fits, else whom the text was about."""
        if not before:
            return self._coming(gender, at, index) or self._focus(gender, at, index)
        last = before[-1]
        if self._folded[last.start : last.end] in _GENDER or self._folded.startswith(
            (", who ", " who "), last.end
        ):
            return last.cluster
        before = [one for one in before if one.cluster.gender == gender] or before
        if len(before) == 1:
            return self._unless_outdone(before[0], at)
        subject = self._clause_subject(before)
        same = [one for one in before if self._folded[one.start : one.end] in _GENDER]
        if same and (subject is None or subject.start < same[-1].start):
            return same[-1].cluster
        free = [one for one in before if not self._text.owns(one.start, one.end)] or before
        free = [one for one in free if not self._text.governed(one.start)] or free
        if subject is not None and subject is not free[0]:
            return self._unless_outdone(subject, at)
        if len({id(one.cluster) for one in free}) > 1:
            held = self._focus(gender, at, index)
            if any(one.cluster is held for one in free):
                return held
        return self._unless_outdone(free[0], at)

    def _coming(self, gender: str, at: int, index: int) -> Cluster | None:
        """ "In his speech, Omar Varga said": who is named after the comma."""
        start, end, *_ = self._scan.sentences[index]
        opening = self._folded[start : start + 12].split(None, 1)
        comma = self._folded.find(", ", at, end) if opening and opening[0] in _LEADS else -1
        if comma < 0:
            return None
        seen = self._sentence(index).seen
        for one in islice(seen, bisect_right(seen, comma, key=_begin), None):
            if one.start - comma >= _NEAR:
                break
            if one.cluster.kind == "person":
                sure = one.cluster.gender == gender and not self._text.owns(one.start, one.end)
                return one.cluster if sure else None
        return None

    def _clause_subject(self, before: _Seen) -> Reference | None:
        """The last that opens a clause and goes on with a word: "… that Varga lost his"."""
        folded = self._folded
        for one in reversed(before):
            follow = folded[one.end : one.end + 14].split(None, 1)
            goes_on = follow and folded[one.end] == " " and follow[0] not in _GOES_ON
            goes_on = goes_on and folded[one.start : one.end] not in _GENDER
            if goes_on and self._opens_clause(one.start):
                return one
        return None

    def _opens_clause(self, start: int) -> bool:
        words = self._folded[max(0, start - 40) : start].split()
        while words and token_of(words[-1]).role:
            words.pop()
        return bool(words) and (
            words[-1] in _OPENERS or words[-1] in speech_verbs() or words[-1][-1] in ",;:—–"
        )

    def _unless_outdone(self, one: Reference, at: int) -> Cluster | None:
        """Whom it means, unless somebody without a name is the subject of a clause since."""
        opens, speaks = _somebody()
        start, folded = max(one.end, at - _FAR), self._folded
        outdone = opens.search(folded, start, at)
        before = folded[max(start, at - _NEAR) : at].split()
        if outdone is None and before and before[-1] in speech_verbs():
            outdone = speaks.search(folded, start, at)
        return one.cluster if outdone is None else None

    def _parted(self, start: int, end: int) -> bool:
        """Whether another clause begins between two places of a sentence."""
        return end - start > _FAR or bool(_CLAUSE.search(self._folded, start, end))

    def _focus(self, gender: str, pronoun: int, index: int) -> Cluster | None:
        """Whom the sentences before were about: the last one's speaker, or its first person."""
        for at in range(index - 1, max(-1, index - 1 - _KEEPS), -1):
            sentence = self._sentence(at)
            seen = sentence.seen
            fitting = _fitting(seen if len(seen) <= _MANY else sentence.ends(len(seen)), gender)
            if fitting:
                text = self._text
                free = [one for one in fitting if not text.owns(one.start, one.end)] or fitting
                speaks = next((one for one in free if text.says(one.start, one.end)), None)
                if speaks is None and self._are_several(free):
                    return None
                opened, end, *_ = self._scan.sentences[at]
                ends = speaks is not None and end - speaks.end <= _TAIL
                if ends and free[0].start - opened <= _OPENING and not text.says_more(pronoun):
                    speaks = None  # "Ana Varga won, Rosa Sol said. She will lead"
                return (speaks or free[0]).cluster
        return None

    def _are_several(self, free: _Seen) -> bool:
        """ "Rosa Varga and Ana Sol left. She …": two of one gender who do the same."""
        if len(free) == 1:
            return False
        one, two = free[0].cluster, free[1].cluster
        joined = self._folded[free[0].end : free[1].start] == " and "
        return joined and one is not two and one.gender == two.gender != ""

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
        here = self._sentence(index)
        subject = here.subject(self._text, at)
        if subject is not None or (here.seen and here.seen[0].start < at):
            return subject
        sentences = self._scan.sentences
        for back in range(index - 1, max(-1, index - 1 - _KEEPS), -1):
            subject = self._sentence(back).subject(self._text, sentences[back].end)
            if subject is not None or sentences[back].start + 1 not in self._quoted:
                return subject
        return None

    def _plural(self, cluster: Cluster) -> bool:
        if cluster.kind == "group":
            return cluster.name.endswith("s")
        plural = self._plurals.get(id(cluster))
        if plural is None:
            plural = any(_PLURAL.match(self._folded, m.end) for m in cluster.mentions)
            self._plurals[id(cluster)] = plural
        return plural


def _fitting(seen: _Seen, gender: str) -> _Seen:
    """The persons of a gender, or of none that is known."""
    return [
        one
        for one in seen
        if (who := one.cluster).kind == "person" and (not who.gender or who.gender == gender)
    ]


def _candidates(scan: Scan) -> list[tuple[int, str, re.Match[str]]]:
    """Where something may stand for a name, its first word, and its match; in text order."""
    start, end, folded = scan.sentences[0].start, scan.sentences[-1].end, scan.folded
    found: list[tuple[int, str, re.Match[str]]] = []
    for opening, pattern in patterns():
        at = folded.find(opening, start, end)
        if at >= 0:  # mostly not, for some
            matches = pattern.finditer(folded, at, end)
            found += [(m.start(), m[0].partition(" ")[0], m) for m in matches]
    found.sort()
    return found


@functools.cache
def _somebody() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "… said the old man shot", ", a driver said he": somebody without a name is the subject."""
    roles = {entry.term for entry in lexicon("roles.tsv").entries if " " not in entry.term}
    nouns = trie_pattern({*roles, *nouns_for("somebody")})
    opening = r"(?:said|says|that|because|but|while|when|if|claimed|alleged)"
    somebody = rf"(?:the|a|an|another|one) (?:[\w-]+ ){{0,3}}{nouns}"
    return re.compile(rf"\b{opening} {somebody} (?!of\b)"), re.compile(rf"[,;] {somebody} \w+ $")


@functools.cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Pronouns, "it" and "they" only with a verb of speech; role nouns behind "the" or "'s".

    Each with what it begins with, and looks back after that: one such pattern a pronoun is
    several times faster than one for all, and that than one with a boundary in front.
    """
    verbs = rf"(?:(?:also|has|have|had) )?(?:\w{{3,12}}ly )?{trie_pattern(speech_verbs())}\b"
    found = {
        "h": r"h(?<!\w.)(?:e|is|im(?:self)?|er(?:self)?)\b",
        "she": r"she(?<!\w...)\b",
        "it ": rf"it (?<!\w...){verbs}",
        "they ": rf"they (?<!\w.....){verbs}",
        "": RoleNouns.pattern(),
    }
    return tuple((opening, re.compile(one, re.MULTILINE)) for opening, one in found.items())
