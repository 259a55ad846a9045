"""Sentences: where they end, by punctuation and what follows, abbreviations and initials apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpuskit.scan.lexicon import Lexicon

__all__ = ["ABBREVIATIONS", "BOUND", "BUTTONS", "sentence_spans"]

# A sentence end: its mark, closing quotes or brackets, then space and something that can begin.
# It begins with one mark and not with a repetition: a set alone is searched for fast.
# A mark that opens in one style closes in another: `„Geht.“ Er`, `»Va.« Il`, `« Va. » Il`.
_BEGINS = r"\s+(?:\u00ab\s)?[\"'\u201c\u2018\u201e\u201a\u00ab\u00bb(\[`\u2014-]*"
_AT_ONCE = r"[\"\u201c\u2018(]?[A-Z][a-z\u2019'\s]"  # where the space was lost
_END = re.compile(
    r"[.!?\u2026\u3002][.!?\u2026\u3002]*[\"'\u201d\u2019\u201c\u2018\u00bb\u00ab)\]]*"
    rf"(?:(?:\s\u00bb)?(?={_BEGINS}[\w$\u20ac\u00a3])|(?={_AT_ONCE}))"
)
_WORDS = Lexicon.from_package(__package__, "sentences.tsv").by("class")
ABBREVIATIONS, _NUMBERED = _WORDS["abbreviation"], _WORDS["numbered"]
BOUND, BUTTONS = _WORDS["bound"], _WORDS["button"]
_EITHER, _OPENERS, _NETWORKS = _WORDS["either"], _WORDS["opener"], _WORDS["network"]
_SITES = _WORDS["site"]
_CLOSING = "\"'\u201d\u2019)]"
_NEAR = 300
"""Characters before a stop that tell whether a text is written without capitals."""
_LAST_WORD = re.compile(r"[\w.\u2019'-]*\w$")
_NEXT_WORD = re.compile(rf"{_BEGINS}(\w+)")
_NEXT_WORD_AT_ONCE = re.compile(r"[\"\u201c\u2018(]?(\w+)(?:[\s,;:!?\"')\u201d\u2019]|\Z)")


def sentence_spans(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of raw[start:end] as (start, end), outer white space left out."""
    begin = start
    for match in _END.finditer(raw, start, end):
        if _is_end(raw, begin, match, end):
            stop = match.end()
            if not raw[stop].isspace():
                stop = _stop_at_once(raw, begin, stop)
            while raw[begin].isspace():
                begin += 1
            yield begin, stop
            begin = stop
    while begin < end and raw[begin].isspace():
        begin += 1
    while end > begin and raw[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end


def _is_end(raw: str, begin: int, match: re.Match[str], end: int) -> bool:
    following = _NEXT_WORD.match(raw, match.end(), end)
    if following is None:
        return _is_end_at_once(raw, begin, match, end)
    word = following.group(1)
    if match.group()[0] != ".":
        return not word[0].islower()
    if word[0].islower():
        near = raw[max(begin, match.start() - _NEAR) : match.start()]
        if near != near.lower():
            return False
    if len(match.group()) > 1:
        return True
    written = _last_word(raw[max(begin, match.start() - 24) : match.start()])
    last = written.lower()
    if last in _EITHER or (len(last) == 3 and last[1] == "." and written.isupper()):
        return word.lower() in _OPENERS  # the U.S. The …, but A.J. Sol
    if last in ABBREVIATIONS or (last in _NUMBERED and word[0].isdigit()):
        return False
    if len(last) > 1 or not last.isalpha():
        return True
    before = _last_word(raw[max(begin, match.start() - 24) : match.start() - 1].rstrip())
    if f"{before} {last}" in _NETWORKS:
        return True
    if not written.isupper() or not before:  # "Yusuf b. Hamad", "Roe v. Vik"; "A. The road"
        return False
    quoted = following.start(1) > following.start() + 1 and before.islower()
    return quoted or word.lower() in _OPENERS  # "on X. “We …”, "on X. The …", but "A. Sol"


def _is_end_at_once(raw: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Where the space was lost, as with line ends: "had left.The army", not "Ask.Com", "Mr.Sol"."""
    following = _NEXT_WORD_AT_ONCE.match(raw, match.end(), end)
    if following is None:
        return False
    before = raw[max(begin, match.start() - 24) : match.start()].rstrip(_CLOSING)
    last, word = _last_word(before).lower(), following[1].lower()
    if last in _EITHER or not last.isalpha():
        return word in _OPENERS
    whole = len(last) > 2 or (len(last) > 1 and before[-2:].islower())  # no "Ft.Sol"
    return whole and last not in ABBREVIATIONS and word not in _SITES


def _stop_at_once(raw: str, begin: int, stop: int) -> int:
    """A mark behind the stop opens the next sentence where no space tells them apart: "had left.“We
    stay"."""
    mark = raw[stop - 1]
    opens = mark in "\u201c\u2018" or (mark == '"' and raw.count('"', begin, stop) % 2 > 0)
    return stop - 1 if opens else stop


def _last_word(text: str) -> str:
    """The word that ends `text`, stops and hyphens inside of it included; "" for none."""
    word = text.rsplit(None, 1)[-1] if text and not text[-1].isspace() else text
    if word.isalpha():
        return word
    match = _LAST_WORD.search(word)
    return match.group() if match else ""
