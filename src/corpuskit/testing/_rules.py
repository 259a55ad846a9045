"""Rules: whether a rule's examples hold, yes and no."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from corpuskit import Annotation, Extractor, Result, Source, Span
from corpuskit.pipeline import Pipeline
from corpuskit.scan import Example, Rule
from corpuskit.testing._case import ContractViolation

__all__ = ["check_rule", "run"]

Describe = Callable[[Any], str | None]


def run(extractor: Any, text: str | Source, *beside: Extractor, **options: Any) -> Result:
    """The result of one extractor (or pipeline) on one text, taken whole.

    Args:
        extractor: an extractor or a `Pipeline`.
        text: a str, or a `Source`.
        beside: extractors that it requires.
        options: for the `Source`: `published`, `language`, ….

    Raises:
        Whatever the extractor raises, and OutputError for what the pipeline refuses.
    """
    source = text if isinstance(text, Source) else Source(raw=text, **options)
    pipeline = (
        extractor
        if isinstance(extractor, Pipeline)
        else Pipeline([*beside, extractor], strict=True)
    )
    return next(iter(pipeline.run([source], segment=False)))


def check_rule(
    extractor: Any,
    rule: Rule,
    describe: Describe | None = None,
    *,
    layers: Iterable[type[Annotation]] | None = None,
) -> None:
    """Run a rule's examples.

    A yes-example holds if an annotation with exactly the marked extent comes out whose
    provenance is this rule, and `describe` gives its value. A no-example holds if this rule
    finds nothing in it.

    Args:
        extractor: an extractor or a `Pipeline` (with what the extractor requires).
        rule: the rule.
        describe: annotation to the text that `Example.value` is written in.
        layers: layers to look at; all by default.

    Raises:
        ContractViolation: naming the rule and the example.
    """
    pipeline = extractor if isinstance(extractor, Pipeline) else Pipeline([extractor], strict=True)
    wanted = None if layers is None else tuple(layers)
    for example in rule.yes:
        _yes(pipeline, rule, example, describe, wanted)
    for text in rule.no:
        found = [a for a in _found(run(pipeline, text), wanted) if a.provenance.rule == rule.id]
        if found:
            raise ContractViolation(
                f"{rule.id} must not fire on {text!r}, but finds {found[0].extent.of(text)!r}"
            )


def _found(result: Result, layers: tuple[type[Annotation], ...] | None) -> list[Annotation]:
    chosen = result.layers if layers is None else {k: result.layers.get(k, ()) for k in layers}
    return [annotation for annotations in chosen.values() for annotation in annotations]


def _yes(
    pipeline: Pipeline,
    rule: Rule,
    example: Example,
    describe: Describe | None,
    layers: tuple[type[Annotation], ...] | None,
) -> None:
    text, span = example.text, Span(*example.span)
    everything = _found(run(pipeline, text, published=example.published), layers)
    mine = [a for a in everything if a.provenance.rule == rule.id]
    here = [annotation for annotation in mine if annotation.extent == span]
    if not here:
        got = [f"{a.extent.of(text)!r} by {a.provenance.rule}" for a in everything]
        raise ContractViolation(
            f"{rule.id} must find {span.of(text)!r} in {text!r}; "
            f"found: {', '.join(got) or 'nothing'}"
        )
    if example.value is not None and describe is not None:
        values = [describe(annotation) for annotation in here]
        if example.value not in values:
            raise ContractViolation(
                f"{rule.id}: {span.of(text)!r} in {text!r} is {values}, not {example.value!r}"
            )
