"""The record's JSON Schema: made from the types, shipped fresh, true of every record."""

from __future__ import annotations

import copy
import datetime as dt
import functools
import json
import types
from importlib import resources
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpuskit
from corpuskit.model.codec import decode, encode, type_hints
from corpuskit.model.record import LAYER_KEYS
from corpuskit.model.schema import field_docs, make_schema

SPECIMENS = Path(__file__).parents[2] / "seeds" / "specimens"
REFRESH = "python -m corpuskit.model.schema > src/corpuskit/model/record.schema.json"


@functools.cache
def validator() -> jsonschema.Draft202012Validator:
    schema = corpuskit.record_schema()
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@functools.cache
def records() -> tuple[dict[str, Any], ...]:
    """Every record of the specimens, through JSON, with and without the caller's date."""
    pipeline = corpuskit.Pipeline.installed()
    day = dt.date(2021, 2, 19)
    sources = [
        corpuskit.Source.from_path(path, published=published)
        for path in sorted(SPECIMENS.glob("*.txt"))
        for published in (None, day)
    ]
    return tuple(json.loads(json.dumps(result.to_dict())) for result in pipeline.run(sources))


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(make_schema())


def test_the_shipped_schema_is_fresh():
    shipped = (resources.files("corpuskit.model") / "record.schema.json").read_text("utf-8")
    fresh = json.dumps(make_schema(), indent=1, ensure_ascii=False) + "\n"
    assert shipped == fresh, f"stale; run: {REFRESH}"


ATTRS = [
    value
    for name in corpuskit.__all__
    if isinstance(value := getattr(corpuskit, name), type) and attrs.has(value)
]


@pytest.mark.parametrize("cls", ATTRS, ids=lambda cls: cls.__name__)
def test_each_field_has_a_line_of_its_own_in_the_docstring(cls):
    said = field_docs(cls)
    assert sorted(said) == sorted(field.name for field in attrs.fields(cls))
    assert len(set(said.values())) == len(said)


def test_a_field_without_a_line_is_noticed():
    @attrs.frozen
    class Storm:
        """A storm.

        Attributes:
            start, end: its days.
        """

        start: int
        end: int

    assert field_docs(Storm) == {}


def test_every_field_is_described():
    schema = make_schema()
    parts = {name: schema["properties"][name] for name in ("source", "article")} | schema["$defs"]
    bare = [
        f"{name}.{field}"
        for name, part in parts.items()
        for field, value in part["properties"].items()
        if "description" not in value
    ]
    assert bare == []


def test_every_record_of_the_specimens_validates():
    assert len(records()) >= len(list(SPECIMENS.glob("*.txt")))
    for record in records():
        validator().validate(record)


def test_every_record_of_the_specimens_comes_back_the_same():
    for record in records():
        assert corpuskit.Result.from_dict(record).to_dict() == record


FAULTS = {
    "an unknown key": lambda record: record.update(extra=1),
    "another version": lambda record: record.update(schema="corpuskit-record/0"),
    "no article": lambda record: record.pop("article"),
    "a float offset": lambda record: record["article"]["span"].update(start=0.5),
    "a negative offset": lambda record: record["article"]["span"].update(start=-1),
    "no date": lambda record: record["source"].update(published="yesterday"),
    "a kind nobody knows": lambda record: record.update(dates=[{"type": "DAY"}]),
    "a layer that is no list": lambda record: record.update(quotes={}),
}


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_schema_turns_down(fault):
    record = copy.deepcopy(records()[0])
    validator().validate(record)
    FAULTS[fault](record)
    with pytest.raises(jsonschema.ValidationError):
        validator().validate(record)


# --- every type through JSON and back ------------------------------------------------------

SPANS = st.tuples(st.integers(0, 99), st.integers(1, 9)).map(
    lambda pair: corpuskit.Span(pair[0], pair[0] + pair[1])
)
WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
TYPES = [
    corpuskit.Article,
    *LAYER_KEYS.values(),
    corpuskit.EventCluster,
    corpuskit.Failure,
    corpuskit.Interval,
    corpuskit.Published,
    corpuskit.Source,
    corpuskit.Toll,
]


def values(hint: Any) -> st.SearchStrategy[Any]:
    """A strategy for a type hint of the model."""
    origin, arguments = get_origin(hint), get_args(hint)
    plain = {
        str: WORDS,
        int: st.integers(-(10**12), 10**12),
        bool: st.booleans(),
        type(None): st.none(),
        dt.date: st.dates(),
        dt.datetime: st.datetimes(),
        corpuskit.Span: SPANS,
        corpuskit.Claims: st.dictionaries(WORDS, st.tuples(instances(corpuskit.Claim)), max_size=2),
    }
    if hint in plain:
        return plain[hint]
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(values, arguments))
    if origin is tuple and arguments[-1] is Ellipsis:
        many = st.lists(values(arguments[0]), min_size=1, max_size=2)
        return many.map(sorted if arguments[0] is corpuskit.Span else list).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, arguments))
    return instances(hint)


@functools.cache
def instances(cls: type) -> st.SearchStrategy[Any]:
    """A strategy for an attrs class of the model, every field filled."""
    fields = {field.name: field for field in attrs.fields(cls)}
    return st.deferred(
        lambda: st.builds(
            cls,
            **{
                name: claim_values() if (cls, name) == (corpuskit.Claim, "value") else values(hint)
                for name, hint in type_hints(cls).items()
                if fields[name].init
            },
        )
    )


def claim_values() -> st.SearchStrategy[Any]:
    """A str "2021-02-16" comes back as a date, so none such is made here."""
    words = WORDS.filter(lambda text: text[4:5] + text[7:8] != "--")
    return st.one_of(words, st.integers(0, 9999), st.dates(), st.none())


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_type_goes_through_json_and_back(cls, data):
    value = data.draw(instances(cls))
    assert decode(cls, json.loads(json.dumps(encode(value)))) == value


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_schema_holds_for_any_value_of_the_types(data):
    layer = data.draw(st.sampled_from(list(LAYER_KEYS.values())))
    key = next(key for key, cls in LAYER_KEYS.items() if cls is layer)
    article = corpuskit.Article(source=corpuskit.Source(raw="x" * 200), span=corpuskit.Span(0, 200))
    result = corpuskit.Result(article, {layer: (data.draw(instances(layer)),)})
    record = json.loads(json.dumps(result.to_dict()))
    assert list(record[key][0])[-1] == "provenance"
    validator().validate(record)
