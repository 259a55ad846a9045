"""Parts: counts that repeat victims of a larger count: "including two officers", "six of them"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress

from corpuskit.scan import Example, Rule
from corpuskit_casualties.rules.base import ADJACENT, Link
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.lists import list_from, list_left, list_right
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.words import Kind, cue

__all__ = ["RULES", "in_people", "parts_of"]

_OF_THEM = frozenset(("of them", "of whom", "of these", "of those", "of which"))

_THOSE_OF = ["those", "of"]
_WHOM = frozenset(("whom", "which"))
_NEAR = 12
_CLOSING = frozenset((",", ";", "conj"))
_MARKS = frozenset((",", "-", ":", "("))

INCLUDING = "casualties.part.including"
OF_THEM = "casualties.part.of_them"
SUM = "casualties.part.sum"


def parts_of(reading: Reading, links: Sequence[Link]) -> list[Link]:
    """Links of the phrases that are parts of the phrases of `links`."""
    places = _places(reading)
    if not places:
        return []
    return [part for link in links for part in _parts_of(reading, link, places)]


def in_people(reading: Reading, link: Link) -> Link:
    """As in "400 families (2,100 people) fled": the people where a bracket counts them, too."""
    line, noun = reading.line, link.phrase.noun
    if noun is None or line.words[noun] not in cue("households"):
        return link
    people = reading.phrases.get(link.phrase.last + 1)
    if people is None or people.count is None or line.tags[people.first - 1] != "(":
        return link
    return link._replace(phrase=people) if people.people and line.tags[people.last] == ")" else link


@cache
def _openings() -> frozenset[str]:
    return cue("include") | {"including", "among"}


def _places(reading: Reading) -> list[int]:
    """Where parts of something before may begin: at "including" and the like, at "of whom", and
    at a phrase after a mark."""
    line = reading.line
    words, tags = line.words, line.tags
    places = [at for at in reading.phrases if tags[at - 1] in _MARKS]
    if not _openings().isdisjoint(line.vocabulary):
        opening = compress(range(line.size), map(_openings().__contains__, words))
        places += [at for at in opening if _opening(line, at)]
    if not _WHOM.isdisjoint(line.vocabulary):
        places += [at - 1 for at in compress(range(line.size), map(_WHOM.__contains__, words))]
    return sorted(places)


def _parts_of(reading: Reading, link: Link, places: Sequence[int]) -> Iterator[Link]:
    whole = link.phrase
    if whole.count is not None and whole.count.high in (0, 1):
        return
    line, after = reading.line, whole.last
    if link.trigger < whole.last + 8:
        after = max(after, link.trigger + 1)
    if line.words[whole.last] in cue("in all") and line.tags[whole.first - 1] == ",":
        yield from _in_all(reading, link)
    if ":" in line.vocabulary:
        yield from _behind_colon(reading, link, after)
    for start in (whole.last, after) if after > whole.last else (after,):
        for at in places[bisect_left(places, start) : bisect_left(places, start + _NEAR)]:
            if _is_over(reading, start, at, after):
                break
            width = _opening(line, at)
            if width:
                if line.words[at + width : at + width + 2] == _THOSE_OF:
                    width += len(_THOSE_OF)  # "12 bodies, including those of two boys"
                yield from _listed(reading, link, at + width, INCLUDING)
                return
            if line.words[at] == "of" and line.words[at + 1] in _WHOM:
                yield from _of_whom(link, reading, at + 2)
                return
            part = reading.phrases.get(at)
            if part is None:
                continue
            if at > start and part.count is not None:
                yield from _after_mark(reading, link, part)
                return
            if at > start and not part.plural:  # "three people, a man and two women"
                yield from _sum(reading, link, part)


def _behind_colon(reading: Reading, link: Link, after: int) -> Iterator[Link]:
    """As in "12 have died since the raids began in May: eight guards and four clerks"."""
    tags = reading.line.tags
    if ":" in tags[after:]:
        first = reading.phrases.get(tags.index(":", after) + 1)
        if first is not None and first.count is not None and link.phrase.count is not None:
            yield from _sum(reading, link, first)


def _in_all(reading: Reading, link: Link) -> Iterator[Link]:
    """As in "12 people and a guard, 13 in all, were": those before, if they add up to it."""
    whole = link.phrase
    last = reading.by_end.get(whole.first - 1)
    if last is not None:
        parts = [last, *list_left(reading, last)]
        if whole.count is not None and _total(parts) == whole.count.low:
            for part in parts:
                yield _part(link, part, SUM)


def _total(parts: Sequence[Phrase]) -> int:
    return sum(part.count.low or 0 if part.count else 1 for part in parts)


def _is_over(reading: Reading, start: int, at: int, after: int) -> bool:
    """Whether something new begins in the words from `start` to `at`; triggers count from the
    word beyond `after` on."""
    tags = reading.line.tags
    between = tags[start:at]
    said = "be" in between or "verb" in between
    if ";" in between or (said and not _is_relative(reading, start, at)):
        return True
    if "conj" in between:  # "two were killed and 16 others, including a boy, hurt"
        joined = reading.phrases.get(start + between.index("conj") + 1)
        if joined is not None and joined.count is not None:
            return True
    return "T" in tags[max(start, after + 1) : at]


def _is_relative(reading: Reading, start: int, at: int) -> bool:
    """As in "53 were brought in, of whom nine were": nobody else is counted between."""
    line, phrases = reading.line, reading.phrases
    some = phrases.get(at)  # "53 were brought in, nine of them children"
    whom = line.words[at] == "of" and line.words[at + 1] in _WHOM
    if some is not None and some.count is not None:
        whom = line.phrase(some.count.last, some.count.last + 2) in _OF_THEM
    if line.tags[at - 1] != "," or not whom:
        return False
    between = (phrases.get(index) for index in range(start, at))
    return all(phrase is None or phrase.count is None for phrase in between)


def _after_mark(reading: Reading, link: Link, part: Phrase) -> Iterator[Link]:
    """As in "..., two seriously", "..., six of them monks", "... -- two men and a boy"."""
    line, count = reading.line, part.count
    if count is None or count.zero:
        return
    if part.noun is None and line.words[part.last] in cue("badly"):
        yield _part(link, part, OF_THEM)
    elif line.phrase(count.last, count.last + 2) in _OF_THEM:
        if line.words[part.last] in ("fatal", "fatally"):  # "12 casualties, two of them fatal"
            link = link._replace(kind="killed")
        if _same_told(line, part.last, link):
            yield _part(link, part, OF_THEM)
    else:
        yield from _sum(reading, link, part)


def _opening(line: Line, at: int) -> int:
    """How many words "including" or "among them" have at word `at`; 0 if neither stands there."""
    if line.words[at] == "among":
        return 2 if line.words[at + 1] in ("them", "whom") else 0
    return int(line.words[at] in _openings())


def _listed(reading: Reading, link: Link, at: int, rule: str) -> Iterator[Link]:
    while reading.line.tags[at] in ("adv", "."):  # "incl. two women"
        at += 1
    first = reading.phrases.get(at)
    if first is not None and link.kind == "both":
        if reading.line.tags[first.last] == "T":
            return
        link = link._replace(kind=_kind_told(reading.line, first.last) or "both")
    if first is None:
        for part in list_from(reading, at):
            yield _part(link, part, rule)
        return
    yield _part(link, first, rule)
    more = [*list_right(reading, first, reading.group(link.trigger).start)]
    if more and more[0].last < link.trigger and _is_apart(reading.line, more[0].first):
        return
    for part in more:
        yield _part(link, part, rule)


def _is_apart(line: Line, second: int) -> bool:
    """Whether a comma ends the parts: "nine rebels, including a boy, and a clerk were killed"."""
    while line.tags[second - 1] in ("w", "det", "adv"):
        second -= 1
    return line.words[second - 2 : second] == [",", "and"]


def _kind_told(line: Line, at: int) -> Kind | None:
    """As in "12 casualties, including a guard who was shot dead": what the clause at word `at`
    tells of the part."""
    if line.tags[at] != "wh" or "T" not in line.tags[at : at + 4]:
        return None
    return line.senses[line.tags.index("T", at)][0].kind


def _of_whom(link: Link, reading: Reading, at: int) -> Iterator[Link]:
    """As in "40 dead, of whom 12 were children"."""
    part = reading.phrases.get(at)
    if part is not None and part.count is not None and _same_told(reading.line, part.last, link):
        yield _part(link, part, OF_THEM)


def _same_told(line: Line, at: int, link: Link) -> bool:
    """Whether the words from `at` on tell of nothing else: not "five were hurt, two of whom have
    since died"."""
    for index in range(at, min(at + 5, line.size)):
        if line.tags[index] in _CLOSING:
            break
        if any(sense.kind != link.kind for sense in line.senses.get(index, ())):
            return False
    return True


