"""What a count covers, who vouches for it, whose side the victims are on, and rejections."""

from __future__ import annotations

import pytest

from corpuskit import Casualty, Pipeline
from corpuskit_casualties import Casualties

PIPELINE = Pipeline([Casualties()], strict=True)


def casualties(text: str) -> tuple[Casualty, ...]:
    (result,) = PIPELINE.run([text], segment=False)
    return result.casualties


SCOPES = [
    ("More than 200 clerks have been killed since then.", "cumulative"),
    ("Nine clerks died on Monday, pushing the toll in the past week up.", "event"),
    ("Between 24 April and 12 June, 5,000 people were killed in Oru.", "cumulative"),
    ("The war has ruined the town, displaced 2,000 people and shut the port.", "cumulative"),
    ("A bomb killed 21 people, in the worst attack in the country in over 15 years.", "event"),
    ("Seven miners were killed on Monday.", "event"),
    ("Twelve soldiers died in two separate attacks last week.", "event"),
    ("The insurgency killed 40 soldiers in December.", "cumulative"),
    ("Since January, 40 soldiers have been killed.", "cumulative"),
    ("So far in 2023 some 400 clerks were murdered in Oru.", "cumulative"),
    ("It brought to 61 the number of clerks slain in 2023.", "cumulative"),
    ("Two of those who died were clerks.", "part"),
    ("Oru accounted for 43 of the deaths.", "part"),
    ("Clashes in recent months have killed dozens of people.", "cumulative"),
    ("Over the past five years, 14 women were murdered.", "cumulative"),
    ("The group carried out 150 attacks, in which 40 people died.", "cumulative"),
    ("The war has left more than 70,000 dead.", "cumulative"),
    ("In 2023, 3,100 people died in road accidents.", "cumulative"),
    ("In 2023, 31 people died in a road accident.", "event"),
    ("The war, which began on 15 April 2023, has killed 70,000 people.", "cumulative"),
    ("The clashes, which erupted on Monday, have killed 40 soldiers.", "event"),
    ("The war killed 70,000 people.", "cumulative"),
    ("Unrest left 12 people dead in Velm.", "cumulative"),
    ("Unrest left 12 people dead in Velm on 4 April.", "event"),
    ("Gang violence killed 5,601 people in 2024.", "cumulative"),
    ("A flood killed 30 people in 2019.", "event"),
    ("Forty soldiers were killed over the past day.", "cumulative"),
    ("Forty soldiers were killed since Tuesday.", "cumulative"),
    ("Eight climbers have been missing since Tuesday.", "event"),
    ("Eight climbers have gone missing since May.", "cumulative"),
    ("Forty soldiers have been killed since May.", "cumulative"),
    ("Forty soldiers have been killed since the rallies began.", "cumulative"),
    ("Forty soldiers have been killed since fighting resumed in the Vale.", "cumulative"),
    ("Forty have died since the imposition of a curfew.", "cumulative"),
    ("Forty have died since it launched its all-out offensive in May.", "cumulative"),
    ("Since the truce collapsed, 130 farmers have been killed.", "cumulative"),
    ("Forty soldiers killed in last 12 months, says army", "cumulative"),
    ("Over the past decade 600 people have drowned.", "cumulative"),
    ("Between March and June, 40 soldiers drowned.", "cumulative"),
    ("The murder last week of four clerks shocked Orm.", "event"),
    ("Few remain since the raid in which 75 people were killed.", "event"),
    ("Two people were killed in an attack in May.", "event"),
    ("So far this year 326 people have been kidnapped.", "cumulative"),
    ("There were 2,978 murders in Velm.", "cumulative"),
    ("There were two murders in Velm.", "event"),
    ("In only three months, 79 guards were killed.", "cumulative"),
    ("The four-year bloody conflict left 3,000 dead.", "cumulative"),
    ("It led to the deaths of 9,000 farmers in the late 1970s.", "cumulative"),
    ("They have killed several guards in previous attacks.", "cumulative"),
    ("More than 100 people have died since a bomb went off in Oru.", "event"),
    ("Forty soldiers have been killed since late May.", "cumulative"),
    ("Forty soldiers have been killed since mid-March.", "cumulative"),
    ("Two soldiers were killed in Oru, which has been shut since May.", "event"),
    ("Rescuers have found 15 bodies since the ferry sank.", "event"),
    ("Forty have died since they launched their campaign.", "cumulative"),
    ("Forty have died since clashes in which a bridge fell.", "event"),
    ("Two have died since a man opened fire on protests.", "event"),
    ("Since it was founded in 1985, 40 members have been killed.", "cumulative"),
    ("Several raids on 8 October left eight dead.", "event"),
    ("On 24 May this year they murdered two nurses.", "event"),
    ("Five soldiers were killed on the 9th of this month.", "event"),
    ("Twelve guards were killed on the night between May 11 and 12.", "event"),
    ("The third quarter of the year saw 311 deaths.", "cumulative"),
    ("In the same period of last year, 254 guards were killed.", "cumulative"),
    ("Nine soldiers were killed in one of the deadliest raids on the army this year.", "event"),
    ("The raid killed nine soldiers, the heaviest loss for the army since November.", "event"),
    ("The army lost 90 soldiers this year, most of them in the deadliest month.", "cumulative"),
    ("This year they have murdered 14 nurses.", "cumulative"),
    ("Police said 18 people had been injured in the violence.", "event"),
    ("He was jailed for 20 years for killing three women.", "event"),
    ("Of the eight victims, three were stabbed to death.", "part"),
    ("Of the eight guests, three were stabbed to death.", "event"),
    ("Of them, nine are in critical condition.", "part"),
    ("Of those, nine were killed.", "event"),
    ("Of those killed, nine were killed in Oru.", "part"),
]


