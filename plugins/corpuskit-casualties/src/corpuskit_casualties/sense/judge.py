"""Judge: which links are casualties and which are not, and why not."""

from __future__ import annotations

from collections.abc import Sequence

from corpuskit_casualties.rules.base import LISTED, WALKED, Link
from corpuskit_casualties.sense.headline import why_no_headline
from corpuskit_casualties.sentence.asides import is_plain_aside
from corpuskit_casualties.sentence.line import Line
from corpuskit_casualties.sentence.phrases import Phrase
from corpuskit_casualties.sentence.reading import Reading
from corpuskit_casualties.sentence.sources import claims
from corpuskit_casualties.words import cue

__all__ = ["outdated", "settled", "why_not"]

_ENDING = frozenset(("", ",", ".", ";", "conj", "prep", "subprep", "sub", "day"))
_TURNS = frozenset(("but", "now"))
_CAUSED = frozenset(("of", "from", "by", "with", "for"))
_PERHAPS = frozenset("any every each more fewer less most many".split())
_OPENING = frozenset(("", ",", ";", ":", "-", "sub"))
_STOPS = frozenset((",", ";", ":", "-", "conj", "sub", "wh", "verb", "be", "have", "T", "modal"))
_CROWD = 1000
_MASS = 12
_ASKING = frozenset("when where how why whether".split())
_UNCOUNTED = frozenset(
    ("casualties.object", "casualties.subject", "casualties.of", "casualties.died",
     "casualties.bodies", "casualties.before", "casualties.hostage", "casualties.owner",
     "casualties.colon", "casualties.lost", "casualties.lives")
)  # fmt: skip


def settled(links: Sequence[Link]) -> Sequence[Link]:
    """One link for each phrase and kind: the strongest; a list's link yields to any other."""
    if len(links) < 2:
        return links
    best: dict[tuple[int, str], Link] = {}
    strongest: dict[int, int] = {}
    for link in links:
        key = (link.phrase.first, link.kind)
        if key not in best or _rank(link) > _rank(best[key]):
            best[key] = link
        first = link.phrase.first
        strongest[first] = max(strongest.get(first, 0), link.strength)
    chosen = [
        link
        for (first, _), link in best.items()
        if link.strength > LISTED or strongest[first] == LISTED
    ]
    return [link._replace(joint=True) if _is_joint(link, best) else link for link in chosen]


def _is_joint(link: Link, best: dict[tuple[int, str], Link]) -> bool:
    """As in "20 killed or wounded", "20 dead or missing", "killed, wounded or kidnapped 20": one
    count for two kinds and more."""
    if link.kind == "captured":
        near = (best.get((link.phrase.first, kind)) for kind in ("killed", "wounded"))
        return all(one and one.rule == link.rule and one.phrase == link.phrase for one in near)
    if link.kind not in ("killed", "wounded", "missing"):
        return False
    kinds = ("wounded", "missing") if link.kind == "killed" else ("killed",)
    other = next((one for kind in kinds if (one := best.get((link.phrase.first, kind)))), None)
    if other is None or "casualties.describing" in (link.rule, other.rule):
        return False  # "two of the wounded men died": one told of before, and one new
    return abs(other.trigger - link.trigger) <= 2


def outdated(line: Line, links: Sequence[Link]) -> Sequence[Link]:
    """Counts that no longer hold where the sentence tells the newer ones: "27, after police first
    reported 35 dead"."""
    if cue("earlier").isdisjoint(line.vocabulary):
        return ()
    old: list[Link] = []
    fresh: list[Link] = []
    for link in links:
        (old if _told_earlier(line, link) else fresh).append(link)
    return [link for link in old if any(_replaces(line, new, link) for new in fresh)]


def _told_earlier(line: Line, link: Link) -> bool:
    """As in "earlier said that 35 died", "an earlier figure of 35", "35 first reported dead"."""
    words, earlier = line.words, cue("earlier")
    after = max(link.phrase.last, link.trigger + 1)
    if words[after] in earlier and words[after + 1] in claims():
        return True
    first = min(link.phrase.first, link.trigger)
    for at in range(first - 1, max(first - 9, -1), -1):
        if words[at] in earlier:
            return any(
                word in claims() or word in cue("tally") for word in (words[at - 1], words[at + 1])
            )
        if line.tags[at] in (",", ";", "T"):
            break
    return False


