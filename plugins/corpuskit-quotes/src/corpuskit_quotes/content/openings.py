"""Openings: what a cue introduces, by the codes that the lexicon gives it."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from corpuskit_quotes.content.settings import BARE, SETS, opens_clause, past_setting
from corpuskit_quotes.sentence.clauses import clause_end, phrase_end
from corpuskit_quotes.sentence.phrases import SUBJECT, Phrase, head_stop
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.sentence.times import PERIODS, time_stop
from corpuskit_quotes.vocabulary import only_marked, used_as
from corpuskit_quotes.who.cast import noun_before

__all__ = ["Opening", "content_of"]


class Opening(NamedTuple):
    """What follows a cue.

    Attributes:
        frame: how it opens: "that", "bare", "to", "wh", "ing", "np", "prep", "object_prep",
            "object_to".
        code: the lexicon's code that lets it.
        content: its tokens.
        cue_stop: the end of the words that belong to the cue.
    """

    frame: str
    code: str
    content: Phrase
    cue_stop: int


_LATER_THAT = re.compile(
    r"(?:[^.;:TQqWwxVvZz\n,]|,(?![gG])|(?<=[NKCB])[vV](?=[pYRJNt#])){1,22}"
    r"(?=T(?:[^.xvVzZ]|[zZ][xr])|(?<=[NKCBJY])[Hi][xrR]*[xVZ])"
)
"""What may stand in front of that: places, days and texts, with what was done to them: `said in a
statement posted on its website that …`."""
_AGREED = re.compile(r"T?[^TQq,.;:\n]{1,14}(?=T)")
"""What was agreed with who speaks: `said on condition that he not be named that …`."""
_CONDITION = used_as("condition")
_ADDRESSEE = re.compile(
    r"(?:[oHih]|[Dmh]?(?:[NCKJ#eSgq(]|[BZuzv](?=[NCKJ])){1,8}\)?[NCKJ#eSgq]{0,4}"
    r"(?:[fp][Dmh]?[NCKJ#eSgq(]{1,6}\)?){0,2})"
)
_TOLD_THAT = re.compile(
    r"[Dmh]?(?:[NCKJ#]{1,5}p[Dm]?[NCKJ#]{0,4}[NCKJBZ]|[NCKJ#]{1,4}[BuZz][NCKJ]{0,3}C)(?:p?Y[N#]?)?(?=T)"
)
"""`told aides on a call that …`, `told radio host Ana Sol that …`: there may be what looks like a
verb."""
_SAID_TO = re.compile(r"(?:[oh]|[Dm]?[NCKJ]{1,5})(?=T[^xvVzZ])")
"""`replied to him that …`."""
_WITH_ONE = re.compile(r"pC{1,3}T")
"""`agreed with Ana Sol that …`."""
_TELLING = used_as("telling")
_HEARERS = used_as("hearers")
_NAMED = re.compile(r"C{1,3}(?=[NJ#DmpY])|DC{1,3}(?=p?Y|[NJ#Dm])")
_DETERMINER = re.compile(r"T[JN]{0,2}[NKBG](?:[.a]|\Z)")
_CONCEDED = rf"s[^,.\n|;:]{{2,40}},(?:[Qq]|{SUBJECT}[xrR]*[xVvZz])"
_IF = r",s(?:[^,.\n|;:]{1,12}),(?=T|H[xrR]*[xVvZz])"
"""`said, if elected, she would …`: the condition is a part of it."""
_INFINITIVE = r"r?tr?R?(?:[BuxVUvQqKN]|J(?![NCJKe]))"
_TO_DO = re.compile(_INFINITIVE)
_WITH_ASIDE = re.compile(
    rf"(?:&[Dm]?[NCKJ]{{1,6}}+)?,(?=[WDmNCKJ#p])[^,.;:\n|Q]{{1,30}},(?={_INFINITIVE})"
)
"""What stands between somebody and what they are to do: `and Vik, which share the river, to …`."""


def content_of(tape: Tape, index: int, takes: frozenset[str], stop: int) -> Opening | None:
    """What follows the cue at token `index` in a sentence that ends at `stop`, or None."""
    tags, begin = tape.tags, index + 1
    if begin >= stop:
        return None
    if tags[begin] in SETS and not (tags[begin] == "p" and _is_led(tape, begin, takes, stop)):
        begin = past_setting(tape, begin, stop, spoken="quote" in takes)
        if begin > index + 1 and tags[begin - 1] == "N" and tape.word(begin - 1) in _CONDITION:
            agreed = _AGREED.match(tags, begin, stop)
            begin = agreed.end() if agreed is not None else stop
        if begin >= stop:
            return None
    plan = _plan(takes)
    if plan.phrasal:
        phrasal = _phrasal(tape, index, plan.phrasal, stop)
        if phrasal is not None:
            return phrasal
    found = _opening(tape, index, begin, plan, stop)
    if found is not None and found.code == "+to" and "that" in takes:
        said_to = _SAID_TO.match(tags, found.content.start, stop)
        if said_to is not None and _may_hear(tape, said_to.end()):
            return _clause("that", "that", tape, said_to.end(), stop, index + 1)
    if found is not None and found.frame != "np":
        if found.frame in _MAY_BE_TOLD and plan.to_others is not None:
            return _told(tape, index, begin, stop) or found
        return found
    if plan.to_others is not None:
        match = _ADDRESSEE.match(tags, begin, stop)
        begin = past_setting(tape, match.end(), stop) if match is not None else stop
        told = _opening(tape, index, begin, plan.to_others, stop) if begin < stop else None
        found = told or found
    if plan.later and (found is None or found.frame == "np"):
        later = _LATER_THAT.match(tags, index + 1, stop)
        if later is not None:
            frame = "that" if tags[later.end()] == "T" else "bare"
            found = _clause(frame, frame, tape, later.end(), stop, index + 1) or found
    return found


def _is_led(tape: Tape, index: int, takes: frozenset[str], stop: int) -> bool:
    """Whether a preposition is one that belongs to the verb: `agreed on …`."""
    word = tape.word(index)
    if takes.isdisjoint((word, word + "2", word + "3")):
        return False
    return time_stop(tape, index, stop) == index and _WITH_ONE.match(tape.tags, index) is None


def _may_hear(tape: Tape, stop: int) -> bool:
    """Whether somebody ends at token `stop`, and no news or law of which more is told."""
    if tape.tags[stop - 1] != "N":
        return tape.tags[stop - 1] in "Coh"
    _, entry, plural = noun_before(tape, stop)
    return entry["kind"] != "document" if entry is not None else plural


_MAY_BE_TOLD = frozenset(["bare", "object_prep"])


def _told(tape: Tape, index: int, begin: int, stop: int) -> Opening | None:
    """`told aides on a call that …`, `told reporters prices would rise`: behind those spoken to."""
    that = _TOLD_THAT.match(tape.tags, begin, stop)
    if that is not None:
        return _clause("that", "that", tape, that.end(), stop, index + 1)
    if tape.word(index) not in _TELLING:
        return None
    heard = _NAMED.match(tape.tags, begin, stop)
    if heard is not None:
        behind = heard.end() + _names_body(tape, heard.end())
    elif tape.tags[begin] == "N" and tape.word(begin) in _HEARERS:
        behind = begin + 1
    else:
        return None
    behind = past_setting(tape, behind, stop)
    if not opens_clause(tape, behind):
        return None
    return _clause("bare", "bare", tape, behind, stop, index + 1)


def _names_body(tape: Tape, index: int) -> bool:
    """Whether the noun behind a name belongs to it: `told the Commons committee prices …`."""
    if tape.tags[index] != "N" or tape.word(index).endswith("s"):
        return False
    return noun_before(tape, index + 1)[1] is not None


_Way = Callable[[Tape, int, int, frozenset[str], int], Opening | None]
"""Looks at the content that begins at a token: tape, cue, token, the cue's codes, end."""