THEN = [
    ("Some 1,400 have been kidnapped since 2014, when rebels seized 276 girls.", "event"),
    (
        "Rebels have killed 600 people since May, when the truce ended and 22 guards were hurt.",
        "event",
    ),
    ("In the past decade 600 drowned, the last on Monday, when 19 fishermen died.", "event"),
    ("Thousands have died since 2003, when the war began, and 900 were kidnapped.", "cumulative"),
    ("Some 400 have died since 2014, when the war killed 300 people.", "cumulative"),
    ("Some 400 died in the worst year since 2014, when 1,200 people died.", "cumulative"),
    (
        "Over the past year 40 died, he said on Monday, when asked, and 60 clerks were killed.",
        "cumulative",
    ),
    ("Some 400 have died since May, when 300 people had been killed.", "cumulative"),
]


@pytest.mark.parametrize(("text", "scope"), THEN)
def test_what_happened_when_a_period_began_has_its_own_scope(text, scope):
    assert [c.scope for c in casualties(text)] == ["cumulative", scope]


def test_a_period_that_opens_the_sentence():
    found = casualties("Since 2016, when a bomb killed 85 people, rebels shot dead 2,000 clerks.")
    assert [c.scope for c in found] == ["event", "cumulative"]


def test_those_told_before_the_clause_of_a_period():
    found = casualties("Two clerks died, the latest in a feud that has left 90 dead since May.")
    assert [c.scope for c in found] == ["event", "cumulative"]


@pytest.mark.parametrize(
    ("others", "scope"),
    [
        ("Another 9,000 have been wounded.", "cumulative"),
        ("A further 300 people have been displaced.", "cumulative"),
        ("Another nine were wounded on Monday.", "event"),
        ("More than 90 people have been wounded in Oru.", "event"),
    ],
)
def test_a_total_goes_on_in_the_next_sentence(others, scope):
    found = casualties(f"The war has killed 4,000 people since May. {others}")
    assert [c.scope for c in found] == ["cumulative", scope]


@pytest.mark.parametrize(("text", "scope"), SCOPES)
def test_scope(text, scope):
    assert [c.scope for c in casualties(text)] == [scope]


@pytest.mark.parametrize(("count", "scope"), [("Two", "part"), ("One", "event")])
def test_some_of_the_wounded_died(count, scope):
    found = casualties(f"{count} of the wounded guards died in Oru.")
    assert [c.scope for c in found if c.kind == "killed"] == [scope]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve were hurt, nine of them in critical condition.",
        "12 were wounded (nine in critical condition).",
    ],
)
def test_the_gravely_hurt_are_part_of_the_hurt(text):
    assert [c.scope for c in casualties(text)] == ["event", "part"]


def test_what_a_toll_since_then_is_brought_to_is_no_event():
    found = casualties("Raiders killed two boys, taking to 61 the number killed since January.")
    assert [(c.best, c.scope) for c in found] == [(2, "event"), (61, "cumulative")]


def test_a_part_names_its_whole():
    whole, part = casualties("Nine guards, including two women, were killed.")
    assert (part.scope, part.part_of) == ("part", whole.span)
    assert (whole.scope, whole.part_of) == ("event", None)


WITH_PARTS = [
    ("Fifty-three injured were brought in, of whom nine were in critical condition.", 1),
    ("Sixty bodies were recovered, of which 11 were those of children.", 1),
    ("Thirty-one guards were hurt, nine of whom are in critical condition.", 1),
    ("Five guards were hurt, two of whom were killed later.", 0),
    ("Five guards were hurt, of whom two died.", 0),
    ("Five guards were hurt where 12 clerks were, of whom two were boys.", 0),
]


