"""Export: whether a file is a news database's export, and then which lines are which document's.

It is one only if labels and marks of `archive.tsv` that hardly stand in other texts recur or stand
together; one look at the page's short lines tells most files.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from corpuskit.scan import lines as raw_lines
from corpuskit.scan import paragraphs
from corpuskit_boilerplate.archive.documents import documents
from corpuskit_boilerplate.archive.labels import Label, Labels, Tag, label_of, labels
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.lines import Line, read_lines
from corpuskit_boilerplate.page.wrap import parted, units

__all__ = ["Export", "read_export"]

_SHORT = 12  # words of a line that is looked at first
_TOGETHER = 40  # lines in which labels stand together
_LABELS = 3  # different sure labels that make an export
_HEADING = 25  # lines in which the codes of a heading stand
_BLANK = " \t"
_INDENT = 10  # blanks at the head of a line in the middle
_TELLING = frozenset(["body", "length", "loaded", "dateline", "byline"])
_APART = frozenset(
    ["headline", "title", "byline", "dateline", "published", "body", "abstract", "summary"]
)
_RUNS_ON = frozenset(["headline", "title", "body", "abstract", "summary"])

_Spans = Sequence[tuple[int, int]]


class Export(NamedTuple):
    """An export's lines, labels set apart from what extractors read, and its documents.

    Attributes:
        page: the lines.
        tags: one for each.
        documents: [first, last) lines of each, in order; together all.
    """

    page: list[Line]
    tags: list[Tag]
    documents: list[tuple[int, int]]


def read_export(
    raw: str,
    page: Sequence[Line],
    languages: tuple[str, ...] = LANGUAGES,
    separators: _Spans = (),
) -> Export | None:
    """The export that `raw` is, or None.

    Args:
        page: the lines as they are read otherwise.
        separators: lines that end a document by the user's word.
    """
    known = labels(languages)
    if not _worth_a_look(raw, page, known):
        return None
    spans = list(_plain_lines(raw))
    found = [label_of(raw[start:end], known) for start, end in spans]
    if not _coded(found):
        found = [None if one is not None and one.form == "code" else one for one in found]
    if not _is_export(found):
        return None
    labelled = {start: one for (start, _), one in zip(spans, found, strict=True) if one is not None}
    ends = dict(spans)
    fine = _fine(raw, labelled, ends, separators)
    lines = read_lines(raw, languages, fine)
    tags = _tags(raw, lines, labelled)
    marks = frozenset(start for start, _ in separators)
    return Export(lines, tags, list(documents(lines, tags, marks)))


def _worth_a_look(raw: str, page: Sequence[Line], known: Labels) -> bool:
    """Whether two short lines begin or end as sure labels do, and one of them is one."""
    firsts, lasts = known.firsts, known.lasts
    short = [line for line in page if line.words <= _SHORT]
    hits = [
        line
        for line, folded in zip(short, [line.folded for line in short], strict=True)
        if folded.split(None, 1)[0] in firsts
        or (folded[0].isdigit() and folded.split()[-1] in lasts)
    ]
    heads = [raw[line.start : line.end].split("\n", 1)[0] for line in hits]
    return len(hits) > 1 and any(one.sure for head in heads if (one := label_of(head, known)))


def _plain_lines(raw: str) -> Iterator[tuple[int, int]]:
    """The lines of `raw`, hard-wrapped or not, without byte order marks at their heads."""
    for start, end in raw_lines(raw):
        while start < end and (raw[start] == "\ufeff" or raw[start].isspace()):
            start += 1
        if start < end:
            yield start, end


def _coded(found: Sequence[Label | None]) -> bool:
    """Whether a headline's code stands above one of the text's, others between."""
    head = -1
    seen: set[str] = set()
    for i, one in enumerate(found):
        if one is None or one.form != "code":
            continue
        if one.role == "headline":
            head, seen = i, set()
        elif one.role == "body" and head >= 0 and i - head <= _HEADING and len(seen) > 1:
            return True
        elif one.sure:
            seen.add(one.term)
    return False


def _is_export(found: Sequence[Label | None]) -> bool:
    sure = [(i, one) for i, one in enumerate(found) if one is not None and one.sure]
    marks = [(i, one) for i, one in sure if one.role in ("start", "end")]
    worded = [(i, one) for i, one in sure if one.role not in ("start", "end")]
    places = [i for i, _ in worded]
    if any(_near(places, i) for i, _ in marks):
        return True
    if _recur([one for _, one in marks]):
        return True
    for k, (i, _) in enumerate(worded):
        near = [one for j, one in worded[k : k + _TOGETHER] if j - i <= _TOGETHER]
        roles = {one.role for one in near}
        if len({one.term for one in near}) >= _LABELS and roles & _TELLING:
            return True
    return False


def _near(places: Sequence[int], i: int) -> bool:
    """Whether one of `places`, which are in order, is near `i`."""
    k = bisect.bisect_left(places, i - _TOGETHER)
    return k < len(places) and places[k] <= i + _TOGETHER


def _recur(marks: Sequence[Label]) -> bool:
    """Whether documents are counted, one after the other, or each ends with its id."""
    counted = [one.number for one in marks if one.role == "start"]
    if any(two == one + 1 for one, two in itertools.pairwise(counted)):
        return True
    return sum("@" in one.term for one in marks) > 1


def _fine(
    raw: str, labelled: Mapping[int, Label], ends: Mapping[int, int], separators: _Spans
) -> list[tuple[int, int]]:
    """The lines, hard-wrapped ones put together, labels by themselves."""
    cuts = {edge for span in separators for edge in span}
    for start, one in labelled.items():
        cuts.add(start)
        if one.role in _APART and start + one.value < ends[start]:
            cuts.add(start + one.value)
        if one.role not in _RUNS_ON or start + one.value >= ends[start]:
            cuts.add(ends[start])
    for start in [one for one in ends if _centred(raw, one)]:
        cuts.update((start, ends[start]))
    ordered = sorted(cuts)
    joined, _ = units(raw)
    if len(joined) < sum(1 for _ in raw_lines(raw)):
        return _headlines(raw, parted(raw, joined, ordered), labelled)
    edges = [0, *ordered, len(raw)]
    found = [span for one, two in itertools.pairwise(edges) for span in _joined(raw, one, two)]
    return _headlines(raw, found, labelled)


def _joined(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of raw[start:end], the margin of the first line looked at, too."""
    while start and raw[start - 1] in _BLANK:
        start -= 1
    for one, two in paragraphs(raw[start:end]):  # of a piece: what it looks for is looked for there
        yield start + one, start + two