class _Plan(NamedTuple):
    """What a cue's codes let follow.

    Attributes:
        takes: the codes.
        ways: how the content may open, by its first letter, the surest way first.
        phrasal: plans of the cue with a particle or noun (`pointed out`), by that word.
        to_others: the plan behind those spoken to, if they may stand in between.
        later: whether a that-clause may stand further behind.
    """

    takes: frozenset[str]
    ways: Mapping[str, tuple[_Way, ...]]
    phrasal: Mapping[str, frozenset[str]]
    to_others: _Plan | None
    later: bool


@functools.lru_cache(maxsize=1 << 12)
def _plan(takes: frozenset[str]) -> _Plan:
    ways: dict[str, tuple[_Way, ...]] = {}
    for code, letters, way in _WAYS:
        if any(map(re.compile(code).fullmatch, takes)):
            ways |= {letter: (*ways.get(letter, ()), way) for letter in letters}
    phrasal: dict[str, frozenset[str]] = {}
    for word, mark, code_behind in (code.partition("!") for code in takes):
        if mark:
            phrasal[word] = phrasal.get(word, frozenset()) | {code_behind}
    to_others = _plan(takes - {"np", "addressee"}) if "addressee" in takes else None
    return _Plan(takes, ways, phrasal, to_others, {"that", "quote"} <= takes)


