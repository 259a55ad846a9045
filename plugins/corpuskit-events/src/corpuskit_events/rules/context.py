"""Context: what a trigger word tells of by what stands beside it, which can be no event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache

from corpuskit.scan import Example, Lexicon, Rule, trie_pattern
from corpuskit_events.rules.deed import Deed
from corpuskit_events.words import Sense, sense_of

__all__ = ["CONTEXT_RULES", "is_told_beside", "sense_beside", "walkout"]

REACH = 60  # characters behind the trigger that are looked at

CONTEXT_RULES: tuple[Rule, ...] = (
    Rule(
        id="events.context.beside",
        about="A row of `lexicons/contexts.tsv` tells what a word beside the trigger makes of it.",
        yes=(
            Example("The ministry [[released]] a report on Karn.", "none"),
            Example("The union [[met]] the conditions of the loan.", "none"),
            Example("The council [[killed]] the proposal.", "none"),
            Example("Marn [[suspended]] her campaign.", "none"),
            Example("Marn [[beat]] Dahl by six points.", "none"),
            Example("The coach praised the [[offensive]] line.", "none"),
            Example("A girl was [[struck]] by a car.", "none"),
            Example("Storm Ina [[killed]] four soldiers in Karn.", "none"),
            Example("Cholera [[killed]] four soldiers in Karn.", "none"),
            Example("The bank [[charged]] a fee.", "none"),
            Example("A county [[jail]] in Karn burned.", "none"),
            Example("The [[prosecution]] argued that Marn had lied.", "none"),
            Example("Sales [[declined]] in Karn.", "none"),
            Example("Guns fell silent until the [[truce]] collapsed.", "none"),
            Example("The bank [[deployed]] new programs in Karn.", "none"),
            Example("Orland [[imposed]] sanctions on Merra.", "SANCTION"),
            Example("Two [[patrol]] boats sank off Karn.", "none"),
            Example("Gunmen [[marched]] the teachers into a forest.", "none"),
            Example("Two aides got [[suspended]] sentences in Karn.", "none"),
            Example("A hut in Karn caught [[fire on]] Sunday.", "none"),
            Example("Two [[resistance]] members met in Karn.", "none"),
            Example("The [[talks]] were called off.", "none"),
            Example("Marn [[spoke to]] reporters in Karn.", "none"),
            Example("The bank [[sent]] letters to Karn.", "none"),
            Example("Orland [[sent]] 3,000 more troops to Karn.", "MOBILIZE"),
            Example("A train [[strike]] hit Karn.", "PROTEST"),
            Example("Coal ran short in a miners' [[strike]].", "PROTEST"),
            Example("The port [[strike]] entered its third week.", "PROTEST"),
            Example("The union [[attacked]] the mayor as a liar.", "ACCUSE"),
            Example("A car [[abandoned]] near Karn was burned.", "none"),
            Example("A note [[signed]] by the rebels lay in Karn.", "none"),
            Example("The bodies bore signs of [[torture]].", "none"),
            Example("The mayor [[blasted]] the council.", "ACCUSE"),
            Example("Orland ignored [[requests]] for comment.", "none"),
            Example("The firm [[wound]] up in Karn.", "none"),
            Example("Marn [[demonstrated]] that the pump worked.", "none"),
            Example("Insulin [[resistance]] is common in Karn.", "none"),
            Example("Fans [[stormed]] the pitch in Karn.", "none"),
        ),
        no=(
            "The rebels released six hostages.",
            "The union met the mayor of Karn.",
            "Marn spoke to the prime minister by phone.",
            "Orland sent tents and medicine to Karn.",
            "Marn described the attack as a crime.",
            "Four guards were killed by Orlish fire on Sunday.",
            "The bomb killed the mayor.",
            "The council suspended the officer.",
            "Guards beat up the driver.",
            "The army launched an offensive in Orlo.",
            "Warplanes struck a depot in Karn.",
            "Prosecutors charged Dahl with fraud.",
            "Courts will jail the mayor.",
            "The prosecution of the mayor angered Karn.",
            "The council declined to meet the union.",
            "Orland ignored a request for aid.",
            "Orland and Merra agreed a ceasefire.",
            "Orland deployed troops in Karn.",
            "Rebels halted their attacks on Karn.",
            "The army imposed limits on boats.",
            "Troops on patrol were shot at.",
            "Teachers marched to the palace.",
            "Teachers demonstrated peacefully in Karn.",
            "Gunmen shot a photographer in Karn.",
            "Troops abandoned their posts near Karn.",
            "The deal signed by Orland pleased Merra.",
        ),
    ),
    Rule(
        id="events.context.labour",
        about="In news of work and pay a strike is a walkout; the words of its top tell.",
        yes=(
            Example("[[Strike]] shuts Karn as dockers reject pay offer", "PROTEST"),
            Example("Cranes stood still in Karn. Workers [[struck]] for better wages.", "PROTEST"),
        ),
        no=("Rebels struck Karn. The union office burned, and two workers were killed.",),
    ),
)

_PATHS = {
    # no phrase ends in it: "killed the bill", not "killed ten in the election"
    "~": r"(?:(?!(?:in|on|at|to|for|with|from|by|over|about|and|or|as|after|of|who|that|within"
    r"|into|through|during)\b)[\w'.$%-]+(?:,\d+)?\s){0,4}",
    "...": r"(?:[\w'.,-]+\s){0,5}",
}
_MARK = r"\s?(?:[^\w\s-]|\Z)"


class _Row:
    """A row: what a trigger tells where one of the cell's words stands on one side of it.

    Patterns are made when a trigger first asks: most articles ask for a few.
    """

    def __init__(self, tells: str, side: str, cell: str, sets: dict[str, str]) -> None:
        self.tells, self._side, self._cell, self._sets = tells, side, cell, sets
        self._lasts = _lasts(cell) if side == "before" else None

    def fits(self, deed: Deed, stop: int) -> bool:
        """Whether it does; no further is looked than to `stop`."""
        folded, side = deed.folded, self._side
        if side == "after":
            return self._after.match(folded, deed.end, stop) is not None
        if side == "before":
            last = deed.last
            if self._lasts is not None and not (last and last[-1].endswith(self._lasts)):
                return False
            pattern, most = self._before
            begin = max(deed.near, _begin(deed.start, last[-most:]))
            return pattern.search(folded, begin, deed.start) is not None
        if side == "beside":
            return (
                self._beside.search(folded, deed.near, deed.start) is not None
                or self._beside.search(folded, deed.end, stop) is not None
            )
        return True

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return _after(_words(self._cell, self._sets))

    @cached_property
    def _before(self) -> tuple[re.Pattern[str], int]:
        return _before(_words(self._cell, self._sets), self._sets)

    @cached_property
    def _beside(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(_words(self._cell, self._sets))})(?!\w)")


def _lasts(cell: str) -> tuple[str, ...] | None:
    """How the last word of a cell's phrases ends, or None where it can be any."""
    found = {words.split()[-1].lstrip("*") for words in cell.split(", ") if words}
    return None if any(set("*<~.").intersection(last) or not last for last in found) else (*found,)


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    """What is told by what stands beside, by lemma, or by "=" and a form."""
    sets = {"<people>": trie_pattern(Lexicon.from_package("corpuskit_events", "actors.tsv"))}
    found: dict[str, list[_Row]] = {}
    for entry in Lexicon.from_package("corpuskit_events", "contexts.tsv").entries:
        if entry["tells"] == "means":
            sets[entry.term] = rf"(?:{'|'.join(_words(entry['words'], sets))})"
            continue
        row = _Row(entry["tells"], entry["side"], entry["words"], sets)
        for term in entry.term.split(", "):
            found.setdefault(term, []).append(row)
    return {term: tuple(rows) for term, rows in found.items()}


