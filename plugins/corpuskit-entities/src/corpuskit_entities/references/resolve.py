"""Resolve: which pronouns and role nouns stand for whom, where the evidence is enough."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from itertools import islice

from corpuskit.scan import Scan
from corpuskit_entities.cluster import Cluster, Mention
from corpuskit_entities.lexica import token_of
from corpuskit_entities.references.candidates import candidates, somebody
from corpuskit_entities.references.quoted import Quoted
from corpuskit_entities.references.role_nouns import RoleNouns
from corpuskit_entities.references.sentences import Reference, Seen, Sentences, begin
from corpuskit_entities.references.subjects import Text
from corpuskit_entities.tables import neighbours, small_words, speech_verbs

__all__ = ["references"]

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m"}
_GENDER |= {"she": "f", "her": "f", "herself": "f"}
_SUBJECTS = frozenset(("it", "they"))  # of a verb of speech
_OWNERS = frozenset(("his", "her"))
_PLURAL = re.compile(r"(?:'s?)? (?:have|are|were|say|also|deny|want|claim|do)\b")
_CLAUSE = re.compile(
    r"[,;:—–“”\"(]|\b(?:that|who|whom|which|where|and|but|when|as|if|because|while|to)\b"
)
_PAUSES = frozenset(",;:—–")
_FAR = 2000  # characters of a clause that are looked at, at most
_KEEPS = 4  # sentences for which somebody stays in focus without being named
_ENDING = frozenset(',.;:)”"?!')  # after "her" that is no possessive
_NEAR = 40  # characters after a comma within which a subject with its title is named
_TAIL = 16  # characters after a speaker at a sentence's end
_OPENING = 14  # characters into a sentence within which its subject begins


def references(
    scan: Scan, named: Sequence[Mention], clusters: Sequence[Cluster]
) -> Iterator[Reference]:
    """References outside quote marks, in text order.

    Args:
        named: the mentions of all clusters, in text order.
    """
    if clusters:
        yield from _Resolver(scan, named, clusters).run()


class _Resolver:
    """One article's pronouns and role nouns, read from left to right."""

    def __init__(self, scan: Scan, named: Sequence[Mention], clusters: Sequence[Cluster]) -> None:
        self._scan = scan
        self._text = Text(scan.folded)
        self._folded = scan.folded
        self._quoted = Quoted(scan)
        self._nouns = RoleNouns(scan, clusters)
        self._sentences = Sentences(scan, named, clusters, self._quoted)
        self._plurals: dict[int, bool] = {}

    def run(self) -> Iterator[Reference]:
        """See `references`."""
        index, sentences = 0, self._scan.sentences
        edges = self._quoted.edges
        for start, word, match in candidates(self._scan):
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
                insort(self._sentences[index].seen, found, key=begin)
                yield found

    def _resolve(self, word: str, match: re.Match[str], index: int) -> Cluster | None:
        if word in _SUBJECTS:
            return self._body(word, match.start(), index)
        if word in RoleNouns.OPENINGS:
            return self._nouns.resolve(word, match, index, self._subject_before)
        return self._person(match[0], match.start(), index)

    def _person(self, word: str, at: int, index: int) -> Cluster | None:
        """Whom a pronoun for a person means; a person of unknown gender takes that of it."""
        gender = _GENDER[word]
        before = _fitting(self._sentences[index].before(at), gender)
        if word in _OWNERS and self._is_joined(at):
            return None
        if word in _OWNERS and before and self._text.is_told_of(before[-1].end, at):
            before = before[:-1]  # "Varga was his minister": somebody else's
        doer: Cluster | None = None
        if word == "him" or (word == "her" and self._is_object(at + 3)):
            doer = self._doer(before, at)  # "she praised him": somebody else
            before = [one for one in before if one.cluster is not doer]
        who = self._among(before, gender, at, index)
        if who is None or who is doer:
            return None
        who.gender = who.gender or gender
        return who

    def _is_joined(self, at: int) -> bool:
        """ "A woman and her son": somebody without a name is joined to whom is theirs."""
        words = self._folded[max(0, at - _NEAR) : at].split()
        if len(words) < len(("a", "woman", "and")) or words[-1] != "and":
            return False
        noun = words[-2]
        return (token_of(noun).role or noun in neighbours("somebody")) and any(
            word in ("a", "an") for word in words[-5:-2]
        )

    def _is_apposed(self, start: int) -> bool:
        return self._folded.endswith(", ", 0, start)

    def _is_object(self, end: int) -> bool:
        """Whether "her" that ends there is no possessive: "met her.", "met her in Zarvik"."""
        follow = self._folded[end : end + _NEAR]
        words = follow.split(None, 1) if follow[:1] == " " else []
        told = bool(words) and words[0] in small_words("object")
        return follow[:1] in _ENDING or (told and not self._text.governed(end - len("her")))

    def _doer(self, before: Seen, at: int) -> Cluster | None:
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
                elif self._folded.startswith(", ", end) and self._is_apposed(one.start):
                    end += 1  # "the mayor, Ana Sol, met her"
                return None if self._parted(end, at) else one.cluster
        return None

    def _among(self, before: Seen, gender: str, at: int, index: int) -> Cluster | None:
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
        leads = bool(opening) and opening[0] in small_words("lead")
        comma = self._folded.find(", ", at, end) if leads else -1
        if comma < 0:
            return None
        seen = self._sentences[index].seen
        for one in islice(seen, bisect_right(seen, comma, key=begin), None):
            if one.start - comma >= _NEAR:
                break
            if one.cluster.kind == "person":
                sure = one.cluster.gender == gender and not self._text.owns(one.start, one.end)
                return one.cluster if sure else None
        return None

    def _clause_subject(self, before: Seen) -> Reference | None:
        """The last that opens a clause and goes on with a word: "… that Varga lost his"."""
        folded = self._folded
        for one in reversed(before):
            follow = folded[one.end : one.end + 14].split(None, 1)
            goes_on = follow and folded[one.end] == " " and follow[0] not in small_words("onward")
            goes_on = goes_on and folded[one.start : one.end] not in _GENDER
            if goes_on and self._opens_clause(one.start):
                return one
        return None

    def _opens_clause(self, start: int) -> bool:
        words = self._folded[max(0, start - 40) : start].split()
        while words and token_of(words[-1]).role:
            words.pop()
        if words and words[-1] in small_words("telling"):
            return False  # "told magistrate Varga that he"
        last = words[-1] if words else ""
        opens = last in small_words("clause") or last in speech_verbs()
        return opens or last[-1:] in _PAUSES

    def _unless_outdone(self, one: Reference, at: int) -> Cluster | None:
        """Whom it means, unless somebody without a name is the subject of a clause since."""
        opens, speaks = somebody()
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
            fitting = _fitting(self._sentences[at].all(), gender)
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

    def _are_several(self, free: Seen) -> bool:
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
        here = self._sentences[index]
        subject = here.subject(self._text, at)
        if subject is not None or (here.seen and here.seen[0].start < at):
            return subject
        sentences = self._scan.sentences
        for back in range(index - 1, max(-1, index - 1 - _KEEPS), -1):
            subject = self._sentences[back].subject(self._text, sentences[back].end)
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


def _fitting(seen: Seen, gender: str) -> Seen:
    """The persons of a gender, or of none that is known."""
    return [
        one
        for one in seen
        if (who := one.cluster).kind == "person" and (not who.gender or who.gender == gender)
    ]
