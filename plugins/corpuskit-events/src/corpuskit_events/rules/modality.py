"""Modality: whether an event happened, is denied, alleged, planned or only imagined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import cast

import attrs

from corpuskit import Modality
from corpuskit.scan import Example, Lexicon, Rule, trie_pattern
from corpuskit_events.cue import cue, either
from corpuskit_events.rules.accused import Accusation
from corpuskit_events.rules.deed import Deed
from corpuskit_events.rules.doers import does

__all__ = ["MODALITY_RULES", "ModalityRule", "modality_before"]

_ORDER: tuple[Modality, ...] = ("denied", "planned", "hypothetical", "alleged")


@attrs.frozen(kw_only=True)
class ModalityRule(Rule):
    """Words of `lexicons/modality.tsv` in the trigger's clause, before it."""

    modality: Modality


MODALITY_RULES: tuple[ModalityRule, ...] = (
    ModalityRule(
        id="events.modality.denied",
        about="A negation, or a verb of preventing, before the trigger.",
        modality="denied",
        yes=(
            Example("The rebels did not [[attack]] Karn.", "denied"),
            Example("The rebels left Karn without [[attacking]] it.", "denied"),
        ),
        no=(
            "No fewer than nine guards were killed in Karn.",
            "The rebels attacked Karn, not Orlo.",
            "No group claimed responsibility for the blast in Karn.",
            "Without helmets the men were attacked in Karn.",
            "The rebels denied any role in the bombing in Karn.",
            "No group has claimed the bombing in Karn.",
            "No group has claimed the bombing in Karn that killed nine.",
            "No one was hurt in the blast in Karn.",
            "The rebels rejected the accusation in Karn.",
            "The rebels denied the allegations.",
            "The army has not commented on the raid in Karn.",
        ),
    ),
    ModalityRule(
        id="events.modality.planned",
        about="A verb or auxiliary of intent before the trigger.",
        modality="planned",
        yes=(
            Example("The union will [[protest]] in Karn.", "planned"),
            Example("The army moved up to [[attack]] Karn.", "planned"),
            Example("[[Talks]] with the union are due to resume in Karn.", "planned"),
        ),
        no=(
            "The union protested in Karn and will wait.",
            "Thousands gathered to protest in Karn.",
            "A row over land led to clashes in Karn.",
        ),
    ),
    ModalityRule(
        id="events.modality.hypothetical",
        about="A condition, a possibility or a risk before the trigger.",
        modality="hypothetical",
        yes=(
            Example("Karn could be [[attacked]] by rebels.", "hypothetical"),
            Example("The army could carry out the [[raid]] in May.", "hypothetical"),
        ),
        no=(
            "Police may link him to the raid in Karn.",
            "Karn was attacked; help could be late.",
            "In May rebels attacked Karn.",
            "Orlo, May 3 - Rebels attacked Karn.",
        ),
    ),
    ModalityRule(
        id="events.modality.alleged",
        about="Somebody's claim, before the trigger.",
        modality="alleged",
        yes=(
            Example("Karn was allegedly [[attacked]] by rebels.", "alleged"),
            Example("The army claimed the [[raid]] had hit Karn.", "alleged"),
        ),
        no=(
            "The Sun Front claimed Monday's attack in Karn.",
            "The Sun Front claimed the raid in Karn that killed nine.",
            "Karn was attacked, residents said.",
            "The suspected leader of the ring was arrested.",
            "Suspected rebels attacked Karn.",
            "Teachers accused of theft were arrested in Karn.",
        ),
    ),
)

_JOINS = (" and ", " and then ")
FAR = 3  # words from "is said to have" to what was done
_CHARGED = (" of", " with", " for", " in")
_COUNTS = (" fewer than ", " less than ")
_CLIPPED = re.compile(r"n't\b")


@cache
def _words() -> tuple[re.Pattern[str], dict[str, Modality], dict[str, str]]:
    """The words, what they make of a trigger, and what goes with those with which not all does."""
    lexicon = Lexicon.from_package("corpuskit_events", "modality.tsv")
    kinds = {e.term: cast(Modality, e["modality"]) for e in lexicon.entries if e.term != "n't"}
    takes = {e.term: e["takes"] for e in lexicon.entries if e["takes"]}
    return re.compile(rf"[^a-z0-9_]\b({trie_pattern(kinds)})\b"), kinds, takes


@cache
def _border() -> re.Pattern[str]:
    """Where a clause ends: a negation on the far side says nothing of the trigger; nor of a deed
    in which somebody had a part or none, or which he claims."""
    claimed = rf"{either('claimed')}\s(?:{either('describes')}|[\w-]+'s)\s"
    return re.compile(  # a mark first, so that the search passes over letters fast
        r"[^a-z0-9_](?:(?<=[;:,\u2014\u2013])|\b(?:but|whereas|while|although|though|when|after|and"
        r"|(?:in|at|on|during|after)\swhich"
        rf"|{either('role')}|{claimed}(?:[\w'-]+\s){{1,6}}(?:(?:in|during)\swhich|(?:that|which)"
        r"(?!\s(?:it|he|she|they|we|i|the|an?)\b)))\b)"
    )


