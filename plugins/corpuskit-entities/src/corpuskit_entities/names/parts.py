"""Parts: cuts a capitalised run where one name ends and another begins, before each is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpuskit_entities.lexica import Token, known, place_of, token_of
from corpuskit_entities.names.compounds import bare, compound, known_pair
from corpuskit_entities.names.lands import is_large
from corpuskit_entities.names.word import Word, text_of
from corpuskit_entities.tables import lexicon, name_parts, small_words, speech_verbs

__all__ = ["parts_of", "untitled", "with_month_names"]

_WORD = re.compile(r"\S+")
_LONGEST = 24  # words that may be one name, however deep its parts
_AHEAD = 40  # characters of the word after a possessive, at most
_STEM = 3  # letters of a verb before -ed, at least
_OWNING = frozenset("sS’'")  # the last letters of a possessive
_INITIALS = frozenset("AI")  # that are words, too
_SAINTS = frozenset(("St", "Saint"))


def parts_of(run: str) -> Iterator[list[Word]]:
    """Words between possessives: what comes before 's is a name of its own."""
    part: list[Word] = []
    for match in _WORD.finditer(run):
        if len(part) >= _LONGEST:
            yield part
            part = []
        text = match.group()
        start, end = match.span()
        if text[-1] == ",":  # Ministry of Law, Justice and Peace
            text, end = text[:-1], end - 1
        if text.isalpha():  # as most are
            part.append(Word(start, end, token_of(text)))
            continue
        cuts = compound(text) if "-" in text or "–" in text else ()
        if not cuts and part and "-" in text:
            fronts = (known_pair(run[word.start : end], text) for word in part)
            cuts = next(filter(None, fronts), ())
        if cuts:
            a, b = cuts[0]
            if b - a > 1:  # not the letter of "Rosa Varga T-shirts"
                part.append(Word(start + a, start + b, token_of(text[a:b])))
            for a, b in cuts[1:]:
                yield part
                part = [Word(start + a, start + b, token_of(text[a:b]))]
            if cuts[-1][1] < len(text):
                yield part
                part = []
            continue
        plain = bare(text) if text[-1] in _OWNING else text
        token = token_of(text)
        if plain != text and not _keeps_owner(part, token_of(plain), run[end + 1 : end + _AHEAD]):
            part.append(Word(start, start + len(plain), token_of(plain)))
            yield part
            part = []
        else:
            part.append(Word(start, end, token))
    yield part


def _keeps_owner(part: Sequence[Word], owner: Token, rest: str) -> bool:
    """ "St Talvi's Church", "Zarvik County Sheriff's Office": the name goes on after its owner."""
    if owner.folded in name_parts("owner"):
        return True
    words = [token_of(bare(word)) for word in rest.split()]
    if part and (part[-1].token.text in _SAINTS or _is_county(part, owner, words[:1])):
        return any(word.head and word.upper for word in words)
    follow = words[0] if words else None
    if follow is None or not ((follow.head or follow.title) and follow.upper):
        return False
    if follow.title and f"{owner.folded}'s {follow.folded}" in lexicon("roles.tsv"):
        return True  # the State's Attorney
    official = owner.role or token_of(owner.folded.removesuffix("s")).role
    return bool(official) and follow.head == "organisation"  # the Lake Reporters' Club


def _is_county(part: Sequence[Word], owner: Token, follow: Sequence[Token]) -> bool:
    """ "Prince Talvi's County", of which a gazetteer knows."""
    if not (part[-1].token.title and follow and follow[0].head == "place"):
        return False
    return place_of(f"{part[-1].token.text} {owner.text}'s {follow[0].text}") is not None


def untitled(part: list[Word]) -> Iterator[list[Word]]:
    """Cut at words that would have a small letter in running text."""
    held: list[Word] = []
    pairs = [at for at in range(len(part) - 1) if _is_name(text_of(part[at : at + 2]))]
    for index, word in enumerate(part):
        token = word.token
        useful = (
            token.role
            or token.head
            or token.people
            or token.first
            or token.folded in small_words("link")
        )
        useful = useful or any(after.token.title for after in part[index + 1 : index + 3])
        named = index in pairs or index - 1 in pairs
        called = index and _may_be_called(part[index - 1].token)
        plain = token.common or _is_past(token.folded) or (not called and _is_present(token.folded))
        if not named and ((plain and not useful) or token.folded in speech_verbs()):
            yield held
            held = []
        else:
            held.append(word)
    yield held


def _is_past(folded: str) -> bool:
    """ "shelled", "raided"."""
    stem = folded.removesuffix("ed")
    return len(folded) > len(stem) >= _STEM and (
        token_of(stem).common or token_of(stem + "e").common
    )


def _is_present(folded: str) -> bool:
    """ "quits", "debates"; no team's name."""
    stem = folded.removesuffix("s")
    told = len(folded) > len(stem) >= _STEM and token_of(stem).common
    return told and folded not in lexicon("teams.tsv")


def _may_be_called(token: Token) -> bool:
    """Whether what stands behind it may be a surname: a first name, a title, an initial."""
    return token.first or token.title or len(token.text) == 1


def _is_name(text: str) -> bool:
    """Whether two words are a country, a state or what everybody knows."""
    place = place_of(text)
    return known(text) is not None or (place is not None and place.kind in ("country", "admin1"))


def with_month_names(words: list[Word]) -> list[Word]:
    """Months that are first names, where one stands between a title and a name ("Sgt May Dunn");
    "Jan" before any name, for a date has a number there. So "Premier He Sol", a surname, the
    initial of "Rosa A Sol", and "Rosa May", "Mrs Winter"."""
    for i in range(len(words) - 1):
        token, after = words[i].token, words[i + 1].token
        if i and token.text in _INITIALS and words[i - 1].token.first and _may_end(after):
            words[i] = words[i]._replace(token=token._replace(stop=""))
        small = i and token.folded in name_parts("small") and words[i - 1].token.title
        if small and token.upper and after.upper and not after.stop:
            words[i] = words[i]._replace(token=token._replace(stop=""))
        if after.folded in name_parts("calendar") and _may_be_called_so(words, i):
            words[i + 1] = words[i + 1]._replace(token=after._replace(stop="", head=""))
        if not (token.first and token.stop == "calendar" and after.upper) or after.stop:
            continue
        plain = after.common or after.role or after.head or after.people
        if (i and words[i - 1].token.title) or (token.text == "Jan" and not plain):
            words[i] = words[i]._replace(token=token._replace(stop=""))
    return words


def _may_be_called_so(words: Sequence[Word], index: int) -> bool:
    """Whether a month or season behind a word is a surname: behind a title, or a first name that is
    no place's ("in Jordan March was cold")."""
    token = words[index].token
    if token.title or not token.first or token.stop:
        return token.title
    season = words[index + 1].token.folded in name_parts("season")
    return season or bool(index and words[index - 1].token.role) or not is_large(token.text)


def _may_end(token: Token) -> bool:
    """Whether a word may be a surname, as far as it is nothing else."""
    other = token.stop or token.role or token.head or token.people or token.common
    return token.upper and (token.surname or not other)