def _replaces(line: Line, new: Link, old: Link) -> bool:
    """Whether both count the same kind of victims, and `new` is told for itself."""
    if new.kind != old.kind or new.part_of is not None:
        return False
    one = new.phrase.count is None or new.phrase.count.single  # "but a third died"
    if one or not cue("more").isdisjoint(line.words[new.phrase.first : new.phrase.last]):
        return False
    nouns = {_group(line, link.phrase) for link in (new, old)} - {""}
    between = line.words[old.phrase.last : new.phrase.first]
    apart = (
        not between or not _TURNS.isdisjoint(between) or any(word in claims() for word in between)
    )
    return len(nouns) < 2 and apart


def _group(line: Line, phrase: Phrase) -> str:
    """The victims' noun where it tells a group apart from people, else ""."""
    if phrase.noun is None or line.known(phrase.noun).role in ("", "unknown"):
        return ""
    return line.words[phrase.noun]


def _rank(link: Link) -> tuple[int, bool, bool]:
    return link.strength, link.part_of is not None, not link.unreal


def why_not(reading: Reading, link: Link) -> str:
    """Why a link is about no victims; "" if it is."""
    phrase, count, line = link.phrase, link.phrase.count, reading.line
    if phrase.head == "thing":
        noun = phrase.noun if phrase.noun is not None else phrase.first
        return f"{line.words[noun]!r} is no victim ({line.known(noun).why or 'a thing'})"
    if phrase.inner is not None and _of_animals(reading, phrase):
        return "some of the animals told of before"
    if link.kind == "both" and count is not None and count.high is None:
        return "killed and wounded are told together, with no upper end"
    why = link.needs and _needs(reading, link)
    if not why and not cue("illness").isdisjoint(line.vocabulary):
        why = _by_illness(reading, link)
    if why or count is None:
        return why or _uncounted(line, link)
    start = phrase.first
    if line.tags[start - 1] == "det":
        start = reading.start(phrase)
    if line.words[start - 1] == "of" and line.tags[start - 2] == "n" and not phrase.people:
        return "the number of somebody's children"  # "a mother of two"
    before = line.words[start - 2]
    if before == "any" and line.words[start - 1] == "of":
        return "any of so many: perhaps nobody"
    if before == "all" and line.words[start - 1] in cue("sparing"):
        return "all but so many: not these"
    return ""


def _of_animals(reading: Reading, phrase: Phrase) -> bool:
    """As in "a truck with 90 pigs overturned, killing 40 of them"."""
    line, noun = reading.line, phrase.noun
    if noun is None or line.words[noun] not in ("them", "which"):
        return False
    herd, people = reading.before(phrase, "thing"), reading.before(phrase, "people")
    if herd is None or herd.noun is None or line.known(herd.noun).why != "animal":
        return False
    return people is None or people.first < herd.first


def _by_illness(reading: Reading, link: Link) -> str:
    """As in "ten children died of measles", "the virus has killed ten"."""
    line, ill = reading.line, cue("illness")
    if link.kind not in ("killed", "wounded"):
        return ""
    first = min(link.phrase.first, link.trigger)
    begin = max(0, first - 12)
    before = line.words[begin:first]
    after = line.words[link.trigger + 1 : link.trigger + 8]
    told = False
    if link.rule != "casualties.object" and not ill.isdisjoint(after):
        told = not _CAUSED.isdisjoint(after)
    if not told and not ill.isdisjoint(before):
        told = (
            line.words[reading.cause(first)] in ill
            or _strikes(line, begin, first)
            or (link.trigger == first and before[-1] == "," and _has_place(line, begin, first))
            or "whom" in before[-2:]  # "they had cholera, of whom two died"
            or not cue("spreading").isdisjoint((*before, *after))
        )
    return "an illness, no violence and no accident" if told else ""


def _strikes(line: Line, begin: int, end: int) -> bool:
    """As in "cholera has struck 90 people and killed nine": the illness is the subject."""
    for at in range(end - 1, begin - 1, -1):
        if line.tags[at] in (",", ";"):
            return False
        if line.words[at] in cue("illness"):
            return line.tags[at + 1] in ("have", "verb")
    return False


def _has_place(line: Line, begin: int, end: int) -> bool:
    """As in "which brought cholera to Oru, killing ten": the illness itself has come."""
    near = range(begin, end)
    return any(line.words[at] in cue("illness") and line.tags[at + 1] == "prep" for at in near)


