"""The option `separator`, byte order marks, and later articles without a line of body."""

from __future__ import annotations

import pickle

import pytest

import corpuskit
from corpuskit import Article, ConfigurationError, Source, Span
from corpuskit_boilerplate import Boilerplate
from corpuskit_boilerplate.assemble import assemble
from corpuskit_boilerplate.lexicon import LANGUAGES
from corpuskit_boilerplate.page.lines import read_lines

STRIKE = """Strike shuts the port of Velm

By Nadia Orsk
Published: 8 March 2021

Dock workers in Velm stayed away from the port on Monday as the talks broke down.
"""
PORT = """Port opens again

Published: 9 March 2021

The port of Velm opened again on Tuesday after the union had signed an agreement.
"""
MARK = "### 2021/0417 ###"


def read(raw: str, **options: object) -> list[Article]:
    return list(Boilerplate(**options)(Source(raw=raw)))  # type: ignore[arg-type]


def text(article: Article, span: Span | None) -> str | None:
    return None if span is None else article.text(span)


def titles(found: list[Article]) -> list[str | None]:
    return [text(one, one.headline) for one in found]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_line_that_the_option_matches_ends_an_article(ends: str):
    raw = f"{STRIKE}{MARK}\n{PORT}".replace("\n", ends)
    first, second = read(raw, separator=r"### \d+/\d+ ###")
    assert titles([first, second]) == ["Strike shuts the port of Velm", "Port opens again"]
    assert (first.part, first.parts, second.part, second.parts) == (1, 2, 2, 2)
    last = first.furniture[-1]
    assert (last.kind, last.rule, first.text(last.span)) == (
        "separator",
        "boilerplate.separator_option",
        MARK,
    )
    assert first.span.end == last.span.end
    assert raw[second.span.start :].startswith("Port opens again")
    assert [len(one.body) for one in (first, second)] == [1, 1]


def test_marks_above_the_first_article_and_below_the_last_are_furniture():
    raw = f"{MARK}\n{MARK}\n{STRIKE}{MARK}\n{MARK}\n{PORT}\n{MARK}\n"
    first, second = read(raw, separator=r"### \d+/\d+ ###")
    assert titles([first, second]) == ["Strike shuts the port of Velm", "Port opens again"]
    kinds = [[piece.kind for piece in one.furniture] for one in (first, second)]
    assert [one.count("separator") for one in kinds] == [4, 1]


def test_what_stands_right_below_a_mark_need_not_be_a_headline():
    raw = f"{STRIKE}{MARK}\nShare\n9 March 2021\n{PORT}"
    _, second = read(raw, separator=r"### \d+/\d+ ###")
    assert text(second, second.headline) == "Port opens again"


def test_where_nothing_matches_the_evidence_cuts_as_ever():
    raw = STRIKE + PORT
    assert read(raw, separator="=+") == read(raw)


def test_a_mark_is_a_whole_line():
    raw = STRIKE.replace("Dock", f"See {MARK}: dock")
    assert read(raw, separator=r"### \d+/\d+ ###") == read(raw)


def test_a_mark_in_hard_wrapped_text_stands_alone():
    wrapped = (
        "The harbour council said on Monday that the new ferry would sail\n"
        "twice a day, and that nobody had been hurt when the old one ran\n"
        "aground in the fog off the eastern mole last winter, in which it\n"
        "lay for a month before the tugs of the Velm company came for it.\n"
    )
    mark = "-" * 60 + " next"
    first, second = read(f"{wrapped}{mark}\n{wrapped}", separator="-+ next")
    assert first.text(first.furniture[-1].span) == mark
    assert [len(one.body) for one in (first, second)] == [1, 1]


def test_nothing_but_marks():
    (only,) = read("==\n==\n", separator="=+")
    assert [piece.kind for piece in only.furniture] == ["separator", "separator"]


def test_a_bad_pattern_is_a_clear_error():
    with pytest.raises(
        ConfigurationError, match=r"separator: '\(=\+' is no regular expression: missing"
    ):
        Boilerplate(separator="(=+")
    with pytest.raises(corpuskit.ConfigurationError, match="boilerplate: separator"):
        corpuskit.Pipeline.installed(options={"boilerplate": {"separator": "(=+"}})
    with pytest.raises(TypeError, match="separator"):
        Boilerplate(separator=3)  # type: ignore[arg-type]


def test_the_option_travels_to_other_processes():
    one = Boilerplate(separator="=+")
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize("raw", ["\ufeff" + STRIKE, STRIKE + "\n\n\ufeff" + STRIKE])
def test_a_byte_order_mark_is_no_part_of_the_headline(raw: str):
    assert set(titles(read(raw, separator="\ufeff"))) == {"Strike shuts the port of Velm"}


def test_a_byte_order_mark_is_no_part_of_a_block():
    raw = "\ufeff" + STRIKE.rpartition("\n\n")[2]
    (article,) = read(raw)
    assert [article.text(block.span)[:12] for block in article.body] == ["Dock workers"]
    (alone,) = read("\ufeff")
    assert alone.body == alone.furniture == ()


def test_a_later_article_without_body_keeps_its_unlabelled_lines():
    raw = (
        "Minister visits the wounded of Orrin\n\nUpdated 20 February 2021\n\nShare\n\n"
        "ORRIN: Interior Minister Pavel Dorn visited nine people wounded in the explosion.\n"
    )
    page = read_lines(raw, LANGUAGES)
    body = [True, False, False, False]
    article = assemble(Source(raw=raw), page, body, part=2, parts=2, languages=LANGUAGES)
    assert text(article, article.headline) == "Minister visits the wounded of Orrin"
    assert [article.text(block.span)[:14] for block in article.body] == ["ORRIN: Interio"]
    assert [piece.kind for piece in article.furniture] == ["timestamp", "share"]
    assert text(article, article.dateline) == "ORRIN"
