"""Around: attributions between commas or at the end, `The road is open, the army said.`"""

from __future__ import annotations

import re

from corpuskit.scan import Example
from corpuskit_quotes.content.settings import opens_clause
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.sentence.clauses import clause_end
from corpuskit_quotes.sentence.phrases import (
    SUBJECT,
    Phrase,
    Reported,
    head_stop,
    is_free,
    sentence_start,
    subject_before,
)
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.sentence.times import time_stop
from corpuskit_quotes.sentence.verbs import agent_after, is_passive, is_verb
from corpuskit_quotes.vocabulary import Cue, used_as
from corpuskit_quotes.who.cast import noun_before

__all__ = [
    "AROUND",
    "FINITE",
    "GOES_ON",
    "RULES",
    "WHO_IT_IS",
    "goes_on_within",
    "is_heard",
    "said_around",
    "said_before",
    "told_from",
]

WHO_IT_IS = r"(?:(?<=C),[DNKJu][DmNCKJBSfu&p#]{0,11}|(?:(?<=[NK)])|(?<=fC)),C{1,4})"
"""Who a name is, `, the mayor of Lund`, or who that is, `, Ana Sol`."""
_WHO_DID = r"W(?=[^,.;:\n|Q-]{0,6}[xVvzZ])[^,.;:\n|Qq-]{2,14}(?=[VZB]p?(?:[,.\n|]|\Z))"
"""A relative clause up to the verb of saying: `a nurse who was not named said`."""
AROUND = QuoteRule(
    id="quotes.around",
    about="Speaker and verb of saying behind a comma, with nothing said after them.",
    pattern=(
        rf",a?(?:(?P<s>{SUBJECT}(?:ut(?:o|D?[NCKBZ]{{1,3}})|{WHO_IT_IS},(?=[xrR]*s?[VZB])|{_WHO_DID})?|H&C{{1,4}})"
        r"(?P<v>[xrR]*(?:s?[VZB]|VaG))(?P<out>p(?=[,.\n|]|\Z))?"
        rf"|(?P<v2>[VZ]|B(?=[DN]))(?:p?Y+#?)?(?P<s2>{SUBJECT})(?:(?:W|pD?NT)[^,.;:\n|Q-]{{1,25}}+)?)"
        r"(?P<told>[ohH]|[Dm]?[JB]?[NC]{1,4}|[NRJ]?[DJN#]{0,3}[NY])?(?:R|YN?|#|[evV](?=[pYR])|p(?:[Dm]?[NKCYSJ#gBuz]*+(?:,#(?=[,.]|\Z))?(?:f[Dm]?[NKCY]++)?|G))*(?P<when>[DJ#]NR?|pDRNfY)?"
        r"(?:(?:s[GN]|(?<=pG))[^,.;:\n|Qqt-]{1,12}+)?"
        r"(?=[,.;:-]|\Z)"
    ),
    yes=(
        Example("[[The road to Lund is open]], the army said.", "indirect: the army"),
        Example(
            "[[The road is open]], an aide said on condition of anonymity.", "indirect: an aide"
        ),
        Example("[[The road is open]], the army said without elaborating.", "indirect: the army"),
        Example("[[The road is open]], Ana Sol told a press conference.", "indirect: Ana Sol"),
        Example("[[The road is open]], said Ana Sol, the mayor of Lund.", "indirect: Ana Sol"),
        Example(
            "[[The road is open]], said an aide who asked not to be named.", "indirect: an aide"
        ),
        Example("[[The road is shut]], the army said, as rain fell.", "indirect: the army"),
        Example(
            "[[The road is shut]], Ana Sol, the mayor of Lund, said.",
            "indirect: Ana Sol, the mayor of Lund",
        ),
        Example("[[The road is shut]], the mayor, Ana Sol, said.", "indirect: the mayor, Ana Sol"),
        Example("[[The road is shut]], he and Mr. Vik said.", "indirect: he and Mr. Vik"),
        Example("[[The road is shut]], Sol said after meeting the army.", "indirect: Sol"),
        Example(
            "[[The road is shut]], a source close to him said.", "indirect: a source close to him"
        ),
        Example("[[“We are happy” with the road]], said Ana Sol.", "mixed: Ana Sol"),
        Example("But, he added, [[the road is still a risk]].", "indirect: he"),
        Example("[[If it rains, he said, “we shall stay.”]]", "mixed: he"),
        Example("[[The road is shut]], the army said; it rained.", "indirect: the army"),
        Example(
            "[[The road is open]], the army said last week - a day too late.", "indirect: the army"
        ),
        Example("[[The road was shut]], a court was told.", "indirect: -"),
        Example(
            "[[The road is shut]], Ana Sol, an aide, told the army.", "indirect: Ana Sol, an aide"
        ),
        Example("[[The road was shut]], court told", "indirect: -"),
        Example("[[The road, she pointed out, is shut]].", "indirect: she"),
        Example(
            "[[The road is shut]], a guard who was there said.", "indirect: a guard who was there"
        ),
        Example("[[The road, officials say, has been closed for weeks]].", "indirect: officials"),
    ),
    no=(
        "The firm, which owns the road, denied the report.",
        "The road, built in 1990, is open.",
        "Asked about the road on Monday, the army said nothing.",
        "The army, which holds the road, said nothing.",
        "Jon Vik, his chief of staff, urged a strong stand.",
        "After the rain, an aide said on condition of anonymity that the road was open.",
        "In its last report, the army spoke of war.",
        "One of her friends, Jon Vik told the Herald: It is late.",
        "The army hid guns in Lund, a charge Vik has denied.",
        "It rained, as the firm struggles with falling demand.",
        "The army, in a press statement, repeated its plans for the road.",
        "So far, nobody has claimed the attack in Lund, leading to doubts.",
    ),
)
RULES = (AROUND,)


