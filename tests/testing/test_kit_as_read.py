"""A field may say how the text is read where it is written otherwise; nothing else."""

from __future__ import annotations

import attrs
import pytest

from corpuskit import Annotation, Article, Extractor, Layers, Provenance, Span
from corpuskit.scan import Lexicon
from corpuskit.testing import case_for, checks_for, verify


@attrs.frozen(kw_only=True)
class Closure(Annotation):
    span: Span
    what: str
    what_span: Span


class Closures(Extractor):
    name = "closures"
    provides = (Closure,)
    triggers = Lexicon.of("coast road")

    def __init__(self, end: str = "") -> None:
        self.end = end

    def __call__(self, article: Article, layers: Layers):
        for hit in layers.hits:
            span = Span(hit.start, hit.end)
            what = article.text(span) + self.end
            yield Closure(span=span, what=what, what_span=span, provenance=Provenance("road"))


@pytest.mark.parametrize(
    "raw", ["The coast  road.", "The co\u00adast road.", "The coast&nbsp;road."]
)
@pytest.mark.parametrize(("end", "state"), [("", "passed"), ("s", "failed")])
def test_what_is_read_is_what_stands_there(raw: str, end: str, state: str) -> None:
    case = case_for("extractors", Closures(end), samples=(raw,))
    checks = [check for check in checks_for("extractors") if check.name == "spans_read_back"]
    assert [outcome.state for outcome in verify(case, checks)] == [state]
