"""After: attributions that stand behind the marks, `“…,” the mayor said`."""

from __future__ import annotations

from corpuskit.scan import Example
from corpuskit_quotes.rules.according import according_behind
from corpuskit_quotes.rules.around import is_heard
from corpuskit_quotes.rules.base import QuoteRule
from corpuskit_quotes.sentence.phrases import SUBJECT, Phrase, Spoken, phrase_after, subject_before
from corpuskit_quotes.sentence.tape import Tape
from corpuskit_quotes.sentence.times import time_start
from corpuskit_quotes.sentence.verbs import is_passive
from corpuskit_quotes.vocabulary import used_as
from corpuskit_quotes.who.cast import noun_before

__all__ = ["RULES", "attributed_after"]

_LIST = r"(?:D?[NCKJ]{1,4}(?:,D?[NCKJ]{1,4}){0,5},(?=D?[NCKJ]{1,4}&))"
"""Parties in front of the last two: `Lund,` of `Lund, Ust and Sable said`."""
SPEAKER_VERB = QuoteRule(
    id="quotes.speaker_verb",
    about="A noun phrase and a verb of saying follow; a verb of any kind after a comma in marks.",
    pattern=(
        rf"[,\-\n]*(?P<as>a)?(?P<s>{_LIST}?{SUBJECT}(?:ut(?:o|D?[NCKBZ]{{1,3}}))?)(?P<aside>(?:,[^,.\n|;:Q]{{1,25}}){{1,4}},)?(?P<day>R*p?Y+|R?[DJN#]{{1,3}}N+R?)?"
        r"(?P<v>(?:[xrR]*|xs)[VZvzBeU](?:t[BuUV](?=i))?)(?P<saying>aG|(?<=[VZvzU])i)?"
    ),
    yes=(
        Example("“[[The bridge is safe,]]” Mayor Ana Sol said.", "direct: Mayor Ana Sol"),
        Example("But [[the road is “wide open,]]” she told us on Monday.", "mixed: she"),
        Example("“[[Is it safe?]]” she asked on Monday.", "direct: she"),
        Example(
            "“[[It is safe,]]” Sol, the mayor of Lund, told reporters.",
            "direct: Sol, the mayor of Lund",
        ),
        Example("“[[It is safe,]]” Lund, Ust and Sable said.", "direct: Lund, Ust and Sable"),
        Example(
            "“[[It is safe,]]” the US, British and German embassies said.",
            "direct: the US, British and German embassies",
        ),
        Example("“[[It is safe,]]” the mayor reportedly told aides.", "direct: the mayor"),
        Example("“[[It is safe,” he shrugged. “It always was.]]”", "direct: he"),
        Example("“[[It is what it is,]]” as one aide likes to put it.", "direct: one aide"),
        Example("''[[We are leaving,]]'' the envoy was quoted as saying.", "direct: the envoy"),
    ),
    no=(
        "The “bridge” the mayor opened is safe.",
        "It was called “Open,” as the mayor walked on.",
        "He likes “The Long Road,” a film by Ana Sol.",
    ),
)
VERB_SPEAKER = QuoteRule(
    id="quotes.verb_speaker",
    about="The verb comes first, with the speaker and an apposition behind it.",
    pattern=r"[,\-\n]*(?P<v>x?R*[VZvez]R*)(?:p?Y+#?)?",
    yes=(
        Example(
            "“[[We stand ready,]]” said the spokesman of the council, Jon Vik.",
            "direct: the spokesman of the council, Jon Vik",
        ),
        Example("“[[We stand ready]]”, says Jon Vik.", "direct: Jon Vik"),
        Example("“[[We stand ready,]]” said on Monday Jon Vik.", "direct: Jon Vik"),
        Example(
            "Said Jon Vik, who leads the council, “[[We stand ready.]]”",
            "direct: Jon Vik, who leads the council",
        ),
    ),
    no=("“Stand Ready,” a song from 1990, opened the evening.",),
)
SIGNED = QuoteRule(
    id="quotes.signed",
    about="A name behind a dash at the end of the paragraph signs what stands in marks.",
    pattern=(
        r"[.\n]*\|?-(?P<s>(?:[DmNCJ#]{0,3}C[NCfp&]{0,5}|[DmNJ]{0,2}(?P<role>N)))"
        r"(?:[,p][^\n|.Qq]{1,15})?(?:[.\n]*\||\n?(?=[Qq]))"
    ),
    yes=(
        Example("“[[I shall not vote for anybody this time.]]” ― Ana Sol", "direct: Ana Sol"),
        Example("“[[We lost it all in a day]]” - farmer", "direct: farmer"),
    ),
    no=("“The Long Road” - Ana Sol’s first film - opens today.",),
)

RULES = (SPEAKER_VERB, VERB_SPEAKER, SIGNED)

_BEFORE_ALL = frozenset(["", "\n", "|"])
"""What stands before a stretch that opens its sentence."""
_SENTENCE_ENDS = frozenset(".\n|")
SOFT = frozenset("?!,\u2014-\u2026")
"""Ends of a stretch after which its sentence may go on."""


