"""Extractor: from sentences with a trigger to casualty counts, the way through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

import attrs

import corpuskit
from corpuskit import (
    Annotation,
    Article,
    Casualty,
    CasualtyKind,
    CasualtyScope,
    Layers,
    Provenance,
)
from corpuskit.scan import Hit, Lexicon, Sentence
from corpuskit_casualties.rules import (
    OF_VICTIMS,
    Link,
    counted_only,
    frames_of,
    in_people,
    parts_of,
    rivals_of,
)
from corpuskit_casualties.sense.doubt import doubt_about
from corpuskit_casualties.sense.judge import outdated, settled, why_not
from corpuskit_casualties.sense.roles import role_of
from corpuskit_casualties.sense.scope import is_part, scope_of
from corpuskit_casualties.sense.status import status_of
from corpuskit_casualties.sentence.counts import count_words
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import cue, reasons, trigger_lexicon

__all__ = ["Casualties"]

FALSE_FRIEND = "casualties.false_friend"
_LONGEST = 4000


@attrs.frozen(kw_only=True, slots=False)
class Casualties(corpuskit.Extractor):
    """Counts of killed, wounded, missing, captured and displaced people.

    Attributes:
        hypothetical: also give counts that are threatened, planned, feared or conditional, with
            that status.
        rates: also give so many a year and the like, with that scope.
    """

    hypothetical: bool = False
    rates: bool = False

    name = "casualties"
    provides = (Casualty,)

    @property
    def triggers(self) -> Lexicon:
        """Words of killing, wounding, missing, capture and flight, and their false friends."""
        return trigger_lexicon()

    def __call__(self, article: Article, layers: Layers) -> Iterable[Annotation]:
        """Casualties of every sentence with a trigger."""
        scan, friends, counted = layers.scan, reasons(), counted_only()
        found: list[Casualty] = []
        for sentence, hits in layers.sentences():
            first = hits[0].entries[0].term
            if first in friends and all(hit.entries[0].term in friends for hit in hits):
                for hit in hits:
                    term = hit.entries[0].term
                    layers.reject(hit.start, hit.end, FALSE_FRIEND, f"{term}: {friends[term]}")
                continue
            told = first not in counted or any(hit.entries[0].term not in counted for hit in hits)
            if not (told or count_words().search(scan.folded, sentence.start, sentence.end)):
                continue
            pieces: Iterable[tuple[int, int, Sequence[Hit]]] = (
                (sentence.start, sentence.end, hits),
            )
            if sentence.end - sentence.start > _LONGEST:
                pieces = _pieces(scan.folded, sentence, hits)
            for start, end, near in pieces:
                line = Line(scan.raw, scan.folded, start, end, near)
                found.extend(self._casualties(line, layers))
        found = _without_repeats(_with_victims(found, layers), layers)
        return _with_totals(found, scan.raw)

    def _casualties(self, line: Line, layers: Layers) -> list[Casualty]:
        for start, end, reason in line.friends:
            layers.reject(start, end, FALSE_FRIEND, reason)
        reading = Reading(line)
        accepted, refused = [], []
        found: list[Casualty] = []
        for link in _links(reading):
            reason, doubt = self._judged(reading, link)
            if reason:
                refused.append((link, reason))
            else:
                accepted.append(link._replace(doubt=doubt) if doubt else link)
        kept = [in_people(reading, link) for link in settled(accepted)]
        for link in outdated(line, kept) if len(kept) > 1 else ():
            kept = [other for other in kept if other is not link]
            refused.append((link, "an earlier toll that no longer holds"))
        if layers.explaining:
            _explain(line, kept, refused, layers)
        if not kept:
            return found
        parts = parts_of(reading, kept)
        if reading.last_bare > kept[0].phrase.first:
            parts += rivals_of(reading, kept)
        for link in settled([*kept, *parts]) if parts else kept:
            if not ((link.part_of or link.giver) and why_not(reading, link)):
                found += _annotations(reading, link)
        return found

    def _judged(
        self, reading: Reading, link: Link
    ) -> tuple[str, Literal["hypothetical", "rate", ""]]:
        """Why a link is no casualty, or "" and what it is in doubt for."""
        reason = why_not(reading, link)
        if reason:
            return reason, ""
        doubt = doubt_about(reading.line, link)
        if doubt is None:
            return "", ""
        if doubt.kind == "hypothetical" and self.hypothetical:
            return "", "hypothetical"
        if doubt.kind == "rate" and self.rates:
            return "", "rate"
        return doubt.reason, ""


def _pieces(
    folded: str, sentence: Sentence, hits: Sequence[Hit]
) -> Iterator[tuple[int, int, Sequence[Hit]]]:
    """What is far longer than a sentence, as a table is, in pieces with their triggers."""
    start, end = sentence.start, sentence.end
    at = 0
    while end - start > _LONGEST:
        cut = folded.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        first = at
        while at < len(hits) and hits[at].end <= cut:
            at += 1
        if at > first:
            yield start, cut, hits[first:at]
        while at < len(hits) and hits[at].start < cut:
            at += 1  # a trigger that is cut itself
        start = cut
    if at < len(hits):
        yield start, end, hits[at:]


def _with_victims(found: list[Casualty], layers: Layers) -> list[Casualty]:
    """Victims that are no more than called so: what befell them is what befell the others."""
    if OF_VICTIMS not in {casualty.provenance.rule for casualty in found}:
        return found
    kinds = {casualty.kind for casualty in found if casualty.provenance.rule != OF_VICTIMS}
    kept: list[Casualty] = []
    for casualty in found:
        if casualty.provenance.rule != OF_VICTIMS or "killed" in kinds:
            kept.append(casualty)
        elif "wounded" in kinds:
            kept.append(attrs.evolve(casualty, kind="wounded"))
        else:
            start, end = casualty.span.start, casualty.span.end
            layers.reject(start, end, OF_VICTIMS, "victims of nothing that is told")
    return kept


def _with_totals(found: list[Casualty], raw: str) -> list[Casualty]:
    """As in "Another 9,000 have been hurt" behind a toll of the war so far: a total as that is."""
    scopes = {casualty.scope for casualty in found}
    if not scopes >= {"cumulative", "event"}:
        return found
    kept = found[:1]
    for casualty in found[1:]:
        total = kept[-1].scope == "cumulative" and casualty.scope == "event"
        if total and _adds_up(casualty, raw):
            casualty = attrs.evolve(casualty, scope="cumulative")
        kept.append(casualty)
    return kept


def _adds_up(casualty: Casualty, raw: str) -> bool:
    """Whether so many more have suffered up to now."""
    counted = casualty.span.of(raw).lower().split()
    verb = raw[casualty.span.end : casualty.trigger_span.start].split()
    more = "than" not in counted and not cue("more").isdisjoint(counted)
    return more and not {"has", "have"}.isdisjoint(verb)


def _without_repeats(found: list[Casualty], layers: Layers) -> list[Casualty]:
    """Without "the soldiers" where a count of the same soldiers stands in the article.

    The noun alone points back (or ahead) to the counted group; it is no count of its own.
    """
    uncounted = [c for c in found if c.best is None and not c.named and _is_open(c)]
    if not uncounted:
        return found
    counted = {(c.kind, _noun(c)) for c in found if c.who is not None and not _is_open(c)}
    for casualty in uncounted:
        if (casualty.kind, _noun(casualty)) in counted:
            start, end = casualty.span.start, casualty.span.end
            layers.reject(start, end, casualty.provenance.rule, "a group counted elsewhere")
            found = [other for other in found if other is not casualty]
    return found


def _is_open(casualty: Casualty) -> bool:
    """Whether it has no number at all."""
    return (casualty.best, casualty.vague, casualty.high) == (None, None, None)


def _noun(casualty: Casualty) -> str:
    return (casualty.who or "").lower()


def _explain(
    line: Line, kept: Sequence[Link], refused: list[tuple[Link, str]], layers: Layers
) -> None:
    """Say which candidates were turned down, unless another frame took them."""
    taken = {link.phrase.first for link in kept}
    for link, reason in refused:
        if link.phrase.first not in taken:
            start, end = line.start(link.phrase.first), line.end(link.phrase.last - 1)
            layers.reject(start, end, link.rule, reason)


def _links(reading: Reading) -> list[Link]:
    found: list[Link] = []
    line, tags, vocabulary = reading.line, reading.line.tags, reading.line.vocabulary
    phrases = bool(reading.phrases) or tags[0] == "n"  # the headline "Man killed in raid"
    capitals, figures = line.has_case, "#" in tags
    for index in line.triggers:
        for sense in line.senses[index]:
            form, following = sense.form, tags[index + 1]
            for frame in frames_of(sense.frame, form, following, phrases, capitals, figures):
                words = frame.words()
                if not (words and words.isdisjoint(vocabulary)):
                    found += frame.find(reading, index, sense)
    return found


def _annotations(reading: Reading, link: Link) -> Sequence[Casualty]:
    if link.kind == "both":
        return _annotation(reading, link, "killed"), _annotation(reading, link, "wounded")
    return (_annotation(reading, link, link.kind),)


def _annotation(reading: Reading, link: Link, kind: CasualtyKind) -> Casualty:
    line, phrase, count = reading.line, link.phrase, link.phrase.count
    if count is None:
        low, best, high = (2, None, None) if phrase.plural else (1, 1, 1)
    elif (link.kind == "both" or link.joint) and not count.zero:
        low, best, high = None, None, count.high
    else:
        low, best, high = count.low, count.best, count.high
    status, asserter = status_of(reading, link)
    if link.doubt == "hypothetical":
        status = "hypothetical"
    span, who = line.span(phrase.first, phrase.last), None
    if phrase.name:
        who = span
    elif phrase.noun is not None:
        who = line.span(phrase.noun, phrase.noun + 1)
    told = link.giver or link.trigger
    said, part_of = line.span(*asserter) if asserter is not None else None, link.part_of
    return Casualty(
        span=span,
        kind=kind,
        trigger_span=line.span(told, told + 1),
        low=low,
        best=best,
        high=high,
        approx=count is not None and count.approx,
        vague=(count.vague or None) if count is not None else None,
        who=who.of(line.raw) if who is not None else None,
        who_span=who,
        role=role_of(line, _told_of(reading, link)),
        scope=_scope(reading, link),
        part_of=line.span(part_of.first, part_of.last) if part_of is not None else None,
        status=status,
        asserter=said.of(line.raw) if said is not None else None,
        asserter_span=said,
        named=count is None and not phrase.plural,
        provenance=_provenance(link.rule),
    )


def _told_of(reading: Reading, link: Link) -> Phrase:
    """The phrase that tells who the victims are: for "nine of whom" the one before."""
    phrase, words = link.phrase, reading.line.words
    if phrase.noun is not None and words[phrase.noun] in ("whom", "them"):
        if link.part_of is not None:
            return link.part_of
        if words[phrase.noun] == "whom":
            return reading.before(phrase, "people") or phrase
    return phrase


@cache
def _provenance(rule: str) -> Provenance:
    return Provenance(rule=rule)


def _scope(reading: Reading, link: Link) -> CasualtyScope:
    if link.doubt == "rate":
        return "rate"
    if link.scope or link.part_of is not None or is_part(reading, link):
        return "part"
    return scope_of(reading, link)
