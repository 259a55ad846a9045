"""Roles: what somebody is, as told with small letters right before a name or in apposition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpuskit.scan import Scan
from corpuskit_entities.cluster import Mention
from corpuskit_entities.lexica import token_of
from corpuskit_entities.names.joined import OFFICES
from corpuskit_entities.tables import lexicon, small_words, speech_verbs

__all__ = ["role_after", "role_before", "roles_beside"]

_APPOSITION = re.compile(r",\s(?:(?:the|a|an|his|her|their|its)\s|[\w-]+(?:'s?)\s)?")
_TOKEN = re.compile(r"[\w'.’-]*[\w’']")
_ENDING = re.compile(rf"{_TOKEN.pattern}\Z")
_WORDS = re.compile(rf"{_TOKEN.pattern}(?: {_TOKEN.pattern}){{0,7}}")  # one space between
_BRACKETED = re.compile(r" \([^()]*\)\Z")  # an acronym behind a body's name
_CUTS = (",", ";", "—", "–", "“", '"', ":")
_LONGEST_ROLE = 8
_FIELD = 4  # words that tell what a minister is for, at most
_MODIFIERS = 4  # words before a role that say which, at most
_REACH = 24
_WINDOW = 90  # characters before a name that may hold a role
_FRONT = "In "
_LINKS = (" of ", " for ")  # between an office and what it is held for


def roles_beside(scan: Scan, same: Sequence[Mention]) -> int:
    """What the roles beside mentions count for a person; the dearest of the evidence."""
    return 2 * sum([_has_role(scan, mention) for mention in same])


def _has_role(scan: Scan, mention: Mention) -> bool:
    sentence = scan.sentences[mention.sentence]
    if mention.start - sentence.start == len(_FRONT) and scan.raw.startswith(
        _FRONT, sentence.start
    ):
        return False  # "In Sol, the mayor said"
    return (
        role_before(scan.raw, scan.folded, mention.start, sentence.start) is not None
        or role_after(scan.raw, scan.folded, mention.end, sentence.end) is not None
    )


def role_before(raw: str, folded: str, start: int, floor: int) -> tuple[int, int] | None:
    """A role right before a name: "former prime minister Ana Sol", "the envoy of the group, Ana".

    Args:
        floor: the sentence's start; nothing before it is looked at.
    """
    if start <= floor or folded[start - 1] != " ":
        return None
    if folded[start - 2] == ")":
        opens = folded.rfind("(", max(floor, start - _REACH), start)
        inside = folded[opens + 1 : start - 2].rstrip(".")
        leads = opens > floor and inside in lexicon("role_modifiers.tsv")
        return role_before(raw, folded, opens, floor) if leads else None  # "Major (retd) Ana Sol"
    low, end = max(floor, start - _WINDOW), start - 1
    if folded[start - 2] == ",":
        window = folded[low : start - 2]
        offset = start - 2 - len(window)
        return _apposition_before(_BRACKETED.sub("", window), offset)
    last_word = folded[max(floor, start - _REACH) : start].rsplit(None, 1)[-1:]
    office = end
    if not last_word or not token_of(last_word[0]).role:
        office = _office(raw, folded, low, end)
        if not office:
            return None
    first = office - len(_last_word(folded, low, office))
    if first == office:
        return None
    for _ in range(_MODIFIERS):
        if first <= low or folded[first - 1] != " ":
            break
        word = _last_word(folded, low, first - 1)
        if word not in lexicon("role_modifiers.tsv") and not token_of(word).role:
            break
        first -= len(word) + 1
    return _past_name(raw, folded, first, office, floor), end


def _past_name(raw: str, folded: str, first: int, office: int, floor: int) -> int:
    """Where a role begins whose first words end a name: "the Zarvik Civil Defence spokesman"."""
    if raw[first].islower() or first <= floor or raw[first - 1] != " ":
        return first
    before = _last_word(folded, floor, first - 1)
    token = token_of(before)
    if not before or raw[first - 1 - len(before)].islower() or token.people or token.stop:
        return first
    small = [at for at in range(first, office) if raw[at - 1] == " " and raw[at].islower()]
    return small[0] if small else first


def _office(raw: str, folded: str, low: int, end: int) -> int:
    """The end of "governor" in "governor of Arvania" and of "minister" in "minister for power and
    mines", right before a name; or 0."""
    at = max(folded.rfind(link, low, end) for link in _LINKS)
    word = _last_word(folded, low, at) if at > low else ""
    if not word or not token_of(word).role:
        return 0
    held = raw[folded.index(" ", at + 1) + 1 : end].split(" ")
    if held[0].lower() == "the":
        del held[0]
    if not held or not all(map(str.isalpha, held)) or held[-1] in small_words("within"):
        return 0
    field = word in OFFICES and folded.startswith(" for ", at) and len(held) <= _FIELD
    return at if field or all(map(_is_named, held)) else 0