def _needs(reading: Reading, link: Link) -> str:
    """Why a link does not have what its trigger asks for."""
    phrase, line = link.phrase, reading.line
    if link.needs == "mourned" and not _is_mourned(line, phrase):
        return "the noun is not one of those whom one mourns"
    if phrase.head == "unknown":
        return "the noun is not known to mean people"
    noun = line.words[phrase.noun] if phrase.noun is not None else ""
    if link.kind == "captured":
        if noun in cue("voters"):
            return "won in a vote"
        if not cue("recording").isdisjoint(line.words[link.trigger + 1 : link.trigger + 8]):
            return "a recording"
    if "counted" in link.needs:
        count = phrase.count
        counted = count.last if count is not None else phrase.first  # "over nine" charges nobody
        told = (*_clause_after(line, link.trigger), *line.words[counted : phrase.last])
        charged = not cue("charged").isdisjoint(told) and not _is_mass(line, phrase)
        if count is None or count.zero or charged:
            return "taken without a number, or a suspect"
    if "crowd" in link.needs and not _is_crowd(line, phrase):
        return "too few to have been driven from home, or escaped from a prison"
    active = link.rule == "casualties.object"
    if active and noun and line.words[link.trigger].startswith("hurt"):
        return "" if _is_mourned(line, phrase) else "the word is used of interests too"
    bare = phrase.head == "none" and (active or link.rule == "casualties.of")
    if "person" in link.needs and bare and not _tells_of_victims(line, link):
        return "a bare number, and the verb takes things too"
    return ""


def _is_mass(line: Line, phrase: Phrase) -> bool:
    """Whether so many are no mere suspects of a crime: "106 were arrested over the riots"."""
    noun = line.words[phrase.noun] if phrase.noun is not None else ""
    count = phrase.count
    return count is not None and (count.low or 0) >= _MASS and noun not in cue("charged")


def _is_crowd(line: Line, phrase: Phrase) -> bool:
    """Whether a thousand and more of them would flee a war, not a shop or a prison."""
    if phrase.noun is not None and (
        line.words[phrase.noun] in cue("prisoners")
        or line.known(phrase.noun).role in ("security_forces", "militant")
    ):
        return False
    return phrase.count is not None and (phrase.count.low or phrase.count.high or 0) >= _CROWD


def _is_mourned(line: Line, phrase: Phrase) -> bool:
    """Whether its noun is one of fighters, or of people whom one loses by death only."""
    if not phrase.people or phrase.noun is None:
        return False
    role = line.known(phrase.noun).role
    return role in ("security_forces", "militant") or line.words[phrase.noun] in cue("mourned")


def _clause_after(line: Line, trigger: int) -> Sequence[str]:
    """What stands between a trigger and the next."""
    tags = line.tags[trigger + 1 : trigger + 16]
    reach = tags.index("T") if "T" in tags else len(tags)
    told = _undated(line, trigger + 1, trigger + 1 + reach)
    for at in range(len(told) - 1):
        if told[at] == "," and told[at + 1] not in cue("charged"):
            return told[:at]  # "were arrested, the League for Rights said"
    return told


def _undated(line: Line, first: int, last: int) -> Sequence[str]:
    """The words without "over the weekend", "for two days"."""
    told = list(line.words[first:last])
    for at in range(first, last):
        if line.words[at] in ("for", "over"):
            near = range(at + 1, at + 4)
            noun = next((index for index in near if line.tags[index] in ("x", "X")), 0)
            if noun and line.known(noun).why == "time":
                told[at - first] = ""
    return told


def _tells_of_victims(line: Line, link: Link) -> bool:
    """As in "killed 25, wounded 30 and captured 24": the verbs beside say that it means people."""
    beside = {sense.kind for rows in line.senses.values() for sense in rows}
    return len(beside & {"killed", "wounded", "captured"} - {link.kind}) > 0


def _is_told_dead(line: Line, link: Link) -> bool:
    """As in "was found dead", "a man is dead after …", "left a guard and a clerk dead"."""
    first, group = link.phrase.first, link.group
    if group is not None and group.told:
        return True
    if group is not None and group.be and line.words[first] in ("a", "an"):
        return line.tags[link.trigger + 1] in _ENDING
    left = "found" in line.tags[max(0, first - 4) : first]
    return left and line.tags[link.trigger + 1] in _ENDING