def said_around(tape: Tape, first: int, stop: int, taken: bytearray) -> Reported | None:
    """`The road is open, the army said.` and `The road, it added, is open.`"""
    tags = tape.tags
    for match in AROUND.matcher.finditer(tags, first, stop):
        form = "s" if match.group("s") else "s2"
        verb = match.end("v") - 1 if form == "s" else match.start("v2")
        cue = tape.cue(verb)
        if cue is None or match.start() == first or taken[verb]:
            continue
        if not _may_follow(tape, match, form, verb, cue):
            continue
        contents = _around_contents(tape, first, match.start(), match.end(), stop)
        if form == "s" and not _is_said_by_subject(tape, match, verb, cue):
            continue
        if match["when"] and not _is_time(tape, *match.span("when")):
            continue
        if form == "s2":
            if "quote" not in cue.verb or not _is_clause(tape, first, match.start()):
                continue
            contents = contents[:1]
        contents = [c for c in contents if c.stop > c.start]
        if not contents:
            continue
        bare = match.end() == match.end("v" if form == "s" else "s2")
        if not (bare and len(contents) == 2) and not _go_together(tape, contents):
            continue
        if len(contents) == 1 and _ASKED.match(tags, first):
            continue
        if tags.startswith(":", match.end()) and not _CLAUSE.search(tags, first, match.start()):
            continue
        if not is_free(contents, taken):
            continue
        begin, end = match.span(form)
        while end - begin > 1 and tags[end - 1] in ",R":
            end -= 1  # `the army also said`
        who = Phrase(begin, end)
        speaker = None if _is_told(tape, match, verb) else who
        if form == "s" and _MANNER.fullmatch(tags, *match.span("s")):
            speaker = agent_after(tape, verb + 1, match.end())
            if speaker is None:
                continue
        if form == "s2" and tape.word(verb) in _TELLING:
            speaker, contents = _told_others(tape, first, contents[0].start, verb)
            if speaker is None:
                continue
        said = match.start("v" if form == "s" else "v2")
        if form == "s" and tags[end:said].strip("R") == "":
            said = end
        cue_span = Phrase(said, verb + 1 + bool(match["out"]))
        return Reported(AROUND.id, tuple(contents), speaker, cue_span)
    return None


def _is_said_by_subject(tape: Tape, match: re.Match[str], verb: int, cue: Cue) -> bool:
    """Whether the verb behind a phrase is one, has it for its subject, and no other object than
    those spoken to."""
    if tape.tags[verb] == "B" and not is_verb(tape, verb, match.start("v")):
        return False
    if _is_object_of(tape, *match.span("s")):
        return False
    return not match["told"] or _may_be_told(tape, *match.span("told"), cue)


def _may_follow(tape: Tape, match: re.Match[str], form: str, verb: int, cue: Cue) -> bool:
    """Whether a verb may stand behind what it tells, by itself or with its particle: `she said`,
    `she pointed out`, `an inquest heard`, `a sign read`."""
    if match["out"]:
        behind = tape.word(verb + 1)
        return not cue.verb.isdisjoint((f"{behind}!that", f"{behind}!said"))
    if "bare" in cue.verb or _is_read(tape, match, form, verb):
        return True
    return form == "s" and _hears(tape, match, verb)


