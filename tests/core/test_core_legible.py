"""Hidden, escaped and garbled text: read as it was meant, found where it stands."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuskit import Article, Block, Furniture, Pipeline, Result, Source, Span
from corpuskit.scan import Edit, Legible, legible, legible_article

AS_READ = [
    ("Mon\u00adday, the coun\u00adcil", "Monday, the council"),
    ("a long coun\u00ad\n  cil meeting", "a long council meeting"),
    ("\ufeffThe\u200b ferry \u202asailed\u202c.", "The ferry sailed."),
    ("Rosholm &amp; Loth&#8217;s &quot;ferry&quot;", 'Rosholm & Loth’s "ferry"'),
    ("twice&nbsp;escaped &amp;amp; &amp;#39;so&amp;#39;", "twice escaped & 'so'"),
    ("Jose\u0301 Mu\u0308ller", "José Müller"),
    ("\ufb01ve o\ufb03cers", "five officers"),
    ("𝗙𝗲𝗿𝗿𝘆 sinks, \uff12\uff10 dead", "Ferry sinks, 20 dead"),
    ("1\u2009200 people", "1 200 people"),
    ("the mayorâ€™s â€œferryâ€\x9d â€“ JosÃ© LÃ³pez", "the mayor’s “ferry” – José López"),
    ("Ã–re and Ã‘uble, 5Â°, Ð¼Ð¸Ñ€", "Öre and Ñuble, 5°, мир"),
    ("the mayorÃ¢â‚¬â„¢s ferry", "the mayor’s ferry"),
    ("â€œferry,â€ she said; â€œno.â€\ufffd â€œYesâ€", "“ferry,” she said; “no.” “Yes”"),
    ("Franâ\x80\x99s pierÂ is at 5â\x84\x83", "Fran’s pier is at 5℃"),
    ("the mayor\x92s \x93ferry\x94", "the mayor’s “ferry”"),
    ("<title><![CDATA[The ferry sailed.]]></title>", "The ferry sailed."),
    (
        '<p class="x">The <b>ferry</b> sailed.</p>\n<P>It came back.</P>',
        "The ferry sailed.\nIt came back.",
    ),
    (
        "<li>The ferry sailed.</li><li>It came back.<br/>No.",
        "The ferry sailed.\nIt came back.\nNo.",
    ),
    ('<script type="a/b">{"x": "<p>"}</script>The ferry <!-- 2 -->sailed.', "The ferry sailed."),
    (
        'The [ferry](https://a.example/b "B") **sailed** [at](/n/5) noon.',
        "The ferry sailed at noon.",
    ),
    (
        "> The ferry sailed\n> with\n> 12 people.\n>\n> > No.",
        "The ferry sailed\nwith\n12 people.\n \nNo.",
    ),
]

AS_IT_STANDS = [
    "The mayor’s “ferry” – it sailed… at 5 pm.",
    "LIBERTÉ’S “CAFÉ”, « été », São João, AMANHÔ, SÃO”, Ñandú, Århus, ÄÄ”",
    "AT&T; R&D; Q&A; &c; &notit; fish & chips;",
    "❤️ for the ferry",
    "a < b and c > d, <desk@courier.example>, <Media omitted>",
    "> 500 people\nthe ferry [sic] (2031) [1](see below) ![Off Rosholm](https://a.example/b.jpg)",
    "3 ** 2, **** a hotel with four stars",
    "the pâté: 5 €, à la carte 8€",
    "Паром вышел в море",
    "العبارة عادت",
]


@pytest.mark.parametrize(("raw", "text"), AS_READ)
def test_it_is_read_as_it_was_meant(raw: str, text: str) -> None:
    plain = legible(raw)
    assert plain is not None
    assert plain.text == text
    assert legible(plain.text) is None


@pytest.mark.parametrize("raw", AS_IT_STANDS)
def test_true_text_is_read_as_it_stands(raw: str) -> None:
    assert legible(raw) is None


ODD = (
    "  |\t|\u00a0|-\n|\r\n|\u00ad|\u200b|&amp;|&nbsp;|\ufb03|e\u0301|Ã©|Ã\u00a0Â\u00a0|\x92|\u2028"
)
PIECES = st.sampled_from([*"ab .\n", *ODD.split("|")])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=10).map("".join), st.data())
def test_every_span_has_a_place_in_the_original_and_back(raw: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.tuples(*[st.integers(0, len(raw))] * 2)))
    plain = legible(raw, [Span(*edges)])
    if plain is None:
        return
    size = len(plain.text)
    for start in range(size):
        for end in range(start + 1, size + 1):
            there = plain.original(Span(start, end))
            assert 0 <= there.start < there.end <= len(raw)
            assert plain.read(there).contains(Span(start, end))
    for start in range(size + 1):
        assert plain.original(Span(start, start)).start <= len(raw)


def test_a_span_takes_all_of_what_one_reference_stands_for_and_nothing_unseen_beside_it() -> None:
    raw = "\u200bo\ufb03ce\u200b &amp; pier"
    plain = legible(raw)
    assert plain is not None
    assert plain.original(Span(0, 6)).of(raw) == "o\ufb03ce"
    assert plain.original(Span(2, 3)).of(raw) == "\ufb03"
    assert plain.original(Span(7, 8)).of(raw) == "&amp;"
    assert plain.read(Span(0, 1)) == Span(0, 0)


def test_edits_of_one_s_own() -> None:
    raw = "The ferry[1] sailed[2]."
    clean = Legible(raw, [Edit(9, 12, ""), Edit(19, 22, "")])
    assert clean.text == "The ferry sailed."
    assert clean.back((Span(4, 9), "x", (Span(10, 16),))) == (Span(4, 9), "x", (Span(13, 19),))


LINE = "Velm\nThe  ferry\u00a0of Ana\nSol\u2009left. \tIt was\r\nlate."


def article_of(raw: str, *blocks: tuple[int, int], **parts: object) -> Article:
    body = tuple(Block(Span(*block)) for block in blocks)
    return Article(source=Source(raw=raw), span=Span(0, len(raw)), body=body, **parts)


def test_in_a_paragraph_any_white_space_is_one_space() -> None:
    read = legible_article(article_of(LINE, (0, 4), (5, len(LINE))))
    assert read.source.raw == "Velm\nThe ferry of Ana Sol left. It was late."
    assert [read.text(span) for _, span in read.zones] == read.source.raw.split("\n")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Ana\u2011Sol", "Ana-Sol"),
        ("Mar\u00adgor \u200bSol", "Margor Sol"),
        ("Ana\u00a0\nSol", "Ana Sol"),
        ("Ana \r\n\tSol", "Ana Sol"),
        ("\ufeffAna Sol", "Ana Sol"),
        ("Val-\nSol", "Val-Sol"),
        ("3-\nSol", "3- Sol"),
        ("vo\u00ad\ntes", "votes"),
        ("voilÃ\u00a0 Sol", "voilà Sol"),
        ("Ana \u200b Sol", "Ana Sol"),
        ("Ana&nbsp; &#10;Sol", "Ana Sol"),
    ],
)
def test_a_name_in_a_paragraph(raw: str, name: str) -> None:
    text = f"to {raw}."
    plain = legible(text, [Span(0, len(text))])
    assert (plain.text if plain else text) == f"to {name}."
    if plain:
        there = plain.original(Span(3, 3 + len(name)))
        assert there.of(text) == raw.lstrip("\ufeff")


@pytest.mark.parametrize("raw", ["The ferry left. It was late.", "Velm\n\n  The ferry left.\n"])
def test_plain_paragraphs_are_read_as_they_stand(raw: str) -> None:
    at = raw.index("The")
    article = article_of(raw, (at, at + len("The ferry left.")))
    assert legible_article(article) is article


def test_parts_of_an_article_are_moved() -> None:
    raw = "x" * 9 + "\nOld  Velm\nVELM:  The ferry\nA  ship\n"
    article = Article(
        source=Source(raw=raw),
        span=Span(10, len(raw)),
        headline=Span(10, 19),
        dateline=Span(20, 24),
        summary=(Span(37, 44),),
        body=(Block(Span(20, 36)),),
        furniture=(Furniture("key_point", Span(37, 44)),),
    )
    read = legible_article(article)
    said = [read.headline, read.dateline, *read.summary, read.furniture[0].span]
    assert [read.text(part) for part in said] == ["Old Velm", "VELM", "A ship", "A ship"]
    assert (read.id, read.source.sha256) == (article.id, article.source.sha256)


@settings(deadline=None)
@given(st.text("aB. \n\t\u00a0\u2003", min_size=1))
def test_white_space_between_words_is_one_space_each_word_in_place(raw: str) -> None:
    text = raw.strip()
    at = raw.index(text)
    plain = legible(raw, [Span(at, at + len(text))] if text else [])
    if plain is None:
        return
    assert plain.text.split() == raw.split()
    start = 0
    for word in text.split():
        start = plain.text.index(word, start)
        assert plain.original(Span(start, start + len(word))).of(raw) == word
        start += len(word)


STORY = (
    "Gunmen killed five farmers in Orrin on Monday, Mayor José Rosholm said.\n\n"
    "“We’ll find them,” he told reporters. Two officers were hurt.\n"
)
DAY = dt.date(2021, 2, 19)


def garbled(text: str) -> str:
    """As one who took its UTF-8 for Windows-1252 has it."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