@pytest.mark.parametrize(("text", "parts"), WITH_PARTS)
def test_some_of_whom(text, parts):
    found = casualties(text)
    assert [c.part_of for c in found if c.scope == "part"] == [found[0].span] * parts


def test_whom_are_those_named_before():
    (killed,) = casualties("Rebels ambushed 60 soldiers, 45 of whom were killed.")
    assert killed.role == "security_forces"


def test_a_list_of_parts_before_the_verb_of_its_whole():
    scopes = [c.scope for c in casualties("41 people, including 12 women and 9 men, were killed.")]
    assert scopes == ["event", "part", "part"]


STATUS = [
    ("The rebels claimed that they killed 12 soldiers.", "claimed", "The rebels"),
    ("The army denied that 12 shepherds were killed.", "denied", "The army"),
    ("Police said 12 shepherds were killed.", "reported", "Police"),
    ("Twelve shepherds were killed, the governor said.", "reported", "the governor"),
    ("According to the Vale Tribune, five men were killed.", "reported", "the Vale Tribune"),
    ("Twelve shepherds were killed.", "reported", None),
    ("The storm claimed 79 lives.", "reported", None),
    ("The army rejected reports that three shepherds had died.", "denied", "The army"),
    ("Reports that 12 shepherds were killed are false.", "denied", None),
    ("The army denied on Monday that 12 shepherds had died.", "denied", "The army"),
    ("The army denied a role in the raid that killed 12 shepherds.", "reported", None),
    ("The army denied a part in the raid, in which 12 shepherds died.", "reported", None),
    ("The army denied a role in the raid, which killed 12 shepherds.", "reported", None),
    ("The army denies aiming at herds, although 12 shepherds were killed.", "reported", None),
    ("Early claims of 30 dead were wrong, police said.", "denied", None),
    ("Reports that 12 shepherds were killed are true.", "reported", None),
    ("Police put the death toll at 12.", "reported", "Police"),
    ("The bomb that rebels put in a car killed 12 men.", "reported", None),
    ("The clinic spoke of 12 dead.", "reported", "The clinic"),
    ("The army said it killed 12 militants.", "claimed", "The army"),
    ("The rebels said on Monday that they had killed 12 men.", "claimed", "The rebels"),
    ("The army said it stormed the ridge and killed 12 men.", "claimed", "The army"),
    ("The army said it had taken 12 prisoners.", "claimed", "The army"),
    ("Orland said it had killed 12 fighters.", "claimed", "Orland"),
    ("Reuters said it had killed 12 fighters.", "reported", "Reuters"),
    ("The Front said its fighters killed 12 men.", "claimed", "The Front"),
    ("IS said it killed 12 men.", "claimed", "IS"),
    ('"We killed 12 of them," a rebel envoy said.', "claimed", "a rebel envoy"),
    ("The army said the rebels killed 12 men.", "reported", "The army"),
    ("The army admitted it had killed 12 men.", "reported", "The army"),
    ("Police said it killed 12 men.", "reported", "Police"),
    ("Prosecutors said they killed 12 men.", "reported", "Prosecutors"),
    ("The clinic said it treated 12 injured men.", "reported", "The clinic"),
]


@pytest.mark.parametrize(("text", "status", "asserter"), STATUS)
def test_status(text, status, asserter):
    (casualty,) = casualties(text)
    assert (casualty.status, casualty.asserter) == (status, asserter)
    if asserter is not None:
        assert casualty.asserter_span is not None
        assert casualty.asserter_span.of(text) == asserter


RIVALS = [
    ("According to the town 12 died, but nurses said 30.", ["the town", "nurses"]),
    ("Police said 12 died while the militia claimed 30.", ["Police", "the militia"]),
    ("Police put the toll at 12, but the rebels said it was 30.", ["Police", "the rebels"]),
    ("Police said 12 men died; nurses put the number at 30.", ["Police", "nurses"]),
]


@pytest.mark.parametrize(("text", "sources"), RIVALS)
def test_each_source_has_its_own_toll(text, sources):
    found = casualties(text)
    assert [(c.kind, c.low) for c in found] == [("killed", 12), ("killed", 30)]
    assert [c.asserter for c in found] == sources
    assert len({c.trigger_span for c in found}) == 2  # two tellings: no policy adds them


def test_a_second_toll_covers_what_the_first_does():
    found = casualties("The army says 40 men have died in the war; nurses say the figure is 300.")
    assert [(c.low, c.scope) for c in found] == [(40, "cumulative"), (300, "cumulative")]