def _told_others(
    tape: Tape, first: int, begin: int, verb: int
) -> tuple[Phrase | None, list[Phrase]]:
    """Who tells and what is told in `It is shut, Sol, an aide, told the army`, if anything is."""
    speaker = subject_before(tape, verb)
    if speaker is None or speaker.start - 1 <= begin:
        return None, []
    stop = speaker.start - (tape.tags[speaker.start - 1] == ",")
    return (speaker if _is_clause(tape, first, stop) else None), [Phrase(begin, stop)]


_MANNER = re.compile(r"R+")
"""No speaker: `Her plan, first reported by the Herald, is safe`."""
_APPOSITION = re.compile(r"D[JN]*[NKBu]C+")


def _is_object_of(tape: Tape, first: int, stop: int) -> bool:
    """Whether the words in front of a verb are its object and its subject: `Sol hid it, a charge
    Sol denies`."""
    found = _APPOSITION.fullmatch(tape.tags, first, stop)
    return found is not None and tape.word(first) in _INDEFINITE


_INDEFINITE = used_as("indefinite article")


def _may_be_told(tape: Tape, first: int, stop: int, cue: Cue) -> bool:
    """Whether what stands behind a verb of saying is somebody it was said to or a time (`said last
    week`), and no object (`Sol, the mayor, urged restraint`)."""
    return "addressee" in cue.verb or _is_time(tape, first, stop)


def _is_time(tape: Tape, first: int, stop: int) -> bool:
    here = tape.tags[first] == "R" and time_stop(tape, first + 1, len(tape.tags)) >= stop
    return here or time_stop(tape, first, len(tape.tags)) >= stop


def _is_told(tape: Tape, match: re.Match[str], verb: int) -> bool:
    """Whether the phrase is no speaker: `…, Sol was told`, and the headline `…, court told`."""
    if match.group("s") is None:
        return False
    if _hears(tape, match, verb) or (tape.word(verb) in _TELLING and match.end() == verb + 1):
        return True
    if tape.tags[verb] != "V":
        return False
    start = match.start("v")
    return is_passive(tape, start, verb) and tape.raw[tape.starts[start]] not in _SHORT


def _hears(tape: Tape, match: re.Match[str], verb: int) -> bool:
    """`…, an inquest heard`: who hears it says nothing."""
    heard = is_heard(tape, verb, match.end("s"))
    return heard and tape.tags[match.end() : match.end() + 1] in ("", ".", "\n", "|")


def _is_read(tape: Tape, match: re.Match[str], form: str, verb: int) -> bool:
    """`…, read a statement` and `…, the sign read`: a text has the words in front."""
    if tape.word(verb) not in _READING:
        return False
    entry = noun_before(tape, head_stop(tape, Phrase(*match.span(form))))[1]
    return entry is not None and entry["kind"] == "document"


_READING = used_as("reading")


def is_heard(tape: Tape, verb: int, stop: int) -> bool:
    """Whether a verb behind the noun that ends at token `stop` says that a court hears something:
    `court told`."""
    return tape.word(verb) in _HEARING and tape.word(stop - 1) in _COURTS


_HEARING = used_as("hearing")
_COURTS = used_as("court")
_SHORT = "'\u2019"
"""How a short form begins, which may be of `has`: `he's said`."""
_TELLING = used_as("telling")
FINITE = re.compile(r"[xvVzZeuB]")
_BESIDE_SUBJECT = re.compile(r",(?:[DmNCJK#fp]{0,10}W|[eUvVgGp])")
"""How an aside begins that may look like a clause: `Sol, who led the army, said …`, `Sol, in a
press statement, said …`."""


def said_before(tape: Tape, first: int, stop: int) -> Phrase | None:
    """Who says what stands in front of token `stop`: `It is safe, Sol said, adding “…”`."""
    for match in AROUND.matcher.finditer(tape.tags, first, stop):
        cue = tape.cue(match.end("v") - 1) if match.group("s") else None
        if cue is not None and "quote" in cue.verb:
            return Phrase(*match.span("s"))
    return None


