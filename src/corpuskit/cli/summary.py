"""Summary: one article for a person, every value with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from corpuskit.cli.wording import in_words, many, place
from corpuskit.model import (
    Annotation,
    Casualty,
    DateMention,
    Entity,
    Event,
    Quotation,
    Result,
)

__all__ = ["article_lines", "closing_line"]

WIDTH = 72

STATEMENT = "STATEMENT"
"""The type of an event that is an utterance; its words are listed as a quotation."""


def closing_line(files: int, articles: int, failed: int, broken_off: int) -> str:
    """`3 files -> 5 articles`, and how many files failed or were read in part."""
    line = f"{many(files, 'file')} -> {many(articles, 'article')}"
    line += f", {many(failed, 'file')} failed" if failed else ""
    return f"{line}, {many(broken_off, 'file')} read in part" if broken_off else line


def article_lines(result: Result, *, most: int | None = None) -> Iterator[str]:
    """Day, headline and author, then counts, quotes, events, others, each with its place.

    Args:
        most: rows of each kind; how many more there are is said. Default: all.
    """
    article = result.article
    date = (
        f"{article.published.date} ({article.published.basis})" if article.published else "undated"
    )
    title = _short(result.text(article.headline)) if article.headline else "(no headline)"
    yield f"{date}  {title}  {place(result, article.headline or article.span)}"
    if article.byline:
        yield f"    {_short(result.text(article.byline))}  {place(result, article.byline)}"
    yield f"    {', '.join(_counts(result))}"
    for label, found in _shown(result):
        for annotation in found[:most]:
            yield _row(result, label, annotation)
        if most is not None and len(found) > most:
            yield f"    {label:<10} … {len(found) - most} more"
    for failure in result.failures:
        yield f"    failed     {failure.plugin} {failure.version}: {failure.error}"


def _shown(result: Result) -> Iterator[tuple[str, tuple[Annotation, ...]]]:
    """Each layer that is listed, behind what it is called there."""
    yield "count", result.get(Casualty)
    yield "quote", result.get(Quotation)
    yield "event", tuple(event for event in result.get(Event) if event.type != STATEMENT)
    for layer in _others(result):
        yield "other", result.layers[layer]


NAMES: dict[type[Annotation], str] = {
    DateMention: "date",
    Entity: "name",
    Quotation: "quote",
    Casualty: "count",
    Event: "event",
}


def _counts(result: Result) -> Iterator[str]:
    yield many(len(result.article.body), "block")
    yield f"{len(result.article.furniture)} furniture"
    for layer, name in NAMES.items():
        if layer not in result.layers:
            yield f"no {name} layer"
            continue
        said = many(len(result.layers[layer]), name)
        told = sum(event.type == STATEMENT for event in result.get(Event)) if layer is Event else 0
        yield f"{said} (with {many(told, 'statement')}, listed as quotes)" if told else said
    for layer in _others(result):
        yield f"{len(result.layers[layer])} {layer.__name__}"


def _others(result: Result) -> list[type[Annotation]]:
    """Layers of other plugins, by name."""
    others = (layer for layer in result.layers if layer not in NAMES)
    return sorted(others, key=lambda layer: layer.layer_name())


def _row(result: Result, label: str, annotation: Annotation) -> str:
    span = annotation.trigger_span if isinstance(annotation, Event) else annotation.extent
    text = _short(result.text(span))
    return f"    {label:<10} {in_words(annotation)}: {text}  {place(result, span)}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDTH else flat[: WIDTH - 1] + "…"
