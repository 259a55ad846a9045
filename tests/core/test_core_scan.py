"""The shared lexical pass: folding, triggers, sentences, numbers, names, marks, blocks."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuskit import Article, Block, LexiconError, Source, Span
from corpuskit.scan import (
    Entry,
    Lexicon,
    Scan,
    TriggerIndex,
    fold,
    marks_in,
    names_in,
    number_value,
    numbers_in,
    paragraphs,
    sentence_spans,
    trie_pattern,
    within,
)


def cut(raw, spans):
    return [raw[start:end] for start, end, *_ in spans]


@given(st.text())
def test_folding_never_moves_an_offset(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [("Ab’s\u00a0C", "ab's c"), ("\u0130stanbul", "\u0130stanbul"), ("ÉTÉ", "été")],
)
def test_fold(raw, folded):
    assert fold(raw) == folded


@given(st.sets(st.text("abc -'", min_size=1, max_size=5).filter(str.strip)))
def test_a_trie_matches_each_of_its_words_whole(words):
    words = {" ".join(word.split()) for word in words}
    pattern = re.compile(trie_pattern(words))
    for word in words:
        match = pattern.match(word)
        assert match is not None
        assert match.group() == word


@pytest.mark.parametrize(
    ("terms", "text", "found"),
    [
        (["killed"], "He killed, unkilled, killed.", ["killed", "killed"]),
        (["laid", "laid to rest"], "laid to\nrest and laid off", ["laid to\nrest", "laid"]),
        (["said to have"], "said to go", []),
        (["o'clock"], "at 5 o'clock", ["o'clock"]),
        (["death"], "deaths", []),
        (["%"], "5% of", ["%"]),
    ],
)
def test_triggers_match_whole_words_longest_first(terms, text, found):
    (hits,) = TriggerIndex([Lexicon.of(*terms)]).find(fold(text), [(0, len(text))])
    assert cut(text, hits) == found


def test_triggers_of_two_extractors_do_not_hide_one_another():
    text = "said to have been killed"
    first, second = TriggerIndex(
        [Lexicon.of("said to have been"), Lexicon.of("have", "been killed")]
    ).find(text, [(0, len(text))])
    assert cut(text, first) == ["said to have been"]
    assert cut(text, second) == ["have", "been killed"]


def test_terms_that_begin_with_a_mark_are_found_in_the_spans_that_hold_one():
    text = "at 10:35 it\nbegan, at 10\nor :36"
    spans = [(0, 11), (12, 24), (25, 31)]
    (hits,) = TriggerIndex([Lexicon.of(":35", ":36", "began")]).find(text, spans)
    assert [text[hit.start : hit.end] for hit in hits] == [":35", "began", ":36"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ("Mr. Orlo met Gen. Vash. He left.", ["Mr. Orlo met Gen. Vash.", "He left."]),
        ("It cost 3.5 million. Then more.", ["It cost 3.5 million.", "Then more."]),
        ("“We won.” They cheered.", ["“We won.”", "They cheered."]),
        ("“We won?” he asked.", ["“We won?” he asked."]),
        ("He said no. Orlo wept at No. 5.", ["He said no.", "Orlo wept at No. 5."]),
        ("In the U.S. Army they wait.", ["In the U.S. Army they wait."]),
        ("They left the U.S. The rest stayed.", ["They left the U.S.", "The rest stayed."]),
        ("J. R. Orlo spoke. She wept.", ["J. R. Orlo spoke.", "She wept."]),
        ("They say so on X. The town wept.", ["They say so on X.", "The town wept."]),
        ("They say so on X. Mirsk wept.", ["They say so on X.", "Mirsk wept."]),
        ("They say so on J. Orlo.", ["They say so on J. Orlo."]),
        ("They say so on X. “Orlo left.”", ["They say so on X.", "“Orlo left.”"]),
        ("Orlo F. “Bo” Vash left.", ["Orlo F. “Bo” Vash left."]),
        ("Orlo left „at ten.“ Vash stayed.", ["Orlo left „at ten.“", "Vash stayed."]),
        ("Orlo left « at ten. » Vash stayed.", ["Orlo left « at ten. »", "Vash stayed."]),
        ("Orlo left »at ten.« »We stayed.«", ["Orlo left »at ten.«", "»We stayed.«"]),
        ("Orlo left. « We stayed. »", ["Orlo left.", "« We stayed. »"]),
        ("A. The road", ["A. The road"]),
        (
            "We met J.R. Orlo. We saw J.R. The end.",
            ["We met J.R. Orlo.", "We saw J.R.", "The end."],
        ),
        ("EIGHT DIED. TWO LIVED.", ["EIGHT DIED.", "TWO LIVED."]),
        ("eight died. two lived.", ["eight died.", "two lived."]),
        ("", []),
    ],
)
def test_sentences(text, sentences):
    assert cut(text, sentence_spans(text, 0, len(text))) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "The army left Karn.|Rebels came.|Two men stayed.",
        "He said “we go.”|The army left.|“We stay,” she said.",
        'He said "we go."|The army left.|"We stay," she said.',
        "They left!|Was it so?|It was.",
        "It was 2004.|The army left at 5 p.m.|A man stayed (today).|He slept.",
        "See Ask.Com, www.Foo.org, x.org/Foo?Bar=1 and the .NET page.",
        "Mr.Sol met Gen.Roe and J.K.Vik in St.Louis and in Ft.Roe, U.S.Army.",
    ],
)
def test_sentences_between_which_the_space_was_lost(text):
    raw = text.replace("|", "")
    assert cut(raw, sentence_spans(raw, 0, len(raw))) == text.split("|")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("12,50,000", 1250000),
        ("3.5", 3.5),
        ("2.5 million", 2500000),
        ("three", 3),
        ("twenty-three", 23),
        ("two hundred and five", 205),
        ("one thousand two hundred", 1200),
        ("forty thousand", 40000),
        ("two lakh", 200000),
        ("the", None),
        ("seven nine", None),
    ],
)
def test_number_value(text, value):
    assert number_value(text) == value


@pytest.mark.parametrize("text", ["F-16", "3/4", "2024-03-17", "10.30.2", "a1b"])
def test_pieces_of_codes_are_no_numbers(text):
    assert not [n for n in numbers_in(text, 0, len(text)) if n.end - n.start == len(text)]


def test_numbers_that_touch_are_two():
    text = "two three men"
    assert [n.value for n in numbers_in(text, 0, len(text))] == [2, 3]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Mira Solan’s aide met J. R. Orlo.", ["Then Mira Solan", "J. R. Orlo"]),
        ("Mira Solan (D-N.Z.) met the U.S.-led aid.", ["Mira Solan", "D-N.Z.", "U.S."]),
        ("the Tarik-e-Volan Party of Osk", ["Tarik-e-Volan Party of Osk"]),
        ("Ahmed bin Rashid spoke", ["Ahmed bin Rashid"]),
        ("near Osk ki Volan in Orlo", ["Osk ki Volan", "Orlo"]),
        ("École de Bern", ["École de Bern"]),
        ("Omar al-Sahl met Ana de la Volan.", ["Omar al-Sahl", "Ana de la Volan"]),
        ("So do Osk and Geert van den Volan", ["So", "Osk", "Geert van den Volan"]),
        ("They lent US$5 of the Osk Bank HK$2 debt.", ["They", "Osk Bank"]),
        (
            "He paid GH\u00a25 to Jose\u0301 Sa\u0303o-Ri\u0301o.",
            ["He", "Jose\u0301 Sa\u0303o-Ri\u0301o"],
        ),
        ("nothing here", []),
    ],
)
def test_names(text, names):
    assert cut(text, names_in(text, 0, len(text))) == names


def test_a_name_that_opens_the_sentence_says_so():
    text = "“Orlo met Vash"
    assert [n.initial for n in names_in(text, 0, len(text))] == [True, False]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“a”", ["open", "close"]),
        ('"a"', ["open", "close"]),
        ("‘a’", ["open", "close"]),
        ("don’t", ["apostrophe"]),
        ("don't", ["apostrophe"]),
        ("``a''", ["open", "close"]),
        ("«a»", ["open", "close"]),
    ],
)
def test_marks(text, kinds):
    assert [mark.kind for mark in marks_in(text, 0, len(text))] == kinds


WRAPPED = (
    "The council of the small town met for the\nthird time and did not agree on the new\n"
    "bridge over the river."
)


@pytest.mark.parametrize(
    ("raw", "blocks"),
    [
        ("a\n\nb", ["a", "b"]),
        ("a b\nc d", ["a b", "c d"]),
        (WRAPPED, [WRAPPED]),
        ("a\u00a0\n\u00a0\nb", ["a", "b"]),
        ("a\r\n\r\nb\u2028c", ["a", "b", "c"]),
        (" \n ", []),
    ],
)
def test_paragraphs(raw, blocks):
    assert cut(raw, paragraphs(raw)) == blocks


@given(st.text("ab .\n\r\u2028\u00a0"))
def test_paragraphs_lose_nothing_but_white_space(raw):
    spans = list(paragraphs(raw))
    covered = "".join(raw[s:e] for s, e in spans)
    assert covered.split() == "".join(cut(raw, spans)).split()
    assert "".join(covered.split()) == "".join(raw.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_scan_covers_zones_and_no_sentence_crosses_a_block():
    raw = "Head line\n\nOne. Two\n\nThree"
    article = Article(
        source=Source(raw=raw),
        span=Span(0, len(raw)),
        headline=Span(0, 9),
        body=(Block(Span(11, 19)), Block(Span(21, 26))),
    )
    scan = Scan(article)
    assert [(raw[s.start : s.end], s.zone) for s in scan.sentences] == [
        ("Head line", "headline"),
        ("One.", "body"),
        ("Two", "body"),
        ("Three", "body"),
    ]
    assert scan.sentence_at(12) == scan.sentences[1]
    assert scan.sentence_at(10) is None
    assert cut(raw, within(scan.sentences, 11, 19)) == ["One.", "Two"]
    assert cut(raw, within(scan.sentences, 11, 18)) == ["One."]


@pytest.mark.parametrize(
    ("content", "message"),
    [("word\tx\n", "first column"), ("term\tx\n\ty\n", "line 2"), ("term\na\tb\n", "line 2")],
)
def test_a_bad_lexicon_names_file_and_line(tmp_path, content, message):
    path = tmp_path / "bad.tsv"
    path.write_text(content)
    with pytest.raises(LexiconError, match=message) as caught:
        Lexicon.from_tsv(path)
    assert "bad.tsv" in str(caught.value)


def test_a_term_may_have_several_senses(tmp_path):
    path = tmp_path / "ok.tsv"
    path.write_text("# words\nterm\tkind\ncharge\tlegal\ncharge\tmilitary\n")
    lexicon = Lexicon.from_tsv(path)
    assert [entry["kind"] for entry in lexicon["charge"]] == ["legal", "military"]
    assert lexicon.get("nothing") == ()
    assert len(lexicon | Lexicon.of("rush")) == 2


def test_terms_by_what_a_column_says():
    rows = (("charge", "legal"), ("charge", "military"), ("raid", "military"))
    lexicon = Lexicon(Entry(term, {"kind": kind}) for term, kind in rows)
    assert lexicon.by("kind") == {"legal": {"charge"}, "military": {"charge", "raid"}}
    assert lexicon.by("origin") == {"": {"charge", "raid"}}
