"""Checks of segmenters, linkers, readers and exporters, each kind's own sentences."""

from __future__ import annotations

import datetime as dt
import gc
import json
import re
import weakref
from collections.abc import Iterator
from typing import Any

import attrs

from corpuskit import EventCluster, Result, SourceError
from corpuskit.model.codec import decode, encode
from corpuskit.testing._case import Check, NotApplicable, plain_text
from corpuskit.testing._cases import ExporterCase, KeptOpen, LinkerCase, ReaderCase, SegmenterCase
from corpuskit.testing._checks_common import COMMON_CHECKS, declared, differ, fail

__all__ = ["EXPORTER_CHECKS", "LINKER_CHECKS", "READER_CHECKS", "SEGMENTER_CHECKS"]

SUFFIX = re.compile(r"(?:\.[a-z0-9_-]+)+\Z")


# --- segmenters -------------------------------------------------------------------------------


def labels_everything(case: SegmenterCase) -> None:
    """All that is not white space stands in an article and in one of its labelled spans."""
    for label, given in case.inputs():
        covered = bytearray(len(given.raw))
        for article in case.articles(given):
            spans = [block.span for block in article.body]
            spans += [piece.span for piece in article.furniture]
            spans += [s for s in (article.headline, article.byline, *article.summary) if s]
            for span in spans:
                covered[span.start : span.end] = b"\x01" * len(span)
        for at, char in enumerate(given.raw):
            if not covered[at] and not char.isspace() and char != "\ufeff":
                fail(f"{label}: {given.raw[at : at + 30]!r} at {at} is neither body nor furniture")


def counts_parts(case: SegmenterCase) -> None:
    """`part` counts from 1 to `parts`."""
    for label, given in case.inputs():
        articles = case.articles(given)
        got = [(article.part, article.parts) for article in articles]
        if got != [(n, len(articles)) for n in range(1, len(articles) + 1)]:
            fail(f"{label}: (part, parts) are {got}")


def keeps_the_source(case: SegmenterCase) -> None:
    """Articles are of the source that was given, and never rewritten."""
    for label, given in case.inputs():
        for article in case.subject(given):
            if article.source is not given:
                fail(f"{label}: the article's source is not the one that was given")


def dates_in_place(case: SegmenterCase) -> None:
    """Where a date is said to be in the text, it is inside of its article."""
    for label, given in case.inputs():
        for article in case.articles(given):
            for stamp in (article.published, article.updated):
                span = stamp.span if stamp is not None else None
                if span is not None and not (article.span.contains(span) and len(span)):
                    fail(f"{label}: the date's span {span} is outside of its article")


def ids_are_content(case: SegmenterCase) -> None:
    """Two articles never share an id; the same text always has the same one."""
    for label, given in case.inputs():
        ids = [article.id for article in case.articles(given)]
        again = [a.id for a in case.articles(attrs.evolve(given, id="another name"))]
        if len(set(ids)) != len(ids) or ids != again:
            fail(f"{label}: ids {ids} are not derived from the text alone (again: {again})")


SEGMENTER_CHECKS: tuple[Check, ...] = (
    Check("declares", "its name is declared properly", declared),
    Check("labels_everything", "every line is body or furniture", labels_everything),
    Check("counts_parts", "part and parts are right", counts_parts),
    Check("keeps_the_source", "articles are of the source that was given", keeps_the_source),
    Check("dates_in_place", "dates' spans are inside of their article", dates_in_place),
    Check("ids_are_content", "ids are derived from the text", ids_are_content),
    *COMMON_CHECKS,
)


# --- linkers ----------------------------------------------------------------------------------


def any_order(case: LinkerCase) -> None:
    """Clusters and stories do not depend on the order of results."""
    expected = case.run(case.results)
    for order in (case.results[::-1], case.results[1:] + case.results[:1]):
        differ("results in another order: clusters differ", expected, case.run(tuple(order)))


def each_event_once(case: LinkerCase) -> None:
    """Each event is in exactly one cluster, single ones too."""
    events = sorted((r.article.id, e.id) for r in case.results for e in r.events)
    for strict in (False, True):
        clusters = tuple(case.subject.link(case.results, strict=strict))
        members = sorted((m.article_id, m.event_id) for c in clusters for m in c.members)
        if members != events:
            lost = [e for e in events if e not in members][:2]
            fail(f"{len(members)} members for {len(events)} events; lost or doubled: {lost}")
        ids = [cluster.id for cluster in clusters]
        if len(set(ids)) != len(ids):
            fail("two clusters have one id; make it a content hash of the members")


def each_article_once(case: LinkerCase) -> None:
    """Each article is in exactly one story."""
    articles = sorted(result.article.id for result in case.results)
    stories = case.subject.stories(case.results)
    told = sorted(article for story in stories for article in story)
    if told != articles:
        fail(f"{len(told)} places in stories for {len(articles)} articles")


def strict_joins_less(case: LinkerCase) -> None:
    """`strict` joins no two events that are apart without it."""
    loose = {m: c.id for c in case.subject.link(case.results) for m in c.members}
    for cluster in case.subject.link(case.results, strict=True):
        if len({loose[member] for member in cluster.members}) > 1:
            fail("strict joins what is apart without it")