def _is_plain_way(line: Line, link: Link) -> bool:
    """As in "the driver of one of the buses was killed", "a boy hurt in a raid died": from the head
    of a clause to its verb."""
    group, first = link.group, link.phrase.first
    if group is None or link.rule not in ("casualties.subject", "casualties.died"):
        return False
    if line.tags[link.phrase.last] == "wh" and group.start == link.phrase.last + 1:
        habit = any(sense.form == "s" for sense in line.senses.get(link.trigger, ()))
        return line.words[first] in ("a", "an") and not habit  # "a clerk who was killed"
    beside = line.tags[link.phrase.last] in ("T", "verb")  # "a boy wounded in the raid died"
    hurt = int(beside) or _relative(line, link.phrase.last)
    aside = _is_told_plainly(line, link) and is_plain_aside(
        line, _past_place(line, link.phrase.last), group.start - 1
    )
    if not hurt and not aside and line.tags[link.phrase.last] != "prep":
        return False
    while line.tags[first - 1] in ("det", "w", "adv"):
        first -= 1
    between = line.tags[link.phrase.last + hurt : group.start]
    opens = line.tags[first - 1] in _OPENING or line.words[first - 1] == "that"
    opens = opens or (group.number == 1 and line.words[first - 2 : first] == [",", "and"])
    return opens and (aside or _STOPS.isdisjoint(between))


def _is_told_plainly(line: Line, link: Link) -> bool:
    """Whether a death is none in bed: "the judge, a man of 48, was shot", "died of his injuries",
    "the driver, a man of 48, died"."""
    noun = link.phrase.noun
    if link.rule == "casualties.subject" or (noun is not None and line.words[noun] in cue("afoot")):
        return True
    after = line.words[link.trigger + 1 : link.trigger + 7]
    return not (cue("wounds") | cue("scene")).isdisjoint(after)


def _past_place(line: Line, at: int) -> int:
    """As in "the driver of the truck, a man of 32, was": where "of the truck" ends."""
    while line.tags[at] not in _STOPS:
        at += 1
    return at


def _relative(line: Line, wh: int) -> int:
    """How many words "who was wounded" has, 0 for another clause: "a boy who was hurt in a raid"
    died."""
    tags = line.tags[wh : wh + 4]
    hurt = [at for at, tag in enumerate(tags) if tag in ("T", "verb")]
    return hurt[0] + 1 if hurt and tags[0] == "wh" and "be" in tags else 0


def _uncounted(line: Line, link: Link) -> str:
    """Victims without a number: only where one event is plainly told."""
    phrase, words, rule = link.phrase, line.words, link.rule
    article = words[phrase.first]
    if phrase.name:
        return ""
    if link.part_of is not None or link.scope == "part":
        if article in ("a", "an"):
            return ""  # "nine, including a child"
        if phrase.determined and phrase.people and not phrase.plural:
            return ""  # "nine, including the bomber"
    told_dead = rule == "casualties.dead" and (phrase.bare or _is_told_dead(line, link))
    if link.part_of is not None or not (told_dead or rule in _UNCOUNTED):
        return "no number"
    if not phrase.people or (phrase.noun is not None and words[phrase.noun] == "victims"):
        return "no number"
    if not phrase.plural and link.strength == WALKED and not _is_plain_way(line, link):
        return "no number, and not next to its verb"
    if phrase.noun is not None and words[phrase.noun] in cue("side") and not phrase.plural:
        return "no number, and a side, not one man"
    if phrase.plural and words[phrase.first - 1] in _ASKING:
        return "no number, and told of before"  # "nobody knows when the men were killed"
    if not _PERHAPS.isdisjoint((words[phrase.first - 1], article)):
        return "no number, and perhaps nobody"
    after = words[phrase.last : phrase.last + 6]
    if after[0] == "or" or (after[0] == "," and "or" in after):
        return "no number, and one of several who might be meant"
    general = phrase.plural and not phrase.determined
    if general and rule in ("casualties.of", "casualties.object", "casualties.bodies"):
        return "no number, and nobody in particular"
    if rule == "casualties.object" and phrase.plural and line.tags[link.trigger - 1] == "prep":
        return "no number, and a habit or a plan"  # "by killing the guards"
    forms = {sense.form for sense in line.senses.get(link.trigger, ())}
    if phrase.bare:
        return why_no_headline(line, link)
    active = rule == "casualties.object" and not forms.isdisjoint(("s", "base"))
    present = not told_dead and link.group is not None and link.group.present
    if active or present:
        return "no number, and a habit"
    badly = words[link.trigger - 1] in cue("badly")
    plain = article in ("a", "an") and words[link.trigger + 1] in cue("hurt where")
    if words[link.trigger] in ("hurt", "loss") and not (badly or plain):
        return "no number, and the word is used of feelings too"
    return ""
