"""Reading: from a trigger to its victims, along the words between; what a frame may walk over."""

from __future__ import annotations

from corpuskit_casualties.sentence.groups import Group, before_date, verb_group
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.phrases import Head, Phrase, agrees, phrases_in
from corpuskit_casualties.words import cue

__all__ = ["Group", "Reading"]


_PASS = frozenset(
    ("w", "det", "prep", "adv", "'s", "x", "X", "n", "N", "month", "day", "#", "numw", "label",
     "[", "]", "-", "subprep", ".", "not-noun")
)  # fmt: skip
_DESCRIBING = frozenset(("det", "w", "x", "n", "'s"))
_MEASURES = frozenset(("time", "measure", "money"))
_CLAUSE_ENDS = frozenset((",", ";", ":", "T", "wh", "sub", "conj"))
_OPENS = frozenset("including among who whom which whose".split())
_OPENING = frozenset(("", ",", ";", "conj", "sub", "wh"))
_REACH = 14
_PLACE = frozenset(("w", "x", "X", "det", "'s"))
_PLACE_REACH = 6
_DATED = frozenset(("#", ","))


class Reading:
    """A line with its phrases, and the ways from a trigger to them.

    Attributes:
        phrases, by_end: phrases by their first word, and by the word after their last.
        last_bare: where the last count without a noun begins, -1 if there is none.
        several: whether the line tells of several events or a period; None while nobody asked.
        verbs: where its words of saying stand; None while nobody asked.
    """

    __slots__ = ("_groups", "by_end", "last_bare", "line", "phrases", "several", "verbs")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.several: bool | None = None
        self.verbs: list[int] | None = None
        self._groups: dict[int, Group] = {}
        self.phrases = phrases_in(line)
        self.last_bare = -1
        self.by_end: dict[int, Phrase] = {}
        ages: list[int] = []
        for first, phrase in self.phrases.items():
            if phrase.noun is None:
                if self._is_age(phrase):
                    ages.append(first)
                    continue
                self.last_bare = first
            self.by_end[phrase.last] = phrase
        for first in ages:
            del self.phrases[first]

    def _is_age(self, phrase: Phrase) -> bool:
        """As in "John Roe, 46, was", "(46)" and "who was 46"."""
        tags, count = self.line.tags, phrase.count
        if count is None or not count.digits or not count.exact:
            return False
        before, after = tags[phrase.first - 1], tags[phrase.last]
        if before == "(":
            return after == ")"
        if before == "be" and tags[phrase.first - 2] == "wh":
            return phrase.noun is None
        named = tags[phrase.first - 2] in ("w", "n", "'s")
        return before == "," and named and after in (",", "", ".")

    def group(self, index: int) -> Group:
        """The verb group that ends just before word `index`."""
        group = self._groups.get(index)
        if group is None:
            group = self._groups[index] = verb_group(self.line, index)
        return group

    def cause(self, index: int) -> int:
        """The word before the verb that leads to word `index`: the end of its subject."""
        verb = index - (self.line.tags[index - 1] == "verb")
        return self.group(verb).start - 1

    def around(self, index: int) -> Phrase | None:
        """The phrase that the trigger at `index` stands inside of, before its noun."""
        at = index
        while at > 0 and at not in self.phrases:
            at -= 1
        phrase = self.phrases.get(at)
        return phrase if phrase is not None and index < (phrase.noun or 0) else None

    def object_after(self, index: int) -> Phrase | None:
        """The phrase that begins right after word `index`, adverbs and articles passed over."""
        at, stop = index + 1, index + 4
        while at not in self.phrases and at < stop and self.line.tags[at] in ("adv", "det"):
            at += 1
        return self.phrases.get(at)

    def before(self, phrase: Phrase, head: Head) -> Phrase | None:
        """The nearest phrase of several before this one whose noun means people, or things: whom
        "of whom" or "of them" stands for."""
        near = (one for one in reversed(self.phrases.values()) if one.last <= phrase.first)
        return next((one for one in near if one.head == head and one.plural), None)

    def start(self, phrase: Phrase) -> int:
        """Index of the phrase's first word, its article included."""
        at, tags = phrase.first, self.line.tags
        modifiers = ("det",) if phrase.count is not None or phrase.determined else _DESCRIBING
        while at > 0 and tags[at - 1] in modifiers:
            at -= 1
        return at

    # ---- the subject, to the left

    def subject_of(self, group: Group) -> Phrase | None:
        """The subject of a verb group; the noun before a participle: "dug for those reported
        missing"."""
        adjacent = self.by_end.get(group.start) if group.reduced else None
        return adjacent or self.subject(group.start, group.number)

    def subject(self, index: int, number: int) -> Phrase | None:
        """The subject of the verb group that begins at word `index`.

        Args:
            number: 1 or 2 where the verb agrees with one or with several, else 0.
        """
        line, at = self.line, index - 1
        if index in self.by_end:
            return self.nearest(at, number)
        if line.tags[at] in _DATED:  # "nine farmers on May 3, 2030, died"
            before = before_date(line, at)
            if before < at and before + 1 in self.by_end:
                return self.nearest(before, number)
        if line.words[at] == "and":
            verb = self._verb_before(at)
            if verb is not None:  # "three men robbed a bank and were killed"
                return self.subject(self.group(verb).start, number)
        if line.tags[at] == "wh" or line.words[at] == "that":
            all_ = line.words[at - 2 : at] == ["all", "of"]  # "four guards, all of whom were"
            return self._relative(at - 2 if all_ else at, number)
        if line.tags[at] in (",", ")", "-"):
            return self._past_insertion(at, number)
        return self.nearest(at, number)

    def _relative(self, at: int, number: int) -> Phrase | None:
        """As in "the families of three men who were killed": the noun of "who"."""
        line = self.line
        end = at - 1 if line.tags[at - 1] == "," else at
        adjacent = self.by_end.get(end)
        if line.words[end - 1] == "those":  # "two of those", but not "the families of those who"
            return adjacent if adjacent is not None and adjacent.count is not None else None
        inner = adjacent.inner if adjacent is not None else None
        if inner is not None and inner.count is not None and number != 1:
            adjacent = inner  # "one of the 20 pupils who were killed"
        if adjacent is None or not agrees(line, adjacent, number):
            return self.nearest(end - 1, number)
        if adjacent.inner is not None and line.words[adjacent.inner.first] == "them":
            return self.by_end.get(
                adjacent.first - 1
            )  # "six priests, five of them foreigners, who"
        return adjacent

    def _past_insertion(self, closer: int, number: int) -> Phrase | None:
        """As in "two clerks, both from Oru, were": past what commas, dashes or brackets enclose."""
        opener = self._opener(closer)
        if opener is None:
            return None
        inside, found = self.object_after(opener), self.nearest(opener - 1, number)
        if found is None:  # "nine crew, including the pilot, Captain Roe, were"
            opener = self._opener(opener)
            return self.nearest(opener - 1, number) if opener is not None else None
        found = self.whole(found)
        if inside is None or inside.count is None:
            return found
        # "a clerk and two men, three in all, were"
        total = self.line.words[inside.last] in cue("in all")
        return (
            inside if total or found.count is None else found
        )  # "the victims, two brothers of 12"

    def whole(self, phrase: Phrase) -> Phrase:
        """As in "eight, including two women, killed": the whole, where a part stands nearer."""
        at = self.start(phrase) - 1
        if self.line.words[at] != "including":
            return phrase
        found = self.by_end.get(at - 1 if self.line.tags[at - 1] == "," else at)
        return found if found is not None and found.count is not None else phrase

    def _verb_before(self, conj: int) -> int | None:
        """The verb of the clause that a second verb is joined to at `conj`."""
        tags = self.line.tags
        for at in range(conj - 1, max(conj - 9, 0), -1):
            past = self.line.words[at].endswith("ed") and at in self.by_end  # "three men robbed"
            if past or tags[at] in ("be", "have", "verb"):
                return at
            if tags[at] in _CLAUSE_ENDS:
                return None
        return None

    def _opener(self, closer: int) -> int | None:
        """Where the insertion that ends at `closer` begins: the mark after a phrase."""
        tags = self.line.tags
        mark = "(" if tags[closer] == ")" else tags[closer]
        for at in range(closer - 1, max(0, closer - 30), -1):
            opens = mark == "," and self.line.words[at + 1] in _OPENS
            if tags[at] == mark and (at in self.by_end or opens or self._ends_place(at)):
                while mark == "-" and tags[at - 1] == "-":
                    at -= 1
                return at
            if tags[at] in (";", ":"):
                return None
        return None

    def _ends_place(self, end: int) -> bool:
        """Whether a place or the like ends there that describes a person: "the driver of the
        truck"."""
        at, tags = end, self.line.tags
        while end - at < _PLACE_REACH and tags[at - 1] in _PLACE:
            at -= 1
        one = self.by_end.get(at - 1) if at < end and tags[at - 1] == "prep" else None
        return one is not None and one.people and not one.plural

    def nearest(self, at: int, number: int) -> Phrase | None:
        """The nearest phrase that ends at or before word `at` and can be a subject."""
        tags = self.line.tags
        fallback, end = None, at + 1
        while end > 0 and at - end < _REACH:
            phrase = self.by_end.get(end)
            if phrase is not None and self._is_measure(phrase):
                end = phrase.first - (tags[phrase.first - 1] == "conj")
                continue
            if phrase is not None:
                before = tags[self.start(phrase) - 1]
                if before == "conj" or agrees(self.line, phrase, number):
                    if before != "prep":
                        return phrase
                    fallback = phrase if end == at + 1 else fallback
                end = phrase.first
                continue
            earlier = self.by_end.get(end - 1)
            if earlier is not None and fallback is None and self._stands_for(earlier, number):
                return earlier
            if tags[end - 1] not in _PASS and not self.line.words[end - 1].endswith("ing"):
                break
            end -= 1
        if fallback is None or self.line.words[self.start(fallback) - 1] == "by":
            fallback = self._before_participle(end - 1, number) or fallback
        return fallback or self._before_relative(end, number)

    def _before_participle(self, at: int, number: int) -> Phrase | None:
        """As in "a boy wounded in the raid" died, "two men shot by a guard" died."""
        line, phrase = self.line, self.by_end.get(at)
        if phrase is None and line.tags[at] == "T":
            relative = self.group(at).start - 1  # "two men who were hurt in the raid" died
            phrase = self.by_end.get(relative) if line.tags[relative] == "wh" else None
        if phrase is None or not phrase.people or line.words[at] in cue("speech"):
            return None
        told = any(sense.form in ("ed", "ppl") for sense in line.senses.get(at, ()))
        if not told and (line.tags[at] != "verb" or line.tags[at + 1] != "prep"):
            return None
        opens = line.tags[self.start(phrase) - 1] in _OPENING
        return phrase if opens and agrees(line, phrase, number) else None

    def _stands_for(self, phrase: Phrase, number: int) -> bool:
        """As in "three of the 14 wounded" died, "two guards and Ana Roe" were killed."""
        if self.line.tags[phrase.last] == "T":
            return phrase.inner is not None and phrase.inner.count is not None
        both = number == 2 and self.line.tags[phrase.last] == "conj"
        return both and self.heads_list(phrase)

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

    def heads_list(self, phrase: Phrase) -> bool:
        """Not the object of something else: "killed two soldiers and three boys were hurt"."""
        before = self.start(phrase) - 1
        if self.line.tags[before] == "prep":  # "resulted in ten rebels and two guards killed"
            return self.line.words[before - 1] in cue("resulting") and phrase.victims
        if self.line.tags[before] == "verb":  # "reports three men and a boy were killed"
            return self.line.words[before] in cue("speech") and phrase.victims
        return self.line.tags[before] != "T" and phrase.victims
