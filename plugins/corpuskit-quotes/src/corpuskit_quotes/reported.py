"""Reported: what a cue introduces without marks, or with some: that-clauses, infinitives, objects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpuskit_quotes.clauses import clause_end, phrase_end
from corpuskit_quotes.headlines import headline
from corpuskit_quotes.phrases import (
    SUBJECT,
    Phrase,
    Reported,
    clause_subject,
    group_start,
    is_passive,
    nearest_subject,
    phrase_after,
    subject_before,
)
from corpuskit_quotes.tape import Tape
from corpuskit_quotes.vocabulary import Cue, vocabulary

__all__ = ["Reported", "reported_in"]


_SENTENCE = re.compile(r"[^\n|]+")
_CUE = re.compile(r"[VZBGUKJ]")
_SKIP = re.compile(r"(?:p?[YR]#?|p[Dm]?[NK](?![NCJ])(?=[TQ,w])|R)*")
_BARE = re.compile(rf"R?{SUBJECT}(?:,[^,.\n|;:]{{1,25}},)?[xrR]*[xVvZzeBuU]")
_ADDRESSEE = re.compile(
    r"(?:[oHih]|[Dmh]?[NCKJ#eSgq(]{1,8}\)?[NCKJ#eSgq]{0,4}"
    r"(?:[fp][Dmh]?[NCKJ#eSgq(]{1,6}\)?){0,2})(?:[pR]*Y#?)?"
)
_PREPOSITIONS = frozenset("of for about on in with against at like out over by".split())
_INFINITIVE = re.compile(r"r?tr?R?[BuxVUvQqKN]")


def reported_in(tape: Tape, taken: frozenset[int]) -> list[Reported]:
    """Mixed and indirect attributions; `taken` are tokens that belong to direct speech."""
    found: list[Reported] = []
    for match in _SENTENCE.finditer(tape.tags):
        found += _in_sentence(tape, match.start(), match.end(), taken)
    return found


def _in_sentence(tape: Tape, first: int, stop: int, taken: frozenset[int]) -> Iterator[Reported]:
    reached = first
    speaker: Phrase | None = None
    lead = _lead(tape.tags, first, stop)
    around = headline(tape, first, stop, taken) or _according(tape, first, stop, taken) or _around(tape, first, stop, taken)
    if around is not None:
        yield around
        return
    for match in _CUE.finditer(tape.tags, first, stop):
        index = match.start()
        if index < reached or index in taken:
            continue
        end = lead if index < lead else stop
        found = _at_cue(tape, index, first, end, speaker)
        if found is None:
            continue
        if not _free(found.contents, taken):
            continue
        if found.speaker is not None and tape.tags[found.speaker.first] != "W":
            speaker = found.speaker
        reached = found.contents[-1].stop
        yield found


def _free(contents: Sequence[Phrase], taken: frozenset[int]) -> bool:
    """Whether no token of the contents belongs to direct speech."""
    return all(taken.isdisjoint(range(c.first, c.stop)) for c in contents)


_LEAD = re.compile(r"R?(?:[sw]|[pas]?[Gg])[^,\n|;:.]*,")


def _lead(tags: str, first: int, stop: int) -> int:
    """The comma that closes a clause in front of the main one, or `first`."""
    match = _LEAD.match(tags, first, stop)
    return match.end() - 1 if match else first


_AROUND = re.compile(
    rf",a?(?:(?P<s>{SUBJECT})(?P<v>[xrR]*[VZB])|(?P<v2>[VZ])(?P<s2>{SUBJECT}))"
    r"(?:o|[Dm]?[NC]{1,4})?(?:[RY#]|p[DmY]?[NKCY#]*)*(?=[,.]|\Z)"
)
_ACCORDING = re.compile(rf"@t(?P<s>{SUBJECT}(?:,W[^,\n|]{{1,20}}(?=,))?)")


def _according(tape: Tape, first: int, stop: int, taken: frozenset[int]) -> Reported | None:
    """`The road is open, according to the army.` and `According to the army, the road is open.`"""
    tags = tape.tags
    if tags.find("@", first, stop) == -1:
        return None
    match = _ACCORDING.search(tags, first, stop)
    if match is None or match.start() in taken:
        return None
    begin, end = match.start(), match.end()
    before = Phrase(_begin(tape, first), begin - 1 if tags[begin - 1] == "," else begin)
    contents = []
    if before.stop - before.first > 2:
        contents.append(before)
    if tags[end : end + 1] == ",":
        contents.append(Phrase(end + 1, clause_end(tape, end + 1, stop)))
    contents = [c for c in contents if c.stop > c.first]
    if not contents or not _free(contents, taken):
        return None
    speaker = Phrase(*match.span("s"))
    return Reported("quotes.according", tuple(contents), speaker, Phrase(begin, begin + 2))


def _around(tape: Tape, first: int, stop: int, taken: frozenset[int]) -> Reported | None:
    """`The road is open, the army said.` and `The road, it added, is open.`"""
    tags = tape.tags
    for match in _AROUND.finditer(tags, first, stop):
        form = "s" if match.group("s") else "s2"
        verb = match.end("v") - 1 if form == "s" else match.start("v2")
        cue = vocabulary().cues.get(tape.word(verb))
        if cue is None or "bare" not in cue.verb or match.start() - first < 2 or verb in taken:
            continue
        contents = _around_contents(tape, first, match.start(), match.end(), stop)
        if form == "s2" and ("quote" not in cue.verb or contents[0].stop > match.start()):
            continue
        if not contents or any(c.stop <= c.first for c in contents):
            continue
        if not _free(contents, taken):
            continue
        s, e = match.span(form)
        v, w = match.span("v" if form == "s" else "v2")
        return Reported("quotes.around", tuple(contents), Phrase(s, e), Phrase(v, w))
    return None


_FINITE = re.compile(r"[xvVzZeuB]")
_ADJUNCT = frozenset("psRgGa")


def _around_contents(
    tape: Tape, first: int, comma: int, after: int, stop: int
) -> list[Phrase]:
    """The clause in front of the attribution; what follows too, where the front is no clause."""
    tags = tape.tags
    front = Phrase(_begin(tape, first), comma)
    if tags[after : after + 1] != "," or _FINITE.search(tags, front.first, comma):
        return [front]
    end = clause_end(tape, after + 1, stop)
    if end <= after + 1:
        return [front]
    rest = Phrase(after + 1, end)
    return [rest] if tags[front.first] in _ADJUNCT else [front, rest]


def _begin(tape: Tape, first: int) -> int:
    tags = tape.tags
    while tags[first] in "&b,-":
        first += 1
    return first


def _at_cue(
    tape: Tape, index: int, first: int, stop: int, before: Phrase | None
) -> Reported | None:
    tags = tape.tags
    cue = vocabulary().cues.get(tape.word(index))
    if cue is None:
        return None
    letter = tags[index]
    start = group_start(tape, index)
    if letter in "BZK" and cue.noun and (letter == "K" or tags[index - 1] in "DmhSJ#"):
        return _noun(tape, index, cue, first, stop)
    if letter in "K":
        return None
    passive = letter in "VU" and is_passive(tape, start, index)
    if letter == "J" or (passive and cue.adjective):
        content = _content(tape, index, cue.adjective, stop)
        rule = "adjective"
        if not is_passive(tape, start, index):
            return None
    elif not _is_verb(tape, index, start):
        return None
    else:
        takes = cue.verb & _PASSIVE_TAKES if passive else cue.verb
        content = _content(tape, index, takes, stop)
        rule = "passive" if passive else "verb"
    if content is None:
        return None
    frame, phrase, last = content
    speaker = None
    if rule != "passive":
        near = letter != "G" or tags[start - 1] != ","
        speaker = subject_before(tape, start) if near else None
        if speaker is not None and speaker.first < first:
            speaker = None
        if speaker is None:
            speaker = before or clause_subject(tape, first, start)
    return Reported(f"quotes.{rule}_{frame}", (phrase,), speaker, Phrase(start, last))


_PASSIVE_TAKES = frozenset(["that", "to", "wh", "addressee"])


def _is_verb(tape: Tape, index: int, start: int) -> bool:
    """Whether the word is a verb here, and no noun or adjective before a noun."""
    tags = tape.tags
    letter, before = tags[index], tags[start - 1] if start else "|"
    if letter in "VUG":
        if letter == "V" and before == "S" and tape.word(index) in ("said", "told", "added"):
            return True
        return before not in "DmhSJ#"
    if letter == "B" and start == index:
        if before in "DmhJpfSg#e":
            return False
        if before == "N":
            return tape.word(start - 1).endswith(("s", "people", "men"))
        return True
    return letter != "Z" or before not in "DmhJpfS"


def _noun(tape: Tape, index: int, cue: Cue, first: int, stop: int) -> Reported | None:
    """`his claim that …`: the owner is the speaker."""
    content = _content(tape, index, cue.noun, stop)
    if content is None:
        return None
    frame, phrase, last = content
    owner = index
    while owner > first and tape.tags[owner - 1] in "NJRe#":
        owner -= 1
    speaker: Phrase | None = None
    begin = owner
    if owner > first and tape.tags[owner - 1] in "mh":
        speaker = Phrase(owner - 1, owner)
    elif owner > first and tape.tags[owner - 1] == "S":
        speaker = subject_before(tape, owner - 1)
    else:
        return None
    return Reported(f"quotes.noun_{frame}", (phrase,), speaker, Phrase(begin, last))


def _content(
    tape: Tape, index: int, takes: frozenset[str], stop: int
) -> tuple[str, Phrase, int] | None:
    """What follows a cue: (frame, content, end of the cue's words)."""
    tags = tape.tags
    begin = _skipped(tape, index + 1, stop)
    if begin >= stop:
        return None
    phrasal = _phrasal(tape, index, takes, stop)
    if phrasal is not None:
        return phrasal
    found = _opening(tape, index, begin, takes, stop)
    if found is None and "addressee" in takes:
        match = _ADDRESSEE.match(tags, begin, stop)
        if match is not None:
            begin = _skipped(tape, match.end(), stop)
            found = _opening(tape, index, begin, takes - {"np"}, stop) if begin < stop else None
    return found


def _phrasal(
    tape: Tape, index: int, takes: frozenset[str], stop: int
) -> tuple[str, Phrase, int] | None:
    """`pointed out that …`, `took issue with …`, `made it clear that …`: codes with a `!`."""
    last = index + 1
    if last < stop and tape.tags[last] == "i":
        last += 1
    if last + 1 >= stop:
        return None
    word = tape.word(last) + "!"
    after = frozenset(code[len(word) :] for code in takes if code.startswith(word))
    return _opening(tape, last, last + 1, after, stop) if after else None


def _skipped(tape: Tape, begin: int, stop: int) -> int:
    match = _SKIP.match(tape.tags, begin, stop)
    return match.end() if match else begin


def _opening(
    tape: Tape, index: int, begin: int, takes: frozenset[str], stop: int
) -> tuple[str, Phrase, int] | None:
    tags = tape.tags
    letter = tags[begin]
    if letter == "T" and "that" in takes and tags[begin + 1 : begin + 2] not in (",", ".", ""):
        return _clause("that", tape, begin, stop, index + 1)
    if letter in "tr":
        if "to" in takes and _INFINITIVE.match(tags, begin, stop):
            return _clause("to", tape, begin, stop, index + 1)
        if "+to" in takes and letter == "t":
            return _object("prep", tape, begin + 1, stop, begin + 1)
        return None
    if letter == "w" and "wh" in takes:
        return _clause("wh", tape, begin, stop, index + 1)
    if letter in "fpa" or (letter == "s" and tape.word(begin) in _PREPOSITIONS):
        if tape.word(begin) in takes:
            return _object("prep", tape, begin + 1, stop, begin + 1)
        return None
    if letter in "Qq" and "quote" in takes:
        return _clause("bare", tape, begin, stop, index + 1)
    if "bare" in takes and _BARE.match(tags, begin, stop):
        return _clause("bare", tape, begin, stop, index + 1)
    if letter in "gG" and "ing" in takes:
        return _clause("ing", tape, begin, stop, index + 1)
    split = _split_object(tape, begin, takes, stop)
    if split is not None:
        return split
    if "np" in takes and (letter in "DmhNCJ#eqQoiHKSBgz" ):
        return _object("np", tape, begin, stop, index + 1)
    return None


def _split_object(
    tape: Tape, begin: int, takes: frozenset[str], stop: int
) -> tuple[str, Phrase, int] | None:
    """`accused him of …`: what follows; `urged them to …`: the object and what follows."""
    if not any(code[-1] in "23" for code in takes):
        return None
    match = _ADDRESSEE.match(tape.tags, begin, stop)
    if match is None:
        return None
    for index in range(begin + 1, min(match.end() + 6, stop)):
        if tape.tags[index] not in "fpta":
            continue
        word = tape.word(index)
        if word + "2" in takes:
            index = _before_gerund(tape, index, word, stop)
            return _object("object_prep", tape, index + 1, stop, index + 1)
        if word + "3" in takes:
            if word != "to":
                return _object("object_prep", tape, begin, stop, begin)
            if _INFINITIVE.match(tape.tags, index, stop):
                return _clause("object_to", tape, begin, stop, begin)
    return None


def _before_gerund(tape: Tape, index: int, word: str, stop: int) -> int:
    """The next such preposition with a gerund behind it; `index` itself if there is none."""
    for other in range(index, min(index + 10, stop - 1)):
        if tape.tags[other] in ",;:-":
            break
        if tape.word(other) == word and tape.tags[other + 1] in "gG":
            return other
    return index


def _clause(frame: str, tape: Tape, begin: int, stop: int, cue: int) -> tuple[str, Phrase, int] | None:
    end = clause_end(tape, begin, stop)
    return (frame, Phrase(begin, end), cue) if end > begin else None


def _object(frame: str, tape: Tape, begin: int, stop: int, cue: int) -> tuple[str, Phrase, int] | None:
    if begin >= stop:
        return None
    end = phrase_end(tape, begin, stop)
    return (frame, Phrase(begin, end), cue) if end > begin else None
