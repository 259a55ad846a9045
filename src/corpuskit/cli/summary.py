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
    Span,
)

__all__ = ["article_lines", "closing_line"]

WIDTH = 72


def closing_line(files: int, articles: int, failed: int) -> str:
    """`3 files -> 5 articles`, and how many files failed."""
    line = f"{many(files, 'file')} -> {many(articles, 'article')}"
    return f"{line}, {many(failed, 'file')} failed" if failed else line


def article_lines(result: Result) -> Iterator[str]:
    """Date and headline, then counts, quotes, events, others, each with `file[start:end]`."""
    article = result.article
    date = (
        f"{article.published.date} ({article.published.basis})" if article.published else "undated"
    )
    title = _short(result.text(article.headline)) if article.headline else "(no headline)"
    yield f"{date}  {title}  {place(result, article.headline or article.span)}"
    yield f"    {', '.join(_counts(result))}"
    for casualty in result.get(Casualty):
        yield _row(result, "count", casualty.span, in_words(casualty))
    for quote in result.get(Quotation):
        yield _row(result, "quote", quote.extent, in_words(quote))
    for event in result.get(Event):
        if event.type != "STATEMENT":
            yield _row(result, "event", event.trigger_span, in_words(event))
    for layer in _others(result):
        for annotation in result.layers[layer]:
            yield _row(result, "other", annotation.extent, in_words(annotation))
    for failure in result.failures:
        yield f"    failed     {failure.plugin} {failure.version}: {failure.error}"


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
        if layer in result.layers:
            yield many(len(result.layers[layer]), name)
        else:
            yield f"no {name} layer"
    for layer in _others(result):
        yield f"{len(result.layers[layer])} {layer.__name__}"


def _others(result: Result) -> list[type[Annotation]]:
    """Layers of other plugins, by name."""
    others = (layer for layer in result.layers if layer not in NAMES)
    return sorted(others, key=lambda layer: layer.layer_name())


def _row(result: Result, label: str, span: Span, value: str) -> str:
    return f"    {label:<10} {value}: {_short(result.text(span))}  {place(result, span)}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDTH else flat[: WIDTH - 1] + "…"