def _sum(reading: Reading, link: Link, first: Phrase) -> Iterator[Link]:
    """As in "nine people -- seven civilians and two soldiers": a list that adds up to the whole."""
    if link.kind == "both":
        return  # "32 casualties: 12 dead and 20 wounded": each has its own word
    if link.phrase.count is None:
        yield from _apposed(reading, link, first)
        return
    whole = link.phrase.count.low or 0
    for parts in ([first, *list_right(reading, first)], _counts_from(reading, first, whole)):
        if len(parts) > 1 and _total(parts) == whole:
            for part in parts:
                yield _part(link, part, SUM)
            return


def _apposed(reading: Reading, link: Link, first: Phrase) -> Iterator[Link]:
    """As in "the guards -- two Danes and a Pole -- were": who an uncounted group is."""
    whole, mark = link.phrase, reading.line.tags[first.first - 1]
    if whole.plural and mark in ("-", "(") and first.first - whole.last <= 2 and first.people:
        for part in (first, *list_right(reading, first)):
            yield link._replace(phrase=part, rule=SUM, strength=ADJACENT, needs="")


def _counts_from(reading: Reading, first: Phrase, whole: int) -> list[Phrase]:
    """As in "two in the raid and one in a fall": counts whatever stands between, up to `whole`."""
    parts, total = [first], (first.count.low or whole) if first.count else 1
    for at in range(first.last, min(first.last + 20, reading.line.size)):
        phrase = reading.phrases.get(at)
        if total >= whole or reading.line.tags[at] in (";", "."):
            break
        if phrase is not None and phrase.count is not None:
            if phrase.head == "thing" or phrase.count.low is None:
                return []
            parts.append(phrase)
            total += phrase.count.low
    return parts


def _part(link: Link, part: Phrase, rule: str) -> Link:
    return link._replace(phrase=part, part_of=link.phrase, rule=rule, strength=ADJACENT, needs="")


RULES = (
    Rule(
        id=INCLUDING,
        about='Those whom a list after "including" or "among them" names.',
        yes=(
            Example("Nine guards, including [[two women]], were killed.", "killed 2 women"),
            Example("Nine bodies, including those of [[two women]], were found.", "killed 2 women"),
        ),
        no=("Nine guards, including the old shed, were spared.",),
    ),
    Rule(
        id=OF_THEM,
        about='Some of them: a count before "of them" or "of whom", or "two seriously".',
        yes=(
            Example("Eight people were killed, [[six of them monks]].", "killed 6 monks"),
            Example("Nine bodies had been brought in, [[two of them boys]].", "killed 2 boys"),
        ),
    ),
    Rule(
        id=SUM,
        about="A list right after a count that adds up to it, or after a group without a count.",
        yes=(
            Example("Three died -- [[two women]] and a boy.", "killed 2 women"),
            Example("Ten died as the raid began: [[six guards]] and four men.", "killed 6 guards"),
        ),
        no=("Three died, two weeks and a day later.",),
    ),
)
