"""Judge: which links are casualties and which are not, and why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from corpuskit_casualties.line import Line
from corpuskit_casualties.reading import Reading
from corpuskit_casualties.rules.base import LISTED, WALKED, Link
from corpuskit_casualties.words import illnesses

__all__ = ["Doubt", "doubt_about", "rate_after", "settled", "why_not"]

_MOURNED = frozenset(("security_forces", "militant"))
_MOURNED_NOUNS = frozenset(
    "men women people persons comrades members crewmen passengers civilians villagers children "
    "child sons son daughters daughter brothers brother sisters sister parents father mother wife "
    "husband siblings relatives cousins uncles aunts grandparents grandchildren kin".split()
)
_CAUSED = frozenset(("of", "from", "by", "with", "for"))
_PARENTS = frozenset("mother father parent parents mom mum dad grandmother grandfather".split())
_VOTERS = frozenset("delegates voters supporters fans viewers superdelegates electors".split())
_HURT_BODIES = frozenset(
    "people persons person others men women children soldiers policemen officers passengers "
    "bystanders civilians workers students pedestrians".split()
)
_NO_COUNT_AFTER = frozenset(("at", "aged", "age", "under", "$", "than"))
_TOLLS = frozenset(("casualties.toll", "casualties.number_of"))
_CHARGED = frozenset(
    "for over suspicion suspect suspects suspected connection charges charged accused".split()
)
_SPREADING = frozenset("outbreak outbreaks epidemic pandemic cases infections".split())
_PERIODS = frozenset(
    "year month week day hour minute years night morning winter summer spring autumn fall "
    "monsoon season decade weekend".split()
)
_SUMS = frozenset(("total", "number", "numbers", "toll"))
_YEARLY = frozenset("annually daily yearly weekly monthly".split())
_RATES = _YEARLY | {"each", "every", "per"}
_IF = frozenset(("if", "unless", "whether", "lest"))
_WHENEVER = frozenset("when whenever if time until unless before every".split())
_RECORDING = frozenset(
    "camera cameras video videotape film tape dashcam footage microphone lens photo photograph "
    "photographs images".split()
)
_UNCOUNTED = frozenset(
    ("casualties.object", "casualties.subject", "casualties.of", "casualties.died",
     "casualties.bodies", "casualties.before", "casualties.hostage", "casualties.owner")
)  # fmt: skip


class Doubt(NamedTuple):
    """Victims are told of, but not as a thing that happened so and so often once."""

    kind: Literal["hypothetical", "rate", "negated"]
    reason: str


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
    """As in "20 killed or wounded": one count for two kinds."""
    if link.kind not in ("killed", "wounded"):
        return False
    other = best.get((link.phrase.first, "wounded" if link.kind == "killed" else "killed"))
    if other is None or "casualties.describing" in (link.rule, other.rule):
        return False  # "two of the wounded men died": one told of before, and one new
    return abs(other.trigger - link.trigger) <= 2


def _rank(link: Link) -> tuple[int, bool, bool]:
    return link.strength, link.part_of is not None, not link.unreal


def doubt_about(reading: Reading, link: Link) -> Doubt | None:
    """What speaks against counting a link that has victims; None if nothing does."""
    count = link.phrase.count
    if link.unreal:
        return Doubt("negated" if link.unreal == "negated" else "hypothetical", link.unreal)
    if _after_if(reading, link):
        return Doubt("hypothetical", "a condition")
    if count is not None and count.rate:
        return Doubt("rate", "a rate or an average")
    if count is not None and rate_after(reading, link):
        return Doubt("rate", "a rate: so many in each period")
    return None


def _after_if(reading: Reading, link: Link) -> bool:
    """As in "if the dam kills ten people"; "if convicted of killing ten" is a fact."""
    line = reading.line
    if link.group is None or _IF.isdisjoint(line.vocabulary):
        return False
    if any(sense.form == "ing" for sense in line.senses.get(link.trigger, ())):
        return False
    first = min(link.phrase.first, link.trigger)
    for at in range(first - 1, max(first - 12, -1), -1):
        if line.words[at] in _IF:
            return line.words[at - 1] not in ("as", "even")
        if line.tags[at] in (",", ";", "T", "wh", "that", ":"):
            return False
    return False


def why_not(reading: Reading, link: Link) -> str:
    """Why a link is about no victims; "" if it is."""
    phrase, count, line = link.phrase, link.phrase.count, reading.line
    if phrase.head == "thing":
        noun = phrase.noun if phrase.noun is not None else phrase.first
        return f"{line.words[noun]!r} is no victim ({line.known(noun).why or 'a thing'})"
    if link.kind == "both" and count is not None and count.high is None:
        return "killed and wounded are told together, with no upper end"
    if phrase.noun is not None and line.words[phrase.noun] == "times":
        return "so many times"
    present = link.group is not None and link.group.present
    if present and link.rule != "casualties.dead" and _each_time(reading, link):
        return "a habit: each time it happens"
    if link.kind == "captured" and not _RECORDING.isdisjoint(
        line.words[link.trigger + 1 : link.trigger + 8]
    ):
        return "a recording"
    why = _needs(reading, link) or _by_illness(reading, link)
    if why:
        return why
    if count is None:
        return _uncounted(reading, link)
    before = line.words[phrase.first - 1]
    if line.words[phrase.first - 3] == "any" and line.words[phrase.first - 2] == "of":
        return "any of so many: perhaps nobody"
    if before == "but" and line.words[phrase.first - 2] in ("all", "everyone", "everybody"):
        return "all but so many: these were spared"
    parents = before == "of" and line.words[phrase.first - 2] in _PARENTS
    if parents and not phrase.people:
        return "the number of somebody's children"
    put_at = before == "at" and phrase.last == link.trigger  # "losses were put at 40 dead"
    if before in _NO_COUNT_AFTER and phrase.noun is None and not (put_at or link.rule in _TOLLS):
        return "an age, a time or a place, no count"
    return ""


def _each_time(reading: Reading, link: Link) -> bool:
    """As in "each time one of them is killed": one, and nobody in particular."""
    line, phrase, count = reading.line, link.phrase, link.phrase.count
    if count is None or not count.single or line.words[link.trigger - 1] != "is":
        return False
    before = line.words[max(0, phrase.first - 6) : phrase.first]
    return phrase.noun is None or phrase.inner is not None or not _WHENEVER.isdisjoint(before)


def _by_illness(reading: Reading, link: Link) -> str:
    """As in "ten children died of measles", "the virus has killed ten"."""
    words, at = reading.line.words, link.trigger
    if link.kind not in ("killed", "wounded"):
        return ""
    if link.rule == "casualties.object":
        subject = link.group.start - 1 if link.group is not None else at - 1
        ill = subject >= 0 and words[subject] in illnesses()
        if words[at - 1] == "," and words[at].endswith(
            "ing"
        ):  # "which brought cholera to Oru, killing"
            ill = any(
                words[near] in illnesses() and reading.line.tags[near + 1] in ("prep", ",")
                for near in range(max(0, at - 7), at)
            )
    elif link.rule == "casualties.lives":  # "the fever has claimed 31 lives"
        ill = words[reading.group(link.phrase.first - 1).start - 1] in illnesses()
    elif link.rule == "casualties.deaths":
        around = words[max(0, at - 12) : at + 9]
        ill = not illnesses().isdisjoint(around) and not _SPREADING.isdisjoint(around)
    elif link.phrase.last == at and words[link.phrase.first - 1] == "left":
        left = link.phrase.first - 1  # "the epidemic has left 30 dead"
        ill = words[reading.group(left).start - 1] in illnesses()
    elif "whom" in words[max(0, link.phrase.first - 3) : link.phrase.first]:
        ill = not illnesses().isdisjoint(words[max(0, link.phrase.first - 8) : at])
    else:
        near = words[at + 1 : at + 7]
        ill = not illnesses().isdisjoint(near) and not _CAUSED.isdisjoint(near)
    return "an illness, no violence and no accident" if ill else ""


def _needs(reading: Reading, link: Link) -> str:
    phrase, line = link.phrase, reading.line
    if link.needs == "counted":
        tags = line.tags[link.trigger + 1 : link.trigger + 16]
        reach = tags.index("T") if "T" in tags else len(tags)
        ahead = line.words[link.trigger + 1 : link.trigger + 1 + reach]
        told = (*ahead, *line.words[phrase.first : phrase.last])
        if phrase.count is None or phrase.count.zero or not _CHARGED.isdisjoint(told):
            return "an arrest without a number, or of suspects"
    if link.needs in ("person", "counted") and phrase.head == "unknown":
        return "the noun is not known to mean people"
    if (
        link.needs == "person"
        and phrase.head == "none"
        and link.rule in ("casualties.object", "casualties.of")
        and not _tells_of_victims(reading, link)
    ):
        return "a bare number, and the verb takes things too"
    noun = line.words[phrase.noun] if phrase.noun is not None else ""
    if link.kind == "captured" and noun in _VOTERS:
        return "won in a vote"
    if line.words[link.trigger].startswith("seiz") and _seizers(reading, link):
        return "those who seize, and no victims"
    active = link.rule == "casualties.object"
    if active and line.words[link.trigger].startswith("hurt") and noun not in _HURT_BODIES | {""}:
        return "the word is used of interests too"
    if link.needs in ("mourned", "fighter"):
        if not phrase.people or phrase.noun is None:
            return "the noun is not one of those whom one mourns"
        word = line.known(phrase.noun)
        if word.nation:
            return ""
        if word.role not in _MOURNED and line.words[phrase.noun] not in _MOURNED_NOUNS:
            return "the noun is not one of those whom one mourns"
    return ""


def _seizers(reading: Reading, link: Link) -> bool:
    """As in "the soldiers seized arms", "they seized upon it"."""
    if link.phrase.count is None:
        return True
    after = reading.line.tags[link.trigger + 1]
    return link.rule == "casualties.before" and after not in ("prep", "day", ".", ",", "")


def _tells_of_victims(reading: Reading, link: Link) -> bool:
    """As in "killed 25, wounded 30 and captured 24": the verbs beside say that it means people."""
    beside = [sense for rows in reading.line.senses.values() for sense in rows]
    if link.kind == "killed" and any(sense.frame == "hostage" for sense in beside):
        return True  # "freed 12 hostages and executed two"
    return any(sense.kind in ("killed", "wounded") and sense.kind != link.kind for sense in beside)


def rate_after(reading: Reading, link: Link) -> bool:
    """As in "30,000 people a year", "each day", "per month"."""
    line, phrase = reading.line, link.phrase
    told = not line.vocabulary.isdisjoint(_RATES)
    if told and any(_each_period(line, at) for at in range(max(0, phrase.first - 4), phrase.first)):
        return True
    for at in (phrase.last, link.trigger + 1):
        if line.words[at] in ("a", "an") and line.words[at + 1] in _PERIODS:
            return line.words[at + 2] not in ("ago", "after", "before", "later", "earlier")
        if told and _rate_from(line, at):
            return True
    return False


def _rate_from(line: Line, start: int) -> bool:
    """Whether "each day", "per month" or "yearly" stands in the words from `start` to a mark."""
    for at in range(start, min(start + 12, line.size)):
        if line.words[at] == "per" and line.words[at + 1] in _PERIODS:
            return True
        if line.words[at] in _YEARLY or _each_period(line, at):
            return True
        if line.tags[at] in (",", ";", "."):
            return False
    return False


def _each_period(line: Line, at: int) -> bool:
    return line.words[at] in ("each", "every") and line.words[at + 1] in _PERIODS


def _in_alternatives(reading: Reading, at: int) -> bool:
    """As in "a judge, an officer or a clerk": nobody in particular."""
    line = reading.line
    while line.words[at] == ",":
        at += 1
        while line.tags[at] in ("w", "n", "x", "N", "det"):
            at += 1
        if line.words[at] == "or" or (line.words[at] == "," and line.words[at + 1] == "or"):
            return True
    return False


def _uncounted(reading: Reading, link: Link) -> str:
    """Victims without a number: only where one event is plainly told."""
    phrase, line = link.phrase, reading.line
    if phrase.name:
        return ""
    part = link.part_of is not None or link.scope == "part"
    if part and phrase.people and line.words[phrase.first] in ("a", "an"):
        return ""  # "nine, including a child"
    told_dead = link.rule == "casualties.dead" and link.group is not None and link.group.told
    event = told_dead or link.rule in _UNCOUNTED
    if link.part_of is not None or not event or not phrase.people:
        return "no number"
    if not phrase.plural and link.strength == WALKED:
        return "no number, and not next to its verb"
    first = line.words[phrase.first]
    vague = ("any", "more", "fewer", "less", "most", "many")
    if first in ("any", "every", "each") or line.words[phrase.first - 1] in vague:
        return "no number, and perhaps nobody"
    before = link.trigger - 1
    while line.tags[before] == "adv":
        before -= 1
    if link.rule == "casualties.object" and phrase.plural and line.tags[before] == "prep":
        return "no number: the word before the noun only describes it"
    if not _SUMS.isdisjoint(line.words[phrase.first : phrase.last]):
        return "no number: the words only lead to one"
    if line.words[phrase.last] == "or" or _in_alternatives(reading, phrase.last):
        return "no number, and one of several who might be meant"
    if phrase.noun is not None and line.words[phrase.noun] == "victims":
        return "no number"
    general = phrase.plural and not phrase.determined
    if general and link.rule in ("casualties.of", "casualties.object", "casualties.bodies"):
        return "no number, and nobody in particular"
    if link.group is not None and link.group.present:
        return "no number, and a habit"
    habits = ("s", "base", "ing") if phrase.plural and not phrase.determined else ("s", "base")
    if link.rule == "casualties.object" and any(
        sense.form in habits for sense in line.senses.get(link.trigger, ())
    ):
        return "no number, and a habit"
    if line.words[link.trigger] in ("hurt", "loss"):
        return "no number, and the word is used of feelings too"
    if phrase.noun is not None and reading.line.words[phrase.noun] in ("them", "those", "ones"):
        return "no number"
    return ""
