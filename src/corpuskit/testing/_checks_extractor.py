"""Checks of extractors: spans, layers, triggers, moved texts and the JSON record."""

from __future__ import annotations

import gc
import json
import pickle
import weakref
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from corpuskit import Annotation, Article, Layers, OutputError, Quotation, Result, Source, Span
from corpuskit.model.codec import encode
from corpuskit.pipeline import Pipeline
from corpuskit.scan import FoldedText, Lexicon, Scan, TriggerIndex, legible
from corpuskit.testing._case import Check, NotApplicable, Placed, plain_text
from corpuskit.testing._cases import ExtractorCase
from corpuskit.testing._checks_common import COMMON_CHECKS, declared, differ, fail
from corpuskit.testing._limits import TooSlow, limited
from corpuskit.testing._raised import raised
from corpuskit.testing._texts import PREFIXES, SUFFIXES

__all__ = ["EXTRACTOR_CHECKS"]

RESOLVED = {(Quotation, "speaker")}
"""Text fields that hold a resolved name, not the words at the span of the same name."""


def declares(case: ExtractorCase) -> None:
    """Name, layers and triggers are of the right kind."""
    declared(case)
    subject = case.subject
    for field in ("provides", "requires", "uses"):
        layers = getattr(subject, field, None)
        if not isinstance(layers, tuple):
            fail(f"{field} is {layers!r}; give a tuple of annotation classes")
        for layer in layers or ():
            if not isinstance(layer, type) or not issubclass(layer, Annotation):
                fail(f"{field} names {layer!r}; give classes that inherit corpuskit.Annotation")
    if not subject.provides:
        fail("provides nothing; name the annotation classes that it returns")
    for layer in subject.provides:
        _frozen(layer)
    own = {layer.__name__ for layer in subject.provides if layer in subject.requires + subject.uses}
    if own:
        fail(
            f"provides and also requires or uses {', '.join(sorted(own))}: it would wait for itself"
        )
    first, second = subject.triggers, subject.triggers
    if first is not None and not isinstance(first, Lexicon):
        fail(f"triggers is a {type(first).__name__}; give a Lexicon or None")
    if first is not None and tuple(first) != tuple(second or ()):
        fail("triggers differ from one look to the next")


def _frozen(layer: type[Annotation]) -> None:
    if attrs.has(layer) and layer.__hash__ is not None:
        blank = object.__new__(layer)
        try:
            setattr(blank, attrs.fields(layer)[0].name, None)
        except attrs.exceptions.FrozenInstanceError:
            return
    fail(f"{layer.__name__} can be changed; make it @attrs.frozen(kw_only=True)")


def _all(case: ExtractorCase) -> Iterator[tuple[str, Result]]:
    for label, given in case.inputs():
        for result in case.results(given):
            yield label, result


def _own(case: ExtractorCase, result: Result) -> Iterator[Annotation]:
    for layer in case.subject.provides:
        yield from result.layers.get(layer, ())


def spans_read_back(case: ExtractorCase) -> None:
    """Spans lie in the article, and text fields say what stands at theirs, written or read."""
    for label, result in _all(case):
        for annotation in _own(case, result):
            for path, text, span in _pairs(annotation):
                written = result.text(span)
                if text != written and text != _as_read(written):
                    fail(f"{label}: {path} is {text!r}, but {written!r} stands there")


def _as_read(written: str) -> str:
    """What an extractor got to read of it."""
    plain = legible(written, [Span(0, len(written))])
    return plain.text if plain else written


def _pairs(annotation: Any, path: str = "") -> Iterator[tuple[str, str, Span]]:
    """(path, text, span) of fields `x` with `x_span` (or `text` with `span`), however deep."""
    cls = type(annotation)
    names = {field.name for field in attrs.fields(cls)}
    path = path or cls.__name__
    for name in sorted(names):
        value = getattr(annotation, name)
        partner = "span" if name == "text" else f"{name}_span"
        span = getattr(annotation, partner, None) if partner in names else None
        if isinstance(value, str) and isinstance(span, Span) and (cls, name) not in RESOLVED:
            yield f"{path}.{name}", value, span
        if name == "aliases" and "alias_spans" in names:
            pairs = zip(value, annotation.alias_spans, strict=True)
            yield from ((f"{path}.aliases", text, span) for text, span in pairs)
        for item in value if isinstance(value, tuple) else (value,):
            if attrs.has(type(item)) and not isinstance(item, Span):
                yield from _pairs(item, f"{path}.{name}")


def names_its_rule(case: ExtractorCase) -> None:
    """Provenance: who found it, by which rule."""
    for label, result in _all(case):
        for annotation in _own(case, result):
            if not annotation.provenance.rule:
                fail(
                    f"{label}: {result.text(annotation.extent)!r} has no rule; give each "
                    "annotation provenance=Provenance(rule='plugin.rule_id')"
                )