def attributed_after(tape: Tape, index: int, last: str, *, again: bool = False) -> Spoken | None:
    """The attribution behind stretch `index`, whose last character is `last`; `again` is whether
    the one in front of it is signed."""
    tags = tape.tags
    opens = tags[index - 1 : index] in _BEFORE_ALL
    signed = SIGNED.matcher.match(tags, index + 1) if opens or again else None
    if signed is not None and (not signed["role"] or _is_somebody(tape, signed.end("role"))):
        phrase = Phrase(*signed.span("s"))
        return Spoken(SIGNED.id, (index,), phrase, Phrase(phrase.start - 1, phrase.start))
    begin = index + 1
    if tags[begin : begin + 1] == "." and tape.raw[tape.starts[begin]] in "?!":
        begin, last = begin + 1, "?"
    if tags[index] == "q" and last not in ",?!" and tags[begin : begin + 1] != ",":
        return None
    hard = tags[begin : begin + 1] == "\n" and last not in SOFT
    if not hard:
        found = according_behind(tape, index, begin) or _verb_speaker(tape, index, begin, last)
        if found is not None:
            return found
    return _speaker_verb(tape, index, begin, last, hard=hard)


def _is_somebody(tape: Tape, stop: int) -> bool:
    entry = noun_before(tape, stop)[1]
    return entry is not None and entry["kind"] != "document"


def _verb_speaker(tape: Tape, index: int, begin: int, last: str) -> Spoken | None:
    match = VERB_SPEAKER.matcher.match(tape.tags, begin)
    phrase = phrase_after(tape, match.end()) if match is not None else None
    if match is None or phrase is None:
        return None
    verb = match.end("v") - 1
    while tape.tags[verb] == "R":
        verb -= 1
    if not tape.quotes(verb, generic=last in ",?!" and _stops(tape, phrase)):
        return None
    speaker = _with_author(tape, phrase)
    return Spoken(VERB_SPEAKER.id, (index,), speaker, Phrase(match.start("v"), verb + 1))


def _with_author(tape: Tape, phrase: Phrase) -> Phrase:
    """`a statement by Ana Sol`: a text and whose it is."""
    by = phrase.stop
    if tape.tags[by] != "p" or tape.word(by) not in _AUTHORS:
        return phrase
    entry = noun_before(tape, by)[1]
    author = phrase_after(tape, by + 1)
    if author is None or entry is None or entry["kind"] != "document":
        return phrase
    return Phrase(phrase.start, author.stop)


_AUTHORS = used_as("author")


def _stops(tape: Tape, phrase: Phrase) -> bool:
    """Whether a phrase has a name or an article and a stop behind it."""
    return tape.tags[phrase.start] in "CDH" and tape.tags[phrase.stop] in ".,\n|("


def _speaker_verb(tape: Tape, stretch: int, begin: int, last: str, *, hard: bool) -> Spoken | None:
    match = SPEAKER_VERB.matcher.match(tape.tags, begin)
    if match is None or (match.group("as") and tape.tags[stretch - 1 : stretch] not in _BEFORE_ALL):
        return None
    verb = match.end("v") - 1
    start, stop = match.span("s")
    for index in range(start + 1, stop):
        if tape.tags[index] in "VZ" and tape.quotes(index):
            if hard and tape.tags[index + 1] not in _SENTENCE_ENDS:
                return None
            return _sooner(tape, start, index, stretch)
    ends = tape.tags[verb + 1] in _SENTENCE_ENDS
    if hard and not ends:
        return None  # another sentence, which says something of its own
    bare = last in "?!" and ends and tape.tags[verb] in "VZe"
    passive = tape.tags[verb] in "VU" and is_passive(tape, match.start("v"), verb)
    if passive and match["saying"] is None and tape.tags[stretch] == "q":
        return None  # `When they call it “safe”, I am reminded of it`
    said_so = match.group("saying") is not None and (match.group("as") or match["saying"] != "i")
    generic = said_so or (last == "," and not match.group("as")) or bare
    if not tape.quotes(verb, generic=bool(generic) and not hard):
        return None
    if match.group("aside"):
        stop = match.end("aside") - 1
    while tape.tags[start] == "R" and start < stop - 1:
        start += 1
    said = match.start("v")
    day = match.end("day")
    if day > -1 and time_start(tape, day) > stop and not match.group("aside"):
        return None  # `“…,” the mayor each child knew`
    while tape.tags[stop - 1] == "R" and start < stop - 1 and said == stop:
        said = stop = stop - 1  # `Sol reportedly told …`
    stop = max(start + 1, time_start(tape, stop))
    cue = Phrase(said, match.end() if said_so else match.end("v"))
    if ends and is_heard(tape, verb, stop):
        return Spoken(SPEAKER_VERB.id, (stretch,), None, cue)
    return Spoken(SPEAKER_VERB.id, (stretch,), Phrase(start, stop), cue)


def _sooner(tape: Tape, start: int, verb: int, stretch: int) -> Spoken | None:
    """`Sol asks as the guard walks on`: a verb of saying in what reads as one noun phrase."""
    speaker = subject_before(tape, verb)
    if speaker is None or speaker.start < start:
        return None
    return Spoken(SPEAKER_VERB.id, (stretch,), speaker, Phrase(verb, verb + 1))
