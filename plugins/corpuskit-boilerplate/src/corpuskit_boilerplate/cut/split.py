"""Split: at which lines a second or later article of a stacked file begins.

Evidence is added up at every line that could be a headline: what stands between it and the next
paragraph (stamp, byline, share bar, itself again), what stands above it, whether the lines around
recur in the file, and whether the words change there. The weights are in `weights/split.tsv`.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from corpuskit_boilerplate.cut.again import headings_again, heads_again
from corpuskit_boilerplate.cut.boundary import Boundaries
from corpuskit_boilerplate.cut.briefs import BRIEF, brief_starts
from corpuskit_boilerplate.cut.buttoned import buttoned_starts
from corpuskit_boilerplate.cut.digest import digest_starts
from corpuskit_boilerplate.cut.framed import framed_starts
from corpuskit_boilerplate.cut.layout import in_head, set_off
from corpuskit_boilerplate.cut.leads import headed_by_leads
from corpuskit_boilerplate.cut.listed import (
    fed_starts,
    headed_alike,
    labelled_starts,
    numbered_starts,
)
from corpuskit_boilerplate.cut.parts import APART
from corpuskit_boilerplate.cut.ruled import ruled_starts
from corpuskit_boilerplate.cut.signed import links_above, running_text, signed_starts
from corpuskit_boilerplate.head.headline import title_above
from corpuskit_boilerplate.lexicon import LANGUAGES, families
from corpuskit_boilerplate.page.chat import heads_message
from corpuskit_boilerplate.page.heading import SIGNS
from corpuskit_boilerplate.page.lines import Line
from corpuskit_boilerplate.weights import column, told

__all__ = ["CutWeights", "apart", "article_starts"]

_CUT = -9  # tenths of a logit above which a line is cut at
_FAR = 100  # words of likely body between two cuts the second of which is not sure
_SURE = 8  # a line whose form speaks so much for it is cut at, whatever the words say
_FORM = -95  # no line whose form speaks so much against it is cut at
_PLACE = -100  # nor one of which so much is said before the lines below are looked at
_BARE = -75  # nor one of which so much is said if no stamp stands below it
_FEWEST = 8  # words of a message that is an article
_MASTHEAD = 3  # lines of the longest
_PATHS = frozenset(["section", "breadcrumb"])
_LABELS = frozenset(["metadata", "timestamp"])
_COLON = 16  # characters in which the colon stands behind one
_ADDRESS = "boilerplate.url"


class CutWeights:
    """A table of weights, and the most that the evidence that is dear to look at can add.

    Args:
        weights: feature to tenths of a logit, as in `weights/split.tsv`.
    """

    def __init__(self, weights: Mapping[str, int]) -> None:
        self._weights = weights
        self._depth, self._wide = self._most("depth."), self._most("wide.", "wide_depth.")
        self._narrow = self._most("shared.") + self._depth
        self._over = self._most("title.above.")
        self._template = self._most("again.below.", "again.above.", "like.", "like.families")
        # a line that is compared with no other is as usual: what that says is known before
        usual = sum(weights.get(f"{name}0", 0) for name in ("depth.", "wide_depth."))
        most = self._most("title.below.", "title.above.", "shared.", "wide.")
        self._form_alone = _CUT - usual - most

    def score(self, boundaries: Boundaries, i: int) -> int:
        """The sum of evidence, cheap evidence first; low as soon as the rest could not lift it."""
        weights = self._weights
        score = told(weights, boundaries.place(i))
        if score <= _PLACE or (score <= _BARE and not boundaries.stamped(i)):
            return _CUT
        least = _FORM if len(boundaries.places) > 1 else self._form_alone
        score += told(weights, boundaries.below(i))
        if score + self._template <= least:
            return _CUT
        score += told(weights, boundaries.template(i))
        if score > _SURE:
            return score + self._narrow + self._wide
        if score <= least:
            return _CUT
        words = boundaries.words
        for look, rest in (
            (words.title_below, self._over + self._narrow + self._wide),
            (words.title_above, self._narrow + self._wide),
            (words.shared, self._depth + self._wide),
            (words.depth, self._wide),
            (words.wide, 0),
        ):
            score += told(weights, look(i))
            if score + rest <= _CUT:
                return _CUT
        return score

    def _most(self, *groups: str) -> int:
        """The most that one feature of each of `groups` can add."""
        rows = self._weights.items()
        return sum(max((w for name, w in rows if name.startswith(g)), default=0) for g in groups)


@functools.cache
def _shipped() -> CutWeights:
    return CutWeights(column("split", "weight"))


def article_starts(
    lines: Sequence[Line],
    likely: Sequence[bool],
    weights: CutWeights | None = None,
    raw: str | None = None,
    languages: tuple[str, ...] = LANGUAGES,
) -> list[int]:
    """Indices of the first line of each article; the first is always 0.

    Args:
        likely: for each line whether it looks like body; an article has some of it.
        weights: those of `weights/split.tsv` if not given.
        raw: the text, whose layout is read, too, if it is given.
        languages: whose weekdays are known.
    """
    messages = _messages(lines)
    if messages:
        return messages
    ruled = (
        labelled_starts(lines, languages)
        or numbered_starts(lines, languages)
        or fed_starts(lines, languages)
        or ruled_starts(lines)
        or digest_starts(lines, languages)
        or buttoned_starts(lines)
    )
    if ruled:
        return [0, *(_with_labels(lines, i, languages) for i in ruled)]
    boundaries = Boundaries(lines, likely)
    score = (weights or _shipped()).score
    found = [(n, i) for i in boundaries.places if (n := score(boundaries, i)) > _CUT]
    running = boundaries.running
    sure = heads_again(lines, likely, running) + headings_again(lines, likely, running, languages)
    sure += headed_alike(lines, languages)
    sure += headed_by_leads(lines, likely, boundaries, languages)
    briefs = brief_starts(lines, languages)
    signed = signed_starts(lines, likely, languages) + framed_starts(lines, languages) + briefs
    sure += signed
    if raw is not None:
        sure += set_off(raw, lines, [i for _, i in found + sure], languages)
    # What is set off above a heading begins the article, whatever else in it looks like a title.
    links = {row for _, i in sure for row in links_above(lines, i)}
    found = [
        row
        for row in found
        if row[1] not in links and not any(in_head(running, i, row[1]) for _, i in sure)
    ] + sure
    if not found:
        return [0]
    if signed:  # the text of one article can be all that is likely
        running = running_text(lines, likely)
    brief = frozenset([i for _, i in briefs])
    starts = apart(running, found, frozenset([i for _, i in sure]), brief)
    starts = [_with_address(lines, _above_standfirst(lines, i)) for i in starts]
    starts = [_with_labels(lines, i, languages) for i in starts]
    return [0, *(_with_masthead(lines, i) for i in starts)]


def _above_standfirst(lines: Sequence[Line], i: int) -> int:
    """Line `i`, or the title above it if that is a standfirst."""
    signed = i + 1 < len(lines) and lines[i + 1].family in SIGNS
    return title_above(lines, i) if i > 2 and signed else i


def _with_labels(lines: Sequence[Line], i: int, languages: tuple[str, ...]) -> int:
    """Line `i`, or the first of a mail's labels ("From: …", "Date: …") if it has its subject."""
    head, colon, _ = lines[i].folded.partition(":")
    if colon and head in families(languages).labels:
        while i > 1 and lines[i - 1].family in _LABELS and ": " in lines[i - 1].text[:_COLON]:
            i -= 1
    return i


