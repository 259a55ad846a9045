"""Languages: folders of lexicons that ship, or that lie in somebody's own project."""

from __future__ import annotations

import pytest

from corpuskit import ConfigurationError, Source
from corpuskit_boilerplate import Boilerplate

PAGE = (
    "Publicité du jour\nExplosion à Velm\n"
    "Trois soldats ont été tués lundi près de Velm, a annoncé le ministère.\n"
    "Douze personnes ont été blessées dans la ville, selon la police.\n"
)


def test_a_folder_elsewhere_is_a_language(tmp_path):
    (tmp_path / "families.tsv").write_text(
        "term\tfamily\tplace\npublicité du jour\tadvertisement\twhole\n", encoding="utf-8"
    )
    (article,) = Boilerplate(languages=("en", str(tmp_path)))(Source(raw=PAGE))
    assert [piece.kind for piece in article.furniture] == ["advertisement"]


def test_a_language_without_a_folder_is_refused_with_those_that_there_are():
    with pytest.raises(
        ConfigurationError, match="no lexicons for language 'tlh'; there are: de, en, es"
    ):
        Boilerplate(languages=("en", "tlh"))


def test_one_str_is_not_several_languages():
    with pytest.raises(TypeError, match=r"languages=\('en',\)"):
        Boilerplate(languages="en")


def test_a_folder_without_a_table_is_refused(tmp_path):
    for folder in (str(tmp_path), ""):
        with pytest.raises(
            ConfigurationError, match=r"any folder with families\.tsv, calendar\.tsv or"
        ):
            Boilerplate(languages=(folder,))