def claims_read_back(case: LinkerCase) -> None:
    """Claims name an article among the results and a place in its text; members are sorted."""
    texts = {r.article.id: r.article for r in case.results}
    for cluster in case.subject.link(case.results):
        if list(cluster.members) != sorted(cluster.members, key=attrs.astuple):
            fail(f"members of {cluster.id} are not sorted")
        inside = {member.article_id for member in cluster.members}
        for field, claims in cluster.claims.items():
            for claim in claims:
                if claim.source not in inside:
                    fail(f"{field} is claimed by {claim.source}, which is no member's article")
                span = claim.span
                if span is not None and not texts[claim.source].span.contains(span):
                    fail(f"{field} is claimed at {span}, outside of {claim.source}")
        if not set(cluster.conflicts) <= set(cluster.claims):
            fail(f"conflicts {cluster.conflicts} name fields without claims")


def clusters_round_trip(case: LinkerCase) -> None:
    """Clusters come back from JSON as they went."""
    for cluster in case.subject.link(case.results):
        back = decode(EventCluster, json.loads(json.dumps(encode(cluster))))
        if plain_text(encode(back)) != plain_text(encode(cluster)):
            fail(f"cluster {cluster.id} comes back from JSON as something else")


LINKER_CHECKS: tuple[Check, ...] = (
    Check("declares", "its name is declared properly", declared),
    Check("any_order", "the order of results does not matter", any_order),
    Check("each_event_once", "each event is in exactly one cluster", each_event_once),
    Check("each_article_once", "each article is in exactly one story", each_article_once),
    Check("strict_joins_less", "strict never joins more", strict_joins_less),
    Check("claims_read_back", "claims name their article and place", claims_read_back),
    Check("clusters_round_trip", "clusters come back from JSON as they went", clusters_round_trip),
    *COMMON_CHECKS,
)


# --- readers ----------------------------------------------------------------------------------


def reader_declares(case: ReaderCase) -> None:
    """Name and suffixes."""
    declared(case)
    suffixes = getattr(case.subject, "suffixes", None)
    if not isinstance(suffixes, tuple) or not suffixes:
        fail(f"suffixes is {suffixes!r}; give a tuple: ('.txt',)")
    for suffix in suffixes or ():
        if not SUFFIX.match(suffix):
            fail(f"suffix {suffix!r}: lower case with the dot, as '.txt'")


def carries_the_date(case: ReaderCase) -> None:
    """The caller's date is the source's, unless the file itself gives one."""
    day = dt.date(2001, 2, 3)
    for label, given in case.inputs():
        without = case.read(given)
        dated = case.read(given, published=day)
        for source, plain in zip(dated, without, strict=True):
            if plain.published is None and source.published != day:
                fail(f"{label}: published={day} was given, the source has {source.published}")


def never_replaces(case: ReaderCase) -> None:
    """Bytes that are not the encoding are an error that says where."""
    if not case.broken:
        raise NotApplicable("give `broken` files to try it on")
    for name, data in case.broken.items():
        try:
            sources = case.read((name, data))
        except SourceError:
            continue
        text = "".join(source.raw for source in sources)
        if "\ufffd" in text or sources:
            fail(f"{name}: bytes that are no text were read as {text[:40]!r}; raise DecodingError")


def keeps_the_text(case: ReaderCase) -> None:
    """Plain text is the file's: byte order mark, line ends and all."""
    if not case.plain:
        raise NotApplicable("not a plain text format")
    for label, given in case.inputs():
        text = "".join(source.raw for source in case.read(given))
        if text != given[1].decode():
            fail(f"{label}: the text was changed: {given[1].decode()[:30]!r} became {text[:30]!r}")


def distinct_ids(case: ReaderCase) -> None:
    """Sources of one file can be told apart."""
    for label, given in case.inputs():
        ids = [source.id for source in case.read(given)]
        if len(set(ids)) != len(ids):
            fail(f"{label}: two sources have one id: {ids[:4]}")


READER_CHECKS: tuple[Check, ...] = (
    Check("declares", "name and suffixes are declared properly", reader_declares),
    Check("carries_the_date", "the caller's date is the source's", carries_the_date),
    Check("never_replaces", "bytes that cannot be read are an error", never_replaces),
    Check("keeps_the_text", "the text is the file's, unchanged", keeps_the_text),
    Check("distinct_ids", "sources of one file have ids of their own", distinct_ids),
    *COMMON_CHECKS,
)


# --- exporters --------------------------------------------------------------------------------


def exporter_declares(case: ExporterCase) -> None:
    """Name and suffix."""
    declared(case)
    suffix = getattr(case.subject, "suffix", None)
    if not isinstance(suffix, str) or not SUFFIX.match(suffix):
        fail(f"suffix is {suffix!r}; lower case with the dot, as '.csv'")


def leaves_open(case: ExporterCase) -> None:
    """The output belongs to the caller."""
    out = KeptOpen()
    case.subject(iter(case.results), out)
    if out.closes:
        fail("closes `out`, which belongs to the caller")


def one_at_a_time(case: ExporterCase) -> None:
    """When it asks for the next result, it has let go of those before the last."""
    alive: list[weakref.ref[Any]] = []
    most = 0

    def stream() -> Iterator[Result]:
        nonlocal most
        for n in range(24):
            gc.collect()
            most = max(most, sum(ref() is not None for ref in alive))
            result = _copy(case.results[n % len(case.results)], n)
            alive.append(weakref.ref(result.article))
            yield result
            del result

    case.subject(stream(), KeptOpen())
    if most > 4:
        fail(f"holds {most} results at once; write each and let it go")


def _copy(result: Result, n: int) -> Result:
    return attrs.evolve(result, article=attrs.evolve(result.article, part=n + 1))


EXPORTER_CHECKS: tuple[Check, ...] = (
    Check("declares", "name and suffix are declared properly", exporter_declares),
    Check("leaves_open", "the output is left open", leaves_open),
    Check("one_at_a_time", "results are written one at a time", one_at_a_time),
    *COMMON_CHECKS,
)
