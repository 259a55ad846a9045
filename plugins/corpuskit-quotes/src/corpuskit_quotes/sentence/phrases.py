"""Phrases: where the noun phrase of a speaker begins and ends beside a verb, read off the tape."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.sentence.times import time_start, time_stop
from corpuskit_quotes.vocabulary import used_as

__all__ = [
    "QUANTITIES",
    "SUBJECT",
    "Phrase",
    "Reported",
    "Spoken",
    "clause_subject",
    "group_start",
    "head_stop",
    "is_beside",
    "is_denied",
    "is_free",
    "nearest_subject",
    "noun_phrase_in",
    "phrase_after",
    "sentence_end",
    "sentence_start",
    "subject_before",
    "witnessed",
]


Phrase = range
"""Tokens start to stop (exclusive) of a tape; a range is made and read fastest."""


class Spoken(NamedTuple):
    """Stretches (token indexes) within marks that one attribution owns."""

    rule: str
    stretches: tuple[int, ...]
    speaker: Phrase | None
    cue: Phrase | None
    lead: int | None = None
    """The first token of unmarked words in front that are part of what was said."""

    @property
    def tokens(self) -> tuple[int, ...]:
        """All tokens of the content."""
        first = self.stretches[0]
        return (*range(first if self.lead is None else self.lead, first), *self.stretches)


class Reported(NamedTuple):
    """Content (token runs), speaker and cue of one reported attribution."""

    rule: str
    contents: tuple[Phrase, ...]
    speaker: Phrase | None
    cue: Phrase | None


def is_free(contents: Sequence[Phrase], taken: bytearray) -> bool:
    """Whether no token of the contents is marked as taken."""
    for content in contents:  # noqa: SIM110  a generator costs twice as much here
        if 1 in taken[content.start : content.stop]:
            return False
    return True


_CORE = (
    r"(?:[Dm][gG]|[Dmh]{0,2}(?:[NCKJ#egSquzBZRY]|[vVG](?=[NCJ])){1,12})"
    r"(?:\([^()|\n]{1,10}\)C*+)?"
)
SUBJECT = (
    rf"(?:H(?:p(?=[Dm]){_CORE})?|i|[DN#]fo|Dp(?=[Dm]){_CORE}"
    rf"|{_CORE}(?:(?:[fp&a]|(?<=[NC])t(?=[DmC])){_CORE}){{0,3}})"
)
"""A noun phrase read forwards, as a pattern over letters."""

_PHRASE = re.compile(
    rf"(?:[Hioh](?![NCKJ#e])|[DN]fo|D(?=,C{{1,4}}[,.\n|])|{_CORE}(?:f{_CORE}){{0,3}}(?:&{_CORE})?)"
)
_TOLD = r"[^,.\n|;:QG-]+"
_APPOSITION = re.compile(rf",(?=[DNCWJK#]){_TOLD}(?:,(?=[DNCWJK&#fp]){_TOLD})*(?=[,.\n|-])")
"""Who somebody is: `, a senator from Lund who chairs the board`, up to what is no noun phrase."""

_BACK = r"(?:[NCKJzuqBZ#o]|[gGe](?=[Dm]))(?:[NCKJ#egSqBZuzR]{0,11})(?:YD|G?[Dm]D?|h)?"
_PAREN_BACK = r"(?:\)[^()|\n]{1,10}\()?"
_SUBJECT_BACK = re.compile(
    rf"(?:[HiW]|{_PAREN_BACK}{_BACK}(?:(?:[fp]|(?<=[DmC])t(?=[NC])){_PAREN_BACK}{_BACK}|&(?=C){_BACK}){{0,4}}(?:[fp]D|pH|&[Hi])?)"
)
_ASIDE_BACK = re.compile(
    r",(?:[YR#]{1,4}p?)?C{1,4},[^,.;:\n|QHxzZ-]{2,12}(?:p[evV][NKJ]{1,3}Dp|W),|,[^,&WTQGxvVzZ\n|.;:]{1,9}&,?[^WTQGxvVzZ\n|.;:]{1,40}[vzuxeVZBN][xrR]*W,"
    r"|,[^,.;:\n|Q-]{2,20},#,[^,.;:\n|Q-]{1,6}m,"
    r"|,(?:(?:C{1,3},)?C{1,3}(?:[fp],#|f)|\.?C{1,3},C{1,3}p[^,\n|.;:Q]{0,25}(?!,(?:[^,\n|]{0,9}[gGp]|[gGeV])R?(?:[\n|&]|\Z))|[^,\n|.;:Q]{1,30}(?:,#(?=,C))?),"
    r"|-[^-\n|.;:Q]{1,30}-"
)
"""An aside: `, which holds Lund, Ohio and Ust,`, `, 34, of Lund, Ohio,`, `, from Lund, Ohio,`, or
anything without a comma, an age in front of it or not; before them `, in a statement signed by an
aide, Jon Vik,`."""
_CLAUSE_OPENS = frozenset("\n|,.;:&-sTwaQq")
"""What stands in front of a subject that has no relative clause: the most of them."""
_REST = r"[^,.\n|;:Qq&bsaTwWGVZB-]{0,12}"
_RELATIVE_BACK = re.compile(
    rf"{_REST}(?:[VvUueBJ][xrR]*t{_REST}){{0,2}}[vzuxeVZB][xrR]*(?:W|T(?=[NCKJ)]))|p[eUvV](?=[NCJKSBu])|[pt][gG](?=[NCK])|(?<=[DmC])[gG](?=[NCKBu])"
)
"""What stands between the last noun of a relative clause and whom it is about (`who was not
authorized to speak`); `by` and `reached` in `Residents reached by phone`."""
QUANTITIES = used_as("quantity")
_CLOSE = used_as("close")
_ADVERBS = frozenset("R&")
_LEADING = re.compile(r"[R&]*")
_INCIDENTAL = frozenset("pRGgvVs")
"""How an aside begins that does not tell who somebody is (`Sol, in Lund, said`)."""
_CALLING = re.compile(r"v[NKJ]{1,3}C{2,4},")
"""One that does, all the same: `retired teacher Ana Sol`."""
_TAIL_BACK = re.compile(r"S?R*")
"""Adverbs and a possessive between a subject and its verb."""
_TAILS = frozenset("RS")


def sentence_start(tape: Tape, index: int) -> int:
    """The first token of the sentence that token `index` stands in."""
    place = bisect_right(tape.ends, index)
    return tape.ends[place - 1] if place else 0


def sentence_end(tape: Tape, index: int) -> int:
    """The token behind the sentence that token `index` stands in."""
    return tape.ends[bisect_right(tape.ends, index)] - 1


def group_start(tape: Tape, index: int) -> int:
    """Where the verb group that ends with token `index` begins: auxiliaries, adverbs, not."""
    tags = tape.tags
    while index and tags[index - 1] in "xrR":
        index -= 1
    if tags[index - 1 : index] == "s":
        since = index > 1 and tags[index - 2] == "x" and tape.word(index - 1) in _SINCE
        return group_start(tape, index - 1) if since else index
    time = time_start(tape, index, within=True) if tape.times[index - 1] != "-" else index
    return group_start(tape, time) if time < index else index


_SINCE = used_as("since")


def subject_before(tape: Tape, stop: int) -> Phrase | None:
    """The noun phrase that ends right before token `stop`; an aside in commas may stand between."""
    tags, back, times = tape.tags, tape.reversed, tape.times
    size = len(tags)
    if times[stop - 1] != "-":
        stop = time_start(tape, stop)  # `the council last week`
    end = position = size - stop
    if tags[stop - 1] in _TAILS:
        tail = _TAIL_BACK.match(back, position)
        end = position = tail.end() if tail is not None else position
    if tags[size - position - 1] in ",-":
        aside = _ASIDE_BACK.match(back, position)
        if aside is None:
            return None
        first = size - aside.end() + 1
        incidental = tags[first] in _INCIDENTAL and _CALLING.match(tags, first) is None
        position = aside.end()
        end = position if incidental else end + 1
    match = _SUBJECT_BACK.match(back, position)
    first = size - (position if match is None else match.end())
    if tags[first - 1] not in _CLAUSE_OPENS:
        whole = _antecedent(tape, first)
        if whole is not None:
            return Phrase(whole, size - end)
    if match is None:
        last = size - position - 1
        return Phrase(last, last + 1) if tape.word(last) in QUANTITIES else None
    if tags[first] in _ADVERBS:
        first = _trimmed(tape, first, size - position)
    last = size - position
    if first >= last:
        return None
    if tags[first : first + 2] == "Hp" and tape.word(first) not in _ANYBODY:
        first += 2  # `We in fact have …`
    if tags[first - 1] in ",&":
        first = _list_start(tape, first, last)
    elif times[first] in _ITSELF:
        time = time_stop(tape, first, last)
        first = time if first < time < last else first  # `Last week Sol said`
    elif tags[first - 1] == "p" and tags[first - 2 : first - 1] in _LEADS:
        time = time_stop(tape, first - 1, last)
        first = time if first < time < last else first  # `In 2011 Sol said`
        named = _NAMED_LAST.search(tags, first, last)
        first = named.start() + 1 if named is not None else first
    return Phrase(first, size - end)


_ANYBODY = used_as("anybody")
_ITSELF = frozenset("il")
_LEADS = frozenset(["", *"\n|;&b"])
"""What stands in front of a clause that a preposition opens."""
_NAMED_LAST = re.compile(r"[NKBugG]C{1,4}\Z")
"""`In a speech to the council Mayor Sol said …`: it has no comma, but a name."""

_LIST_BACK = re.compile(
    r"&[NCKJBu]{1,4}[Dm]?(?:f[NCKJ]{1,3}D?)?(?=[\n|bT]|\Z)|(?P<oxford>&)?(?:,[NCKJ]{1,5}D?(?:f[NCKJ]{1,5}D?)?){1,9}(?=[\n|:;,TbQ-]|\Z)"
)
"""Parties in front of the last ones, up to what opens a clause: `Lund, the Isles,`, `The army
and`."""


def _list_start(tape: Tape, first: int, stop: int) -> int:
    """Where the list begins that a subject, tokens first to stop, is the end of: `Lund, Sol and
    Vik` of `Sol and Vik`; `first` itself if there is none."""
    tags = tape.tags
    if tags[first - 1] != ("," if "&" in tags[first:stop] else "&"):
        return first
    match = _LIST_BACK.match(tape.reversed, len(tags) - first)
    if match is None or (match["oxford"] and match.group().count(",") < 2):
        return first
    return len(tags) - match.end()


_WITNESSED_BACK = re.compile(rf"{_BACK}(?=[VUBGvuzZg])")
_WITNESSING = used_as("witnessing")


def witnessed(tape: Tape, stop: int) -> Phrase | None:
    """Who does what a plain verb at token `stop` says, where somebody hears or sees them:
    `They heard the mayor say …`."""
    match = _WITNESSED_BACK.match(tape.reversed, len(tape.tags) - stop)
    if match is None:
        return None
    first = len(tape.tags) - match.end()
    return Phrase(first, stop) if tape.word(first - 1) in _WITNESSING else None


def is_beside(tape: Tape, index: int) -> bool:
    """Whether token `index` is the `to` of `a source close to the board`."""
    return tape.tags[index] == "t" and tape.word(index - 1) in _CLOSE


def _antecedent(tape: Tape, first: int) -> int | None:
    """Where `Doctors who treat fears` begins, whose end from token `first` on reads like a phrase
    of its own; None if no relative clause ends there."""
    tags, relative = tape.tags, first - 1
    if is_beside(tape, relative):
        relative -= 1  # `a source close to the board`
    elif tags[relative:first] != "W" or tags[first] not in "uzBZ":
        match = _RELATIVE_BACK.match(tape.reversed, len(tags) - first)
        if match is None:
            return None
        relative = len(tags) - match.end()
        cue = tape.cue(relative) if tags[relative] == "V" else None
        if cue is not None and "bare" in cue.verb:
            return None  # `said in Lund Sol was late`
    match = _SUBJECT_BACK.match(tape.reversed, len(tags) - relative)
    if match is None:
        return None
    whole = _trimmed(tape, len(tags) - match.end(), relative)
    if tags[relative] == "T" and (tags[first - 1] == "t" or tags[whole - 1] not in _CLAUSE_OPENS):
        return None  # `He read a paper that let him say …`
    return whole


def _trimmed(tape: Tape, first: int, stop: int) -> int:
    """Without adverbs at its beginning."""
    match = _LEADING.match(tape.tags, first, stop)
    return match.end() if match else first


def phrase_after(tape: Tape, first: int) -> Phrase | None:
    """The noun phrase that begins at token `first`, with an apposition closed by a stop."""
    match = _PHRASE.match(tape.tags, first)
    if match is None:
        return Phrase(first, first + 1) if _is_quantity(tape, first) else None
    stop = match.end()
    aside = _APPOSITION.match(tape.tags, stop)
    if aside is not None:
        stop = aside.end()
    return Phrase(first, stop)


def _is_quantity(tape: Tape, index: int) -> bool:
    """`“…,” said another.`: a determiner with a stop behind it."""
    return tape.tags[index + 1 : index + 2] in _STOPS and tape.word(index) in QUANTITIES


_STOPS = frozenset(",.\n|")
_TO_VERB = re.compile(r"[^WTwsxVvZz]+")


def noun_phrase_in(tape: Tape, phrase: Phrase) -> Phrase:
    """The part of `phrase` in front of a finite verb that is not in a relative clause."""
    match = _TO_VERB.match(tape.tags, phrase.start, phrase.stop)
    if match is None or match.end() == phrase.stop or tape.tags[match.end()] in "WTws":
        return phrase
    return Phrase(phrase.start, match.end())


_FINITE = re.compile(r"[xVvZze]")


def clause_subject(tape: Tape, first: int, stop: int) -> Phrase | None:
    """The subject of the main clause's verb in tokens first to stop.

    A subordinate clause in front ("When asked, …") is passed over where the rest has a subject.
    """
    if tape.tags[first] in "sw":
        comma = tape.tags.find(",", first, stop)
        if comma != -1:
            main = _first_subject(tape, comma + 1, stop)
            if main is not None:
                return main
    return _first_subject(tape, first, stop)


_SUBJECT_REACH = 80
"""Tokens from the beginning of a clause within which its subject is looked for."""


def _first_subject(tape: Tape, first: int, stop: int) -> Phrase | None:
    stop = min(stop, first + _SUBJECT_REACH)
    antecedent: Phrase | None = None
    lead = first + 1 if tape.tags[first] == "p" else None
    led: Phrase | None = None
    for match in _FINITE.finditer(tape.tags, first, stop):
        start = group_start(tape, match.start())
        phrase = subject_before(tape, start) if start > first else None
        if phrase is None or phrase.start < first:
            continue
        if phrase.start == lead:  # `In a statement signed by Sol, the army …`
            led = phrase
        elif tape.tags[phrase.start] != "W":
            if antecedent is None or phrase.start <= antecedent.start:
                return phrase
        elif antecedent is None:  # `Sol, who led the council in those years, …`
            before = phrase.start - (tape.tags[phrase.start - 1] == ",")
            found = subject_before(tape, before) if before > first else None
            antecedent = found if found is not None and found.start >= first else None
    return antecedent or led


def nearest_subject(tape: Tape, first: int, stop: int) -> Phrase | None:
    """The subject of the last finite verb in tokens first to stop."""
    for index in range(stop - 1, first, -1):
        if tape.tags[index] in "xVvZz":
            start = group_start(tape, index)
            phrase = subject_before(tape, start) if start > first else None
            if phrase is not None and phrase.start >= first:
                return phrase
    return None


_HEAD_END = re.compile(r"[fpaW,(\-t&]|e(?<![DmS]e)|[vV](?=p)|[gG](?=[Dm])")


def head_stop(tape: Tape, phrase: Phrase) -> int:
    """The end of the part of a phrase that its head noun closes."""
    first, stop = phrase.start, phrase.stop
    match = _HEAD_END.search(tape.tags, first + 1, stop) if stop - first > 1 else None
    if match is None:
        return stop
    return match.start() - is_beside(tape, match.start())


_NOBODY = used_as("denial")
_NO_DENIAL = used_as("no denial")


def is_denied(tape: Tape, subject: Phrase) -> bool:
    """Whether a subject says that there is nobody of the kind: `No group`, `None of them`."""
    first = subject.start
    return (
        tape.raw[tape.starts[first]] in "nN"
        and tape.tags[first] in "DHNC"
        and tape.word(first) in _NOBODY
        and tape.tags[first + 1] != "#"
        and tape.word(first + 1) not in _NO_DENIAL
    )