@cache
def _known_who() -> re.Pattern[str]:
    """Where a clause about somebody or something known begins, of which the trigger is the verb:
    "the bomb which", "a man who had"; not "no man who"."""
    return re.compile(
        rf"[^a-z0-9_](?:{either('known')}|[\w-]+'s)\s(?:(?!{either('known')}\b)[\w'-]+\s){{1,4}}"
        r"(?:who|which|that)\s(?=(?:(?:had|has|have|was|were|been)\s){0,2}(?:\w+ly\s)?$)"
    )


@cache
def _claim_of_both() -> re.Pattern[str]:
    """Where it begins to be claimed or denied that one thing was done and another."""
    return re.compile(
        rf"[^a-z0-9_]{either('claims that')}\s(?:[\w'-]+\s){{0,6}}"
        r"(?:to\shave|had|has|have|was|were)\s"
    )


def modality_before(
    deed: Deed, accused: Accusation | None, cues: Sequence[tuple[int, int]], *, definite: bool
) -> Modality:
    """The modality of a deed, by what stands before it.

    An infinitive ("to attack", "to hold talks") is planned, unless what goes before says that it
    was done ("managed to", "gathered to").

    Args:
        accused: who stands accused of it.
        cues: where words of modality stand in the sentence.
        definite: it is one that happened, whatever was not done about it: "nobody was hurt in the
            attack".
    """
    folded, trigger, begin = deed.folded, deed.start, deed.near
    number = bisect_left(cues, (trigger,))  # of those before it
    beside = number > 0 and cues[number - 1][1] > begin
    if deed.sense.form == "noun" and _is_claimed(deed):
        return "asserted"
    if beside or folded.find("n't", begin, trigger) >= 0:
        stands = definite and deed.sense.type in _STANDS and not does(deed)
        told = _told(deed, stands=stands)
        if told != "asserted":
            return told
    if accused is not None and not accused.proven:
        return "alleged"
    if deed.sense.type in _AWAITED and _awaited().match(folded, deed.end, deed.stop):
        return "planned"
    at = folded.find("to ", begin, trigger)
    if at < 0:
        return "asserted"
    infinitive, managed = _infinitives()
    if infinitive.search(folded, at, trigger) is None:
        return "asserted"
    if deed.sense.form == "noun" and deed.last[-1:] == ["to"]:
        return "asserted"  # "led to clashes"
    return "asserted" if managed.search(folded, begin, trigger) else "planned"


_ENDS = re.compile(r"\W*\Z|[.,]|\s(?:in|on|at|near|that|which|against|outside)\b")


def _is_claimed(deed: Deed) -> bool:
    """Whether somebody says, or nobody, that a deed was his: "claimed the bombing"; not "claimed
    the bombing had failed"."""
    if cue("claimed").isdisjoint(deed.last[-2:-1]):
        return False
    word = deed.last[-1]
    if _GOES_ON.match(deed.folded, deed.end):
        return False
    if word.endswith("'s") or word in cue("describes"):
        return True
    return _ENDS.match(deed.folded, deed.end, deed.stop) is not None  # "claims Karn attack"


_GOES_ON = re.compile(r"\s(?:had|has|have|was|were|is|are|did|would|will)\b")


