"""Wider: names that begin a word before what was read as one: "al Sahl", "Win Rosa Sahl"."""

from __future__ import annotations

from corpuskit.scan import Scan
from corpuskit_entities.around.context import before_armed
from corpuskit_entities.around.roles import role_before
from corpuskit_entities.cluster import Mention
from corpuskit_entities.lexica import known, token_of

__all__ = ["take_articles", "take_given_names"]

_AL = frozenset(f"{mark}al " for mark in " \n(“‘\"'—–-/")


def take_articles(scan: Scan, by_kind: dict[str, list[Mention]]) -> None:
    """ "By al Sahl militants", "linked to al Qaeda": the article is a part of a body's name."""
    named: dict[Mention, tuple[str, ...]] = {}
    rules: dict[tuple[str, ...], str] = {}
    raw = scan.raw
    for mention in by_kind["unknown"]:
        words = mention.words
        if words[0] != "al":
            if raw[mention.start - 4 : mention.start] not in _AL:
                continue
            words = ("al", *words)
        named[mention] = words
        if known(" ".join(words)):
            rules[words] = "entities.known"
        elif before_armed(scan.folded, mention.end):
            rules[words] = "entities.body_context"
    for mention, words in named.items() if rules else ():
        if words in rules:
            mention.start -= 3 if words != mention.words else 0
            mention.text, mention.words = scan.raw[mention.start : mention.end], words
            mention.kind, mention.rule, mention.alone = "organisation", rules[words], False
            by_kind["organisation"].append(mention)
    if rules:
        by_kind["unknown"] = [m for m in by_kind["unknown"] if m.kind == "unknown"]


def take_given_names(scan: Scan, by_kind: dict[str, list[Mention]]) -> None:
    """ "Army chief Win Rosa Sahl": after a role in small letters, and where somebody is named in
    full elsewhere, a common word before a first name is a part of the name."""
    raw = scan.raw
    single = [m for m in by_kind["unknown"] if len(m.words) == 1]
    loose = [m for m in single if raw[m.end + 1 : m.end + 2].isupper() and token_of(m.text).common]
    if not loose:
        return
    persons = by_kind["person"]
    after = {m.start: m for m in persons if m.rule == "entities.first_name"}
    full = {m.words for m in persons if m.role is not None}
    taken: set[Mention] = set()
    for given in loose:
        named = after.get(given.end + 1)
        if named is None or raw[given.end] != " ":
            continue
        words = given.words + named.words
        floor = scan.sentences[given.sentence].start
        if words in full or role_before(scan.raw, scan.folded, given.start, floor) is not None:
            full.add(words)
            named.start, named.words = given.start, words
            named.text = raw[named.start : named.end]
            given.kind = ""
            taken.add(given)
    if taken:
        by_kind["unknown"] = [m for m in by_kind["unknown"] if m not in taken]