SPOILT = {
    "hidden": "\ufeff" + STORY.replace("rm", "r\u00adm").replace(" on", "\u200b on"),
    "escaped": STORY.replace("“", "&ldquo;").replace("”", "&#8221;").replace("’", "&amp;rsquo;"),
    "garbled": garbled(STORY),
    "wrapped": STORY.replace(" in Orrin", "  in\u00a0 Orrin").replace(
        " Rosholm", "\t\u2009Rosholm"
    ),
    "composed": STORY.replace("é", "e\u0301").replace("offi", "o\ufb03"),
}


def values(result: Result) -> list[object]:
    """What was found, with the places of the spans left out."""

    def plain(value: object) -> object:
        if isinstance(value, dict):
            kept = {
                k: v for k, v in value.items() if k not in ("text", "id", "entity_id", "speaker_id")
            }
            return (
                None if {"start", "end"} == kept.keys() else {k: plain(v) for k, v in kept.items()}
            )
        return [plain(one) for one in value] if isinstance(value, list) else value

    record = result.to_dict()
    return [
        plain(record[layer]) for layer in ("dates", "entities", "quotes", "casualties", "events")
    ]


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_the_same_is_found_in_a_spoilt_text_each_at_its_place(spoilt: str) -> None:
    pipeline = Pipeline.installed()
    (clean,) = pipeline.run([Source(raw=STORY, published=DAY)])
    (result,) = pipeline.run([Source(raw=spoilt, published=DAY)])
    assert values(result) == values(clean)
    assert not result.failures
    plain = legible(spoilt, [span for _, span in result.article.zones])
    assert plain is not None
    for layer, found in result.layers.items():
        read = [plain.read(one.extent).of(plain.text) for one in found]
        assert read == [one.extent.of(STORY) for one in clean[layer]]
    assert result.article.source.raw == spoilt
    assert result.events[0].casualties[0] is result.casualties[0]
    assert Result.from_dict(result.to_dict(), source=result.article.source) == result


