"""Reading: from a trigger to its victims, along the words between; what a frame may walk over."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit_casualties.groups import Group, verb_group
from corpuskit_casualties.line import Line
from corpuskit_casualties.phrases import Phrase, agrees, phrases_in

__all__ = ["Group", "Reading"]

_PASS = frozenset(
    ("w", "det", "prep", "adv", "'s", "x", "X", "n", "N", "month", "day", "#", "numw", "label",
     "[", "]", "-", "subprep", ".", "not-noun")
)  # fmt: skip
_DESCRIBING = frozenset(("det", "w", "x", "n", "'s"))
_DESCRIBED = frozenset(("N", "n", "X", "x", "w"))
_MODIFYING = frozenset(("prep", "wh", ",", "(", "-"))
_MEASURES = frozenset(("time", "measure", "money"))
_REACH = 14
_PLACE = frozenset(("w", "det", "prep", "x", "X", "n", "N", "'s", "month", "day", "subprep"))
_ASIDE = frozenset("mostly mainly largely primarily chiefly especially some".split())
_SPEECH = frozenset(
    "say says saying reports claimed claims announced stated confirms denied believe believes "
    "think thinks know knows added adds".split()
)
_RESULT = frozenset("result results resulted resulting ended ending".split())
_LINK_BEGINS = frozenset(("as", "along", "together", "in"))
_LINK_ENDS = frozenset(("as", "with", "to"))
_LINKS = ("as well as", "along with", "together with", "in addition to")


class Reading:
    """A line with its phrases, and the ways from a trigger to them."""

    __slots__ = ("_groups", "by_end", "last_bare", "line", "phrases")

    def __init__(self, line: Line) -> None:
        self.line = line
        self._groups: dict[int, Group] = {}
        self.phrases = phrases_in(line)
        self.last_bare = -1
        for phrase in [p for p in self.phrases.values() if p.noun is None]:
            if self._is_age(phrase):
                del self.phrases[phrase.first]
            else:
                self.last_bare = phrase.first
        self.by_end = {phrase.last: phrase for phrase in self.phrases.values()}

    def around(self, index: int) -> Phrase | None:
        """The phrase that the trigger at `index` stands inside of, before its noun."""
        if self.line.tags[index + 1] not in _DESCRIBED:
            return None
        at = index
        while at > 0 and at not in self.phrases:
            at -= 1
        phrase = self.phrases.get(at)
        return phrase if phrase is not None and index < (phrase.noun or 0) else None

    def _is_age(self, phrase: Phrase) -> bool:
        """As in "John Roe, 46, was" and "(46)"."""
        count, line = phrase.count, self.line
        if count is None or not count.digits or not count.single_figure:
            return False
        before, after = line.tags[phrase.first - 1], line.tags[phrase.last]
        if before == "(":
            return after == ")"
        named = line.tags[phrase.first - 2] in ("w", "n", "'s")
        return before == "," and named and after in (",", "", ".")

    # ---- the verb group

    def group(self, index: int) -> Group:
        """The verb group that ends just before word `index`."""
        group = self._groups.get(index)
        if group is None:
            group = self._groups[index] = verb_group(self.line, index)
        return group

    # ---- to the right

    def object_after(self, index: int) -> Phrase | None:
        """The phrase that begins right after word `index`, adverbs passed over."""
        return self._phrase_at(index + 1)

    def _phrase_at(self, at: int) -> Phrase | None:
        stop = at + 3
        while at not in self.phrases and at < stop and self.line.tags[at] in ("adv", "det"):
            at += 1
        return self.phrases.get(at)

    def list_right(self, phrase: Phrase) -> Iterator[Phrase]:
        """Phrases coordinated after `phrase`: "two soldiers, a driver and three boys"."""
        seen = phrase
        while True:
            following = self._next_in_list(seen.last) or self._after_place(seen.last)
            if following is None or self._has_own_verb(following) or self._apart(seen, following):
                return
            if following.head in ("people", "none") or (following.count and following.victims):
                yield following
            seen = following

    def _after_place(self, at: int) -> Phrase | None:
        """As in "three in Oru, southern Vale department, two in Tarno": past the place."""
        tags = self.line.tags
        if at > self.last_bare or self.line.words[at] not in ("in", "at", "near"):
            return None
        commas = 0
        for index in range(at + 1, min(at + 12, len(tags))):
            if tags[index] == ",":
                commas += 1
                phrase = self._next_in_list(index)
                if phrase is not None and commas > 1:
                    counted = phrase.count is not None and phrase.noun is None
                    return (
                        phrase if counted and self.line.words[phrase.last] in ("in", "at") else None
                    )
            elif tags[index] not in ("w", "x", "det", "prep"):
                return None
        return None

    def _by_comma(self, phrase: Phrase) -> bool:
        return self.line.tags[self.start(phrase) - 1] == "," and self._ends_list(phrase)

    def _ends_list(self, phrase: Phrase) -> bool:
        placed = phrase.noun is None and self.line.words[phrase.last] in ("in", "at", "near", "on")
        return not placed and self._next_in_list(phrase.last) is None

    def _apart(self, seen: Phrase, following: Phrase) -> bool:
        """A comma alone does not join "the guards" to a list; nor "and" a bare "millions"."""
        if following.count is None:
            conj = self.line.tags[self.start(following) - 1] == "conj"
            return not conj and self._next_in_list(following.last) is None
        if following.count.zero or (not following.people and self._by_comma(following)):
            return True
        return bool(following.count.vague) and following.noun is None and seen.noun is not None

    def inserted(self, phrase: Phrase, start: int) -> Iterator[Phrase]:
        """ "the monks, five Danes and one Pole, were": the rest of an insertion's list."""
        if self.line.tags[start - 1] == "," and self.line.tags[phrase.first - 1] == ",":
            yield from self.list_right(phrase)

    def ellipsis(self, index: int) -> Iterator[Phrase]:
        """Bare counts after a verb: "seven were killed in Oru, two in Tarno and one at sea"."""
        at = index + 1
        while at <= self.last_bare:
            following = self._next_in_list(at) or self._after_place(at) or self._after_semicolon(at)
            if following is None or following.count is None or following.noun is not None:
                return
            if self.line.words[following.last] not in ("in", "at", "near", "on"):
                return
            yield following
            at = following.last

    def _after_semicolon(self, at: int) -> Phrase | None:
        """As in "2,978 murders in 1988; 1,200 in 1987; and 1,000 in 1986"."""
        line, stop = self.line, at + 7
        while at < stop and at not in self.phrases and line.tags[at] in ("prep", "w", "#", "month"):
            at += 1
        if line.tags[at] != ";":
            return None
        return self.phrases.get(at + (2 if line.words[at + 1] == "and" else 1))

    def list_from(self, start: int) -> Iterator[Phrase]:
        """The list whose first item, at word `start`, is a name and no phrase."""
        following = self._next_in_list(start)
        if following is None or self._has_own_verb(following):
            return
        if following.count is not None and following.count.zero:
            return
        joined = self.line.tags[self.start(following) - 1] == "conj"
        if joined or self._next_in_list(following.last) is not None:
            yield following
            yield from self.list_right(following)

    def _next_in_list(self, at: int) -> Phrase | None:
        tags, line = self.line.tags, self.line
        stop = min(at + 9, len(tags))
        while at < stop:
            passed = self.phrases.get(at)
            if passed is not None and passed.count is None:
                at = passed.last  # "two clerks of the police and three boys"
                continue
            if passed is not None or tags[at] not in _PLACE:
                break
            if line.words[at] in _LINK_BEGINS and self._link_width(at):
                break
            at += 1
        if at < len(tags) and at in self.phrases and tags[at] != ",":
            return None
        joined = False
        for _ in range(2):
            width = self._link_width(at) if line.words[at] in _LINK_BEGINS else 0
            at, joined = at + width, joined or width > 0
            if line.tags[at] == ",":
                at, joined = at + 1, True
            if line.tags[at] == "#" and line.tags[at + 1] == "," and at not in self.phrases:
                at += 2  # "Ana Roe, 24, and two others": the age
        if line.words[at] in ("and", "&", "plus", "or"):
            at, joined = at + 1, True
        if not joined or line.words[at] in _ASIDE:
            return None
        return self._phrase_at(at)

    def _link_width(self, at: int) -> int:
        """How many words "as well as" and the like have at word `at`; 0 if none stands there."""
        for size in (3, 2):
            if self.line.phrase(at, at + size) in _LINKS:
                return size
        return 0

    def _has_own_verb(self, phrase: Phrase) -> bool:
        tag = self.line.tags[phrase.last]
        if tag in ("be", "have", "verb", "modal", "found", "wh", "do"):
            return tag != "wh" or False
        if self.line.words[phrase.last].endswith("ed") and tag == "w":
            at = self.start(phrase) - 1
            if self.line.tags[at] == "conj" and self.line.tags[at - 1] == ",":
                return True  # "killed the mayor, and three others waited"
        at = phrase.last
        while self.line.tags[at] == "adv":
            at += 1
        if self.line.tags[at] == "T":  # "stabbed his brother and his aunt to death" is one verb
            return self.line.senses[at][0].frame != "result"
        return self.line.tags[at] in ("be", "have")

    # ---- to the left

    def subject(self, index: int, number: int) -> tuple[Phrase | None, int]:
        """The subject of the verb group that begins at word `index`, and how far the walk went.

        Args:
            number: 1 or 2 where the verb agrees with one or with several, else 0.
        """
        line, at = self.line, index - 1
        if at + 1 in self.by_end:
            return self._nearest(at, number)
        if line.words[at] == "and":
            verb = self._verb_before(at)
            if verb is not None:  # "three men robbed a bank and were killed"
                return self.subject(self.group(verb).start, number)
        if line.tags[at] == "wh" or line.words[at] == "that":
            at -= 1
            if line.tags[at] == ",":
                at -= 1
            if line.words[at] == "those":
                return None, at  # "the families of those who were killed"
            adjacent = self.by_end.get(at + 1)
            if number == 2 and adjacent is not None and adjacent.one_of is not None:
                adjacent = adjacent.one_of  # "one of the 20 pupils who were killed"
            if adjacent is not None and agrees(self.line, adjacent, number):
                return self._whole(adjacent), adjacent.first
            return self._nearest(at, number)
        if line.tags[at] in (",", ")", "-"):
            opener = self._opener(at)
            if opener is None:
                return None, at
            inside = self._phrase_at(opener + 1)
            found, start = self._nearest(opener - 1, number)
            if found is not None and found.count is None and inside is not None and inside.count:
                return inside, inside.first  # "the victims, two brothers of 12, were"
            return found, start
        return self._nearest(at, number)

    def _verb_before(self, conj: int) -> int | None:
        """The verb of the clause that a second verb is joined to at `conj`."""
        tags = self.line.tags
        for at in range(conj - 1, max(conj - 9, 0), -1):
            past = self.line.words[at].endswith("ed") and at in self.by_end  # "three men robbed"
            if past or tags[at] in ("be", "have", "verb"):
                return at
            if tags[at] in (",", ";", ":", "T", "wh", "sub", "conj"):
                return None
        return None

    def _whole(self, phrase: Phrase) -> Phrase:
        """As in "six priests, five of them foreigners, who were killed": all six."""
        if phrase.inner is not None and self.line.words[phrase.inner.first] == "them":
            return self.by_end.get(phrase.first - 1) or phrase
        return phrase

    def _opener(self, closer: int) -> int | None:
        """Where the insertion that ends at `closer` begins: the comma after a phrase."""
        mark = {")": "("}.get(self.line.tags[closer], self.line.tags[closer])
        at = closer - 1
        while at > max(0, closer - 30):
            tag = self.line.tags[at]
            if tag == mark and (at in self.by_end or (mark == "," and self._opens(at))):
                while mark == "-" and self.line.tags[at - 1] == "-":
                    at -= 1
                return at
            if tag in (";", ":"):
                return None
            at -= 1
        return None

    def _opens(self, comma: int) -> bool:
        return self.line.tags[comma + 1] == "wh" or self.line.words[comma + 1] in (
            "including",
            "among",
        )

    def _nearest(self, at: int, number: int) -> tuple[Phrase | None, int]:
        tags = self.line.tags
        fallback, end = None, at + 1
        while end > 0 and at - end < _REACH:
            phrase = self.by_end.get(end)
            if phrase is not None and self._is_measure(phrase):
                end = phrase.first - (tags[phrase.first - 1] == "conj")
                continue
            if phrase is not None:
                if agrees(self.line, phrase, number) or tags[self._before(phrase)] == "conj":
                    if self.start(phrase) == 0 or tags[self._before(phrase)] != "prep":
                        return phrase, phrase.first
                    if fallback is None and end == at + 1:
                        fallback = phrase
                end = phrase.first
                continue
            group = self.by_end.get(end - 1) if tags[end - 1] == "T" else None
            if group is not None and group.inner is not None and group.inner.count is not None:
                return group, group.first  # "three of the 14 wounded" died
            if number == 2 and fallback is None and tags[end - 1] == "conj":
                earlier = self.by_end.get(end - 1)  # "two guards and Ana Roe were killed"
                if earlier is not None and self._heads_list(earlier):
                    return earlier, earlier.first
            if tags[end - 1] not in _PASS and not self.line.words[end - 1].endswith("ing"):
                break
            end -= 1
        return fallback or self._before_relative(end, number), end

    def _is_measure(self, phrase: Phrase) -> bool:
        """As in "38 babies between one week and three months old": an age or a distance."""
        return phrase.noun is not None and self.line.known(phrase.noun).why in _MEASURES

    def _before_relative(self, end: int, number: int) -> Phrase | None:
        """As in "the men who attacked the post" were killed: past the clause to its noun."""
        for at in range(end - 1, max(end - 8, 0), -1):
            if self.line.tags[at] in (",", ";", "T"):
                return None
            if self.line.tags[at] == "wh" or (self.line.words[at] == "that" and at in self.by_end):
                phrase = self.by_end.get(at) or self.by_end.get(at - 1)
                return phrase if phrase is not None and agrees(self.line, phrase, number) else None
        return None

    def _before(self, phrase: Phrase) -> int:
        """The word before a phrase and its article; the first word if there is none."""
        return max(self.start(phrase) - 1, 0)

    def list_left(self, phrase: Phrase) -> Iterator[Phrase]:
        """Phrases coordinated before `phrase`: "five policemen and a civilian" were killed."""
        line, seen, joined = self.line, phrase, False
        while phrase.count is None or not phrase.count.zero:
            at = self.start(seen) - 1
            for size in (2, 3) if line.words[at] in _LINK_ENDS else ():
                if line.phrase(at - size + 1, at + 1) in _LINKS:
                    at, joined = at - size, True
            if line.words[at] in ("and", "&", "plus"):
                at, joined = at - 1, True
            if not joined:
                return
            if line.tags[at] == ",":
                at = self.before_aside(at) - 1
            elif line.tags[at] == ")":
                while at > 0 and line.tags[at] != "(":
                    at -= 1
                at -= 1
            earlier, _ = self._nearest(at, 0)
            if earlier is None or not self._heads_list(earlier) or at + 1 - earlier.last > 8:
                return
            if earlier.last <= at and line.tags[earlier.last] not in _MODIFYING:
                return  # other words between than those that describe it
            yield earlier
            seen = earlier

    def before_aside(self, comma: int) -> int:
        """As in "three doctors, including Roe, and two clerks": the comma before the insertion."""
        words = self.line.words
        for at in range(comma - 1, max(comma - 7, 0), -1):
            if words[at] == ",":
                return at if words[at + 1] in ("including", "among") else comma
        return comma

    def start(self, phrase: Phrase) -> int:
        """Index of the phrase's first word, its article included."""
        at, tags = phrase.first, self.line.tags
        modifiers = ("det",) if phrase.count is not None or phrase.determined else _DESCRIBING
        while at > 0 and tags[at - 1] in modifiers and phrase.first - at < 4:
            at -= 1
        return at

    def _heads_list(self, phrase: Phrase) -> bool:
        """Not the object of something else: "killed two soldiers and three boys were hurt"."""
        before = self.line.tags[self.start(phrase) - 1]
        if before == "prep":
            result = self.line.words[self.start(phrase) - 2] in _RESULT
            return result and phrase.victims  # "resulted in ten rebels and two guards killed"
        if before == "verb":
            return self.line.words[self.start(phrase) - 1] in _SPEECH and phrase.victims
        return before != "T" and phrase.victims
