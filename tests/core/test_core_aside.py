"""Aside: what cannot stand beside others is named, whichever kind of part it is."""

from __future__ import annotations

import attrs
import pytest
from toys import Other, Others, Pair, Word, Words

from corpuskit import Annotation, Exporter, Extractor, LayerClash, Pipeline, PlanError, Reader
from corpuskit.contract import Part, Plugin, Registry, check_part
from corpuskit.model import OutputError
from corpuskit.pipeline import choose_by_key
from corpuskit.pipeline.exporters import exporters_by_name
from corpuskit.pipeline.readers import readers_by_suffix
from corpuskit.pipeline.texts import TextReader


def extractor(name, provides, **more):
    members = {"name": name, "provides": provides, "__call__": lambda *_: (), **more}
    return type(name.title(), (Extractor,), members)()


def reader(name, *suffixes, **more):
    members = {"name": name, "suffixes": suffixes, "__call__": lambda *_, **__: (), **more}
    return type(name.title(), (Reader,), members)()


def exporter(name, **more):
    members = {"name": name, "suffix": ".x", "__call__": lambda *_: None, **more}
    return type(name.title(), (Exporter,), members)()


def installed(**parts):
    """A registry with one plugin a kind."""
    return Registry(
        tuple(
            Plugin(
                distribution=f"toy-{kind}",
                version="1",
                entry_point=kind,
                module=kind,
                state="active",
                parts=tuple(Part(kind, part, f"toy-{part.name}", "1") for part in found),
            )
            for kind, found in parts.items()
        )
    )


def test_two_circles_and_who_waits_for_them_are_set_aside_and_the_rest_runs():
    @attrs.frozen(kw_only=True)
    class Third(Word):
        pass

    @attrs.frozen(kw_only=True)
    class Fourth(Word):
        pass

    @attrs.frozen(kw_only=True)
    class Fifth(Word):
        pass

    parts = [
        extractor("a", (Word,), requires=(Pair,)),
        extractor("b", (Pair,), requires=(Word,)),
        extractor("c", (Third,), requires=(Fourth,)),
        extractor("d", (Fourth,), requires=(Third,)),
        extractor("e", (Fifth,), requires=(Third,)),
        Others(),
    ]
    pipeline = Pipeline.installed(registry=installed(extractors=parts))
    assert [step.name for step in pipeline.plan.steps] == ["others"]
    reasons = {one.part.name: one.reason for one in pipeline.aside}
    assert sorted(reasons) == ["a", "b", "c", "d", "e"]
    assert "c" in reasons["d"]
    assert "nobody provides it" in reasons["e"]
    assert len(pipeline.failures) == 5


def test_two_that_replace_one_another_clash():
    parts = [extractor("a", (Word,), replaces=("b",)), extractor("b", (Pair,), replaces=("a",))]
    pipeline = Pipeline.installed(registry=installed(extractors=[*parts, Others()]))
    assert [step.name for step in pipeline.plan.steps] == ["others"]
    assert ["replace one another" in failure.error for failure in pipeline.failures] == [True, True]
    with pytest.raises(LayerClash, match="replace one another"):
        Pipeline(parts)


def test_who_replaces_a_name_that_nobody_has_is_told_so():
    parts = [extractor("a", (Word,), replaces=("bb",)), extractor("b", (Word,))]
    with pytest.raises(LayerClash, match=r"declare replaces; a replaces 'bb', as nobody here"):
        Pipeline(parts)


def test_a_chain_of_replacements_leaves_its_head():
    parts = [
        extractor("a", (Word,)),
        extractor("b", (Word,), replaces=("a",)),
        extractor("c", (Word,), replaces=("b",)),
    ]
    pipeline = Pipeline.installed(registry=installed(extractors=parts))
    assert [step.name for step in pipeline.plan.steps] == ["c"]
    assert pipeline.failures == ()


def test_an_ending_that_two_readers_claim_is_read_by_nobody():
    registry = installed(readers=[reader("one", ".log", ".a"), reader("two", ".log")])
    table, disputed = readers_by_suffix(registry, [TextReader()])
    assert set(table) == set(TextReader.suffixes)
    assert sorted(disputed) == [".a", ".log"]
    assert "one of toy-one and two of toy-two both claim the ending .log" in disputed[".log"]


def test_a_reader_may_stand_in_for_another_and_for_the_built_in():
    better = reader("better", ".log", ".txt", replaces=("one",))
    table, disputed = readers_by_suffix(
        installed(readers=[reader("one", ".log"), better]), [TextReader()]
    )
    assert table[".log"] is table[".txt"] is better
    assert disputed == {}


def test_exporters_stand_in_by_name_and_clash_by_name():
    sheet = exporter("sheet", replaces=("csv",))
    table, disputed = exporters_by_name(installed(exporters=[sheet]))
    assert table["csv"] is table["sheet"] is sheet
    assert disputed == {}
    table, disputed = exporters_by_name(installed(exporters=[sheet, exporter("sheet")]))
    assert "sheet" not in table
    assert "both claim the format sheet" in disputed["sheet"]


def test_what_is_replaced_is_no_fault():
    parts = installed(commands=[exporter("a"), exporter("b", replaces=("a",))]).parts("commands")
    chosen, disputed, gone = choose_by_key("commands", parts)
    assert [chosen[key].name for key in ("a", "b")] == ["b", "b"]
    assert disputed == {}
    assert [(one.part.name, one.fault) for one in gone] == [("a", False)]


class Loose(Word):
    pass


@attrs.frozen(kw_only=True)
class Placeless(Annotation):
    day: str


@attrs.frozen(kw_only=True)
class Reworded(Word):
    text: str


@attrs.frozen(kw_only=True)
class Many(Word):
    names: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Anything(Word):
    value: object = None


@pytest.mark.parametrize(
    ("kind", "part", "message"),
    [
        ("extractors", extractor("x", ()), "provides is not a tuple of annotation classes"),
        ("extractors", extractor("x", (Other,), uses=[Word]), "uses is not a tuple"),
        ("extractors", extractor("x", (Other,), replaces="y"), "replaces is not a tuple of names"),
        ("extractors", extractor("x", (Loose,)), "Loose is no attrs class"),
        ("extractors", extractor("x", (Placeless,)), "Placeless has no span"),
        ("extractors", extractor("x", (Reworded,)), "has a field 'text', which every record has"),
        ("extractors", extractor("x", (Many,)), "Many.names: JSON cannot hold a frozenset"),
        ("extractors", extractor("x", (Anything,)), "Anything.value: JSON cannot hold a object"),
        ("readers", reader("x"), "suffixes is not a tuple of endings"),
        ("readers", reader("x", "xml"), "suffixes is not a tuple of endings"),
        ("readers", reader("x", ".HTM"), "suffixes is not a tuple of endings"),
        ("linkers", exporter("x"), "link is not a method"),
        ("exporters", exporter("x", suffix=None), "suffix is not an ending"),
        ("policies", exporter("x"), "cites is not a text"),
        ("commands", exporter("x"), "help is not a text"),
    ],
)
def test_what_a_kind_must_have_is_told_at_the_door(kind, part, message):
    with pytest.raises(OutputError, match=message):
        check_part(kind, part)


def test_a_reader_is_no_segmenter():
    with pytest.raises(PlanError, match="no extractor and no segmenter"):
        Pipeline([Words(), reader("x", ".x")])