def test_ids_go_by_the_text_as_it_was_given() -> None:
    pipeline = Pipeline.installed()
    ids = {next(pipeline.run([Source(raw=raw)])).article.id for raw in (STORY, *SPOILT.values())}
    assert len(ids) == 1 + len(SPOILT)


def test_what_was_turned_down_is_found_where_it_stands() -> None:
    raw = "\u200bA man in his mid-\u00ad30s."
    rejections = []
    list(Pipeline.installed().run([raw], segment=False, rejections=rejections))
    assert rejections
    plain = legible(raw)
    assert plain is not None
    assert all(plain.read(one.span).of(plain.text).strip() for one in rejections)


def test_an_article_is_read_under_its_own_id() -> None:
    raw = "Ferry sinks\n\n\u200b\n\nThe fer\u00adry sank off Orrin on Monday, the mayor said."
    (result,) = Pipeline.installed().run([raw])
    read = legible_article(result.article)
    assert (read.id, read.source.sha256) == (result.article.id, result.article.source.sha256)
    assert [read.text(block.span) for block in read.body] == [
        "The ferry sank off Orrin on Monday, the mayor said."
    ]
    assert legible_article(read) is read


def test_no_block_begins_or_ends_with_white_space_that_was_behind_what_is_hidden() -> None:
    raw = "Velm\n\n\u200b The ferry sank. \u200b\n\n\u200b \u200b\n"
    (result,) = Pipeline([]).run([raw])
    read = legible_article(result.article)
    assert [read.text(block.span) for block in read.body] == ["Velm", "The ferry sank."]