REVISED = [
    ("The toll was revised down to 9 from 12.", [9]),
    ("Guards put the toll at 9 after first reporting 12 dead.", [9]),
    ("Police initially said 12 had died, but later put the toll at 9.", [9]),
    ("The town, which had earlier reported 12 deaths, said nine men were killed.", [9]),
    ("Nine men were killed, down from the 12 deaths first reported.", [9]),
    ("Police initially said 12 men had died.", [12]),
    ("Police earlier said two guards died; nine pupils were killed too.", [2, 9]),
    ("Police first said two men were killed, but a third died at sea.", [2, 1]),
    ("Police first said two men were killed, but nine more bodies were found.", [2, 9]),
    ("Police said earlier that two men were killed and one died at sea.", [2, 1]),
    ("Two men died, as well as three reported earlier to be dead.", [2, 3]),
]


@pytest.mark.parametrize(("text", "low"), REVISED)
def test_an_earlier_toll_yields_to_the_newer(text, low):
    assert [c.low for c in casualties(text)] == low


NO_RIVALS = [
    "Police said 12 men died, but the quake claimed 30.",
    "Police said 12 men died, but the union said 30 had left.",
    "Police said 12 men died, but put the number of marchers at 30.",
    "Police said 12 men died; the bank put its loss at 9 million, but others put it at 30 million.",
]


@pytest.mark.parametrize("text", NO_RIVALS)
def test_other_numbers_are_no_second_toll(text):
    assert [c.low for c in casualties(text)] == [12]


ROLES = [
    ("seven soldiers", "security_forces"),
    ("seven army personnel", "security_forces"),
    ("seven hospital personnel", "civilian"),
    ("seven police officers", "security_forces"),
    ("seven rebel commanders", "militant"),
    ("seven insurgents", "militant"),
    ("seven villagers", "civilian"),
    ("seven foreign nationals", "civilian"),
    ("seven people", "unknown"),
    ("seven", "unknown"),
]


@pytest.mark.parametrize(("victims", "role"), ROLES)
def test_role(victims, role):
    (casualty,) = casualties(f"The blast killed {victims} in Velm.")
    assert casualty.role == role


def test_a_single_victim_without_a_number_is_named():
    (one,) = casualties("The blast killed Ana Roe.")
    assert (one.low, one.best, one.high, one.named, one.who) == (1, 1, 1, True, "Ana Roe")
    (one,) = casualties("The blast killed a baker.")
    assert (one.named, one.who) == (True, "baker")


def test_a_noun_that_points_back_is_no_count():
    text = "Seven soldiers died. A march was held for the soldiers who were killed."
    assert [c.low for c in casualties(text)] == [7]


def test_a_count_of_killed_and_wounded_together_has_no_low_end():
    found = casualties("Some 400 people were killed or wounded.")
    assert [(c.kind, c.low, c.high) for c in found] == [
        ("killed", None, 400),
        ("wounded", None, 400),
    ]


REJECTED = [
    ("The frost killed 300 sheep.", "'sheep' is no victim (animal)"),
    ("They threatened to kill ten farmers.", "an infinitive: a plan, a threat or an attempt"),
    ("Smoking kills 3,000 people each year.", "a rate: so many in each period"),
    ("Two men received death threats.", "death threats: a threat"),
    ("Were 12 people killed?", "a question"),
    ("In a film, 40 villagers are killed.", "a work of fiction"),
    ("He set a reward for the capture of two rebels.", "a reward for a capture"),
    ("It is unclear when the men were killed.", "no number, and told of before"),
]


@pytest.mark.parametrize(("text", "reason"), REJECTED)
def test_rejections_say_why(text, reason):
    rejections: list = []
    (result,) = PIPELINE.run([text], segment=False, rejections=rejections)
    assert result.casualties == ()
    assert reason in [rejection.reason for rejection in rejections]


@pytest.mark.parametrize(
    "text",
    [
        "Why were 12 people killed?",
        "In a film studio, 40 villagers were killed.",
        "They paid a reward for a tip that led to the capture of two rebels.",
    ],
)
def test_what_is_taken_for_a_fact_counts(text):
    assert len(casualties(text)) == 1


def test_options_let_hypothetical_counts_and_rates_through():
    pipeline = Pipeline([Casualties(hypothetical=True, rates=True)], strict=True)
    text = (
        "They threatened to kill ten farmers. Smoking kills 3,000 people each year. "
        "The fire did not kill two people. The frost could kill 300 sheep."
    )
    (result,) = pipeline.run([text], segment=False)
    assert [(c.low, c.status, c.scope) for c in result.casualties] == [
        (10, "hypothetical", "event"),
        (3000, "reported", "rate"),
    ]
    assert casualties(text) == ()


def test_the_second_verb_of_a_war_tells_of_all_of_it_too():
    found = casualties("The war has killed 70 farmers and wounded 40 soldiers.")
    assert [(c.best, c.scope) for c in found] == [(70, "cumulative"), (40, "cumulative")]