def _opening(tape: Tape, index: int, begin: int, plan: _Plan, stop: int) -> Opening | None:
    for way in plan.ways.get(tape.tags[begin], ()):
        found = way(tape, index, begin, plan.takes, stop)
        if found is not None:
            return found
    return None


def _phrasal(
    tape: Tape, index: int, words: Mapping[str, frozenset[str]], stop: int
) -> Opening | None:
    """`pointed out that …`, `took issue with …`, `made it clear that …`: codes with a `!`."""
    last = index + 1
    if last < stop and tape.tags[last] == "i":
        last += 1
    takes = words.get(tape.word(last)) if last + 1 < stop else None
    found = _opening(tape, last, last + 1, _plan(takes), stop) if takes is not None else None
    return found._replace(code=f"{tape.word(last)}!{found.code}") if found is not None else None


def _clause_way(
    frame: str, code: str, pattern: str = "", words: frozenset[str] = frozenset(), skip: int = 0
) -> _Way:
    """A clause whose letters `pattern` matches and whose first word is one of `words`, if given."""
    matches = re.compile(pattern).match

    def way(tape: Tape, index: int, begin: int, _: frozenset[str], stop: int) -> Opening | None:
        if (words and tape.word(begin) not in words) or not matches(tape.tags, begin, stop):
            return None
        return _clause(frame, code, tape, begin + skip, stop, index + 1)

    return way


def _marked(tape: Tape, index: int, begin: int, takes: frozenset[str], stop: int) -> Opening | None:
    """`said “it holds” and left`: a clause; not `shouting “it holds” hit a guard`."""
    if only_marked(tape.cue(index)):
        return None
    return _clause("bare", "quote", tape, begin, stop, index + 1)


def _behind_colon(
    tape: Tape, index: int, begin: int, takes: frozenset[str], stop: int
) -> Opening | None:
    """`Sol warned: keep off the bridge.`"""
    says = tape.tags[index] == "V" or tape.word(index) in _SAYING
    if begin != index + 1 or not says or _UNMARKED.match(tape.tags, begin, stop) is None:
        return None
    return _clause("bare", "quote", tape, begin + 1, stop, index + 1)


_SAYING = used_as("saying")
_UNMARKED = re.compile(r"(?<![\n|].):[^Qq\n|.]{3}")


def _preposition(
    tape: Tape, index: int, begin: int, takes: frozenset[str], stop: int
) -> Opening | None:
    """`called for …`, `objected to …`."""
    code = "+to" if tape.tags[begin] == "t" else tape.word(begin)
    if code not in takes:
        return None
    found = _object("prep", code, tape, begin + 1, stop, begin + 1)
    if found is not None and tape.tags[found.content.stop] == ",":
        aside = _WITH_ASIDE.match(tape.tags, found.content.stop, stop)
        if aside is not None:
            return _clause("prep", code, tape, aside.end(), stop, begin + 1, first=begin + 1)
    return found


def _plain_object(
    tape: Tape, index: int, begin: int, takes: frozenset[str], stop: int
) -> Opening | None:
    if "addressee" in takes and _NAME.match(tape.tags, begin) is not None:
        return None  # `told the Herald`, `reminded us`
    if "things" in takes and _is_somebody(tape, begin, stop):
        return None  # `dismissed three ministers`
    return _object("np", "np", tape, begin, stop, index + 1)


def _is_somebody(tape: Tape, begin: int, stop: int) -> bool:
    """Whether the object that begins at a token is a person or a body, not what somebody said."""
    head = head_stop(tape, Phrase(begin, phrase_end(tape, begin, stop)))
    entry = noun_before(tape, head)[1]
    return tape.tags[head - 1] == "C" or (entry is not None and entry["kind"] != "document")


_NAME = re.compile(r"(?:D?C++|[oH])(?:[pR]*Y#?)?(?=[.,;\n|])")


def _that_object(
    tape: Tape, index: int, begin: int, takes: frozenset[str], stop: int
) -> Opening | None:
    """`rejected that argument`: a determiner."""
    if _DETERMINER.match(tape.tags, begin, stop) is None:
        return None
    return _object("np", "np", tape, begin, stop, index + 1)


def _claims_object(
    tape: Tape, index: int, begin: int, takes: frozenset[str], stop: int
) -> Opening | None:
    """`rejected claims that …` and `rejected calls for …`: a noun in the plural."""
    if tape.tags[begin + 1] not in "Ttp":
        return None
    return _object("np", "np", tape, begin, stop, index + 1)


