"""The plugin contract, and promises over generated and hostile text."""

from __future__ import annotations

import itertools
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

import corpuskit_quotes
from corpuskit import Pipeline, Quotation
from corpuskit.scan import Lexicon
from corpuskit.testing import ExtractorContract
from corpuskit_quotes import Quotes


class TestQuotes(ExtractorContract):
    extractor = Quotes()
    units = (
        *("“", '"', "'", "(", "‘a ", "A. ", "a, ", "the ", "Sol ", "said ", ", who said "),
        *("according to ", "people who treat ", "men seen in towns "),
    )


PIPELINE = Pipeline([Quotes()], strict=True)
PIECES = (
    "“ ” \" ' ‘ ’ '' `` « » „ said says told Ana Sol the mayor , . : ; — - ? ! ( ) that to of he "
    'she it who which according accused him vowed not is was “It holds,” ‘yes’ \n\n 10" 6\'2" … '
    "Mr. J. reporters on Monday’s claim @ / * •"
).split(" ")
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def found(text: str) -> tuple[Quotation, ...]:
    (result,) = PIPELINE.run([text], segment=False)
    return result.quotes


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_nothing_is_raised_and_twice_is_the_same(text: str) -> None:
    assert found(text) == found(text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_contents_do_not_overlap(text: str) -> None:
    spans = sorted(span for quote in found(text) for span in quote.spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_paragraph_in_front_moves_all_and_changes_no_content(text: str) -> None:
    text = f"It rained.\n\n{text}"
    front = "It rained all day in Lund.\n\n"
    shifted = [
        [(s.start - len(front), s.end - len(front)) for s in q.spans] for q in found(front + text)
    ]
    assert shifted == [[(s.start, s.end) for s in q.spans] for q in found(text)]


def test_registering_loads_no_rule() -> None:
    code = (
        "import sys, corpuskit_quotes.plugin as p; p.corpuskit_extractors();"
        "print([m for m in sys.modules if m.startswith('corpuskit_quotes.')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "rules" not in run.stdout
    assert "attribution" not in run.stdout


def test_public_names() -> None:
    assert corpuskit_quotes.__all__ == ["Quotes"]


CODES = frozenset(
    "that clause bare to wh ing np quote marks said things addressee raise none".split()
)
PREFIXES = {"v": "be:", "n": " ", "a": " "}
WORDS = frozenset(
    "of for about on in with against at like out over by as to from into up behind toward upon "
    "through".split()
)


def test_the_cue_lexicon_has_only_known_codes() -> None:
    for entry in Lexicon.from_package("corpuskit_quotes", "cues.tsv").entries:
        assert entry["pos"] in ("v", "n", "a")
        for code in entry["takes"].split():
            plain = code.rstrip("?").rpartition("!")[2].removeprefix(PREFIXES[entry["pos"]])
            if entry["pos"] == "v":
                plain = plain.removeprefix("past:")
            assert plain in CODES or plain.strip("+23") in WORDS, (entry.term, code)


def test_no_cue_has_two_rows_as_one_part_of_speech() -> None:
    rows = [
        (e.term, e["pos"]) for e in Lexicon.from_package("corpuskit_quotes", "cues.tsv").entries
    ]
    assert len(rows) == len(set(rows))


def test_contents_are_in_text_order() -> None:
    """Words put together at random had a pronoun behind what it was joined to."""
    (quote,) = found("suspected Fire tore , which convention including catcher posted a loss.")
    assert list(quote.spans) == sorted(quote.spans)