def each_layer_seen(case: ExtractorCase) -> None:
    """What is declared happens: provided layers come, required ones are read."""
    found: set[type] = set()
    read: set[type] = set()
    for label, _, layers, got in _direct(case):
        del label
        found |= {type(a) for a in got}
        read |= layers.read
    for layer in case.subject.provides:
        if layer not in found:
            fail(f"no {layer.__name__} in any sample; give `samples` in which it finds one")
    for layer in (*case.subject.requires, *case.subject.uses):
        if layer not in read:
            fail(f"declares {layer.__name__} and never reads it")


class SpiedLayers(Layers):
    """Layers that write down what was asked for."""

    __slots__ = ("read",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.read: set[type] = set()

    def __getitem__(self, layer: Any) -> Any:
        self.read.add(layer)
        return super().__getitem__(layer)


def _direct(
    case: ExtractorCase,
) -> Iterator[tuple[str, Article, SpiedLayers, list[Annotation]]]:
    """Calls the subject itself, past the pipeline's guard, on each sample."""
    subject = case.subject
    for label, given in case.inputs():
        article, layers = _call_arguments(case, given)
        yield label, article, layers, list(subject(article, layers))


def _call_arguments(case: ExtractorCase, given: Source) -> tuple[Article, SpiedLayers]:
    subject = case.subject
    result = next(iter(case.pipeline().run([given], segment=False)))
    scan = Scan(
        result.article,
        text=FoldedText(given.raw),
        triggers=TriggerIndex([subject.triggers]),
    )
    declared_layers = frozenset((*subject.requires, *subject.uses))
    layers = SpiedLayers(
        scan,
        {layer: result.layers[layer] for layer in result.layers if layer not in subject.provides},
        declared=declared_layers,
        hits=scan.hits(0),
        owner=subject.name,
    )
    return result.article, layers


def only_declared(case: ExtractorCase) -> None:
    """Only what is declared is read and returned."""
    may = set(case.subject.requires) | set(case.subject.uses)
    for label, _, layers, got in _direct(case):
        secret = sorted(layer.__name__ for layer in layers.read - may)
        if secret:
            fail(f"{label}: reads {', '.join(secret)}, which it names in neither requires nor uses")
        odd = sorted({type(a).__name__ for a in got if type(a) not in case.subject.provides})
        if odd:
            fail(f"{label}: returns {', '.join(odd)}, which it does not name in provides")


def hands_off(case: ExtractorCase) -> None:
    """Article, layers, scan and hits are shared with the other plugins."""
    for label, given in case.inputs():
        article, layers = _call_arguments(case, given)
        before = _shared(article, layers)
        list(case.subject(article, layers))
        differ(f"{label}: article, layers or hits were changed", before, _shared(article, layers))


def _shared(article: Article, layers: Layers) -> str:
    found = {layer.layer_name(): encode(items) for layer, items in layers._found.items()}
    hits = [[hit.start, hit.end, [dict(e.row) for e in hit.entries]] for hit in layers.hits]
    scan = layers.scan
    primitives = [scan.sentences, scan.numbers, scan.names, scan.marks]
    return plain_text([encode(article), found, hits, [repr(p) for p in primitives], scan.folded])


def lets_go(case: ExtractorCase) -> None:
    """No article is held after its call."""
    for label, given in case.inputs():
        source = attrs.evolve(given, raw=given.raw + " ", sha256="")
        results = case.results(source)
        watched = weakref.ref(results[0].article)
        del results
        gc.collect()
        if watched() is not None:
            fail(f"{label}: the article is still held after the call; keep nothing on the object")


def same_id_other_text(case: ExtractorCase) -> None:
    """Another text with the same id, length and place is another text."""
    from corpuskit.testing._checks_common import fresh

    for label, given in case.inputs():
        given = attrs.evolve(given, id="one and the same")
        other = attrs.evolve(given, raw=given.raw[::-1], sha256="")
        expected = fresh(case).run(given)
        used = fresh(case)
        used.run(other)
        differ(f"{label}: differs after another text of the same id", expected, used.run(given))


def moves_with_text_in_front(case: ExtractorCase) -> None:
    """Text around an article moves offsets and changes nothing else."""
    for label, given in case.inputs():
        expected = _placed(case, given, "", "")
        around = [(p.name, p.text, "") for p in PREFIXES]
        around += [(s.name, "", s.text) for s in SUFFIXES]
        for name, before, after in around:
            got = _placed(case, given, before, after)
            differ(f"{label}: with {name} around it, more than offsets change", expected, got)


def _placed(case: ExtractorCase, given: Source, before: str, after: str) -> str:
    source = attrs.evolve(given, raw=before + given.raw + after, sha256="")
    results = case.results(source, Placed(len(before), len(after)))
    return plain_text([Unplaced(len(before)).of(case.own(result)) for result in results])


class Unplaced:
    """Takes an offset off every span and puts numbers in place of ids, first come first served."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.ids: dict[str, str] = {}

    def of(self, value: Any, key: str = "") -> Any:
        """The same data without place and ids."""
        if isinstance(value, dict):
            if set(value) == {"start", "end"} and all(isinstance(v, int) for v in value.values()):
                return [value["start"] - self.offset, value["end"] - self.offset]
            return {k: self.of(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [self.of(item, key) for item in value]
        if isinstance(value, str) and (key == "id" or key.endswith("_id")):
            return self.ids.setdefault(value, f"id {len(self.ids) + 1}")
        return value


def nothing_without_triggers(case: ExtractorCase) -> None:
    """Without a trigger it finds nothing, as it says."""
    subject = case.subject
    if subject.triggers is None:
        raise NotApplicable("it declares no triggers")
    index = TriggerIndex([subject.triggers])
    looked = 0
    for label, given in case.inputs():
        folded = FoldedText(given.raw).folded
        for block in _lines(given.raw):
            if index.find(folded, [block])[0]:
                continue
            looked += 1
            text = given.raw[block[0] : block[1]]
            for result in case.results(attrs.evolve(given, raw=text, sha256="")):
                for found in _own(case, result):
                    fail(
                        f"{label}: finds {result.text(found.extent)!r} in a text without a trigger"
                    )
    if not looked:
        raise NotApplicable("every line of every sample holds a trigger")


def _lines(raw: str) -> Iterator[tuple[int, int]]:
    from corpuskit.scan import lines

    return lines(raw)


def works_without_uses(case: ExtractorCase) -> None:
    """What it uses may be absent."""
    if not case.subject.uses:
        raise NotApplicable("it declares no uses")
    pipeline = case.pipeline(alone=True)
    for label, given in case.inputs():
        try:
            list(pipeline.run([given], segment=False))
        except Exception as error:
            fail(f"{label}: without the layers that it merely uses: {raised(error)}")


def json_round_trip(case: ExtractorCase) -> None:
    """Records come back as they went."""
    for label, given in case.inputs():
        for result in case.results(given):
            data = json.loads(json.dumps(result.to_dict()))
            layers = [layer for e in (*case.beside, case.subject) for layer in e.provides]
            back = Result.from_dict(data, source=given, layers=layers)
            for layer in case.subject.provides:
                if back.layers.get(layer, ()) != result.layers.get(layer, ()):
                    fail(f"{label}: {layer.__name__} comes back from JSON as something else")
            if pickle.loads(pickle.dumps(result)).layers != result.layers:
                fail(f"{label}: results come back from pickling as something else")


def generated_texts(case: ExtractorCase) -> None:
    """Texts made by hypothesis: nothing is raised, and text in front only moves offsets."""
    try:
        from hypothesis import HealthCheck, given, settings

        from corpuskit.testing.strategies import hostile_texts, news_texts
    except ImportError:
        raise NotApplicable("hypothesis is not installed: corpuskit-core[testing]") from None

    tried: list[str] = []

    def holds(text: str) -> None:
        source = attrs.evolve(case.samples[0], raw=text, sha256="", id="")
        tried[:] = [text]
        try:
            with limited(10):  # what it raises goes through hypothesis, which would try for ever
                here = _placed(case, source, "", "")
                there = _placed(case, source, "İ😀\r\n", "")
        except OutputError as error:
            fail(f"{text!r}: {error.message}")
        differ(f"{text!r}: moved by text in front", here, there)

    for strategy in (hostile_texts(), news_texts()):
        run = settings(
            max_examples=40,
            derandomize=True,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
        )(given(strategy)(holds))
        try:
            run()
        except TooSlow:
            fail(f"{tried[0]!r} takes longer than 10 s")


def rules_prove_themselves(case: ExtractorCase) -> None:
    """If the object shows its rules, their examples hold."""
    from corpuskit.testing._rules import check_rule

    rules: Sequence[Any] = getattr(case.subject, "rules", ())
    describe = getattr(case.subject, "describe", None)
    if not rules:
        raise NotApplicable("the object shows no `rules`")
    pipeline = Pipeline([*case.beside, case.subject], strict=True)
    for rule in rules:
        check_rule(pipeline, rule, describe, layers=case.subject.provides)


EXTRACTOR_CHECKS: tuple[Check, ...] = (
    Check("declares", "name, layers and triggers are declared properly", declares),
    Check("spans_read_back", "spans are in place, fields say what stands there", spans_read_back),
    Check("names_its_rule", "every annotation names the rule that found it", names_its_rule),
    Check("each_layer_seen", "declared layers are found and read at least once", each_layer_seen),
    Check("only_declared", "only declared layers are read and returned", only_declared),
    Check("hands_off", "article, layers and hits are left as they are", hands_off),
    Check("lets_go", "no article is held after its call", lets_go),
    Check("same_id_other_text", "an id says nothing about a text", same_id_other_text),
    Check("moves_with_text_in_front", "text in front moves offsets only", moves_with_text_in_front),
    Check("nothing_without_triggers", "no trigger, no finding", nothing_without_triggers),
    Check("works_without_uses", "what it uses may be absent", works_without_uses),
    Check("json_round_trip", "records come back from JSON as they went", json_round_trip),
    Check("generated_texts", "texts made by hypothesis raise nothing", generated_texts),
    Check("rules_prove_themselves", "the examples of its rules hold", rules_prove_themselves),
    *COMMON_CHECKS,
)