def _headlines(raw: str, spans: _Spans, labelled: Mapping[int, Label]) -> list[tuple[int, int]]:
    """The lines, those of a headline that a code stands above put together."""
    found: list[tuple[int, int]] = []
    coded = begun = False
    for start, end in spans:
        one = labelled.get(start)
        if one is not None:
            coded, begun = one.form == "code" and one.role == "headline", False
        elif coded and begun:
            if raw.count("\n", found[-1][1], start) == 1:
                found[-1] = (found[-1][0], end)
                continue
            coded = False
        elif coded:
            begun = True
        found.append((start, end))
    return found


def _centred(raw: str, start: int) -> bool:
    """Whether a line is set into the middle: no hard-wrapped text is."""
    return start >= _INDENT and not raw[start - _INDENT : start].strip(_BLANK)


def _tags(raw: str, page: Sequence[Line], labelled: Mapping[int, Label]) -> list[Tag]:
    values = {start + one.value: one for start, one in labelled.items() if one.role in _APART}
    tags = []
    before = 0
    for line in page:
        gap = raw.count("\n", before, line.start) > 1
        before = line.end
        one = labelled.get(line.start)
        if one is not None:
            if one.form == "mark":
                piece = "mark"
            else:
                piece = "label" if line.end - line.start <= one.value else "whole"
            tags.append(Tag(one.role, piece, one, gap))
        elif line.start in values:
            one = values[line.start]
            tags.append(Tag(one.role, "value", one, gap))
        else:
            tags.append(Tag("", "", None, gap))
    return tags