def goes_on_within(tape: Tape, index: int) -> bool:
    """Whether the stretch behind a comma goes on with what is said in front of who says it:
    `If it rains, she said, “we shall stay.”`"""
    if not tape.raw[tape.stretches[index].inner_start].islower():
        return False
    begins = told_from(tape, sentence_start(tape, index))
    if tape.raw[tape.starts[begins]].islower() and begins == sentence_start(tape, index):
        return False  # a text without capitals
    if index - begins > _LONGEST or _NO_PART.match(tape.tags, begins):
        return False
    for match in AROUND.matcher.finditer(tape.tags, begins, index):
        if match.end() != index - 1 or not match.group("s"):
            continue
        cue = tape.cue(match.end("v") - 1)
        said = cue is not None and {"bare", "quote"} <= cue.verb
        return said and not _is_written(tape, begins, match.start())
    return False


def _is_written(tape: Tape, first: int, stop: int) -> bool:
    """Whether the words in front of an attribution are the writer's: another attribution, or a
    sentence that leaves off (`…, including, he said, “…”`)."""
    if _LEAVES_OFF.search(tape.tags, first, stop) is not None:
        return True
    return any(tape.tags[i] in "VZG" and tape.quotes(i) for i in range(first, stop))


_LONGEST = 60
"""Tokens in front of marks that may be said with what stands within."""
_LEAVES_OFF = re.compile(r"Q|(?:,p|&R)\Z")
_NO_PART = re.compile(r"[VGgeaYtpw(]|R*,|s[VG]")
"""How a clause begins that tells when or where somebody speaks, as `Asked about it` does."""


def _is_clause(tape: Tape, first: int, stop: int) -> bool:
    """Whether the words have a verb that is not in an aside at their end."""
    comma = tape.tags.rfind(",", first, stop)
    if comma != -1 and (
        _BESIDE_SUBJECT.match(tape.tags, comma, stop) or tape.word(comma + 1) == "whose"
    ):
        stop = comma
    return tape.tags[first] in "qQ" or FINITE.search(tape.tags, first, stop) is not None


def _go_together(tape: Tape, contents: list[Phrase]) -> bool:
    """Whether words in front of an attribution or around a longer one are a clause, as those around
    `he warned us` in `In May, he warned us, because …` are not."""
    front, rest = contents[0], contents[-1]
    if _CLAUSE.search(tape.tags, front.start, front.stop) is not None:
        return True
    if len(contents) == 1:
        return tape.tags[front.start] not in "gGp"
    goes_on = GOES_ON.match(tape.tags, rest.start - 1) is not None
    return goes_on or opens_clause(tape, rest.start) or tape.tags[rest.start] in "Qq"


_ASKED = re.compile(r"[&bR]*[sw]?[VG]R*[wTp]")
"""`Asked whether …, she said`, `When pressed about …, she said`: what it answers is no content."""


def _around_contents(tape: Tape, first: int, comma: int, after: int, stop: int) -> list[Phrase]:
    """The words in front of the attribution and those behind it.

    A sentence in front of marks is not said by who speaks within them.
    """
    tags = tape.tags
    front = Phrase(told_from(tape, first), comma)
    if tags[after : after + 1] != ",":
        return [front]
    end = clause_end(tape, after + 1, stop)
    if end <= after + 1:
        return [front]
    rest = Phrase(after + 1, end)
    if tags[comma + 1] == "a" and _ADVERBIAL.fullmatch(tags, front.start, comma):
        return [rest]  # `Of course, as Sol said, it is safe`
    if _WRITTEN.match(tags, rest.start) and _CLAUSE.search(tags, front.start, comma):
        return [front]
    alone = tags[rest.start] == "Q" and _CLAUSE.search(tags, front.start, comma) is not None
    if alone and not goes_on_within(tape, rest.start):
        return [rest]
    return [front, rest]


_WRITTEN = re.compile(r"a[^,]|R*G|[NYD#J]{1,3}s")
"""`…, it said, adding that …` and `…, the army said, hours after …`: the writer goes on."""
_ADVERBIAL = re.compile(r"R{1,2}|[fp]N")
_CLAUSE = re.compile(r"[xvVzZ]")
GOES_ON = re.compile(r",[rR]*[xvVzZ]")
"""`The road, according to the army, is open`: the verb of the subject in front."""


def told_from(tape: Tape, first: int) -> int:
    """Where what is told begins in a sentence from token `first` on: behind `but` and an agency."""
    tags = tape.tags
    while tags[first] in "&b,-":
        first += 1
    agency = _AGENCY.match(tags, first) if tags[first] == "C" else None
    return agency.end() if agency is not None else first


_AGENCY = re.compile(r"(?<![^\n|])C{1,3},[CY]#\(C\)(?=[^:,-])")
"""A dateline that ends with the agency: `Lund, Mar 3 (ABC) It rained`."""
