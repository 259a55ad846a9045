"""The one scorer of the seeds: answers against results, for the specimens and the originals.

`score(documents, run)` gives a `Tally` per aspect. Each fault is kept as a line of text, so that
a failing floor says what to look at.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs
from seeds_texts import Answer, Document, by_caller, originals, specimens

import corpuskit
from corpuskit import Article, Casualty, DateMention, Quotation, Result, Source, Span

# --- how well ------------------------------------------------------------------------------


@attrs.frozen
class Tally:
    """How many of the wanted were right, how many came that nobody wanted, and which."""

    right: int = 0
    wanted: int = 0
    extra: int = 0
    faults: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.wanted + other.wanted,
            self.extra + other.extra,
            self.faults + other.faults,
        )

    @property
    def share(self) -> float:
        """Right of wanted; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Of right against wanted and extra."""
        return 2 * self.right / max(1, self.wanted + self.right + self.extra)


Run = Callable[[Document, dt.date | None], tuple[Result, ...]]


@functools.cache
def _pipeline() -> corpuskit.Pipeline:
    return corpuskit.Pipeline.installed()


def installed(document: Document, published: dt.date | None) -> tuple[Result, ...]:
    """What the installed plugins find."""
    return tuple(_pipeline().run([Source(raw=document.raw, published=published)]))


def score(documents: Iterable[Document], run: Run = installed) -> dict[str, Tally]:
    """All aspects over all documents, each document run with and without the caller's date."""
    total: dict[str, Tally] = {}
    for document in documents:
        with_date = run(document, document.published)
        without = run(document, None)
        for aspect, tally in _document_scores(document, with_date, without):
            total[aspect] = total.get(aspect, Tally()) + tally
    return total


def _document_scores(
    document: Document, with_date: tuple[Result, ...], without: tuple[Result, ...]
) -> Iterator[tuple[str, Tally]]:
    yield "articles", _articles(document, with_date)
    yield "boundaries", _boundaries(document, with_date)
    yield "rebuild", _rebuild(document, with_date)
    yield "delivered", _delivered(document, (*with_date, *without))
    for answer in document.articles:
        result = _result_at(answer, with_date)
        undated = _result_at(answer, without)
        article = None if result is None else result.article
        yield "furniture", _furniture(document, answer, article, labels=False)
        yield "labels", _furniture(document, answer, article, labels=True)
        yield "body", _body(document, answer, article)
        yield "headline", _single(document, answer["headline"], article and article.headline)
        yield "dateline", _single(document, answer["place"], article and article.dateline)
        yield from _published(document, answer, result, undated)
        yield from _dates("dates", document, answer, result, anchored=True)
        yield from _dates("undated", document, answer, undated, anchored=document.published is None)
        yield "casualties", _casualties(document, answer, result)
        yield from _quotes(document, answer, result)


