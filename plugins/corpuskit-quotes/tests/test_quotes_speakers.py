"""Who spoke: names, roles, pronouns, carried speakers, with the Entity layer and without it."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import attrs
import pytest

from corpuskit import (
    Article,
    Entity,
    Extractor,
    Layers,
    Pipeline,
    Quotation,
    Rejection,
    Span,
    content_id,
)
from corpuskit_quotes import Quotes


@functools.cache
def _plain() -> Pipeline:
    return Pipeline([Quotes()], strict=True)


def _quotes(text: str, pipeline: Pipeline | None = None) -> tuple[Quotation, ...]:
    (result,) = (pipeline or _plain()).run([text], segment=False)
    return result.quotes


WITHOUT_ENTITIES = [
    # the last quotation's speaker and basis
    ("“It holds,” Mayor Ana Sol said.", "Ana Sol", "cue"),
    ("Mayor Ana Sol opened the bridge.\n\n“It holds,” Sol said.", "Ana Sol", "cue"),
    ("“It holds,” said the spokesman of the council, Jon Vik.", "Jon Vik", "cue"),
    ("The banned Dawn Party (DP) said that it was new.", "Dawn Party", "cue"),
    ("The armed group said that it was new.", "armed group", "cue"),
    ("“It holds,” Sol said.\n\nShe said that it was new.", "Sol", "discourse"),
    ("Mayor Ana Sol said it held.\n\nThe mayor said that it was new.", "Ana Sol", "role"),
    # a chief minister is not "the chief", whom a leader may be
    (
        "Ana Sol, the guild leader, met Jon Vik, the chief minister. The chief said it held.",
        "Ana Sol",
        "role",
    ),
    ("Some residents said that it was new.", "residents", "cue"),
    ("“It holds,” she said.", None, "discourse"),
    ("A report by Ana Sol says that the bridge is old.", "Ana Sol", "cue"),
    ("The council, which met on Monday, said it was new.", "council", "cue"),
    (  # what means a described speaker later is its own noun, and none of two parties
        "It fell, doctors and a police guard said.\n\nThe police confirmed that it was old.",
        "police",
        "cue",
    ),
    ("It fell, police and port officials said.\n\nPolice suspect rust.", "Police", "cue"),
    ("It fell, a police report says.\n\nPolice said that it was old.", "Police", "cue"),
    (
        "Varn Armed Forces met Orlo Support Forces. The army said it was late.",
        "Varn Armed Forces",
        "role",
    ),
    ("The Orlo Support Forces came.\n\nThe army said it was late.", "army", "cue"),
    ("It fell, an army officer said.\n\nThe officer said it was old.", "army officer", "role"),
    ("It fell, a guard and a baker said.\n\nThe guard said it was old.", "guard", "cue"),
    ("Sol is ill. Her office said that she was resting.", "Her office", "cue"),
    ("Sol is ill. Her guess says that it is a cold.", None, "cue"),
    ("Ana Roe, a lawyer, left.\n\nJon Vik fell. His lawyer said it was old.", "His lawyer", "cue"),
    ("Sol’s aides said that the bridge was old.", "Sol’s aides", "cue"),
    ("Last year, Sol, who led a firm called Manta, rose, saying it was old.", "Sol", "cue"),
    ("Ana Sol, the mayor: “It holds.”", "Ana Sol", "cue"),
    ("Pointing to the rust, Sol left.", "Sol", "cue"),
    ("Sol told the Lund Herald: “It holds.”", "Sol", "cue"),
    ("Ana Sol, of Lund, Ohio, fumed: “It holds.”", "Ana Sol", "cue"),
    ("Ana Sol, 34, of Lund, said it was old.", "Ana Sol", "cue"),
    (
        "The Bridge Center, a group based in Port Arbor, Mich., says it is old.",
        "Bridge Center",
        "cue",
    ),
    ("Ana Sol, 34, a retired baker from Lund, said it was old.", "Ana Sol", "cue"),
    ("The court had last week observed that it was old.", "court", "cue"),
    ("The court has on Monday said that it was old.", "court", "cue"),
    ("Ana Sol was quoted by Jon Vik as saying that it was old.", "Ana Sol", "cue"),
    ("Reacting, the Minister of Ports, Ana Sol, said it was old.", "Ana Sol", "cue"),
    ("Speaking in Lund, the Minister for Ports, Ana Sol, said it was old.", "Ana Sol", "cue"),
    ("The guard, who spoke through his aide, Jon Vik, said it was old.", "guard", "cue"),
    ("Two guards privy to it said it was old.", "Two guards privy to it", "cue"),
    ("An official who was not authorized to speak said it was old.", "official", "cue"),
    ("An aide who asked to stay unnamed told us it was old.", "aide", "cue"),
    ("The ruling said that it was old.", "ruling", "cue"),
    ("Sol is ill. Her defenders argue that it is a cold.", "Her defenders", "cue"),
    ("As one aide put it: “It holds.”", "one aide", "cue"),
    ("Doctors who treat fevers praised the ward.", "Doctors", "cue"),
    ("Nearly half of all drivers said it was old.", "half of all drivers", "cue"),
    ("Residents reached by phone described hearing shots.", "Residents", "cue"),
    ("A man arrested in Lund told the court he was ill.", "man", "cue"),
    ("The bank signalled that it would pay.", "bank", "cue"),
    ("The ruling party signalled that it would pay.", "ruling party", "cue"),
    ("Vik, a secretary, fell. Secretary of the council Ana Sol said it held.", "Ana Sol", "cue"),
    ("Wife of Mayor Ana Sol says it holds.", "Wife of Mayor Ana Sol", "cue"),
    ("Roe theorised that it would pay.", "Roe", "cue"),
    ("Residents who fled the town said the water rose.", "Residents", "cue"),
    ("Guards who fled the town but denied it praised Vik.", "Guards", "cue"),
    ("The council, which praised the plan but urged calm, met.", "council", "role"),
    ("Ana Sol, whose barn fell, said the council “lied to us”.", "Ana Sol", "cue"),
    ("The mayor, who took office in May, said the report “misled” us.", "mayor", "cue"),
    ("The mayor, a baker who lost two shops, said it was old.", "mayor", "cue"),
    ("Ana Sol, elected in May, said the board “lied to us”.", "Ana Sol", "cue"),
    ("The Herald quoted Ana Sol as saying it “will fail”.", "Ana Sol", "cue"),
    ("The Herald quoted Ana Sol as saying: “It will fail.”", "Ana Sol", "cue"),
    ("The Herald quoted Ana Sol on Monday, saying it was old.", "Herald", "cue"),
    ("Jon Vik, a baker, said: “Four.” Ana Sol, by contrast: “Five.”", "Ana Sol", "cue"),
    ("The word “old” is wrong, Sol said, adding that “it holds”.", "Sol", "cue"),
    ("Sol wrote to the board, members of which fled, adding: “It holds.”", "Sol", "cue"),
    ("Senior advocate Ana Sol submitted that the deed was old.", "Ana Sol", "cue"),
    # a second verb behind a relative pronoun is its own; whom it stands for is the nearer party
    ("The move was a gift to the board, which had met but also warned of rust.", "board", "cue"),
    (
        "The plan fell to Ana Sol, who had praised it and later criticised its cost.",
        "Ana Sol",
        "cue",
    ),
    ("It brought more trouble with Lund, which said it was old.", "Lund", "cue"),
    ("It drew anger from the board, which said it was old.", "board", "cue"),
    ("They met a baker from Lund, who said it was old.", "baker from Lund", "cue"),
    ("They met people from the town, who said it was old.", "people from the town", "cue"),
    ("He runs a start-up in Lund, which said it was old.", "start-up in Lund", "cue"),
    ("The law was passed by the council and criticised the banks.", "law", "cue"),
    # an age or a calling presents a name, of one party and nobody else's
    ("“It fell,” one survivor, 22-year-old Jon Vik from Lund, told us.", "Jon Vik", "cue"),
    ("“It fell,” said a farmer, 40-year-old Jon Vik.", "Jon Vik", "cue"),
    ("A baker, 34 year old Jon Vik, said it was old.", "Jon Vik", "cue"),
    ("“It fell,” one witness, a 22-year-old named Jon Vik, said.", "Jon Vik", "cue"),
    ("“It fell,” the 22-year-old, Jon Vik, told us.", "Jon Vik", "cue"),
    ("Another guard, volunteer Jon Vik, said it was old.", "Jon Vik", "cue"),
    ("A local resident, retired teacher Ana Sol, said it was old.", "Ana Sol", "cue"),
    ("A resident of the town, 70-year-old Jon Vik, said it was old.", "Jon Vik", "cue"),
    ("The father of the boy, 9-year-old Jon Vik, said it was old.", "father of the boy", "cue"),
    ("A friend of a victim, 9-year-old Jon Vik, said it fell.", "friend of a victim", "cue"),
    ("“It fell,” two bakers, 40-year-old Jon Vik and Ana Sol, said.", "two bakers", "cue"),
    ("“It fell,” one survivor, speaking to Jon Vik, said.", "one survivor", "cue"),
    ("“It fell,” a farmer, like Jon Vik before him, said.", "farmer", "cue"),
    ("A resident, quoted by reporter Ana Sol, said it was old.", "resident", "cue"),
    # several parties speak together, and nobody of them alone
    ("Lund, Ust and Vik called for calm.", "Lund, Ust and Vik", "cue"),
    ("In May, Lund, Ust and the Isles called for calm.", "Lund, Ust and the Isles", "cue"),
    ("Jon Vik and Ana Sol said it was old.", "Jon Vik and Ana Sol", "cue"),
    ("Ana Sol and her team said it was old.", "Ana Sol", "cue"),
    # a list in a relative clause is no subject
    ("Sol, who leads the town, its council and a board, said it was old.", "Sol", "cue"),
    ("The Bloc, which includes Lund, Ust and Vik, said it was old.", "Bloc", "cue"),
    ("It fell, an inspector (northern range), Ana Sol, told us.", "Ana Sol", "cue"),
    # `that` with a verb behind it stands for the noun in front, but for a text its author speaks
    ("They left the party that announced that it would quit.", "party", "cue"),
    ("Sol ran a letter that says it would quit.", "Sol", "cue"),
    # an age or a nation stands for who was named before; a rank in capitals is a person
    ("Jon Vik scored. “It hurt,” said the 24-year-old.", "Jon Vik", "discourse"),
    ("Jon Vik scored. “It hurt,” the 24-year-old striker said.", "Jon Vik", "discourse"),
    ("Jon Vik scored. “It hurt,” the Italian said.", "Jon Vik", "discourse"),
    ("Jon Vik said it fell. The SP said it was late. He said it held.", "SP", "discourse"),
    ("Jon Vik said it fell. An aide said it was late. He said it held.", "aide", "discourse"),
    ("Vik said it fell.\n\nA source said it held.\n\n“It stood,” he said.", "source", "discourse"),
    (
        "Jon Vik said it fell.\n\n“It held,” said an aide. “It did.”\n\n“It stood,” he said.",
        "aide",
        "discourse",
    ),
    (
        "“It holds,” the US, British and German embassies said.",
        "US, British and German embassies",
        "cue",
    ),
    ("“It holds,” the US and British envoys said.", "US and British envoys", "cue"),
    ("“It holds,” Jon Vik reportedly told aides.", "Jon Vik", "cue"),
    ("“It fell,” SP (Rural) Ana Sol told us.", "Ana Sol", "cue"),
    ("“It fell,” one of them told us.", "one of them", "cue"),
    ("Party leader Ana Sol tells us outside the hall: “It is safe.”", "Ana Sol", "cue"),
    ("Ana Sol, party chair, on Lund Radio: “It is safe.”", "Ana Sol", "cue"),
    ("We met.\n\nQ. Did it hold?\n\nA. I think so.\n\nQ. Why?\n\nA. It is new.", "A", "cue"),
]


@pytest.mark.parametrize(("text", "speaker", "basis"), WITHOUT_ENTITIES)
def test_speaker_without_entities(text: str, speaker: str | None, basis: str) -> None:
    last = _quotes(text)[-1]
    assert (last.speaker, last.basis) == (speaker, basis)
    assert last.speaker_id is None


@attrs.frozen(kw_only=True, slots=False)
class Planted(Extractor):
    """Entities by hand: a person named and referred to, a body, a country."""

    name = "planted"
    provides = (Entity,)

    def __call__(self, article: Article, layers: Layers) -> Iterator[Entity]:
        raw = article.source.raw
        for name, kind, short, references in (
            ("Ana Maria Sol", "person", "Sol", ("the envoy", "she")),
            ("Lund Council", "organisation", "council", ()),
            ("Norvia", "place", "Norvia", ()),
        ):
            mentions = [Span(i, i + len(short)) for i in _places(raw, short)]
            spans = [Span(i, i + len(r)) for r in references for i in _places(raw, r)]
            if mentions:
                yield Entity(
                    id=content_id(article.source, mentions[0], kind),
                    name=name,
                    kind=kind,  # type: ignore[arg-type]
                    mentions=tuple(mentions),
                    references=tuple(sorted(spans)),
                )


def _places(raw: str, words: str) -> list[int]:
    found, start = [], raw.find(words)
    while start != -1:
        found.append(start)
        start = raw.find(words, start + 1)
    return found


WITH_ENTITIES = [
    ("“It holds,” Sol said.", "Ana Maria Sol", "cue"),
    ("Sol came. “It holds,” she said.", "Ana Maria Sol", "reference"),
    ("Sol came. “It holds,” the envoy said.", "Ana Maria Sol", "reference"),
    ("Sol came. “It holds,” the envoy’s brother said.", "envoy’s brother", "cue"),
    ("Sol came. An envoy said it holds. The envoy said it always did.", "envoy", "role"),
    ("Sol’s aides said that the bridge was old.", "Sol’s aides", "cue"),
    ("The council vowed to mend it.", "Lund Council", "cue"),
    ("A spokesman of the council, Sol, said it held.", "Ana Maria Sol", "cue"),
    ("“It holds,” said Jon Vik, who has no entity.", "Jon Vik", "cue"),
    ("The Lund Council chairman, Sol, said it held.", "Ana Maria Sol", "cue"),
    # nobody names herself in what she is reported to say
    ("Ana Roe said it fell. The victim is Sol, she said.", "Ana Roe", "discourse"),
    (
        "Ana Roe said it fell. The victim is Sol, she said, adding that it rained.",
        "Ana Roe",
        "discourse",
    ),
    ("Sol said it fell. It rained, she said.", "Ana Maria Sol", "reference"),
]


@pytest.mark.parametrize(("text", "speaker", "basis"), WITH_ENTITIES)
def test_speaker_with_entities(text: str, speaker: str, basis: str) -> None:
    last = _quotes(text, Pipeline([Quotes(), Planted()], strict=True))[-1]
    assert (last.speaker, last.basis) == (speaker, basis)
    assert (last.speaker_id is not None) == (speaker in ("Ana Maria Sol", "Lund Council"))


LABELS = [
    ("Norvia: Police open the road again", []),
    ("Norvia: We will open the road again", ["Norvia"]),
    ("Norvia: The road is anything but ‘safe’ again", ["Norvia"]),
    ("Fuel price: Police open the road again", []),
    ("Norvia police: Road is open again", ["Norvia police"]),
    ("Sol: Road is open again", ["Ana Maria Sol"]),
]


@pytest.mark.parametrize(("text", "speakers"), LABELS)
def test_a_place_before_a_headline_says_nothing(text: str, speakers: list[str]) -> None:
    pipeline = Pipeline([Quotes(), Planted()], strict=True)
    assert [quotation.speaker for quotation in _quotes(text, pipeline)] == speakers
    rejections: list[Rejection] = []
    list(pipeline.run([text], segment=False, rejections=rejections))
    assert [one.rule for one in rejections] == ([] if speakers else ["quotes.headline_colon"])


def test_dashes_open_speech_too() -> None:
    text = "— It holds, — said Ana Sol on Monday. — It always did.\n\n— Not so, said Jon Vik."
    one, other = _quotes(text)
    assert [span.of(text) for span in one.spans] == ["It holds", "It always did."]
    assert [span.of(text) for span in other.spans] == ["Not so"]
    assert (one.speaker, other.speaker, one.mode) == ("Ana Sol", "Jon Vik", "direct")


def test_who_quotes_others_in_an_interview_says_all_of_it() -> None:
    turns = ("Q: Did it hold?", "A: I told her, “It holds.”", "Q: Why?", "A: I think it is new.")
    quotes = _quotes("We met.\n\n" + "\n\n".join(turns))
    assert [quote.speaker for quote in quotes] == ["Q", "A", "Q", "A"]


def test_a_quotation_in_two_pieces_is_one() -> None:
    (quote,) = _quotes("“It holds,” Sol said on Monday. “It always did.”")
    assert len(quote.spans) == 2
    assert quote.mode == "direct"


def test_speech_over_paragraphs_is_one_and_closed_at_the_end() -> None:
    (quote,) = _quotes("Sol said: “It holds.\n\n“It always did.”")
    assert len(quote.spans) == 2
    assert quote.closed


def test_who_is_named_behind_the_last_paragraph_spoke_all_of_them() -> None:
    (quote,) = _quotes("It rained.\n\n“It broke.\n\n“We ran.\n\n“It is gone,” Ana Sol told us.")
    assert (len(quote.spans), quote.speaker, quote.closed) == (3, "Ana Sol", True)
    _, quote = _quotes("It rained.\n\n“It broke.”\n\n“It is gone,” Ana Sol told us.")
    assert (len(quote.spans), quote.speaker) == (1, "Ana Sol")


def test_an_abbreviation_ends_nothing() -> None:
    (quote,) = _quotes("Ana Sol said that Yusuf b. Hamad paid for No. 2 fuel.")
    assert (
        quote.spans[0].of("Ana Sol said that Yusuf b. Hamad paid for No. 2 fuel.").endswith("fuel")
    )


def test_an_unclosed_quotation_is_said_to_be() -> None:
    (quote,) = _quotes("Sol said: “It holds.")
    assert not quote.closed


def test_a_floating_quotation_is_carried_and_says_so() -> None:
    text = "Mayor Ana Sol said that she was glad.\n\n“The bridge will hold for many years.”"
    *_, quote = _quotes(text)
    assert (quote.speaker, quote.basis) == ("Ana Sol", "carried")
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(text) == "Mayor Ana Sol"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Will it hold?” Sol asks as a guard walks on.", "Sol"),
        ("“Save the bridge!” some drivers chanted.", "some drivers"),
        ("“Will it hold?” reacted Ana Sol.", "Ana Sol"),
        ("“It holds,” said another.", "another"),
        ("Another yelled, “It holds!”", "Another"),
        ("Most said that it held.", "Most"),
        ("Six in 10 said that it held.", "Six in 10"),
        ("Asked if it held, Sol smiled.", None),
        ("A new bridge, Sol said, could be built by May.", "Sol"),
        ("The council last week called for calm.", "The council"),
        ("In a note signed by Jon Vik, the army left and vowed that it held.", "the army"),
        ("In a note signed by Jon Vik the army vowed that it held.", "the army"),
    ],
)
def test_the_mention_of_the_speaker(text: str, speaker: str | None) -> None:
    (quote,) = _quotes(text)
    span = quote.speaker_span
    assert (span.of(text) if span is not None else None) == speaker


def test_seeming_names_nobody_in_front_of_the_main_clause_either() -> None:
    seeming, said = _quotes("While the bridge seemed safe, Sol said that it was not.")
    assert seeming.speaker_span is None
    assert said.speaker == "Sol"


def test_without_evidence_nobody_is_named() -> None:
    (quote,) = _quotes("It rained.\n\n“The bridge will hold for many years.”")
    assert (quote.speaker, quote.speaker_span, quote.basis) == (None, None, None)


def test_a_mixed_quotation_is_one_with_its_pieces() -> None:
    text = "Sol said that the bridge was “safe” and “sound”."
    (quote,) = _quotes(text)
    assert quote.mode == "mixed"
    assert [span.of(text) for span in quote.pieces] == ["safe", "sound"]
    assert quote.spans[0].of(text) == "that the bridge was “safe” and “sound”"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” opened the bridge.",
        "He read “The Long Road” on the bridge.",
        "Jon “Iron” Vik opened the bridge.",
        "The boys' game was 5'10\" long.",
    ],
)
def test_scare_quotes_titles_and_nicknames_are_no_speech(text: str) -> None:
    assert _quotes(text) == ()
