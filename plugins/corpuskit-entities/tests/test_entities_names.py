"""Names across documents: which are one, which are two, and that blocks never lose a pair."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuskit import Entity, Span
from corpuskit_entities import NameIndex, acronym_of, same_name
from corpuskit_entities.across.same_name import block_keys
from corpuskit_entities.across.spelling import same_word

SAME = [
    # spelling
    ("Jorun Adalbek", "Jorunn Adalbek", "person"),
    ("Karimullah Zahed", "Kareemullah Zahid", "person"),
    ("Habibullah Sami", "Habib Ullah Sami", "person"),
    ("Mohammed Yousuf", "Muhammad Yusuf", "person"),
    ("Abdul Rahman Noori", "Abdur Rehman Nouri", "person"),
    ("Omar al-Sahra", "Umar Sahra", "person"),
    ("Jamaat-e-Sahra Arvania", "Jamaat-i-Sahra Arvania", "organisation"),
    ("Sahrah Liberation Front", "Sahra Liberation Front", "organisation"),
    ("Zarvikabad", "Zarvikkabad", "place"),
    ("Old Zarvik", "Oldzarvik", "place"),
    # parts left out
    ("Ana Maria Varga", "Ana Varga", "person"),
    ("Muhammad Sami Zahed", "Sami Zahed", "person"),
    ("Rosa L. Varga", "Rosa Varga", "person"),
    ("President Rosa Varga", "Rosa Varga", "person"),
    # word order
    ("Sun Jae-in", "Jae-in Sun", "person"),
    ("Free Riders of Zarvik", "Zarvik Free Riders", "organisation"),
    # acronyms
    ("ZFU", "Zarvik Farmers’ Union", "organisation"),
    ("Z.F.U.", "ZFU", "organisation"),
    ("MTA", "Ministry of Trade and Agriculture", "organisation"),
    ("FNR", "Norwegian Riders", "organisation"),  # the Front of the Norwegian Riders, at large
    # peoples and countries
    ("Norwegian army", "Norway Army", "organisation"),
    ("US Army", "United States Army", "organisation"),
    ("UK", "United Kingdom", "place"),
    ("Ministry of Defence", "Ministry of Defense", "organisation"),
    # no kind given
    ("Rosa Varga’s ZFU", "ZFU", None),
    ("Norwegian Front", "Norway Front", None),
]
DIFFERENT = [
    ("Varga", "Rosa Varga", "person"),  # a surname is not enough
    ("Rosa", "Rosa Varga", "person"),
    ("Rosa Varga", "Dana Varga", "person"),
    ("Hasan Sami", "Hussain Sami", "person"),
    ("Karim Zahed", "Karam Zahed", "person"),
    ("Sami Zahed", "Sami Zahedi", "person"),
    ("Anna Marlow", "Anne Marlow", "person"),
    ("John Marlow", "Jon Marlow", "person"),
    ("Rosa L. Varga", "Rosa M. Varga", "person"),
    ("Rosa Varga Jr.", "Rosa Varga Sr.", "person"),
    ("Jamaat-e-Sahra", "Lashkar-e-Sahra", "organisation"),
    ("Norwegian army", "Swedish army", "organisation"),
    ("Norwegian army", "Norwegian police", "organisation"),
    ("ZFU", "ZFA", "organisation"),
    ("Free State", "Free State of Arvania", "organisation"),
    ("North Zarvik", "South Zarvik", "place"),
    ("Niger", "Nigeria", "place"),
    ("Iran", "Iraq", "place"),
    ("Rosa Varga", "Varga’s ZFU", None),  # a person and her party
    ("", "", "person"),
]


@pytest.mark.parametrize(("a", "b", "kind"), SAME)
def test_same(a, b, kind):
    assert same_name(a, b, kind)
    assert same_name(b, a, kind)


@pytest.mark.parametrize(("a", "b", "kind"), DIFFERENT)
def test_different(a, b, kind):
    assert not same_name(a, b, kind)
    assert not same_name(b, a, kind)


@pytest.mark.parametrize(("a", "b", "kind"), [row for row in SAME if row[2]])
def test_same_names_share_a_block(a, b, kind):
    assert set(block_keys(a, kind)) & set(block_keys(b, kind))


WORDS = st.lists(
    st.sampled_from(
        "Rosa Ana Varga Vargah Zahid Zahed Sami Samy ul al Abdul Rahman Rehman".split()
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(WORDS, WORDS)
def test_blocks_lose_no_pair(a, b):
    if a != b and same_name(a, b, "person"):
        assert set(block_keys(a, "person")) & set(block_keys(b, "person")), (a, b)


@given(WORDS, WORDS)
def test_symmetric(a, b):
    assert same_name(a, b, "person") == same_name(b, a, "person")


@pytest.mark.parametrize(
    ("acronym", "name", "answer"),
    [
        ("ZFU", "Zarvik Farmers Union", True),
        ("MoT", "Ministry of Trade", True),
        ("MT", "Ministry of Trade", True),
        ("ZFU", "Zarvik Fishers and Farmers Union", False),
        ("Z", "Zarvik", False),
    ],
)
def test_acronyms(acronym, name, answer):
    assert acronym_of(acronym, name) is answer


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("Sahra", "Sahrah", True),
        ("Qasim", "Kasim", True),
        ("Noor", "Nur", True),
        ("Abdullah", "Abdallah", True),
        ("Thibau", "Thibaux", True),
        ("Rosa", "Rose", True),  # as words; as first names they are two
        ("Sharif", "Sharifi", False),
        ("Amir", "Umair", False),
        ("42", "43", False),
    ],
)
def test_words(a, b, answer):
    assert same_word(a, b) is answer


def test_an_index_groups_and_names_the_fullest():
    index = NameIndex(
        [
            ("Ana Varga", "person"),
            ("Ana Maria Varga", "person"),
            ("Varga", "person"),
            ("Dana Varga", "person"),
            ("ZFU", "organisation"),
            ("Zarvik Farmers' Union", "organisation"),
        ]
    )
    assert index.groups() == (
        ("Ana Maria Varga", "Ana Varga"),
        ("Dana Varga",),
        ("Varga",),
        ("Zarvik Farmers' Union", "ZFU"),
    )
    assert index.canonical("ZFU", "organisation") == "Zarvik Farmers' Union"
    assert index.same("Ana Varga", "Ana Maria Varga", "person")
    assert not index.same("Ana Varga", "Dana Varga", "person")


def test_a_name_not_in_the_index_finds_its_group_or_stands_for_itself():
    index = NameIndex([("Rosa Zahed Sami", "person")])
    assert index.canonical("Rosa Sami", "person") == "Rosa Zahed Sami"
    assert index.canonical("Eve Moss", "person") == "Eve Moss"


def test_what_fits_two_groups_ties_them_not_together():
    names = ["Rosa Varga", "Rosa L. Varga", "Rosa M. Varga"]
    index = NameIndex([(name, "person") for name in names])
    assert len(index.groups()) == 3
    names = ["ZFU", "Zarvik Farmers Union", "Zonal Fuel Unit"]
    index = NameIndex([(name, "organisation") for name in names])
    assert len(index.groups()) == 3


def test_what_an_article_defines_holds():
    def entity(name, *aliases, acronym=None):
        spans = tuple(Span(i + 1, i + 2) for i in range(len(aliases)))
        return Entity(
            id=name,
            name=name,
            kind="organisation",
            mentions=(Span(0, 1),),
            aliases=aliases,
            alias_spans=spans,
            acronym=acronym,
        )

    index = NameIndex(
        [
            entity("Riders of the Lake", "Lake Movement", acronym="HFC"),
            entity("Hill Farmers Club", "Club"),
        ]
    )
    assert index.canonical("HFC", "organisation") == "Riders of the Lake"
    assert index.canonical("Lake Movement", "organisation") == "Riders of the Lake"
    assert index.canonical("Hill Farmers Club", "organisation") == "Hill Farmers Club"
    assert index.canonical("Club", "organisation") == "Club"  # says too little elsewhere


def test_the_order_of_names_does_not_matter():
    names = [(n, "person") for n in ("Ana Varga", "Anna Maria Varga", "Sami Zahed", "Sami Zahid")]
    groups = {NameIndex(order).groups() for order in itertools.permutations(names)}
    assert len(groups) == 1


def test_few_pairs_are_compared(monkeypatch):
    """Of 400 names the index compares each with its block, not with all."""
    from corpuskit_entities.across import name_index

    compared = []

    def counted(a, b, kind):
        compared.append((a, b))
        return same_name(a, b, kind)

    monkeypatch.setattr(name_index, "same_name", counted)
    letters = "bdfgklmnprst"
    names = [f"Rosa {a}a{b}e{c}o" for a in letters[:8] for b in letters[:7] for c in letters[:7]]
    NameIndex([(name, "person") for name in names])
    assert len(compared) < 5 * len(names)
