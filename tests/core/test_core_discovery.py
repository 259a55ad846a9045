"""Discovery: broken, denied and clashing distributions are listed, and never stop a run."""

from __future__ import annotations

import sys
import textwrap
from importlib import metadata

import pytest

from corpuskit import ConfigurationError, LayerMissing, Pipeline, Selection
from corpuskit.cli import main, plugins
from corpuskit.contract import discover

PLUGIN = """
import attrs
import corpuskit

@attrs.frozen(kw_only=True)
class {layer}(corpuskit.Annotation):
    span: corpuskit.Span

@attrs.frozen(kw_only=True, slots=False)
class Part(corpuskit.Extractor):
    name = "{name}"
    provides = ({layer},)
    size: int = 1

    def __call__(self, article, layers):
        return [{layer}(span=corpuskit.Span(0, self.size))]

@corpuskit.hookimpl
def corpuskit_extractors():
    return [Part()]
"""


HOOK = "import corpuskit\n@corpuskit.hookimpl\ndef corpuskit_extractors(): "


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Writes distributions with an entry point each, as an installer would."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delenv("CORPUSKIT_PLUGINS", raising=False)
    made = []

    def install(name, code):
        module = name.replace("-", "_")
        made.append(module)
        (tmp_path / f"{module}.py").write_text(textwrap.dedent(code))
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[corpuskit]\n{module} = {module}\n")

    def look(*selection, options=None):
        found = [
            entry_point
            for dist in metadata.distributions(path=[str(tmp_path)])
            for entry_point in dist.entry_points
        ]
        return discover(Selection.of(selection), options=options, entry_points=lambda: found)

    yield type("Site", (), {"install": staticmethod(install), "look": staticmethod(look)})
    for module in made:
        sys.modules.pop(module, None)


def plugin(name, layer):
    return PLUGIN.format(name=name, layer=layer)


def test_an_installed_plugin_runs(site):
    site.install("toy-one", plugin("one", "One"))
    pipeline = Pipeline.installed(registry=site.look())
    (result,) = pipeline.run(["text"])
    (layer,) = result.layers
    assert result[layer][0].provenance.plugin == "toy-one"
    assert result[layer][0].provenance.version == "1.0"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import nothing_of_that_name", "ModuleNotFoundError"),
        ("1 / 0", "ZeroDivisionError"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        (HOOK.replace("extractors", "extractorz") + "return []", "unknown hook"),
        (HOOK.replace("()", "(x)") + "return []", "hookimpl"),
        (HOOK + "return 7", "corpuskit_extractors returned 7, not a list of objects"),
        (HOOK + "return 'dates'", "corpuskit_extractors returned 'dates', not a list"),
        (HOOK + "return [7]", "7 of extractors is no plugin part"),
        (HOOK + "return ['dates']", "'dates' of extractors is no plugin part"),
        (HOOK + "return [None]", "None of extractors is no plugin part"),
        (HOOK + "return [corpuskit.Extractor]", "is a class"),
    ],
)
def test_a_plugin_that_cannot_be_loaded_is_listed_and_named_in_results(site, code, reason):
    site.install("toy-bad", code)
    site.install("toy-good", plugin("good", "Good"))
    registry = site.look()
    assert [(p.distribution, p.state) for p in registry.plugins] == [
        ("toy-bad", "failed"),
        ("toy-good", "active"),
    ]
    assert reason in registry.plugins[0].reason
    (result,) = Pipeline.installed(registry=registry).run(["text"])
    assert [f.plugin for f in result.failures] == ["toy-bad"]
    assert len(result.layers) == 1


def test_a_plugin_that_brings_nothing_is_listed_so(site, monkeypatch, capsys):
    site.install("toy-unmarked", "def corpuskit_extractors(): return []")
    site.install("toy-waits", f"corpuskit_idle = 'set X'\n{HOOK}return []")
    monkeypatch.setattr(plugins, "registry_of", lambda *options: (None, site.look()))
    assert main(["plugins"]) == 0
    said = capsys.readouterr().out
    assert "toy-unmarked 1.0  active: brings nothing: no function marked" in said
    assert "toy-waits 1.0  active: brings nothing: set X\n" in said


def test_a_denied_plugin_is_never_imported(site):
    site.install("toy-one", "raise SystemExit('imported')")
    for selection in (["-toy-one"], ["-toy_one"], ["other"]):
        (listed,) = site.look(*selection).plugins
        assert listed.state == "disabled"
        assert listed.reason
    assert "toy_one" not in sys.modules


def test_an_allow_list_is_exclusive(site):
    site.install("toy-one", plugin("one", "One"))
    site.install("toy-two", plugin("two", "Two"))
    states = {p.distribution: p.state for p in site.look("toy-two").plugins}
    assert states == {"toy-one": "disabled", "toy-two": "active"}


def test_the_environment_names_plugins_that_are_there(monkeypatch):
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "datse")
    with pytest.raises(ConfigurationError, match="CORPUSKIT_PLUGINS names 'datse', which is not"):
        discover(entry_points=list)
    monkeypatch.setenv("CORPUSKIT_PLUGINS", "none")
    assert discover(entry_points=list).plugins == ()


def test_a_selection_names_plugins_that_are_there():
    with pytest.raises(ConfigurationError, match="the selection names 'datse', which is not"):
        Pipeline.installed(Selection.parse("datse"))
    with pytest.raises(TypeError, match=r"a Selection, not a str: Selection\.parse"):
        Pipeline.installed("dates")


def test_clashing_names_set_both_aside_and_the_rest_runs(site):
    site.install("toy-a", plugin("same", "One"))
    site.install("toy-b", plugin("same", "Two"))
    site.install("toy-c", plugin("free", "Three"))
    (result,) = Pipeline.installed(registry=site.look()).run(["text"])
    assert [f.plugin for f in result.failures] == ["toy-a", "toy-b"]
    assert all("same of toy-a and same of toy-b" in f.error for f in result.failures)
    assert [layer.__name__ for layer in result.layers] == ["Three"]


def test_a_missing_requirement_sets_only_that_one_aside(site):
    needy = plugin("needy", "Needy").replace(
        'name = "needy"', 'name = "needy"\n    requires = (corpuskit.Event,)'
    )
    site.install("toy-needy", needy)
    site.install("toy-c", plugin("free", "Three"))
    pipeline = Pipeline.installed(registry=site.look())
    (result,) = pipeline.run(["text"])
    assert "needy of toy-needy requires Event: nobody provides it" in result.failures[0].error
    with pytest.raises(LayerMissing):
        result.events


def test_order_of_installation_does_not_matter(site):
    for name in ("toy-z", "toy-a", "toy-m"):
        site.install(name, plugin(name, name[-1].upper()))
    names = [p.distribution for p in site.look().plugins]
    assert names == ["toy-a", "toy-m", "toy-z"]


def test_options_are_set_and_checked(site):
    site.install("toy-one", plugin("one", "One"))
    pipeline = Pipeline.installed(registry=site.look(options={"one": {"size": 3}}))
    (result,) = pipeline.run(["text"])
    assert next(iter(result.layers.values()))[0].extent.end == 3
    with pytest.raises(ConfigurationError, match="no option 'sise'; it has: .*size"):
        site.look(options={"one": {"sise": 3}})
    with pytest.raises(ConfigurationError, match="one: size is 'big', not int"):
        site.look(options={"one": {"size": "big"}})
    with pytest.raises(ConfigurationError, match="options for three"):
        site.look(options={"three": {"size": 3}})
