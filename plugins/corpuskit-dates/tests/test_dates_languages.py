"""Languages: what is wrong with a folder of rows is said by name."""

from __future__ import annotations

import pytest

from corpuskit import ConfigurationError, LexiconError, Pipeline
from corpuskit_dates import Dates


def test_an_unknown_language_is_said_with_those_that_there_are():
    with pytest.raises(ConfigurationError, match="en, es"):
        Dates(languages=("tlh",)).triggers


def test_one_str_is_not_several_languages():
    with pytest.raises(TypeError, match=r"languages=\('en',\)"):
        Dates(languages="en")


def test_an_unknown_order_is_refused_with_those_that_there_are():
    with pytest.raises(ConfigurationError, match="is 'ymd', not 'dmy', 'mdy' or None"):
        Dates(numeric_order="ymd")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "phrase", "message"),
    [
        ("le\tarticle", "dates.deictic\tdeictic", "fr/words.tsv: there is no class 'article'"),
        ("le\tthe", "dates.dectic\tdeictic", "fr/phrases.tsv: there is no rule 'dates.dectic'"),
        ("le\tthe", "dates.deictic\tle? deictic", "'le. deictic': there is no class 'le'"),
    ],
)
def test_a_row_of_a_language_that_no_rule_knows_is_named(word, phrase, message, tmp_path):
    folder = tmp_path / "fr"
    folder.mkdir()
    words = f"term\tclass\tvalue\nhier\tdeictic\t-1\n{word}\n"
    (folder / "words.tsv").write_text(words)
    (folder / "phrases.tsv").write_text(f"term\tpattern\texample\tvalue\n{phrase}\t[[hier]]\t\n")
    pipeline = Pipeline([Dates(languages=(str(folder),))], strict=True)
    with pytest.raises(LexiconError, match=message):
        list(pipeline.run(["Il pleuvait hier."]))


def test_a_small_word_of_no_known_class_is_named(tmp_path):
    folder = tmp_path / "fr"
    folder.mkdir()
    (folder / "words.tsv").write_text("term\tclass\tvalue\nhier\tdeictic\t-1\n")
    (folder / "beside.tsv").write_text("term\tclass\nen\tto_mont\n")
    pipeline = Pipeline([Dates(languages=(str(folder),))], strict=True)
    with pytest.raises(LexiconError, match="fr/beside.tsv: there is no class 'to_mont'"):
        list(pipeline.run(["Il pleuvait hier."]))