def _words(cell: str, sets: dict[str, str]) -> list[str]:
    """The patterns of a cell: "~ to death", "ship*", "<held>"."""
    return [_pattern(words.split(), sets) for words in cell.split(", ") if words]


def _pattern(words: list[str], sets: dict[str, str]) -> str:
    text = ""
    for word in words:
        if word in _PATHS:
            text += _PATHS[word]
        elif word == ".":
            text = text.removesuffix(r"\s") + _MARK
        else:
            text += (sets.get(word) or re.escape(word).replace(r"\*", r"[\w']*")) + r"\s"
    return text.removesuffix(r"\s")


def _before(words: list[str], sets: dict[str, str]) -> tuple[re.Pattern[str], int]:
    """One of the words and the end; and how many words that can be."""
    alone = [word if word.endswith("}") else rf"{word}\s" for word in words]
    ends = "|".join(_sharing(alone, sets.values()))
    most = max([99 if "{" in word else word.count(r"\s") + 1 for word in words])
    return re.compile(rf"(?<!\w)(?:{ends})$"), most


def _sharing(words: list[str], sets: Iterable[str]) -> Iterator[str]:
    """The words, those that begin with one long set as one: quicker to compile."""
    rest = words
    for opening in sets:
        rests = [word.removeprefix(opening) for word in rest if word.startswith(opening)]
        if len(rests) > 1:
            yield rf"{opening}(?:{'|'.join(rests)})"
            rest = [word for word in rest if not word.startswith(opening)]
    yield from rest


def _after(words: list[str]) -> re.Pattern[str]:
    begins = [word if word.endswith(_MARK) else rf"{word}(?!\w)" for word in words]
    marks = [word for word in begins if word.startswith(_MARK)]
    spaced = "|".join([word for word in begins if not word.startswith(_MARK)])
    return re.compile("|".join([*marks, *([rf"\s(?:{spaced})"] if spaced else ())]))


def _begin(start: int, last: Sequence[str]) -> int:
    """Where the last words before `start` begin."""
    return start - sum(map(len, last)) - len(last)


@lru_cache(maxsize=4096)
def _fitting(lemma: str, form: str) -> tuple[_Row, ...]:
    """The rows of a trigger, those of its form first."""
    return _rows().get(f"={form}", ()) + _rows().get(lemma, ())


def is_told_beside(sense: Sense, word: str) -> bool:
    """Whether what stands beside a trigger, `word` as written, can tell its sense."""
    return bool(_fitting(sense.lemma, word))


def sense_beside(deed: Deed) -> Sense | None:
    """What a trigger tells of where it stands: mostly its sense."""
    end, sense = deed.end, deed.sense
    rows = _fitting(sense.lemma, deed.folded[deed.start : end])
    if rows:
        stop = min(deed.stop, end + REACH)
        for row in rows:
            if row.fits(deed, stop):
                return sense if row.tells == "event" else _retold(sense, row.tells)
    return sense


@cache
def _retold(sense: Sense, tells: str) -> Sense | None:
    """The sense of a cell "TYPE/class", or None for "none"."""
    if tells == "none":
        return None
    type_, word = tells.split("/")
    return sense_of(type_, word, sense.form, sense.lemma)


def walkout(sense: Sense) -> Sense:
    """A word of attacks as one of workers who stop work."""
    return sense_of("PROTEST", "protest", sense.form, sense.lemma)