def _result_at(answer: Answer, results: Sequence[Result]) -> Result | None:
    """The result that covers most of an expected article."""

    def shared(result: Result) -> int:
        span = result.article.span
        return min(span.end, answer["end"]) - max(span.start, answer["start"])

    best = max(results, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _tally(
    document: Document, rows: Iterable[tuple[bool, str]], extra: Sequence[str] = ()
) -> Tally:
    rows = list(rows)
    faults = [f"{document.name}: {what}" for right, what in rows if not right]
    faults += [f"{document.name}: nobody wanted {what}" for what in extra]
    return Tally(sum(right for right, _ in rows), len(rows), len(extra), tuple(faults))


def _quoted(document: Document, start: int, end: int) -> str:
    text = document.raw[start:end]
    return f"{text if len(text) < 60 else text[:28] + '…' + text[-28:]!r} [{start}:{end}]"


# --- articles ------------------------------------------------------------------------------


def _articles(document: Document, results: Sequence[Result]) -> Tally:
    found = {result.article.span.start for result in results}
    wanted = [a["start"] for a in document.articles]
    rows = [(start in found, f"no article begins at {start}") for start in wanted]
    extra = [f"an article at {start}" for start in sorted(found - set(wanted))]
    return _tally(document, rows, extra)


def _boundaries(document: Document, results: Sequence[Result]) -> Tally:
    found = {result.article.span.start for result in results[1:]}
    wanted = [a["start"] for a in document.articles[1:]]
    rows = [(start in found, f"no cut at {start}") for start in wanted]
    return _tally(document, rows, [f"a cut at {s}" for s in sorted(found - set(wanted))])


def _delivered(document: Document, results: Sequence[Result]) -> Tally:
    """Every plugin delivered on every article."""
    rows = [(not result.failures, f"failed: {result.failures}") for result in results]
    return _tally(document, rows)


def _rebuild(document: Document, results: Sequence[Result]) -> Tally:
    """Spans and the gaps between them give the text back, and the gaps are blank."""
    spans = [span for result in results for span in _parts(result.article)]
    reached, rebuilt, lost = 0, "", []
    for span in sorted(spans):
        gap = document.raw[reached : span.start]
        if gap.strip():
            lost.append(f"nothing labels {gap.strip()[:40]!r}")
        rebuilt += gap + document.raw[span.start : span.end]
        reached = span.end
    rebuilt += document.raw[reached:]
    return _tally(document, [(rebuilt == document.raw and not lost, f"not rebuilt; {lost}")])


def _parts(article: Article) -> Iterator[Span]:
    yield from (block.span for block in article.body)
    yield from (piece.span for piece in article.furniture)
    if article.headline is not None:
        yield article.headline


def _furniture(
    document: Document, answer: Answer, article: Article | None, *, labels: bool
) -> Tally:
    rows = []
    for line in answer["furniture"]:
        start, end = _stripped(document.raw, line["start"], line["end"])
        kinds = [
            piece.kind
            for piece in (article.furniture if article else ())
            if piece.span.start <= start and end <= piece.span.end
        ]
        right = line["label"] in kinds if labels else bool(kinds)
        rows.append((right, f"{line['label']} is {kinds}: {_quoted(document, start, end)}"))
    return _tally(document, rows)


def _body(document: Document, answer: Answer, article: Article | None) -> Tally:
    other = {(line["start"], line["end"]) for line in answer["furniture"]}
    if answer["headline"]:
        other.add(tuple(answer["headline"]))
    blocks = [block.span for block in article.body] if article else []
    rows = []
    for start, end in _lines(document.raw, answer["start"], answer["end"]):
        if (start, end) not in other:
            inner = Span(*_stripped(document.raw, start, end))
            kept = any(block.contains(inner) for block in blocks)
            rows.append((kept, f"body line lost: {_quoted(document, start, end)}"))
    return _tally(document, rows)


def _lines(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in raw[start:end].split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _stripped(raw: str, start: int, end: int) -> tuple[int, int]:
    text = raw[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))


def _single(document: Document, wanted: list[int] | None, found: Span | None) -> Tally:
    if wanted is None:
        extra = [] if found is None else [_quoted(document, found.start, found.end)]
        return _tally(document, [], extra)
    right = found is not None and [found.start, found.end] == wanted
    return _tally(document, [(right, f"{_quoted(document, *wanted)} is {found}")])


def _published(
    document: Document, answer: Answer, result: Result | None, undated: Result | None
) -> Iterator[tuple[str, Tally]]:
    stated = result.article.published if result else None
    right = stated is not None and stated.date.isoformat() == answer["published"]
    if by_caller(answer):
        right = right and stated is not None and stated.basis == "caller"
        alone = undated.article.published if undated else None
        yield "published_caller", _tally(document, [(right, f"the caller's date became {stated}")])
        yield "published_unknown", _tally(document, [(alone is None, f"guessed {alone}")])
    else:
        yield "published_text", _tally(document, [(right, f"published is {stated}")])


# --- dates ---------------------------------------------------------------------------------


def _dates(
    aspect: str, document: Document, answer: Answer, result: Result | None, *, anchored: bool
) -> Iterator[tuple[str, Tally]]:
    found = {(d.span.start, d.span.end): d for d in _layer(result, DateMention)}
    required = [gold for gold in answer["dates"] if not gold.get("optional")]
    spans, values = [], []
    for gold in required:
        mention = found.pop((gold["start"], gold["end"]), None)
        where = _quoted(document, gold["start"], gold["end"])
        spans.append((mention is not None, f"date missed: {where}"))
        wanted = gold["value"] if anchored else gold.get("unanchored", gold["value"])
        right = mention is not None and _value_right(mention, wanted)
        values.append((right, f"{where} is {mention and mention.value}, not {wanted}"))
    optional = [gold for gold in answer["dates"] if gold.get("optional")]
    extra = [
        f"date {_quoted(document, *span)}" for span in sorted(found) if not _touches(span, optional)
    ]
    yield f"{aspect}_spans", _tally(document, spans, extra)
    yield f"{aspect}_values", _tally(document, values)


def _value_right(mention: DateMention, wanted: str | None) -> bool:
    if wanted == "unresolved":
        return mention.start is None and mention.end is None
    return mention.value == wanted


def _touches(span: tuple[int, int], answers: Iterable[Answer]) -> bool:
    return any(span[0] < gold["end"] and gold["start"] < span[1] for gold in answers)


def _layer(result: Result | None, layer: type[Any]) -> tuple[Any, ...]:
    return () if result is None else tuple(result.layers.get(layer, ()))


# --- casualties ----------------------------------------------------------------------------


def _casualties(document: Document, answer: Answer, result: Result | None) -> Tally:
    left: list[Casualty] = list(_layer(result, Casualty))
    rows = []
    for gold in sorted(answer["casualties"], key=lambda gold: bool(gold.get("optional"))):
        near = [c for c in left if _touches((c.span.start, c.span.end), [gold])]
        near = [c for c in near if c.kind == gold["kind"]]
        match = max(near, key=lambda c: (_count_right(c, gold), _overlap(c, gold)), default=None)
        if match is not None:
            left.remove(match)
        if not gold.get("optional"):
            right = match is not None and _count_right(match, gold)
            said = match and f"{match.low}-{match.high} {match.kind} {match.scope}"
            where = _quoted(document, gold["start"], gold["end"])
            wanted = f"{gold['low']}-{gold['high']} {gold['kind']} {gold['scope']}"
            rows.append((right, f"{where} is {said}, not {wanted}"))
    extra = [f"{c.kind} {_quoted(document, c.span.start, c.span.end)}" for c in left]
    return _tally(document, rows, extra)


def _count_right(casualty: Casualty, gold: Answer) -> bool:
    part = (casualty.scope == "part") == (gold["scope"] == "part")
    return part and (casualty.low, casualty.high) == (gold["low"], gold["high"])


def _overlap(casualty: Casualty, gold: Answer) -> int:
    return min(casualty.span.end, gold["end"]) - max(casualty.span.start, gold["start"])


# --- quotes --------------------------------------------------------------------------------


def _quotes(
    document: Document, answer: Answer, result: Result | None
) -> Iterator[tuple[str, Tally]]:
    direct = [q for q in _layer(result, Quotation) if q.mode == "direct"]
    by_span = {(span.start, span.end): quote for quote in direct for span in quote.spans}
    spans, speakers, names = [], [], []
    for gold in answer["quotes"]:
        if gold["mode"] != "direct":
            continue
        for start, end in gold["spans"]:
            quote = by_span.pop((start, end), None)
            where = _quoted(document, start, end)
            spans.append((quote is not None, f"direct quote missed: {where}"))
            mention = quote.speaker_span if quote else None
            right = quote is not None and _same_mention(mention, gold["speaker_span"])
            said = mention and document.raw[mention.start : mention.end]
            speakers.append((right, f"said by {said!r}: {where}"))
            name = quote.speaker if quote else None
            right = name is not None and _same_name(name, gold["speaker"], document.same)
            names.append((right, f"said by {name!r}, not {gold['speaker']!r}: {where}"))
    extra = [f"direct {_quoted(document, *span)}" for span in sorted(by_span)]
    yield "direct_spans", _tally(document, spans, extra)
    yield "direct_mentions", _tally(document, speakers)
    yield "direct_speakers", _tally(document, names)


def _same_mention(found: Span | None, wanted: list[int] | None) -> bool:
    if found is None or wanted is None:
        return found is None and wanted is None
    return found.start < wanted[1] and wanted[0] < found.end


def _same_name(found: str, wanted: str, same: Iterable[frozenset[str]]) -> bool:
    names = next((names for names in same if wanted in names), frozenset([wanted]))
    plain = _plain_name(found)
    return any(_plain_name(name) in plain or plain in _plain_name(name) for name in names)


def _plain_name(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


# --- for a person --------------------------------------------------------------------------


def main() -> int:
    """Print the tallies of both sets, and every fault."""
    for title, load in (("specimens", specimens), ("originals", originals)):
        try:
            documents = load()
        except FileNotFoundError as error:
            print(f"{title}: {error}")
            continue
        for aspect, tally in score(documents).items():
            print(f"{title}  {aspect:<18} {tally.right}/{tally.wanted}, {tally.extra} extra")
            for fault in tally.faults:
                print(f"      {fault}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