def _is_named(word: str) -> bool:
    return word[0].isupper() or word in small_words("within")


def _last_word(folded: str, low: int, end: int) -> str:
    """The word that ends folded[low:end], or ""."""
    word = folded[low:end].rsplit(" ", 1)[-1]
    if word.isalpha():
        return word
    found = _ENDING.search(word)
    return found.group() if found else ""


def _apposition_before(window: str, offset: int) -> tuple[int, int] | None:
    """ "the spokesman for the ministry, " before a name: back to the determiner."""
    cut = max(map(window.rfind, _CUTS)) + 1
    words = [*_TOKEN.finditer(window, cut)]
    texts = [word.group() for word in words]
    first = max(0, len(texts) - _LONGEST_ROLE - 2)
    for index in range(first, len(texts)):
        if texts[index] not in small_words("determiner") and not texts[index].endswith("'s"):
            continue
        for at in range(index + 1, min(index + 5, len(texts))):
            if texts[at].endswith("'s"):
                break  # the minister's spokesman
            if token_of(texts[at]).role:
                follow = texts[_last_of_role(texts, at) + 1 :]
                if follow[:2] in (["of", "a"], ["of", "an"]):
                    break  # the daughter of a minister, Ana Sol
                if follow and follow[0] not in ("of", "for", "to", "at"):
                    return None
                return offset + words[index + 1].start(), offset + words[-1].end()
    return None


def role_after(raw: str, folded: str, end: int, ceiling: int) -> tuple[int, int] | None:
    """A role in apposition after a name: ", the trade minister of Arvania,"; without article.

    Args:
        ceiling: the sentence's end.
    """
    end += folded.startswith("., ", end)  # Rosa Varga Jr.,
    if not folded.startswith(", ", end):
        return None
    opening = _APPOSITION.match(folded, end, ceiling)
    if opening is None:
        return None
    start = opening.end()
    found = _WORDS.match(folded, start, ceiling)
    words = found.group().split(" ") if found else []
    if start == end + len(", ") and _tells_how(words[:2]):
        return None
    for index, word in enumerate(words[:6]):
        if word in small_words("finite") or word in speech_verbs():
            return None
        if token_of(word).role:
            last = _role_end(words, index) + 1
            if words[last : last + 1] and words[last] in speech_verbs():
                return None  # "in Karn, the mayor said": a clause of its own
            stop = start + len(" ".join(words[:last]))
            if raw[start].isupper() and _is_anothers(raw[stop:ceiling]):
                continue  # "a strike on Karn, Governor Ana Sol wrote"
            return start, _whole_name(raw, stop, ceiling)
    return None


def _tells_how(words: list[str]) -> bool:
    """ ", through its secretary", ", citing officials": a preposition or participle is no role."""
    word = words[0] if words else ""
    named = any(token_of(one).role for one in words) or word in lexicon("role_modifiers.tsv")
    return word in small_words("preposition") or (word.endswith("ing") and not named)


def _is_anothers(behind: str) -> bool:
    """Whether a name stands right behind a title: of two words, or one that says something."""
    words = behind[:_REACH].split(None, 2)[:2] if behind.startswith(" ") else []
    if len(words) < 2 or not words[0].isalpha() or not words[0][0].isupper():
        return False
    return words[1][0].isupper() or words[1] in speech_verbs()


def _whole_name(raw: str, end: int, ceiling: int) -> int:
    """On to the end of a capitalised name that was cut short."""
    while end < ceiling - 1 and raw[end] == " " and raw[end + 1].isupper():
        match = _TOKEN.match(raw, end + 1, ceiling)
        if match is None:
            break
        end = match.end()
    return end


def _role_end(words: list[str], index: int) -> int:
    """The role's last word, with an "of the ministry" that follows it."""
    index = _last_of_role(words, index)
    if index + 2 < len(words) and words[index + 1] == "of" and words[index + 2] not in ("a", "an"):
        follow = index + 2
        if words[follow] == "the" and follow + 1 < len(words):
            follow += 1
        return follow
    return index


def _last_of_role(words: list[str], index: int) -> int:
    """The last word that only tells what somebody is: "deputy prime minister", "president and
    chief executive"."""
    last = at = index
    while at + 1 < len(words):
        at += 1
        if token_of(words[at]).role:
            last = at
        elif words[at] != "and" and words[at] not in lexicon("role_modifiers.tsv"):
            break
    return last
