"""News: whether an article's top tells of an accident or a game, where harm is nobody's deed."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpuskit.scan import Entry, Example, Lexicon, Rule, trie_pattern
from corpuskit_events.cue import cue, either

__all__ = ["NEWS_RULES", "doubtful", "is_disaster", "undone_in"]

NEWS_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.context.accident",
        about="Whom an earthquake or a crash kills nobody attacked; the top of the article tells.",
        yes=(
            Example("An earthquake shook Karn on Sunday. Three people were [[killed]]."),
            Example("A fire swept through a hostel in Karn, [[killing]] seven."),
            Example("Explosion at Karn gas plant [[kills]] four"),
        ),
        no=(
            "Gunmen shook Karn on Sunday. Three people were killed.",
            "Rebel fire swept a street in Karn, killing seven. Four were soldiers.",
        ),
    ),
    Rule(
        id="events.context.game",
        about="In a report of a game, attacks and shots are play; its words at the top tell.",
        yes=(
            Example("The striker scored his tenth goal of the season. Karn [[attacked]] late."),
            Example("The striker scored his tenth goal of the season. Karn will [[meet]] Orlo."),
        ),
        no=("The striker missed a goal. Police said a gunman attacked fans in Karn.",),
    ),
)

_NOTHING: frozenset[str] = frozenset()
_FEWEST = {"accident": 1, "game": 2, "labour": 2}  # different words or phrases that tell of it
_PHRASES = (
    r"(?P<accident>(?:explosion|blast)\s(?:at|in)\s(?:(?!{plant}\b)[\w'-]+\s){{0,4}}"
    r"{plant}\b)"
    r"|(?P<game>\d{{1,3}}-\d{{1,3}}\s(?:win|victory|defeat|loss|draw)\b)"
)


def undone_in(top: str) -> frozenset[str]:
    """Classes of words that tell of no deed in the kind of news that an article's top tells of."""
    pattern, rows = _words()
    told: dict[str, set[str]] = {kind: set() for kind in _FEWEST}
    for match in pattern.finditer(f" {top}"):
        if match.lastgroup != "rest":
            told.get(match.lastgroup or "", set()).add(match.group())
        elif row := rows.get(match["word"] + "*" * bool(match["rest"])):
            for kind in tuple(told):
                if row[kind] == "yes":
                    told[kind].add(row.term)
                elif row[kind] == "no":
                    del told[kind]
            if not told:
                break  # as in most reports of violence, soon
    return _NOTHING.union(*[cue(k) for k, terms in told.items() if len(terms) >= _FEWEST[k]])


@cache
def doubtful() -> frozenset[str]:
    """Classes of words that tell of no deed in some kind of news."""
    return _NOTHING.union(*map(cue, _FEWEST))


@cache
def _words() -> tuple[re.Pattern[str], dict[str, Entry]]:
    """What tells or denies; and the rows by word, with a "*" where it goes on."""
    rows = {}
    for row in Lexicon.from_package("corpuskit_events", "news.tsv").entries:
        rows[row.term] = rows[row.term.rstrip("*")] = row
    trie = trie_pattern(term for term in rows if term[-1] != "*")
    # A mark first: most letters are passed over at once.
    phrases = _PHRASES.format(plant=either("plant"))
    return re.compile(rf"[^a-z0-9_]\b(?:(?P<word>{trie})(?P<rest>\w*)|{phrases})"), rows


@lru_cache(maxsize=4096)
def is_disaster(name: str) -> bool:
    """Whether what has a name is a disaster: "Storm Ina", "the Orlo Fire"; nobody acts there."""
    return _disaster().search(name) is not None


@cache
def _disaster() -> re.Pattern[str]:
    return re.compile(rf"(?i:^{either('storm')}\s|\s{either('fire')}$)")