@cache
def _infinitives() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes an infinitive of a deed, and what tells that it was done."""
    return (
        re.compile(
            rf"\b(?<!first\s)(?<!last\s)to\s(?:\w+ly\s)?(?:help\s|be\s)?(?:{either('stage')}\s(?:[\w'-]+\s){{0,3}})?$"
        ),
        re.compile(rf"\b{either('managed')}\b"),
    )


_AWAITED = frozenset(["CONSULT", "PROTEST"])
"""Types that somebody awaits: "talks are due to resume"."""


@cache
def _awaited() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s[\w'-]+){{0,8}}(?:,\s[^,;]{{1,80}},)?\s(?:(?:will|(?:is|are|was|were)\s{either('due')}\sto)"
        rf"\s{either('awaited')}|(?:has\sbeen|have\sbeen|was|were)\s{either('postponed')})\b"
    )


_STANDS = frozenset(["ASSAULT", "COERCE", "CONSULT", "PROTEST", "SANCTION"])
"""Types whose noun, with an article, tells of what was done; "the deal" may still be wanted."""

_SPOKEN = frozenset(["ACCUSE", "REQUEST", "SANCTION", "THREATEN"])
"""Types whose noun was said or imposed, whoever turns it down."""


def _told(deed: Deed, *, stands: bool) -> Modality:
    folded, trigger, begin, form = deed.folded, deed.start, deed.near, deed.sense.form
    finite = form not in ("noun", "ing")
    spoken = form == "noun" and deed.sense.type in _SPOKEN
    near = 1 if finite else 2
    pattern, kinds, takes = _words()
    before = folded[begin - 1 : trigger] if begin else f" {folded[:trigger]}"
    begin = _clause_of(deed, before)
    found: set[Modality] = set()
    awaited = nobody = False
    for match in pattern.finditer(before, begin):
        term = " ".join(match[1].split())
        if term in cue("suspected") and before.count(" ", match.end()) > near:
            continue  # "the suspected leader of the group was killed", "suspected rebels attacked"
        if finite and term.endswith(_CHARGED) and kinds[term] == "alleged":
            continue  # "a man accused of killing ten was arrested"
        if term == "may" and _is_month(before, match.start(1), match.end()):
            continue
        if term.endswith("ed") and before.startswith((" in ", " at ", " during "), match.end()):
            continue  # "the pact that they rejected in talks"
        if stands and (term in cue("undone") or _is_about(deed, term, before[match.end() :])):
            nobody = nobody or term in cue("nobody")
            continue
        if finite and term.endswith(" to have") and before.count(" ", match.end()) > FAR:
            continue  # "is thought to have made the bomb that killed nine"
        if spoken and term in cue("turned down"):
            continue  # "rejected the demand", which was made
        if term == "no" and before.startswith(_COUNTS, match.end()):
            continue  # "no fewer than ten were killed"
        if form == "ed" and not _reaches(term, takes.get(term), before[match.end() :]):
            continue  # "a man who could not walk was killed"
        found.add(kinds[term])
        awaited = awaited or (finite and term in cue("condition"))
    if awaited:
        return "hypothetical"  # "if they do not free the nurses"
    if not stands and _is_clipped(form, before, begin):
        found.add("denied")
    if nobody:
        found.discard("alleged")  # "no one was charged with the attack"
    return next((modality for modality in _ORDER if modality in found), "asserted")


def _clause_of(deed: Deed, before: str) -> int:
    """Where the trigger's clause begins in the text before it. A clause that only tells who
    somebody is tells of what happened, whatever is said of him: "denied planting the bomb which
    killed nine". What "and" joins to a verb shares what goes before that: "will leave and attack",
    "claimed it had taken Karn and killed nine"."""
    form, begin, joined, end = deed.sense.form, 0, 0, 0
    if form == "ed" and (known := _known_who().search(before)):
        return known.end() - 1
    for border in _border().finditer(before):
        begin, joined, end = border.end() - 1, begin, border.end()
    if before.endswith(_JOINS) and end >= len(before) - len(" then "):
        if form == "base":
            return joined
        if form == "ed" and (claim := _claim_of_both().search(before, joined)):
            return claim.start()
    return begin


def _reaches(term: str, takes: str | None, gap: str) -> bool:
    """Whether a word of modality goes with a past form so many words behind it: "could have
    attacked", "will be arrested"; not "who could not walk was killed"."""
    if takes is None and not gap.startswith(" to "):
        return True
    words = gap.split()
    if takes is None:
        return words[1:2] in (["have"], ["be"])
    if words and term in cue("not one") and words[0] in cue("one"):
        return True  # "not one was killed"
    if takes == "noun" and "that" in words:
        return True  # "demanded that he resigned"
    while words and (words[-1].endswith("ly") or words[-1] in cue("also")):
        words.pop()
    if not words:
        return takes == "verb"
    last = words.pop()
    if last not in cue("to be"):
        return False
    return not words or words[-1] not in cue("had")


def _is_clipped(form: str, before: str, begin: int) -> bool:
    """Whether "n't" goes with the trigger: "wasn't hit", not "who couldn't walk was killed"."""
    clips = [match.end() for match in _CLIPPED.finditer(before, begin)]
    return any(form != "ed" or _reaches("n't", "verb", before[end:]) for end in clips)


def _is_about(deed: Deed, term: str, gap: str) -> bool:
    """Whether an attack, which stands whatever comes of it, is only what something is yet to be
    done about: "will investigate the attack", "will not lift the sanctions"."""
    if deed.sense.type not in ("ASSAULT", "SANCTION") or _words()[2].get(term) != "verb":
        return False
    return gap.count(" ") > 2  # more than an article


def _is_month(before: str, start: int, end: int) -> bool:
    """As in "May 3", "3 May", "in May", not "they may"."""
    last = "".join(before[max(0, start - 12) : start].split()[-1:])
    return before[end + 1 : end + 2].isdigit() or last.isdigit() or last in cue("month")
