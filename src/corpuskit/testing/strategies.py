"""Strategies: hypothesis texts that are hostile, and texts that read like news."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from corpuskit.testing._texts import HOSTILE, NEWS

__all__ = ["hostile_texts", "news_texts"]

_PIECES = (
    "two", "1,200", "twenty-three", "dozens of", "killed", "wounded", "on Monday", "in March 2024",
    "last week", "he said", "told reporters", "Olena Marsh", "Port Elsen", "the Northern Front",
    "(NF)", "Ms. Dahl", "soldiers", "“", "”", "‘", "’", '"', "'", "(", ")", ".", ",", "—", "…",
    ": ", "\n", "\n\n", "\r\n", " ", "\u00a0", "\ufeff", "İ", "ß", "😀", "\u0301", "\u200b",
    "²", "½", "Ⅻ", "١", "«", "»", "\x00", "\u2028", "قال",
)  # fmt: skip
_PEOPLE = (
    "Olena Marsh",
    "Defence Minister Karim Sol",
    "Ms. Dahl",
    "Tomas Reyk of the NF",
    "police",
)
_PLACES = ("Port Elsen", "the Varda valley", "Mirsk", "Averland")
_TIMES = ("on Monday", "on 16 March 2024", "last week", "late on Friday", "in 2019", "yesterday")
_COUNTS = ("two", "at least 14", "about 1,200", "dozens of", "twenty-three", "no")
_VICTIMS = ("soldiers", "people", "civilians", "militants", "police officers")
_FATES = ("were killed", "were wounded", "are missing", "fled")


@cache
def hostile_texts(max_size: int = 300) -> st.SearchStrategy[str]:
    """Any Unicode text (no lone surrogates), and heaps of the pieces that news is made of."""
    anything = st.text(st.characters(codec="utf-8"), max_size=max_size)
    heaps = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)
    spaced = st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join)
    known = st.sampled_from([text for _, text in HOSTILE if len(text) <= max_size])
    return st.one_of(heaps, spaced, anything, known)


@cache
def news_texts(max_sentences: int = 8) -> st.SearchStrategy[str]:
    """A few paragraphs of invented news: counts, times, places, people and what they said."""
    people, places, times = map(st.sampled_from, (_PEOPLE, _PLACES, _TIMES))
    counts, victims, fates = map(st.sampled_from, (_COUNTS, _VICTIMS, _FATES))
    toll = st.builds("{} {} {} {} in {}".format, counts, victims, fates, times, places)
    plain = toll.map(lambda text: f"{text[0].upper()}{text[1:]}.")
    said = st.builds("“{1},” {0} said {2}.".format, people, plain.map(lambda t: t[:-1]), times)
    reported = st.builds("{} told reporters that {}.".format, people, toll)
    sentences = st.one_of(plain, said, reported, st.sampled_from([t for _, t in NEWS]))
    gaps = st.sampled_from((" ", "\n", "\n\n", "\r\n\r\n"))
    return st.builds(
        lambda gap, found: gap.join(found),
        gaps,
        st.lists(sentences, min_size=1, max_size=max_sentences),
    )