def _split_object(
    tape: Tape, index: int, begin: int, takes: frozenset[str], stop: int
) -> Opening | None:
    """`accused him of …`: what follows; `urged them to …`: the object and what follows."""
    match = _ADDRESSEE.match(tape.tags, begin, stop)
    if match is None:
        return None
    if "to3" in takes and tape.tags[match.end()] in "&,":
        aside = _WITH_ASIDE.match(tape.tags, match.end(), stop)
        if aside is not None:
            return _clause("object_to", "to3", tape, aside.end(), stop, begin, first=begin)
    for last in range(begin + 1, min(match.end() + 6, stop)):
        if tape.tags[last] in "xvVzTGQ" and tape.tags[last - 1 : last + 2] != "NVt":
            break  # a clause of its own; not `directed the officers concerned to …`
        if tape.tags[last] not in "fpta" or tape.tags[last + 1] == "Y":
            continue
        word = tape.word(last)
        if word + "2" in takes:
            last = _before_gerund(tape, last, word, stop)
            return _object("object_prep", word + "2", tape, last + 1, stop, last + 1)
        if word + "3" in takes:
            if word != "to":
                return _object("object_prep", word + "3", tape, begin, stop, begin)
            if _TO_DO.match(tape.tags, last, stop):
                return _clause("object_to", "to3", tape, begin, stop, begin)
    return None


def _before_gerund(tape: Tape, index: int, word: str, stop: int) -> int:
    """The next such preposition with a gerund behind it; `index` itself if there is none."""
    for other in range(index, min(index + 10, stop - 1)):
        if tape.tags[other] in ",;:-":
            break
        if tape.tags[other + 1] in "gG" and tape.word(other) == word:
            return other
    return index


def _clause(
    frame: str, code: str, tape: Tape, begin: int, stop: int, cue: int, first: int | None = None
) -> Opening | None:
    """What ends as the clause from token `begin` on does; it may begin at `first` before that."""
    end = clause_end(tape, begin, stop)
    if end <= begin:
        return None
    content = Phrase(begin if first is None else first, end)
    return _make(Opening, (frame, code, content, cue))


_FARTHEST_THAT = 6
_THAT_CLAUSE = re.compile(r"[DmJNCKe]{0,4}[NK]T(?=[DmHiC#][^.;:\n|]{0,30}[xvVzZ])")
"""`expressed doubts that the road, if it rained, would hold`."""


def _object(frame: str, code: str, tape: Tape, begin: int, stop: int, cue: int) -> Opening | None:
    if begin >= stop:
        return None
    tags, that = tape.tags, None
    if tags.find("T", begin, begin + _FARTHEST_THAT) != -1:
        that = _THAT_CLAUSE.match(tags, begin, stop)
    end = phrase_end(tape, begin, stop) if that is None else clause_end(tape, that.end(), stop)
    if tags[begin] in "gG":  # `of ignoring the rain: its head left`
        colon = tags.find(":", begin, end)
        end = colon if colon != -1 else end
    if end <= begin or (end - begin == 2 and tape.word(begin + 1) in PERIODS):
        return None  # `pointed out last week`
    return _make(Opening, (frame, code, Phrase(begin, end), cue))


_make = tuple.__new__
"""What a `NamedTuple` calls in the end: as fast as a tuple is made."""


_WAYS: tuple[tuple[str, str, _Way], ...] = (
    ("that", "T", _clause_way("that", "that", r"T(?![JN]{0,2}[NKBG](?:[.a]|\Z)|\.)")),
    ("clause", "T", _clause_way("that", "clause", f"T{BARE}")),
    ("to", "tr", _clause_way("to", "to", _INFINITIVE)),
    (r"\+to", "t", _preposition),
    ("bare", "s", _clause_way("bare", "bare", _CONCEDED, used_as("conceding"))),
    ("bare", ",", _clause_way("bare", "bare", _IF, skip=1)),
    ("wh", "wW", _clause_way("wh", "wh")),
    ("wh", "s", _clause_way("wh", "wh", words=frozenset(["if"]))),
    ("[a-z]{2,}", "fpas", _preposition),
    ("quote", ",", _clause_way("bare", "quote", ",[qQ]", skip=1)),
    ("quote", "Qq", _marked),
    ("quote", ":", _behind_colon),
    ("bare", "DmhHiNCJK#egSquzBZRYvVGpa", _clause_way("bare", "bare", BARE)),
    ("ing", "gG", _clause_way("ing", "ing")),
    ("[a-z]+[23]", "DmhHioNCJK#egSquvzBZY(", _split_object),
    ("np", "DmhHioNCJK#egSqQBzuY", _plain_object),
    ("np", "Z", _claims_object),
    ("np", "T", _that_object),
)
"""Ways by the codes that let them and the letters with which their content may begin."""
