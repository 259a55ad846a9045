"""Run: some sources through segmenter and extractors; whatever fails becomes a value."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from corpuskit.contract import Layers, Part, Rejection
from corpuskit.model import (
    Annotation,
    Article,
    Failure,
    OutputError,
    Published,
    Result,
    Source,
)
from corpuskit.pipeline.guard import checked_annotations, checked_articles
from corpuskit.pipeline.plain import PlainSegmenter
from corpuskit.pipeline.plan import Plan
from corpuskit.pipeline.seal import Seal, changed_in
from corpuskit.scan import FoldedText, Legible, Scan, legible, legible_article

__all__ = ["run_sources"]


@attrs.define(eq=False)
class _Reading:
    """One article on its way through the plan.

    Attributes:
        article: as the segmenter gave it.
        legible: the text that is read in place of the source's, where that is another.
        sealed: on the article.
        seals: on the layers.
        gone: layers that nobody delivers, each with the plugin that failed.
    """

    article: Article
    legible: Legible | None
    scan: Scan
    sealed: Seal
    failed: list[Failure]
    found: dict[type[Annotation], tuple[Annotation, ...]] = attrs.field(factory=dict)
    seals: dict[type[Annotation], Seal] = attrs.field(factory=dict)
    gone: dict[type[Annotation], str] = attrs.field(factory=dict)


def run_sources(
    sources: Sequence[Source],
    plan: Plan,
    segmenter: Part | None,
    standing: tuple[Failure, ...] = (),
    *,
    together: int,
    strict: bool = False,
    rejections: list[Rejection] | None = None,
) -> Iterator[Result]:
    """Results of some sources, one for each article, in order.

    A step reads several articles before the next one does: what it looks up stays at hand. A
    source of very many is not kept whole for that.

    Args:
        together: how many articles a step reads in a row.
        standing: failures that hold for every article (plugins that did not load).
        strict: raise what a plugin raises, with a note that names it.
        rejections: where extractors may say what they turned down.
    """
    readings = _readings(sources, plan, segmenter, standing, strict=strict)
    while some := list(itertools.islice(readings, together)):
        told = len(rejections or ())
        for index, step in enumerate(plan.steps):
            unread = plan.wordless.get(index)
            for one in some:
                failure = (
                    _extracted(step, index, one, strict, rejections)
                    if unread is None
                    else _refused(step, one.scan.article.id, unread, strict=strict)
                )
                if failure is not None:
                    one.failed.append(failure)
                    one.gone.update(dict.fromkeys(step.object.provides, step.plugin))
        if rejections and some[0].legible:  # who wants to know of them has one article at a time
            rejections[told:] = [
                turned_down._replace(span=some[0].legible.original(turned_down.span))
                for turned_down in rejections[told:]
            ]
        for one in some:
            yield _result(one)


def _readings(
    sources: Sequence[Source],
    plan: Plan,
    segmenter: Part | None,
    standing: tuple[Failure, ...],
    *,
    strict: bool,
) -> Iterator[_Reading]:
    for source in sources:
        articles, failures = _segmented(source, segmenter, strict=strict)
        plain = legible(source.raw, [span for article in articles for _, span in article.zones])
        text = FoldedText(plain.text if plain else source.raw)
        for article in articles:
            read = legible_article(article, plain) if plain else article
            scan = Scan(read, text=text, triggers=plan.triggers)
            yield _Reading(article, plain, scan, Seal([read]), [*standing, *failures])


def _result(one: _Reading) -> Result:
    found = one.found
    if one.legible:
        found = dict(zip(found, one.legible.back(tuple(found.values())), strict=True))
    return Result(one.article, found, tuple(one.failed))


def _segmented(
    source: Source, segmenter: Part | None, *, strict: bool
) -> tuple[tuple[Article, ...], list[Failure]]:
    failures: list[Failure] = []
    articles: tuple[Article, ...] = ()
    if segmenter is not None:
        try:
            articles = checked_articles(segmenter.object(source), source)
        except (Exception, SystemExit) as error:
            if strict:
                error.add_note(f"raised by {segmenter.plugin} {segmenter.version} on {source.id}")
                raise
            failures.append(_failure(segmenter, source.id, error))
    if not articles:
        articles = tuple(PlainSegmenter()(source))
    if source.published is not None:
        articles = tuple(_dated(article, source) for article in articles)
    return articles, failures


def _dated(article: Article, source: Source) -> Article:
    """The caller's date, where the text itself gives none; of a source that is one article, also
    where a weekday only agrees with a date that is told."""
    known, alone = article.published, article.parts == 1
    if source.published is None or (known and not (alone and known.basis == "weekday")):
        return article
    return attrs.evolve(article, published=Published(source.published, "caller"))


def _extracted(
    step: Part,
    index: int,
    one: _Reading,
    strict: bool,
    rejections: list[Rejection] | None,
) -> Failure | None:
    extractor, article = step.object, one.scan.article
    lacking = [layer for layer in extractor.requires if layer in one.gone]
    if lacking:
        names = ", ".join(f"{layer.__name__} from {one.gone[layer]}" for layer in lacking)
        return _failure(step, article.id, OutputError(f"not run: requires {names}, which failed"))
    read = (*extractor.requires, *extractor.uses)
    layers = Layers(
        one.scan,
        one.found,
        declared=frozenset(read),
        hits=one.scan.hits(index),
        owner=step.name,
        rejections=rejections,
    )
    seals = [one.sealed, *(one.seals[layer] for layer in read if layer in one.seals)]
    try:
        try:
            found = checked_annotations(
                extractor(article, layers), extractor.provides, article, step.plugin, step.version
            )
        finally:
            changed = changed_in(seals)
        if changed:
            raise OutputError(f"changed {changed}, which is not its own; it was put back")
    except (Exception, SystemExit) as error:
        return _refused(step, article.id, error, strict=strict)
    for layer, delivered in found.items():
        one.found[layer], one.seals[layer] = delivered.annotations, delivered.seal
    return None


def _refused(step: Part, article: str, error: BaseException, *, strict: bool) -> Failure:
    if strict:
        error.add_note(f"raised by {step.plugin} {step.version} on article {article}")
        raise error
    return _failure(step, article, error)


def _failure(step: Part, article: str, error: BaseException) -> Failure:
    text = " ".join(str(error).split())
    return Failure(
        plugin=step.plugin,
        version=step.version,
        article=article,
        error=f"{type(error).__name__}: {text}" if text else type(error).__name__,
        layers=tuple(layer.__name__ for layer in getattr(step.object, "provides", ())),
    )