def _with_address(lines: Sequence[Line], i: int) -> int:
    """Line `i`, or the page's address, section or path above it, if the file begins with one."""
    while lines[0].rule == _ADDRESS == lines[i - 1].rule:
        i -= 1
    path = lines[0].family
    section = path in _PATHS and lines[i - 1].family == path != lines[i].family
    return i - 1 if section else i


def _with_masthead(lines: Sequence[Line], i: int) -> int:
    """Line `i`, or the first of the lines above it, or to it, with which the file begins: the name
    of a site and its motto."""
    for size in range(_MASTHEAD, 0, -1):
        top = [line.key for line in lines[:size]]
        if any(line.family for line in lines[:size]):
            continue
        for end in range(i, i + size):
            if end - size > 0 and [line.key for line in lines[end - size : end]] == top:
                return end - size
    return i


def _messages(lines: Sequence[Line]) -> list[int]:
    """Where the messages of a copied chat begin; those of few words belong to the one above.

    What stands above the first belongs to it.
    """
    stamps = [i for i, line in enumerate(lines) if line.family == "timestamp"]
    heads = [i for i in stamps if heads_message(lines[i])]
    found = [
        head
        for head, end in itertools.pairwise([*heads, len(lines)])
        if len(heads) > 1 and _words(lines[head + 1 : end]) >= _FEWEST
    ]
    if not found:
        return []
    return [0, *(found[1:] if _words(lines[: found[0]]) < _FEWEST else found)]


def _words(lines: Sequence[Line]) -> int:
    return sum([line.words for line in lines if not line.family])


def apart(
    running: Sequence[int],
    found: Sequence[tuple[int, int]],
    sure: AbstractSet[int] = frozenset(),
    brief: AbstractSet[int] = frozenset(),
) -> list[int]:
    """The best of `found` (score, line), any two of which have some text between them.

    Those that are `sure`, or whose score says so, need less. Those that are `brief` need the least,
    and what is between any two of them is known to be enough.
    """
    chosen: list[int] = []
    for score, i in sorted(found, key=lambda pair: (-pair[0], pair[1])):
        least = BRIEF if i in brief else APART if score > _SURE or i in sure else _FAR
        others = [j for j in chosen if i not in brief or j not in brief]
        if i not in chosen and all(abs(running[i] - running[j]) >= least for j in others):
            chosen.append(i)
    return sorted(chosen)
